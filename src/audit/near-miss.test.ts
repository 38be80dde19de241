import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Column, Row } from '../generated/types.ts';
import { findFootings } from './footing.ts';
import { openLedger } from './ledger.ts';
import type { LedgerStatement } from './ledger.ts';
import { oneSlipApart } from './near-miss.ts';

describe('one slip of the hand', () => {
  it.each([
    [5961n, 5691n],
    [-4834n, 4834n],
    [5691n, 5791n],
    [569n, 5691n],
    [56_991n, 5691n],
    [5_691_000n, 5691n],
    [-259n, -295n],
    [1n, 7n],
  ])('leads from %i to %i', (a, b) => {
    expect([oneSlipApart(a, b), oneSlipApart(b, a)]).toEqual([true, true]);
  });

  it.each([
    [5691n, 5691n],
    [5691n, 5722n],
    [5691n, -5791n],
    [0n, 5000n],
    [5691n, 691_234n],
    [1234n, 4321n],
  ])('does not lead from %i to %i', (a, b) => {
    expect([oneSlipApart(a, b), oneSlipApart(b, a)]).toEqual([false, false]);
  });
});

const REGIONS = ['North', 'South', 'East', 'West', 'Overseas'];

/** A table whose columns are no periods, with a total that is the sum of four lines but for what is changed. */
function table(
  change: Readonly<Record<string, string>>,
  more: { readonly headings?: readonly string[]; readonly total?: string } = {},
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
      ...(at === 4 && { total: true as const }),
      printed: headings.map(
        (heading, column) => change[`${heading} ${at + 1}`] ?? (amounts[column] ?? 0).toLocaleString('en-US'),
      ),
    }),
  );
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

  it('may repeat another where few columns say that it should not', () => {
    const headings = ['North', 'South', 'East'];
    expect(misses(table({ 'East 2': '33,456' }, { headings }))).toEqual([]);
    expect(misses(table({ 'East 1': '34,356' }, { headings }))).toEqual([2]);
  });

  it('is not judged by the digits of a line that is printed much finer than the others', () => {
    expect(misses(table({ 'East 1': '34,356.00' }))).toEqual([]);
  });
});
