import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, MOST_DIGITS } from '../src/figures/decimal.ts';
import { roundedQuotient, runs } from './support.ts';

// The oracle: a decimal is a whole number of 10^-EXPONENT.
const EXPONENT = 20;
const ONE = 10n ** BigInt(EXPONENT);

const numbers = fc
  .record({
    coefficient: fc.oneof(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.bigInt({ min: -20n, max: 20n })),
    places: fc.integer({ min: -5, max: EXPONENT }),
  })
  .map(({ coefficient, places }) => ({
    decimal: Decimal.scaled(coefficient, -places),
    oracle: coefficient * 10n ** BigInt(EXPONENT - places),
  }));

/** The oracle of a decimal. */
function grains(decimal: Decimal): bigint {
  const { coefficient, exponent } = decimal.toScaled();
  return coefficient * 10n ** BigInt(EXPONENT + exponent);
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

/** A whole number of 10^-places as text. */
function fixed(units: bigint, places: number): string {
  const digits = size(units)
    .toString()
    .padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

describe('a decimal', () => {
  it('adds, subtracts, negates and compares as whole numbers do', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(grains(a.decimal.plus(b.decimal))).toBe(a.oracle + b.oracle);
        expect(grains(a.decimal.minus(b.decimal))).toBe(a.oracle - b.oracle);
        expect(grains(a.decimal.negated())).toBe(-a.oracle);
        expect(grains(a.decimal.abs())).toBe(size(a.oracle));
        expect(a.decimal.compare(b.decimal)).toBe(sign(a.oracle - b.oracle));
        expect(a.decimal.equals(b.decimal)).toBe(a.oracle === b.oracle);
        expect(a.decimal.sign()).toBe(sign(a.oracle));
      }),
      runs(500),
    );
  });

  it('multiplies exactly', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const { coefficient, exponent } = a.decimal.times(b.decimal).toScaled();
        expect(coefficient * 10n ** BigInt(exponent + 2 * EXPONENT)).toBe(a.oracle * b.oracle);
      }),
      runs(500),
    );
  });

  it('is written without an exponent and without zeros at the end, and read back the same', () => {
    fc.assert(
      fc.property(numbers, ({ decimal }) => {
        const text = decimal.toString();
        expect(text).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(text).not.toBe('-0');
        expect(Decimal.parse(text).equals(decimal)).toBe(true);
        const { coefficient } = decimal.toScaled();
        expect(coefficient === 0n || coefficient % 10n !== 0n).toBe(true);
      }),
      runs(400),
    );
  });

  it('with a fixed number of decimals is rounded half away from zero', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 8 }), ({ decimal, oracle }, places) => {
        const units = roundedQuotient(oracle * 10n ** BigInt(places), ONE, 'away');
        expect(decimal.toFixed(places)).toBe(fixed(units, places));
      }),
      runs(400),
    );
  });

  it('divides into text rounded half away from zero', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 0, max: 8 }), (a, b, places) => {
        if (b.oracle === 0n) {
          expect(() => a.decimal.quotientText(b.decimal, places)).toThrow(RangeError);
          return;
        }
        const units = roundedQuotient(a.oracle * 10n ** BigInt(places), b.oracle, 'away');
        expect(a.decimal.quotientText(b.decimal, places)).toBe(fixed(units, places));
      }),
      runs(600),
    );
  });

  it('is read from plain text only', () => {
    const text = fc.oneof(
      fc.stringMatching(/^-?\d{1,40}(\.\d{1,40})?$/),
      fc.string({ maxLength: 8 }),
      fc.stringMatching(/^[-+0-9.e ]{1,6}$/),
    );
    fc.assert(
      fc.property(text, (written) => {
        const plain = /^-?\d+(\.\d+)?$/.test(written) && written.replace(/\D/g, '').length <= MOST_DIGITS;
        if (!plain) expect(() => Decimal.parse(written)).toThrow(RangeError);
        else expect(Number(Decimal.parse(written).toString())).toBeCloseTo(Number(written), 5);
      }),
      runs(500),
    );
  });
});
