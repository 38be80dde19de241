import type { Equation, FigureNode, Node, Reach, Relation } from './tree.ts';

type TitleOf = (name: string) => string;

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  '=': 'equals',
  '<=': 'is at most',
  '>=': 'is at least',
};

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  opening: ' at the start of the period',
  closing: ' at the end of the period',
  prior: ' of the earlier period',
};

/**
 * The equation as one English sentence: "Revenues less operating expenses plus other income
 * (expense), net equals net income (loss)." What a reader would group wrongly stands in parentheses.
 * @param titleOf the title of a named figure; a quoted label is its own title
 */
export function inWords(equation: Equation, titleOf: TitleOf): string {
  const left = phrase(equation.left, titleOf);
  const right = phrase(equation.right, titleOf);
  const sentence = `${left} ${RELATION_WORDS[equation.relation]} ${right}`;
  return `${sentence.replace(/^\(*\p{Ll}/u, (opening) => opening.toUpperCase())}.`;
}

function phrase(node: Node, titleOf: TitleOf): string {
  switch (node.kind) {
    case 'figure':
      return figurePhrase(node, titleOf);
    case 'constant':
      return node.value.toString();
    case 'sum':
      return node.terms.map((term, index) => termPhrase(term, index, titleOf)).join('');
    case 'negation':
      return `minus ${tight(node.operand, titleOf)}`;
    case 'product':
      // As in the notation, a quotient may come first: it is read from left to right.
      return node.factors
        .map((factor, index) => (index === 0 ? loose(factor, titleOf) : tight(factor, titleOf)))
        .join(' times ');
    case 'quotient':
      return `${loose(node.numerator, titleOf)} divided by ${tight(node.denominator, titleOf)}`;
  }
}

function termPhrase(term: Node, index: number, titleOf: TitleOf): string {
  if (index === 0) return phrase(term, titleOf);
  if (term.kind === 'negation') return ` less ${loose(term.operand, titleOf)}`;
  return ` plus ${phrase(term, titleOf)}`;
}

function loose(node: Node, titleOf: TitleOf): string {
  return node.kind === 'sum' ? `(${phrase(node, titleOf)})` : phrase(node, titleOf);
}

function tight(node: Node, titleOf: TitleOf): string {
  return node.kind === 'product' || node.kind === 'quotient' ? `(${phrase(node, titleOf)})` : loose(node, titleOf);
}

function figurePhrase(figure: FigureNode, titleOf: TitleOf): string {
  const title = midSentence(figure.label === true ? figure.name : titleOf(figure.name));
  const what = figure.lines ? `the sum of the lines under ${title}` : title;
  const when = figure.reach === undefined ? '' : REACH_WORDS[figure.reach];
  return `${what}${when}${figure.optional ? ' (if reported)' : ''}`;
}

/** A title as it stands within a sentence; "EBITDA" and "R&D" keep their capitals. */
function midSentence(title: string): string {
  return title.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
}
