import { Decimal } from '../figures/decimal.ts';
import type { Span } from './problem.ts';
import { factorsOf, figureKey, type FigureNode, type Node } from './tree.ts';

export type Term = { readonly figure: FigureNode; readonly coefficient: Decimal };

/** Σ coefficient × figure + constant, every figure once and no coefficient zero. */
export type Linear = { readonly terms: readonly Term[]; readonly constant: Decimal };

/** The one object for −1, so that a hot path can recognise it by identity. */
export const minusOne: Decimal = Decimal.one.negated();

const UNITS = [Decimal.zero, Decimal.one, minusOne] as const;

/** The same number; 0, 1 and −1 as the shared objects. */
function shared(value: Decimal): Decimal {
  if (UNITS.includes(value)) return value;
  return UNITS.find((unit) => unit.equals(value)) ?? value;
}

export function constantOnly(constant: Decimal): Linear {
  return { terms: [], constant: shared(constant) };
}

export function figureOnly(figure: FigureNode): Linear {
  return { terms: [{ figure, coefficient: Decimal.one }], constant: Decimal.zero };
}

/** The sum, like figures merged and those that cancel dropped; in order of first appearance. */
export function addLinear(parts: readonly Linear[]): Linear {
  const merged = new Map<string, Term>();
  let constant = Decimal.zero;
  for (const part of parts) {
    if (part.constant !== Decimal.zero) constant = constant.plus(part.constant);
    for (const term of part.terms) {
      const key = figureKey(term.figure);
      const known = merged.get(key);
      merged.set(key, known === undefined ? term : mergeTerms(known, term));
    }
  }
  const terms = [...merged.values()].filter(({ coefficient }) => coefficient !== Decimal.zero);
  return { terms, constant: shared(constant) };
}

function mergeTerms(a: Term, b: Term): Term {
  // Where one place needs the figure, the equation needs it: `A + A?` cannot do without A.
  const figure = a.figure.optional ? b.figure : a.figure;
  return { figure, coefficient: shared(a.coefficient.plus(b.coefficient)) };
}

export function scaleLinear(linear: Linear, factor: Decimal): Linear {
  const by = shared(factor);
  if (by === Decimal.one) return linear;
  if (by === Decimal.zero) return constantOnly(Decimal.zero);
  const scaled = (value: Decimal): Decimal => {
    if (value === Decimal.zero) return value;
    return value === Decimal.one ? by : shared(value.times(by));
  };
  const terms = linear.terms.map(({ figure, coefficient }) => ({ figure, coefficient: scaled(coefficient) }));
  return { terms, constant: scaled(linear.constant) };
}

/** The nodes that add up to a linear form; none for zero. `span` is given to what is made up. */
export function linearNodes(linear: Linear, span: Span): readonly Node[] {
  const nodes = linear.terms.map(({ figure, coefficient }) => scaledNode(figure, coefficient));
  return linear.constant.sign() === 0 ? nodes : [...nodes, constantNode(linear.constant, span)];
}

/** `factor × node`, without a needless factor of one. `factor` is not zero. */
export function scaledNode(node: Node, factor: Decimal): Node {
  const { span } = node;
  const size = factor.abs();
  const product: Node = size.equals(Decimal.one)
    ? node
    : { kind: 'product', factors: [{ kind: 'constant', value: size, span }, ...factorsOf(node)], span };
  return factor.sign() < 0 ? { kind: 'negation', operand: product, span } : product;
}

/** A number as a node; constants are never negative, so a negative one is a negation. */
export function constantNode(value: Decimal, span: Span): Node {
  const constant: Node = { kind: 'constant', value: value.abs(), span };
  return value.sign() < 0 ? { kind: 'negation', operand: constant, span } : constant;
}
