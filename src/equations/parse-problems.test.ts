import { describe, expect, it } from 'vitest';
import { parseEquation } from './parse.ts';

function messages(text: string): readonly string[] {
  const result = parseEquation(text);
  return result.ok ? [] : result.problems.map(({ message }) => message);
}

function deep(levels: number): string {
  return `${'('.repeat(levels)}A${')'.repeat(levels)} = B`;
}

function wide(figures: number): string {
  return `${Array.from({ length: figures - 1 }, () => 'A').join('+')} = B`;
}

/** Every way of writing an equation wrong, and what the person who wrote it is told. */
const WRONG: readonly (readonly [text: string, message: string])[] = [
  // Relations
  ['', 'the equation is empty'],
  ['  ', 'the equation is empty'],
  ['A + B', 'an equation needs one of =, <= or >=, and has none'],
  ['A = B = C', 'column 7: a second "="; an equation has one relation'],
  ['A <= B >= C', 'column 8: a second ">="; an equation has one relation'],
  ['A = = C', 'column 5: a second "="; an equation has one relation'],
  ['= B', 'column 1: nothing stands to the left of ='],
  ['A =', 'column 4: the equation ends after =; write the figure that is missing'],
  ['A == B', 'column 3: "==" is not part of the notation; write = once'],
  ['A =< B', 'column 3: "=<" is not part of the notation; write <='],
  ['A => B', 'column 3: "=>" is not part of the notation; write >='],
  ['A < B', 'column 3: "<" is not part of the notation; write <='],
  ['A > B', 'column 3: ">" is not part of the notation; write >='],
  [
    'A <> B',
    'column 3: "<>" is not part of the notation; an equation cannot say that two sides differ; write =, <= or >=',
  ],
  [
    'A ≠ B',
    'column 3: "≠" is not part of the notation; an equation cannot say that two sides differ; write =, <= or >=',
  ],
  [
    'A ≈ B',
    'column 3: "≈" is not part of the notation; write =; how far rounding may carry the two sides apart is worked out ' +
      'from the printed figures',
  ],
  // Parentheses
  ['A = (B + C', 'column 11: a closing parenthesis is missing for the one opened at column 5 of the equation'],
  ['((A + B) = C', 'column 10: = stands inside the parenthesis opened at column 1 of the equation; close it first'],
  ['(A = B', 'column 4: = stands inside the parenthesis opened at column 1 of the equation; close it first'],
  ['A) = B', 'column 2: a closing parenthesis without an opening one'],
  [') = B', 'column 1: a closing parenthesis without an opening one'],
  ['A = B)', 'column 6: a closing parenthesis without an opening one'],
  ['A = ()', 'column 6: nothing stands between the parentheses'],
  ['A = (', 'column 6: the equation ends after the opening parenthesis; write the figure that is missing'],
  ['A = (= B)', 'column 6: a figure is missing between the opening parenthesis and ='],
  ['A = [B + C)', 'column 5: "[" is not part of the notation; write round parentheses ( )'],
  [deep(51), 'column 51: parentheses and minus signs are nested more than 50 deep'],
  [`${'-'.repeat(51)}A = B`, 'column 51: parentheses and minus signs are nested more than 50 deep'],
  // Operators
  ['A = B C', 'column 7: two figures stand side by side; put +, -, * or / between them'],
  ['A = B 2', 'column 7: two figures stand side by side; put +, -, * or / between them'],
  ['A = 2 000', 'column 7: two figures stand side by side; put +, -, * or / between them'],
  ['A = (B)(C)', 'column 8: two figures stand side by side; put +, -, * or / between them'],
  ['A = 2(B)', 'column 6: two figures stand side by side; put +, -, * or / between them'],
  ['A = "B" "C"', 'column 9: two figures stand side by side; put +, -, * or / between them'],
  ['A = abs(B)', 'column 5: "abs" is followed by a parenthesis, and only lines(...) takes one'],
  ['A = B +', 'column 8: the equation ends after +; write the figure that is missing'],
  ['A = B + * C', 'column 9: a figure is missing between + and *'],
  ['A = B + + C', 'column 9: a figure is missing between + and +'],
  ['A + = B', 'column 5: a figure is missing between + and ='],
  ['A = (B +)', 'column 9: a figure is missing between + and the closing parenthesis'],
  ['* A = B', 'column 1: nothing stands to the left of *'],
  ['A = / B', 'column 5: a figure is missing between = and /'],
  ['+A = B', 'column 1: a plus sign stands before the first figure; leave it out'],
  ['A = +B', 'column 5: a plus sign stands before the first figure; leave it out'],
  ['A = (+B)', 'column 6: a plus sign stands before the first figure; leave it out'],
  ['A = -', 'column 6: the equation ends after -; write the figure that is missing'],
  [
    'A = B ** 2',
    'column 7: "**" is not part of the notation; there are no powers; write the factor as often as it is needed, ' +
      'with * between',
  ],
  ['A – B = C', 'column 3: "–" is not part of the notation; this is a dash; write the minus sign -'],
  // Numbers
  ['A * 1,000 = B', 'column 5: a number has no thousands separators: "1,000"; write 1000 for a thousand'],
  ['A * 1e6 = B', 'column 5: a number has no exponent: "1e6"; write it out in full'],
  ['A * 1E-6 = B', 'column 5: a number has no exponent: "1E-6"; write it out in full'],
  ['A * 1.2.3 = B', 'column 5: a number has one decimal point at most: "1.2.3"'],
  ['A * .5 = B', 'column 5: a decimal point needs a digit on either side: ".5"'],
  ['A * 5. = B', 'column 5: a decimal point needs a digit on either side: "5."'],
  [`A * ${'9'.repeat(65)} = B`, 'column 5: a number has at most 64 digits; this one has 65'],
  [`A * 0.${'0'.repeat(64)} = B`, 'column 5: a number has at most 64 digits; this one has 65'],
  [
    'A * 2B = C',
    'column 5: "2B" is neither a number nor a name; a name starts with a letter, and * joins a number to a figure',
  ],
  [
    `${'1_'.repeat(20)} = C`,
    `column 1: "${'1_'.repeat(20)}" is neither a number nor a name; a name starts with a letter, and * joins a number to a figure`,
  ],
  [
    `${'1_'.repeat(40)} = C`,
    `column 1: "${'1_'.repeat(20)}…" is neither a number nor a name; a name starts with a letter, and * joins a number to a figure`,
  ],
  ['A = 5%', 'column 6: "%" is not part of the notation; write a percentage as a plain number: 0.05 for 5 %'],
  ['A = $5', 'column 5: "$" is not part of the notation; leave the currency sign out; the unit belongs to the figure'],
  // Names, reaches, question marks
  ['Umsatzerlöse = A', 'column 10: "ö" cannot stand in a name; put a label between double quotes'],
  ["'Other = A", 'column 1: "\'" is not part of the notation; put a label between double quotes'],
  ['"Other = A', 'column 1: a label is opened by this quote and not closed'],
  ['"Other\ncosts" = A', 'column 1: a label is opened by this quote and not closed'],
  ['A = B”', 'column 6: a label is opened by this quote and not closed'],
  ['"" = A', 'column 1: a label is the text of the line, without blanks at its start or end'],
  ['"Other " = A', 'column 1: a label is the text of the line, without blanks at its start or end'],
  [
    'us:A = B',
    'column 3: ":" is not part of the notation; write an element without its prefix: Revenues, not us-gaap:Revenues',
  ],
  ['A@begin = B', 'column 3: no period is called "begin"; write @opening, @closing or @prior'],
  ['A@Opening = B', 'column 3: no period is called "Opening"; write @opening, @closing or @prior'],
  ['A@ = B', 'column 2: after @ the period is missing; write @opening, @closing or @prior'],
  ['A@"prior" = B', 'column 2: after @ the period is missing; write @opening, @closing or @prior'],
  ['A?@prior = B', 'column 3: @ comes once, directly after the name of a figure and before any ?: Cash@opening?'],
  ['A@prior@prior = B', 'column 8: @ comes once, directly after the name of a figure and before any ?: Cash@opening?'],
  ['(A)@prior = B', 'column 4: @ comes once, directly after the name of a figure and before any ?: Cash@opening?'],
  ['@prior = B', 'column 1: @ comes once, directly after the name of a figure and before any ?: Cash@opening?'],
  ['A + @prior = B', 'column 5: @ comes once, directly after the name of a figure and before any ?: Cash@opening?'],
  ['A?? = B', 'column 3: ? comes once, directly after a figure that a report may leave out'],
  ['(A + B)? = C', 'column 8: ? comes once, directly after a figure that a report may leave out'],
  ['? = C', 'column 1: ? comes once, directly after a figure that a report may leave out'],
  ['lines = A', 'column 1: lines needs the name of a total in parentheses: lines(OperatingExpenses)'],
  ['lines() = A', 'column 7: lines needs the name of a total between its parentheses: lines(OperatingExpenses)'],
  ['lines(5) = A', 'column 7: lines needs the name of a total between its parentheses: lines(OperatingExpenses)'],
  ['A = lines(B', 'column 12: a closing parenthesis is missing for the one opened at column 10 of the equation'],
  ['lines(A + B) = C', 'column 9: lines takes the name of one total; close the parenthesis after "A"'],
  ['lines(A@prior) = C', 'column 8: write @ after the closing parenthesis: lines(A)@'],
  ['lines(A?) = C', 'column 8: write ? after the closing parenthesis: lines(A)?'],
  // Anything else
  ['A = B;', 'column 6: ";" is not part of the notation; one equation at a time, without a semicolon at the end'],
  [
    'A, B = C',
    'column 2: "," is not part of the notation; a comma has no place here; figures are joined by +, -, * or /',
  ],
  ['A & B = C', 'column 3: "&" has no meaning in an equation'],
  ['A 😀 = C', 'column 3: "😀" has no meaning in an equation'],
  ['A \u200B= C', 'column 3: the invisible character U+200B has no meaning in an equation'],
  ['A \u0007= C', 'column 3: the invisible character U+0007 has no meaning in an equation'],
  [wide(201), 'column 403: an equation has at most 200 figures; this is one more'],
  ['A'.repeat(2001), 'an equation has at most 2,000 characters; this one has 2001'],
];

