import { Decimal } from '../figures/decimal.ts';

/** The least common multiple of two numbers, and what each is multiplied by to reach it. */
export type CommonMultiple = { readonly multiple: Decimal; readonly timesA: Decimal; readonly timesB: Decimal };

/**
 * The least positive number that is a whole multiple of both: 12 for 3 and 4, 0.5 for 0.5 and 0.25.
 * The least one, because it does not depend on the order in which many numbers are joined.
 * @param a positive
 * @param b positive
 */
export function commonMultiple(a: Decimal, b: Decimal): CommonMultiple {
  const [left, right] = [a.toScaled(), b.toScaled()];
  const exponent = Math.min(left.exponent, right.exponent);
  const wholeA = left.coefficient * 10n ** BigInt(left.exponent - exponent);
  const wholeB = right.coefficient * 10n ** BigInt(right.exponent - exponent);
  const divisor = greatestDivisor(wholeA, wholeB);
  const timesA = Decimal.scaled(wholeB / divisor, 0);
  return { multiple: a.times(timesA), timesA, timesB: Decimal.scaled(wholeA / divisor, 0) };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
