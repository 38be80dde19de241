/**
 * Captions such as "in thousands, except per share data" leave open in what share counts stand,
 * and some tables have no caption at all. The per-share figures decide: income divided by shares
 * must give them.
 */
import type { Scale } from '../generated/types.ts';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import type { PrintedAmount } from '../figures/printed.ts';

/** One column's figures, as far as they were found. */
export interface PerShareColumn {
  readonly perShare: PrintedAmount;
  readonly shares: PrintedAmount;
  /** The scale that the line of the share counts itself states: "(in millions)". */
  readonly stated?: Scale;
  readonly incomes: readonly PrintedAmount[];
}

export interface Scales {
  readonly money: Scale;
  readonly shares: 1 | 1000 | 1000000;
}

const SHARES: readonly Scales['shares'][] = [1, 1000, 1000000];

/**
 * The only scales for which income divided by shares gives the per-share figures.
 * @param money the scales of money that are possible: one where the caption states it. Where
 *   several pairs differ by the same factor only, the first of them is meant.
 * @returns undefined when no pair, or more than one, satisfies as many columns as any other
 */
export function scalesByArithmetic(columns: readonly PerShareColumn[], money: readonly Scale[]): Scales | undefined {
  const pairs = money.flatMap((scale) => SHARES.map((shares) => ({ money: scale, shares })));
  const byRatio = pairs.filter(
    (pair, index) => pairs.findIndex((one) => one.money * pair.shares === pair.money * one.shares) === index,
  );
  const score = byRatio.map((pair) => columns.filter((column) => fits(column, pair)).length);
  const best = Math.max(...score);
  if (best === 0 || score.filter((count) => count === best).length > 1) return undefined;
  return byRatio[score.indexOf(best)];
}

function fits(column: PerShareColumn, scales: Scales): boolean {
  const product = box(column.perShare, 1).times(box(column.shares, column.stated ?? scales.shares));
  return column.incomes.some((income) => product.plus(box(income, scales.money).negated()).holdsZero());
}

/** Magnitudes only: the scale is decided before the signs are. */
function box(printed: PrintedAmount, scale: number): Interval {
  const unit = Decimal.parse(String(scale));
  return Interval.rounded(printed.magnitude.times(unit), Decimal.powerOfTen(-printed.places).times(unit));
}
