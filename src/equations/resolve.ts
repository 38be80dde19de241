import { problemAt, type Problem } from './problem.ts';
import { figuresOf, type Equation, type FigureNode } from './tree.ts';

/**
 * Checks that every name in an equation is one that figures can have. A quoted label is accepted
 * as it is: it is the label of a line, and lines are not known before a report is read.
 * @param has whether a name is a known element or derivation
 * @param nearest the known names that look like an unknown one, best first
 */
export function checkNames(
  equation: Equation,
  has: (name: string) => boolean,
  nearest: (name: string) => readonly string[],
): Problem[] {
  return figuresOf(equation)
    .filter((figure) => figure.label !== true && !has(figure.name))
    .map((figure) => unknownName(figure, nearest(figure.name)));
}

function unknownName({ name, span }: FigureNode, near: readonly string[]): Problem {
  const what = `no figure called ${name}`;
  if (near.length > 0) return problemAt(span, `${what}; did you mean ${oneOf(near)}?`);
  return problemAt(span, what, 'a line that is no standard element goes by its label, between double quotes');
}

function oneOf(names: readonly string[]): string {
  const last = names.slice(-1).join('');
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
