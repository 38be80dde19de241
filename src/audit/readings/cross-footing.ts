/**
 * Tables whose columns add up to one of them: a statement of equity, segments and their total, the
 * quarters of a year. Which columns do is found by arithmetic over all lines.
 */
import { pageFootings } from '../cross-footing.ts';
import type { CrossFooting } from '../cross-footing.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';
import { asPrinted, digits, likeliest, MOST_COLUMNS, near, RATIO, within } from './reading.ts';
import type { Choice, Comes, Reading } from './reading.ts';
import { CHANGE } from './change-columns.ts';

interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Any run of columns may be tried, so that chance has more to choose from. */
const LEAST_EVIDENCE = 7;

/**
 * For every line of a table that cross-foots: the parts, and the total beside them. A statement of
 * equity is read as what it is, by its components; any other table by the columns that come out.
 */
export function crossFootingReadings(statement: LedgerStatement): Reading[] {
  const { across } = pageFootings(statement);
  return across.length > 0
    ? across.flatMap((footing) => componentReadings(statement, footing))
    : runReadings(statement);
}

function componentReadings({ rows }: LedgerStatement, { total, columns, foots, misses }: CrossFooting): Reading[] {
  return rows.flatMap((row): Reading[] => {
    const missing = row.unread
      .filter((column) => column === total || columns.includes(column))
      .map((column) => `"${row.row.printed?.[column]}" for "${row.row.label}" cannot be read`);
    const speaks = foots.includes(row.index) || misses.includes(row.index);
    if (!speaks && (missing.length === 0 || typeof row.row.printed?.[total] !== 'string')) return [];
    return [{ ...reading(row, { total, parts: columns }), missing }];
  });
}

function runReadings(statement: LedgerStatement): Reading[] {
  const choices = sums(statement);
  if (choices.length === 0) return [];
  const ulp = commonUlp(statement);
  const found = likeliest(statement, choices, (row, sum) => adds(statement, row, sum, ulp), LEAST_EVIDENCE);
  if (!found) return [];
  const sum = widest(choices, found, (row, wider) => adds(statement, row, wider, ulp) !== 'not');
  const lost = repeatedMiss(found.rows, sum);
  // What proves nothing of the columns is still said by them.
  const rows = statement.rows.filter((row) => found.rows.includes(row) || isItsTotal(statement, row, sum, ulp));
  return rows.map((row): Reading => ({
    ...reading(row, sum),
    ...(lost !== undefined && { doubt: lost }),
  }));
}

/**
 * Of sums that come out in the same lines the one of the most columns. The fewer the figures, the surer
 * a sum looks; one that leaves out a column of amounts too small to matter would be believed for it.
 */
function widest(
  choices: readonly Sum[],
  { columns: narrow, rows }: Choice<Sum>,
  comes: (row: LedgerRow, sum: Sum) => boolean,
): Sum {
  return choices
    .filter(({ total, parts }) => total === narrow.total && narrow.parts.every((column) => parts.includes(column)))
    .filter((wider) => rows.every((row) => comes(row, wider) || !comes(row, narrow)))
    .reduce((a, b) => (b.parts.length > a.parts.length ? b : a));
}

function reading(row: LedgerRow, { total, parts }: Sum): Reading {
  return {
    column: total,
    figures: { ColumnParts: partsOf(row, parts).map(asPrinted), ColumnTotal: partsOf(row, [total]).map(asPrinted) },
  };
}

/** Slips are not alike; where several lines miss by the same amount, a column was not read. */
function repeatedMiss(rows: readonly LedgerRow[], sum: Sum): string | undefined {
  const misses = rows.flatMap((row) => {
    const { difference, room } = missOf(row, sum);
    return within(difference, room) ? [] : [difference.toPrecision(9)];
  });
  return new Set(misses).size < misses.length
    ? 'several lines miss their total by the same amount, as if a column were missing'
    : undefined;
}

function missOf(row: LedgerRow, { total, parts }: Sum): { readonly difference: number; readonly room: number } {
  const amounts = partsOf(row, parts).map(near);
  const stated = near(row.figures[total] as LedgerFigure);
  return {
    difference: amounts.reduce((so, part) => so + part.amount, -stated.amount),
    room: amounts.reduce((so, part) => so + part.half, stated.half),
  };
}

/** Runs of two columns or more right beside another one: all of them, or those that count no shares. */
function sums(statement: LedgerStatement): Sum[] {
  const { columns } = statement.statement;
  if (columns.length > MOST_COLUMNS) return [];
  const amounts = columns.flatMap((column, index) =>
    column.shows === undefined && !CHANGE.test(column.heading) ? [index] : [],
  );
  const counts = new Set(columns.flatMap((column, index) => (/\bshares\b/i.test(column.heading) ? [index] : [])));
  return amounts.flatMap((total, at) => {
    const before = amounts.slice(0, at).map((_, from) => amounts.slice(from, at));
    const after = amounts.slice(at + 1).map((_, more) => amounts.slice(at + 1, at + 2 + more));
    const runs = [...before, ...after];
    const money = runs.map((run) => run.filter((column) => !counts.has(column)));
    return [...runs, ...money].filter((parts) => parts.length > 1).map((parts) => ({ total, parts }));
  });
}

/** The last place of most lines: per-share figures and ratios among amounts do not add up. */
function commonUlp(statement: LedgerStatement): string | undefined {
  const ulps = statement.rows.flatMap(
    ({ figures }) => figures.find((figure) => figure?.unit === 'USD')?.ulp.toString() ?? [],
  );
  return [...Map.groupBy(ulps, (ulp) => ulp)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

function adds(statement: LedgerStatement, row: LedgerRow, sum: Sum, ulp: string | undefined): Comes {
  if (!mayAdd(statement, row, sum, ulp)) return undefined;
  const { difference, room } = missOf(row, sum);
  if (!within(difference, room)) return 'not';
  // One part that is its total says nothing.
  return isOnePart(row, sum) ? undefined : digits(near(row.figures[sum.total] as LedgerFigure).amount, room);
}

/** Whether one part of a line is its total, and there are no others. */
function isItsTotal(statement: LedgerStatement, row: LedgerRow, sum: Sum, ulp: string | undefined): boolean {
  if (!mayAdd(statement, row, sum, ulp) || !isOnePart(row, sum)) return false;
  const { difference, room } = missOf(row, sum);
  return within(difference, room);
}

function isOnePart(row: LedgerRow, { parts }: Sum): boolean {
  return partsOf(row, parts).filter((part) => part.amount.sign() !== 0).length < 2;
}

/** Whether a line shows amounts that would add up as those of most lines do. */
function mayAdd(statement: LedgerStatement, row: LedgerRow, sum: Sum, ulp: string | undefined): boolean {
  const whole = row.figures[sum.total];
  const found = partsOf(row, sum.parts);
  if (!whole || found.length === 0 || row.unread.length > 0 || RATIO.test(row.row.label)) return false;
  if ([whole, ...found].some((figure) => figure.unit !== 'USD' || figure.ulp.toString() !== ulp)) return false;
  // A part may go on below: "(40) (a)" and "(191) (b)" on the next line.
  const below = statement.rows[row.index + 1];
  return !(below?.row.label === '' && !below.figures[sum.total] && below.figures.some(Boolean));
}

function partsOf(row: LedgerRow, parts: readonly number[]): LedgerFigure[] {
  return parts.flatMap((column) => row.figures[column] ?? []);
}
