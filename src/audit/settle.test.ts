import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import type { Row, Rule, Statement, Verdict } from '../generated/types.ts';

const row = (label: string, printed: string | string[], more: Partial<Row> = {}): Row => ({
  label,
  printed: [printed].flat(),
  ...more,
});

/** The verdicts of the rules, the values of the figures and the notes on signs. */
function settled(statements: readonly Statement[], ...rules: readonly Rule[]) {
  const result = audited(filing(...statements), ...rules).audited;
  const own = new Set(rules.map((one) => one.id));
  return {
    verdicts: result.findings.filter((finding) => own.has(finding.rule)).map((finding) => finding.verdict),
    values: result.figures.map((figure) => figure.value ?? figure.amount),
    notes: result.notes.filter((note) => note.about === 'sign').map((note) => `${note.text} at ${note.at}`),
  };
}

const turned = (label: string, at: string) =>
  `"${label}": the page leaves its sign open; read against the first reading, because only so do its equations hold at ${at}`;
const byLabel = (label: string, at: string) =>
  `"${label}" is printed without a sign and read as negative, as its label says at ${at}`;

const walk = (): Rule => rule('Revenues - OperatingExpenses = OperatingIncomeLoss');
const operating = (cost: string, income: string): Row[] => [
  row('Revenue', '100', { concept: 'Revenues' }),
  row('Costs', cost, { concept: 'OperatingExpenses' }),
  row('Result', income, { concept: 'OperatingIncomeLoss' }),
];

describe('costs in brackets', () => {
  it('are deductions where that ties', () => {
    expect(settled([statement(operating('(60)', '40'))], walk())).toEqual({
      verdicts: ['exact'],
      values: ['100', '60', '40'],
      notes: [],
    });
  });

  it('are negative where only that ties, and the report says so', () => {
    expect(settled([statement(operating('(60)', '160'))], walk())).toEqual({
      verdicts: ['exact'],
      values: ['100', '-60', '160'],
      notes: [turned('Costs', '2:1')],
    });
  });

  it('foot as printed still, once they are settled', () => {
    const lines = [
      row('Revenue', ['100,000', '110,000'], { concept: 'Revenues' }),
      row('Result', ['160,123', '180,456'], { concept: 'OperatingIncomeLoss' }),
      row('Fees', ['211,000', '233,000']),
      row('Costs', ['(60,123)', '(70,456)'], { concept: 'OperatingExpenses' }),
      row('Fees less costs', ['150,877', '162,544']),
    ];
    const { findings } = audited(filing(statement(lines)), walk()).audited;
    expect(findings.map((finding) => `${finding.rule} ${finding.verdict}`)).toEqual([
      'test/rule exact',
      'test/rule exact',
      'structure/lines-give-total exact',
      'structure/lines-give-total exact',
    ]);
  });

  it('stay as first read where neither ties', () => {
    expect(settled([statement(operating('(60)', '999'))], walk())).toEqual({
      verdicts: ['breaks'],
      values: ['100', '60', '999'],
      notes: [],
    });
  });

  it('stay as first read where the other reading is only allowed, and does not tie', () => {
    const allowing = rule('Revenues - OperatingExpenses = OperatingIncomeLoss', {
      allows: { greater: 'left', because: 'a line that need not be printed' },
    });
    expect(settled([statement(operating('(60)', '120'))], allowing)).toEqual({
      verdicts: ['breaks'],
      values: ['100', '60', '120'],
      notes: [],
    });
  });

  it('stay as first read where turning them would break what holds', () => {
    const two: Rule = rule('OperatingExpenses = "Same costs"', { id: 'test/other' });
    const rows = [...operating('(60)', '160'), row('Same costs', '60')];
    const { verdicts, notes } = settled([statement(rows)], walk(), two);
    expect(verdicts.toSorted()).toEqual(['breaks', 'exact']);
    expect(notes).toEqual([]);
  });
});

