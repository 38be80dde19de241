/** Why nobody notices a misprint, in words. */
import { unitsOf } from '../diagnose/ink.ts';
import type { Grid } from '../diagnose/range.ts';
import type { Suspect } from '../diagnose/suspects.ts';
import { takesPart } from '../joint/system.ts';
import { jointlyOf } from '../page.ts';
import type { Page } from '../page.ts';
import { idOf } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import type { Misprint } from './misprints.ts';

export interface Survival {
  readonly suspect: Suspect;
  readonly misprint: Misprint;
  /** What could be printed unnoticed. */
  readonly grid: Grid;
  /** The equations that the figure stands in and that hold. */
  readonly standsIn: readonly Judged[];
  /** The page with the misprint. */
  readonly after: Page;
}

export function survivalOf({ suspect, misprint, grid, standsIn, after }: Survival): string {
  if (standsIn.length === 0) return 'no check touches it';
  const proving = standsIn.filter(takesPart);
  if (proving.length === 0) return 'its checks leave a doubt, so that a miss would be no proof';
  const up = misprint.change > 0n;
  const end = up ? grid.high : grid.low;
  const limits = proving.every(({ bound }) => bound.compiled.equation.relation !== '=');
  const way = up ? 'up' : 'down';
  if (end === undefined && limits) {
    return `its checks are limits, and none of them limits it ${up ? 'upwards' : 'downwards'}`;
  }
  const own = unitsOf(suspect.ink);
  const least = end === undefined ? undefined : up ? end + 1n - own : own - end + 1n;
  const size = misprint.change < 0n ? -misprint.change : misprint.change;
  if (least !== undefined && size < least) {
    return limits
      ? `its checks are limits: ${way} by less than ${least} in its last place, none is passed`
      : `rounding allows it: ${way} by less than ${least} in its last place, everything still ties`;
  }
  const made = new Set(jointlyOf(after).map(idOf));
  return standsIn.every((one) => made.has(idOf(one)))
    ? 'the page is read otherwise with it, and ties so'
    : 'it hides its own check: printed so, the page no longer shows what the figure adds up to';
}
