import { describe, expect, it } from 'vitest';
import { HEADINGS, line, PAGE } from '../../fixtures/equity.ts';
import { audited, filing, findingsOf, rule, statement } from '../../property-tests/support.ts';
import type { Row } from '../generated/types.ts';

const crossFoot = rule('ColumnParts = ColumnTotal', { statement: 'any' });

/** The page with one cell printed otherwise. */
function misprinted(row: number, column: number, text: string, page = PAGE): Row[] {
  return page.map((one, at): Row => {
    const printed = one.printed ?? [];
    return at === row ? { ...one, printed: printed.map((cell, c) => (c === column ? text : cell)) } : one;
  });
}

/** What the structure of a statement of equity says, by rule, line or column, and verdict. */
function findings(rows: readonly Row[], headings: readonly string[] = HEADINGS): string[] {
  const page = statement(rows, { kind: 'equityStatement', columns: headings.map((heading) => ({ heading })) });
  return audited(filing(page), crossFoot).audited.findings.map((one) => {
    const stated = (one.terms.find((term) => term.stated) ?? one.terms.at(-1))?.figure;
    return `${one.rule === crossFoot.id ? 'across' : 'down'} ${stated} ${one.verdict}`;
  });
}

const broken = (rows: readonly Row[], headings?: readonly string[]) =>
  findings(rows, headings).filter((one) => !one.endsWith('exact'));

