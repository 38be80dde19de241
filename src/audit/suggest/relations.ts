/**
 * Relations between the lines of a page, found by arithmetic alone: in every column in which its
 * lines stand a relation must hold, and chance must hardly give one as good.
 */
import type { Decimal } from '../../figures/decimal.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';

/** How lines relate: they add up to one, stand for it or for its opposite, or give it one over another. */
export type Relation =
  | { readonly kind: 'sum' | 'difference'; readonly lines: readonly Line[]; readonly gives: Line }
  | { readonly kind: 'equal'; readonly line: Line; readonly opposite: boolean; readonly gives: Line }
  | { readonly kind: 'quotient'; readonly top: Line; readonly bottom: Line; readonly gives: Line };

export interface Line {
  readonly statement: LedgerStatement;
  readonly row: LedgerRow;
}

export interface Found {
  readonly relation: Relation;
  /** How many relations as good chance would be expected to give among all that were tried. */
  readonly chance: number;
  /** How many columns show it. */
  readonly columns: number;
}

/** Lines of one statement that are tried against one another; a longer one is searched in its first so many. */
const MOST_LINES = 120;
/** Lines that are added up. */
const LONGEST_RUN = 12;
/** What chance would give more often than this is no suggestion. */
const BELIEVABLE = 1e-4;

/** A line's amounts by column, in units of ten to a common power; half a unit of last place beside each. */
interface Item {
  readonly line: Line;
  readonly unit: string;
  readonly cells: readonly (Cell | undefined)[];
}

interface Cell {
  readonly amount: bigint;
  readonly half: bigint;
}

/** Every relation of a filing's statements that is believable, the least likely by chance first. */
export function relationsOf(statements: readonly LedgerStatement[]): Found[] {
  const pages = statements;
  const exponent = Math.min(0, ...pages.flatMap(({ rows }) => rows.flatMap((row) => row.figures.flatMap(finest))));
  const items = pages.map((statement) => itemsOf(statement, exponent));
  return [
    ...items.flatMap(sums),
    ...items.flatMap(differences),
    ...items.flatMap((list) => quotients(list, exponent)),
    ...items.flatMap((list, index) => items.slice(index + 1).flatMap((other) => equals(list, other))),
  ].toSorted((a, b) => a.chance - b.chance);
}

function finest(figure: LedgerFigure | undefined): number[] {
  return figure ? [figure.ulp.toScaled().exponent - 1, figure.value.toScaled().exponent] : [];
}

function itemsOf(statement: LedgerStatement, exponent: number): Item[] {
  const shown = statement.statement.columns.map((column) => column.shows === undefined);
  const whole = (amount: Decimal) => {
    const scaled = amount.toScaled();
    return scaled.coefficient * 10n ** BigInt(scaled.exponent - exponent);
  };
  return statement.rows
    .flatMap((row): Item[] => {
      const first = row.figures.find((figure) => figure !== undefined);
      if (!first || row.unread.length > 0) return [];
      const cells = row.figures.map((figure, column) =>
        figure && shown[column] ? { amount: whole(figure.value), half: whole(figure.ulp) / 2n } : undefined,
      );
      return [{ line: { statement, row }, unit: first.unit, cells }];
    })
    .slice(0, MOST_LINES);
}

/** What the columns say for a relation that holds in all of them. */
type Shown = Pick<Found, 'chance' | 'columns'>;

/**
 * Whether lines add up to another, or to its opposite, in every column that shows one of them, and how
 * likely that is by chance: of all sums as large as the amounts, so many lie within rounding. A column
 * that repeats another proves nothing more.
 */
function addUp(lines: readonly Item[], stated: Item, opposite = false): Shown | undefined {
  const items = [...lines, stated];
  let chance = 1;
  const counted = new Set<string>();
  for (const column of stated.cells.keys()) {
    const found = items.map(({ cells }) => cells[column]);
    if (found.every((cell) => cell === undefined)) continue;
    // A line that is blank where the others are not is another line's business.
    if (found.includes(undefined)) return undefined;
    const cells = found as readonly Cell[];
    const amounts = cells.map(({ amount }) => amount);
    const halves = cells.map(({ half }) => half);
    const room = total(halves);
    const [sum, given] = [total(amounts.slice(0, -1)), amounts.at(-1) as bigint];
    if (size(opposite ? sum + given : sum - given) > room) return undefined;
    const sizes = amounts.map(size);
    const key = amounts.join(' ');
    // Nothing is proven by what is no more than rounding.
    if (sizes.some((one) => one <= room) || counted.has(key)) continue;
    counted.add(key);
    const unit = largest(halves);
    chance *= Number(room / unit + 1n) / Number(largest(sizes) / unit + 1n);
  }
  return counted.size === 0 ? undefined : { chance, columns: counted.size };
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount);
}

