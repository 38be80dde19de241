/**
 * Captions such as "in thousands, except per share data" leave open in what share counts stand.
 * The per-share figures decide: net income ÷ shares must give them.
 */
import type { Scale } from '../generated/types.ts';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import type { PrintedAmount } from '../figures/printed.ts';

/** One column's figures, as far as they were found. */
export interface PerShareColumn {
  readonly perShare: PrintedAmount;
  readonly shares: PrintedAmount;
  readonly incomes: readonly PrintedAmount[];
}

const CANDIDATES: readonly (1 | 1000 | 1000000)[] = [1, 1000, 1000000];

/**
 * The only scale of the share counts for which income ÷ shares gives the per-share figures.
 * @returns undefined when no scale, or more than one, satisfies as many columns as any other
 */
export function sharesScaleByArithmetic(columns: readonly PerShareColumn[], money: Scale): 1 | 1000 | 1000000 | undefined {
  const score = CANDIDATES.map((scale) => columns.filter((column) => fits(column, money, scale)).length);
  const best = Math.max(...score);
  if (best === 0 || score.filter((count) => count === best).length > 1) return undefined;
  return CANDIDATES[score.indexOf(best)];
}

function fits(column: PerShareColumn, money: Scale, scale: number): boolean {
  const product = box(column.perShare, 1).times(box(column.shares, scale));
  return column.incomes.some((income) => product.plus(box(income, money).negated()).holdsZero());
}

/** Magnitudes only: the scale is decided before the signs are. */
function box(printed: PrintedAmount, scale: number): Interval {
  const unit = Decimal.parse(String(scale));
  return Interval.rounded(printed.magnitude.times(unit), Decimal.powerOfTen(-printed.places).times(unit));
}
