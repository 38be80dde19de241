/**
 * What single slip would explain all that breaks together, or which smallest set of them. A slip is
 * believed for what it explains: it must repair every equation of its group, is worth little where
 * it breaks another that ties, and is likelier the fewer other slips could have been made.
 *
 * Nothing here corrects anything, and a clean page never gets here.
 */
import type { Conflict, Diagnosis } from '../../generated/types.ts';
import type { LedgerFigure } from '../ledger.ts';
import { checksOf, reprint } from '../page.ts';
import type { Page } from '../page.ts';
import { idOf } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { endingContradiction } from './contradictions.ts';
import { groupsOf } from './groups.ts';
import { TIE, contextOf, diagnosisOf, ranked, shownOn } from './hypothesis.ts';
import type { Change, Context, Hypothesis, Ranked } from './hypothesis.ts';
import { unitsOf } from './ink.ts';
import { holds, meet } from './range.ts';
import type { Grid } from './range.ts';
import { slipsInto, unexplained } from './slips.ts';
import type { Line, Slip } from './slips.ts';
import { HOLDS, gridIn, linesOf, neighboursOf, printedWith, rowOf, suspectOf } from './suspects.ts';

/** More groups of broken equations than this are a page that was not read right, or a ruin. */
const MOST_GROUPS = 20;
/** So many of the likeliest figures are tried on the page itself, and after so many that repair it no less likely one. */
const MOST_TRIED = 12;
const MOST_TOLD = 3;
/** An equation that ties and would break ties by accident then: another slip that happened to hit it. */
const BROKEN_TIE = 1e-6;
/** Pairs are sought among so many figures of a group. */
const MOST_PAIRED = 24;

/** What is asked about: everything that breaks, unless it is said. */
interface Asked {
  /** Those of the page's joint proof. */
  readonly conflicts?: readonly Conflict[];
  /** Whether a broken equation is asked about; its whole group is diagnosed then. */
  readonly asked?: (judged: Judged) => boolean;
}

/**
 * The diagnoses of all that breaks on a page, group by group, the likeliest of each group first, and of
 * what cannot hold together.
 */
export function diagnose(page: Page, asked: Asked = {}): Diagnosis[] {
  const context = contextOf(page);
  return rankedOn(context, asked).map((one) => diagnosisOf(one, context));
}

/** A diagnosis without its words. */
export interface Suspicion {
  readonly rank: number;
  readonly explains: readonly string[];
  /** The figures that would have to change, by their ids. */
  readonly figures: readonly string[];
}

/**
 * The diagnoses without their words.
 * @param sought a figure whose place among them is all that is wanted: less likely ones need not be found
 */
export function suspicionsOn(page: Page, asked: Asked, sought: string): Suspicion[] {
  return rankedOn(contextOf(page), asked, sought).map(({ rank, hypothesis: { explains, changes } }) => ({
    rank,
    explains,
    figures: changes.map(({ suspect }) => suspect.figure.id),
  }));
}

function rankedOn(context: Context, { conflicts = [], asked = () => true }: Asked, sought?: string): Ranked[] {
  const broken = checksOf(context.page).filter((one) => one.verdict === 'breaks');
  const groups = groupsOf(broken);
  if (groups.length > MOST_GROUPS) return [];
  // Where several groups break, one may explain what breaks in another.
  const only = groups.length === 1 ? sought : undefined;
  const groupwise = groups.filter((group) => group.some(asked)).map((group) => explain(context, group, only));
  const jointly = conflicts.slice(0, MOST_GROUPS).map((conflict) =>
    endingContradiction(
      context,
      conflict,
      conflicts.filter((one) => one !== conflict),
    ),
  );
  return [...groupwise, ...jointly].flatMap(ranked);
}

function explain(context: Context, group: readonly Judged[], sought?: string): Hypothesis[] {
  const figures = figuresIn(context, group);
  const alone = figures
    .filter((figure) => group.every((one) => stands(figure, one)))
    .flatMap((figure) => singleOf(context, figure, group) ?? []);
  const sets = alone.map((change) => [change]);
  const tried = tryOut(context, group, sets, sought);
  const signs = rereadSigns(context, group, figures, alone);
  if (tried.length + signs.length > 0) return [...tried, ...signs];
  return tryOut(context, group, pairsOf(context, group, figures.slice(0, MOST_PAIRED)), sought);
}

function stands(figure: LedgerFigure, judged: Judged): boolean {
  return judged.terms.some((term) => term.figure.id === figure.id);
}

/** The figures of a group as the page shows them, each once. */
function figuresIn({ page }: Context, group: readonly Judged[]): LedgerFigure[] {
  const ids = new Set(group.flatMap((one) => one.terms.map(({ figure }) => figure.id)));
  return [...ids].flatMap((id) => shownOn(page, id) ?? []);
}

