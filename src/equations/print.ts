import type { Equation, FigureNode, Node } from './tree.ts';

/**
 * Writes an equation in its canonical form: plain signs, one blank around operators, and no
 * parenthesis that could be left out. `parseEquation` gives the same tree back.
 */
export function printEquation(equation: Equation): string {
  return `${printNode(equation.left)} ${equation.relation} ${printNode(equation.right)}`;
}

/** Writes one side or part of an equation. */
export function printNode(node: Node): string {
  switch (node.kind) {
    case 'figure':
      return printFigure(node);
    case 'constant':
      return node.value.toString();
    case 'sum':
      return node.terms.map(printTerm).join('');
    case 'negation':
      return `-${printTight(node.operand)}`;
    case 'product':
      // A quotient may open a product, because * and / are read from left to right.
      return node.factors.map((factor, index) => (index === 0 ? printLoose(factor) : printTight(factor))).join(' * ');
    case 'quotient':
      return `${printLoose(node.numerator)} / ${printTight(node.denominator)}`;
  }
}

/** Writes a figure as it stands in an equation: `Cash@opening?`, `lines("Other costs")`. */
export function printFigure(figure: FigureNode): string {
  const name = figure.label === true ? `"${figure.name.replaceAll('"', '""')}"` : figure.name;
  const body = figure.lines ? `lines(${name})` : name;
  return `${body}${figure.reach === undefined ? '' : `@${figure.reach}`}${figure.optional ? '?' : ''}`;
}

function printTerm(term: Node, index: number): string {
  if (index === 0) return printNode(term);
  return term.kind === 'negation' ? ` - ${printLoose(term.operand)}` : ` + ${printNode(term)}`;
}

/** What follows a binary minus, opens a product or is divided: only a sum needs parentheses. */
function printLoose(node: Node): string {
  return node.kind === 'sum' ? `(${printNode(node)})` : printNode(node);
}

/** What follows a sign, * or /, which take the next factor and no more. */
function printTight(node: Node): string {
  return node.kind === 'product' || node.kind === 'quotient' ? `(${printNode(node)})` : printLoose(node);
}
