/** A fraction of two whole numbers in lowest terms; the lower one is positive. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** @param bottom greater than zero */
export function fraction(top: bigint, bottom = 1n): Rational {
  const shared = divisor(top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}

/** The greatest common divisor, never negative; zero for two zeros. */
export function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
