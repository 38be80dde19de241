import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Column, Row } from '../generated/types.ts';
import { findFootings } from './footing.ts';
import { openLedger } from './ledger.ts';
import type { LedgerStatement } from './ledger.ts';
import { slipBetween } from './near-miss.ts';

describe('one slip of the hand', () => {
  it.each([
    [5961n, 5691n, 'swapped'],
    [-4834n, 4834n, 'sign'],
    [5691n, 5791n, 'retyped'],
    [569n, 5691n, 'digit'],
    [56_991n, 5691n, 'digit'],
    [5_691_000n, 5691n, 'power'],
    [-259n, -295n, 'swapped'],
    [1n, 7n, 'retyped'],
    [0n, 7n, 'retyped'],
    [0n, 50n, 'digit'],
  ])('leads from %i to %i: %s', (a, b, kind) => {
    expect([slipBetween(a, b), slipBetween(b, a)]).toEqual([kind, kind]);
  });

  it.each([
    [13n, 12_703n],
    [-570n, -5696n],
    [431n, 4305n],
    [1n, 1204n],
  ])('may have been rounded to another scale: %i for %i', (printed, meant) => {
    expect([slipBetween(printed, meant), slipBetween(meant, printed)]).toEqual(['rescaled', undefined]);
  });

  it.each([
    [5691n, 5691n],
    [5691n, 5722n],
    [5691n, -5791n],
    [0n, 5000n],
    [0n, 123n],
    [0n, -7n],
    [5691n, 691_234n],
    [1234n, 4321n],
  ])('does not lead from %i to %i', (a, b) => {
    expect([slipBetween(a, b), slipBetween(b, a)]).toEqual([undefined, undefined]);
  });
});

const REGIONS = ['North', 'South', 'East', 'West', 'Overseas'];

/** A table whose columns are no periods, with a total that is the sum of four lines but for what is changed. */
function table(
  change: Readonly<Record<string, string>>,
  more: {
    readonly headings?: readonly string[];
    readonly total?: string;
    readonly unmarked?: true;
    readonly extra?: { readonly at: number; readonly row: Row };
  } = {},
): LedgerStatement {
  const headings = more.headings ?? REGIONS;
  const lines = [
    [51_234, 42_345, 33_456, 24_567, 15_678],
    [6_171, 7_182, 8_193, 9_114, 1_925],
    [11_357, 12_468, 13_579, 14_680, 15_791],
    [2_846, 3_957, 4_168, 5_279, 6_381],
  ];
  const rows = [...lines, headings.map((_, at) => lines.reduce((sum, line) => sum + (line[at] ?? 0), 0))].map(
    (amounts, at): Row => ({
      label: at === 4 ? (more.total ?? 'Total') : `Line ${at + 1}`,
      ...(at === 4 && !more.unmarked && { total: true as const }),
      printed: headings.map((heading, column) => {
        const text = change[`${heading} ${at + 1}`] ?? (amounts[column] ?? 0).toLocaleString('en-US');
        return text === '' ? null : text;
      }),
    }),
  );
  if (more.extra) rows.splice(more.extra.at, 0, more.extra.row);
  const columns = headings.map((heading): Column => ({ heading }));
  const ledger = openLedger(
    { format: 'tieout/filing@1', statements: [{ kind: 'other', columns, rows }] },
    shippedVocabulary(),
    () => ({ document: 'page', line: 1, column: 1 }),
  );
  return ledger.statements[0] as LedgerStatement;
}

function misses(statement: LedgerStatement): readonly number[] {
  return findFootings(statement).flatMap((footing) => footing.misses);
}

