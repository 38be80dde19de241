import type { Decimal } from '../figures/decimal.ts';
import type { Span } from './problem.ts';

/** How the two sides of an equation relate. */
export type Relation = '=' | '<=' | '>=';

/** The period a figure is taken from, seen from the period the equation is checked for. */
export const reaches = ['opening', 'closing', 'prior'] as const;

/**
 * - `opening`: the instant just before the period starts
 * - `closing`: the instant at its end
 * - `prior`: the comparable earlier period
 */
export type Reach = (typeof reaches)[number];

/** One figure of the report, by name. */
export type FigureNode = {
  readonly kind: 'figure';
  /** A US-GAAP element name, or the label of a line that is nobody's standard element. */
  readonly name: string;
  /** Set when the name was written between quotes: a label, which no vocabulary knows. */
  readonly label?: true;
  readonly reach?: Reach;
  /** The report may leave the figure out; it counts as zero then. */
  readonly optional: boolean;
  /** Stands for the sum of the lines that the document shows under the total of this name. */
  readonly lines: boolean;
  readonly span: Span;
};

/** A number written in the equation; never negative, a sign is a negation around it. */
export type ConstantNode = { readonly kind: 'constant'; readonly value: Decimal; readonly span: Span };
/** Two terms or more, none of them a sum; `a - b` is the sum of `a` and the negation of `b`. */
export type SumNode = { readonly kind: 'sum'; readonly terms: readonly Node[]; readonly span: Span };
export type NegationNode = { readonly kind: 'negation'; readonly operand: Node; readonly span: Span };
/** Two factors or more, none of them a product. */
export type ProductNode = { readonly kind: 'product'; readonly factors: readonly Node[]; readonly span: Span };
export type QuotientNode = {
  readonly kind: 'quotient';
  readonly numerator: Node;
  readonly denominator: Node;
  readonly span: Span;
};

/** The six kinds of node. The union is closed: what does not fit becomes a derivation. */
export type Node = FigureNode | ConstantNode | SumNode | NegationNode | ProductNode | QuotientNode;

export type Equation = { readonly relation: Relation; readonly left: Node; readonly right: Node };

/** The nodes directly under a node, in the order they are written. */
function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'figure':
    case 'constant':
      return [];
    case 'sum':
      return node.terms;
    case 'negation':
      return [node.operand];
    case 'product':
      return node.factors;
    case 'quotient':
      return [node.numerator, node.denominator];
  }
}

/** The terms of a sum; any other node is its own only term. */
export function termsOf(node: Node): readonly Node[] {
  return node.kind === 'sum' ? node.terms : [node];
}

/** The factors of a product; any other node is its own only factor. */
export function factorsOf(node: Node): readonly Node[] {
  return node.kind === 'product' ? node.factors : [node];
}

/** The figures of one side or part, in the order they are written. */
export function figuresIn(node: Node): readonly FigureNode[] {
  const found: FigureNode[] = [];
  collect(node, found);
  return found;
}

/** The figures of an equation, in the order they are written, repeats included. */
export function figuresOf(equation: Equation): readonly FigureNode[] {
  return [...figuresIn(equation.left), ...figuresIn(equation.right)];
}

function collect(node: Node, found: FigureNode[]): void {
  if (node.kind === 'figure') found.push(node);
  for (const child of childrenOf(node)) collect(child, found);
}

/**
 * What makes two figure nodes one amount: name, reach and whether they mean the lines. Whether a
 * report may leave the figure out is not part of it: where it is printed, `A` and `A?` are the same ink.
 */
export function figureKey(figure: FigureNode): string {
  const known = keys.get(figure);
  if (known !== undefined) return known;
  // The name comes last, so that whatever a label holds cannot be taken for one of the others.
  const key = `${figure.lines ? 'lines' : 'figure'} ${figure.reach ?? 'here'} ${figure.name}`;
  keys.set(figure, key);
  return key;
}

/** Keys already made: a verdict asks for each of them several times, and nodes never change. */
const keys = new WeakMap<FigureNode, string>();

/** Whether two equations are written with the same tree, wherever their parts stand in the text. */
export function sameEquation(a: Equation, b: Equation): boolean {
  return a.relation === b.relation && sameNode(a.left, b.left) && sameNode(a.right, b.right);
}

/** Whether two nodes are the same tree, wherever they stand in the text. */
function sameNode(a: Node, b: Node): boolean {
  if (a.kind === 'figure' && b.kind === 'figure') {
    return figureKey(a) === figureKey(b) && a.optional === b.optional && a.label === b.label;
  }
  if (a.kind === 'constant' && b.kind === 'constant') return a.value.equals(b.value);
  if (a.kind !== b.kind) return false;
  const [left, right] = [childrenOf(a), childrenOf(b)];
  return left.length === right.length && left.every((child, index) => sameNode(child, right[index] as Node));
}
