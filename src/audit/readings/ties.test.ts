import { describe, expect, it } from 'vitest';
import { findingsOf, filing, rule, statement } from '../../../property-tests/support.ts';
import type { Column, Row, Statement } from '../../generated/types.ts';

const YEAR = '2006-01-01/2006-12-31';
const BEFORE = '2005-01-01/2005-12-31';
const of = (concept: string, ...printed: (string | null)[]): Row => ({ label: `x ${concept}`, concept, printed });
const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const column = (period: string, more: Partial<Column> = {}): Column => ({ heading: period, period, ...more });
const years = [column(YEAR), column(BEFORE)];
const income = (...rows: Row[]) => statement(rows, { columns: years });
const found = (one: ReturnType<typeof rule>, ...statements: Statement[]) =>
  findingsOf(filing(...statements), one).map(({ verdict, reason }) =>
    reason === undefined ? verdict : `${verdict}: ${reason}`,
  );

describe('net income where a statement starts', () => {
  const tie = rule('NetIncomeHere = NetIncomeOnIncomeStatement', { statement: 'any' });
  const cash = (rows: Row[], columns = years) => statement(rows, { kind: 'cashFlowStatement', columns });
  const net = of('NetIncomeLoss', '1,202', '1,100');

  it('is that of the income statement of the same period', () => {
    expect(found(tie, income(net), cash([of('NetIncomeLoss', '1,202', '1,010')]))).toEqual(['exact', 'breaks']);
    expect(found(tie, income(net), statement([net], { kind: 'comprehensiveIncomeStatement', columns: years }))).toEqual(
      ['exact', 'exact'],
    );
  });

  it('is unproven where the other statement shows it for another period', () => {
    expect(found(tie, income(net), cash([of('NetIncomeLoss', '1,100', '1,100')]))[0]).toBe(
      'unproven: the other statement shows the figure in another column',
    );
  });

  it('is that of all owners, unless the part of the others is added back', () => {
    const both = income(
      of('ProfitLoss', '1,240', '1,130'),
      of('NetIncomeLossAttributableToNoncontrollingInterest', '38', '30'),
      net,
    );
    expect(found(tie, both, cash([of('NetIncomeLoss', '1,240', '1,130')]))).toEqual(['exact', 'exact']);
    const added = of('NetIncomeLossAttributableToNoncontrollingInterest', '38', '30');
    expect(found(tie, both, cash([net, added]))).toEqual(['exact', 'exact']);
  });

  it('is held against nothing where columns are alike, without a period, or of another scale, period or basis', () => {
    const other = of('NetIncomeLoss', '9', '9');
    expect(found(tie, income(net), cash([other], [column(YEAR), column(YEAR)]))).toEqual([]);
    expect(found(tie, income(net), cash([other], [{ heading: 'a' }, column(YEAR, { shows: 'change' })]))).toEqual([]);
    expect(
      found(tie, income(net), cash([other], [column(YEAR, { basis: 'restated' }), column('2004-01-01/2004-12-31')])),
    ).toEqual([]);
    expect(found(tie, income(net), { ...cash([other]), scale: 1000 })).toEqual([]);
    expect(found(tie, income(net), cash([row('Sales', '1', '1'), row('Costs', '1', '1'), other]))).toEqual([]);
    expect(found(tie, income(net), statement([other], { columns: years }))).toEqual([]);
    expect(found(tie, income(of('NetIncomeLoss', '1', null)), cash([of('NetIncomeLoss', null, '5')]))).toEqual([]);
  });

  it('is held against nothing where two income statements differ, nor against a column of changes', () => {
    expect(found(tie, income(net), income(of('NetIncomeLoss', '7', '7')), cash([net]))).toEqual([]);
    const summary = statement([net], { kind: 'other', columns: years });
    expect(found(tie, summary, cash([net]))).toEqual([]);
    const loss: Row = { label: 'Net loss', concept: 'NetIncomeLoss', printed: ['1,202', '1,100'] };
    expect(found(tie, income(net), income(loss), cash([net]))).toEqual([]);
    const shown = statement([net], { columns: [column(YEAR, { shows: 'change' }), { heading: 'x' }] });
    expect(found(tie, shown, cash([net]))).toEqual([]);
  });

  it('tells columns of one period apart by their basis, and from those that show changes', () => {
    const columns = [column(YEAR), column(YEAR, { basis: 'restated' }), column(YEAR, { shows: 'change' })];
    expect(found(tie, income(net), cash([of('NetIncomeLoss', '1,202', '9', '9')], columns))).toEqual(['exact']);
  });
});

