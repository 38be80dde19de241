import { describe, expect, it } from 'vitest';
import { audited, filing, findingsOf, rule, statement } from '../../../property-tests/support.ts';
import type { Column, Row } from '../../generated/types.ts';

const columns = (...headings: (string | Column)[]): Column[] =>
  headings.map((heading) => (typeof heading === 'string' ? { heading } : heading));
const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const CHANGE: Column = { heading: 'Change', shows: 'change' };
const PERCENT: Column = { heading: '%', shows: 'percent' };

const change = rule('LineCurrent - LinePrior = LineChange', { statement: 'any' });
const growth = rule('LineCompared / LineBase - 1 = LinePercentChange', { statement: 'any' });
const share = rule('LineAmount / HundredPercent = LinePercent', { statement: 'any' });
const table = (heads: Column[], rows: Row[]) => filing(statement(rows, { kind: 'other', columns: heads }));
const verdicts = (one: typeof change, heads: Column[], rows: Row[]) =>
  findingsOf(table(heads, rows), one).map((finding) => finding.verdict);
const why = (one: typeof change, heads: Column[], rows: Row[]) =>
  audited(table(heads, rows), one).audited.notApplied.map(({ reason }) => reason);

describe('a column of changes', () => {
  const heads = columns('2006', '2005', CHANGE);
  const lines = [
    row('Sales', '11,506', '10,480', '1,026'),
    row('Costs', '8,027', '7,511', '516'),
    row('Profit', '3,479', '2,969', '510'),
    row('Rent', '120', '100', '20'),
  ];

  it('is tied line by line', () => {
    expect(verdicts(change, heads, lines)).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('breaks in the line that does not come out', () => {
    expect(verdicts(change, heads, [...lines.slice(1), row('Sales', '11,506', '10,480', '1,062')])).toEqual([
      'exact',
      'exact',
      'exact',
      'breaks',
    ]);
    const [off] = findingsOf(table(heads, [...lines, row('Fees', '480', '420', '96')]), change).slice(4);
    expect(off).toMatchObject({ verdict: 'breaks', stated: '96', computed: '60', gap: '36' });
  });

  it('says so where rounding explains what a line misses by, with the amounts as they are printed', () => {
    const rounded = [
      row('Sales', '11,506', '10,480', '1,027'),
      row('Costs', '8,027', '7,511', '515'),
      row('Profit', '3,479', '2,969', '511'),
    ];
    expect(verdicts(change, heads, rounded)).toEqual(['rounding', 'rounding', 'rounding']);
    const [same] = findingsOf(table(heads, [...lines, row('Fees', '300', '300', '1')]), change).slice(4);
    expect(same).toMatchObject({ verdict: 'rounding', stated: '1', computed: '0' });
  });

  it('counts from nil, and to nil', () => {
    const nil = [row('Begun', '480', '-', '480'), row('Ended', '-', '420', '(402)')];
    expect(verdicts(change, heads, [...lines, ...nil]).slice(4)).toEqual(['exact', 'breaks']);
  });

  it('is not believed for fewer than three lines, nor where too many do not come out', () => {
    expect(why(change, heads, lines.slice(2))).toEqual(['no column shows changes that its lines bear out']);
    expect(why(change, heads, [...lines, row('A', '5', '3', '9'), row('B', '7', '3', '9')])).toHaveLength(1);
  });

  it('is not believed where chance would do as well', () => {
    expect(
      why(change, heads, [row('A', '3', '2', '1'), row('B', '5', '3', '2'), row('C', '4', '3', '1')]),
    ).toHaveLength(1);
  });

  it('compares the columns nearest to it where others come out as well', () => {
    const twice = lines.map(({ label, printed = [] }) => row(label, ...printed, ...printed));
    const found = findingsOf(table(columns('2006', '2005', CHANGE, '2006', '2005', CHANGE), twice), change);
    const compared = found.map(({ terms }) => terms.map(({ figure }) => figure.slice(-2)).join(' '));
    expect(compared.filter((one) => one.includes('c6'))).toEqual(lines.map(() => 'c4 c5 c6'));
  });

  it('compares the columns nearest to it on either side of it', () => {
    const twice = lines.map(({ label, printed: [a, b, c] = [] }) => row(label, a!, b!, c!, '7', a!, b!));
    const found = findingsOf(table(columns('2006', '2005', CHANGE, 'Plan', '2006', '2005'), twice), change);
    expect(found.map(({ terms }) => terms.map(({ figure }) => figure.slice(-2)).join(' '))).toEqual(
      lines.map(() => 'c1 c2 c3'),
    );
  });

  it('compares the two columns that most lines bear out, whatever the headings say', () => {
    const apart = columns('2004', CHANGE, '2006', '2005');
    const rows = [
      row('A', '1', '1,026', '11,506', '10,480'),
      row('B', '2', '516', '8,027', '7,511'),
      row('C', '3', '510', '3,479', '2,969'),
    ];
    expect(verdicts(change, apart, rows)).toEqual(['exact', 'exact', 'exact']);
    const turned = columns('2005', '2006', CHANGE);
    expect(
      verdicts(
        change,
        turned,
        lines.map((one) =>
          row(one.label, one.printed?.[1] ?? null, one.printed?.[0] ?? null, one.printed?.[2] ?? null),
        ),
      ),
    ).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('may be headed so and nothing else', () => {
    expect(verdicts(change, columns('2006', '2005', 'Increase (Decrease)'), lines)).toHaveLength(4);
  });

  it('is no column of percentages, whose numbers are differences by chance', () => {
    const index = [
      row('Prices', '163.4', '100.0', '63.4'),
      row('Wages', '151.8', '100.0', '51.8'),
      row('Rents', '142.5', '100.0', '42.5'),
    ];
    expect(verdicts(change, columns('2006', '2005', 'Change'), index)).toHaveLength(3);
    expect(verdicts(change, columns('2006', '2005', { heading: 'Change', shows: 'percent' }), index)).toEqual([]);
  });

  it('may show a change for the worse as a decrease', () => {
    const worse = [row('Interest', '240', '180', '(60)'), row('Fees', '150', '110', '(40)')];
    expect(verdicts(change, heads, [...lines.slice(0, 3), ...worse])).toHaveLength(5);
    expect(verdicts(change, heads, [...lines, row('Interest', '240', '180', '(60)')])).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
      'exact',
    ]);
  });

  it('says nothing of lines without all three figures, of nil, of percentages and of other units', () => {
    expect(
      verdicts(change, heads, [
        ...lines,
        row('Empty', '5', null, '5'),
        row('No change', '5', '3', null),
        row('Nil', '-', '-', '-'),
        row('Units', '5', '3%', '5'),
        row('Margin', '30.2%', '28.3%', '1.9%'),
        row('Shares', '5%', '3', '2'),
        row('Points', '5', '3', '2%'),
        row('Efficiency ratio', '59', '60', '(84)'),
      ]),
    ).toHaveLength(4);
  });

  it('is not searched for in a table of very many columns', () => {
    const wide = columns(...heads, ...Array.from({ length: 14 }, (_, index) => `more ${index}`));
    expect(verdicts(change, wide, lines)).toEqual([]);
    expect(verdicts(change, wide.slice(0, 16), lines)).toHaveLength(4);
  });
});

describe('a column of percentages of change', () => {
  const heads = columns('2006', '2005', PERCENT);
  const lines = [
    row('Sales', '11,506', '10,480', '9.8%'),
    row('Costs', '8,027', '7,511', '6.9%'),
    row('Profit', '3,479', '2,969', '17.2%'),
  ];

  it('is tied line by line, and breaks where the amounts cannot give it', () => {
    expect(verdicts(growth, heads, lines)).toEqual(['exact', 'exact', 'exact']);
    expect(verdicts(growth, heads, [...lines, row('Rent', '125', '100', '52.0%')])).toEqual([
      'exact',
      'exact',
      'exact',
      'breaks',
    ]);
  });

  it('breaks where one of the amounts would give it but for its sign', () => {
    expect(verdicts(growth, heads, [...lines, row('Rent', '(152)', '100', '52.0%')])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '152', '(100)', '52.0%')])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '(15,230)', '10,000', '52%')])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '(152)', '100', '(252.0)%')])).toHaveLength(3);
  });

  it('says how much of its base a line lost that came to nil', () => {
    expect(verdicts(growth, heads, [...lines, row('Rent', '-', '100', '(100.0)%')])[3]).toBe('exact');
    expect(verdicts(growth, heads, [...lines, row('Rent', '-', '100', '(50.0)%')])[3]).toBe('breaks');
  });

  it('is believed to the very end of its rounding', () => {
    const last = row('Rent', '17', '11', '43%');
    expect(verdicts(growth, heads, [...lines, last, last])).toEqual([
      'exact',
      'exact',
      'exact',
      'rounding',
      'rounding',
    ]);
  });

  it('is believed where it shows large changes in whole percent', () => {
    const whole = [row('A', '168', '105', '60%'), row('B', '351', '206', '70%'), row('C', '523', '307', '70%')];
    expect(verdicts(growth, heads, whole)).toEqual(['exact', 'exact', 'exact']);
  });

  it('says nothing of a line that grew for the worse, where it shows a cost to have done so', () => {
    const worse = row('Minority interests', '32.1', '31.8', '(0.9)%');
    const cost = row('Rent', '(110)', '(100)', '(10.0)%');
    expect(verdicts(growth, heads, [...lines, worse])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, cost, worse])).toEqual(['exact', 'exact', 'exact']);
    // What neither the change nor its opposite gives still breaks; and a cost that fell grew for the better.
    expect(verdicts(growth, heads, [...lines, cost, row('Fees', '125', '100', '52.0%')])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '(90)', '(100)', '(10.0)%'), worse])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '(110)', '-', '(10.0)%'), worse])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '(1)', '-', '(10)%'), worse])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Rent', '(100)', '(100)', '0.0%'), worse])[3]).toBe('breaks');
    expect(verdicts(growth, heads, [...lines, row('Result', '(90)', '100', '10.0%'), worse])[3]).toBe('breaks');
    // Nor is a line that came to nil a cost; it may be one of those whose growth is for the worse.
    const closed = row('Closed', '-', '100', '100.0%');
    expect(verdicts(growth, heads, [...lines, ...lines, closed, worse]).slice(6)).toEqual(['breaks', 'breaks']);
    expect(verdicts(growth, heads, [...lines, cost, closed])).toEqual(['exact', 'exact', 'exact']);
    // A cost has grown for the worse to the very end of its rounding.
    expect(verdicts(growth, heads, [...lines, row('Rent', '(17)', '(11)', '(43)%'), worse])).toHaveLength(3);
    expect(verdicts(growth, heads, [...lines, row('Rent', '(110)', '(100)', '(20.0)%'), worse])[3]).toBe('breaks');
  });

  it('is not believed for fewer than three lines', () => {
    expect(why(growth, heads, lines.slice(1))).toEqual([
      'no column shows percentages of change that its lines bear out',
    ]);
  });

  it('is tied for earnings per share too', () => {
    expect(verdicts(growth, heads, [...lines, row('Earnings per share', '$ 1.10', '$ 1.00', '10.0%')])).toHaveLength(4);
  });

  it('needs no sign of percent, whatever the scale of the amounts', () => {
    const plain = lines.map((one) => ({
      ...one,
      printed: one.printed?.map((text) => text?.replace('%', '') ?? null) ?? [],
    }));
    const [found] = findingsOf(filing(statement(plain, { kind: 'other', columns: heads, scale: 1000 })), growth);
    expect(found).toMatchObject({ verdict: 'exact', stated: '0.098' });
  });

  it('says nothing of a base that is nil or negative, of losses, of words and of empty cells', () => {
    expect(
      verdicts(growth, heads, [
        ...lines,
        row('Nil', '5', '-', '5%'),
        row('Base', '5', '(3)', '5%'),
        row('Loss', '(5)', '3', '(267)%'),
        row('NM', '5', '3', 'NM'),
        row('Dash', '5', '3', '-'),
        row('New', null, '3', '5%'),
        row('Word', '5', '3', 'n/a'),
        row('Empty', '5', null, '5%'),
        row('Margin', '5%', '4%', '25%'),
        row('Return on equity', '5', '4', '125'),
      ]),
    ).toEqual(['exact', 'exact', 'exact']);
  });
});

