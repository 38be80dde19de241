import { Decimal } from '../figures/decimal.ts';
import { addLinear, constantOnly, figureOnly, minusOne } from './linear.ts';
import { addMixed, constantValue, mixedNode, multiplyMixed, scaleMixed, type Mixed } from './mixed.ts';
import { commonMultiple } from './multiple.ts';
import { printNode } from './print.ts';
import { problemAt, type Problem } from './problem.ts';
import { factorsOf, figureKey, type Equation, type Node, type QuotientNode } from './tree.ts';

/** A divisor, and its text, by which like divisors are found. */
type Divisor = { readonly mixed: Mixed; readonly key: string };

/**
 * top ÷ (scale × every divisor in `over`): how an expression with quotients is carried along
 * without dividing. `scale` is positive, so it never turns an inequality round; a divisor is never
 * a plain number.
 */
export type Ratio = { readonly top: Mixed; readonly over: readonly Divisor[]; readonly scale: Decimal };

/** left − right as one ratio, or why it has none. */
export function clearQuotients(equation: Equation): Ratio | Problem {
  const left = partsOf(equation.left);
  if (!Array.isArray(left)) return left;
  const right = partsOf(equation.right);
  if (!Array.isArray(right)) return right;
  return addRatios([...left, ...right.map(negateRatio)]);
}

function isProblem(result: object): result is Problem {
  return 'message' in result;
}

/** The ratios that add up to a node. Sums are taken apart as far as they go, so that like terms meet. */
function partsOf(node: Node): Ratio[] | Problem {
  switch (node.kind) {
    case 'figure':
      return [whole({ linear: figureOnly(node), products: [], span: node.span })];
    case 'constant':
      return [whole({ linear: constantOnly(node.value), products: [], span: node.span })];
    case 'sum': {
      const parts = collect(node.terms, partsOf);
      return isProblem(parts) ? parts : parts.flat();
    }
    case 'negation': {
      const parts = partsOf(node.operand);
      return isProblem(parts) ? parts : parts.map(negateRatio);
    }
    case 'product': {
      const factors = collect(node.factors, ratioOf);
      return isProblem(factors) ? factors : [factors.reduce(multiplyRatios)];
    }
    case 'quotient': {
      const quotient = quotientOf(node);
      return isProblem(quotient) ? quotient : [quotient];
    }
  }
}

/** Every result, or the first problem. */
function collect<T>(nodes: readonly Node[], read: (node: Node) => T | Problem): T[] | Problem {
  const results: T[] = [];
  for (const node of nodes) {
    const result = read(node);
    if (isProblem(result as object)) return result as Problem;
    results.push(result as T);
  }
  return results;
}

function ratioOf(node: Node): Ratio | Problem {
  const parts = partsOf(node);
  return isProblem(parts) ? parts : addRatios(parts);
}

function whole(top: Mixed): Ratio {
  return { top, over: [], scale: Decimal.one };
}

/** Whether nothing is divided: of most equations all parts are so. */
function isWhole(ratio: Ratio): boolean {
  return ratio.over.length === 0 && ratio.scale === Decimal.one;
}

function negateRatio(ratio: Ratio): Ratio {
  return { ...ratio, top: scaleMixed(ratio.top, minusOne) };
}

function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return { top: multiplyMixed(a.top, b.top), over: [...a.over, ...b.over], scale: a.scale.times(b.scale) };
}

function quotientOf(node: QuotientNode): Ratio | Problem {
  // a / (b * c) is divided by b and then by c, so that it meets other quotients over b or c.
  let quotient = ratioOf(node.numerator);
  for (const divisor of factorsOf(node.denominator)) {
    if (isProblem(quotient)) return quotient;
    quotient = divide(quotient, divisor);
  }
  return quotient;
}

function divide(numerator: Ratio, node: Node): Ratio | Problem {
  const divisor = ratioOf(node);
  if (isProblem(divisor)) return divisor;
  // Clearing a / (b / c) would multiply by b and c, but only b's sign turns an inequality round.
  // Nobody needs the form, so it is refused and every divisor counts alike.
  if (divisor.over.length > 0) {
    return problemAt(node.span, 'a quotient stands inside a divisor; write a * c / b instead of a / (b / c)');
  }
  const value = constantValue(divisor.top);
  if (value === undefined) {
    const top = scaleMixed(numerator.top, divisor.scale);
    return { top, over: [...numerator.over, divisorOf(divisor.top)], scale: numerator.scale };
  }
  if (value.sign() === 0)
    return problemAt(node.span, 'this divisor is zero', 'divide by a figure, or by another number');
  const factor = value.sign() < 0 ? divisor.scale.negated() : divisor.scale;
  return { top: scaleMixed(numerator.top, factor), over: numerator.over, scale: numerator.scale.times(value.abs()) };
}

