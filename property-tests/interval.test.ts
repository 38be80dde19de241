import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../src/figures/decimal.ts';
import { Interval } from '../src/figures/interval.ts';
import { runs } from './support.ts';

/** An interval as the oracle sees it: two whole numbers of 10^-12. */
const GRAIN = 12;
const sides = fc
  .record({
    low: fc.bigInt({ min: -9_999n, max: 9_999n }),
    width: fc.bigInt({ min: 0n, max: 999n }),
    places: fc.integer({ min: -3, max: 5 }),
  })
  .map(({ low, width, places }) => {
    const [amount, ulp] = [Decimal.scaled(low, -places), Decimal.scaled(width, -places)];
    const unit = 10n ** BigInt(GRAIN - places - 1);
    return {
      interval: Interval.rounded(amount, ulp),
      low: (10n * low - 5n * width) * unit,
      high: (10n * low + 5n * width) * unit,
    };
  });

function grains(decimal: Decimal, unit = GRAIN): bigint {
  const { coefficient, exponent } = decimal.toScaled();
  return coefficient * 10n ** BigInt(unit + exponent);
}

function ends(interval: Interval, unit = GRAIN): [bigint, bigint] {
  return [grains(interval.low(), unit), grains(interval.high(), unit)];
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);
const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));
const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b));

describe('an interval', () => {
  it('of a rounded figure reaches half a unit of the last place each way', () => {
    fc.assert(
      fc.property(sides, ({ interval, low, high }) => {
        expect(ends(interval)).toEqual([low, high]);
        expect(interval.lowSign()).toBe(sign(low));
        expect(interval.highSign()).toBe(sign(high));
        expect(interval.holdsZero()).toBe(low <= 0n && high >= 0n);
      }),
      runs(300),
    );
  });

  it('adds its ends, negates them crosswise, and multiplies to the outermost corners', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        expect(ends(a.interval.plus(b.interval))).toEqual([a.low + b.low, a.high + b.high]);
        expect(ends(a.interval.negated())).toEqual([-a.high, -a.low]);
        const corners = [a.low, a.high].flatMap((x) => [x * b.low, x * b.high]);
        expect(ends(a.interval.times(b.interval), 2 * GRAIN)).toEqual([least(corners), most(corners)]);
      }),
      runs(400),
    );
  });

  it('holds what comes of any two amounts within', () => {
    const within = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(sides, sides, within, within, (a, b, i, j) => {
        // Sixteenths of the width: times 16 to stay whole.
        const x = 16n * a.low + BigInt(i) * (a.high - a.low);
        const y = 16n * b.low + BigInt(j) * (b.high - b.low);
        const [sumLow, sumHigh] = ends(a.interval.plus(b.interval));
        expect(x + y >= 16n * sumLow && x + y <= 16n * sumHigh).toBe(true);
        const [low, high] = ends(a.interval.times(b.interval), 2 * GRAIN);
        expect(x * y >= 256n * low && x * y <= 256n * high).toBe(true);
      }),
      runs(300),
    );
  });

  it('of one amount has no width', () => {
    fc.assert(
      fc.property(sides, ({ interval }) => {
        const point = Interval.point(interval.low());
        expect(point.low().equals(interval.low()) && point.high().equals(interval.low())).toBe(true);
      }),
      runs(100),
    );
  });
});
