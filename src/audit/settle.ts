/**
 * Where the page leaves a line's sign open and only one reading can satisfy the equations, that
 * reading is adopted, and the report says so.
 */
import type { NotApplied, Note, Row } from '../generated/types.ts';
import type { CompiledRule } from '../rules/program.ts';
import { bind } from './bind.ts';
import { onceEach } from '../once-each.ts';
import type { Ledger, LedgerFigure, LedgerRow } from './ledger.ts';
import { idOf, judge } from './verdicts.ts';
import type { Judged } from './verdicts.ts';

/** More open lines than this in one statement are not tried in combination. */
const MOST_OPEN = 5;

export interface Settled {
  readonly ledger: Ledger;
  /** Every bound equation, judged under the settled signs. */
  readonly judged: readonly Judged[];
  readonly notApplied: readonly NotApplied[];
  readonly notes: readonly Note[];
}

/**
 * Settles open signs, statement by statement. A reading other than the first is adopted only if it
 * leaves no equation broken that its lines stand in, repairs more than it breaks, and no other
 * reading that turns as few lines does as much.
 */
export function settleSigns(ledger: Ledger, programme: readonly CompiledRule[]): Settled {
  let settled = ledger;
  const { bound, notApplied } = bind(ledger, programme);
  let judged: readonly Judged[] = bound.map(judgeOnce);
  const notes: Note[] = [];
  const turned = new Set<Row>();
  for (const statement of ledger.statements) {
    const open = statement.rows.filter((row) => row.open || row.signByLabel);
    const broken = brokenIn(judged).filter((one) => touches(one, statement.index, open));
    if (broken.length === 0) continue;
    const involved = open
      .filter((row) => broken.some((one) => touches(one, statement.index, [row])))
      .slice(0, MOST_OPEN);
    const found = onlyRepair(settled, statement.index, involved, programme, judged);
    if (!found) continue;
    ({ ledger: settled, judged } = found);
    for (const row of found.turned) {
      notes.push(turnedNote(row));
      turned.add(row.row);
    }
  }
  for (const statement of settled.statements) {
    for (const row of statement.rows) if (row.signByLabel && !turned.has(row.row)) notes.push(byLabelNote(row));
  }
  return { ledger: settled, judged, notApplied, notes };
}

function judgeAll(ledger: Ledger, programme: readonly CompiledRule[]): Judged[] {
  return bind(ledger, programme).bound.map(judgeOnce);
}

/** The equations of a statement that stays as it is come bound as they were. */
const judgeOnce = onceEach(judge);

function touches(judged: Judged, statement: number, rows: readonly LedgerRow[]): boolean {
  return judged.terms.some(
    (term) => term.figure.statement === statement && rows.some((row) => row.index === term.figure.row),
  );
}

interface Repair {
  readonly ledger: Ledger;
  readonly judged: Judged[];
  readonly turned: readonly LedgerRow[];
}

/**
 * The smallest set of lines whose turning repairs the most and leaves nothing broken that they
 * stand in. None where two such sets are equally small: the page and its equations leave it open.
 */
function onlyRepair(
  ledger: Ledger,
  statement: number,
  rows: readonly LedgerRow[],
  programme: readonly CompiledRule[],
  before: readonly Judged[],
): Repair | undefined {
  const subsets = Array.from({ length: 2 ** rows.length }, (_, mask) => rows.filter((__, bit) => (mask >> bit) & 1));
  subsets.sort((a, b) => a.length - b.length);
  let fewest = brokenIn(before).length;
  let best: Repair[] = [];
  for (const subset of subsets) {
    const turned = turn(ledger, statement, new Set(subset.map((row) => row.index)));
    const judged = judgeAll(turned, programme);
    const broken = brokenIn(judged);
    if (broken.some((one) => touches(one, statement, subset))) continue;
    // What is no longer asked is not satisfied: turned lines may no longer add up to anything.
    const holds = new Set(judged.filter(({ verdict }) => verdict !== 'breaks' && verdict !== 'unproven').map(idOf));
    if (brokenIn(before).some((one) => touches(one, statement, subset) && !holds.has(idOf(one)))) continue;
    const repair = { ledger: turned, judged, turned: subset };
    if (broken.length < fewest) {
      fewest = broken.length;
      best = [repair];
    } else if (broken.length === fewest && subset.length === best[0]?.turned.length) {
      best.push(repair);
    }
  }
  return best.length === 1 ? best[0] : undefined;
}

function brokenIn(judged: readonly Judged[]): Judged[] {
  return judged.filter((one) => one.verdict === 'breaks');
}

function turn(ledger: Ledger, statement: number, rows: ReadonlySet<number>): Ledger {
  return {
    ...ledger,
    statements: ledger.statements.map((one) =>
      one.index !== statement
        ? one
        : { ...one, rows: one.rows.map((row) => (rows.has(row.index) ? turnRow(row) : row)) },
    ),
  };
}

function turnRow(row: LedgerRow): LedgerRow {
  return { ...row, figures: row.figures.map((figure) => figure && turnFigure(figure, row.signByLabel)) };
}

function turnFigure(figure: LedgerFigure, withAmount: boolean): LedgerFigure {
  return {
    ...figure,
    ...(withAmount ? { amount: figure.amount.negated() } : { turned: !figure.turned }),
    value: figure.value.negated(),
    point: figure.point.negated(),
    box: figure.box.negated(),
  };
}

function turnedNote(row: LedgerRow): Note {
  return {
    about: 'sign',
    text: `"${row.row.label}": the page leaves its sign open; read against the first reading, because only so do its equations hold`,
    ...placeOf(row),
  };
}

function byLabelNote(row: LedgerRow): Note {
  return {
    about: 'sign',
    text: `"${row.row.label}" is printed without a sign and read as negative, as its label says`,
    ...placeOf(row),
  };
}

/** Where the first figure of a line stands; a line whose sign is open has one. */
function placeOf(row: LedgerRow): { readonly at?: string } {
  return {
    ...row.figures.flatMap((figure) => (figure ? [{ at: `${figure.place.line}:${figure.place.column}` }] : []))[0],
  };
}
