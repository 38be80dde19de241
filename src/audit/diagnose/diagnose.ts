/**
 * What single slip would explain all that breaks together, or which smallest set of them. A slip is
 * believed for what it explains: it must repair every equation of its group, is worth little where
 * it breaks another that ties, and is likelier the fewer other slips could have been made.
 *
 * Nothing here corrects anything, and a clean page never gets here.
 */
import type { Diagnosis } from '../../generated/types.ts';
import type { LedgerFigure } from '../ledger.ts';
import { checksOf, reprint } from '../page.ts';
import type { Page } from '../page.ts';
import { idOf } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { groupsOf } from './groups.ts';
import { printInk, unitsOf, withUnits } from './ink.ts';
import { holds, meet, rationalOf, rationalText, times } from './range.ts';
import type { Grid } from './range.ts';
import { countSlips, slipsInto, unexplained, widthOf } from './slips.ts';
import type { Line, Slip } from './slips.ts';
import { HOLDS, gridIn, linesOf, neighboursOf, printedWith, rowOf, suspectOf } from './suspects.ts';
import type { Suspect } from './suspects.ts';

/** More groups of broken equations than this are a page that was not read right, or a ruin. */
const MOST_GROUPS = 20;
/** So many of the likeliest figures are tried on the page itself, and after so many that repair it no less likely one. */
const MOST_TRIED = 12;
const MOST_TOLD = 3;
/** An equation that ties and would break ties by accident then: another slip that happened to hit it. */
const BROKEN_TIE = 1e-6;
/** Of two hypotheses nearly as likely, neither comes first. */
const TIE = 0.5;
/** So many edits are listed for a figure. */
const MOST_EDITS = 3;
/** Pairs are sought among so many figures of a group. */
const MOST_PAIRED = 24;

/** One figure, and what may have been meant. */
interface Change {
  readonly suspect: Suspect;
  /** What would repair and break nothing, or at least repair; none where only the line's signs were re-read. */
  readonly grid?: Grid;
  /** The likeliest first; at least one. */
  readonly slips: readonly Slip[];
}

interface Hypothesis {
  readonly changes: readonly Change[];
  readonly likelihood: number;
  readonly explains: readonly string[];
  readonly breaks: number;
}

/**
 * The diagnoses of all that breaks on a page, group by group, the likeliest of each group first.
 * @param asked whether a broken equation is asked about; its whole group is diagnosed then
 */
export function diagnose(page: Page, asked: (judged: Judged) => boolean = () => true): Diagnosis[] {
  const broken = checksOf(page).filter((one) => one.verdict === 'breaks');
  const groups = groupsOf(broken);
  if (groups.length > MOST_GROUPS) return [];
  const context = { page, standsIn: indexOf(page) };
  return groups.filter((group) => group.some(asked)).flatMap((group) => ranked(explain(context, group), context));
}

interface Context {
  readonly page: Page;
  /** By figure, the decided equations that it stands in. */
  readonly standsIn: ReadonlyMap<string, readonly Judged[]>;
}

function indexOf(page: Page): Map<string, Judged[]> {
  const index = new Map<string, Judged[]>();
  for (const judged of checksOf(page)) {
    if (judged.verdict === 'unproven') continue;
    for (const { figure } of judged.terms) {
      const list = index.get(figure.id);
      if (list) list.push(judged);
      else index.set(figure.id, [judged]);
    }
  }
  return index;
}

function explain(context: Context, group: readonly Judged[]): Hypothesis[] {
  const figures = figuresIn(context, group);
  const alone = figures
    .filter((figure) => group.every((one) => stands(figure, one)))
    .flatMap((figure) => singleOf(context, figure, group) ?? []);
  const tried = tryOut(
    context,
    group,
    alone.map((change) => [change]),
  );
  const signs = rereadSigns(context, group, figures, tried);
  if (tried.length + signs.length > 0 || group.length === 1) return [...tried, ...signs];
  return tryOut(context, group, pairsOf(context, group, figures.slice(0, MOST_PAIRED)));
}

function stands(figure: LedgerFigure, judged: Judged): boolean {
  return judged.terms.some((term) => term.figure.id === figure.id);
}

/** The figures of a group as the page shows them, each once. */
function figuresIn({ page }: Context, group: readonly Judged[]): LedgerFigure[] {
  const found = new Map<string, LedgerFigure>();
  for (const { figure } of group.flatMap((one) => one.terms)) {
    const own =
      page.ledger.statements[figure.statement]?.rows[figure.row]?.figures[figure.column] ??
      page.prose.figures.find(({ id }) => id === figure.id);
    // Only a cell of a table or an amount of the text can be printed again; a figure without a last place is exact and was never printed.
    if (own?.id === figure.id && own.ulp.sign() > 0) found.set(figure.id, own);
  }
  return [...found.values()];
}

