/**
 * Columns that say by how much the columns beside them changed, in amounts or in percent. Which two
 * columns are compared is found by arithmetic: headings such as "vs. 2005" or "Y/Y" seldom say it all.
 */
import { normaliseLabel } from '../../concepts/normalise.ts';
import { Decimal } from '../../figures/decimal.ts';
import { parsePrinted } from '../../figures/printed.ts';
import { standingFor } from '../ledger.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';
import { asPrinted, digits, likeliest, MOST_COLUMNS, near, RATIO, standingAs, within } from './reading.ts';
import type { Comes, Reading } from './reading.ts';

interface Pair {
  readonly current: number;
  readonly prior: number;
}

/** For every line and every column of changes: the change, and the two amounts that it compares. */
export function changeReadings(statement: LedgerStatement): Reading[] {
  return columnsShowing(statement, 'change').flatMap((target) => {
    const found = likeliest(statement, pairsFor(statement, target), (row, pair) => changes(row, target, pair));
    if (!found) return [];
    const { current, prior } = found.columns;
    return found.rows.map((row): Reading => {
      const [a, b, change] = [figureIn(row, current), figureIn(row, prior), figureIn(row, target)];
      const figures = {
        LineCurrent: [a],
        LinePrior: [b],
        LineChange: [isTurned(a, b, change) ? opposite(change) : change],
      };
      return { column: target, figures };
    });
  });
}

/** For every line and every column of percentages that are changes: the percentage, and what it compares. */
export function percentChangeReadings(statement: LedgerStatement): Reading[] {
  return columnsShowing(statement, 'percent').flatMap((target) => {
    const found = likeliest(statement, pairsFor(statement, target), (row, pair) => grows(row, target, pair));
    if (!found) return [];
    const { current, prior } = found.columns;
    const forWorse = statement.rows.some((row) => growsOpposed(row, target, found.columns) === 'cost');
    const rows = forWorse
      ? found.rows.filter((row) => growsOpposed(row, target, found.columns) === undefined)
      : found.rows;
    return rows.map((row): Reading => {
      const [a, b] = [figureIn(row, current), figureIn(row, prior)];
      return {
        column: target,
        figures: { LineCompared: [a], LineBase: [b], LinePercentChange: percentageIn(row, target) },
      };
    });
  });
}

interface Share {
  readonly amount: number;
  readonly whole: LedgerRow;
}

/** For every line and every column of percentages that are shares of one line: the percentage, the line and the whole. */
export function shareReadings(statement: LedgerStatement): Reading[] {
  return columnsShowing(statement, 'percent').flatMap((target) => {
    const wholes = statement.rows.filter((row) => percentageOf(row.figures[target])?.value.equals(Decimal.one));
    const choices = amountColumns(statement, target).flatMap((amount) =>
      wholes.map((whole): Share => ({ amount, whole })),
    );
    const bases = statedBases(statement);
    const found = likeliest(statement, choices, (row, share) =>
      isOfOther(bases.get(row), share.whole) ? undefined : shares(row, target, share),
    );
    if (!found) return [];
    const { amount, whole } = found.columns;
    return found.rows.map((row): Reading => {
      const [part, all] = [figureIn(row, amount), figureIn(whole, amount)];
      return {
        column: target,
        figures: { LineAmount: [part], HundredPercent: [all], LinePercent: percentageIn(row, target) },
      };
    });
  });
}

const BASE = /\((?:as )?an? (?:percent|percentage|%) of ([^)]+)\)/i;

/** For each line below one that says of what its percentages are, what that says: "(as a percent of restaurant sales)". */
function statedBases({ rows }: LedgerStatement): ReadonlyMap<LedgerRow, string> {
  let base: string | undefined;
  return new Map(
    rows.flatMap((row): [LedgerRow, string][] => {
      const before = base;
      base = BASE.exec(row.row.label)?.[1] ?? base;
      // It may be a heading that was taken into the line above it.
      const own = before === undefined || before === base ? base : before;
      return own === undefined ? [] : [[row, normaliseLabel(own)]];
    }),
  );
}

function isOfOther(base: string | undefined, whole: LedgerRow): boolean {
  return base !== undefined && base !== normaliseLabel(whole.row.label);
}

/** A figure of a row that is known to show it: a choice of columns speaks of no other rows. */
function figureIn(row: LedgerRow, column: number): LedgerFigure {
  return asPrinted(row.figures[column] as LedgerFigure);
}

function percentageIn(row: LedgerRow, column: number): LedgerFigure[] {
  return [percentageOf(row.figures[column]) as LedgerFigure];
}

function columnsShowing(statement: LedgerStatement, shows: 'change' | 'percent'): number[] {
  const { columns } = statement.statement;
  if (columns.length > MOST_COLUMNS) return [];
  return columns.flatMap((column, index) =>
    column.shows === shows || (shows === 'change' && column.shows === undefined && CHANGE.test(column.heading))
      ? [index]
      : [],
  );
}

/** A heading of a column of changes. */
export const CHANGE = /\b(?:changes?|variance|increase|decrease|difference)\b/i;

/** The columns that may show amounts, nearest to a column first, the left one of two as near. */
function amountColumns(statement: LedgerStatement, target: number): number[] {
  return statement.statement.columns
    .flatMap((column, index) =>
      index === target || column.shows === 'percent' || column.shows === 'note' ? [] : [index],
    )
    .sort((a, b) => Math.abs(a - target) - Math.abs(b - target));
}

