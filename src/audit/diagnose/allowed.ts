/**
 * An equation solved for one of its figures: all amounts of it with which the equation can hold,
 * the other figures being anything within their rounding intervals.
 */
import { evaluateNode, figureKey, figuresIn, residualRelation } from '../../equations/index.ts';
import type { FigureNode, Node, Normal, Relation } from '../../equations/index.ts';
import { Interval } from '../../figures/interval.ts';
import type { LedgerFigure } from '../ledger.ts';
import type { Judged } from '../verdicts.ts';
import { boundedOf, less, over, turned, zero } from './range.ts';
import type { Range } from './range.ts';

/**
 * Exact: in a normal form every figure stands once, so the operations around it can be undone one
 * after the other (as in hull consistency of interval constraints).
 *
 * @returns undefined where the amounts are no one range: what the figure is multiplied by may be
 *   zero, or an inequality is divided by it
 */
export function allowedIn(judged: Judged, figure: LedgerFigure): Range | undefined {
  const { normal } = judged.bound.compiled;
  return normal.kind === 'linear' ? inSum(judged, normal, figure) : inTree(judged, normal, figure);
}

function inSum(judged: Judged, normal: Extract<Normal, { kind: 'linear' }>, figure: LedgerFigure): Range | undefined {
  let rest = Interval.point(normal.constant);
  let own: Interval | undefined;
  for (const term of judged.terms) {
    const weight = Interval.point(term.coefficient as NonNullable<typeof term.coefficient>);
    if (term.figure.id === figure.id) own = weight;
    else rest = rest.plus(term.figure.box.times(weight));
  }
  return own && over(less(targetOf(normal.relation), boundedOf(rest)), boundedOf(own));
}

function inTree(judged: Judged, normal: Extract<Normal, { kind: 'cleared' }>, figure: LedgerFigure): Range | undefined {
  const figuresAt = (node: FigureNode) => judged.bound.figures.get(figureKey(node)) as readonly LedgerFigure[];
  const boxOf = (node: FigureNode) => figuresAt(node).reduce((sum, one) => sum.plus(one.box), Interval.zero);
  const stands = (node: Node) =>
    figuresIn(node).some((one) => figuresAt(one).some((printed) => printed.id === figure.id));
  const direction = residualRelation(normal, boxOf);
  if (normal.relation !== '=' && (!direction.ok || normal.divisors.some(stands))) return undefined;

  const solve = (node: Node, target: Range): Range | undefined => {
    switch (node.kind) {
      case 'figure': {
        const others = figuresAt(node).filter((one) => one.id !== figure.id);
        return less(target, boundedOf(others.reduce((sum, one) => sum.plus(one.box), Interval.zero)));
      }
      case 'negation':
        return solve(node.operand, turned(target));
      case 'sum': {
        const { own, others } = split(node.terms);
        const rest = others.map((one) => evaluateNode(one, boxOf)).reduce((sum, one) => sum.plus(one), Interval.zero);
        return solve(own, less(target, boundedOf(rest)));
      }
      case 'product': {
        const { own, others } = split(node.factors);
        const rest = others.map((one) => evaluateNode(one, boxOf)).reduce((all, one) => all.times(one));
        const quotient = over(target, boundedOf(rest));
        return quotient && solve(own, quotient);
      }
      // A residual has neither quotients nor, on the way to a figure, constants.
      default:
        throw new RangeError(`a ${node.kind} on the way to a figure`);
    }
  };
  const split = (nodes: readonly Node[]) => ({
    own: nodes.find(stands) as Node,
    others: nodes.filter((node) => !stands(node)),
  });
  const relation = direction.ok ? direction.relation : '=';
  return stands(normal.residual) ? solve(normal.residual, targetOf(relation)) : undefined;
}

/** Where left minus right must lie. */
function targetOf(relation: Relation): Range {
  return {
    low: relation === '<=' ? undefined : zero,
    high: relation === '>=' ? undefined : zero,
  };
}
