import { Decimal } from '../figures/decimal.ts';
import { addLinear, constantNode, constantOnly, linearNodes, scaledNode, scaleLinear, type Linear } from './linear.ts';
import type { Span } from './problem.ts';
import { factorsOf, type Node } from './tree.ts';

/** An expression without quotients: its linear part, and the products that cannot be part of it. */
export type Mixed = { readonly linear: Linear; readonly products: readonly Node[]; readonly span: Span };

/** The number an expression comes to when it has no figures, otherwise undefined. */
export function constantValue(mixed: Mixed): Decimal | undefined {
  return mixed.products.length === 0 && mixed.linear.terms.length === 0 ? mixed.linear.constant : undefined;
}

/** The sum, in the place of its first part. */
export function addMixed(parts: readonly Mixed[]): Mixed {
  const [first] = parts as readonly [Mixed, ...Mixed[]];
  return {
    linear: addLinear(parts.map(({ linear }) => linear)),
    products: parts.flatMap(({ products }) => products),
    span: first.span,
  };
}

export function scaleMixed(mixed: Mixed, factor: Decimal): Mixed {
  const linear = scaleLinear(mixed.linear, factor);
  const products = factor.sign() === 0 ? [] : mixed.products.map((node) => scaledNode(node, factor));
  return { linear, products, span: mixed.span };
}

export function multiplyMixed(a: Mixed, b: Mixed): Mixed {
  const [left, right] = [constantValue(a), constantValue(b)];
  if (left !== undefined) return scaleMixed(b, left);
  if (right !== undefined) return scaleMixed(a, right);
  const factors = [...factorsOf(mixedNode(a)), ...factorsOf(mixedNode(b))];
  const product: Node = { kind: 'product', factors, span: a.span };
  return { linear: constantOnly(Decimal.zero), products: [product], span: a.span };
}

/** The expression as a tree. */
export function mixedNode({ linear, products, span }: Mixed): Node {
  const terms = [...linearNodes(linear, span), ...products];
  const [first] = terms;
  if (first === undefined) return constantNode(Decimal.zero, span);
  return terms.length === 1 ? first : { kind: 'sum', terms, span };
}
