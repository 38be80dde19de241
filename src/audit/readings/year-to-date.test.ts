import { describe, expect, it } from 'vitest';
import { findingsOf, filing, rule, statement } from '../../../property-tests/support.ts';
import type { Basis, Column, Row, Statement } from '../../generated/types.ts';

const difference = rule('EarlierYearToDate + Quarter = YearToDate', { statement: 'any' });
const within = rule('QuarterWithin <= YearSoFar', { statement: 'any' });
const of = (concept: string, ...printed: (string | null)[]): Row => ({ label: `x ${concept}`, concept, printed });
const column = (period: string, basis?: Basis): Column => ({ heading: period, period, ...(basis && { basis }) });
const QUARTER = column('2006-04-01/2006-06-30');
const HALF = column('2006-01-01/2006-06-30');
const FIRST = column('2006-01-01/2006-03-31');
const found = (one: typeof within, columns: Column[], rows: Row[], more: Partial<Statement> = {}) =>
  findingsOf(filing(statement(rows, { columns, ...more })), one).map(({ verdict }) => verdict);

describe('a quarter', () => {
  it('is the difference of the years to date around it', () => {
    expect(
      found(difference, [QUARTER, HALF, FIRST], [of('Revenues', '30', '50', '20'), of('CostOfRevenue', '3', '8', '2')]),
    ).toEqual(['exact', 'breaks']);
  });

  it('is not held against periods of another year or basis, or that do not follow on one another', () => {
    const rows = [of('Revenues', '30', '50', '21')];
    expect(found(difference, [QUARTER, HALF, column('2005-01-01/2005-03-31')], rows)).toEqual([]);
    expect(found(difference, [QUARTER, HALF, { ...FIRST, basis: 'restated' }], rows)).toEqual([]);
    expect(found(difference, [{ ...QUARTER, basis: 'restated' }, HALF, FIRST], rows)).toEqual([]);
    expect(found(difference, [column('2006-05-01/2006-06-30'), HALF, FIRST], rows)).toEqual([]);
    expect(found(difference, [QUARTER, HALF, { heading: 'none' }], rows)).toEqual([]);
    expect(found(difference, [QUARTER, HALF, { ...FIRST, shows: 'change' }], rows)).toEqual([]);
    expect(found(difference, [QUARTER, HALF, column('2006-03-31')], rows)).toEqual([]);
  });

  it('may begin some days after the one before it ends, as weeks and months do', () => {
    const rows = [of('Revenues', '30', '50', '20')];
    expect(found(difference, [QUARTER, HALF, column('2006-01-01/2006-03-28')], rows)).toEqual(['exact']);
    expect(found(difference, [QUARTER, HALF, column('2006-01-01/2006-04-03')], rows)).toEqual(['exact']);
    expect(found(difference, [QUARTER, HALF, column('2006-01-01/2006-03-27')], rows)).toEqual([]);
  });

  it('has a last part of fewer than 120 days', () => {
    const rows = [of('Revenues', '30', '50', '20')];
    const parted = (day: string, next: string) => [column(`${next}/2006-06-30`), HALF, column(`2006-01-01/${day}`)];
    expect(found(difference, parted('2006-03-02', '2006-03-03'), rows)).toEqual([]);
    expect(found(difference, parted('2006-03-03', '2006-03-04'), rows)).toEqual(['exact']);
  });

  it('says nothing of balances, of shares and of lines that lack a figure', () => {
    expect(
      found(
        difference,
        [QUARTER, HALF, FIRST],
        [
          of('CashAndCashEquivalentsAtBeginningOfPeriod', '1', '1', '1'),
          of('WeightedAverageNumberOfSharesOutstandingBasic', '1', '1', '1'),
          of('Revenues', '1', null, '1'),
          of('CostOfRevenue', null, '1', '1'),
          of('OperatingExpenses', '1', '1', null),
          { label: 'Something', printed: ['1', '1', '1'] },
        ],
      ),
    ).toEqual([]);
  });

  it('does not exceed the year to date of what only grows', () => {
    expect(
      found(
        within,
        [QUARTER, HALF],
        [
          of('Revenues', '30', '50'),
          of('CostOfRevenue', '60', '50'),
          of('NetIncomeLoss', '9', '5'),
          of('OperatingExpenses', '1', null),
        ],
      ),
    ).toEqual(['exact', 'breaks']);
    expect(found(within, [QUARTER, { ...HALF, basis: 'restated' }], [of('Revenues', '60', '50')])).toEqual([]);
  });

  it('is not looked for in a table of percentages', () => {
    const rows = [of('Revenues', '100%', '100%'), of('CostOfRevenue', '60', '50')];
    expect(found(within, [QUARTER, HALF], rows, { kind: 'other' })).toEqual([]);
    expect(found(within, [QUARTER, HALF], rows)).toHaveLength(1);
    expect(found(within, [QUARTER, HALF], [of('Revenues', '30', '50')], { kind: 'other' })).toEqual(['exact']);
  });
});
