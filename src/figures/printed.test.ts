import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.ts';
import { parsePrinted, printPrinted } from './printed.ts';
import type { Printed } from './printed.ts';

function read(text: string): Printed {
  const result = parsePrinted(text);
  if (!result.ok) throw new Error(result.message);
  return result.printed;
}

/** A figure in one line: sign, magnitude, decimals, then the marks. */
function spelt(text: string): string {
  const figure = read(text);
  if (figure.kind !== 'amount') return figure.kind;
  const sign = figure.negative === false ? '' : figure.negative === 'minus' ? '-' : '()';
  const marks = [
    figure.currency && '$',
    figure.percent && '%',
    figure.cents && '¢',
    figure.footnote !== undefined && `[${figure.footnote}]`,
  ];
  return [`${sign}${figure.magnitude.toString()}`, figure.places, ...marks.filter(Boolean)].join(' ');
}

describe('a printed figure', () => {
  it.each([
    ['0', '0 0'],
    ['7', '7 0'],
    ['1234', '1234 0'],
    ['43,087', '43087 0'],
    ['1,234,567', '1234567 0'],
    ['(47,626)', '()47626 0'],
    ['-47,626', '-47626 0'],
    ['- 47,626', '-47626 0'],
    ['−47,626', '-47626 0'],
    ['+5', '5 0'],
    ['+ 5', '5 0'],
    ['+$5', '5 0 $'],
    ['$+5', '5 0 $'],
    ['1.10', '1.1 2'],
    ['.59', '0.59 2'],
    ['(.59)', '()0.59 2'],
    ['0.00', '0 2'],
    ['1,234.5', '1234.5 1'],
    ['$2.59', '2.59 2 $'],
    ['$ 2.59', '2.59 2 $'],
    ['US$2.59', '2.59 2 $'],
    ['US $ 2.59', '2.59 2 $'],
    ['€2.59', '2.59 2 $'],
    ['47,268, 208', '47268208 0'],
    ['(1, 234)', '()1234 0'],
    ['.(81)', '()0.81 2'],
    ['$ .(81)', '()0.81 2 $'],
    ['RMB 1,234', '1234 0 $'],
    ['C$(5)', '()5 0 $'],
    ['-£5', '-5 0 $'],
    ['$(2.59)', '()2.59 2 $'],
    ['($2.59)', '()2.59 2 $'],
    ['( $ 2.59 )', '()2.59 2 $'],
    ['$ (2.59)', '()2.59 2 $'],
    ['-$2.59', '-2.59 2 $'],
    ['$-2.59', '-2.59 2 $'],
    ['- $ 2.59', '-2.59 2 $'],
    ['-.59', '-0.59 2'],
    ['12.5%', '12.5 1 %'],
    ['12.5 %', '12.5 1 %'],
    ['(12.5%)', '()12.5 1 %'],
    ['(12.5)%', '()12.5 1 %'],
    ['(12.5) %', '()12.5 1 %'],
    ['-12%', '-12 0 %'],
    ['18.5p', '18.5 1 ¢'],
    ['(18.5p)', '()18.5 1 ¢'],
    ['(18.5)p', '()18.5 1 ¢'],
    ['-59 ¢', '-59 0 ¢'],
    ['\u00a043,087\u2009', '43087 0'],
    ['(1\u00a0234\u202f567.50)', '()1234567.5 2'],
    ['1,234(1)', '1234 0 [1]'],
    ['1,234 (12)', '1234 0 [12]'],
    ['1,234(a)', '1234 0 [a]'],
    ['(1,234)(b)', '()1234 0 [b]'],
    ['(1,234) [2]', '()1234 0 [2]'],
    ['12% (AB)', '12 0 % [AB]'],
    ['0.37*', '0.37 2 [*]'],
    ['0.37 **', '0.37 2 [**]'],
    ['0.37†', '0.37 2 [†]'],
    ['5¹', '5 0 [¹]'],
    ['5⁷', '5 0 [⁷]'],
    ['5#', '5 0 [#]'],
    ['5(a)(b)', '5 0 [a,b]'],
    ['5 (1) *', '5 0 [1,*]'],
    ['9'.repeat(64), `${'9'.repeat(64)} 0`],
  ])('%s is read', (text, wanted) => {
    expect(spelt(text)).toBe(wanted);
  });

  it.each([
    '-',
    '--',
    '- -',
    '—',
    '–',
    '―',
    '−',
    '$-',
    '$ —',
    'US$ -',
    '(-)',
    '( - )',
    '-%',
    '- %',
    '-0-',
    'nil',
    'NIL',
    '\u00a0—\u00a0',
  ])('is nil for "%s"', (text) => {
    expect(read(text)).toEqual({ kind: 'nil' });
  });

  it.each(['NM', 'nm', 'N/M', 'n.m.', 'NA', 'N/A', 'n.a.', 'Not meaningful', '(NM)', '*', '***', ' N/A '])(
    'says that a number would say nothing: "%s"',
    (text) => {
      expect(read(text)).toEqual({ kind: 'notMeaningful' });
    },
  );
});