describe('a column that is no period', () => {
  it.each([
    ['two digits of a line swapped', { 'East 1': '34,356' }],
    ['a digit of the total mistyped', { 'East 5': '59,496' }],
    ['a line with the other sign', { 'East 3': '(13,579)' }],
    ['a line ten times too large', { 'East 2': '81,930' }],
    ['a total without one of its lines', { 'East 5': '45,817' }],
    ['a line that repeats the one above', { 'East 2': '33,456' }],
    ['a line that repeats the column beside it', { 'East 2': '9,114' }],
  ])('breaks on %s', (_, change) => {
    expect(misses(table(change))).toEqual([2]);
  });

  it.each([
    ['that no slip explains', { 'East 5': '77,777' }, {}],
    ['of which nobody knows what it would add up to', { 'East 5': '--' }, {}],
    ['over averages', { 'Average 1': '34,356' }, { headings: ['North', 'South', 'Average', 'West', 'Overseas'] }],
    ['under a total of averages', { 'East 1': '34,356' }, { total: 'Weighted average' }],
    ['with a footnote at its total', { 'East 1': '34,356', 'East 5': '59,396*' }, {}],
  ])('proves nothing by a miss %s', (_, change, more) => {
    expect(misses(table(change, more))).toEqual([]);
  });

  it('may repeat another where chance could have made the others add up', () => {
    const headings = ['North', 'South'];
    expect(misses(table({ 'North 2': '7,182' }, { headings }))).toEqual([0]);
    const small = {
      ...Object.fromEntries([1, 2, 3, 4].flatMap((at) => [`North ${at}`, `South ${at}`].map((cell) => [cell, '1']))),
      'North 5': '4',
      'South 5': '4',
    };
    expect(misses(table({ ...small, 'South 2': '12' }, { headings }))).toEqual([]);
  });

  it('is not judged by the digits of a line that is printed much finer than the others', () => {
    expect(misses(table({ 'East 1': '34,356.00' }))).toEqual([]);
  });
});

describe('columns that differ in their dates alone', () => {
  const headings = ['December 31, 2006', 'December 31, 2005', 'December 31, 2004'];

  it('show one thing, so that any miss breaks', () => {
    expect(misses(table({ [`${headings[1]} 5`]: '99,999' }, { headings }))).toEqual([1]);
    expect(misses(table({ '2005 5': '99,999' }, { headings: ['2006', '2005', '2004'] }))).toEqual([1]);
    const quarters = ['First Quarter', 'Second Quarter', 'Third Quarter'];
    expect(misses(table({ 'Second Quarter 5': '99,999' }, { headings: quarters }))).toEqual([1]);
  });

  it.each([
    ['other words beside them', ['Cost 2006', 'Value 2005', 'Cost 2004']],
    ['no year', ['first', 'second', 'third']],
    ['one of them twice', ['2006', '2005', '2005']],
  ])('and have %s are no such columns', (_, other) => {
    expect(misses(table({ [`${other[1]} 5`]: '99,999' }, { headings: other }))).toEqual([]);
  });

  it('prove nothing where a line between, in another unit, is what is missed', () => {
    const row: Row = { label: 'Convertible notes', unit: 'shares', printed: ['-', '5', '-'] };
    const extra = { at: 3, row };
    const change = { [`${headings[1]} 5`]: '65,957' };
    expect(misses(table(change, { headings, extra }))).toEqual([]);
    expect(misses(table(change, { headings, extra: { at: 3, row: { ...row, printed: ['-', '-', '-'] } } }))).toEqual([
      1,
    ]);
  });
});

describe('a line that nothing marks as a total', () => {
  it('is one where its columns are beyond chance and a slip explains the one that misses', () => {
    expect(misses(table({ 'East 1': '34,356' }, { unmarked: true }))).toEqual([2]);
    expect(misses(table({ 'East 1': '77,777' }, { unmarked: true }))).toEqual([]);
    expect(misses(table({ 'East 1': '34,356', 'West 1': '25,467' }, { unmarked: true }))).toEqual([]);
  });
});

describe('a blank in the column that misses', () => {
  it('leaves no doubt where a slip explains the miss and the others are beyond chance', () => {
    const blank = { 'East 4': '', 'East 5': '55,228' };
    expect(misses(table({ ...blank, 'East 1': '34,356' }))).toEqual([2]);
    expect(misses(table({ ...blank, 'East 1': '77,777' }))).toEqual([]);
  });
});

describe('a table of one column', () => {
  const headings = ['Amount'];

  it('breaks where its total misses the section above by a slip that chance would hardly give', () => {
    expect(misses(table({ 'Amount 1': '15,234' }, { headings }))).toEqual([]);
    expect(misses(table({ 'Amount 1': '(51,234)' }, { headings }))).toEqual([0]);
    expect(misses(table({ 'Amount 5': '76,108' }, { headings }))).toEqual([0]);
  });

  it('proves nothing by a total that no slip explains, nor by a line that nothing marks as one', () => {
    expect(misses(table({ 'Amount 5': '77,777' }, { headings }))).toEqual([]);
    expect(misses(table({ 'Amount 1': '(51,234)' }, { headings, unmarked: true }))).toEqual([]);
  });
});