/** Two columns that another may compare, the nearest first. */
function* pairsFor(statement: LedgerStatement, target: number): Generator<Pair> {
  const columns = amountColumns(statement, target);
  for (const [index, one] of columns.entries()) {
    for (const other of columns.slice(0, index)) {
      // The later period stands to the left of the earlier one as a rule.
      yield { current: Math.min(one, other), prior: Math.max(one, other) };
      yield { current: Math.max(one, other), prior: Math.min(one, other) };
    }
  }
}

/** Earnings per share change like amounts. */
function isRatio(row: LedgerRow): boolean {
  return RATIO.test(row.row.label) && row.figures.every((figure) => figure?.unit !== 'USD/shares');
}

function comparable(a: LedgerFigure, b: LedgerFigure): boolean {
  return a.unit === b.unit && a.unit !== 'pure';
}

function changes(row: LedgerRow, target: number, { current, prior }: Pair): Comes {
  const [a, b, change] = [row.figures[current], row.figures[prior], row.figures[target]];
  if (!a || !b || !change || !comparable(a, b) || change.unit !== a.unit || isRatio(row)) return undefined;
  if (a.amount.sign() === 0 && b.amount.sign() === 0) return undefined;
  const [x, y, z] = [near(a), near(b), near(change)];
  const room = x.half + y.half + z.half;
  const difference = x.amount - y.amount;
  if (within(difference - z.amount, room)) return digits(z.amount, room);
  // The opposite of a change comes out too, and says nothing of which columns are compared.
  return within(difference + z.amount, room) ? 0 : 'not';
}

/** Whether only the opposite of a change comes out: a cost that rose may be shown as a change for the worse. */
function isTurned(a: LedgerFigure, b: LedgerFigure, change: LedgerFigure): boolean {
  const [x, y, z] = [near(a), near(b), near(change)];
  const room = [x.half, y.half, z.half];
  return !within(x.amount - y.amount - z.amount, ...room) && within(x.amount - y.amount + z.amount, ...room);
}

function opposite(figure: LedgerFigure): LedgerFigure {
  return standingFor(figure, !figure.turned);
}

/** A percentage of a base that is negative or nil has no agreed meaning, and says nothing. */
function grows(row: LedgerRow, target: number, { current, prior }: Pair): Comes {
  const [a, b, share] = [row.figures[current], row.figures[prior], percentageOf(row.figures[target])];
  if (!a || !b || !share || !comparable(a, b) || isRatio(row)) return undefined;
  const [x, y, z] = [near(a), near(b), near(share)];
  if (y.amount === 0) return undefined;
  const growth = 1 + z.amount;
  // One of the two with the other sign, and it would come out: a sign is wrong.
  if (x.amount < 0 !== y.amount < 0) {
    const size = Math.abs(x.amount) - Math.abs(y.amount) * growth;
    return within(size, x.half + y.half * Math.abs(growth) + Math.abs(y.amount) * z.half) ? 'not' : undefined;
  }
  if (x.amount < 0) return undefined;
  const room = x.half + y.half * Math.abs(growth) + y.amount * z.half + y.half * z.half;
  return within(x.amount - y.amount * growth, room) ? digits(Math.max(Math.abs(z.amount), 0.1), z.half) : 'not';
}

/**
 * What only the opposite of a percentage gives: a cost in parentheses that grew, shown as a change for the worse, or
 * another line. Where a column does so for costs, such a line may be one whose growth is for the worse.
 */
function growsOpposed(row: LedgerRow, target: number, { current, prior }: Pair): 'cost' | 'line' | undefined {
  const [a, b, share] = [row.figures[current], row.figures[prior], percentageOf(row.figures[target])];
  if (!a || !b || !share || !comparable(a, b)) return undefined;
  const [x, y, z] = [near(a), near(b), near(share)];
  if (x.amount < 0 !== y.amount < 0 || z.amount === 0) return undefined;
  const growth = 1 - z.amount;
  const room = x.half + y.half * Math.abs(growth) + Math.abs(y.amount) * z.half + y.half * z.half;
  if (!within(Math.abs(x.amount) - Math.abs(y.amount) * growth, room)) return undefined;
  return x.amount < 0 ? 'cost' : 'line';
}

function shares(row: LedgerRow, target: number, { amount, whole }: Share): Comes {
  const [part, all, percent] = [row.figures[amount], whole.figures[amount], percentageOf(row.figures[target])];
  if (!part || !all || !percent || !comparable(part, all) || row === whole) return undefined;
  const [x, y, z] = [near(part), near(all), near(percent)];
  if (y.amount <= 0 || x.amount < 0 !== z.amount < 0) return undefined;
  const room = x.half + y.half * Math.abs(z.amount) + y.amount * z.half + y.half * z.half;
  return within(x.amount - y.amount * z.amount, room) ? digits(Math.max(Math.abs(z.amount), 0.1), z.half) : 'not';
}

/** A figure in a column of percentages as the pure number it stands for, "%" or not. */
function percentageOf(figure: LedgerFigure | undefined): LedgerFigure | undefined {
  if (!figure) return undefined;
  const parsed = parsePrinted(figure.printed);
  if (!parsed.ok || parsed.printed.kind !== 'amount') return undefined;
  const { magnitude, negative, places } = parsed.printed;
  const hundredth = Decimal.powerOfTen(-2);
  const value = (negative === false ? magnitude : magnitude.negated()).times(hundredth);
  return standingAs(figure, value, Decimal.powerOfTen(-places - 2), 'pure');
}