describe('a statement of equity', () => {
  const balance = rule('EquityAtDay = EquityOnBalanceSheet', { statement: 'any' });
  const result = rule('NetIncomeInEquity = NetIncomeOfPeriod', { statement: 'any' });
  const columns = [{ heading: 'Deficit' }, { heading: 'Total equity' }];
  const equity = (rows: Row[], more = columns) => statement(rows, { kind: 'equityStatement', columns: more });
  const sheet = (...rows: Row[]) =>
    statement(rows, { kind: 'balanceSheet', columns: [column('2006-12-31'), column('2005-12-31')] });
  const rows = [
    row('Balance, December 31, 2005', '(4)', '4,781'),
    of('NetIncomeLoss', '1,202', '1,202'),
    row('Balance, December 31, 2006', '(4)', '5,983'),
  ];

  it('ends with the equity of the balance sheet', () => {
    expect(found(balance, equity(rows), sheet(of('StockholdersEquity', '5,983', '4,718')))).toEqual([
      'exact',
      'breaks',
    ]);
  });

  it('takes the equity of all owners where it shows a column for the others', () => {
    const WHOLE = 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest';
    const both = sheet(of('StockholdersEquity', '5,000', '4,000'), of(WHOLE, '5,983', '4,781'));
    const others = [{ heading: 'Non- controlling interest' }, { heading: 'Total' }];
    expect(found(balance, equity(rows, others), both)).toEqual(['exact', 'exact']);
    expect(found(balance, equity(rows), sheet(of(WHOLE, '5,983', '4,781')))).toEqual(['exact', 'exact']);
  });

  it('needs a total column, a day and a balance sheet of that day', () => {
    const own = sheet(of('StockholdersEquity', '5,983', '4,781'));
    expect(found(balance, equity(rows, [{ heading: 'A' }, { heading: 'Total comprehensive income' }]), own)).toEqual(
      [],
    );
    expect(
      found(
        balance,
        equity([row('Balance at year end', '1', '5,983'), row('Sold on December 31, 2006', '1', '9')]),
        own,
      ),
    ).toEqual([]);
    expect(found(balance, equity(rows))).toEqual([]);
    expect(found(balance, equity(rows), own, statement(rows, { kind: 'other' }))).toEqual(['exact', 'exact']);
  });

  it('shows the net income of the period between its balances', () => {
    expect(found(result, equity(rows), income(of('NetIncomeLoss', '1,202', '9')))).toEqual(['exact']);
    expect(found(result, equity(rows), income(of('NetIncomeLoss', '1,220', '9')))).toEqual(['breaks']);
    const others = [{ heading: 'Noncontrolling interest' }, { heading: 'Total' }];
    expect(
      found(result, equity(rows, others), income(of('NetIncomeLoss', '9', '9'), of('ProfitLoss', '1,202', '9'))),
    ).toEqual(['exact']);
  });

  it('shows that of the period which begins within three days of the balance above, and of no shorter one', () => {
    const of2006 = (first: string) =>
      statement([of('NetIncomeLoss', '1,202')], { columns: [column(`${first}/2006-12-31`)] });
    const begins = ['2005-12-28', '2005-12-29', '2006-01-04', '2006-01-05'];
    expect(begins.map((first) => found(result, equity(rows), of2006(first)).length)).toEqual([0, 1, 1, 0]);
    const half = statement([of('NetIncomeLoss', '577', '1,202')], {
      columns: [column('2006-01-01/2006-06-30'), column(YEAR)],
    });
    expect(found(result, equity(rows), half)).toEqual(['exact']);
  });

  it('shows that of the time up to the balance below, whatever days its label names', () => {
    const loss: Row = {
      label: 'Net loss from inception (March 1, 2006) to December 31, 2006',
      concept: 'NetIncomeLoss',
      printed: ['(1,202)', '(1,202)'],
    };
    const since = statement([of('NetIncomeLoss', '(1,202)')], { columns: [column('2006-03-01/2006-12-31')] });
    const first = row('Balance, March 1, 2006', '-', '-');
    expect(found(result, equity([first, loss, rows[2] as Row]), since)).toEqual(['exact']);
  });

  it('shows none where no day stands above or below it, or no income statement covers the time', () => {
    expect(found(result, equity(rows.slice(1)), income(of('NetIncomeLoss', '7', '7')))).toEqual([]);
    expect(found(result, equity(rows.slice(0, 2)), income(of('NetIncomeLoss', '7', '7')))).toEqual([]);
    const half = statement([of('NetIncomeLoss', '7', '7')], {
      columns: [column('2006-07-01/2006-12-31'), column('2006-12-31')],
    });
    expect(found(result, equity(rows), half)).toEqual([]);
    expect(
      found(
        result,
        equity([rows[0] as Row, of('NetIncomeLoss', '1', null), rows[2] as Row]),
        income(of('NetIncomeLoss', '7', '7')),
      ),
    ).toEqual([]);
  });
});

