import { Big } from 'big.js';

// A private Big constructor: `strict` makes it throw on a float and on `<`, so that no
// binary fraction can slip into an amount.
const Exact = Big();
Exact.strict = true;

/** The most digits a printed amount may have. Checked on the text, before any arithmetic. */
export const MOST_DIGITS = 64;

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/**
 * An exact decimal number. The only door to big.js: everything else in the project sees this.
 *
 * Immutable. There is no division, because a quotient of decimals is not always a decimal;
 * equations are cleared of divisors instead (see `equations/normalise.ts`).
 */
export class Decimal {
  static readonly zero = new Decimal(new Exact('0'));
  static readonly one = new Decimal(new Exact('1'));

  #held: Big | (() => Big);

  private constructor(held: Big | (() => Big)) {
    this.#held = held;
  }

  /** What is held as integers becomes a Big when it is first looked at: most gaps and rooms never are. */
  get #big(): Big {
    if (typeof this.#held === 'function') this.#held = this.#held();
    return this.#held;
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
    return new Decimal(new Exact(text));
  }

  /** `coefficient × 10^exponent`, exactly. */
  static scaled(coefficient: bigint, exponent: number): Decimal {
    return new Decimal(() => new Exact(`${coefficient}e${exponent}`));
  }

  /** Ten to the power `exponent`. */
  static powerOfTen(exponent: number): Decimal {
    return Decimal.scaled(1n, exponent);
  }

  plus(other: Decimal): Decimal {
    return new Decimal(this.#big.plus(other.#big));
  }

  minus(other: Decimal): Decimal {
    return new Decimal(this.#big.minus(other.#big));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.#big.times(other.#big));
  }

  negated(): Decimal {
    return new Decimal(this.#big.neg());
  }

  abs(): Decimal {
    return new Decimal(this.#big.abs());
  }

  /** -1, 0 or 1. */
  compare(other: Decimal): -1 | 0 | 1 {
    return this.#big.cmp(other.#big);
  }

  equals(other: Decimal): boolean {
    return this.#big.eq(other.#big);
  }

  /** -1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    return this.compare(Decimal.zero);
  }

  /** This number as an integer coefficient and a power of ten, without trailing zeros. */
  toScaled(): { readonly coefficient: bigint; readonly exponent: number } {
    const digits = BigInt(this.#big.c.join(''));
    return {
      coefficient: this.#big.s < 0 ? -digits : digits,
      exponent: this.#big.e - this.#big.c.length + 1,
    };
  }

  /** Plain digits, never exponential, without trailing zeros: `-47626000`, `2.59`. */
  toString(): string {
    return this.sign() === 0 ? '0' : this.#big.toFixed();
  }

  /** With exactly `places` digits after the point, rounded half away from zero; for display. */
  toFixed(places: number): string {
    const text = this.#big.toFixed(places, 1);
    return /[1-9]/.test(text) ? text : text.replace('-', '');
  }

  /**
   * `this ÷ divisor` rounded half away from zero to `places` digits, as text. For display only:
   * a verdict never depends on it.
   * @throws RangeError when the divisor is zero
   */
  quotientText(divisor: Decimal, places: number): string {
    if (divisor.sign() === 0) throw new RangeError('division by zero');
    const top = this.toScaled();
    const bottom = divisor.toScaled();
    // One integer division at half the wanted place, towards zero; then the half is decided exactly.
    const shift = top.exponent - bottom.exponent + places;
    const wide = 10n ** BigInt(Math.max(shift, 0));
    const deep = 10n ** BigInt(Math.max(-shift, 0));
    const halves = (top.coefficient * wide * 2n) / (bottom.coefficient * deep);
    const rounded = (halves < 0n ? halves - 1n : halves + 1n) / 2n;
    return Decimal.scaled(rounded, -places).toFixed(places);
  }
}
