import { describe, expect, it } from 'vitest';
import { parseEquation } from './parse.ts';
import { printEquation } from './print.ts';
import { figuresOf, sameEquation, type Equation, type Node } from './tree.ts';

function parsed(text: string): Equation {
  const result = parseEquation(text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.equation;
}

function left(text: string): Node {
  return parsed(`${text} = Z`).left;
}

describe('reading an equation', () => {
  it.each([
    ['a sum', 'Revenues - OperatingExpenses + OtherNonoperatingIncomeExpense = NetIncomeLoss'],
    ['a quotient', 'EarningsPerShareBasic = NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic'],
    ['a reach', 'Cash@opening + CashChange = Cash@closing'],
    ['an earlier period', 'Revenues - Revenues@prior = Increase'],
    ['a figure that may be left out', 'A + DiscontinuedOperations? = B'],
    ['a reach and a question mark', 'A@prior? = B'],
    ['lines under a total', 'lines(OperatingExpenses) = OperatingExpenses'],
    ['lines with a reach and a question mark', 'lines(OperatingExpenses)@prior? = OperatingExpenses@prior'],
    ['a label', '"Total other costs, net" + A = B'],
    ['lines under a label', 'lines("Other (net)") = "Other (net)"'],
    ['a label with quotes', '"The ""Fund"" costs" = A'],
    ['at most', 'Cash <= Assets'],
    ['at least', 'Assets >= Cash'],
    ['a number with a fraction', 'A * 0.05 = B'],
    ['a sign', '-A = B'],
    ['two signs', 'A - -B = C'],
    ['a sign before a product', 'A - B * C = -(D * E)'],
    ['a signed factor', 'A + -B * C = D / -E'],
    ['a quotient that opens a product', 'A / B * C = D * (E / F)'],
    ['a chain of quotients', 'A / B / C = A / (B / C)'],
    ['a sum in a product', '(A - B) * C = -(A + B)'],
    ['a sum under a sign', 'A - (B - C) = D'],
    ['a name with an underscore and digits', 'tieout_Derived2 = A'],
  ])('keeps %s as it is written', (_, text) => {
    expect(printEquation(parsed(text))).toBe(text);
  });

  it.each([
    ['needless parentheses', '((A)) + (B * C) = (D)', 'A + B * C = D'],
    ['a sum in a sum', 'A + (B - (C)) = D', 'A + B - C = D'],
    ['a sum that opens a sum', '(A + B) + C = D', 'A + B + C = D'],
    ['a product in a product', 'A * (B * C) * D = E', 'A * B * C * D = E'],
    ['a plus before a sign', 'A + -B = C', 'A - B = C'],
    ['typographic signs', 'A − B × C · D ÷ E ≤ F', 'A - B * C * D / E <= F'],
    ['the other typographic relation', 'A ≥ B', 'A >= B'],
    ['typographic quotes', '“Other costs” = A', '"Other costs" = A'],
    ['blanks and line ends', '\n A@ prior ?=lines ( B )\t', 'A@prior? = lines(B)'],
    ['zeros that say nothing', 'A * 007.50 = B', 'A * 7.5 = B'],
  ])('writes %s in the one canonical form', (_, text, canonical) => {
    expect(printEquation(parsed(text))).toBe(canonical);
  });

  it('tells every part of a figure', () => {
    expect(left('lines("Other costs")@prior?')).toEqual({
      kind: 'figure',
      name: 'Other costs',
      label: true,
      reach: 'prior',
      optional: true,
      lines: true,
      span: { start: 0, end: 27 },
    });
    expect(left(' Cash')).toEqual({
      kind: 'figure',
      name: 'Cash',
      optional: false,
      lines: false,
      span: { start: 1, end: 5 },
    });
  });

  it('marks every node with its place in the text as written', () => {
    const { left: side } = parsed('(A − B) × 2 = C');
    expect(side).toMatchObject({
      kind: 'product',
      span: { start: 0, end: 11 },
      factors: [
        { kind: 'sum', span: { start: 0, end: 7 }, terms: [{}, { kind: 'negation', span: { start: 3, end: 6 } }] },
        { kind: 'constant', span: { start: 10, end: 11 } },
      ],
    });
  });

  it('lets a minus sign take the next factor only, and a subtraction the whole term', () => {
    expect(left('-A * B')).toMatchObject({ kind: 'product', factors: [{ kind: 'negation' }, { name: 'B' }] });
    expect(left('C - A * B')).toMatchObject({
      kind: 'sum',
      terms: [{ name: 'C' }, { kind: 'negation', operand: { kind: 'product' } }],
    });
  });

  it('reads - before * and / before + from left to right', () => {
    expect(left('A - B - C')).toMatchObject({ terms: [{ name: 'A' }, { kind: 'negation' }, { kind: 'negation' }] });
    expect(left('A / B / C')).toMatchObject({ numerator: { kind: 'quotient' }, denominator: { name: 'C' } });
    expect(left('A + B / C')).toMatchObject({ kind: 'sum', terms: [{ name: 'A' }, { kind: 'quotient' }] });
  });

  it('takes the word lines for a name only where it stands alone between quotes', () => {
    expect(left('"lines"')).toMatchObject({ name: 'lines', lines: false });
    expect(left('Lines')).toMatchObject({ name: 'Lines', lines: false });
  });

  it('merges a sum into the sum around it, and a product into the product around it', () => {
    expect(left('A + (B - C) + D')).toMatchObject({
      kind: 'sum',
      terms: [{ name: 'A' }, { name: 'B' }, { kind: 'negation', operand: { name: 'C' } }, { name: 'D' }],
    });
    expect(left('A * (B * C)')).toMatchObject({
      kind: 'product',
      factors: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    });
  });

  it('lists the figures in the order in which they are written', () => {
    const names = figuresOf(parsed('A + B * (C - 2) = -D / A')).map(({ name }) => name);
    expect(names).toEqual(['A', 'B', 'C', 'D', 'A']);
  });
});

describe('comparing equations', () => {
  it('does not care where the parts stand in the text', () => {
    expect(sameEquation(parsed('A+B*2=C/D'), parsed('  (A) + B * 2.0 = C / D'))).toBe(true);
  });

  it.each([
    ['relation', 'A = B', 'A <= B'],
    ['left side', 'A = B', 'C = B'],
    ['right side', 'A = B', 'A = C'],
    ['reach', 'A@prior = B', 'A = B'],
    ['question mark', 'A? = B', 'A = B'],
    ['lines', 'lines(A) = B', 'A = B'],
    ['quotes', '"A" = B', 'A = B'],
    ['number', '2 * A = B', '3 * A = B'],
    ['operator', 'A * C = B', 'A / C = B'],
    ['number of terms', 'A + C = B', 'A + C + D = B'],
    ['order of terms', 'A + C = B', 'C + A = B'],
    ['kind of node', 'A = B', '2 = B'],
  ])('tells two equations apart by their %s', (_, one, other) => {
    expect(sameEquation(parsed(one), parsed(other))).toBe(false);
    expect(sameEquation(parsed(one), parsed(one))).toBe(true);
  });
});
