import { describe, expect, it } from 'vitest';
import { audited, filing, findingsOf, rule, statement } from '../../property-tests/support.ts';
import type { Column, Row, Rule, Statement } from '../generated/types.ts';

const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const of = (concept: string, ...printed: (string | null)[]): Row => ({ label: `x ${concept}`, concept, printed });
const total = (one: Row): Row => ({ ...one, total: true });
const walk = rule('Revenues - CostOfRevenue = GrossProfit', { walk: true });
const found = (rows: Row[], one = walk, ...others: Statement[]) =>
  findingsOf(filing(statement(rows), ...others), one).map((finding) => [finding.verdict, finding.reason]);

describe('a walk over lines between its figures', () => {
  const [top, cost, bottom] = [of('Revenues', '100'), of('CostOfRevenue', '60'), of('GrossProfit', '50')];

  it.each<[string, Row[], string]>([
    ['one line', [top, row('Rebates', '10'), cost, bottom], '"Rebates"'],
    ['several lines', [top, row('Rebates', '10'), row('Duties', '3'), cost, bottom], '"Rebates", "Duties"'],
    ['a line after the second figure', [top, cost, row('Duties', '3'), bottom], '"Duties"'],
  ])('names %s that it does not account for', (_, rows, labels) => {
    expect(found(rows)).toEqual([['unproven', `the equation does not name ${labels}, standing between its figures`]]);
  });

  it('holds over such lines where it holds', () => {
    expect(found([top, row('Rebates', '10'), cost, of('GrossProfit', '40')])).toEqual([['exact', undefined]]);
  });

  it('looks at its own column alone', () => {
    expect(
      found([
        of('Revenues', '100', '100'),
        row('Rebates', null, '10'),
        of('CostOfRevenue', '60', '60'),
        of('GrossProfit', '50', '50'),
      ]),
    ).toEqual([
      ['breaks', undefined],
      ['unproven', 'the equation does not name "Rebates", standing between its figures'],
    ]);
  });

  it('accounts for a subtotal that it has no need of', () => {
    expect(found([top, of('OperatingIncomeLoss', '10'), cost, bottom])).toEqual([['breaks', undefined]]);
    expect(found([top, of('InterestExpense', '10'), cost, bottom])[0]?.[0]).toBe('unproven');
  });

  it('accounts for the lines of a total that it names', () => {
    const parts = [row('Materials', '35'), row('Wages', '25')];
    expect(found([top, ...parts, total(cost), bottom])).toEqual([['breaks', undefined]]);
    expect(found([top, ...parts, cost, bottom])[0]?.[0]).toBe('unproven');
    expect(found([total(top), cost, bottom])).toEqual([['breaks', undefined]]);
  });

  it('does not account for the lines of its last figure', () => {
    expect(found([top, cost, row('Duties', '3'), total(bottom)])[0]?.[0]).toBe('unproven');
  });

  it('accounts for what foots on the page', () => {
    const page = (sum: string) => [
      of('Revenues', '10,000'),
      of('CostOfRevenue', '6,000'),
      row('Of which one', '1,234'),
      row('Of which two', '4,321'),
      total(row('Both', sum)),
      of('GrossProfit', '5,000'),
    ];
    expect(found(page('5,555'))).toEqual([['breaks', undefined]]);
    expect(found(page('5,777'))[0]).toEqual([
      'unproven',
      'the equation does not name "Of which one", "Of which two", "Both", standing between its figures',
    ]);
  });
});

