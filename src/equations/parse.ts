import { Decimal } from '../figures/decimal.ts';
import { missingOperand, sideBySide, strayMark } from './misplaced.ts';
import { columnOf, problemAt, type Problem, type Span } from './problem.ts';
import { quoted, tokenise, type Operator, type Token } from './tokens.ts';
import { factorsOf, reaches, termsOf, type Equation, type FigureNode, type Node, type Reach } from './tree.ts';

export type { Problem } from './problem.ts';

export type Parsed =
  { readonly ok: true; readonly equation: Equation } | { readonly ok: false; readonly problems: Problem[] };

/** Limits on the text, so that no equation can exhaust the stack or the clock. */
const MOST_CHARACTERS = 2_000;
const MOST_FIGURES = 200;
const MOST_DEPTH = 50;

/** Where the parser stands. Local to one call of `parseEquation`. */
type Cursor = { readonly tokens: readonly Token[]; index: number; figures: number; depth: number };

/** How tightly an operator binds (Pratt's method: an operand is taken by the tighter neighbour). */
const POWER: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/**
 * Reads an equation.
 *
 *     equation := expr ('=' | '<=' | '>=') expr
 *     expr     := term (('+' | '-') term)*        term := factor (('*' | '/') factor)*
 *     factor   := '-' factor | number | figure | '(' expr ')'
 *     figure   := name ['@' reach] ['?']  |  'lines' '(' name ')' ['@' reach] ['?']
 *     name     := element name  |  '"' label '"'
 *
 * Sums and products come out flat: a sum (product) that is a term (factor) of another, in
 * parentheses or not, is merged into it, so there is one tree for each meaning and printing is
 * the inverse of parsing.
 * @param text at most 2,000 characters, 200 figures and 50 levels of parentheses and signs
 * @returns the equation, or at least one problem; never throws
 */
export function parseEquation(text: string): Parsed {
  if (text.length > MOST_CHARACTERS) {
    const span = { start: MOST_CHARACTERS, end: text.length };
    const message = `an equation has at most 2,000 characters; this one has ${text.length}`;
    return { ok: false, problems: [{ message, span }] };
  }
  const { tokens, problems } = tokenise(text);
  if (problems.length > 0) return { ok: false, problems };
  const result = readEquation({ tokens, index: 0, figures: 0, depth: 0 });
  return isProblem(result) ? { ok: false, problems: [result] } : { ok: true, equation: result };
}

function isProblem(result: object): result is Problem {
  return 'message' in result;
}

function readEquation(cursor: Cursor): Equation | Problem {
  const left = readExpression(cursor, 0);
  if (isProblem(left)) return left;
  const relation = take(cursor);
  if (relation.kind === 'close') return unopened(relation);
  if (relation.kind !== 'relation') {
    const hint = 'write what the figures must give: Assets = LiabilitiesAndStockholdersEquity';
    return { message: 'an equation needs one of =, <= or >=, and has none', span: left.span, hint };
  }
  const right = readExpression(cursor, 0);
  if (isProblem(right)) return right;
  const rest = peek(cursor);
  if (rest.kind === 'close') return unopened(rest);
  if (rest.kind === 'relation') {
    return problemAt(rest.span, `a second "${rest.text}"; an equation has one relation`, 'make two rules of it');
  }
  return { relation: relation.text, left, right };
}

function unopened(token: Token): Problem {
  return problemAt(token.span, 'a closing parenthesis without an opening one', 'remove it, or write the opening one');
}

function peek(cursor: Cursor): Token {
  // The last token is always `end`, and nothing reads past it.
  return cursor.tokens[cursor.index] as Token;
}

function take(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.index += 1;
  return token;
}

/** Reads operands joined by operators that bind tighter than `power`. */
function readExpression(cursor: Cursor, power: number): Node | Problem {
  let left = readFactor(cursor);
  while (!isProblem(left)) {
    const token = peek(cursor);
    const misplaced = sideBySide(cursor.tokens[cursor.index - 1] as Token, token) ?? strayMark(token);
    if (misplaced !== undefined) return misplaced;
    if (token.kind !== 'operator' || POWER[token.text] <= power) return left;
    cursor.index += 1;
    const right = readExpression(cursor, POWER[token.text]);
    if (isProblem(right)) return right;
    left = join(token, left, right);
  }
  return left;
}

function join(operator: Token & { kind: 'operator' }, left: Node, right: Node): Node {
  const span = { start: left.span.start, end: right.span.end };
  switch (operator.text) {
    case '+':
      return { kind: 'sum', terms: [...termsOf(left), ...termsOf(right)], span };
    case '-':
      return { kind: 'sum', terms: [...termsOf(left), negate(operator.span, right)], span };
    case '*':
      return { kind: 'product', factors: [...factorsOf(left), ...factorsOf(right)], span };
    case '/':
      return { kind: 'quotient', numerator: left, denominator: right, span };
  }
}

