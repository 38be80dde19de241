/**
 * Statements of equity add up both ways: the components of a line give its total across the page, and
 * each column rolls down from one balance to the next. Neither alone is proof where it misses, for
 * such pages hold blanks, share counts and lines that skip the total; but a figure that is wrong
 * breaks its line and its column by the same amount, and where both miss so, both are broken.
 */
import { onceEach } from '../once-each.ts';
import { cellOf, findFootings, isMatrix, placesOf } from './footing.ts';
import type { Cell, Footing } from './footing.ts';
import type { LedgerRow, LedgerStatement } from './ledger.ts';
import { chanceOfSlip } from './near-miss.ts';
import type { Part } from './near-miss.ts';

/** Which columns, added up, give a total across the page, and in which rows. */
export interface CrossFooting {
  readonly total: number;
  readonly columns: readonly number[];
  readonly foots: readonly number[];
  readonly misses: readonly number[];
  /** How likely chance would make as many lines come out. */
  readonly chance: number;
}

/** The footings of a statement down and across the page. */
export interface PageFootings {
  readonly down: readonly Footing[];
  readonly across: readonly CrossFooting[];
}

const NOTHING: Cell = { amount: 0n, half: 0n };

const BELIEVABLE = 1e-3;
/** A line that misses by itself is believed when chance would bring it so near a sum less often than this. */
const SURE = 1e-6;
/** For each row that misses so many must foot. */
const FOOTS_PER_MISS = 2;
const LEAST_FOOTS = 2;

/**
 * What a statement adds up, down and across, of which every miss is a claim. Both directions are asked for by
 * different rules, and each time signs are settled.
 */
export const pageFootings = onceEach((statement: LedgerStatement): PageFootings =>
  confirmed(statement, findFootings(statement)),
);

/**
 * Keeps of the misses, down and across, those that confirm one another; every other miss is no claim.
 * @param down the footings of the columns as they were found
 */
function confirmed(statement: LedgerStatement, down: readonly Footing[]): PageFootings {
  if (!isMatrix(statement.statement)) return { down, across: [] };
  const grid = gridOf(statement);
  const across = findAcross(statement, grid);
  const bears = (footing: Footing, column: number, cross: CrossFooting, row: number): boolean => {
    if (column !== cross.total && !cross.columns.includes(column)) return false;
    if (row !== footing.total && !footing.lines.some((line) => line.row === row)) return false;
    const one = gapDown(grid, footing, column);
    const other = gapAcross(grid, cross.columns, cross.total, row);
    const apart = abs(one.gap) - abs(other.gap);
    return abs(apart) <= one.room + other.room;
  };
  return {
    down: down.map((footing) => ({
      ...footing,
      misses: footing.misses.filter((column) =>
        across.some((cross) => cross.misses.some((row) => bears(footing, column, cross, row))),
      ),
    })),
    across: across.map((cross) => ({
      ...cross,
      misses: cross.misses.filter(
        (row) =>
          down.some((footing) => footing.misses.some((column) => bears(footing, column, cross, row))) ||
          isSlip(statement, cross, row),
      ),
    })),
  };
}

/** Whether the one line that misses is a slip of the hand away from its total. */
function isSlip(statement: LedgerStatement, { columns, total, misses, chance }: CrossFooting, row: number): boolean {
  const figureAt = (column: number) => statement.rows[row]?.figures[column];
  const parts = [...columns, total].flatMap((column): Part[] => {
    const figure = figureAt(column);
    return figure ? [{ figure, sign: column === total ? -1 : 1 }] : [];
  });
  return misses.length === 1 && chance * (chanceOfSlip(statement, parts, chance) ?? Infinity) <= SURE;
}

/** The amounts of money of a page, by row and column. */
type Grid = readonly (readonly (Cell | undefined)[])[];

function gridOf(statement: LedgerStatement): Grid {
  const places = placesOf(statement);
  return statement.rows.map((row) =>
    row.figures.map((figure) => (figure?.unit === 'USD' ? cellOf(figure, places) : undefined)),
  );
}

interface Gap {
  readonly gap: bigint;
  readonly room: bigint;
}

