import { describe, expect, it } from 'vitest';
import { findingsOf, filing, rule, statement } from '../../../property-tests/support.ts';
import type { Column, Row } from '../../generated/types.ts';

const crossFoot = rule('ColumnParts = ColumnTotal', { statement: 'any' });
const columns = (...headings: (string | Column)[]): Column[] =>
  headings.map((heading) => (typeof heading === 'string' ? { heading } : heading));
const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const found = (heads: Column[], rows: Row[]) =>
  findingsOf(filing(statement(rows, { kind: 'other', columns: heads })), crossFoot).map(({ verdict, reason }) =>
    reason === undefined ? verdict : `${verdict}: ${reason}`,
  );

const heads = columns('East', 'West', 'Total');
const lines = [
  row('Sales', '11,506', '10,480', '21,986'),
  row('Costs', '8,027', '7,511', '15,538'),
  row('Profit', '3,479', '2,969', '6,448'),
];

describe('columns that add up to another one', () => {
  it('are tied line by line', () => {
    expect(found(heads, lines)).toEqual(['exact', 'exact', 'exact']);
  });

  it('are believed to the very end of their rounding', () => {
    const rows = [
      row('Sales', '11,506', '10,480', '7,003', '28,991'),
      row('Costs', '8,027', '7,511', '6,014', '21,550'),
      row('Profit', '3,479', '2,969', '1,108', '7,558'),
    ];
    expect(found(columns('East', 'North', 'West', 'Total'), rows)).toEqual(['edge', 'edge', 'edge']);
  });

  it('may stand after their total', () => {
    const turned = lines.map((one) => row(one.label, ...(one.printed ?? []).toReversed()));
    expect(found(columns('Total', 'West', 'East'), turned)).toEqual(['exact', 'exact', 'exact']);
  });

  it('are those of most lines, whatever place the first of them is printed to', () => {
    const earnings = row('Earnings', '0.25', '0.15', '0.90');
    expect(found(heads, [earnings, ...lines])).toEqual(['exact', 'exact', 'exact']);
    expect(found(heads, [...lines, earnings, earnings])).toEqual(['exact', 'exact', 'exact']);
  });

  it('are looked for in sixteen columns, and in no more', () => {
    const wide = (more: number) => columns('East', 'West', 'Total', ...Array.from({ length: more }, () => 'more'));
    expect(found(wide(13), lines)).toHaveLength(3);
    expect(found(wide(14), lines)).toEqual([]);
  });

  it('break in the line that does not add up, also where it shows one part only', () => {
    expect(found(heads, [...lines, row('Rent', '120', '100', '202')])[3]).toBe('breaks');
    expect(found(heads, [...lines, row('Rent', '120', null, '102')])[3]).toBe('breaks');
  });

  it('prove nothing where several lines miss by the same amount', () => {
    const missing = [row('Rent', '120', '100', '230'), row('Fees', '500', '300', '810')];
    expect(found(heads, [...lines, ...lines, ...missing]).slice(6)).toEqual([
      'unproven: several lines miss their total by the same amount, as if a column were missing',
      'unproven: several lines miss their total by the same amount, as if a column were missing',
    ]);
  });

  it('leave out columns that count shares, and columns of changes and percentages', () => {
    const equity = columns(
      'Shares',
      'Stock',
      'Class B shares',
      'Capital',
      'Total',
      { heading: '%', shows: 'percent' },
      'Change',
    );
    const rows = lines.map((one) =>
      row(
        one.label,
        '77',
        one.printed?.[0] ?? null,
        '88',
        one.printed?.[1] ?? null,
        one.printed?.[2] ?? null,
        '5%',
        '1',
      ),
    );
    expect(found(equity, rows)).toEqual(['exact', 'exact', 'exact']);
  });

  it('do not give a year by the year before and the change from it', () => {
    const years = lines.map(({ label, printed = [] }) => row(label, ...printed.toReversed()));
    expect(found(columns('2006', '2005', 'Change'), years)).toEqual([]);
    expect(found(columns('2006', '2005', { heading: 'vs. 2005', shows: 'change' }), years)).toEqual([]);
  });

  it('say nothing of ratios, other units, other last places, unread cells and lines without a total', () => {
    expect(
      found(heads, [
        ...lines,
        row('Gross margin', '30', '28', '29'),
        row('Rate of tax', '5%', '4%', '3%'),
        row('Tax', '5%', '4%', '3%'),
        row('Price', '1.25', '2.25', '4.00'),
        row('Lost', '1', 'x', '3'),
        row('Open', '1', '2', null),
        row('Nothing', null, null, '3'),
      ]),
    ).toEqual(['exact', 'exact', 'exact']);
  });

  it('say of a line with one part that it is its total, and prove nothing by it', () => {
    const same = [row('Same', '500', null, '500'), row('Nil', '70', '--', '70')];
    expect(found(heads, [...lines, ...same])).toEqual(['exact', 'exact', 'exact', 'exact', 'exact']);
    expect(found(heads, [...lines.slice(0, 2), ...same])).toEqual([]);
  });

  it('say nothing of a line that goes on below', () => {
    const cut = [row('Losses', '1,076', '(40)', '885'), row('', null, '(191)', null)];
    expect(found(heads, [...lines, ...cut])).toEqual(['exact', 'exact', 'exact']);
  });

  it('are not believed where chance would do as well, nor in a very wide table', () => {
    const small = [row('A', '1', '2', '3'), row('B', '2', '3', '5'), row('C', '4', '5', '9')];
    expect(found(heads, small)).toEqual([]);
    expect(found(columns(...heads, ...Array.from({ length: 14 }, (_, index) => `more ${index}`)), lines)).toEqual([]);
  });

  it('are all the columns that come out, however small the amounts of one', () => {
    const three = columns('Rounding', 'East', 'West', 'Total');
    const rows = [
      row('x', '1', '8,027', '7,511', '15,538'),
      row('y', '1', '3,479', '2,969', '6,448'),
      row('z', '(1)', '1,151', '2,302', '3,453'),
      row('w', '0', '511', '302', '831'),
    ];
    const one = rule('ColumnParts = ColumnTotal', { statement: 'any' });
    const spoken = findingsOf(filing(statement(rows, { kind: 'other', columns: three })), one);
    const expected = ['rounding of 4', 'rounding of 4', 'rounding of 4', 'breaks of 4'];
    expect(spoken.map(({ verdict, terms }) => `${verdict} of ${terms.length}`)).toEqual(expected);
    const turned = rows.map((line) => row(line.label, ...(line.printed ?? []).toReversed()));
    const first = filing(statement(turned, { kind: 'other', columns: three.toReversed() }));
    expect(findingsOf(first, one).map(({ verdict, terms }) => `${verdict} of ${terms.length}`)).toEqual(expected);
  });

  it('are looked for with the fewest lines that do not come out', () => {
    const four = columns('A', 'B', 'C', 'D', 'Total');
    const rows = [
      row('x', '—', '8,027', '7,511', '2', '15,540'),
      row('y', '—', '3,479', '2,969', '3', '6,451'),
      row('z', '—', '1,151', '2,302', '4', '3,457'),
      row('w', '(3)', '—', '1', '2', '—'),
    ];
    expect(found(four, rows)).toEqual(['exact', 'exact', 'exact', 'exact']);
  });
});
