/**
 * What the page itself adds up: for every total of a table, the lines above that give it. Needs no
 * vocabulary, so every column of every table is footed.
 *
 * A total is explained by the run of lines right above it (lines already summed up count as their
 * total) with some choice of signs, if that choice foots in the columns. The columns check one
 * another: a reading that foots in one column by chance does not foot in the next. Where a reading
 * foots in some columns, beyond chance, and misses in another, the reading is certain and the
 * other column is wrong.
 */
import type { Column, Statement, StatementKind, Unit } from '../generated/types.ts';
import { onceEach } from '../once-each.ts';
import { printedAmount } from './ledger.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from './ledger.ts';
import { chanceOfSlips } from './near-miss.ts';

/** One line of a sum, and whether it is taken away. */
export interface Addend {
  readonly row: number;
  readonly sign: 1 | -1;
}

/** How the lines give a total. */
export interface Footing {
  readonly total: number;
  readonly lines: readonly Addend[];
  /** Columns in which the lines give the total, and those in which they do not. */
  readonly foots: readonly number[];
  readonly misses: readonly number[];
  /** How it is known which lines the total sums up, in words. */
  readonly how: string;
}

/** At most so many lines above a total are tried. */
const LONGEST_RUN = 40;
/** And so many above a line that nothing marks as a total. */
const LONGEST_UNMARKED = 16;
/** Up to so many lines, every choice of signs is tried. */
const MOST_FREE_SIGNS = 5;
/** A reading is believed when chance would give one as good less often than this. */
const BELIEVABLE = { total: 1e-2, line: 1e-5, broken: 5e-3, nested: 2e-4, doubtful: 1e-6, unmarked: 1e-7 } as const;

/**
 * Finds the footings of a statement, from top to bottom. Money, per-share amounts and counts foot apart.
 * Settling signs and diagnosing judge the same statements again and again; each is searched once.
 */
export const findFootings = onceEach(searchFootings);

function searchFootings(statement: LedgerStatement): readonly Footing[] {
  const found: Footing[] = [];
  const open = new Map<string, Line[]>();
  const { kind, columns } = statement.statement;
  const amounts = columns.map((column) => column.shows === undefined);
  const places = placesOf(statement);
  for (const row of statement.rows) {
    const item = itemOf(row, statement, amounts, places);
    if (!item) continue;
    const stack = open.get(item.unit) ?? [];
    open.set(item.unit, stack);
    const candidate = explain(stack, item, kind);
    const footing =
      candidate && (candidate.footing.misses.length === 0 || isClaim(statement, candidate)) ? candidate : undefined;
    if (footing) {
      found.push(footing.footing);
      stack.length -= footing.count;
    }
    // Nothing below total assets is part of them: liabilities and equity add up on their own.
    if (row.concept?.name === 'Assets') stack.length = 0;
    else stack.push({ ...item, explained: footing !== undefined });
  }
  return found;
}

/**
 * Whether the columns are the components of equity, and not periods of a list from top to bottom. What
 * misses down such a page is no claim until it is confirmed across it.
 */
export function isMatrix({ kind, columns }: Statement): boolean {
  return kind === 'equityStatement' && !columns.every((column) => /\b(?:19|20)\d\d\b/.test(column.heading));
}

/** A line of balances, to which the lines above it roll down. */
const BALANCE = /\bbalances?\b|^(?:as )?(?:at|of) [a-z]+ \d|^total\b/i;

/**
 * Whether what misses is a claim: the columns that foot say something of those that do not, because all
 * of them show the same thing for different times and most of them foot, or because a slip explains the
 * miss and chance would hardly bring it so near.
 */
