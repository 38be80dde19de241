import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Row, Rule, Statement } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { judgeExample } from '../../rules/examples.ts';
import { openPage } from '../page.ts';
import type { Page } from '../page.ts';
import { suggest } from './suggest.ts';

const vocabulary = shippedVocabulary();
const PERIODS = ['2006', '2005', '2004'].map((year) => ({ heading: year, period: `${year}-01-01/${year}-12-31` }));
const DAYS = ['2006', '2005', '2004'].map((year) => ({ heading: `December 31, ${year}`, period: `${year}-12-31` }));

type Lines = Readonly<Record<string, readonly (string | null)[]>>;

function statement(lines: Lines, more: Partial<Statement> = {}): Statement {
  const rows = Object.entries(lines).map(([label, printed]): Row => ({ label, printed: [...printed] }));
  return { kind: 'other', columns: PERIODS, scale: 1000, rows, ...more };
}

function pageOf(statements: readonly Statement[], rules: readonly Rule[] = []): Page {
  const standards = {
    rules: compileProgramme(rules, vocabulary),
    vocabulary,
    placeOf: () => ({ document: 'page', line: 1, column: 1 }),
  };
  return openPage({ format: 'tieout/filing@1', statements: [...statements] }, standards);
}

const equations = (page: Page) => suggest(page, 'page.json').map(({ equation }) => equation);

/** Three kinds of widgets between which and whose sum other lines stand. */
const SPREAD: Lines = {
  'Widgets sold in all': ['187,532', '165,289', '143,377'],
  'Price list': ['12', '11', '10'],
  'Red widgets': ['51,234', '42,345', '33,456'],
  'Green widgets': ['61,171', '67,182', '68,193'],
  'Blue widgets': ['75,127', '55,762', '41,728'],
};

