/**
 * Whether a sum that a table shows elsewhere is missed by one slip of the hand here. Columns that are
 * no periods need not add up because the column beside them does; one that would, but for two digits
 * that are swapped, was meant to.
 */
import type { Footing } from './footing.ts';
import type { Column } from '../generated/types.ts';
import { printedAmount } from './ledger.ts';
import type { LedgerFigure, LedgerStatement } from './ledger.ts';

/** Columns and totals that add nothing up, whatever stands above them. */
const NO_SUM = /\b(?:average|weighted|price|per|rates?|yields?|changes?|remaining)\b|%|(?:in|of) years/i;
const FOOTNOTE = /[*†‡§#¹²³⁴-⁹]|\d\)? ?[([](?:\d{1,2}|[a-z])[)\]]$/u;
/** A figure may well equal its neighbour; it is a slip where so many other columns say that it should not. */
const COPY_AGAINST = 4;
/** More amounts than this within rounding, and some slip leads to one of them by chance. */
const MOST_MEANT = 24n;

/**
 * Whether every column that a footing misses is missed by one slip. A total with a footnote explains
 * itself: the quarters of a year of per-share amounts need not add up.
 */
export function missesByOneSlip(statement: LedgerStatement, footing: Footing): boolean {
  const total = statement.rows[footing.total];
  return footing.misses.every((column) => {
    const figure = total?.figures[column];
    const { heading } = statement.statement.columns[column] as Column;
    if (!figure || FOOTNOTE.test(figure.printed) || [heading, figure.label].some((text) => NO_SUM.test(text)))
      return false;
    return isNear(statement, footing, column, figure);
  });
}

/** A figure of the sum in millionths of the unit: its amount and half a unit of its last place. */
interface Part {
  readonly figure: LedgerFigure;
  readonly sign: bigint;
}

function isNear(statement: LedgerStatement, footing: Footing, column: number, total: LedgerFigure): boolean {
  const parts = footing.lines.flatMap(({ row, sign }): Part[] => {
    const figure = statement.rows[row]?.figures[column];
    return figure ? [{ figure, sign: BigInt(sign) }] : [];
  });
  const all = [...parts, { figure: total, sign: -1n }];
  const exponent =
    Math.min(...all.flatMap(({ figure }) => [figure.ulp, figure.amount].map((one) => one.toScaled().exponent))) - 1;
  const whole = (amount: LedgerFigure['amount']) => {
    const scaled = amount.toScaled();
    return scaled.coefficient * 10n ** BigInt(scaled.exponent - exponent);
  };
  const gap = all.reduce((sum, { figure, sign }) => sum + sign * whole(printedAmount(figure)), 0n);
  const room = all.reduce((sum, { figure }) => sum + whole(figure.ulp), 0n) / 2n;
  const isLine = parts.some(({ figure }) => {
    const size = abs(whole(figure.amount));
    return size > room && abs(abs(gap) - size) <= room;
  });
  return (
    isLine ||
    all.some(({ figure, sign }) => {
      if (footing.foots.length >= COPY_AGAINST && isCopy(statement, figure)) return true;
      const unit = whole(figure.ulp);
      const printed = whole(printedAmount(figure));
      const meant = printed - sign * gap;
      const low = ceiling(meant - room, unit);
      const high = floor(meant + room, unit);
      if (high - low > MOST_MEANT) return false;
      for (let units = low; units <= high; units += 1n) if (oneSlipApart(printed / unit, units)) return true;
      return false;
    })
  );
}

/** Whether the figure beside, above or below is the same, to the last digit. */
function isCopy({ rows }: LedgerStatement, { row, column, amount, ulp }: LedgerFigure): boolean {
  if (amount.sign() === 0) return false;
  return [
    rows[row]?.figures[column - 1],
    rows[row]?.figures[column + 1],
    rows[row - 1]?.figures[column],
    rows[row + 1]?.figures[column],
  ].some((other) => other?.amount.equals(amount) === true && other.ulp.equals(ulp));
}

/**
 * Whether two amounts, in units of the last place, are one slip of the hand apart: the sign, zeros at
 * the end, two neighbouring digits, one digit wrong, missing or too many.
 */
export function oneSlipApart(a: bigint, b: bigint): boolean {
  if (a === b) return false;
  if (a === -b) return true;
  if (a < 0n !== b < 0n) return false;
  const [short, long] = [abs(a).toString(), abs(b).toString()].toSorted((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  const more = long.length - short.length;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  const middle = short.length - head - tail;
  if (more === 0) {
    return middle === 1 || (middle === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]);
  }
  return (more === 1 && middle === 0) || (short !== '0' && long === short + '0'.repeat(more));
}

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