describe('a column of percentages of one line', () => {
  const heads = columns('2006', PERCENT);
  const lines = [
    row('Sales', '11,506', '100.0%'),
    row('Costs', '8,027', '69.8%'),
    row('Profit', '3,479', '30.2%'),
    row('Loss', '(1,151)', '(10.0)%'),
  ];

  it('is tied line by line, and breaks where the amounts cannot give it', () => {
    expect(verdicts(share, heads, lines)).toEqual(['exact', 'exact', 'exact']);
    expect(verdicts(share, heads, [...lines, row('Rent', '115', '10.0%')])).toEqual([
      'exact',
      'exact',
      'exact',
      'breaks',
    ]);
  });

  it('is not one where no line is 100 percent, or that line is nil', () => {
    expect(verdicts(share, heads, lines.slice(1))).toEqual([]);
    expect(verdicts(share, heads, [row('Sales', '-', '100.0%'), ...lines.slice(1)])).toEqual([]);
    const nil = ['100.0', '69.8', '30.2', '15.1'].map((percent) => row(`x ${percent}`, '-', percent));
    expect(verdicts(share, heads, nil)).toEqual([]);
  });

  it('says nothing of a line whose percentage has another sign, or that lacks a figure', () => {
    expect(verdicts(share, heads, [...lines, row('Other', '(12)', '0.1%'), row('None', null, '3.0%')])).toHaveLength(3);
    expect(verdicts(share, heads, [...lines, row('None', '345', null), row('Dash', '345', '-')])).toHaveLength(3);
  });

  it('breaks where it gives nil a share, or an amount that matters none', () => {
    expect(verdicts(share, heads, [...lines, row('Rent', '-', '5.0')])[3]).toBe('breaks');
    expect(verdicts(share, heads, [...lines, row('Rent', '50', '0.0%')])[3]).toBe('breaks');
  });

  it('takes no column in which the line of 100 percent is empty', () => {
    const two = lines.map(({ label, printed: [amount, percent] = [] }, at) =>
      row(label, amount!, at === 0 ? null : amount!, percent!),
    );
    expect(verdicts(share, columns('2006', '2005', PERCENT), two)).toEqual(['exact', 'exact', 'exact']);
  });

  it('is no share of other percentages', () => {
    const still = lines.map(({ label, printed: [, percent] = [] }) => {
      const plain = percent!.replace('%', '');
      return row(label, null, plain, plain);
    });
    expect(verdicts(share, columns('2006', PERCENT, PERCENT), still)).toEqual([]);
  });

  it('is believed to the very end of its rounding', () => {
    const rows = [
      row('Sales', '114', '100%'),
      row('Costs', '60', '53%'),
      row('Wages', '28', '25%'),
      row('Profit', '26', '23%'),
      row('Rent', '40', '34%'),
      row('Fees', '40', '34%'),
    ];
    expect(verdicts(share, heads, rows)).toEqual(['exact', 'exact', 'exact', 'rounding', 'rounding']);
  });

  it('is believed where it shows large shares in whole percent', () => {
    const whole = [
      row('Sales', '1,000', '100%'),
      row('Costs', '600', '60%'),
      row('Wages', '350', '35%'),
      row('Rent', '250', '25%'),
    ];
    expect(verdicts(share, heads, whole)).toEqual(['exact', 'exact', 'exact']);
  });
});

