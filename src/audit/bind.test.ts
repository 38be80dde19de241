import { describe, expect, it } from 'vitest';
import { audited, filing, findingsOf, rule, statement } from '../../property-tests/support.ts';
import type { Column, Row, Rule, Statement } from '../generated/types.ts';

const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const of = (concept: string, ...printed: (string | null)[]): Row => ({ label: `x ${concept}`, concept, printed });

function report(statements: readonly Statement[], one: Rule) {
  const result = audited(filing(...statements), one).audited;
  return {
    findings: result.findings.filter((finding) => finding.rule === one.id),
    reasons: result.notApplied.map((each) => each.reason),
  };
}

const YEAR = { heading: '2006', period: '2006-01-01/2006-12-31' };
const cash = 'CashAndCashEquivalentsAtCarryingValue';
const change =
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect';

describe('a rule', () => {
  const sum = rule('"a" + "b" = "c"');

  it('is checked in every column that shows its figures, in every statement of its kind', () => {
    const rows = [row('a', '1', '2'), row('b', '3', '4'), row('c', '4', '6')];
    const { findings } = report(
      [
        statement(rows),
        statement(rows, { kind: 'balanceSheet' }),
        statement(rows, { kind: 'comprehensiveIncomeStatement' }),
      ],
      sum,
    );
    expect(findings.map((finding) => [finding.statement, finding.column, finding.verdict])).toEqual([
      [0, '2006', 'exact'],
      [0, '2005', 'exact'],
      [2, '2006', 'exact'],
      [2, '2005', 'exact'],
    ]);
  });

  it('of the statement of comprehensive income is looked for on the income statement too, which may go on to it', () => {
    const { findings, reasons } = report(
      [statement([row('a', '1')])],
      rule('"a" = "b"', { statement: 'comprehensiveIncomeStatement' }),
    );
    expect(findings).toEqual([]);
    expect(reasons).toEqual(['no line for "b"']);
  });

  it.each([
    ['incomeStatement', 'income statement'],
    ['balanceSheet', 'balance sheet'],
    ['cashFlowStatement', 'cash flow statement'],
    ['comprehensiveIncomeStatement', 'statement of comprehensive income'],
    ['equityStatement', 'statement of equity'],
    ['other', 'other table'],
  ] as const)('that no %s answers says so', (kind, name) => {
    const other = kind === 'other' ? 'balanceSheet' : 'other';
    expect(
      report([statement([row('a', '1')], { kind: other })], rule('"a" = "b"', { statement: kind })).reasons,
    ).toEqual([`the report has no ${name}`]);
  });

  it('leaves out columns that show something else than amounts, and columns that show none of its figures', () => {
    const columns: Column[] = [{ heading: '2006' }, { heading: 'Change', shows: 'change' }, { heading: '2004' }];
    const { findings } = report(
      [statement([row('a', '1', '1', null), row('b', '2', '2', null), row('c', '3', '9', null)], { columns })],
      sum,
    );
    expect(findings.map((finding) => finding.column)).toEqual(['2006']);
    expect(findings[0]).not.toHaveProperty('period');
  });

  it('does not apply where the statement shows what it gives way to', () => {
    const gives = rule('Revenues - OperatingExpenses = OperatingIncomeLoss', { unless: ['GrossProfit'] });
    const rows = [of('Revenues', '9'), of('OperatingExpenses', '4'), of('OperatingIncomeLoss', '5')];
    expect(report([statement(rows)], gives).findings).toHaveLength(1);
    expect(report([statement([...rows, of('GrossProfit', '7')])], gives)).toEqual({
      findings: [],
      reasons: ['the statement shows GrossProfit'],
    });
  });

  it('says which line it lacks', () => {
    expect(report([statement([row('a', '1'), row('b', '2')])], sum)).toEqual({
      findings: [],
      reasons: ['no line for "c"'],
    });
    expect(report([statement([row('b', '1')])], sum)).toEqual({ findings: [], reasons: ['no line for a'] });
    // What one statement lacks is looked for on the others.
    expect(report([statement([row('b', '1')]), statement([row('a', '1')])], sum).reasons).toEqual([
      'no line for a; no line for "c"',
    ]);
  });

  it('is unproven where two lines with different figures could be meant, even if they need not be there', () => {
    const twice = [of('Revenues', '5'), { ...of('Revenues', '6'), label: 'other' }, of('GrossProfit', '5')];
    expect(report([statement(twice)], rule('Revenues = GrossProfit')).findings[0]).toMatchObject({
      verdict: 'unproven',
      reason: '"x Revenues" (5) and "other" (6) both stand for Revenues',
    });
    const optional = rule('GrossProfit = Revenues? + OperatingIncomeLoss');
    expect(report([statement([...twice, of('OperatingIncomeLoss', '0')])], optional).findings[0]?.verdict).toBe(
      'unproven',
    );
    expect(
      report(
        [statement([of('Revenues', '5'), of('Revenues', '5'), of('GrossProfit', '5')])],
        rule('Revenues = GrossProfit'),
      ).findings[0]?.verdict,
    ).toBe('exact');
  });

  it('finds a line by the label that it quotes, however it is capitalised', () => {
    expect(
      report(
        [statement([row('TOTAL Widgets', '1'), row('b', '2'), row('c', '3')])],
        rule('"Total widgets" + "b" = "c"'),
      ).findings[0]?.verdict,
    ).toBe('exact');
  });

  it('with nothing but optional figures is bound nowhere', () => {
    expect(report([statement([row('b', '1')])], rule('"a"? = "c"?'))).toEqual({
      findings: [],
      reasons: ['no line for a'],
    });
    expect(report([statement([row('a', '1'), row('c', '1')])], rule('"a"? = "c"?')).findings).toEqual([]);
  });
});

