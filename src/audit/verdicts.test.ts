import { describe, expect, it } from 'vitest';
import { filing, findingOf, findingsOf, rule, statement } from '../../property-tests/support.ts';
import type { Row, Rule, Verdict } from '../generated/types.ts';

const row = (label: string, printed: string, more: Partial<Row> = {}): Row => ({ label, printed: [printed], ...more });

const EPS = 'EarningsPerShareBasic';
const SHARES = 'WeightedAverageNumberOfSharesOutstandingBasic';

function perShare(eps: string, net: string, shares: string): Row[] {
  return [
    row('n', net, { concept: 'NetIncomeLoss' }),
    row('s', shares, { concept: SHARES }),
    row('e', eps, { concept: EPS }),
  ];
}

describe('the verdict on printed figures', () => {
  it.each<[string, string, Verdict]>([
    ['(2.59)', '(56,590)', 'exact'],
    ['(2.60)', '(56,590)', 'breaks'],
    ['(2.95)', '(56,590)', 'breaks'],
  ])('%s per share of %s is judged as a quotient: %s', (eps, net, verdict) => {
    const finding = findingOf(perShare(eps, net, '21,821,893'), rule(`${EPS} = NetIncomeLoss / ${SHARES}`), {
      scale: 1000,
    });
    expect(finding).toMatchObject({
      verdict,
      computed: '-2.59326723',
      stated: eps.replace('(', '-').replace(')', '').replace('2.60', '2.6'),
      unit: 'USD',
    });
    expect(finding.terms).toEqual([
      { figure: 's1/r3/c1', as: EPS, stated: true },
      { figure: 's1/r1/c1', as: 'NetIncomeLoss' },
      { figure: 's1/r2/c1', as: SHARES },
    ]);
    expect(finding.working).toBe(`${eps}, ${net}, 21,821,893`);
  });

  it('is unproven where a divisor may be zero, with the reason', () => {
    expect(findingOf(perShare('5', '0', '0'), rule(`${EPS} = NetIncomeLoss / ${SHARES}`))).toMatchObject({
      verdict: 'unproven',
      reason: 'a divisor may be zero once its rounding is undone',
    });
  });

  it('holds the figure printed more coarsely against the other, where each stands alone', () => {
    const rows = [row('a', '56,590', { scale: 1000 }), row('b', '56.6', { scale: 1000000 })];
    for (const equation of ['"a" = "b"', '"b" = "a"']) {
      expect(findingOf(rows, rule(equation))).toMatchObject({
        verdict: 'exact',
        stated: '56600000',
        computed: '56590000',
        gap: '10000',
      });
    }
    expect(findingOf([row('a', '5'), row('b', '6')], rule('"a" = "b"')).terms[1]).toMatchObject({ stated: true });
  });

  it('states nothing where no figure stands alone', () => {
    const finding = findingOf([row('a', '5'), row('b', '3'), row('c', '7')], rule('"a" + "b" = 1 + "c"'));
    expect(finding).toMatchObject({ verdict: 'exact', gap: '0', room: '1.5' });
    expect(finding).not.toHaveProperty('stated');
    expect(finding).not.toHaveProperty('computed');
  });

  it('gives what the others come to in the decimals of the stated figure', () => {
    expect(findingOf([row('a', '1.6'), row('b', '2'), row('c', '4')], rule('"a" + "b" = "c"'))).toMatchObject({
      computed: '4',
      stated: '4',
      gap: '0.4',
    });
    const rows = [row('a', '1.50'), row('b', '2'), row('c', '3.6')];
    expect(findingOf(rows, rule('"a" + "b" = "c"'))).toMatchObject({
      computed: '3.5',
      stated: '3.6',
      gap: '0.1',
      room: '0.555',
    });
    expect(findingOf([row('a', '70'), row('b', '30'), row('c', '101')], rule('"a" + "b" = "c"'))).toMatchObject({
      computed: '100',
    });
  });
});

