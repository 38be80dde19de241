/**
 * Whether a sum is missed by one slip of the hand, and how likely that is by chance. Columns that are
 * no periods need not add up because the column beside them does; one that would, but for two digits
 * that are swapped, was meant to.
 */
import type { Footing } from './footing.ts';
import type { Column } from '../generated/types.ts';
import { printedAmount } from './ledger.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from './ledger.ts';

/** Columns and totals that add nothing up, whatever stands above them. */
const NO_SUM = /\b(?:average|weighted|price|per|rates?|yields?|remaining)\b|%|(?:in|of) years/i;
/** A line may be called income before changes in accounting, and be a sum all the same. */
const NO_SUM_COLUMN = /\bchanges?\b/i;
const FOOTNOTE = /[*†‡§#¹²³⁴-⁹]|\d\)? ?[([](?:\d{1,2}|[a-z])[)\]]$/u;
/** A figure may well equal its neighbour; it is a slip where so many other columns say that it should not. */
const COPY_AGAINST = 1e-4;
/** More amounts than this within rounding, and some slip leads to one of them by chance. */
const MOST_MEANT = 24n;

/**
 * How likely it is that columns which are no sums at all would all be one slip away from it: one where that
 * cannot be told, as where a line is left out; undefined where a column is no slip away. A total with a
 * footnote explains itself: the quarters of a year of per-share amounts need not add up.
 * @param chance how likely the other columns would add up by accident
 */
export function chanceOfSlips(statement: LedgerStatement, footing: Footing, chance: number): number | undefined {
  const total = statement.rows[footing.total];
  let product = 1;
  for (const column of footing.misses) {
    const figure = total?.figures[column];
    const { heading } = statement.statement.columns[column] as Column;
    if (!figure || FOOTNOTE.test(figure.printed) || NO_SUM_COLUMN.test(heading)) return undefined;
    if ([heading, figure.label].some((text) => NO_SUM.test(text))) return undefined;
    const own = chanceOfSlip(statement, partsIn(statement, footing, column), chance);
    if (own === undefined) return undefined;
    product *= own;
  }
  return product;
}

/** A figure of a sum, and whether it is taken away; the total is. */
export interface Part {
  readonly figure: LedgerFigure;
  readonly sign: 1 | -1;
}

function partsIn({ rows }: LedgerStatement, { lines, total }: Footing, column: number): Part[] {
  return [...lines, { row: total, sign: -1 as const }].flatMap(({ row, sign }): Part[] => {
    const figure = rows[row]?.figures[column];
    return figure ? [{ figure, sign }] : [];
  });
}

/**
 * The same of one sum that is missed.
 * @param all its figures, the total last
 */
export function chanceOfSlip(statement: LedgerStatement, all: readonly Part[], chance: number): number | undefined {
  const exponent =
    Math.min(...all.flatMap(({ figure }) => [figure.ulp, figure.amount].map((one) => one.toScaled().exponent))) - 1;
  const whole = (amount: LedgerFigure['amount']) => {
    const scaled = amount.toScaled();
    return scaled.coefficient * 10n ** BigInt(scaled.exponent - exponent);
  };
  const gap = all.reduce((sum, { figure, sign }) => sum + BigInt(sign) * whole(printedAmount(figure)), 0n);
  const room = all.reduce((sum, { figure }) => sum + whole(figure.ulp), 0n) / 2n;
  const parts = all.slice(0, -1);
  const spread = parts.reduce((sum, { figure }) => sum + abs(whole(figure.amount)), 0n);
  let least: number | undefined;
  for (const { figure, sign } of all) {
    const unit = whole(figure.ulp);
    const printed = whole(printedAmount(figure));
    const meant = printed - BigInt(sign) * gap;
    const low = ceiling(meant - room, unit);
    const high = floor(meant + room, unit);
    if (high - low > MOST_MEANT) return undefined;
    for (let units = low; units <= high; units += 1n) {
      const slip = slipBetween(printed / unit, units);
      if (slip === undefined) continue;
      // So many amounts lie within rounding of one that such a slip would lead to, of all that a sum can be.
      const tries = KINDS_OF_SLIP * all.length * WAYS[slip](digitsOf(printed / unit));
      const own = Math.min(1, (tries * Number(2n * room + unit)) / Number(2n * spread + unit));
      if (least === undefined || own < least) least = own;
    }
  }
  if (least !== undefined) return least;
  const isLine = parts.some(({ figure }) => {
    const size = abs(whole(figure.amount));
    return size > room && abs(abs(gap) - size) <= room;
  });
  return isLine || (chance <= COPY_AGAINST && all.some(({ figure }) => isCopy(statement, figure))) ? 1 : undefined;
}

/** Whether the figure beside, above or below is the same, to the last digit. */
function isCopy({ rows }: LedgerStatement, { row, column, amount, ulp }: LedgerFigure): boolean {
  if (amount.sign() === 0) return false;
  const beside = (rows[row] as LedgerRow).figures.filter((_, at) => at !== column);
  return [...beside, rows[row - 1]?.figures[column], rows[row + 1]?.figures[column]].some(
    (other) => other?.amount.equals(amount) === true && other.ulp.equals(ulp),
  );
}

type HandSlip = 'sign' | 'power' | 'rescaled' | 'swapped' | 'retyped' | 'digit';

/** How many amounts each slip leads to from one of so many digits. */
const WAYS: Readonly<Record<HandSlip, (digits: number) => number>> = {
  sign: () => 1,
  power: () => 6,
  rescaled: () => 1_010,
  swapped: (digits) => digits - 1,
  retyped: (digits) => 9 * digits,
  digit: (digits) => 11 * digits,
};
/** A wrong scale is one kind, whether what it cuts off was zeros or was rounded away. */
const KINDS_OF_SLIP = 5;

function digitsOf(units: bigint): number {
  return abs(units).toString().length;
}

/**
 * Which slip of the hand lies between what is printed and what was meant, in units of the last place: the sign,
 * zeros at the end, another scale, two neighbouring digits, one digit wrong, missing or too many; undefined where it is none.
 */
export function slipBetween(a: bigint, b: bigint): HandSlip | undefined {
  if (a === b) return undefined;
  if (a === -b) return 'sign';
  if (a < 0n !== b < 0n) return undefined;
  const [short, long] = [abs(a).toString(), abs(b).toString()].toSorted((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  const more = long.length - short.length;
  let head = 0;
  // They differ somewhere, so that this ends.
  while (short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  const middle = short.length - head - tail;
  if (more === 0) {
    if (middle === 1) return 'retyped';
    return middle === 2 && short[head] === long[head + 1] && short[head + 1] === long[head] ? 'swapped' : undefined;
  }
  if (short !== '0' && long === short + '0'.repeat(more)) return 'power';
  if (more === 1 && middle === 0) return 'digit';
  // Where nothing is left of an amount, nobody can tell what it was.
  return a !== 0n && SCALES.some((scale) => roundedTo(abs(b), scale) === abs(a)) ? 'rescaled' : undefined;
}

/** The size of an amount in so many times larger units, halves away from zero. */
function roundedTo(size: bigint, scale: bigint): bigint {
  return (2n * size + scale) / (2n * scale);
}

/** A figure in a unit of its own: in millions among thousands, or with its point a place too far to the left. */
const SCALES = [10n, 1_000n] as const;

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** @param by positive */
function floor(value: bigint, by: bigint): bigint {
  const cut = value / by;
  return cut * by > value ? cut - 1n : cut;
}

function ceiling(value: bigint, by: bigint): bigint {
  return -floor(-value, by);
}
