/**
 * What a check of the text says of the amounts before anybody rounded them. An amount in a sentence may have been
 * rounded from the rounded table, and a change may have been counted from rounded amounts: 8,949.5 in thousands
 * shows as 8,950, and 8,950 as 9.0 million. So before the unrounded amounts are asked to satisfy everything together,
 * each amount of the text is given as much more room as the figures beside it were rounded by.
 */
import { Decimal } from '../../figures/decimal.ts';
import { Interval } from '../../figures/interval.ts';
import type { LedgerFigure } from '../ledger.ts';
import { judge } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import type { Check } from './checks.ts';

/**
 * An amount that was rounded over and over, each time to fewer digits, is off by half a unit, a tenth of that, a
 * hundredth and so on: by less than 0.56 units.
 */
const OVER_AND_OVER = Decimal.parse('1.12');

/** The check with the room of amounts that may have been rounded twice; none where it need not hold of unrounded amounts. */
export function unroundedOf({ bound, apart, counted = [] }: Check, judged: Judged): Judged[] {
  // What breaks by itself is no better for more room; a product or a share of rounded amounts is no sum.
  if (apart === true || judged.verdict === 'unproven' || bound.compiled.normal.kind !== 'linear') return [];
  if (judged.verdict === 'breaks') return [judged];
  const figures = new Map(
    [...bound.figures].map(([name, list]) => [
      name,
      list.map((figure) => (isInText(figure) ? withRoom(figure, counted) : figure)),
    ]),
  );
  return [judge({ ...bound, figures })];
}

/** An amount of the text with the room of one that was rounded from another printed figure, where that has more digits. */
export function mayBeRoundedFrom(figure: LedgerFigure, claim: LedgerFigure): LedgerFigure {
  return claim.ulp.compare(figure.ulp) > 0
    ? { ...claim, box: Interval.rounded(claim.value, claim.ulp.plus(figure.ulp)) }
    : claim;
}

/** The figures of the statements stay as they are: they were rounded once. */
function isInText(figure: LedgerFigure): boolean {
  return figure.id.startsWith('p');
}

function withRoom(figure: LedgerFigure, counted: readonly LedgerFigure[]): LedgerFigure {
  // The amounts that a change was counted from are what they are, whatever it is.
  const from = counted.some((one) => one.id === figure.id) ? [] : counted;
  const room = from.reduce((sum, one) => sum.plus(roomOf(one)), roomOf(figure));
  return { ...figure, box: Interval.rounded(figure.value, room) };
}

function roomOf(figure: LedgerFigure): Decimal {
  return isInText(figure) ? figure.ulp.times(OVER_AND_OVER) : figure.ulp;
}
