import { Decimal } from './decimal.ts';

/**
 * A closed interval [low, high] of exact decimals: every amount that a printed figure may
 * stand for. Held as two integers at a common power of ten, which makes a sum a few integer
 * additions; nobody outside this module sees that representation.
 *
 * Addition, negation and multiplication return the exact range of the operation, provided the
 * operands vary independently. That is why an equation in which a figure repeats is brought to
 * a linear normal form first (see `equations/normalise.ts`).
 */
export class Interval {
  static readonly zero = new Interval(0n, 0n, 0);

  readonly #low: bigint;
  readonly #high: bigint;
  readonly #exponent: number;

  private constructor(low: bigint, high: bigint, exponent: number) {
    this.#low = low;
    this.#high = high;
    this.#exponent = exponent;
  }

  /** The one-point interval [amount, amount]. */
  static point(amount: Decimal): Interval {
    const { coefficient, exponent } = amount.toScaled();
    return new Interval(coefficient, coefficient, exponent);
  }

  /**
   * [amount − ulp/2, amount + ulp/2]: what a figure printed with this unit of last place may
   * have been before it was rounded, by any of the half-way rules.
   * @param ulp the unit of last place, not negative
   */
  static rounded(amount: Decimal, ulp: Decimal): Interval {
    const unit = ulp.toScaled();
    // Half a unit is 5 × 10^(exponent − 1) times the coefficient: exact, no division.
    const half = new Interval(-5n * unit.coefficient, 5n * unit.coefficient, unit.exponent - 1);
    return Interval.point(amount).plus(half);
  }

  /** The sum of two intervals. */
  plus(other: Interval): Interval {
    if (this.#exponent === other.#exponent) {
      return new Interval(this.#low + other.#low, this.#high + other.#high, this.#exponent);
    }
    const exponent = Math.min(this.#exponent, other.#exponent);
    const a = this.#at(exponent);
    const b = other.#at(exponent);
    return new Interval(a.#low + b.#low, a.#high + b.#high, exponent);
  }

  negated(): Interval {
    return new Interval(-this.#high, -this.#low, this.#exponent);
  }

  minus(other: Interval): Interval {
    return this.plus(other.negated());
  }

  /** The product of two intervals: the smallest interval that holds every product. */
  times(other: Interval): Interval {
    const corners = [
      this.#low * other.#low,
      this.#low * other.#high,
      this.#high * other.#low,
      this.#high * other.#high,
    ] as const;
    let low: bigint = corners[0];
    let high: bigint = corners[0];
    for (const corner of corners) {
      if (corner < low) low = corner;
      if (corner > high) high = corner;
    }
    return new Interval(low, high, this.#exponent + other.#exponent);
  }

  /** The smallest interval that holds both. */
  hull(other: Interval): Interval {
    const exponent = Math.min(this.#exponent, other.#exponent);
    const a = this.#at(exponent);
    const b = other.#at(exponent);
    return new Interval(a.#low < b.#low ? a.#low : b.#low, a.#high > b.#high ? a.#high : b.#high, exponent);
  }

  /** The sign of the lower end: -1, 0 or 1. */
  lowSign(): -1 | 0 | 1 {
    return signOf(this.#low);
  }

  /** The sign of the upper end: -1, 0 or 1. */
  highSign(): -1 | 0 | 1 {
    return signOf(this.#high);
  }

  /** Whether zero lies in the interval, ends included. */
  holdsZero(): boolean {
    return this.#low <= 0n && this.#high >= 0n;
  }

  low(): Decimal {
    return Decimal.scaled(this.#low, this.#exponent);
  }

  high(): Decimal {
    return Decimal.scaled(this.#high, this.#exponent);
  }

  #at(exponent: number): Interval {
    if (exponent === this.#exponent) return this;
    const factor = 10n ** BigInt(this.#exponent - exponent);
    return new Interval(this.#low * factor, this.#high * factor, exponent);
  }
}

function signOf(value: bigint): -1 | 0 | 1 {
  if (value < 0n) return -1;
  return value > 0n ? 1 : 0;
}