function divisorOf(mixed: Mixed): Divisor {
  return { mixed, key: printNode(mixedNode(mixed)) };
}

/**
 * The sum. Parts over the same divisors are added first, so that `a / b + c / b` multiplies by `b`
 * once and `b` still occurs once in `a + c - d * b`.
 */
function addRatios(ratios: readonly Ratio[]): Ratio {
  if (ratios.every(isWhole)) return whole(addMixed(ratios.map(({ top }) => top)));
  const groups: Ratio[] = [];
  for (const part of ratios.flatMap(splitWhole)) {
    const index = groups.findIndex((group) => sameDivisors(group.over, part.over));
    const group = groups[index];
    if (group === undefined) groups.push(part);
    else groups[index] = addRatio(group, part);
  }
  // What has come to zero is joined last: only its divisors count, and they meet nothing else.
  const zero = groups.filter(isZero);
  const rest = groups.filter((group) => !isZero(group));
  return [...nearestFirst(rest), ...zero].reduce(addRatio);
}

function isZero(ratio: Ratio): boolean {
  return constantValue(ratio.top)?.sign() === 0;
}

/**
 * The order in which to add ratios: first the one with the fewest divisors, then always the one
 * whose divisors are most like those so far. x + a / b + c / (b * d) becomes (x * b + a) * d + c,
 * with b and d once each, in whatever order the terms are written.
 */
function nearestFirst(groups: readonly Ratio[]): readonly Ratio[] {
  const waiting = groups.toSorted((a, b) => a.over.length - b.over.length);
  const ordered: Ratio[] = [];
  let over: readonly Divisor[] = [];
  while (waiting.length > 0) {
    const distances = waiting.map((group) => without(over, group.over).length + without(group.over, over).length);
    for (const next of waiting.splice(distances.indexOf(Math.min(...distances)), 1)) {
      over = [...over, ...without(next.over, over)];
      ordered.push(next);
    }
  }
  return ordered;
}

/**
 * `(a - b) / b` as `a / b` and `-1`: a margin or a growth rate names its base twice, and this is
 * the form in which clearing keeps it once.
 */
function splitWhole(ratio: Ratio): readonly Ratio[] {
  const [divisor, ...others] = ratio.over;
  if (divisor === undefined || others.length > 0) return [ratio];
  const { linear, products } = divisor.mixed;
  const [base, ...more] = linear.terms;
  if (base === undefined || more.length + products.length + linear.constant.abs().sign() > 0) {
    return [ratio];
  }
  const { top } = ratio;
  const inTop = top.linear.terms.find((term) => figureKey(term.figure) === figureKey(base.figure));
  if (inTop === undefined) return [ratio];
  const taken = { terms: [{ ...inTop, coefficient: inTop.coefficient.negated() }], constant: Decimal.zero };
  const rest = { ...top, linear: addLinear([top.linear, taken]) };
  const times = base.coefficient.sign() < 0 ? inTop.coefficient.negated() : inTop.coefficient;
  const constant = { linear: constantOnly(times), products: [], span: top.span };
  return [
    { top: constant, over: [], scale: ratio.scale.times(base.coefficient.abs()) },
    { ...ratio, top: rest },
  ];
}

function sameDivisors(a: readonly Divisor[], b: readonly Divisor[]): boolean {
  return a.length === b.length && without(a, b).length === 0;
}

/** The divisors in `from` that have no partner in `taken`. */
function without(from: readonly Divisor[], taken: readonly Divisor[]): readonly Divisor[] {
  const left = taken.map(({ key }) => key);
  return from.filter(({ key }) => {
    const index = left.indexOf(key);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function addRatio(a: Ratio, b: Ratio): Ratio {
  const { multiple, timesA, timesB } = commonMultiple(a.scale, b.scale);
  const [onlyA, onlyB] = [without(a.over, b.over), without(b.over, a.over)];
  const left = multiplyAll(scaleMixed(a.top, timesA), onlyB);
  const right = multiplyAll(scaleMixed(b.top, timesB), onlyA);
  return { top: addMixed([left, right]), over: [...a.over, ...onlyB], scale: multiple };
}

function multiplyAll(top: Mixed, divisors: readonly Divisor[]): Mixed {
  return divisors.reduce((product, { mixed }) => multiplyMixed(product, mixed), top);
}