function isClaim(statement: LedgerStatement, { footing, chance, proof, plain }: Explained): boolean {
  const { kind, columns } = statement.statement;
  const { foots, misses, lines } = footing;
  const once = misses.length === 1;
  const slips = () => chanceOfSlips(statement, footing, chance);
  const unlikely = (most: number) => once && chance * (slips() ?? Infinity) <= most;
  if (kind === 'other' && leavesOut(statement, footing)) return false;
  // What little else proves has come this far as all lines of a section added up, and one column misses.
  if (misses.length > foots.length || chance > BELIEVABLE.broken)
    return proof === 'whole' && unlikely(BELIEVABLE.broken);
  const added = lines.every(({ sign }) => sign === 1);
  const isTotal = statement.rows[footing.total]?.row.total === true;
  const forTimes = () => showOneThing([...foots, ...misses].map((column) => columns[column] as Column));
  if (proof !== 'whole') {
    if (added && unlikely(BELIEVABLE.doubtful)) return true;
    // What sums up a line at one time sums it up at another, whatever that line sums up itself.
    return proof === 'nested' && plain && isTotal && chance <= BELIEVABLE.nested && forTimes();
  }
  if (isMatrix(statement.statement)) return true;
  // What nothing marks as a total is one by its columns alone.
  if (!isTotal)
    return (
      (added && unlikely(BELIEVABLE.unmarked)) ||
      (once && foots.length > 2 && chance <= BELIEVABLE.unmarked && forTimes())
    );
  return kind !== 'other' || forTimes() || slips() !== undefined;
}

/** Whether what is missed stands in a line between that was taken for another unit: dashes do not show theirs. */
function leavesOut({ rows }: LedgerStatement, { lines, total, misses }: Footing): boolean {
  const own = new Set(lines.map(({ row }) => row));
  const from = Math.min(...own);
  const beside = rows.slice(from, total).filter(({ index }) => !own.has(index));
  const unit = unitOf(rows[total] as LedgerRow);
  return misses.some((column) =>
    beside.some((row) => {
      const figure = row.figures[column];
      return figure !== undefined && figure.unit !== unit && figure.unit !== 'pure' && figure.amount.sign() !== 0;
    }),
  );
}

/** Whether columns show one thing for different times: by their periods, or by headings that differ in dates alone. */
function showOneThing(columns: readonly Column[]): boolean {
  const periods = columns.map(({ period }) => period);
  const differ = (list: readonly unknown[]) => new Set(list).size === list.length;
  if (periods.every((period) => period !== undefined) && differ(periods)) return true;
  const headings = columns.map(({ heading }) => heading);
  return differ(headings) && new Set(headings.map(dateless)).size === 1 && headings.every((one) => DATED.test(one));
}

const QUARTER = /\b(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)(?= (?:fiscal )?quarter)|q[1-4]|[1-4]q)\b/gi;
const DATED = new RegExp(`\\b(?:19|20)\\d\\d\\b|${QUARTER.source}`, 'i');
const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b\.?/gi;

function dateless(heading: string): string {
  return heading
    .replace(MONTH, '')
    .replace(QUARTER, '')
    .replace(/\d+/g, '')
    .replace(/[\s,.]+/g, ' ')
    .trim();
}

/** An amount as an integer in a common unit, with half a unit of last place. */
export interface Cell {
  readonly amount: bigint;
  readonly half: bigint;
}

/** A row, by column. */
interface Item {
  readonly row: LedgerRow;
  readonly unit: string;
  readonly cells: readonly (Cell | undefined)[];
  /** The sign that the concept's balance gives a line in a walk down to income: costs are taken away. */
  readonly natural: 1 | -1;
  readonly isTotal: boolean;
  /** Whether an empty cell says that the line leaves the column alone. */
  readonly blankIsNil: boolean;
  readonly belowHeading: boolean;
}

/** A row that stands above others. */
interface Line extends Item {
  /** Whether lines above were found to give it. */
  readonly explained: boolean;
}

/** Amounts are compared in millionths, which every usual figure is a multiple of. */
const PLACES = 6;

/** The decimals of a unit that every figure, and half a unit of its last place, is a multiple of. */
export function placesOf(statement: LedgerStatement): number {
  const finest = statement.rows.flatMap((row) =>
    row.figures.flatMap((figure) => (figure ? [1 - figure.ulp.toScaled().exponent] : [])),
  );
  return finest.reduce((most, places) => Math.max(most, places), PLACES);
}

function itemOf(
  row: LedgerRow,
  statement: LedgerStatement,
  shown: readonly boolean[],
  places: number,
): Item | undefined {
  const unit = unitOf(row) ?? unitUnread(row, statement, shown);
  if (unit === undefined) return undefined;
  const above = statement.rows[row.index - 1];
  return {
    row,
    unit,
    cells: row.figures.map((figure, column) =>
      figure && shown[column] && figure.unit === unit ? cellOf(figure, places) : undefined,
    ),
    natural: naturalSign(row),
    // Net income is one of the lines between two balances.
    isTotal: isMatrix(statement.statement) ? BALANCE.test(row.row.label) : row.row.total === true,
    blankIsNil: isMatrix(statement.statement),
    belowHeading: above !== undefined && !above.row.printed,
  };
}