describe('a rule over any table', () => {
  it('says so where there is none', () => {
    expect(audited(filing(), change).audited.notApplied).toEqual([
      { rule: change.id, reason: 'the report has no table' },
    ]);
  });

  it('is checked on the basis of its column', () => {
    const heads: Column[] = [
      { heading: '2006', basis: 'restated' },
      { heading: '2005' },
      { ...CHANGE, basis: 'restated' },
    ];
    const rows = [
      row('A', '11,506', '10,480', '1,026'),
      row('B', '8,027', '7,511', '516'),
      row('C', '3,479', '2,969', '510'),
    ];
    expect(findingsOf(table(heads, rows), change).map(({ basis }) => basis)).toEqual([
      'restated',
      'restated',
      'restated',
    ]);
  });
});

describe('a bound', () => {
  it('does not hold for eliminations, whose parts may exceed the whole', () => {
    const heads: Column[] = [{ heading: 'All' }, { heading: 'Eliminations', basis: 'adjustment' }];
    const within = rule('"Current" <= "Total"', { statement: 'any' });
    expect(verdicts(within, heads, [row('Current', '5', '(251)'), row('Total', '9', '(2,130)')])).toEqual(['exact']);
    expect(
      verdicts(rule('"Current" = "Total"', { statement: 'any' }), heads, [
        row('Current', '5', '1'),
        row('Total', '5', '1'),
      ]),
    ).toHaveLength(2);
  });
});