describe('an equation written wrong', () => {
  it.each(WRONG.map(([text, message]) => [text.slice(0, 40), message, text] as const))(
    '%j is answered with: %s',
    (_, message, text) => {
      expect(messages(text)).toEqual([message]);
    },
  );

  it('is pointed at: the span covers what the message is about', () => {
    for (const [text, message] of WRONG) {
      const result = parseEquation(text);
      const span = (result.ok ? undefined : result.problems[0]?.span) ?? { start: -1, end: -1 };
      const column = /^column (\d+):/.exec(message)?.[1];
      expect(column === undefined || Number(column) === span.start + 1, text).toBe(true);
      expect(span.start >= 0 && span.start <= span.end && span.end <= text.length, text).toBe(true);
    }
  });

  it('names every sign that is not part of the notation, up to five', () => {
    expect(messages('A & B # C = D')).toEqual([
      'column 3: "&" has no meaning in an equation',
      'column 7: "#" has no meaning in an equation',
    ]);
    expect(messages('&'.repeat(100))).toHaveLength(5);
  });

  it.each([
    ['Total revenues = A', 'a label of several words stands between quotes, for example "Total revenues"'],
    ['A = B(C)', 'to multiply, put * before the parenthesis'],
  ])('%j comes with a hint', (text, hint) => {
    expect(parseEquation(text)).toMatchObject({ ok: false, problems: [{ hint }] });
  });

  it.each(['A = B 2', 'A = 2 B', 'A = "B" C', 'A = B "C"'])('%j comes without a hint: no label was meant', (text) => {
    const result = parseEquation(text);
    expect(result.ok ? [] : result.problems.map(({ hint }) => hint)).toEqual([undefined]);
  });
});

describe('the limits of an equation', () => {
  it.each([
    ['2,000 characters', `${' '.repeat(1995)}A = B`],
    ['200 figures', wide(200)],
    ['50 levels of parentheses', deep(50)],
    ['50 minus signs', `${'-'.repeat(50)}A = B`],
    ['many parentheses side by side', `${'(A)+'.repeat(100)}A = B`],
    ['64 digits', `A * ${'9'.repeat(32)}.${'9'.repeat(32)} = B`],
  ])('%s are still read', (_, text) => {
    expect(messages(text)).toEqual([]);
  });
});