describe('what is no figure', () => {
  it.each([
    ['', '"" is empty', 'write null for an empty cell, a dash for a nil amount'],
    [' \u00a0 ', '" \u00a0 " is empty', 'write null for an empty cell, a dash for a nil amount'],
    ['(12%', '"(12%" has no closing parenthesis', 'is it negative? print it as (12)'],
    ['(-5)', '"(-5)" has both parentheses and a sign', 'keep one of them'],
    ['-(5)', '"-(5)" has both parentheses and a sign', 'keep one of them'],
    ['(+5)', '"(+5)" has both parentheses and a sign', 'keep one of them'],
    ['+(5)', '"+(5)" has both parentheses and a sign', 'keep one of them'],
    [
      '1.234,56',
      '"1.234,56" has a comma after a point',
      'write 1,234.56 with commas between thousands and a point for decimals',
    ],
    ['1,23', '"1,23" has commas that are not three digits apart', 'is a digit missing, or a comma misplaced?'],
    ['1,2345', '"1,2345" has commas that are not three digits apart', 'is a digit missing, or a comma misplaced?'],
    ['1234,567', '"1234,567" has commas that are not three digits apart', 'is a digit missing, or a comma misplaced?'],
    ['1,23.4', '"1,23.4" has commas that are not three digits apart', 'is a digit missing, or a comma misplaced?'],
    ['1,', '"1," has commas that are not three digits apart', 'is a digit missing, or a comma misplaced?'],
    ['5e3', '"5e3" is in exponential notation', 'write all digits out'],
    ['5.1E+3', '"5.1E+3" is in exponential notation', 'write all digits out'],
    ['12.', '"12." ends in a point', 'leave the point out, or add the decimals'],
    ['.', '"." ends in a point', 'leave the point out, or add the decimals'],
    ['1.2.3', '"1.2.3" has two decimal points', 'write 1,234.56'],
    ['007', '"007" begins with a zero', 'is it a figure? leave the zero out'],
    ['12 34', '"12 34" has a blank between its digits', 'one number or two?'],
    ['12\u00a034', '"12\u00a034" has a blank between its digits', 'one number or two?'],
    ['1234\u202f567', '"1234\u202f567" has a blank between its digits', 'one number or two?'],
    ['1 234', '"1 234" has a blank between its digits', 'one number or two?'],
    ['1\u200b234', '"1\u200b234" has a blank between its digits', 'one number or two?'],
    ['5 []', '"5 []" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['5 [1,]', '"5 [1,]" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['abc', '"abc" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['()', '"()" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['5-', '"5-" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['--5', '"--5" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['-$-5', '"-$-5" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['+$-5', '"+$-5" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['$$5', '"$$5" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['XYZ 5', '"XYZ 5" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['5%%', '"5%%" is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'],
    ['9'.repeat(65), `"${'9'.repeat(57)}…" has 65 digits`, 'a figure has at most 64'],
    [`.${'9'.repeat(64)}`, `".${'9'.repeat(56)}…" has 65 digits`, 'a figure has at most 64'],
    [
      'x'.repeat(60),
      `"${'x'.repeat(60)}" is not a figure`,
      'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil',
    ],
    [
      'x'.repeat(61),
      `"${'x'.repeat(57)}…" is not a figure`,
      'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil',
    ],
    ['5'.padStart(201), `"${' '.repeat(57)}…" is too long for a figure`, 'a figure has at most 64 digits'],
  ])('%j is refused: %s', (text, message, hint) => {
    expect(parsePrinted(text)).toEqual({ ok: false, message, hint });
  });

  it.each([
    ['(1,234', 'closing', '(1,234)'],
    ['$ 1,234.5)', 'opening', '(1,234.5)'],
  ])('%j lacks its %s parenthesis, and is told with it', (text, missing, closed) => {
    expect(parsePrinted(text)).toEqual({
      ok: false,
      message: `"${text}" has no ${missing} parenthesis`,
      hint: `is it negative? print it as ${closed}`,
      closed,
    });
  });

  it('is not text of two hundred characters that holds one', () => {
    expect(spelt('5'.padStart(200))).toBe('5 0');
  });
});

describe('printing a figure', () => {
  const amount = {
    kind: 'amount',
    magnitude: Decimal.parse('1234567.5'),
    places: 2,
    negative: false,
    percent: false,
    currency: false,
  } as const;
  it.each<[string, Printed, string]>([
    ['a plain amount', amount, '1,234,567.50'],
    ['a whole one', { ...amount, magnitude: Decimal.parse('12'), places: 0 }, '12'],
    ['parentheses', { ...amount, negative: 'parentheses', currency: true }, '$(1,234,567.50)'],
    ['a minus', { ...amount, negative: 'minus', percent: true }, '-1,234,567.50%'],
    ['cents', { ...amount, cents: true }, '1,234,567.50¢'],
    ['a footnote by number', { ...amount, footnote: '1' }, '1,234,567.50 [1]'],
    ['a footnote by letter', { ...amount, footnote: 'B' }, '1,234,567.50 [B]'],
    ['a footnote by mark', { ...amount, footnote: '†' }, '1,234,567.50 †'],
    ['several footnotes', { ...amount, footnote: 'a,*,†' }, '1,234,567.50 [a] * †'],
    ['nil', { kind: 'nil' }, '-'],
    ['not meaningful', { kind: 'notMeaningful' }, 'NM'],
  ])('gives %s', (_, figure, text) => {
    expect(printPrinted(figure)).toBe(text);
  });
});
