/**
 * One equation over one set of amounts: the verdict, the gap, the room and what was computed.
 */
import { residual, residualRelation } from '../equations/evaluate.ts';
import type { AmountOf } from '../equations/evaluate.ts';
import type { Normal } from '../equations/normalise.ts';
import type { FigureNode } from '../equations/tree.ts';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import type { Verdict } from '../generated/types.ts';

/** What a check says. Gap and room are magnitudes of left minus right, cleared of divisors. */
export interface Checked {
  readonly verdict: Verdict;
  readonly gap: Decimal;
  /** The most that rounding can take off the gap. Unknown where a divisor may be zero. */
  readonly room: Decimal;
  /** Which side is the greater one on the printed amounts, both multiplied by any divisors. */
  readonly greater?: 'left' | 'right';
  /** Why it is unproven. */
  readonly reason?: string;
}

/** The amounts of an equation's figures: as printed, and as intervals of what they may have been. */
export interface Amounts {
  readonly point: AmountOf;
  readonly box: AmountOf;
}

/** Tells the stated figure from the others. */
export type IsStated = (figure: FigureNode) => boolean;

/**
 * Checks one equation. Closed intervals, no tolerance: the relation can hold exactly when the
 * residual (left minus right, with every figure in its rounding interval) can be zero. The
 * interval is exact because in a normal form no figure repeats.
 *
 * @param isStated tells the figure that the others should give, if one side is a single figure: where
 *   it rounds the others' amounts as it is printed, the verdict is `exact`
 */
export function check(normal: Normal, amounts: Amounts, isStated?: IsStated): Checked {
  const direction = residualRelation(normal, amounts.box);
  const point = residual(normal, amounts.point);
  const sign = point.lowSign();
  const isLess = sign < 0;
  const gap = (isLess ? point.negated() : point).low();
  if (!direction.ok) {
    return {
      verdict: 'unproven',
      gap,
      room: Decimal.zero,
      reason: 'a divisor may be zero once its rounding is undone',
    };
  }
  const range = residual(normal, amounts.box);
  // Which way the printed amounts miss the relation; an inequality can be missed one way only.
  const missed =
    direction.relation === '=' ? sign : direction.relation === '<=' ? Math.max(sign, 0) : Math.min(sign, 0);
  const room = (isLess ? range.minus(point) : point.minus(range)).high();
  if (missed === 0) return { verdict: 'exact', gap: Decimal.zero, room };
  if (direction.relation === '=' && isStated && roundsTo(normal, amounts, isStated))
    return { verdict: 'exact', gap, room };
  // The room exceeds the gap where the range reaches beyond zero; that is known without a subtraction.
  const beyond = isLess ? range.highSign() : -range.lowSign();
  return {
    verdict: beyond > 0 ? 'rounding' : beyond === 0 ? 'edge' : 'breaks',
    gap,
    room,
    greater: isLess ? 'right' : 'left',
  };
}

/** Whether the other printed amounts give an amount that prints as the stated figure does. */
function roundsTo(normal: Normal, amounts: Amounts, isStated: IsStated): boolean {
  return residual(normal, (figure) => (isStated(figure) ? amounts.box(figure) : amounts.point(figure))).holdsZero();
}

/**
 * What the other printed amounts give for the stated figure, as text with `places` decimals. The
 * residual is linear in any one figure, so two evaluations give it; the quotient is for display.
 * @returns undefined when the stated figure does not enter the residual
 */
export function computedText(normal: Normal, amounts: Amounts, isStated: IsStated, places: number): string | undefined {
  const at = (value: Interval) =>
    residual(normal, (figure) => (isStated(figure) ? value : amounts.point(figure))).low();
  const intercept = at(Interval.zero);
  const slope = at(Interval.point(Decimal.one)).minus(intercept);
  return slope.sign() === 0 ? undefined : intercept.negated().quotientText(slope, places);
}
