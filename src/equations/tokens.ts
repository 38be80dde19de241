import { MOST_DIGITS } from '../figures/decimal.ts';
import { problemAt, type Problem, type Span } from './problem.ts';
import type { Relation } from './tree.ts';

export type Operator = '+' | '-' | '*' | '/';

export type Token =
  | { readonly kind: 'name' | 'label' | 'number'; readonly text: string; readonly span: Span }
  | { readonly kind: 'operator'; readonly text: Operator; readonly span: Span }
  | { readonly kind: 'relation'; readonly text: Relation; readonly span: Span }
  | { readonly kind: 'open' | 'close' | 'at' | 'optional' | 'end'; readonly text: string; readonly span: Span };

type Scanned = { readonly token: Token } | { readonly problem: Problem };

/** So that a page pasted by mistake does not answer with a page of problems. */
const MOST_PROBLEMS = 5;

const BLANKS = /\s+/y;
const NAME = /[A-Za-z][A-Za-z0-9_]*/y;
// Everything a person may think belongs to a number is taken in one piece, so that "1,000" gets
// one message about the number and not one about a comma.
const NUMBER_LIKE = /[0-9.](?:(?<=[0-9.])[eE][+-]\d|[0-9A-Za-z_.,])*/y;
// A quote inside a label is doubled, as in a spreadsheet. A label stays on one line.
const LABEL = /"((?:[^"\p{Cc}]|"")*)"|“([^“”"\p{Cc}]*)”/uy;

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['/', '/'],
  ['÷', '/'],
]);

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['<=', '<='],
  ['≤', '<='],
  ['>=', '>='],
  ['≥', '>='],
  ['=', '='],
]);

const PUNCTUATION: ReadonlyMap<string, 'open' | 'close' | 'at' | 'optional'> = new Map([
  ['(', 'open'],
  [')', 'close'],
  ['@', 'at'],
  ['?', 'optional'],
]);

const NO_DIFFERENCE = 'an equation cannot say that two sides differ; write =, <= or >=';
const NO_NEARLY = 'write =; how far rounding may carry the two sides apart is worked out from the printed figures';
const NO_POWER = 'there are no powers; write the factor as often as it is needed, with * between';
const NO_BRACKETS = 'write round parentheses ( )';
const NO_CURRENCY = 'leave the currency sign out; the unit belongs to the figure';
const NO_DASH = 'this is a dash; write the minus sign -';
const NO_SINGLE_QUOTE = 'put a label between double quotes';

/** What people write out of habit, and what to write instead. */
const HABITS: ReadonlyMap<string, string> = new Map([
  ['==', 'write = once'],
  ['=<', 'write <='],
  ['=>', 'write >='],
  ['<', 'write <='],
  ['>', 'write >='],
  ['<>', NO_DIFFERENCE],
  ['!=', NO_DIFFERENCE],
  ['≠', NO_DIFFERENCE],
  ['≈', NO_NEARLY],
  ['~', NO_NEARLY],
  ['**', NO_POWER],
  ['^', NO_POWER],
  ['[', NO_BRACKETS],
  [']', NO_BRACKETS],
  ['{', NO_BRACKETS],
  ['}', NO_BRACKETS],
  ['$', NO_CURRENCY],
  ['€', NO_CURRENCY],
  ['£', NO_CURRENCY],
  ['–', NO_DASH],
  ['—', NO_DASH],
  ["'", NO_SINGLE_QUOTE],
  ['‘', NO_SINGLE_QUOTE],
  ['’', NO_SINGLE_QUOTE],
  ['%', 'write a percentage as a plain number: 0.05 for 5 %'],
  [':', 'write an element without its prefix: Revenues, not us-gaap:Revenues'],
  [';', 'one equation at a time, without a semicolon at the end'],
  [',', 'a comma has no place here; figures are joined by +, -, * or /'],
]);

/**
 * Cuts the text of an equation into tokens, the last of which has kind `end`. The typographic
 * signs ≤ ≥ − × · ÷ become their plain forms; spans always refer to the text as written.
 * @returns the tokens, and the first few things that are not a token at all
 */