describe('a suggestion', () => {
  it('is a sum of lines that no rule states', () => {
    expect(equations(pageOf([statement(SPREAD)]))).toEqual([
      '"Red widgets" + "Green widgets" + "Blue widgets" = "Widgets sold in all"',
    ]);
  });

  it('is a rule as it would be written by hand, with examples from the page', () => {
    const page = pageOf([statement(SPREAD)]);
    const [rule] = suggest(page, 'page.json');
    expect(rule).toMatchObject({
      id: 'suggested/sum-1',
      title: '"Red widgets" plus "Green widgets" plus "Blue widgets" give "Widgets sold in all"',
      statement: 'other',
      severity: 'query',
      authority: 'none: observed in page.json',
      ties: { scale: 1000, figures: { '"Red widgets"': '51,234', '"Widgets sold in all"': '187,532' } },
    });
    expect(rule?.why).toBe(
      'It holds in all 3 periods that show it; by chance less than one report in a million like it would hold one as good.',
    );
    const [compiled] = compileProgramme([rule as Rule], vocabulary);
    if (!compiled || !rule) throw new Error('no rule');
    const verdicts = [rule.ties, rule.breaks].map((example) => {
      const result = judgeExample(compiled, example, vocabulary);
      return result.ok ? result.judged.verdict : 'no example';
    });
    expect(verdicts).toEqual(['exact', 'breaks']);
  });

  it('is not what a rule states, or what several of them give together', () => {
    const known: Rule = { ...(suggest(pageOf([statement(SPREAD)]), 'page.json')[0] as Rule), id: 'house/known' };
    expect(equations(pageOf([statement(SPREAD)], [known]))).toEqual([]);
    const chain = statement({
      Gross: ['61,234', '52,345', '43,456'],
      Costs: ['11,357', '12,468', '13,579'],
      Margin: ['49,877', '39,877', '29,877'],
      Rent: ['7,182', '8,193', '9,114'],
      Left: ['42,695', '31,684', '20,763'],
    });
    const rules = ['"Gross" - "Costs" = "Margin"', '"Margin" - "Rent" = "Left"'].map((equation, index): Rule => ({
      ...known,
      id: `house/step-${index}`,
      equation,
    }));
    expect(equations(pageOf([chain], rules))).toEqual([]);
  });

  it('is not what a rule gives through a line under two names, a half, or a cost in parentheses', () => {
    const [known] = suggest(pageOf([statement(SPREAD)]), 'page.json') as [Rule];
    const house = (...stated: readonly string[]) =>
      stated.map((equation, index): Rule => ({ ...known, statement: 'any', id: `house/step-${index}`, equation }));
    const sales = { Sales: ['61,234', '52,345', '43,456'], Halves: ['30,617', '26,172.5', '21,728'] };
    const more = statement({ ...SPREAD, ...sales });
    const sum = '"Red widgets" + "Green widgets" + "Blue widgets" = "Widgets sold in all"';
    expect(
      equations(pageOf([more], house('Revenues * 0.5 = "Halves"', '"Red widgets" <= "Green widgets" * 2'))),
    ).toEqual([sum]);
    expect(equations(pageOf([more], house(`Revenues - "Sales" + ${sum}`)))).toEqual([]);
    const margin = (cost: (text: string) => string) =>
      statement(
        {
          'Gross profit': ['49,877', '39,877', '29,877'],
          'Price list': ['12', '11', '10'],
          Sales: ['61,234', '52,345', '43,456'],
          'Cost of sales': ['11,357', '12,468', '13,579'].map(cost),
        },
        { kind: 'incomeStatement' },
      );
    const inParentheses = margin((text) => `(${text})`);
    expect(equations(pageOf([inParentheses]))).toEqual(['GrossProfit + CostOfRevenue = Revenues']);
    expect(equations(pageOf([inParentheses], house('Revenues - CostOfRevenue = GrossProfit')))).toEqual([]);
  });

  it.each([
    ['"Gross" * 0.5 = "Half"', '"Half" * 2 - "Costs" = "Left"'],
    ['"Half" + "Half" = "Gross"', '2 * "Half" = "Left" + "Costs"'],
    ['0.25 * "Gross" = 0.5 * "Half"', '"Half" * 200 - "Costs" * 100 = "Left" * 100'],
    ['3 * "Gross" = 6 * "Half"', '"Half" * 0.7 - "Costs" * 0.35 = "Left" * 0.35'],
  ])('is not what two rules give through a line of halves: %s, %s', (...stated) => {
    const lines = {
      Gross: ['61,234', '52,346', '43,456'],
      'Price list': ['12', '11', '10'],
      Left: ['49,877', '39,878', '29,877'],
      Half: ['30,617', '26,173', '21,728'],
      Costs: ['11,357', '12,468', '13,579'],
    };
    const [known] = suggest(pageOf([statement(SPREAD)]), 'page.json') as [Rule];
    const rules = stated.map((equation, index): Rule => ({ ...known, id: `house/step-${index}`, equation }));
    expect(equations(pageOf([statement(lines)]))).toEqual(['"Left" + "Costs" = "Gross"']);
    expect(equations(pageOf([statement(lines)], rules.slice(0, 1)))).toEqual(['"Left" + "Costs" = "Gross"']);
    expect(equations(pageOf([statement(lines)], rules))).toEqual([]);
  });

  it('is a share beside another that a rule states, and not that one', () => {
    const lines = {
      Sales: ['61,234', '52,345', '43,456'],
      Wages: ['11,357', '12,468', '13,579'],
      Rent: ['7,182', '8,193', '9,114'],
      'Wages in sales': ['18.55%', '23.82%', '31.25%'],
      'Rent in sales': ['11.73%', '15.65%', '20.97%'],
    };
    const both = suggest(pageOf([statement(lines)]), 'page.json');
    expect(both.map(({ equation }) => equation).toSorted()).toEqual([
      '"Rent in sales" = "Rent" / Revenues',
      '"Wages in sales" = "Wages" / Revenues',
    ]);
    for (const [at, stated] of both.entries()) {
      expect(equations(pageOf([statement(lines)], [{ ...stated, id: 'house/share' }]))).toEqual([
        both[1 - at]?.equation,
      ]);
    }
  });

  it('is not what the page adds up by itself, with costs in parentheses', () => {
    const margin = {
      Sales: ['61,234', '52,345', '43,456'],
      'Cost of sales': ['(11,357)', '(12,468)', '(13,579)'],
      'Gross profit': ['49,877', '39,877', '29,877'],
    };
    expect(equations(pageOf([statement(margin, { kind: 'incomeStatement' })]))).toEqual([]);
  });

  it('is not what the page adds up by itself, with a cost that is nil in one column', () => {
    const lines = {
      Sales: ['61,234', '52,345', '43,456'],
      'Cost of sales': ['(11,357)', '(12,468)', '--'],
      'Gross profit': ['49,877', '39,877', '43,456'],
    };
    expect(equations(pageOf([statement(lines, { kind: 'incomeStatement' })]))).toEqual([]);
  });

  it('is none where its figures cannot be written as an example, or its lines have endless names', () => {
    const copied = ['(51,234)', '42,345', '33,456'];
    const lines = (first: string) => ({
      ...SPREAD,
      'Widgets sold in all': ['85,064', '165,289', '143,377'],
      'Red widgets': [first, '42,345', '33,456'],
      'Price of all': ['13', '12', '11'],
      'Reds again': copied,
    });
    const [known] = suggest(pageOf([statement(SPREAD)]), 'page.json') as [Rule];
    const again: Rule = { ...known, id: 'house/again', equation: '"Red widgets" = "Reds again"' };
    expect(equations(pageOf([statement(lines('(51,234)'))], [again]))).toHaveLength(1);
    expect(equations(pageOf([statement(lines('(51,234'))], [again]))).toEqual([]);
    const endless = Object.fromEntries(
      Object.entries(SPREAD).map(([label, printed]) => [`${label} ${'x'.repeat(900)}`, printed]),
    );
    expect(equations(pageOf([statement(endless)]))).toEqual([]);
  });

  it('holds in every period, and is not what chance would give', () => {
    const wrong = { ...SPREAD, 'Red widgets': ['51,234', '42,345', '34,356'] };
    expect(equations(pageOf([statement(wrong)]))).toEqual([]);
    const blank = { ...SPREAD, 'Red widgets': ['51,234', '42,345', null] };
    expect(equations(pageOf([statement(blank)]))).toEqual([]);
    expect(equations(pageOf([statement({ A: ['2'], B: ['3'], C: ['5'] }, { columns: PERIODS.slice(0, 1) })]))).toEqual(
      [],
    );
  });

  it('is an amount that two statements print under different names', () => {
    const balance = statement(
      { 'Cash at hand': ['51,234', '42,345', '33,456'], 'Long-term notes': ['7,182', '8,193', '9,114'] },
      { kind: 'balanceSheet', columns: DAYS },
    );
    const flows = statement({ 'Purse at the end': ['51,234', '42,345', '33,456'] }, { kind: 'cashFlowStatement' });
    expect(equations(pageOf([flows, balance]))).toEqual(['"Purse at the end" = "Cash at hand"']);
    const opposite = statement(
      { 'Purse at the end': ['(51,234)', '(42,345)', '(33,456)'] },
      { kind: 'cashFlowStatement' },
    );
    expect(equations(pageOf([opposite, balance]))).toEqual(['"Purse at the end" = -"Cash at hand"']);
  });

  it('is a share of one line in another', () => {
    const lines = {
      Sales: ['61,234', '52,345', '43,456'],
      Wages: ['11,357', '12,468', '13,579'],
      'Wages in sales': ['18.55%', '23.82%', '31.25%'],
    };
    expect(equations(pageOf([statement(lines)]))).toEqual(['"Wages in sales" = "Wages" / Revenues']);
  });
});