describe('a sign that only the label gives', () => {
  const net = rule('Revenues - OperatingExpenses = NetIncomeLoss');
  const rows = (loss: string): Row[] => [
    row('Revenue', '100', { concept: 'Revenues' }),
    row('Costs', '160', { concept: 'OperatingExpenses' }),
    row('Net loss', loss),
  ];

  it('is told', () => {
    expect(settled([statement(rows('60'))], net)).toEqual({
      verdicts: ['exact'],
      values: ['100', '160', '-60'],
      notes: [byLabel('Net loss', '3:1')],
    });
  });

  it('is told even where nothing checks it', () => {
    expect(settled([statement(rows('60'))])).toMatchObject({ notes: [byLabel('Net loss', '3:1')] });
  });

  it('is told at its first figure', () => {
    expect(settled([statement([row('Net loss', ['5', '6'], { printed: [null, '6'] })])])).toMatchObject({
      notes: [byLabel('Net loss', '1:2')],
    });
  });

  it('gives way to the equations, and is not told then', () => {
    const profit = [
      row('Revenue', '100', { concept: 'Revenues' }),
      row('Costs', '40', { concept: 'OperatingExpenses' }),
      row('Net loss', '60'),
    ];
    const result = audited(filing(statement(profit)), net).audited;
    expect(result.figures[2]).toMatchObject({ amount: '60', sign: 'label', low: '59.5', high: '60.5' });
    expect(settled([statement(profit)], net)).toEqual({
      verdicts: ['exact'],
      values: ['100', '40', '60'],
      notes: [turned('Net loss', '3:1')],
    });
  });
});