function negate(sign: Span, operand: Node): Node {
  return { kind: 'negation', operand, span: { start: sign.start, end: operand.span.end } };
}

function readFactor(cursor: Cursor): Node | Problem {
  const before = cursor.tokens[cursor.index - 1];
  const token = take(cursor);
  switch (token.kind) {
    case 'number':
      return { kind: 'constant', value: Decimal.parse(token.text), span: token.span };
    case 'name':
    case 'label':
      return readFigure(cursor, token);
    case 'open':
      return deeper(cursor, token, () => readParenthesis(cursor, token));
    case 'operator':
      if (token.text === '-') return deeper(cursor, token, () => readNegation(cursor, token));
      return missingOperand(before, token);
    case 'relation':
    case 'close':
    case 'at':
    case 'optional':
    case 'end':
      return missingOperand(before, token);
  }
}

function deeper(cursor: Cursor, token: Token, read: () => Node | Problem): Node | Problem {
  if (cursor.depth === MOST_DEPTH) {
    return problemAt(token.span, `parentheses and minus signs are nested more than ${MOST_DEPTH} deep`);
  }
  cursor.depth += 1;
  const node = read();
  cursor.depth -= 1;
  return node;
}

function readNegation(cursor: Cursor, sign: Token): Node | Problem {
  const operand = readFactor(cursor);
  return isProblem(operand) ? operand : negate(sign.span, operand);
}

function readParenthesis(cursor: Cursor, open: Token): Node | Problem {
  const inner = readExpression(cursor, 0);
  if (isProblem(inner)) return inner;
  const close = take(cursor);
  if (close.kind === 'relation') {
    const what = `${close.text} stands inside the parenthesis opened at column ${columnOf(open.span)} of the equation; close it first`;
    return problemAt(close.span, what);
  }
  if (close.kind !== 'close') return unclosed(close, open);
  // The parentheses count as part of what they enclose, so that a span never starts inside them.
  return { ...inner, span: { start: open.span.start, end: close.span.end } };
}

function unclosed(at: Token, open: Token): Problem {
  const what = `a closing parenthesis is missing for the one opened at column ${columnOf(open.span)} of the equation`;
  return problemAt(at.span, what);
}

function readFigure(cursor: Cursor, first: Token): Node | Problem {
  cursor.figures += 1;
  if (cursor.figures > MOST_FIGURES) {
    return problemAt(first.span, `an equation has at most ${MOST_FIGURES} figures; this is one more`);
  }
  const lines = first.kind === 'name' && first.text === 'lines';
  const name = lines ? readLinesName(cursor, first) : first;
  if (isProblem(name)) return name;
  const reach = readReach(cursor);
  if (reach !== undefined && isProblem(reach)) return reach;
  const optional = peek(cursor).kind === 'optional';
  if (optional) cursor.index += 1;
  const last = cursor.tokens[cursor.index - 1] as Token;
  const figure: FigureNode = {
    kind: 'figure',
    name: name.text,
    ...(name.kind === 'label' ? { label: true } : {}),
    ...(reach === undefined ? {} : { reach: reach.reach }),
    optional,
    lines,
    span: { start: first.span.start, end: last.span.end },
  };
  return figure;
}

/** The name in `lines(name)`; the word `lines` itself has been taken. */
function readLinesName(cursor: Cursor, word: Token): Token | Problem {
  const open = take(cursor);
  if (open.kind !== 'open') {
    return problemAt(word.span, 'lines needs the name of a total in parentheses: lines(OperatingExpenses)');
  }
  const name = take(cursor);
  if (name.kind !== 'name' && name.kind !== 'label') {
    return problemAt(name.span, 'lines needs the name of a total between its parentheses: lines(OperatingExpenses)');
  }
  const close = take(cursor);
  if (close.kind === 'close') return name;
  if (close.kind === 'end') return unclosed(close, open);
  if (close.kind === 'at' || close.kind === 'optional') {
    return problemAt(close.span, `write ${close.text} after the closing parenthesis: lines(${name.text})${close.text}`);
  }
  return problemAt(close.span, `lines takes the name of one total; close the parenthesis after ${quoted(name.text)}`);
}

function readReach(cursor: Cursor): { readonly reach: Reach } | Problem | undefined {
  if (peek(cursor).kind !== 'at') return undefined;
  const at = take(cursor);
  const word = take(cursor);
  const reach = reaches.find((known) => known === word.text);
  if (reach !== undefined && word.kind === 'name') return { reach };
  const known = 'write @opening, @closing or @prior';
  if (word.kind !== 'name') return problemAt(at.span, `after @ the period is missing; ${known}`);
  return problemAt(word.span, `no period is called ${quoted(word.text)}; ${known}`);
}