function gapDown(grid: Grid, footing: Footing, column: number): Gap {
  const cells = footing.lines.map(({ row, sign }) => ({ cell: cellAt(grid, row, column), sign }));
  return gapOf(cells, cellAt(grid, footing.total, column));
}

function gapAcross(grid: Grid, columns: readonly number[], total: number, row: number): Gap {
  const cells = columns.map((column) => ({ cell: cellAt(grid, row, column), sign: 1 }));
  return gapOf(cells, cellAt(grid, row, total));
}

function cellAt(grid: Grid, row: number, column: number): Cell {
  // An empty cell of such a page leaves its column alone.
  return grid[row]?.[column] ?? NOTHING;
}

function gapOf(cells: readonly { readonly cell: Cell; readonly sign: number }[], total: Cell): Gap {
  return cells.reduce(
    ({ gap, room }, { cell, sign }) => ({ gap: gap + BigInt(sign) * cell.amount, room: room + cell.half }),
    { gap: -total.amount, room: total.half },
  );
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** A column of money, with the words over it. */
interface Component {
  readonly at: number;
  readonly heading: string;
}

/** The cross-footings under the choice of money columns that leaves the fewest rows unexplained. */
function findAcross({ statement, rows }: LedgerStatement, grid: Grid): CrossFooting[] {
  const shown = statement.columns.flatMap(({ heading, shows }, at): Component[] =>
    shows === undefined && grid.some((row) => row[at] !== undefined) ? [{ at, heading }] : [],
  );
  const named = shown.filter(({ heading }) => !saysShares(heading));
  const choices = [named, shown, ...shown.map((left) => shown.filter((column) => column !== left))];
  let best: CrossFooting[] = [];
  for (const [tried, choice] of choices.entries()) {
    const found = totalsOf(rows, grid, choice, tried + 1);
    if (weight(found) > weight(best)) best = found;
  }
  return best;
}

function saysShares(heading: string): boolean {
  return /\b(?:shares?|number|units)\b[\s)\d]*$/i.test(heading) && !/\b(?:amount|value|total)\b/i.test(heading);
}

function weight(found: readonly CrossFooting[]): number {
  return found.reduce((sum, one) => sum + one.foots.length - one.misses.length, 0);
}

/** Goes over the columns from left to right; a total stands for the columns it sums up. */
function totalsOf(
  rows: readonly LedgerRow[],
  grid: Grid,
  columns: readonly Component[],
  tried: number,
): CrossFooting[] {
  const found: CrossFooting[] = [];
  let open: number[] = [];
  for (const column of columns) {
    const isTotal = /\btotal\b/i.test(column.heading) || column === columns.at(-1);
    const cross = isTotal && open.length > 1 ? readAcross(rows, grid, open, column.at, tried) : undefined;
    if (cross) {
      found.push(cross);
      open = [];
    }
    open.push(column.at);
  }
  return found;
}

function readAcross(
  rows: readonly LedgerRow[],
  grid: Grid,
  columns: readonly number[],
  total: number,
  tried: number,
): CrossFooting | undefined {
  const foots: number[] = [];
  const misses: number[] = [];
  let chance = tried;
  for (const { index, unread } of rows) {
    const shown = columns.filter((column) => grid[index]?.[column] !== undefined);
    const unclear = unread.some((column) => column === total || columns.includes(column));
    if (unclear || shown.length === 0 || grid[index]?.[total] === undefined) continue;
    const { gap, room } = gapAcross(grid, columns, total, index);
    if (abs(gap) > room) {
      misses.push(index);
      continue;
    }
    foots.push(index);
    const spread = shown.reduce((sum, column) => sum + abs(cellAt(grid, index, column).amount), 0n);
    // A line of dashes proves nothing: the room is wider than its spread.
    chance *= Math.min(1, Number(2n * room + 1n) / Number(2n * spread));
  }
  const enough = foots.length >= Math.max(LEAST_FOOTS, FOOTS_PER_MISS * misses.length);
  return enough && chance <= BELIEVABLE ? { total, columns, foots, misses, chance } : undefined;
}