describe('what is suggested', () => {
  const first = (page: Page) => suggest(page, 'page.json')[0];
  const one = { columns: PERIODS.slice(0, 1) };
  /** A sum that stands above its lines, where no footing is looked for. */
  const SUM = { All: ['112,405', '109,527', '101,649'], 'Price list': ['12', '11', '10'] };

  it('says how rare it is, and in how many periods it holds', () => {
    const six = { Both: ['812,405'], 'Price list': ['12'], Reds: ['651,234'], Greens: ['161,171'] };
    // Twelve sums of two lines are tried, and of 1,624,811 that may come of them four are within rounding.
    expect(first(pageOf([statement(six, one)]))?.why).toBe(
      'It holds in the one period that shows it; by chance one report in 33,850 like it would hold one as good.',
    );
    const equal = (purse: string, chest: string) =>
      first(
        pageOf([statement({ Purse: [purse] }, one), statement({ Chest: [chest] }, { ...one, kind: 'balanceSheet' })]),
      );
    expect(equal('1,999,999.5', '1,999,999')?.why).toContain('by chance one report in 1,000,000 like it');
    expect(equal('2,000,000.5', '2,000,000')?.why).toContain('by chance less than one report in a million like it');
  });

  it('is no more than forty relations, the rarest first', () => {
    const lines = Array.from({ length: 45 }, (_, at): readonly [string, string[]] => [
      `Line number ${at}`,
      [3, 5, 7].map((by) => ((at + 11) * (at + 17) * by * 7919 + at ** 5).toLocaleString('en-US')),
    ]);
    const here = statement(Object.fromEntries(lines), { kind: 'balanceSheet', columns: DAYS });
    const there = statement(Object.fromEntries(lines.map(([label, printed]) => [`The same as ${label}`, printed])), {
      kind: 'cashFlowStatement',
    });
    expect(suggest(pageOf([there, here]), 'page.json')).toHaveLength(40);
  });

  it('names the other statement, and the opposite of its amount', () => {
    const cash = ['51,234', '42,345', '33,456'];
    const balance = statement(
      { 'Cash at hand': cash },
      { kind: 'balanceSheet', columns: DAYS, title: 'Balance Sheet' },
    );
    const flows = (printed: string[]) => statement({ Purse: printed }, { kind: 'cashFlowStatement' });
    expect(first(pageOf([flows(cash), balance]))?.title).toBe('"Purse" is "Cash at hand" of the Balance Sheet');
    expect(first(pageOf([flows(cash.map((text) => `(${text})`)), balance]))?.title).toBe(
      '"Purse" is the opposite of "Cash at hand" of the Balance Sheet',
    );
  });

  it('cuts a title that is too long for a rule', () => {
    const long = 'Widgets of every colour that were sold in the year in all shops '.repeat(2).trim();
    const lines = {
      ...SUM,
      [`${long} one`]: ['51,234', '42,345', '33,456'],
      [`${long} two`]: ['61,171', '67,182', '68,193'],
    };
    const title = first(pageOf([statement(lines)]))?.title ?? '';
    expect([title.length, title.at(-1)]).toEqual([200, '…']);
    const whole = `"Reds" plus "Greens${'s'.repeat(169)}" give "All"`;
    const fits = {
      ...SUM,
      Reds: ['51,234', '42,345', '33,456'],
      [`Greens${'s'.repeat(169)}`]: ['61,171', '67,182', '68,193'],
    };
    expect([whole.length, first(pageOf([statement(fits)]))?.title]).toEqual([200, whole]);
  });

  it.each([
    ['Greens', 'All', 1],
    ['Greens', '', 0],
    ['Reds', 'All', 0],
    ['Greens', 'In "all"\\', 1],
  ])('is nothing where a line has no label, or one that no equation can tell: %s, %s', (label, all, count) => {
    const rows: Row[] = [
      { label: all, printed: [...SUM.All] },
      { label: 'Price list', printed: [...SUM['Price list']] },
      { label: 'Reds', printed: ['51,234', '42,345', '33,456'] },
      { label, printed: ['61,171', '67,182', '68,193'] },
    ];
    expect(equations(pageOf([statement({}, { rows })]))).toHaveLength(count);
  });

  it('is nothing where two lines of one name show the same amounts', () => {
    const reds = { label: 'Reds', printed: ['51,234', '42,345', '33,456'] };
    const rows: Row[] = [
      { label: 'All', printed: ['102,468', '84,690', '66,912'] },
      { label: 'Price list', printed: ['12', '11', '10'] },
      reds,
      reds,
    ];
    expect(equations(pageOf([statement({}, { rows })]))).toEqual([]);
  });

  it('is nothing where a share has no label, or a table with the same lines does not bear it out', () => {
    const shares = (label: string) => ({
      Sales: ['61,234', '52,345', '43,456'],
      Wages: ['11,357', '12,468', '13,579'],
      [label]: ['18.55%', '23.82%', '31.25%'],
    });
    expect(equations(pageOf([statement(shares(''))]))).toEqual([]);
    const sum: Lines = { ...SUM, Reds: ['51,234', '42,345', '33,456'], Greens: ['61,171', '67,182', '68,193'] };
    expect(equations(pageOf([statement(sum)]))).toHaveLength(1);
    expect(equations(pageOf([statement(sum), statement({ ...sum, All: ['1', '2', '3'] })]))).toEqual([]);
  });

  it('has examples from a page without a scale, and of a line that is blank of digits', () => {
    const { scale: _scale, ...unscaled } = statement(SPREAD);
    expect(first(pageOf([unscaled]))?.ties).not.toHaveProperty('scale');
    const dash = {
      ...SPREAD,
      'Blue widgets': ['--', '55,762', '41,728'],
      'Widgets sold in all': ['112,405', '165,289', '143,377'],
    };
    expect(first(pageOf([statement(dash)]))?.ties.figures).toMatchObject({ '"Blue widgets"': '--' });
    const zero = { ...dash, 'Blue widgets': ['0', '55,762', '41,728'] };
    expect(first(pageOf([statement(zero)]))?.ties.figures).toMatchObject({ '"Blue widgets"': '0' });
  });
});
