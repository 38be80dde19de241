/** Every plausible misprint of a figure: what the probe prints in its place to see who notices. */
import type { LedgerFigure } from '../ledger.ts';
import type { Page } from '../page.ts';
import type { Judged } from '../verdicts.ts';
import { retyped, swapped } from '../diagnose/digits.ts';
import { printInk, unitsOf, withUnits } from '../diagnose/ink.ts';
import { linesOf, neighboursOf, suspectOf } from '../diagnose/suspects.ts';
import type { MisprintKind } from '../../generated/types.ts';

export interface Misprint {
  readonly kind: MisprintKind;
  /** As the page would show it. */
  readonly text: string;
  /** By how much it changes the figure, in units of its last place. */
  readonly change: bigint;
}

const POWERS = [1, -1, 3, -3] as const;

/**
 * Two neighbouring digits swapped, any digit mistyped, the other sign, ten and a thousand times too
 * large and too small, the figure of the column beside it or of the line above or below, a total
 * without one of its lines. Each amount once, and none that would show on paper as no figure at all:
 * a zero in front, or nothing left of it.
 * @param standsIn the decided equations of the figure
 */
export function misprintsOf(page: Page, figure: LedgerFigure, standsIn: readonly Judged[]): Misprint[] {
  const suspect = suspectOf(page, figure);
  const { ink } = suspect;
  const own = unitsOf(ink);
  const signed = (digits: string) => (ink.negative ? -BigInt(digits) : BigInt(digits));
  const found = new Map<bigint, Misprint>();
  const take = (kind: MisprintKind, units: bigint) => {
    if (units === own || found.has(units)) return;
    found.set(units, { kind, text: printInk(withUnits(ink, units)), change: units - own });
  };
  if (!suspect.nil) {
    for (const digits of swapped(ink)) take('transposed-digits', signed(digits));
    take('sign', -own);
    for (const line of standsIn.flatMap((judged) => linesOf(judged, suspect))) take('dropped-line', own - line.units);
  }
  for (const { kind, units } of neighboursOf(page, suspect)) {
    take(kind === 'row-swap' ? 'neighbouring-row' : 'neighbouring-column', units);
  }
  if (!suspect.nil) {
    for (const power of POWERS) {
      const factor = 10n ** BigInt(Math.abs(power));
      const units = power > 0 ? own * factor : halfUp(own, factor);
      if (units !== 0n) take('power-of-ten', units);
    }
    for (const digits of retyped(ink)) take('one-digit', signed(digits));
  }
  return [...found.values()];
}

/** Divided and rounded to a whole number, halves away from zero. */
function halfUp(units: bigint, by: bigint): bigint {
  const size = units < 0n ? -units : units;
  const rounded = (2n * size + by) / (2n * by);
  return units < 0n ? -rounded : rounded;
}