describe('the same ink twice', () => {
  it('counts once in a sum, with its coefficients added', () => {
    const rows: Row[] = [
      { label: 'Costs:' },
      row('Alpha', '5', { indent: 2 }),
      row('Beta', '3', { indent: 2 }),
      row('Total costs', '8', { total: true }),
    ];
    const finding = findingOf(rows, rule('lines("Total costs") + "Alpha" = "Total costs"'));
    expect(finding).toMatchObject({ verdict: 'breaks', gap: '5', room: '2' });
    expect(finding.terms.map(({ figure, coefficient }) => [figure, coefficient])).toEqual([
      ['s1/r2/c1', '2'],
      ['s1/r3/c1', '1'],
      ['s1/r4/c1', '-1'],
    ]);
    expect(finding.working).toBe('2 × 5 + 3 - 8');
  });

  it('is left out of the working where it cancels, and still told', () => {
    const rows: Row[] = [
      { label: 'Costs:' },
      row('Alpha', '5', { indent: 2 }),
      row('Beta', '3', { indent: 2 }),
      row('Total costs', '8', { total: true }),
    ];
    const finding = findingOf(rows, rule('lines("Total costs") - "Alpha" = "Total costs"'));
    expect(finding).toMatchObject({ verdict: 'breaks', gap: '5', working: '3 - 8' });
    expect(finding.terms.map(({ coefficient }) => coefficient)).toEqual(['0', '1', '-1']);
  });

  it('cannot be proven in a quotient', () => {
    const rows: Row[] = [
      { label: 'Costs:' },
      row('Alpha', '5', { indent: 2 }),
      row('Beta', '3', { indent: 2 }),
      row('Total costs', '8', { total: true }),
    ];
    expect(findingOf(rows, rule('lines("Total costs") / "Alpha" = "Beta"'))).toMatchObject({
      verdict: 'unproven',
      reason: '"Alpha" would stand twice in a product or quotient',
    });
  });

  it('proves nothing where it is all there is', () => {
    const rows: Row[] = [row('Cash and cash equivalents', '5')];
    const balance = { kind: 'balanceSheet', columns: [{ heading: '2006', period: '2006-03-31' }] } as const;
    const name = 'CashAndCashEquivalentsAtCarryingValue';
    const finding = findingOf(rows, rule(`${name} = ${name}@closing`, { statement: 'balanceSheet' }), {
      ...balance,
      columns: [...balance.columns],
    });
    expect(finding).toMatchObject({ verdict: 'unproven', reason: 'both sides are the same printed figures' });
  });

  it('sums the lines of a total inside a quotient', () => {
    const rows: Row[] = [
      { label: 'Costs:' },
      row('Alpha', '5', { indent: 2 }),
      row('Beta', '3', { indent: 2 }),
      row('Total costs', '8', { total: true }),
      row('Ratio', '4'),
      row('Two', '2'),
    ];
    expect(findingOf(rows, rule('"Ratio" = lines("Total costs") / "Two"'))).toMatchObject({
      verdict: 'exact',
      computed: '4',
      stated: '4',
    });
    expect(findingOf(rows, rule('"Two" = lines("Total costs") / "Ratio"', {}))).toMatchObject({ verdict: 'exact' });
  });
});

describe('an optional figure', () => {
  it('that stands alone and is not printed leaves the other side to be stated', () => {
    expect(findingOf([row('a', '5'), row('b', '5')], rule('"x"? = "a" - "b"'))).toMatchObject({ verdict: 'exact' });
    expect(findingOf([row('a', '0')], rule('"x"? = "a"'))).toMatchObject({
      verdict: 'exact',
      stated: '0',
      unit: 'USD',
    });
  });

  it('that is not printed counts as zero, in sums and in quotients', () => {
    const rows = [row('a', '6'), row('b', '2'), row('c', '3')];
    expect(findingOf(rows, rule('"a" + "x"? = 2 * "c"'))).toMatchObject({ verdict: 'exact', gap: '0' });
    expect(findingOf(rows, rule('"c" = ("a" + "x"?) / "b"'))).toMatchObject({ verdict: 'exact', gap: '0' });
    expect(findingOf(rows, rule('"c" = ("a" + "x"?) / "b"')).terms).toHaveLength(3);
  });
});