describe('lines under a total', () => {
  it('are missing where nothing stands above it, or nothing in this column', () => {
    const foot = rule('lines(OperatingExpenses) = OperatingExpenses');
    expect(report([statement([of('OperatingExpenses', '5')])], foot).reasons).toEqual([
      'no lines are shown under "x OperatingExpenses"',
    ]);
    const half = [row('Alpha', '5', null), { ...of('OperatingExpenses', '5', '7'), total: true as const }];
    const { findings } = report([statement(half)], foot);
    expect(findings.map((finding) => [finding.column, finding.verdict, finding.reason])).toEqual([
      ['2006', 'exact', undefined],
      ['2005', 'unproven', 'no lines under "x OperatingExpenses" in this column'],
    ]);
  });
});

describe('lines that cannot be read', () => {
  it('leave the total unproven, with their text', () => {
    const foot = rule('lines(OperatingExpenses) = OperatingExpenses');
    const rows: Row[] = [
      { label: 'Operating expenses:' },
      row('Alpha', '5', '5'),
      row('Beta', '1,23', '3'),
      { label: 'Total operating expenses', printed: ['5', '8'], total: true },
    ];
    const { findings } = report([statement(rows)], foot);
    expect(findings.map((finding) => [finding.column, finding.verdict, finding.reason])).toEqual([
      ['2006', 'unproven', '"1,23" for "Beta" cannot be read'],
      ['2005', 'exact', undefined],
    ]);
  });
});