function unitOf(row: LedgerRow): Unit | undefined {
  return row.figures.find((figure) => figure !== undefined)?.unit;
}

/** The unit of a line none of whose figures can be read; in a table that is no statement, such a line is words. */
function unitUnread(row: LedgerRow, statement: LedgerStatement, shown: readonly boolean[]): Unit | undefined {
  const counts = statement.statement.kind !== 'other' && row.unread.some((column) => shown[column]);
  return counts ? (row.row.unit ?? row.concept?.unit ?? 'USD') : undefined;
}

/**
 * With which sign a line enters a walk down to income, or a side of the balance sheet, when the
 * printed figure is taken as it stands: costs are taken away, and so is a deficit that only its
 * label says.
 */
function naturalSign(row: LedgerRow): 1 | -1 {
  const figure = row.figures.find((one) => one && one.amount.sign() !== 0);
  const cost = row.concept?.balance === 'debit' && row.concept.period === 'duration';
  const worth =
    figure && (cost ? figure.value.negated() : row.concept?.period === 'duration' ? figure.value : figure.amount);
  return worth && worth.sign() !== printedAmount(figure).sign() ? -1 : 1;
}

export function cellOf(figure: LedgerFigure, places: number): Cell {
  const amount = printedAmount(figure).toScaled();
  const ulp = figure.ulp.toScaled();
  return {
    amount: amount.coefficient * 10n ** BigInt(amount.exponent + places),
    half: ulp.coefficient * 5n * 10n ** BigInt(ulp.exponent - 1 + places),
  };
}

/** A reading of so many lines right above a total. */
interface Choice extends Reading {
  readonly count: number;
  /** All lines of a section added up, as a reader takes it at first sight. */
  readonly plain: boolean;
  readonly proof: Proof;
}

/**
 * What a reading says of columns in which it misses: all that it needs is there; one of its lines behind the
 * first is itself a total that nothing explains; one of them is blank there, so that it may say nothing.
 */
type Proof = 'whole' | 'nested' | 'blank';

interface Reading {
  readonly signs: readonly (1 | -1)[];
  readonly foots: readonly number[];
  readonly misses: readonly number[];
  readonly chance: number;
}

interface Explained extends Choice {
  readonly footing: Footing;
}

function explain(stack: readonly Line[], total: Item, kind: StatementKind): Explained | undefined {
  let tried = 0;
  let natural = 0;
  let best: Choice | undefined;
  const longest = Math.min(stack.length, total.isTotal ? LONGEST_RUN : LONGEST_UNMARKED);
  for (let count = 1; count <= longest; count += 1) {
    const lines = stack.slice(-count);
    // One line under its own total: where the total says that it is one.
    const single = count === 1;
    if (single && !(total.isTotal && !lines[0]?.isTotal)) continue;
    // A run that starts below a heading or another total, all of it added up, is what a reader takes
    // it for; such readings are few, so that one of them is less likely to foot by chance.
    const bounded = startsSection(stack, count);
    for (const signs of signChoices(lines, kind)) {
      tried += 1;
      const plain = bounded && signs.every((sign) => sign === 1);
      if (plain) natural += 1;
      const alone = plain && total.isTotal && !single;
      const reading = read(lines, signs, total, plain ? natural : tried, alone);
      if (!reading) continue;
      const complete = reading.misses.length === 0;
      if (complete && reading.chance > (total.isTotal ? BELIEVABLE.total : BELIEVABLE.line)) continue;
      if (!complete && reading.chance > (alone ? 1 : BELIEVABLE.broken)) continue;
      if (!complete && single && !/^total\b/i.test(total.row.row.label)) continue;
      const found = { ...reading, count, plain, proof: complete ? 'whole' : proofOf(lines, reading) } as const;
      if (!best || better(found, best)) best = found;
      if (complete) break;
    }
    if (best && best.misses.length === 0) break;
  }
  if (!best) return undefined;
  const run = stack.slice(-best.count);
  const footing: Footing = {
    total: total.row.index,
    lines: run.map((line, index) => ({ row: line.row.index, sign: best.signs[index] as 1 | -1 })),
    foots: best.foots,
    misses: best.misses,
    how:
      best.misses.length === 0
        ? 'the lines above that give it in every column'
        : `the lines above that give it in ${best.foots.length === 1 ? 'another column' : `${best.foots.length} other columns`}`,
  };
  return { ...best, footing };
}

