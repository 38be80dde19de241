import { describe, expect, it } from 'vitest';
import { HEADINGS, line, PAGE } from '../../fixtures/equity.ts';
import type { Cells } from '../../fixtures/equity.ts';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Column, Row, Statement } from '../generated/types.ts';
import { pageFootings } from './cross-footing.ts';
import { openLedger } from './ledger.ts';

const columnsOf = (headings: readonly string[]): Column[] => headings.map((heading) => ({ heading }));
const page = (rows: readonly Row[], columns: readonly Column[]): Statement =>
  statement(rows, { kind: 'equityStatement', columns: [...columns] });

/** Which columns of a page give which, and the lines in which they do and in which they do not, all counted from 1. */
function across(rows: readonly Row[], columns: readonly Column[]): string[] {
  const place = () => ({ document: '', line: 1, column: 1 });
  const numbers = (list: readonly number[]) => list.map((one) => one + 1).join(',');
  return openLedger(filing(page(rows, columns)), shippedVocabulary(), place).statements.flatMap((one) =>
    pageFootings(one).across.map(({ columns: parts, total, foots, misses }) =>
      [`${numbers(parts)} = ${total + 1} in ${numbers(foots)}`, ...(misses.length > 0 ? [numbers(misses)] : [])].join(
        ' not ',
      ),
    ),
  );
}

/** The page with some cells, each by its row and column, printed otherwise. */
const misprinted = (...cells: readonly [row: number, column: number, text: string][]): Row[] =>
  PAGE.map((one, row) => ({
    ...one,
    printed: (one.printed ?? []).map(
      (cell, column) => cells.find(([r, c]) => r === row + 1 && c === column + 1)?.[2] ?? cell,
    ),
  }));

/** The rows with another column before the given one, from 1. */
const widened = (rows: readonly Row[], before: number, cells: Cells): Row[] =>
  rows.map((row, at) => ({ ...row, printed: (row.printed ?? []).toSpliced(before - 1, 0, cells[at] ?? null) }));

const COLUMNS = columnsOf(HEADINGS);

const small = (...millionths: number[]): string[] => millionths.map((one) => (one / 1_000_000).toFixed(6));

describe('the components of equity', () => {
  const all = '2,3,4 = 5 in 1,2,3,4,5';

  it('leave out every column of share counts, whatever it is headed', () => {
    expect(across(PAGE, COLUMNS)).toEqual([all]);
    const preferred = widened(PAGE, 1, ['77', '5', null, null, '82']);
    for (const heading of ['Preferred Shares', 'Preferred Stock (Number)', 'Units']) {
      expect(across(preferred, [{ heading }, ...COLUMNS])).toEqual(['3,4,5 = 6 in 1,2,3,4,5']);
    }
    expect(across(preferred, [{ heading: 'Preferred' }, ...columnsOf(['Common', ...HEADINGS.slice(1)])])).toEqual([]);
  });

  it('hold an amount of shares', () => {
    const preferred = widened(PAGE, 1, ['77', '5', null, null, '82']);
    expect(
      across(
        preferred,
        columnsOf(['Preferred Shares', 'Common Shares', 'Amount of Common Shares', ...HEADINGS.slice(2)]),
      ),
    ).toEqual(['3,4,5 = 6 in 1,2,3,4,5']);
  });

  it('leave out the one column that arithmetic tells from them', () => {
    expect(across(PAGE, columnsOf(['Common', 'Par', 'Paid-in', 'Deficit', 'Total']))).toEqual([all]);
  });

  it('are those that leave the fewest lines unexplained', () => {
    const rows = PAGE.map(({ label, printed = [] }) => line(label, null, ...printed.slice(1)));
    const gift = line('Gift', '300', null, null, null, '900');
    expect(across([...rows, gift], columnsOf(['Common', ...HEADINGS.slice(1)]))).toEqual([all]);
  });

  it('stand before the last column of amounts where none says that it is a total', () => {
    const headings = [...HEADINGS.slice(0, 4), 'Equity'];
    expect(across(PAGE, columnsOf(headings))).toEqual([all]);
    expect(across(PAGE, columnsOf([...headings, 'Notes']))).toEqual([all]);
  });

  it('are no changes that stand among them', () => {
    const wide = widened(PAGE, 3, ['9', '9', '9', '9', '9']);
    const columns = COLUMNS.toSpliced(2, 0, { heading: 'Change', shows: 'change' });
    expect(across(wide, columns)).toEqual(['2,4,5 = 6 in 1,2,3,4,5']);
  });

  it('are more than one', () => {
    const rows = PAGE.map(({ label, printed = [] }) => line(label, printed[4] ?? null, printed[4] ?? null));
    expect(across(rows, columnsOf(['Capital', 'Total Equity']))).toEqual([]);
  });
});

