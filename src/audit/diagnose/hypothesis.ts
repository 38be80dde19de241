/** What may have happened on a page, likelier or less, and how it is told. */
import type { Diagnosis, Verdict } from '../../generated/types.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';
import { checksOf } from '../page.ts';
import type { Page } from '../page.ts';
import { idOf } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { printInk, withUnits } from './ink.ts';
import { rationalOf, rationalText, times } from './range.ts';
import type { Grid } from './range.ts';
import { countSlips, widthOf } from './slips.ts';
import type { Slip } from './slips.ts';
import { HOLDS } from './suspects.ts';
import type { Suspect } from './suspects.ts';

/** Of two hypotheses nearly as likely, neither comes first. */
export const TIE = 0.5;
/** So many edits are listed for a figure. */
const MOST_EDITS = 3;

/** One figure, and what may have been meant. */
export interface Change {
  readonly suspect: Suspect;
  /** What would repair and break nothing, or at least repair; none where only the line's signs were re-read. */
  readonly grid?: Grid;
  /** The likeliest first; at least one. */
  readonly slips: readonly Slip[];
}

export interface Hypothesis {
  readonly changes: readonly Change[];
  readonly likelihood: number;
  readonly explains: readonly string[];
  readonly breaks: number;
}

export interface Context {
  readonly page: Page;
  /** What was found of each equation, by its id. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The decided equations that a figure stands in, by its id. None may, and yet with it the page may be read otherwise. */
  readonly standsIn: (id: string) => readonly Judged[];
}

export function contextOf(page: Page): Context {
  return {
    page,
    verdicts: new Map(checksOf(page).map((one) => [idOf(one), one.verdict])),
    standsIn: indexOf(page),
  };
}

function indexOf(page: Page): Context['standsIn'] {
  const index = new Map<string, Judged[]>();
  for (const judged of checksOf(page)) {
    if (judged.verdict === 'unproven') continue;
    for (const { figure } of judged.terms) {
      const list = index.get(figure.id);
      if (list) list.push(judged);
      else index.set(figure.id, [judged]);
    }
  }
  return (id) => index.get(id) ?? [];
}

/**
 * A figure as the page shows it; none where it cannot be printed again: only a cell of a table or an amount of
 * the text can, and a figure without a last place is exact and was never printed.
 */
export function shownOn(page: Page, id: string): LedgerFigure | undefined {
  const cell = /^s(\d+)\/r(\d+)\/c(\d+)$/
    .exec(id)
    ?.slice(1)
    .map((at) => Number(at) - 1);
  const own = cell ? cellOf(page, cell as [number, number, number]) : page.prose.figures.find((one) => one.id === id);
  return own && own.ulp.sign() > 0 ? own : undefined;
}

function cellOf(
  { ledger }: Page,
  [statement, row, column]: readonly [number, number, number],
): LedgerFigure | undefined {
  const line = (ledger.statements[statement] as LedgerStatement).rows[row] as LedgerRow;
  return line.figures[column];
}

/** A hypothesis and its rank among all that explain the same. */
export interface Ranked {
  readonly hypothesis: Hypothesis;
  readonly rank: number;
}

/** The likeliest first; those nearly as likely as the first of a rank share it. */
export function ranked(hypotheses: readonly Hypothesis[]): Ranked[] {
  const sorted = hypotheses.toSorted((a, b) => b.likelihood - a.likelihood);
  let rank = 1;
  let first = sorted[0];
  return sorted.map((hypothesis, index) => {
    if (first && hypothesis.likelihood < first.likelihood * TIE) {
      rank = index + 1;
      first = hypothesis;
    }
    return { hypothesis, rank };
  });
}

/** A hypothesis in words. */
export function diagnosisOf({ hypothesis, rank }: Ranked, { page, standsIn }: Context): Diagnosis {
  return {
    rank,
    explains: [...hypothesis.explains],
    changes: hypothesis.changes.map(({ suspect, grid, slips }) => {
      const ulp = rationalOf(suspect.figure.ulp);
      const end = (units: bigint) => rationalText(times({ top: units, bottom: 1n }, ulp));
      return {
        figure: suspect.figure.id,
        ...(grid?.low !== undefined && { low: end(grid.low) }),
        ...(grid?.high !== undefined && { high: end(grid.high) }),
        edits: slips.slice(0, MOST_EDITS).map((slip) => ({
          kind: slip.kind,
          printed: printInk(withUnits(suspect.ink, slip.units)),
          evidence: slip.words,
        })),
      };
    }),
    evidence: evidenceOf(hypothesis, page, standsIn),
  };
}

function evidenceOf({ changes, explains, breaks }: Hypothesis, page: Page, standsIn: Context['standsIn']): string {
  const [first] = changes;
  const chance = first?.grid && changes.length === 1 ? chanceText(first.suspect, first.grid, first.slips[0]) : '';
  if (explains.every((id) => id.startsWith('joint/')))
    return `With it all checks can hold together, and none breaks${chance}`;
  const all = checksOf(page).filter((one) => one.verdict === 'breaks').length;
  const ties = changes.flatMap(({ suspect }) =>
    standsIn(suspect.figure.id).filter((one) => HOLDS.has(one.verdict)),
  ).length;
  const repairs = `Repairs ${explains.length === all ? (all === 1 ? 'the one check that breaks' : `all ${all} checks that break`) : `${explains.length} of ${all} checks that break`}`;
  const keeps =
    breaks > 0
      ? `, but breaks ${breaks} that tie`
      : ties === 0
        ? ''
        : ties === 1
          ? ' and keeps the other one it stands in'
          : ` and keeps the ${ties} others it stands in`;
  return `${repairs}${keeps}${chance}`;
}

/** How often a figure that has nothing to do with it would be a slip away from repairing: an estimate. */
function chanceText({ ink }: Suspect, grid: Grid, slip: Slip | undefined): string {
  if (slip?.kind === 'other') return '; no common slip leads from there to what is printed';
  const chance = (countSlips(ink) * widthOf(grid, ink)) / 10 ** Math.min(ink.digits.length, 300);
  if (chance >= 0.5) return '; a slip that leads there is easily found by chance';
  return `; about one figure in ${Math.round(1 / chance).toLocaleString('en-US')} would be a slip away from it by chance`;
}
