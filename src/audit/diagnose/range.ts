/**
 * Ranges of exact fractions, with or without an end. Solving an equation for one figure divides, and
 * a quotient of decimals is not always a decimal.
 */
import type { Decimal } from '../../figures/decimal.ts';
import type { Interval } from '../../figures/interval.ts';
import { fraction } from '../joint/rational.ts';
import type { Rational } from '../joint/rational.ts';

/** Closed; no end where it is undefined. */
export interface Range {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

/** A range with both ends. */
export interface Bounded {
  readonly low: Rational;
  readonly high: Rational;
}

export const zero: Rational = fraction(0n);

export function rationalOf(amount: Decimal): Rational {
  const { coefficient, exponent } = amount.toScaled();
  return exponent >= 0
    ? fraction(coefficient * 10n ** BigInt(exponent))
    : fraction(coefficient, 10n ** BigInt(-exponent));
}

export function boundedOf(interval: Interval): Bounded {
  return { low: rationalOf(interval.low()), high: rationalOf(interval.high()) };
}

function plus(a: Rational, b: Rational): Rational {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Rational, b: Rational): Rational {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

function negated(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom };
}

export function turned(range: Range): Range {
  return { low: range.high && negated(range.high), high: range.low && negated(range.low) };
}

/** All x with x + y in the range for some y of the other. */
export function less(range: Range, other: Bounded): Range {
  return {
    low: range.low && plus(range.low, negated(other.high)),
    high: range.high && plus(range.high, negated(other.low)),
  };
}

/** All x with x × y in the range for some y of the other; undefined where y may be zero, which leaves x open. */
export function over(range: Range, other: Bounded): Range | undefined {
  if (other.low.top <= 0n && other.high.top >= 0n) return undefined;
  if (other.high.top < 0n) return over(turned(range), { low: negated(other.high), high: negated(other.low) });
  const divided = (end: Rational, near: Rational, far: Rational) => quotient(end, end.top >= 0n ? far : near);
  return {
    low: range.low && divided(range.low, other.low, other.high),
    high: range.high && divided(range.high, other.high, other.low),
  };
}

function quotient(a: Rational, b: Rational): Rational {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Whole numbers from `low` to `high`; no end where it is undefined, none at all where low is above high. */
export interface Grid {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

/**
 * The whole numbers n such that [n − ½, n + ½] × unit meets the range: what can be printed, in units
 * of its last place, for an amount in the range.
 * @param unit positive
 */
export function gridOf(range: Range, unit: Rational): Grid {
  const half = fraction(1n, 2n);
  const inverse = fraction(unit.bottom, unit.top);
  return {
    low: range.low && ceiling(plus(times(range.low, inverse), negated(half))),
    high: range.high && floor(plus(times(range.high, inverse), half)),
  };
}

export function holds(grid: Grid, units: bigint): boolean {
  return (grid.low === undefined || units >= grid.low) && (grid.high === undefined || units <= grid.high);
}

export function isEmpty({ low, high }: Grid): boolean {
  return low !== undefined && high !== undefined && low > high;
}

/** No end. */
const ANYTHING: Grid = { low: undefined, high: undefined };

/** What all the grids hold; undefined where that is nothing. */
export function meet(grids: readonly Grid[]): Grid | undefined {
  const found = grids.reduce((a, b) => ({ low: greater(a.low, b.low), high: lesser(a.high, b.high) }), ANYTHING);
  return isEmpty(found) ? undefined : found;
}

function greater(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function lesser(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function floor(a: Rational): bigint {
  const cut = a.top / a.bottom;
  return a.top < 0n && cut * a.bottom !== a.top ? cut - 1n : cut;
}

function ceiling(a: Rational): bigint {
  return -floor(negated(a));
}

/** `1234.5`, or `1/3` where it is no decimal. */
export function rationalText(a: Rational): string {
  const places = decimalPlaces(a.bottom);
  if (places === undefined) return `${a.top}/${a.bottom}`;
  const units = (a.top * 10n ** BigInt(places)) / a.bottom;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

/** How many decimals a fraction with this lower number needs; undefined where no number of them is enough. */
function decimalPlaces(bottom: bigint): number | undefined {
  let [rest, twos, fives] = [bottom, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