describe('a line of components', () => {
  it('adds up to the very end of its rounding, and a blank cell has none', () => {
    expect(across(misprinted([1, 5, '5,180'], [5, 5, '4,756'], [4, 5, '(1,737)']), COLUMNS)).toEqual([
      '2,3,4 = 5 in 1,2,3,4,5',
    ]);
    const wide = line('Balance', ...small(1111, 1222, 1333, 1444, 1555, 1666, 1777, 1888, 11_996));
    const blank = Array.from({ length: 6 }, () => null);
    const issued = (last: number) => line('Issued', ...small(100, 200), ...blank, ...small(last));
    const headings = columnsOf(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'Total']);
    expect(across([wide, issued(301), wide], headings)).toEqual(['1,2,3,4,5,6,7,8 = 9 in 1,2,3']);
    expect(across([wide, issued(302), wide], headings)).toEqual(['1,2,3,4,5,6,7,8 = 9 in 1,3 not 2']);
  });

  it('with a cell that cannot be read neither comes out nor misses', () => {
    expect(across(misprinted([2, 3, '8.97.1'], [3, 3, '4.1.2']), COLUMNS)).toEqual(['2,3,4 = 5 in 1,4,5']);
    expect(across(misprinted([2, 3, '8.97.1'], [3, 5, '4.1.2']), COLUMNS)).toEqual(['2,3,4 = 5 in 1,4,5']);
  });

  it('tells which they are where one more comes out', () => {
    expect(across(PAGE.slice(0, 2), COLUMNS)).toEqual(['2,3,4 = 5 in 1,2']);
  });

  it('that chance would make come out tells nothing', () => {
    const rows = [line('Balance', '2', '3', '5'), line('Issued', '1', '2', '3'), line('Balance', '3', '5', '8')];
    expect(across(rows, columnsOf(['Common', 'Capital', 'Total']))).toEqual([]);
    const headings = columnsOf(['Common', 'Capital', 'Total']);
    const nil = line('Issued', '—', '—', '—');
    expect(across([line('Balance', ...small(775, 775, 1550)), nil], headings)).toEqual(['1,2 = 3 in 1,2']);
    expect(across([line('Balance', ...small(775, 774, 1549)), nil], headings)).toEqual([]);
    const twice = (a: number, b: number) =>
      across([line('Balance', ...small(a, b, a + b)), line('Issued', ...small(b, a, a + b))], headings);
    expect(twice(25, 25)).toEqual(['1,2 = 3 in 1,2']);
    expect(twice(25, 24)).toEqual([]);
  });

  it('that misses by itself is believed to be a slip where chance would bring it so near once in a million', () => {
    const turned = (a: number, b: number) => line('Loss', ...small(a, b, -a - b));
    const rows = [line('Balance', ...small(4000, 4000, 8000)), line('Issued', '—', '—', '—')];
    const headings = columnsOf(['Common', 'Capital', 'Total']);
    expect(across([...rows, turned(2906, 2906)], headings)).toEqual(['1,2 = 3 in 1,2 not 3']);
    expect(across([...rows, turned(2906, 2905)], headings)).toEqual(['1,2 = 3 in 1,2']);
  });
});

describe('a line and a column that miss', () => {
  const crossFoot = rule('ColumnParts = ColumnTotal', { statement: 'any' });
  const broken = (rows: readonly Row[]): string[] =>
    audited(filing(page(rows, COLUMNS)), crossFoot)
      .audited.findings.filter(({ verdict }) => verdict === 'breaks')
      .map((one) => {
        const stated = (one.terms.find((term) => term.stated) ?? one.terms.at(-1))?.figure;
        return `${one.rule === crossFoot.id ? 'across' : 'down'} ${stated}`;
      })
      .toSorted();

  it('confirm one another where the column has fewer figures than the line', () => {
    expect(broken(misprinted([5, 2, '45']))).toEqual(['across s1/r5/c5', 'down s1/r5/c2']);
  });

  it('confirm one another to the very end of their rounding', () => {
    const misprints: [number, number, string][] = [
      [5, 4, '(3,594)'],
      [5, 5, '4,756'],
      [4, 4, '(1,737)'],
    ];
    expect(broken(misprinted(...misprints, [5, 3, '8,653']))).toEqual(['across s1/r5/c5', 'down s1/r5/c4']);
    expect(broken(misprinted(...misprints, [5, 3, '8,652']))).toEqual([]);
  });

  it('do so between the balances of the column only', () => {
    const rows = [
      ...misprinted([2, 3, '3,906']),
      line('Stock issued', '100', '1', '299', null, '300'),
      line('Net loss', null, null, null, '(1,111)', '(1,111)'),
      line('Balance, June 30, 2032', '5,520', '55', '8,953', '(5,065)', '3,943'),
      line('Transfer', null, '9', '7,521', '(1,231)', '3,290'),
    ];
    expect(broken(rows)).toEqual(['across s1/r2/c5', 'down s1/r5/c3']);
  });
});
