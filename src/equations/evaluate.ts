import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import { minusOne } from './linear.ts';
import type { Normal } from './normalise.ts';
import type { FigureNode, Node, Relation } from './tree.ts';

/** The amount of a figure: a one-point interval for what is printed, or its rounding interval. */
export type AmountOf = (figure: FigureNode) => Interval;

/**
 * The range of a tree without quotients. It is exact where every figure occurs once, as in the
 * residual and the divisors of a normal form.
 * @throws RangeError on a quotient: nothing is ever divided, `normalise` clears quotients first
 */
export function evaluateNode(node: Node, amountOf: AmountOf): Interval {
  switch (node.kind) {
    case 'figure':
      return amountOf(node);
    case 'constant':
      return Interval.point(node.value);
    case 'sum':
      return node.terms.map((term) => evaluateNode(term, amountOf)).reduce((total, term) => total.plus(term));
    case 'negation':
      return evaluateNode(node.operand, amountOf).negated();
    case 'product':
      return node.factors.map((factor) => evaluateNode(factor, amountOf)).reduce((all, factor) => all.times(factor));
    case 'quotient':
      throw new RangeError('a quotient has no exact decimal value; normalise the equation first');
  }
}

/**
 * The range of left − right, for a cleared equation multiplied by its divisors: the equation can
 * hold where it holds zero.
 */
export function residual(normal: Normal, amountOf: AmountOf): Interval {
  if (normal.kind === 'cleared') return evaluateNode(normal.residual, amountOf);
  let total: Interval | undefined;
  for (const { figure, coefficient } of normal.terms) {
    const term = weighted(amountOf(figure), coefficient);
    // Not summed onto Interval.zero: its power of ten would make every addition rescale.
    total = total === undefined ? term : total.plus(term);
  }
  if (total !== undefined && normal.constant === Decimal.zero) return total;
  const constant = Interval.point(normal.constant);
  return total === undefined ? constant : total.plus(constant);
}

/**
 * `normalise` gives nearly every coefficient as the shared one or minus one, so comparing
 * identities, which costs nothing, finds them; any other object is multiplied, to the same result.
 */
function weighted(amount: Interval, coefficient: Decimal): Interval {
  if (coefficient === Decimal.one) return amount;
  if (coefficient === minusOne) return amount.negated();
  return amount.times(Interval.point(coefficient));
}

/** The relation between the residual and zero, or the divisor that leaves it open. */
export type ResidualRelation =
  { readonly ok: true; readonly relation: Relation } | { readonly ok: false; readonly divisor: Node };

/**
 * How the residual must relate to zero. Multiplying an inequality by a divisor that is negative
 * turns it round, so `<=` becomes `>=` where an odd number of divisors is negative. A divisor whose
 * interval holds zero has no sign (and the quotient may not exist): the equation is unproven then.
 */
export function residualRelation(normal: Normal, amountOf: AmountOf): ResidualRelation {
  if (normal.kind === 'linear') return { ok: true, relation: normal.relation };
  let relation = normal.relation;
  for (const divisor of normal.divisors) {
    const range = evaluateNode(divisor, amountOf);
    if (range.holdsZero()) return { ok: false, divisor };
    if (range.highSign() < 0) relation = turned(relation);
  }
  return { ok: true, relation };
}

function turned(relation: Relation): Relation {
  switch (relation) {
    case '=':
      return '=';
    case '<=':
      return '>=';
    case '>=':
      return '<=';
  }
}