/** Whether the last `count` lines start where a section does: at the top, below a heading or below a total. */
function startsSection(stack: readonly Item[], count: number): boolean {
  const first = stack.at(-count);
  const before = stack.at(-count - 1);
  return !before || before.isTotal || (first !== undefined && first.belowHeading);
}

function proofOf(lines: readonly Line[], reading: Reading): Proof {
  const isBlank = (line: Line) =>
    !line.blankIsNil &&
    reading.foots.some((column) => line.cells[column] !== undefined) &&
    reading.misses.some((column) => line.cells[column] === undefined);
  if (lines.some(isBlank)) return 'blank';
  // The first line sums up nothing of this run, whatever it is elsewhere.
  return lines.every((line, index) => index === 0 || !line.isTotal || line.explained) ? 'whole' : 'nested';
}

/** Whether a reading is better than the best of those tried before it, which are no longer and miss somewhere. */
function better(a: Choice, b: Choice): boolean {
  if (a.misses.length !== b.misses.length) return a.misses.length < b.misses.length;
  // The line right above may repeat the total by a slip; a whole section does not.
  if (b.count === 1 && a.count > 1) return true;
  return (a.proof === 'whole') === (b.proof === 'whole') ? a.chance < b.chance : a.proof === 'whole';
}

/** The choices of signs worth trying, the most natural first. */
function* signChoices(lines: readonly Item[], kind: StatementKind): Generator<readonly (1 | -1)[]> {
  const seen = new Set<string>();
  const fresh = (signs: readonly (1 | -1)[]) => seen.size !== seen.add(signs.join('')).size;
  const plain: (readonly (1 | -1)[])[] = [
    lines.map(() => 1),
    lines.map((line, index) => (index === 0 ? 1 : line.natural)),
    lines.map((_, index) => (index === 0 ? 1 : -1)),
    lines.map((line) => line.natural),
  ];
  for (const signs of plain) if (fresh(signs)) yield signs;
  // On a balance sheet nothing is taken away but what its label says.
  if (kind === 'balanceSheet' || lines.length > MOST_FREE_SIGNS) return;
  // Even masks: nothing is there for the first line to be taken away from.
  for (let mask = 0; mask < 2 ** lines.length; mask += 2) {
    const signs = lines.map((_, index) => ((mask >> index) & 1 ? -1 : 1));
    if (fresh(signs)) yield signs;
  }
}

/** How a choice of signs fares in every column that shows the total. */
function read(
  lines: readonly Item[],
  signs: readonly (1 | -1)[],
  total: Item,
  tried: number,
  alone: boolean,
): Reading | undefined {
  const foots: number[] = [];
  const misses: number[] = [];
  const counted = new Set<string>();
  let chance = tried;
  for (const [column, stated] of total.cells.entries()) {
    if (stated === undefined || lines.some((line) => line.row.unread.includes(column))) continue;
    let sum = 0n;
    let room = stated.half;
    let spread = 0n;
    lines.forEach((line, index) => {
      const cell = line.cells[column];
      if (cell === undefined) return;
      sum += signs[index] === -1 ? -cell.amount : cell.amount;
      spread += cell.amount < 0n ? -cell.amount : cell.amount;
      room += cell.half;
    });
    const gap = sum - stated.amount;
    if (gap > room || -gap > room || lines.every((line) => line.cells[column] === undefined)) {
      misses.push(column);
      if (2 * misses.length > total.cells.length && !(alone && misses.length === 1)) return undefined;
      continue;
    }
    foots.push(column);
    // A column that repeats another proves nothing more.
    const key = `${stated.amount}|${sum}|${spread}`;
    if (counted.has(key)) continue;
    counted.add(key);
    // Of all sums between −spread and +spread, so many lie within the room: of a column of zeros, all.
    chance *= Math.min(1, Number(2n * room + 1n) / Number(2n * spread));
  }
  return { signs, foots, misses, chance };
}