/** How one figure could repair these equations, and what that would do to the others it stands in. */
function singleOf({ page, standsIn }: Context, figure: LedgerFigure, repairs: readonly Judged[]): Change | undefined {
  const suspect = suspectOf(page, figure);
  const needed = repairs.map((one) => gridIn(one, suspect));
  if (needed.includes(undefined)) return undefined;
  const grid = meet(needed as Grid[]);
  if (!grid) return undefined;
  const ties = (standsIn.get(figure.id) ?? [])
    .filter((one) => HOLDS.has(one.verdict))
    .flatMap((one) => gridIn(one, suspect) ?? []);
  const whole = meet([grid, ...ties]);
  const lines: Line[] = repairs.flatMap((one) => linesOf(one, suspect));
  const plain = suspect.nil ? [] : slipsInto(grid, suspect.ink, neighboursOf(page, suspect), lines);
  const other = unexplained(whole ?? grid, suspect.ink, suspect.nil);
  const slips = [...plain, ...(other && plain.length === 0 ? [other] : [])]
    .map((slip) => {
      const missed = ties.filter((tie) => !holds(tie, slip.units)).length;
      return { ...slip, likelihood: slip.likelihood * BROKEN_TIE ** missed };
    })
    .toSorted((a, b) => b.likelihood - a.likelihood);
  return slips.length === 0 ? undefined : { suspect, grid: whole ?? grid, slips };
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
 */
function tryOut(context: Context, group: readonly Judged[], sets: readonly (readonly Change[])[]): Hypothesis[] {
  const likelihood = (changes: readonly Change[]) =>
    changes.reduce((product, { slips: [first] }) => product * (first as Slip).likelihood, 1);
  const found: Hypothesis[] = [];
  for (const changes of sets.toSorted((a, b) => likelihood(b) - likelihood(a)).slice(0, MOST_TRIED)) {
    const last = found[MOST_TOLD - 1];
    if (last && likelihood(changes) < last.likelihood * TIE) break;
    const hypothesis = tested(context, group, changes, likelihood(changes));
    // It does not repair the group once it is printed: some line is read otherwise with it.
    if (hypothesis) found.push(hypothesis);
  }
  return found;
}

function tested(
  { page }: Context,
  group: readonly Judged[],
  changes: readonly Change[],
  likelihood: number,
): Hypothesis | undefined {
  const prints = changes.map(({ suspect, slips }) => printedWith(suspect, (slips[0] as Slip).units));
  const before = new Map(checksOf(page).map((one) => [idOf(one), one.verdict]));
  const after = checksOf(reprint(page, prints));
  const holdNow = new Set(after.filter((one) => HOLDS.has(one.verdict)).map(idOf));
  if (!group.every((one) => holdNow.has(idOf(one)))) return undefined;
  const explains = checksOf(page)
    .filter((one) => one.verdict === 'breaks' && holdNow.has(idOf(one)))
    .map(idOf);
  const breaks = after.filter((one) => one.verdict === 'breaks' && before.get(idOf(one)) !== 'breaks').length;
  return { changes, likelihood, explains, breaks };
}

/**
 * The sign of one figure may decide how the whole line is read: "net loss" over figures with and
 * without parentheses. So the signs of such lines are turned on the page itself.
 */
function rereadSigns(
  context: Context,
  group: readonly Judged[],
  figures: readonly LedgerFigure[],
  known: readonly Hypothesis[],
): Hypothesis[] {
  const { page } = context;
  const taken = new Set(
    known.flatMap(({ changes }) =>
      changes.flatMap(({ suspect, slips }) => (slips[0]?.kind === 'sign' ? [suspect.figure.id] : [])),
    ),
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
    const found = tested(context, group, [{ suspect, slips: [slip] }], 1);
    return found ? [{ ...found, likelihood: BROKEN_TIE ** found.breaks }] : [];
  });
}

/** Ranked, with words; those nearly as likely as the first of a rank share it. */
function ranked(hypotheses: readonly Hypothesis[], context: Context): Diagnosis[] {
  const sorted = hypotheses.toSorted((a, b) => b.likelihood - a.likelihood);
  let rank = 1;
  let first = sorted[0];
  return sorted.map((hypothesis, index) => {
    if (first && hypothesis.likelihood < first.likelihood * TIE) {
      rank = index + 1;
      first = hypothesis;
    }
    return diagnosisOf(hypothesis, rank, context);
  });
}

function diagnosisOf(hypothesis: Hypothesis, rank: number, { page, standsIn }: Context): Diagnosis {
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
  const all = checksOf(page).filter((one) => one.verdict === 'breaks').length;
  const ties = changes.flatMap(({ suspect }) =>
    (standsIn.get(suspect.figure.id) ?? []).filter((one) => HOLDS.has(one.verdict)),
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
  const chance = first?.grid && changes.length === 1 ? chanceText(first.suspect, first.grid, first.slips[0]) : '';
  return `${repairs}${keeps}${chance}`;
}

/** How often a figure that has nothing to do with it would be a slip away from repairing: an estimate. */
function chanceText({ ink, nil }: Suspect, grid: Grid, slip: Slip | undefined): string {
  if (nil || slip?.kind === 'other') return '; no common slip leads from there to what is printed';
  const chance = (countSlips(ink) * widthOf(grid, ink)) / 10 ** Math.min(ink.digits.length, 300);
  if (chance >= 0.5) return '; a slip that leads there is easily found by chance';
  return `; about one figure in ${Math.round(1 / chance).toLocaleString('en-US')} would be a slip away from it by chance`;
}
