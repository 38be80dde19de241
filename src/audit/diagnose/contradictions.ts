/** What single slip would let equations hold together that hold one by one, and contradict each other. */
import type { Conflict } from '../../generated/types.ts';
import { solve } from '../joint/solve.ts';
import { jointSystem } from '../joint/system.ts';
import type { LedgerFigure } from '../ledger.ts';
import { checksOf, jointlyOf, reprint } from '../page.ts';
import type { Page } from '../page.ts';
import { idOf } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { shownOn } from './hypothesis.ts';
import type { Change, Context, Hypothesis } from './hypothesis.ts';
import { isEmpty } from './range.ts';
import { slipsInto, unexplained } from './slips.ts';
import type { Slip } from './slips.ts';
import { HOLDS, neighboursOf, printedWith, suspectOf } from './suspects.ts';
import { aroundFigure, unnoticed } from './unnoticed.ts';

/** So many of the likeliest figures are tried on the page itself. */
const MOST_TRIED = 12;

/**
 * Figures whose change alone ends a contradiction. What cancels in the derived equation cannot; of every other
 * figure the joint system says exactly what it would have to be, all equations heard that take no part in another one.
 */
export function endingContradiction(context: Context, conflict: Conflict, others: readonly Conflict[]): Hypothesis[] {
  const { page } = context;
  const elsewhere = new Set(others.flatMap(({ members }) => members.map(({ finding }) => finding)));
  const holding = jointlyOf(page).filter((one) => HOLDS.has(one.verdict) && !elsewhere.has(idOf(one)));
  const ids = new Set(conflict.terms.flatMap((term) => [term.figure, ...(term.with ?? [])]));
  const changes = [...ids]
    .flatMap((id) => shownOn(page, id) ?? [])
    .flatMap((figure) => changeOf(page, figure, holding) ?? [])
    .toSorted((a, b) => likelihoodOf(b) - likelihoodOf(a));
  return changes.slice(0, MOST_TRIED).flatMap((change) => tried(context, conflict, change, elsewhere) ?? []);
}

function likelihoodOf({ slips: [first] }: Change): number {
  return (first as Slip).likelihood;
}

function changeOf(page: Page, figure: LedgerFigure, holding: readonly Judged[]): Change | undefined {
  const suspect = suspectOf(page, figure);
  const grid = unnoticed(aroundFigure(holding, figure.id), suspect);
  if (isEmpty(grid)) return undefined;
  const plain = suspect.nil ? [] : slipsInto(grid, suspect.ink, neighboursOf(page, suspect), []);
  // What is printed is not in the grid, so that it has an end, and something to be meant.
  const slips = plain.length > 0 ? plain : [unexplained(grid, suspect.ink, suspect.nil) as Slip];
  return { suspect, grid, slips };
}

/** Printed on the page, it must break nothing and leave no contradiction. */
function tried(
  { page }: Context,
  conflict: Conflict,
  change: Change,
  elsewhere: ReadonlySet<string>,
): Hypothesis | undefined {
  const after = reprint(page, [printedWith(change.suspect, (change.slips[0] as Slip).units)]);
  const broken = new Set(
    checksOf(page)
      .filter((one) => one.verdict === 'breaks')
      .map(idOf),
  );
  const breaks = checksOf(after).some((one) => one.verdict === 'breaks' && !broken.has(idOf(one)));
  const holding = jointlyOf(after).filter((one) => HOLDS.has(one.verdict) && !elsewhere.has(idOf(one)));
  const ends = !breaks && solve(jointSystem(aroundFigure(holding, change.suspect.figure.id))).kind === 'feasible';
  return ends ? { changes: [change], likelihood: likelihoodOf(change), explains: [conflict.id], breaks: 0 } : undefined;
}