/** How one figure could repair these equations, and what that would do to the others it stands in. */
function singleOf({ page, standsIn }: Context, figure: LedgerFigure, repairs: readonly Judged[]): Change | undefined {
  const suspect = suspectOf(page, figure);
  const needed = repairs.map((one) => gridIn(one, suspect));
  if (needed.includes(undefined)) return undefined;
  const grid = meet(needed as Grid[]);
  if (!grid) return undefined;
  const ties = standsIn(figure.id)
    .filter((one) => HOLDS.has(one.verdict))
    .flatMap((one) => gridIn(one, suspect) ?? []);
  const whole = meet([grid, ...ties]);
  const lines: Line[] = repairs.flatMap((one) => linesOf(one, suspect));
  const plain = suspect.nil ? [] : slipsInto(grid, suspect.ink, neighboursOf(page, suspect), lines);
  // What is printed is not in the grid, so that it has an end, and something to be meant.
  const found = plain.length > 0 ? plain : [unexplained(whole ?? grid, suspect.ink, suspect.nil) as Slip];
  const slips = found
    .map((slip) => {
      const missed = ties.filter((tie) => !holds(tie, slip.units)).length;
      return { ...slip, likelihood: slip.likelihood * BROKEN_TIE ** missed };
    })
    .toSorted((a, b) => b.likelihood - a.likelihood);
  return { suspect, grid: whole ?? grid, slips };
}

/** Two figures that between them stand in every equation of the group, each repairing what the other does not. */
function pairsOf(context: Context, group: readonly Judged[], figures: readonly LedgerFigure[]): Change[][] {
  const pairs: Change[][] = [];
  figures.forEach((a, index) => {
    for (const b of figures.slice(index + 1)) {
      const [ofA, ofB] = [group.filter((one) => !stands(b, one)), group.filter((one) => !stands(a, one))];
      if (ofA.length === 0 || ofB.length === 0 || !group.every((one) => stands(a, one) || stands(b, one))) continue;
      const changes = [singleOf(context, a, ofA), singleOf(context, b, ofB)].flatMap((change) => change ?? []);
      if (changes.length === 2) pairs.push(changes);
    }
  });
  return pairs;
}

/**
 * Tries the likeliest changes on the page itself, until so many stand the test that nobody reads
 * further; those nearly as likely as the last of them are tried as well.
 * @param sought a figure behind whose own rank nothing is wanted
 */
function tryOut(
  context: Context,
  group: readonly Judged[],
  sets: readonly (readonly Change[])[],
  sought?: string,
): Hypothesis[] {
  const likelihood = (changes: readonly Change[]) =>
    changes.reduce((product, { slips: [first] }) => product * (first as Slip).likelihood, 1);
  const found: Hypothesis[] = [];
  let last: Hypothesis | undefined;
  for (const changes of sets.toSorted((a, b) => likelihood(b) - likelihood(a)).slice(0, MOST_TRIED)) {
    if (last && likelihood(changes) < last.likelihood * TIE) break;
    const effect = tested(context, group, changes);
    // It does not repair the group once it is printed: some line is read otherwise with it.
    if (!effect) continue;
    const hypothesis = { changes, likelihood: likelihood(changes), ...effect };
    found.push(hypothesis);
    const told = found.length === MOST_TOLD || changes.some(({ suspect }) => suspect.figure.id === sought);
    if (told) last ??= hypothesis;
  }
  return found;
}

/** What changes do once they are printed; none where they do not repair the group. */
function tested(
  { page, verdicts }: Context,
  group: readonly Judged[],
  changes: readonly Change[],
): Pick<Hypothesis, 'explains' | 'breaks'> | undefined {
  const prints = changes.map(({ suspect, slips }) => printedWith(suspect, (slips[0] as Slip).units));
  const again = reprint(page, prints);
  const repaired = (after: readonly Judged[], asked: readonly Judged[]) => {
    const holdNow = new Set(after.filter((one) => HOLDS.has(one.verdict)).map(idOf));
    return asked.every((one) => holdNow.has(idOf(one))) ? holdNow : undefined;
  };
  const shown = new Set(page.judged);
  const ofPage = group.filter((one) => shown.has(one));
  // Most are refused by the statements, before the sentences are heard.
  const holdNow = repaired(again.judged, ofPage) && repaired(checksOf(again), group);
  if (!holdNow) return undefined;
  const explains = [...verdicts].flatMap(([id, verdict]) => (verdict === 'breaks' && holdNow.has(id) ? [id] : []));
  const breaks = checksOf(again).filter(
    (one) => one.verdict === 'breaks' && verdicts.get(idOf(one)) !== 'breaks',
  ).length;
  return { explains, breaks };
}

/**
 * The sign of one figure may decide how the whole line is read: "net loss" over figures with and
 * without parentheses. So the signs of such lines are turned on the page itself.
 */
function rereadSigns(
  context: Context,
  group: readonly Judged[],
  figures: readonly LedgerFigure[],
  weighed: readonly Change[],
): Hypothesis[] {
  const { page } = context;
  // What is known of a sign by arithmetic stands.
  const taken = new Set(
    weighed.flatMap(({ suspect, slips }) => (slips[0]?.kind === 'sign' ? [suspect.figure.id] : [])),
  );
  const rows = new Map(figures.map((figure) => [`${figure.statement}/${figure.row}`, rowOf(page, figure)]));
  const suspects = [...rows.values()]
    .map((row) =>
      row.figures.flatMap((figure) => (figure && figure.value.sign() !== 0 ? [suspectOf(page, figure)] : [])),
    )
    .filter((line) => new Set(line.map(({ ink }) => ink.negative)).size === 2)
    .flat()
    .filter(({ figure }) => !taken.has(figure.id));
  return suspects.slice(0, MOST_TRIED).flatMap((suspect) => {
    const units = -unitsOf(suspect.ink);
    const slip: Slip = { kind: 'sign', units, likelihood: 1, words: 'with the opposite sign' };
    const changes = [{ suspect, slips: [slip] }];
    const effect = tested(context, group, changes);
    return effect ? [{ changes, likelihood: BROKEN_TIE ** effect.breaks, ...effect }] : [];
  });
}