describe('several open lines', () => {
  const sum = rule('Revenues - CostOfRevenue - OperatingExpenses = OperatingIncomeLoss');
  const rows = (cost: string, expenses: string, income: string): Row[] => [
    row('Revenue', '100', { concept: 'Revenues' }),
    row('Cost', cost, { concept: 'CostOfRevenue' }),
    row('Costs', expenses, { concept: 'OperatingExpenses' }),
    row('Result', income, { concept: 'OperatingIncomeLoss' }),
  ];

  it.each<[string, string, string, string, string[], Verdict]>([
    ['none where the first reading ties', '(20)', '(30)', '50', [], 'exact'],
    ['the one that alone repairs it', '(20)', '(30)', '90', ['Cost'], 'exact'],
    ['the other one', '(20)', '(30)', '110', ['Costs'], 'exact'],
    ['both where only both do', '(20)', '(30)', '150', ['Cost', 'Costs'], 'exact'],
    ['none where one would do as well as the other', '(20)', '(20)', '100', [], 'breaks'],
    ['none where no choice does', '(20)', '(30)', '77', [], 'breaks'],
  ])('are turned: %s', (_, cost, expenses, income, labels, verdict) => {
    const result = settled([statement(rows(cost, expenses, income))], sum);
    expect(result.verdicts).toEqual([verdict]);
    expect(result.notes.map((note) => note.split('"')[1])).toEqual(labels);
  });

  it('are turned as few as do it, where one does as much as two', () => {
    const three = rule('Revenues - CostOfRevenue - OperatingExpenses - InterestExpense = NetIncomeLoss');
    const page = [
      row('Revenue', '100', { concept: 'Revenues' }),
      row('Cost', '(10)', { concept: 'CostOfRevenue' }),
      row('Costs', '(20)', { concept: 'OperatingExpenses' }),
      row('Interest', '(30)', { concept: 'InterestExpense' }),
      row('Net', '100', { concept: 'NetIncomeLoss' }),
    ];
    expect(settled([statement(page)], three)).toMatchObject({
      verdicts: ['exact'],
      notes: [turned('Interest', '4:1')],
    });
  });

  it('are turned where another equation of the statement breaks that they do not stand in', () => {
    const other = rule('"One" = "Two"', { id: 'test/other' });
    const page = [...operating('(60)', '160'), row('One', '7,001'), row('Two', '8,001')];
    const { verdicts, notes } = settled([statement(page)], walk(), other);
    expect(verdicts.toSorted()).toEqual(['breaks', 'exact']);
    expect(notes).toEqual([turned('Costs', '2:1')]);
  });

  it('are turned below any number of others of which nothing speaks', () => {
    const names = [
      'CostOfRevenue',
      'InterestExpense',
      'IncomeTaxExpenseBenefit',
      'ResearchAndDevelopmentExpense',
      'SellingGeneralAndAdministrativeExpense',
    ];
    const others = names.map((concept, index) => row(`x${index}`, `(${10 ** index})`, { concept }));
    expect(settled([statement([...others, ...operating('(60)', '160')])], walk())).toMatchObject({
      verdicts: ['exact'],
      notes: [turned('Costs', '7:1')],
    });
  });

  it('are turned in all their columns at once', () => {
    const columns = (cost: string[], income: string[]): Row[] => [
      row('Revenue', ['100', '200'], { concept: 'Revenues' }),
      row('Costs', cost, { concept: 'OperatingExpenses' }),
      row('Result', income, { concept: 'OperatingIncomeLoss' }),
    ];
    expect(settled([statement(columns(['(60)', '(70)'], ['160', '270']))], walk())).toMatchObject({
      verdicts: ['exact', 'exact'],
      values: ['100', '200', '-60', '-70', '160', '270'],
    });
    expect(settled([statement(columns(['(60)', '(70)'], ['160', '130']))], walk())).toMatchObject({
      notes: [],
      values: ['100', '200', '60', '70', '160', '130'],
    });
  });

  it('are turned each where each repairs an equation of its own', () => {
    const one = rule('Revenues - CostOfRevenue = GrossProfit', { id: 'test/one' });
    const two = rule('NetIncomeLoss - OperatingExpenses = OperatingIncomeLoss', { id: 'test/two' });
    const both = [
      row('a', '100', { concept: 'Revenues' }),
      row('Cost', '(20)', { concept: 'CostOfRevenue' }),
      row('b', '120', { concept: 'GrossProfit' }),
      row('c', '50', { concept: 'NetIncomeLoss' }),
      row('Costs', '(30)', { concept: 'OperatingExpenses' }),
      row('d', '80', { concept: 'OperatingIncomeLoss' }),
    ];
    expect(settled([statement(both)], one, two)).toMatchObject({
      verdicts: ['exact', 'exact'],
      notes: [turned('Cost', '2:1'), turned('Costs', '5:1')],
    });
  });

  it('are tried five at most', () => {
    const names = [
      'CostOfRevenue',
      'OperatingExpenses',
      'InterestExpense',
      'IncomeTaxExpenseBenefit',
      'ResearchAndDevelopmentExpense',
      'SellingGeneralAndAdministrativeExpense',
    ];
    const equation = rule(`Revenues - ${names.join(' - ')} = NetIncomeLoss`);
    const many = (result: string): Row[] => [
      row('Revenue', '1,000,000', { concept: 'Revenues' }),
      ...names.map((concept, index) => row(`x${index}`, `(${10 ** index})`, { concept })),
      row('Net', result, { concept: 'NetIncomeLoss' }),
    ];
    // 1,000,000 − 111,111, and then twice what is turned: the fifth line is still tried, the sixth is not.
    expect(settled([statement(many('908,889'))], equation)).toMatchObject({
      verdicts: ['exact'],
      notes: [turned('x4', '6:1')],
    });
    expect(settled([statement(many('1,088,889'))], equation)).toMatchObject({ verdicts: ['breaks'], notes: [] });
  });
});

describe('several statements', () => {
  it('are settled each by itself', () => {
    const second = statement(operating('(50)', '150'));
    const result = settled([statement(operating('(60)', '160')), second, statement(operating('(10)', '90'))], walk());
    expect(result.verdicts).toEqual(['exact', 'exact', 'exact']);
    expect(result.values).toEqual(['100', '-60', '160', '100', '-50', '150', '100', '10', '90']);
    expect(result.notes).toHaveLength(2);
  });

  it('leave alone what an earlier statement has settled', () => {
    // The balance sheet's line and the income statement's are held against each other.
    const cost = row('Costs', '(60)', { concept: 'OperatingExpenses' });
    const first = statement([cost, row('Neutral', '-60')]);
    const other = statement([row('Expenses', '(0)', { concept: 'OperatingExpenses' })], { kind: 'other' });
    const { notes } = settled([first, other], rule('OperatingExpenses = "Neutral"'));
    expect(notes).toEqual([turned('Costs', '1:1')]);
  });
});