describe('a figure of another period or statement', () => {
  const flow = (printed: string, column: Column = YEAR): Statement =>
    statement([of(change, printed)], { kind: 'cashFlowStatement', columns: [column] });
  const sheet = (columns: Column[], ...printed: string[]): Statement =>
    statement([of(cash, ...printed)], { kind: 'balanceSheet', columns });
  const walk = rule(`${cash}@opening + ${change} = ${cash}@closing`, { statement: 'cashFlowStatement' });
  const both: Column[] = [
    { heading: 'now', period: '2006-12-31' },
    { heading: 'then', period: '2005-12-31' },
  ];

  it('is taken from the balance sheet at the opening and at the closing', () => {
    const { findings } = report([flow('(3)'), sheet(both, '5', '8')], walk);
    expect(findings).toMatchObject([{ verdict: 'exact', statement: 0 }]);
    expect(findings[0]?.terms.map((term) => [term.figure, term.as])).toEqual([
      ['s2/r1/c2', `${cash}@opening`],
      ['s1/r1/c1', change],
      ['s2/r1/c1', `${cash}@closing`],
    ]);
  });

  it.each<[string, Column[]]>([
    [
      'another closing day',
      [
        { heading: 'now', period: '2006-12-30' },
        { heading: 'then', period: '2005-12-31' },
      ],
    ],
    [
      'an opening more than a week off',
      [
        { heading: 'now', period: '2006-12-31' },
        { heading: 'then', period: '2005-12-23' },
      ],
    ],
    [
      'a duration',
      [
        { heading: 'now', period: '2006-12-31' },
        { heading: 'then', period: '2005-01-01/2005-12-31' },
      ],
    ],
    [
      'another basis',
      [
        { heading: 'now', period: '2006-12-31' },
        { heading: 'then', period: '2005-12-31', basis: 'proForma' },
      ],
    ],
    ['no period', [{ heading: 'now', period: '2006-12-31' }, { heading: 'then' }]],
    [
      'a column of changes',
      [
        { heading: 'now', period: '2006-12-31' },
        { heading: 'then', period: '2005-12-31', shows: 'change' },
      ],
    ],
  ])('is not taken from a column of %s', (_, columns) => {
    const { findings, reasons } = report([flow('(3)'), sheet(columns, '5', '8')], walk);
    expect(findings).toEqual([]);
    expect(reasons[0]).toMatch(/^no line for /);
  });

  it('is taken from an opening up to a week off, as a year of weeks has it', () => {
    const near: Column[] = [both[0] as Column, { heading: 'then', period: '2005-12-24' }];
    expect(report([flow('(3)'), sheet(near, '5', '8')], walk).findings).toMatchObject([{ verdict: 'exact' }]);
  });

  it('is not looked for where the column has no period', () => {
    expect(report([flow('(3)', { heading: 'x' }), sheet(both, '5', '8')], walk).findings).toEqual([]);
  });

  it('is never taken from a table that is no statement', () => {
    expect(report([flow('(3)'), { ...sheet(both, '5', '8'), kind: 'other' }], walk).findings).toEqual([]);
  });

  it('is unproven where two statements differ on it', () => {
    expect(report([flow('(3)'), sheet(both, '5', '8'), sheet(both, '6', '8')], walk).findings).toMatchObject([
      { verdict: 'unproven' },
    ]);
  });

  it('is that of the year before, as long, for a comparison', () => {
    const growth = rule('Revenues - Revenues@prior = "Growth"');
    const at = (period: string) =>
      report(
        [
          statement([of('Revenues', '9', '7'), row('Growth', '2', null)], {
            columns: [YEAR, { heading: 'before', period }],
          }),
        ],
        growth,
      ).findings.map((finding) => finding.verdict);
    expect(at('2005-01-01/2005-12-31')).toEqual(['exact']);
    expect(at('2004-12-27/2005-12-25')).toEqual(['exact']);
    expect(at('2005-10-01/2005-12-31')).toEqual([]);
    expect(at('2004-01-01/2004-12-31')).toEqual([]);
    expect(at('2005-12-31')).toEqual([]);
  });

  it('without a reach is that of the same period, or of its closing, on another statement', () => {
    const one = rule('NetIncomeLoss = "Total of it"', { statement: 'cashFlowStatement' });
    const flows = statement([row('Total of it', '9')], { kind: 'cashFlowStatement', columns: [YEAR] });
    const income = statement([of('NetIncomeLoss', '9')], { columns: [YEAR] });
    const { findings, reasons } = report(
      [flows, income],
      rule('"Total of it" = NetIncomeLoss', { statement: 'cashFlowStatement' }),
    );
    expect(findings).toMatchObject([{ verdict: 'exact' }]);
    expect(reasons).toEqual([]);
    expect(
      report(
        [
          flows,
          statement([of('NetIncomeLoss', '9')], { columns: [{ heading: 'x', period: '2006-07-01/2006-12-31' }] }),
        ],
        rule('"Total of it" = NetIncomeLoss', { statement: 'cashFlowStatement' }),
      ).findings,
    ).toEqual([]);
    expect(report([flows, income], one).reasons).toEqual(['no line for NetIncomeLoss']);
    expect(
      report(
        [flows, sheet([both[0] as Column], '9')],
        rule(`"Total of it" = ${cash}`, { statement: 'cashFlowStatement' }),
      ).findings,
    ).toMatchObject([{ verdict: 'exact' }]);
    expect(
      report([flows, income], rule('"Total of it" = lines(NetIncomeLoss)', { statement: 'cashFlowStatement' }))
        .findings,
    ).toEqual([]);
  });
});

