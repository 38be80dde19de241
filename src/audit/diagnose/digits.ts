/**
 * Other digits that a hand would write for these by one slip, each once and none that cannot stand on
 * a page. The point stays where it is, so many places from the end.
 */
import type { Ink } from './ink.ts';

type Digits = Pick<Ink, 'digits' | 'places'>;

/** Whether digits can stand on a page: no zero in front, unless it is the one before the point. */
function printable(digits: string, places: number): boolean {
  return digits.length > places && (digits[0] !== '0' || digits.length === places + 1);
}

/** Two neighbouring digits the other way round. */
export function* swapped({ digits, places }: Digits): Generator<string> {
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const other = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
    if (other !== digits && printable(other, places)) yield other;
  }
}

/** One digit replaced by any other. */
export function* retyped({ digits, places }: Digits): Generator<string> {
  for (let at = 0; at < digits.length; at += 1) {
    for (const digit of '0123456789') {
      const other = `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
      if (other !== digits && printable(other, places)) yield other;
    }
  }
}

/** One digit more, anywhere. */
export function* longer({ digits, places }: Digits): Generator<string> {
  for (let at = 0; at <= digits.length; at += 1) {
    for (const digit of '0123456789') {
      // The same digit twice gives the same figure before and behind it.
      if (digit === digits[at]) continue;
      const other = `${digits.slice(0, at)}${digit}${digits.slice(at)}`;
      if (printable(other, places)) yield other;
    }
  }
}

/** One digit less. */
export function* shorter({ digits, places }: Digits): Generator<string> {
  for (let at = 0; at < digits.length; at += 1) {
    if (digits[at] === digits[at + 1]) continue;
    const other = `${digits.slice(0, at)}${digits.slice(at + 1)}`;
    if (printable(other, places)) yield other;
  }
}
