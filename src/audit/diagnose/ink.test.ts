import { describe, expect, it } from 'vitest';
import { inkInWords, inkOf, printInk, unitsOf, withUnits } from './ink.ts';
import type { Ink } from './ink.ts';

const ink = (text: string): Ink => inkOf(text) as Ink;

describe('the ink of a figure', () => {
  it.each([
    ['5,691', '5691', 0, false],
    ['$ (2.59)', '259', 2, true],
    ['(47,626)', '47626', 0, true],
    ['-1.5%', '15', 1, true],
    ['.05', '005', 2, false],
    ['0.37*', '037', 2, false],
    ['1234', '1234', 0, false],
  ])('of %s is its digits, its places and its sign', (text, digits, places, negative) => {
    expect(ink(text)).toMatchObject({ digits, places, negative });
  });

  it.each(['--', '-0-', 'NM', 'see note', ''])('is not there in "%s"', (text) => {
    expect(inkOf(text)).toBeUndefined();
  });
});

describe('the ink of an amount in a sentence', () => {
  it.each([
    ['$56.6 million', '566', 1, false],
    ['$19,000', '19', 0, false],
    ['$1,250,000', '1250', 0, false],
    ['$1,000 million', '1000', 0, false],
    ['$(2.59)', '259', 2, true],
    ['12 cents', '12', 0, false],
    ['$.37', '037', 2, false],
  ])('of %s is what is left of its digits without the zeros of rounding', (text, digits, places, negative) => {
    const own = inkInWords(text) as Ink;
    expect(own).toMatchObject({ digits, places, negative });
    expect(printInk(own)).toBe(text);
  });

  it.each(['breakeven', 'five'])('is not there in "%s"', (text) => {
    expect(inkInWords(text)).toBeUndefined();
  });
});

describe('printing in the style of an amount in a sentence', () => {
  it.each([
    ['$566 million', 1234n, '$1,234 million'],
    ['$12.34', 123_456n, '$1,234.56'],
    ['$1234', 12_345n, '$12345'],
  ])('%s with %i units of its last place is %s', (text, units, wanted) => {
    expect(printInk(withUnits(inkInWords(text) as Ink, units))).toBe(wanted);
  });
});

describe('printing in the style of a figure', () => {
  it('leaves out the zero before the point where the page does', () => {
    expect(printInk(ink('.59'))).toBe('.59');
  });

  it.each([
    ['5,961', 5691n, '5,691'],
    ['$ (2.95)', -259n, '$ (2.59)'],
    ['$ (2.95)', 259n, '$ 2.59'],
    ['$ 2.95', -259n, '$ (2.59)'],
    ['4,834', -4834n, '(4,834)'],
    ['( 4,834 )', 4834n, '4,834'],
    ['-15', 15n, '15'],
    ['12,345*', 1n, '1*'],
    ['1234', 12345n, '12345'],
    ['234', 1234n, '1,234'],
    ['2.50', 5n, '0.05'],
    ['12.34', 123_456n, '1,234.56'],
    ['(7)', 0n, '0'],
  ])('%s with %i units of its last place is %s', (text, units, wanted) => {
    expect(printInk(withUnits(ink(text), units))).toBe(wanted);
  });

  it.each(['5,691', '$ (2.59)', '(47,626)', '-1.5%', '1234', '0.37*', '$1,000.00'])('gives %s back', (text) => {
    expect(printInk(ink(text))).toBe(text);
    expect(printInk(withUnits(ink(text), unitsOf(ink(text))))).toBe(text);
  });
});