describe('a walk down a statement', () => {
  const walk = rule('Revenues - CostOfRevenue = GrossProfit', { walk: true });
  const between = (...rows: Row[]): Row[] => [
    of('Revenues', '100'),
    ...rows,
    of('CostOfRevenue', '60'),
    of('GrossProfit', '50'),
  ];
  const verdict = (rows: Row[]) => findingsOf(filing(statement(rows)), walk)[0]?.verdict;

  it('breaks where it names every line between its figures', () => {
    expect(verdict(between())).toBe('breaks');
    expect(verdict([row('Above', '10'), ...between(), row('Below', '10')])).toBe('breaks');
  });

  it('does not break over a line between that it does not name', () => {
    expect(verdict(between(row('Another cost', '10')))).toBe('unproven');
  });

  it('breaks over lines between that cannot matter', () => {
    expect(verdict(between(row('Nothing', '—')))).toBe('breaks');
    expect(verdict(between({ label: 'Heading' }))).toBe('breaks');
    expect(verdict(between(of('EarningsPerShareBasic', '10')))).toBe('breaks');
  });

  it('does not break where the page shows nothing of what may stand between two figures, unless they are alike elsewhere', () => {
    const leap = rule('OperatingIncomeLoss + InterestExpense? = NetIncomeLoss', { walk: true });
    const columns = ['2006', '2005', '2004'].map((heading) => ({ heading, period: `${heading}-12-31` }));
    const found = (...later: [string | null, string][]) => {
      const page = [
        { ...of('OperatingIncomeLoss'), printed: ['120', ...later.map(([operating]) => operating)] },
        { ...of('NetIncomeLoss'), printed: ['150', ...later.map(([, net]) => net)] },
      ];
      const wide = statement(page, { columns: columns.slice(0, later.length + 1) });
      return findingsOf(filing(wide), leap).map((one) => one.reason ?? one.verdict);
    };
    const unproven = 'the page shows nothing of what may stand between the two';
    expect(found(['220', '260'])).toEqual([unproven, unproven]);
    expect(found(['220', '220'])).toEqual([unproven, 'exact']);
    expect(found(['220', '220'], ['310', '310'])).toEqual(['breaks', 'exact', 'exact']);
    expect(found(['220', '260'], ['310', '320'])).toEqual([unproven, unproven, unproven]);
    expect(found(['220', '220'], [null, '310'])[0]).toBe(unproven);
    const shown = [of('OperatingIncomeLoss', '120'), of('InterestExpense', '1'), of('NetIncomeLoss', '150')];
    expect(findingsOf(filing(statement(shown)), leap)).toMatchObject([{ verdict: 'breaks' }]);
    const below = [of('OperatingIncomeLoss', '120'), of('NetIncomeLoss', '150'), of('InterestExpense', '1')];
    expect(findingsOf(filing(statement(below)), leap)).toMatchObject([{ verdict: 'unproven', reason: unproven }]);
  });

  it('from one figure to another says no more than that one of them cannot be read', () => {
    const two = rule('OperatingIncomeLoss = NetIncomeLoss', { walk: true });
    const page = [of('OperatingIncomeLoss', '120'), of('NetIncomeLoss', '15o')];
    expect(findingsOf(filing(statement(page)), two)).toMatchObject([
      { verdict: 'unproven', reason: '"15o" for "x NetIncomeLoss" cannot be read' },
    ]);
  });

  it('does not break where the lines on the page give its result in another way', () => {
    const page = (...cells: [string, string, string][]): Row[] => [
      { ...of('Revenues'), printed: cells.map(([revenue]) => revenue) },
      { ...of('CostOfRevenue'), printed: cells.map(([, cost]) => cost) },
      { ...of('GrossProfit'), printed: cells.map(([, , profit]) => profit), total: true },
    ];
    // Printed as a sum: what is called a cost is added.
    const [finding] = findingsOf(
      filing(statement(page(['1,234', '4,321', '5,555'], ['2,345', '6,789', '9,134']))),
      walk,
    );
    expect(finding).toMatchObject({
      verdict: 'unproven',
      reason: 'the lines on the page give "x GrossProfit" in another way',
    });
  });

  it('takes the lines of a total that it names for named', () => {
    const sub = (label: string, printed: string): Row => ({ label, printed: [printed], indent: 2 });
    const rows = [
      of('Revenues', '1,000'),
      { label: 'Cost of everything:' },
      sub('Wages', '400'),
      sub('Rent', '200'),
      { label: 'Total cost of everything', concept: 'CostOfRevenue', printed: ['600'], total: true as const },
      of('GrossProfit', '500'),
    ];
    expect(verdict(rows)).toBe('breaks');
    expect(
      verdict(
        rows.map(({ label, concept, printed }) => ({
          label,
          ...(concept !== undefined && { concept }),
          ...(printed && { printed }),
        })),
      ),
    ).toBe('unproven');
  });

  it('takes a subtotal that the page itself adds up, and its lines, for accounted for', () => {
    const rows: Row[] = [
      of('Revenues', '10,000', '20,000'),
      row('Wages', '1,234', '2,987'),
      row('Rent', '4,321', '5,164'),
      { ...row('Total staff', '5,555', '8,151'), total: true },
      of('CostOfRevenue', '6,000', '9,000'),
      of('GrossProfit', '3,000', '7,000'),
    ];
    const verdicts = (list: Row[]) => findingsOf(filing(statement(list)), walk).map((finding) => finding.verdict);
    expect(verdicts(rows)).toEqual(['breaks', 'breaks']);
    expect(verdicts([...rows.slice(0, 2), ...rows.slice(3)])).toEqual(['unproven', 'unproven']);
  });

  it('stays on its page', () => {
    const { findings, reasons } = report(
      [statement([of('Revenues', '100'), of('CostOfRevenue', '60')]), statement([of('GrossProfit', '40')])],
      walk,
    );
    expect(findings).toEqual([]);
    expect(reasons).toEqual(['no line for GrossProfit; no line for Revenues']);
  });
});
