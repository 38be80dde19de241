/** The most digits a printed amount may have. Checked on the text, before any arithmetic. */
export const MOST_DIGITS = 64;

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/**
 * An exact decimal number: an integer and a power of ten. Nothing outside this module sees which.
 *
 * Immutable. There is no division, because a quotient of decimals is not always a decimal;
 * equations are cleared of divisors instead (see `equations/normalise.ts`).
 */
export class Decimal {
  static readonly zero = new Decimal(0n, 0);
  static readonly one = new Decimal(1n, 0);

  /** The number is `#coefficient × 10^#exponent`. Trailing zeros of the coefficient say nothing. */
  readonly #coefficient: bigint;
  readonly #exponent: number;

  private constructor(coefficient: bigint, exponent: number) {
    this.#coefficient = coefficient;
    this.#exponent = exponent;
  }

  /**
   * Reads plain decimal text: an optional `-`, digits, optionally a point and digits.
   * Whether printed text such as `(1,234)` is a number is decided in `printed.ts`.
   * @throws RangeError when the text is not a plain decimal of at most `MOST_DIGITS` digits
   */
  static parse(text: string): Decimal {
    if (!PLAIN.test(text) || text.replace(/[-.]/g, '').length > MOST_DIGITS) {
      throw new RangeError(`not a plain decimal of at most ${MOST_DIGITS} digits: ${text.slice(0, 80)}`);
    }
    const point = text.indexOf('.');
    return point < 0
      ? new Decimal(BigInt(text), 0)
      : new Decimal(BigInt(text.slice(0, point) + text.slice(point + 1)), point + 1 - text.length);
  }

  /** `coefficient × 10^exponent`, exactly. */
  static scaled(coefficient: bigint, exponent: number): Decimal {
    return new Decimal(coefficient, exponent);
  }

  /** Ten to the power `exponent`. */
  static powerOfTen(exponent: number): Decimal {
    return new Decimal(1n, exponent);
  }

  plus(other: Decimal): Decimal {
    const exponent = Math.min(this.#exponent, other.#exponent);
    return new Decimal(this.#at(exponent) + other.#at(exponent), exponent);
  }

  minus(other: Decimal): Decimal {
    const exponent = Math.min(this.#exponent, other.#exponent);
    return new Decimal(this.#at(exponent) - other.#at(exponent), exponent);
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.#coefficient * other.#coefficient, this.#exponent + other.#exponent);
  }

  negated(): Decimal {
    return new Decimal(-this.#coefficient, this.#exponent);
  }

  abs(): Decimal {
    return this.#coefficient < 0n ? this.negated() : this;
  }

  /** -1, 0 or 1. */
  compare(other: Decimal): -1 | 0 | 1 {
    const exponent = Math.min(this.#exponent, other.#exponent);
    return signOf(this.#at(exponent) - other.#at(exponent));
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  /** -1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    return signOf(this.#coefficient);
  }

  /** This number as an integer coefficient and a power of ten, without trailing zeros. */
  toScaled(): { readonly coefficient: bigint; readonly exponent: number } {
    let coefficient = this.#coefficient;
    if (coefficient === 0n) return { coefficient, exponent: 0 };
    let exponent = this.#exponent;
    for (; coefficient % 10n === 0n; exponent += 1) coefficient /= 10n;
    return { coefficient, exponent };
  }

  /** Plain digits, never exponential, without trailing zeros: `-47626000`, `2.59`. */
  toString(): string {
    const { coefficient, exponent } = this.toScaled();
    return written(coefficient, exponent);
  }

  /** With exactly `places` digits after the point, rounded half away from zero; for display. */
  toFixed(places: number): string {
    const dropped = -places - this.#exponent;
    return written(dropped > 0 ? rounded(this.#coefficient, 10n ** BigInt(dropped)) : this.#at(-places), -places);
  }

  /**
   * `this ÷ divisor` rounded half away from zero to `places` digits, as text. For display only:
   * a verdict never depends on it.
   * @throws RangeError when the divisor is zero
   */
  quotientText(divisor: Decimal, places: number): string {
    if (divisor.sign() === 0) throw new RangeError('division by zero');
    // One integer division at the wanted place.
    const shift = this.#exponent - divisor.#exponent + places;
    const top = this.#coefficient * 10n ** BigInt(Math.max(0, shift));
    const bottom = divisor.#coefficient * 10n ** BigInt(Math.max(0, -shift));
    return written(bottom < 0n ? rounded(-top, -bottom) : rounded(top, bottom), -places);
  }

  /** The coefficient at a power of ten that is no higher than this number's. */
  #at(exponent: number): bigint {
    return exponent === this.#exponent
      ? this.#coefficient
      : this.#coefficient * 10n ** BigInt(this.#exponent - exponent);
  }
}

/** `top ÷ bottom` to a whole number, half away from zero. `bottom` is positive. */
function rounded(top: bigint, bottom: bigint): bigint {
  // Integer division cuts towards zero, on either side of it.
  return (2n * top + (top < 0n ? -bottom : bottom)) / (2n * bottom);
}

/** `coefficient × 10^exponent` in plain digits, with as many after the point as the exponent says. */
function written(coefficient: bigint, exponent: number): string {
  if (exponent >= 0) return `${coefficient}${coefficient === 0n ? '' : '0'.repeat(exponent)}`;
  const digits = digitsOf(coefficient).padStart(1 - exponent, '0');
  return `${coefficient < 0n ? '-' : ''}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

/** The digits of a number, without its sign. */
function digitsOf(value: bigint): string {
  return String(value < 0n ? -value : value);
}

function signOf(value: bigint): -1 | 0 | 1 {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}
