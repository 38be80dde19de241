/** How a claim is to be held against a line: under which sign and relation, and why a miss would be no proof. */
import { normaliseLabel } from '../../concepts/labels.ts';
import type { Relation } from '../../equations/index.ts';
import { Decimal } from '../../figures/decimal.ts';
import { Interval } from '../../figures/interval.ts';
import { standingFor } from '../ledger.ts';
import type { LedgerFigure } from '../ledger.ts';
import { isLoose } from './figures.ts';
import type { ClaimFigure } from './figures.ts';
import type { Line } from './lines.ts';

/** Results, whose words always say whether they are above or below zero; of all else pages print magnitudes. */
const PROFIT =
  /^(?:NetIncomeLoss|ProfitLoss|IncomeLossFrom|OperatingIncomeLoss|GrossProfit|EarningsPerShare|ComprehensiveIncome|NetCashProvided|StockholdersEquity)/;

/** The figure of the statement under the sign in which the claim gives it: "other expense of $5 million". */
export function under(claim: ClaimFigure, figure: LedgerFigure): LedgerFigure {
  if (PROFIT.test(claim.claim.concept ?? figure.concept?.name ?? '')) return figure;
  return figure.value.sign() * claim.value.sign() < 0 ? standingFor(figure, !figure.turned) : figure;
}

/** Words that do not tell one line from another. */
const FILLERS = new Set(
  'total net expense cost charge income loss earnings profit (loss) (income) (expense) (deficit) deficit gain (gain) attributable to from by used in provided (used) for and accumulated'.split(
    ' ',
  ),
);

/** Whether the words of a claim are those of the line, fillers apart; of an amount a share the concept says enough. */
function sameWords(claim: ClaimFigure, line: LedgerFigure): boolean {
  if (claim.unit === 'USD/shares' || claim.claim.measures === undefined) return true;
  const [own, its] = [claim.claim.measures, line.label].map((text) =>
    normaliseLabel(text)
      .split(' ')
      .filter((word) => !FILLERS.has(word))
      .sort()
      .join(' '),
  );
  return own === its;
}

export function doubtOf(claim: ClaimFigure, ...lines: readonly Line[]): string | undefined {
  const doubts = lines.flatMap((line) => line.doubt ?? []);
  if (isLoose(claim))
    doubts.push(`"${claim.printed}" is a round figure, or nothing at a precision that it does not say`);
  if (lines.some((line) => mayBeScaled(claim, line))) doubts.push('the scale of the statement could not be read');
  for (const { figure } of lines) {
    if (!sameWords(claim, figure)) doubts.push(`the statement calls it "${figure.label}"`);
  }
  return doubts.length > 0 ? doubts.join('; ') : undefined;
}

/** The powers of ten in which statements are printed. */
const SCALES = [3, 6].map((power) => Interval.point(Decimal.powerOfTen(power)));

/** Whether a statement without a caption of its scale may be in thousands or millions, for all that the amounts say. */
function mayBeScaled(claim: ClaimFigure, { figure, statement }: Line): boolean {
  if (statement.statement.scale !== undefined || claim.unit !== 'USD' || figure.value.sign() === 0) return false;
  const [own, its] = [claim, figure].map((one) => (one.value.sign() < 0 ? one.box.negated() : one.box)) as [
    Interval,
    Interval,
  ];
  return figure.value.abs().compare(claim.ulp) < 0 || SCALES.some((scale) => own.minus(its.times(scale)).holdsZero());
}

/** "More than $5 million" bounds from below, "nearly $5 million" from above; of a loss the other way round. */
export function relationOf(claim: ClaimFigure): Relation {
  const { hedge } = claim.claim;
  if (hedge !== 'over' && hedge !== 'under') return '=';
  return (hedge === 'over') === claim.value.sign() >= 0 ? '>=' : '<=';
}