describe('a walk whose last figure the page itself gives in another way', () => {
  const page = (...printed: [string, string, string, string]) => [
    of('Revenues', printed[0]),
    of('CostOfRevenue', printed[1]),
    of('NonoperatingIncomeExpense', printed[2]),
    total(of('GrossProfit', printed[3])),
  ];

  it('does not apply where the page walks over lines that the rule does not name', () => {
    const { audited: result } = audited(filing(statement(page('9,876', '5,432', '1,111', '5,555'))), walk);
    expect(result.findings.filter((finding) => finding.rule === walk.id)).toEqual([]);
    expect(result.notApplied.map(({ reason }) => reason)).toEqual([
      'the equation does not name "x NonoperatingIncomeExpense", standing between its figures; the lines on the page give "x GrossProfit" in another way',
    ]);
  });

  it('is unproven there where a figure cannot be read', () => {
    const rows = page('9,876', '5,432', '1,111', '5,555').map((one, index): Row => ({
      ...one,
      printed: [...(one.printed ?? []), ['9,876', '5,4E2', '1,111', '5,555'][index] ?? null],
    }));
    expect(found(rows).map(([verdict]) => verdict)).toEqual(['unproven']);
  });

  it('leaves out what it may leave out where that stands beside it', () => {
    const optional = rule('Revenues - CostOfRevenue - InterestExpense? = GrossProfit', { walk: true });
    const lines = (...order: readonly [string, string][]) => order.map(([name, text]) => of(name, text));
    const [revenue, cost, interest, profit] = [
      ['Revenues', '100'],
      ['CostOfRevenue', '60'],
      ['InterestExpense', '10'],
      ['GrossProfit', '30'],
    ] as const;
    expect(found(lines([...revenue], [...cost], [...interest], [...profit]), optional)[0]?.[0]).toBe('exact');
    expect(found(lines([...revenue], [...interest], [...cost], [...profit]), optional)[0]?.[0]).toBe('unproven');
    expect(found(lines([...revenue], [...cost], ['GrossProfit', '40'], [...interest]), optional)[0]?.[0]).toBe('exact');
  });

  const optional = rule('Revenues - CostOfRevenue - InterestExpense? = GrossProfit', { walk: true });
  const lines = (last: string): Row[] => [
    of('Revenues', '9,876', '8,765'),
    of('CostOfRevenue', '5,432', '4,321'),
    of('InterestExpense', '1,111', '1,212'),
    total(of('GrossProfit', '5,555', last)),
  ];

  it('says so where that is all', () => {
    expect(found(lines('5,656'), optional)).toEqual([
      ['unproven', 'the lines on the page give "x GrossProfit" in another way'],
      ['unproven', 'the lines on the page give "x GrossProfit" in another way'],
    ]);
  });

  it('breaks where the page does so in some columns only', () => {
    expect(found(lines('5,999'), optional)).toEqual([
      ['breaks', undefined],
      ['breaks', undefined],
    ]);
  });

  it('does not say so in a column of which the page proves nothing', () => {
    const unread = lines('5,656').map((one, index): Row => ({
      ...one,
      printed: [...(one.printed ?? []), ['7,000', '2,000', '1,000', '9,000'][index] ?? null],
    }));
    const other = [...unread.slice(0, 3), row('Rest', null, null, 'x'), ...unread.slice(3)];
    expect(found(other, optional).map(([, reason]) => reason)).toEqual([
      'the lines on the page give "x GrossProfit" in another way',
      'the lines on the page give "x GrossProfit" in another way',
      'the equation does not name "Rest", standing between its figures',
    ]);
  });

  const reason = 'the lines on the page give "x GrossProfit" in another way';

  it.each<[string, string, Row[]]>([
    [
      'multiplies what the page adds up',
      'Revenues * NonoperatingIncomeExpense / CostOfRevenue = GrossProfit',
      page('9,876', '5,432', '1,111', '5,555'),
    ],
    [
      'does not depend on that figure at all',
      'Revenues + GrossProfit = CostOfRevenue + GrossProfit',
      [of('Revenues', '9,876'), of('CostOfRevenue', '5,432'), total(of('GrossProfit', '4,444'))],
    ],
    [
      'does not depend on it, and takes another line twice',
      'CostOfRevenue + GrossProfit = Revenues + "x Revenues" + GrossProfit',
      [of('Revenues', '9,876'), of('CostOfRevenue', '5,432'), total(of('GrossProfit', '4,444'))],
    ],
  ])('says so where the equation %s', (_, equation, rows) => {
    expect(found(rows, rule(equation, { walk: true }))).toEqual([['unproven', reason]]);
  });

  it('names the figure that cannot be read, where there is one', () => {
    const deducted = rule('Revenues - CostOfRevenue - InterestExpense = GrossProfit', { walk: true });
    const rows = [of('InterestExpense', '1O'), ...page('9,876', '5,432', '1,111', '5,555')];
    expect(found(rows, deducted)).toEqual([['unproven', '"1O" for "x InterestExpense" cannot be read']]);
  });

  it('does not take a figure of another statement for the line of that number', () => {
    const reaching = rule('Revenues - CostOfRevenue + Assets@closing = GrossProfit', { walk: true });
    const year = { columns: [{ heading: '2006', period: '2006-01-01/2006-12-31' }] };
    const sheet = statement([row('L0', '1'), row('L1', '1'), of('Assets', '1,111')], {
      kind: 'balanceSheet',
      columns: [{ heading: 'now', period: '2006-12-31' }],
    });
    const both = filing(statement(page('9,876', '5,432', '1,111', '5,555'), year), sheet);
    const { audited: result } = audited(both, reaching);
    expect(result.notApplied.map((one) => one.reason)).toEqual([
      `the equation does not name "x NonoperatingIncomeExpense", standing between its figures; ${reason}`,
    ]);
  });

  it('looks for it among the rows of its own statement', () => {
    const columns: Column[] = [{ heading: '2006', period: '2006-01-01/2006-12-31' }];
    const reach = rule(
      'Revenues - CostOfRevenue - InterestExpense? + Assets@closing - Assets@closing + 0 * Assets@closing = GrossProfit',
      { walk: true },
    );
    const rows = lines('5,656').map((one): Row => ({ ...one, printed: one.printed?.slice(0, 1) ?? [] }));
    const sheet = statement([...Array.from({ length: 9 }, (_, index) => row(`L${index}`, '1')), of('Assets', '1')], {
      kind: 'balanceSheet',
      columns: [{ heading: 'now', period: '2006-12-31' }],
    });
    const [finding] = findingsOf(filing(statement(rows, { columns }), sheet), reach);
    expect(finding).toMatchObject({
      verdict: 'unproven',
      reason: 'the lines on the page give "x GrossProfit" in another way',
    });
  });
});

