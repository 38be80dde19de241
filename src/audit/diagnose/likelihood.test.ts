import { describe, expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Diagnosis, Row } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openPage } from '../page.ts';
import { diagnose } from './diagnose.ts';

const vocabulary = shippedVocabulary();
const YEARS = ['2006', '2005'].map((year) => ({ heading: year, period: `${year}-01-01/${year}-12-31` }));

/** The diagnoses of a page of lines named by their labels. */
function diagnosed(equations: readonly string[], lines: Readonly<Record<string, readonly string[]>>): Diagnosis[] {
  const rules = compileProgramme(
    equations.map((equation, index) => rule(equation, { id: `test/rule-${index}`, statement: 'any' })),
    vocabulary,
  );
  const rows = Object.entries(lines).map(([label, printed]): Row => ({ label, printed: [...printed] }));
  const columns = YEARS.slice(0, Math.max(...rows.map(({ printed }) => printed?.length ?? 0)));
  const placeOf = (_: number, row: number) => ({ document: 'page', line: row + 1, column: 1 });
  return diagnose(openPage(filing(statement(rows, { kind: 'other', columns })), { rules, vocabulary, placeOf }));
}

/** A diagnosis on one line: its rank, the figure, what was meant and by which slip. */
function told(diagnoses: readonly Diagnosis[]): string[] {
  return diagnoses.flatMap(({ rank, changes }) =>
    changes.map(({ figure, edits: [edit] }) => `${rank}: ${figure} ${edit?.printed} ${edit?.kind}`),
  );
}

describe('of several diagnoses', () => {
  it('one that is half as likely as the first shares its rank', () => {
    expect(told(diagnosed(['"a" + "b" = "sum"'], { a: ['12'], b: ['9'], sum: ['30'] }))).toEqual([
      '1: s1/r1/c1 21 transposed-digits',
      '1: s1/r3/c1 21 doubled-line',
      '3: s1/r2/c1 19 dropped-digit',
    ]);
  });

  it('those that are as likely as each other share a rank behind the first, too', () => {
    expect(told(diagnosed(['"a" + "b" = "sum"'], { a: ['4,129'], b: ['3,111'], sum: ['7,330'] }))).toEqual([
      '1: s1/r1/c1 4,219 transposed-digits',
      '2: s1/r2/c1 3,201 other',
      '2: s1/r3/c1 7,240 other',
    ]);
  });

  it('three are told and all that are nearly as likely, wherever they stand, and no others', () => {
    const lines = { a: ['1,231'], b: ['90'], c: ['2,343'], d: ['3,341'], sum: ['7,095'] };
    expect(told(diagnosed(['"a" + "b" + "c" + "d" = "sum"'], lines))).toEqual([
      '1: s1/r1/c1 1,321 transposed-digits',
      '1: s1/r3/c1 2,433 transposed-digits',
      '1: s1/r4/c1 3,431 transposed-digits',
      '1: s1/r5/c1 7,005 doubled-line',
    ]);
  });

  it('the likeliest slip of a figure is one that keeps what ties', () => {
    // The opposite sign would be as good for the first equation, and break the second.
    const lines = { part: ['900'], whole: ['500'], least: ['40'] };
    expect(told(diagnosed(['"part" <= "whole"', '"part" >= "least"'], lines))).toContain('2: s1/r1/c1 90 power-of-ten');
  });
});

describe('the evidence', () => {
  it.each([
    ['a', ['4,129', '3,111', '7,330'], 'Repairs the one check that breaks; about one figure in 35 would be a slip'],
    ['b', ['4,129', '3,111', '7,330'], 'Repairs the one check that breaks; no common slip leads from there to what'],
    ['sum', ['5', '2', '9'], 'Repairs the one check that breaks; a slip that leads there is easily found by chance'],
  ])('for %s of %j says how easily chance would have it', (name, [a = '', b = '', sum = ''], wanted) => {
    const found = diagnosed(['"a" + "b" = "sum"'], { a: [a], b: [b], sum: [sum] });
    const figure = `s1/r${['a', 'b', 'sum'].indexOf(name) + 1}/c1`;
    expect(found.find(({ changes }) => changes[0]?.figure === figure)?.evidence).toContain(wanted);
  });
});

describe('what a slip may have printed', () => {
  it('is an amount in the style of its line where a dash is printed', () => {
    const lines = { a: ['5,000.00', '5,111.00'], b: ['$ 1,234.00', '--'], sum: ['6,234.00', '8,899.00'] };
    expect(told(diagnosed(['"a" + "b" = "sum"'], lines))[0]).toBe('1: s1/r2/c2 $ 3,788.00 other');
  });

  it('is an amount in the plain style where a line prints nothing else than a dash', () => {
    const lines = { a: ['5,111'], b: ['--'], sum: ['8,899'] };
    expect(told(diagnosed(['"a" + "b" = "sum"'], lines))).toContain('1: s1/r2/c1 3,788 other');
  });

  it('is a total of losses without one of them, though its label alone says that it is a loss', () => {
    const lines = { a: ['(100)'], b: ['(2,571)'], c: ['(614)'], 'Net loss': ['714'] };
    expect(told(diagnosed(['"a" + "b" + "c" = NetIncomeLoss'], lines))[0]).toBe('1: s1/r4/c1 3,285 dropped-line');
  });

  it.each([
    ['8,317', '1: s1/r2/c1 5,000 row-swap'],
    // Other digits behind the point are another figure, though the digits are the same.
    ['83.17', '1: s1/r2/c1 5,000 other'],
  ])('is the figure of the line above, if that is %s', (above, wanted) => {
    const lines = { above: [above], a: ['8,317'], b: ['1,000'], sum: ['6,000'] };
    expect(told(diagnosed(['"a" + "b" = "sum"'], lines))).toContain(wanted);
  });
});