export function tokenise(text: string): { readonly tokens: readonly Token[]; readonly problems: Problem[] } {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  let at = skipBlanks(text, 0);
  let end = 0;
  while (at < text.length && problems.length < MOST_PROBLEMS) {
    const scanned = scan(text, at);
    if ('problem' in scanned) problems.push(scanned.problem);
    else tokens.push(scanned.token);
    end = 'problem' in scanned ? scanned.problem.span.end : scanned.token.span.end;
    at = skipBlanks(text, end);
  }
  // The end stands right after the last token, where the missing thing would have to be written.
  tokens.push({ kind: 'end', text: '', span: { start: end, end } });
  return { tokens, problems };
}

function skipBlanks(text: string, at: number): number {
  return at + (matchAt(BLANKS, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function scan(text: string, at: number): Scanned {
  const name = matchAt(NAME, text, at);
  if (name !== null) return { token: { kind: 'name', text: name[0], span: spanOf(at, name[0]) } };
  const number = matchAt(NUMBER_LIKE, text, at);
  if (number !== null) return scanNumber(number[0], spanOf(at, number[0]));
  const first = String.fromCodePoint(text.codePointAt(at) as number);
  if (first === '"' || first === '“' || first === '”') return scanLabel(text, at);
  return scanSign(text, at, first);
}

function spanOf(start: number, text: string): Span {
  return { start, end: start + text.length };
}

function scanNumber(text: string, span: Span): Scanned {
  const wrong = wrongWithNumber(text);
  return wrong === undefined ? { token: { kind: 'number', text, span } } : { problem: problemAt(span, wrong) };
}

function wrongWithNumber(text: string): string | undefined {
  if (/^[\d.]+$/.test(text)) return wrongWithPlainNumber(text);
  if (/^[\d.,]+$/.test(text)) return `a number has no thousands separators: ${quoted(text)}; write 1000 for a thousand`;
  if (/^[\d.]+[eE][+-]?\d*$/.test(text)) return `a number has no exponent: ${quoted(text)}; write it out in full`;
  return `${quoted(text)} is neither a number nor a name; a name starts with a letter, and * joins a number to a figure`;
}

function wrongWithPlainNumber(text: string): string | undefined {
  const points = text.split('.').length - 1;
  if (points > 1) return `a number has one decimal point at most: ${quoted(text)}`;
  if (text.startsWith('.') || text.endsWith('.')) {
    return `a decimal point needs a digit on either side: ${quoted(text)}`;
  }
  const digits = text.length - points;
  if (digits > MOST_DIGITS) return `a number has at most ${MOST_DIGITS} digits; this one has ${digits}`;
  return undefined;
}

/** Text between quotes for a message, cut short so that one message stays one line. */
export function quoted(text: string): string {
  return text.length <= 40 ? `"${text}"` : `"${text.slice(0, 40)}…"`;
}

function scanLabel(text: string, at: number): Scanned {
  const match = matchAt(LABEL, text, at);
  // Nothing after an open quote can be told apart from the label, so the rest of the text is used up.
  if (match === null) {
    return { problem: problemAt({ start: at, end: text.length }, 'a label is opened by this quote and not closed') };
  }
  const span = spanOf(at, match[0]);
  const label = match[0].slice(1, -1).replaceAll('""', '"');
  if (label.trim() !== label || label === '') {
    return { problem: problemAt(span, 'a label is the text of the line, without blanks at its start or end') };
  }
  return { token: { kind: 'label', text: label, span } };
}

function scanSign(text: string, at: number, first: string): Scanned {
  const pair = text.slice(at, at + 2);
  const sign = RELATIONS.has(pair) || HABITS.has(pair) ? pair : first;
  const span = spanOf(at, sign);
  const operator = OPERATORS.get(sign);
  if (operator !== undefined) return { token: { kind: 'operator', text: operator, span } };
  const relation = RELATIONS.get(sign);
  if (relation !== undefined) return { token: { kind: 'relation', text: relation, span } };
  const punctuation = PUNCTUATION.get(sign);
  if (punctuation !== undefined) return { token: { kind: punctuation, text: sign, span } };
  const habit = HABITS.get(sign);
  if (habit !== undefined) return { problem: problemAt(span, `"${sign}" is not part of the notation; ${habit}`) };
  if (/\p{L}/u.test(sign)) {
    return { problem: problemAt(span, `"${sign}" cannot stand in a name; put a label between double quotes`) };
  }
  return { problem: problemAt(span, `${visible(sign)} has no meaning in an equation`) };
}

/** A character for a message: itself when it can be seen, its code point when it cannot. */
function visible(sign: string): string {
  const code = (sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) ? `"${sign}"` : `the invisible character U+${code}`;
}
