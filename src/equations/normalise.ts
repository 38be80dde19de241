import type { Decimal } from '../figures/decimal.ts';
import { clearQuotients, type Ratio } from './clear.ts';
import type { Term } from './linear.ts';
import { mixedNode } from './mixed.ts';
import { printFigure } from './print.ts';
import { problemAt, type Problem } from './problem.ts';
import { figureKey, figuresIn, figuresOf, type Equation, type FigureNode, type Node, type Relation } from './tree.ts';

export type { Term } from './linear.ts';

/** Σ coefficient × figure + constant, related to zero. Every figure stands once, none with zero. */
export type LinearNormal = {
  readonly kind: 'linear';
  readonly relation: Relation;
  readonly terms: readonly Term[];
  readonly constant: Decimal;
};

/**
 * left − right multiplied by every divisor, related to zero. Every figure stands at most once in
 * `residual` and at most once in each divisor, so interval arithmetic gives exact ranges.
 *
 * `divisors` are what the equation was multiplied by, a divisor used twice listed twice. None may
 * hold zero, and each negative one turns an inequality round (`residualRelation` does both).
 */
export type ClearedNormal = {
  readonly kind: 'cleared';
  readonly relation: Relation;
  readonly residual: Node;
  readonly divisors: readonly Node[];
};

export type Normal = LinearNormal | ClearedNormal;

/**
 * Brings an equation to the form that is evaluated: left − right related to zero, like figures
 * merged, quotients cleared by multiplication. Dividing by a number multiplies the rest of the
 * equation instead, so coefficients stay exact decimals; the residual is then a positive multiple
 * of left − right.
 *
 * Two figures are alike when name, reach and `lines` agree. Where one of them must be reported
 * (`A + A?`), the merged figure must be.
 *
 * @returns the normal form; or the problems: a divisor that is zero, a quotient inside a divisor,
 *   an equation that cancels out, or a figure that would stand twice in a product, where naive
 *   intervals claim a wider range than is possible
 */
export function normalise(equation: Equation): Normal | Problem[] {
  const ratio = clearQuotients(equation);
  if ('message' in ratio) return [ratio];
  const { relation } = equation;
  if (isLinear(ratio)) {
    const { terms, constant } = ratio.top.linear;
    return terms.length === 0 ? [saysNothing(equation)] : { kind: 'linear', relation, terms, constant };
  }
  const residual = mixedNode(ratio.top);
  const divisors = ratio.over.map(({ mixed }) => mixedNode(mixed));
  if (figuresIn(residual).length === 0) return [saysNothing(equation)];
  const problems = repeats(equation, [residual, ...divisors]);
  return problems.length > 0 ? problems : { kind: 'cleared', relation, residual, divisors };
}

function isLinear(ratio: Ratio): boolean {
  return ratio.over.length === 0 && ratio.top.products.length === 0;
}

function saysNothing(equation: Equation): Problem {
  const span = { start: equation.left.span.start, end: equation.right.span.end };
  return {
    message: 'the equation says nothing: everything cancels',
    span,
    hint: 'name on one side a figure that the other side must give',
  };
}

/** One problem for each figure that stands twice in one of the trees, in the order of the text. */
function repeats(equation: Equation, trees: readonly Node[]): Problem[] {
  const written = groupByKey(figuresOf(equation));
  const twice = trees.flatMap((tree) => [...groupByKey(figuresIn(tree))].filter(([, nodes]) => nodes.length > 1));
  const problems = [...new Set(twice.map(([key]) => key))].map((key) => repeated(written.get(key) as FigureNode[]));
  return problems.toSorted((a, b) => a.span.start - b.span.start);
}

function groupByKey(figures: readonly FigureNode[]): Map<string, FigureNode[]> {
  return Map.groupBy(figures, figureKey);
}

function repeated(written: readonly FigureNode[]): Problem {
  const [first, second] = written as [FigureNode, FigureNode?];
  const name = printFigure(first);
  if (second === undefined) {
    const what = `${name} would stand twice once the equation is multiplied by its divisors; `;
    return problemAt(first.span, `${what}leave one quotient, or one on each side and nothing else`);
  }
  const example = 'for example a * (b + c) = d instead of a * b + a * c = d';
  return problemAt(second.span, `${name} stands twice in a product or quotient; write it once (${example})`);
}
