import { problemAt, type Problem } from './problem.ts';
import { quoted, type Token } from './tokens.ts';

/** What an operand can start with; two of these in a row lack an operator. */
const STARTS_OPERAND: ReadonlySet<Token['kind']> = new Set(['name', 'label', 'number', 'open']);

/** The problem of an operand that follows another without an operator, if there is one. */
export function sideBySide(before: Token, token: Token): Problem | undefined {
  if (!STARTS_OPERAND.has(token.kind)) return undefined;
  if (before.kind === 'name' && token.kind === 'open') {
    const what = `${quoted(before.text)} is followed by a parenthesis, and only lines(...) takes one`;
    return problemAt(before.span, what, 'to multiply, put * before the parenthesis');
  }
  const what = 'two figures stand side by side; put +, -, * or / between them';
  return before.kind === 'name' && token.kind === 'name'
    ? problemAt(token.span, what, 'a label of several words stands between quotes, for example "Total revenues"')
    : problemAt(token.span, what);
}

/** The problem of an `@` or `?` that does not directly follow a figure, if there is one. */
export function strayMark(token: Token): Problem | undefined {
  if (token.kind === 'at') {
    return problemAt(token.span, '@ comes once, directly after the name of a figure and before any ?: Cash@opening?');
  }
  if (token.kind === 'optional') {
    return problemAt(token.span, '? comes once, directly after a figure that a report may leave out');
  }
  return undefined;
}

/**
 * The problem of finding something else where a figure, a number or an opening parenthesis is due.
 * @param before the token just before, undefined at the start of the equation
 * @param token the token that stands in the operand's place
 */
export function missingOperand(before: Token | undefined, token: Token): Problem {
  if (before === undefined) return missingAtStart(token);
  if (token.kind === 'end') {
    return problemAt(token.span, `the equation ends after ${spoken(before)}; write the figure that is missing`);
  }
  if (before.kind === 'open' && token.kind === 'close') {
    return problemAt(token.span, 'nothing stands between the parentheses');
  }
  if (before.kind === 'relation' && token.kind === 'relation') {
    return problemAt(token.span, `a second "${token.text}"; an equation has one relation`);
  }
  if (token.text === '+' && before.kind !== 'operator') {
    return problemAt(token.span, 'a plus sign stands before the first figure; leave it out');
  }
  return (
    strayMark(token) ??
    problemAt(
      token.span,
      `a figure is missing between ${spoken(before)} and ${spoken(token)}`,
      'write it, or remove one of the two signs',
    )
  );
}

function missingAtStart(token: Token): Problem {
  if (token.kind === 'end') return { message: 'the equation is empty', span: token.span };
  if (token.text === '+') return problemAt(token.span, 'a plus sign stands before the first figure; leave it out');
  if (token.kind === 'close') return problemAt(token.span, 'a closing parenthesis without an opening one');
  return strayMark(token) ?? problemAt(token.span, `nothing stands to the left of ${spoken(token)}`);
}

function spoken(token: Token): string {
  if (token.kind === 'open') return 'the opening parenthesis';
  return token.kind === 'close' ? 'the closing parenthesis' : token.text;
}
