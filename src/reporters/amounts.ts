/** Amounts as a report shows them: grouped, in the statement's scale, negative in parentheses. */
import { Decimal } from '../figures/decimal.ts';

/** `-43087000` in thousands becomes `(43,087)`. */
export function showAmount(amount: string, scale: number): string {
  const value = Decimal.parse(amount);
  // A scale is a power of ten, so that dividing by it only moves the point.
  const shifted = value.times(Decimal.powerOfTen(-(String(scale).length - 1)));
  const [whole = '', fraction] = shifted.abs().toString().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return shifted.sign() < 0 ? `(${digits})` : digits;
}

/** `in thousands`; empty for single units. */
export function scaleInWords(scale: number): string {
  const names: Record<number, string> = { 1000: 'in thousands', 1000000: 'in millions', 1000000000: 'in billions' };
  return names[scale] ?? '';
}
