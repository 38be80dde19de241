import { describe, expect, it } from 'vitest';
import { findingsOf, filing, rule, statement } from '../../../property-tests/support.ts';
import type { Column, Row, StatementKind } from '../../generated/types.ts';

const roll = rule('OpeningBalance + Movements = ClosingBalance', { statement: 'any' });
const COLUMNS: Column[] = [{ heading: 'Shares' }, { heading: 'Capital' }, { heading: 'Deficit' }, { heading: 'Total' }];
const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const found = (rows: Row[], kind: StatementKind = 'equityStatement', columns = COLUMNS) =>
  findingsOf(filing(statement(rows, { kind, columns })), roll).map(({ verdict }) => verdict);

const opening = row('Balance, December 31, 2004', '500', '9,480', '(4,104)', '5,376');
const issue = row('Issued for cash', '20', '1,211', null, '1,211');
const loss = row('Net loss', null, null, '(412)', '(412)');
const closing = (...more: (string | null)[]) => row('Balance, December 31, 2005', ...more);

describe('a statement of equity', () => {
  it('rolls forward in every column that moves', () => {
    expect(found([opening, issue, loss, closing('520', '10,691', '(4,516)', '6,175')])).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
    ]);
  });

  it('rolls forward within rounding, either way', () => {
    const rounded = (total: string) => found([opening, issue, loss, closing('520', '10,691', '(4,516)', total)]);
    expect(['6,173', '6,174', '6,176', '6,177'].map((total) => rounded(total)[3])).toEqual([
      'edge',
      'rounding',
      'rounding',
      'edge',
    ]);
    expect(found([opening, issue, loss, closing('520', '10,690', '(4,517)', '6,175')])).toEqual([
      'exact',
      'rounding',
      'rounding',
      'exact',
    ]);
  });

  it('breaks in the column that does not, where most do', () => {
    expect(found([opening, issue, loss, closing('520', '10,961', '(4,516)', '6,175')])).toEqual([
      'exact',
      'breaks',
      'exact',
      'exact',
    ]);
  });

  it('is not believed where too many columns do not come out', () => {
    expect(found([opening, issue, loss, closing('520', '10,961', '(4,561)', '6,175')])).toEqual([]);
  });

  it('is not believed for fewer than three columns', () => {
    const two = [row('Balance, May 1, 2004', '500', '9,480'), row('Issued', '20', '1,211')];
    expect(
      found([...two, row('Balance, May 1, 2005', '520', '10,691')], 'equityStatement', COLUMNS.slice(0, 2)),
    ).toEqual([]);
  });

  it('leaves out the sums of other movements, or counts them where nothing else says what moved', () => {
    const comprehensive = row('Comprehensive loss', null, null, null, '(412)');
    expect(found([opening, issue, loss, comprehensive, closing('520', '10,691', '(4,516)', '6,175')])).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
    ]);
    const slip = [opening, issue, loss, comprehensive, closing('520', '10,691', '(4,516)', '6,157')];
    const columns = COLUMNS;
    const [total] = findingsOf(filing(statement(slip, { kind: 'equityStatement', columns })), roll).slice(3);
    expect(total).toMatchObject({ verdict: 'breaks', computed: '6175', gap: '18' });
    const only = row('Comprehensive loss', null, null, '(412)', '(412)');
    expect(found([opening, issue, only, closing('520', '10,691', '(4,516)', '6,175')])).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
    ]);
  });

  it('starts with nothing where the opening balance is blank, and skips unread cells, blanks and other columns', () => {
    const start = row('Balance, December 31, 2004', null, '9,480', '(4,104)', '5,376');
    expect(found([start, issue, loss, closing('20', '10,691', '(4,516)', '6,175')])).toHaveLength(4);
    expect(
      found([start, row('Issued', 'x', '1,211', null, '1,211'), loss, closing('20', '10,691', '(4,516)', '6,175')]),
    ).toHaveLength(3);
    expect(found([opening, issue, loss, closing(null, '10,691', '(4,516)', '6,175')])).toHaveLength(3);
    const lost = row('Given back', '5', null, null, null);
    expect(
      found([
        start,
        row('Issued', 'x', '1,211', null, '1,211'),
        lost,
        loss,
        closing('20', '10,691', '(4,516)', '6,175'),
      ]),
    ).toHaveLength(3);
    const shown: Column[] = [{ heading: 'Note', shows: 'change' }, ...COLUMNS.slice(1)];
    expect(
      found([opening, issue, loss, closing('520', '10,691', '(4,516)', '6,175')], 'equityStatement', shown),
    ).toHaveLength(3);
  });

  it('takes a line for a balance by its label', () => {
    const dated = [row('December 31, 2004', '500', '9,480', '(4,104)', '5,376'), issue, loss];
    expect(
      found([...dated, row("Stockholders' equity, December 31, 2005", '520', '10,691', '(4,516)', '6,175')]),
    ).toHaveLength(4);
    expect(found([opening, issue, loss, row('Something else', '520', '10,691', '(4,516)', '6,175')])).toEqual([]);
    expect(
      found([{ label: 'Balance, December 31, 2004' }, issue, closing('520', '10,691', '(4,516)', '6,175')]),
    ).toEqual([]);
  });

  it('does not roll from the end of one table to the beginning of the next', () => {
    const end = row('Balance at end of year', '464', '5', '4', '3');
    const other = row('Class B', '35', '1', '1', '1');
    const next = row('Balance at beginning of year', '499', '6', '5', '4');
    expect(found([end, other, next])).toEqual([]);
  });

  it('is the only statement that does', () => {
    expect(found([opening, issue, loss, closing('520', '10,691', '(4,516)', '6,175')], 'other')).toEqual([]);
  });
});