function largest(amounts: readonly bigint[]): bigint {
  return amounts.reduce((most, amount) => (amount > most ? amount : most));
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** Runs of lines one below the other that give another line. */
function sums(items: readonly Item[]): Found[] {
  let tried = 0;
  const hits: Found[] = [];
  items.forEach((first, start) => {
    for (let end = start + 3; end <= Math.min(items.length, start + LONGEST_RUN); end += 1) {
      const run = items.slice(start, end);
      if (run.some((item) => item.unit !== first.unit)) break;
      for (const gives of items) {
        if (gives.unit !== first.unit || run.includes(gives)) continue;
        tried += 1;
        const good = addUp(run, gives);
        if (good)
          hits.push({ relation: { kind: 'sum', lines: run.map(({ line }) => line), gives: gives.line }, ...good });
      }
    }
  });
  return believable(hits, tried);
}

/** Those that chance would hardly give among so many that were tried. */
function believable(hits: readonly Found[], tried: number): Found[] {
  return hits.map((hit) => ({ ...hit, chance: hit.chance * tried })).filter(({ chance }) => chance <= BELIEVABLE);
}

/** Two lines whose sum or difference is a third. */
function differences(items: readonly Item[]): Found[] {
  const hits: Found[] = [];
  items.forEach((a, index) =>
    items.slice(index + 1).forEach((b) => {
      for (const gives of items) {
        if (a.unit !== b.unit || gives.unit !== a.unit) continue;
        // a + b = c is the same as c − b = a: each once, as the sum that it is.
        const good = addUp([a, b], gives);
        if (good) hits.push({ relation: { kind: 'difference', lines: [a.line, b.line], gives: gives.line }, ...good });
      }
    }),
  );
  return believable(hits, (items.length * (items.length - 1) * (items.length - 2)) / 2);
}

/** The same amount on two statements, or its opposite, under names that no rule would bring together. */
function equals(items: readonly Item[], others: readonly Item[]): Found[] {
  const hits = items.flatMap((a) =>
    others.flatMap((b): Found[] => {
      if (a.unit !== b.unit) return [];
      const aligned = alignedWith(a, b);
      for (const opposite of [false, true]) {
        const good = aligned && addUp([a], aligned, opposite);
        if (good) return [{ relation: { kind: 'equal', line: b.line, opposite, gives: a.line }, ...good }];
      }
      return [];
    }),
  );
  return believable(hits, 2 * items.length * others.length);
}

/** The line with its cells under the other's columns, by period; an instant stands at the end of a duration. */
function alignedWith(a: Item, b: Item): Item | undefined {
  const columnsOf = ({ line }: Item) => line.statement.statement.columns;
  const ends = (period: string | undefined) => period?.split('/').at(-1);
  const cells = columnsOf(a).map((column) => {
    const at = columnsOf(b).findIndex(
      (other) =>
        column.period !== undefined &&
        (other.period === column.period ||
          (ends(other.period) === ends(column.period) && other.period?.includes('/') !== column.period.includes('/'))),
    );
    return at < 0 ? undefined : b.cells[at];
  });
  if (cells.every((cell) => cell === undefined)) return undefined;
  return { ...b, cells: cells.map((cell, index) => (a.cells[index] === undefined ? undefined : cell)) };
}

/** One line over another that gives a percentage or an amount per share. */
function quotients(items: readonly Item[], exponent: number): Found[] {
  const hits: Found[] = [];
  const targets = items.filter(({ unit }) => unit === 'pure' || unit === 'USD/shares');
  const one = 10n ** BigInt(-exponent);
  for (const gives of targets) {
    for (const top of items) {
      for (const bottom of items) {
        if (top === bottom) continue;
        const fits =
          gives.unit === 'pure'
            ? top.unit === bottom.unit && top.unit !== 'pure'
            : top.unit === 'USD' && bottom.unit === 'shares';
        const good = fits ? divides(top, bottom, gives, one) : undefined;
        const lines = { top: top.line, bottom: bottom.line, gives: gives.line };
        if (good) hits.push({ relation: { kind: 'quotient', ...lines }, ...good });
      }
    }
  }
  return believable(hits, targets.length * items.length * (items.length - 1));
}

function divides(top: Item, bottom: Item, gives: Item, one: bigint): Shown | undefined {
  let chance = 1;
  let columns = 0;
  for (const [column, stated] of gives.cells.entries()) {
    const [a, b] = [top.cells[column], bottom.cells[column]];
    if (!stated && !a && !b) continue;
    if (!stated || !a || !b || b.amount === 0n) return undefined;
    // stated × bottom against top, in square units; the printed figures alone decide what is suggested.
    const gap = stated.amount * b.amount - a.amount * one;
    if (size(gap) > stated.half * size(b.amount)) return undefined;
    if (stated.amount === 0n) continue;
    columns += 1;
    chance *= 1 / Number(size(stated.amount) / (2n * stated.half) + 1n);
  }
  return columns === 0 ? undefined : { chance, columns };
}