describe('a walk that the page takes itself', () => {
  const loss = rule('Revenues - OperatingExpenses = NetIncomeLoss', { walk: true });
  it.each<[string, Rule, Row[]]>([
    [
      'with plain costs',
      walk,
      [of('Revenues', '9,876'), of('CostOfRevenue', '5,432'), total(of('GrossProfit', '4,444'))],
    ],
    [
      'with costs in brackets, which are added up as printed',
      walk,
      [of('Revenues', '9,876'), of('CostOfRevenue', '(5,432)'), total(of('GrossProfit', '4,444'))],
    ],
    [
      'to a loss that its label says, from the costs to the revenue',
      loss,
      [
        of('OperatingExpenses', '9,876'),
        of('Revenues', '5,432'),
        total({ ...of('NetIncomeLoss', '4,444'), label: 'Net loss' }),
      ],
    ],
    [
      'to the very edge of its rounding',
      walk,
      [of('Revenues', '9,876.3'), of('CostOfRevenue', '5,432.1'), total(of('GrossProfit', '4,444.35'))],
    ],
  ])('is stated once, without a doubt: %s', (_, one, rows) => {
    const { findings } = audited(filing(statement(rows)), one).audited;
    expect(findings.map((finding) => [finding.rule, finding.reason])).toEqual([[one.id, undefined]]);
  });
});

describe('a walk over a line that cannot be read', () => {
  const rows = (between: Row): Row[] => [
    of('Revenues', '100', '100'),
    between,
    of('CostOfRevenue', '60', '60'),
    of('GrossProfit', '50', '50'),
  ];

  it('does not break in the column of that cell', () => {
    expect(found(rows(row('Rebates', null, '1O')))).toEqual([
      ['breaks', undefined],
      ['unproven', 'the equation does not name "Rebates", standing between its figures'],
    ]);
    expect(found(rows(of('InterestExpense', null, '1O')))[1]?.[0]).toBe('unproven');
  });

  it('breaks where the line counts something else, or is a subtotal', () => {
    expect(found(rows({ ...row('Stores', null, '1O'), unit: 'shares' }))[1]).toEqual(['breaks', undefined]);
    expect(found(rows(of('EarningsPerShareBasic', null, '1O')))[1]).toEqual(['breaks', undefined]);
    expect(found(rows(of('OperatingIncomeLoss', null, '1O')))[1]).toEqual(['breaks', undefined]);
  });
});
