import { describe, expect, it } from 'vitest';
import { isAscii, isDigit, isLetter, isLower, isNumber, isUpper } from './letters.ts';

/** Every character of the Basic Multilingual Plane, and nothing at all. */
const CHARACTERS = ['', ...Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))];

describe('letters', () => {
  it.each([
    ['upper case', isUpper, /\p{Lu}/u],
    ['lower case', isLower, /\p{Ll}/u],
    ['letters', isLetter, /\p{L}/u],
    ['numbers', isNumber, /\p{N}/u],
    ['digits', isDigit, /\d/],
  ])('are told as Unicode tells them: %s', (_, is, pattern) => {
    expect(CHARACTERS.filter((character) => is(character) !== pattern.test(character))).toEqual([]);
  });

  it('are ASCII or not', () => {
    expect([isAscii(''), isAscii('Net loss\t(1)\x7f'), isAscii('Net loss – 1')]).toEqual([true, true, false]);
  });
});