describe('an allowance', () => {
  const because = 'add-backs need not be printed';
  const allowing = (greater: 'left' | 'right'): Rule => rule('"a" = "b" + "c"', { allows: { greater, because } });
  const rows = (a: string): Row[] => [row('a', a), row('b', '5'), row('c', '3')];
  it.each<['left' | 'right', string, Verdict]>([
    ['left', '20', 'unproven'],
    ['left', '1', 'breaks'],
    ['right', '20', 'breaks'],
    ['right', '1', 'unproven'],
    ['left', '9', 'rounding'],
  ])('for %s with %s against 8: %s', (greater, a, verdict) => {
    const finding = findingOf(rows(a), allowing(greater));
    expect(finding.verdict).toBe(verdict);
    expect(finding.reason).toBe(verdict === 'unproven' ? because : undefined);
    expect(finding.gap).toBe(String(Math.abs(Number(a) - 8)));
  });

  it.each<[string, string, string, Verdict]>([
    ['"a" = "b" + "c"', '780', '500', 'unproven'],
    ['"a" = "b" + "c"', '760', '500', 'unproven'],
    ['"a" = "b" + "c"', '759', '500', 'breaks'],
    ['"a" = "b" + "c"', '720', '500', 'breaks'],
    ['"a" = "b" + "c"', '(20)', '(300)', 'breaks'],
    ['"a" + "d" = "b" + "c"', '780', '500', 'breaks'],
  ])('of at most a twentieth holds %s with %s against 300 and %s: %s', (equation, a, b, verdict) => {
    const atMost = rule(equation, { allows: { greater: 'right', atMost: '0.05', because } });
    const figures = [row('a', a), row('b', b), row('c', '300'), row('d', '7')];
    expect(findingOf(figures, atMost)).toMatchObject({ verdict });
  });

  it.each<[string, string, Verdict]>([
    ['3', '5', 'unproven'],
    ['(20)', '(11)', 'breaks'],
    ['0', '20', 'breaks'],
  ])('of positive figures alone holds %s with %s and 3: %s', (a, b, verdict) => {
    const positive = rule('"a" = "b" + "c"', { allows: { greater: 'right', positiveOnly: true, because } });
    expect(findingOf([row('a', a), row('b', b), row('c', '3')], positive)).toMatchObject({ verdict });
  });
});

describe('a doubt', () => {
  const rows = (total: string): Row[] => [
    row('Revenue', '100', { concept: 'Revenues' }),
    row('Something else', '7'),
    row('Costs', '60', { concept: 'CostOfRevenue' }),
    row('Gross', total, { concept: 'GrossProfit' }),
  ];
  const walk = rule('Revenues - CostOfRevenue = GrossProfit', { walk: true });
  it.each<[string, Verdict]>([
    ['40', 'exact'],
    ['41', 'rounding'],
    ['50', 'unproven'],
  ])('leaves %s %s', (total, verdict) => {
    const finding = findingOf(rows(total), walk);
    expect(finding.verdict).toBe(verdict);
    if (verdict === 'unproven') expect(finding.reason).toContain('"Something else"');
  });

  it('leaves an edge unproven too, for it is as suspicious', () => {
    const lines: Row[] = [
      row('Revenue', '100', { concept: 'Revenues' }),
      row('Other', '7'),
      row('Gross', '101', { concept: 'GrossProfit' }),
    ];
    expect(findingOf(lines, rule('Revenues = GrossProfit', { walk: true }))).toMatchObject({
      verdict: 'unproven',
      gap: '1',
      room: '1',
    });
    expect(findingOf(lines, rule('Revenues = GrossProfit'))).toMatchObject({ verdict: 'edge', gap: '1', room: '1' });
  });
});

describe('a rule that decides a sign', () => {
  const sign = rule('lines(LiabilitiesAndStockholdersEquity) <= LiabilitiesAndStockholdersEquity', {
    statement: 'balanceSheet',
    decides: 'StockholdersEquity',
  });
  function sheet(debt: string, deficit: string): Row[] {
    return [
      { label: 'Liabilities and stockholders’ deficit:' },
      row('Current liabilities', debt, { indent: 2, concept: 'LiabilitiesCurrent' }),
      row('Stockholders’ deficit', deficit, { indent: 2, concept: 'StockholdersEquity' }),
      row('Total liabilities and stockholders’ deficit', '19,511', {
        total: true,
        concept: 'LiabilitiesAndStockholdersEquity',
      }),
    ];
  }
  const balance = { kind: 'balanceSheet' } as const;

  it('is proven where the opposite sign cannot be', () => {
    const finding = findingOf(sheet('16,697', '3,829'), sign, balance);
    expect(finding).toMatchObject({
      verdict: 'exact',
      reason:
        'with the opposite sign the equation is missed by 1015, of which rounding explains 1.5 at most: the sign is proven',
    });
  });

  it('is unproven where either sign could be', () => {
    expect(findingOf(sheet('10,000', '3,829'), sign, balance)).toMatchObject({
      verdict: 'unproven',
      reason: 'either sign satisfies the equation',
    });
  });

  it('breaks where neither can be', () => {
    const finding = findingOf(sheet('30,000', '3,829'), sign, balance);
    expect(finding.verdict).toBe('breaks');
    expect(finding).not.toHaveProperty('reason');
  });

  it('does not apply where the sign is printed', () => {
    expect(findingsOf(filing(statement(sheet('16,697', '(3,829)'), balance)), sign)).toEqual([]);
  });
});