describe('a statement of equity', () => {
  it('adds up down its columns and across its lines, share counts apart', () => {
    expect(findings(PAGE).toSorted()).toEqual(
      [1, 2, 3, 4, 5]
        .flatMap((row) => [`across s1/r${row}/c5 exact`])
        .concat([1, 2, 3, 4, 5].map((column) => `down s1/r5/c${column} exact`)),
    );
  });

  it.each<[string, number, number, string, string[]]>([
    ['a component of a line', 1, 2, '987', ['across s1/r2/c5 breaks', 'down s1/r5/c3 breaks']],
    ['the total of a line', 2, 4, '421', ['across s1/r3/c5 breaks', 'down s1/r5/c5 breaks']],
    ['a closing balance', 4, 3, '(3,594)', ['down s1/r5/c4 breaks', 'across s1/r5/c5 breaks']],
  ])('breaks its line and its column by the same amount where %s is wrong', (_, row, column, text, expected) => {
    expect(broken(misprinted(row, column, text)).toSorted()).toEqual(expected.toSorted());
  });

  it('adds up across a line to the very end of its rounding', () => {
    expect(findings(misprinted(4, 4, '4,756'))).toContain('across s1/r5/c5 edge');
    expect(findings(misprinted(4, 4, '4,755'))).toContain('across s1/r5/c5 rounding');
  });

  it('has its total in the last column, or in one that says so, whatever else comes out', () => {
    const rows = PAGE.map(({ label, printed = [] }) => {
      const [shares = null, ...amounts] = printed.slice(0, 3);
      const [a, b] = amounts.map((text) => Number((text ?? '0').replace(',', '')));
      const both = (a ?? 0) + (b ?? 0);
      return line(label, shares, ...amounts, both.toLocaleString('en-US'), (2 * both).toLocaleString('en-US'));
    });
    const across = (heading: string) =>
      findings(rows, [...HEADINGS.slice(0, 3), heading, 'Total Equity']).filter((one) => one.startsWith('across'));
    expect(across('Reserves').every((one) => one.includes('/c5'))).toBe(true);
    expect(across('Reserves')).not.toEqual([]);
    expect(findings(PAGE, [...HEADINGS.slice(0, 4), 'Equity'])).toEqual(findings(PAGE));
    expect(across('Total Reserves').some((one) => one.includes('/c4'))).toBe(true);
  });

  it('claims nothing where only the line, or only the column, misses', () => {
    expect(broken(misprinted(1, 0, '330'))).toEqual([]);
    const skipped = [...PAGE.slice(0, 3), line('Dividends, in kind', null, null, null, null, '77'), ...PAGE.slice(3)];
    expect(broken(skipped)).toEqual([]);
  });

  it('claims nothing where both miss by different amounts', () => {
    expect(broken(misprinted(1, 2, '987', misprinted(1, 4, '700')))).toEqual([]);
  });

  it('breaks a line that misses by itself where a slip explains it and chance would hardly give the others', () => {
    const years = [
      ...PAGE,
      line('Stock issued', '100', '1', '299', null, '300'),
      line('Net loss', null, null, null, '(1,111)', '(1,111)'),
      line('Balance, June 30, 2032', '5,520', '55', '8,953', '(5,065)', '3,943'),
      line('Transfer', null, '9', '4,512', '(1,231)', '3,290'),
    ];
    expect(broken(misprinted(8, 2, '4,521', years))).toEqual(['across s1/r9/c5 breaks']);
    expect(broken(misprinted(8, 2, '7,521', years))).toEqual([]);
  });

  it('confirms a line by its own columns and its own balances only', () => {
    expect(broken(misprinted(1, 0, '330', misprinted(1, 2, '987'))).toSorted()).toEqual([
      'across s1/r2/c5 breaks',
      'down s1/r5/c3 breaks',
    ]);
    const years = [
      ...PAGE,
      line('Stock issued', '100', '1', '299', null, '300'),
      line('Net loss', null, null, null, '(1,111)', '(1,111)'),
      line('Balance, June 30, 2032', '5,520', '55', '8,953', '(5,065)', '3,943'),
    ];
    expect(broken(misprinted(5, 2, '929', misprinted(1, 2, '987', years))).toSorted()).toEqual([
      'across s1/r2/c5 breaks',
      'across s1/r6/c5 breaks',
      'down s1/r5/c3 breaks',
      'down s1/r8/c3 breaks',
    ]);
  });

  it('has a total of totals', () => {
    const headings = ['Capital', 'Deficit', 'Total of the parent', 'Noncontrolling interests', 'Total Equity'];
    const rows = [
      line('Balance, June 30, 2030', '7,345', '(2,218)', '5,127', '613', '5,740'),
      line('Stock issued', '897', null, '897', null, '897'),
      line('Net loss', null, '(1,736)', '(1,736)', '(88)', '(1,824)'),
      line('Balance, June 30, 2031', '8,242', '(3,954)', '4,288', '525', '4,813'),
    ];
    expect(findings(rows, headings).filter((one) => one.startsWith('across'))).toEqual([
      'across s1/r1/c3 exact',
      'across s1/r1/c5 exact',
      'across s1/r2/c3 exact',
      'across s1/r2/c5 exact',
      'across s1/r3/c3 exact',
      'across s1/r3/c5 exact',
      'across s1/r4/c3 exact',
      'across s1/r4/c5 exact',
    ]);
    expect(broken(misprinted(2, 3, '(99)', rows), headings).toSorted()).toEqual([
      'across s1/r3/c5 breaks',
      'down s1/r4/c4 breaks',
    ]);
  });

  it('leaves out no column whose amounts are smaller than rounding', () => {
    const headings = ['Common Stock Amount', 'Paid-in Capital', 'Deficit', 'Total Equity'];
    const rows = [
      line('Balance, June 30, 2030', '0.1', '1,613.6', '(291.4)', '1,322.3'),
      line('Net loss', null, null, '(50.5)', '(50.5)'),
      line('Stock-based compensation', null, '7.8', null, '7.8'),
      line('Balance, June 30, 2031', '0.1', '1,621.4', '(341.9)', '1,279.6'),
    ];
    expect(findings(rows, headings).filter((one) => one.startsWith('across'))).toEqual(
      [1, 2, 3, 4].map((row) => `across s1/r${row}/c4 exact`),
    );
  });

  it('whose total stands before its components is read like any table', () => {
    const rows = [
      line('Balance, June 30, 2030', '5,127', '7,345', '(2,218)'),
      line('Stock issued', '1,012', '897', '115'),
      line('Net loss', '(1,824)', '(88)', '(1,736)'),
      line('Balance, June 30, 2031', '4,315', '8,154', '(3,839)'),
    ];
    expect(findings(rows, ['Total Equity', 'Capital', 'Deficit']).filter((one) => one.startsWith('across'))).toEqual(
      [1, 2, 3, 4].map((row) => `across s1/r${row}/c1 exact`),
    );
  });

  it('tells share counts by arithmetic where no heading does', () => {
    const headings = ['Common', 'Par', 'Paid-in', 'Deficit', 'Total'];
    expect(findings(PAGE, headings).filter((one) => one.startsWith('across'))).toHaveLength(5);
  });

  it('adds nothing up across a page that has too few lines, or whose lines mostly miss', () => {
    const across = (rows: readonly Row[]) => findings(rows).filter((one) => one.startsWith('across'));
    expect(across(PAGE.slice(0, 1))).toEqual([]);
    expect(
      across(
        PAGE.map((row): Row => ({ ...row, printed: (row.printed ?? []).map((cell, at) => (at === 4 ? '1' : cell)) })),
      ),
    ).toEqual([]);
    expect(across(PAGE.map((row) => ({ label: row.label, printed: ['-', '-', '-', '-', '-'] })))).toEqual([]);
  });

  it('proves nothing of a line with a cell that cannot be read', () => {
    expect(findings(misprinted(1, 2, '8.97.1')).filter((one) => one.includes('/r2/'))).toEqual([
      'across s1/r2/c5 unproven',
    ]);
    expect(findings(misprinted(3, 4, '1.736.2'))).toContain('across s1/r4/c4 unproven');
    expect(findings(misprinted(1, 0, '3.0.0'))).toContain('across s1/r2/c5 exact');
    expect(findings([...PAGE, line('Note', '8.97.1', '4.5.6')])).toEqual(findings(PAGE));
  });

  it('leaves a column of changes alone', () => {
    const columns = [...HEADINGS.map((heading) => ({ heading })), { heading: 'Change', shows: 'change' as const }];
    const rows = PAGE.map((row) => ({ ...row, printed: [...(row.printed ?? []), '9'] }));
    expect(findingsOf(filing(statement(rows, { kind: 'equityStatement', columns })), crossFoot)).toHaveLength(5);
  });

  it('that is a list with a column a year is footed like any list', () => {
    const rows = [
      line('Balance at beginning of year', '9,628', '17,990'),
      line('Net income', '2,529', '(7,385)'),
      line('Dividends', '(1,086)', '(977)'),
      { ...line('Balance at end of year', '11,071', '9,682'), total: true as const },
    ];
    expect(findings(rows, ['1993', '1992'])).toEqual(['down s1/r4/c1 exact', 'down s1/r4/c2 breaks']);
  });
});