describe('what a table repeats from the statements', () => {
  const tie = rule('RepeatedFigure = StatementFigure', { statement: 'any' });
  const table = (...rows: Row[]) => statement(rows, { kind: 'other', columns: years });
  const own = income(
    of('Revenues', '11,506', '10,480'),
    of('GrossProfit', '3,479', '2,969'),
    of('NetIncomeLoss', '1,202', '1,100'),
  );

  it('is tied where most of a column agrees', () => {
    expect(
      found(
        tie,
        own,
        table(
          of('Revenues', '11,506', '10,480'),
          of('GrossProfit', '3,479', '2,969'),
          of('NetIncomeLoss', '1,202', '1,010'),
        ),
      ),
    ).toEqual(['exact', 'exact', 'exact', 'exact', 'exact', 'breaks']);
  });

  it('is another company, or another measure, where most of it does not', () => {
    expect(
      found(
        tie,
        own,
        table(of('Revenues', '506', '480'), of('GrossProfit', '79', '69'), of('NetIncomeLoss', '2', '1')),
      ),
    ).toEqual([]);
    expect(found(tie, own, table(of('Revenues', '11,506', '10,480')))).toEqual([]);
    expect(found(tie, own, table(of('ResearchAndDevelopmentExpense', '1', '1')))).toEqual([]);
  });

  it('is judged column by column, and by more than half of each', () => {
    const two = (second: readonly string[]) =>
      table(
        of('Revenues', '11,506', second[0] as string),
        of('GrossProfit', '3,479', second[1] as string),
        of('NetIncomeLoss', '1,202', second[2] as string),
      );
    expect(found(tie, own, two(['506', '79', '2']))).toEqual(['exact', 'exact', 'exact']);
    const four = (net: string) =>
      found(
        tie,
        statement([...own.rows, of('OperatingIncomeLoss', '1,811', '1,700')], { columns: years }),
        table(
          of('Revenues', '11,506', null),
          of('GrossProfit', '3,479', null),
          of('OperatingIncomeLoss', '1,118', null),
          of('NetIncomeLoss', net, null),
        ),
      );
    expect(four('1,202')).toEqual(['exact', 'exact', 'exact', 'breaks']);
    expect(four('1,220')).toEqual([]);
  });

  it('is not held against a figure of another unit or last place', () => {
    expect(
      found(
        tie,
        own,
        table(
          of('Revenues', '11,506', null),
          of('GrossProfit', '30.2%', null),
          of('NetIncomeLoss', '1,202.4', null),
          of('OperatingExpenses', '1', null),
        ),
      ),
    ).toEqual([]);
  });

  it('finds balances at the end of the period', () => {
    const sheet = statement([of('Assets', '19,511', '18,204'), of('Liabilities', '9', '8')], {
      kind: 'balanceSheet',
      columns: [column('2006-12-31'), column('2005-12-31')],
    });
    expect(found(tie, sheet, table(of('Assets', '19,511', '18,204'), of('Liabilities', '9', '8')))).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
    ]);
  });
});