describe('a column of percentages of several bases', () => {
  const heads = columns('2004', PERCENT);
  const lines = (base: string, [merchandise, payroll, depreciation]: readonly [string, string, string]) => [
    row('Restaurant sales', '262,854', '98.3'),
    row('Franchise revenue', '4,669', '1.7'),
    row('Total revenue', '267,523', '100.0'),
    { label: `(as a percent of ${base})` },
    row('Merchandise', '67,335', merchandise),
    row('Payroll', '80,103', payroll),
    row('Depreciation (as a percent of Total revenue)', '14,632', depreciation),
    row('Administrative', '14,828', '5.5'),
    row('Net income', '29,254', '10.9'),
  ];
  const tied = (base: string, percents: readonly [string, string, string]) =>
    findingsOf(table(heads, lines(base, percents)), share).map(
      ({ verdict, terms }) => `${terms[0]?.figure} ${verdict}`,
    );

  it('is held against the line that is 100 percent only where no other base is said', () => {
    expect(tied('Company restaurant sales', ['25.6', '30.5', '5.6'])).toEqual([
      's1/r1/c1 exact',
      's1/r2/c1 exact',
      's1/r8/c1 exact',
      's1/r9/c1 exact',
    ]);
  });

  it('is of the base that a line itself says, though no line before it says one', () => {
    const own = [
      ...lines('Total revenue', ['25.2', '29.9', '5.5']).slice(0, 3),
      row('Wages', '80,103', '29.9'),
      row('Merchandise (as a percent of restaurant sales)', '67,335', '25.6'),
    ];
    expect(verdicts(share, heads, own)).toEqual(['exact', 'exact', 'exact']);
  });

  it('is held against it where that is the base said', () => {
    expect(tied('Total revenue', ['25.2', '29.9', '5.5'])).toHaveLength(7);
  });
});
