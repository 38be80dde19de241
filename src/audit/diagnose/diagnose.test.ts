import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Claim, Column, Diagnosis, Row, Rule, Statement } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openPage } from '../page.ts';
import type { Page } from '../page.ts';
import { diagnose, suspicionsOn } from './diagnose.ts';

const vocabulary = shippedVocabulary();

function rule(equation: string, index: number): Rule {
  return {
    id: `test/rule-${index}`,
    title: 'A rule',
    statement: 'incomeStatement',
    equation,
    authority: 'none',
    why: 'To test.',
    severity: 'error',
    ties: { figures: {} },
    breaks: { figures: {} },
  };
}

const TWO_YEARS: readonly Column[] = [
  { heading: '2006', period: '2006-01-01/2006-12-31' },
  { heading: '2005', period: '2005-01-01/2005-12-31' },
];

/** A page of one income statement; each line is a concept with what is printed. */
function pageOf(
  equations: readonly string[],
  lines: Readonly<Record<string, readonly (string | null)[]>>,
  more: {
    readonly columns?: readonly Column[];
    readonly labels?: Readonly<Record<string, string>>;
    readonly claims?: readonly Claim[];
  } = {},
): Page {
  const rows = Object.entries(lines).map(([concept, printed]): Row => ({
    label: more.labels?.[concept] ?? `line ${concept}`,
    concept,
    printed: [...printed],
  }));
  const columns = more.columns ?? TWO_YEARS.slice(0, Math.max(...rows.map((row) => row.printed?.length ?? 0)));
  const statement = { kind: 'incomeStatement', columns, rows } as Statement;
  const rules = compileProgramme(equations.map(rule), vocabulary);
  const placeOf = (_: number, row: number, column: number) => ({ document: 'page', line: row + 1, column: column + 1 });
  const claims = more.claims && { claims: [...more.claims] };
  return openPage({ format: 'tieout/filing@1', statements: [statement], ...claims }, { rules, vocabulary, placeOf });
}

/** A diagnosis on one line: rank, then for each figure the line, what was meant and by which slip. */
function told(diagnoses: readonly Diagnosis[]): string[] {
  return diagnoses.map(
    ({ rank, changes }) =>
      `${rank}: ${changes.map(({ figure, edits: [edit] }) => `${figure.slice(3)} ${edit?.printed} ${edit?.kind}`).join(' + ')}`,
  );
}

const SUM = 'Revenues + OperatingIncomeLoss = GrossProfit';
const NEXT = 'GrossProfit + ProfitLoss = NetIncomeLoss';

describe('a diagnosis', () => {
  it('is not made where nothing breaks', () => {
    expect(diagnose(pageOf([SUM], { Revenues: ['1'], OperatingIncomeLoss: ['2'], GrossProfit: ['3'] }))).toEqual([]);
  });

  it('names the figure that alone repairs everything', () => {
    const page = pageOf([SUM, NEXT], {
      Revenues: ['5,000'],
      OperatingIncomeLoss: ['1,234'],
      GrossProfit: ['6,324'],
      ProfitLoss: ['1,000'],
      NetIncomeLoss: ['7,234'],
    });
    const [first, ...others] = diagnose(page);
    expect(others).toEqual([]);
    expect(first).toEqual({
      rank: 1,
      explains: ['test/rule-0@s1/r3/c1', 'test/rule-1@s1/r5/c1'],
      changes: [
        {
          figure: 's1/r3/c1',
          low: '6233',
          high: '6235',
          edits: [{ kind: 'transposed-digits', printed: '6,234', evidence: 'two digits swapped' }],
        },
      ],
      evidence: 'Repairs all 2 checks that break; about one figure in 35 would be a slip away from it by chance',
    });
  });

  it('thinks little of a change that breaks what ties, and says so', () => {
    const page = pageOf([SUM, NEXT], {
      Revenues: ['5,000'],
      OperatingIncomeLoss: ['1,243'],
      GrossProfit: ['6,234'],
      ProfitLoss: ['1,000'],
      NetIncomeLoss: ['7,234'],
    });
    const diagnoses = diagnose(page);
    expect(told(diagnoses)).toEqual([
      '1: r2/c1 1,234 transposed-digits',
      '2: r1/c1 4,991 other',
      '3: r3/c1 6,243 transposed-digits',
    ]);
    expect(diagnoses.at(-1)?.evidence).toContain('but breaks 1 that tie');
  });

  it('says what it keeps', () => {
    const page = pageOf(
      [SUM, NEXT, 'GrossProfit = NetIncomeLoss - ProfitLoss', 'GrossProfit >= Revenues - GrossProfit'],
      {
        Revenues: ['5,000'],
        OperatingIncomeLoss: ['1,234'],
        GrossProfit: ['6,324'],
        ProfitLoss: ['1,000'],
        NetIncomeLoss: ['7,234'],
      },
    );
    expect(diagnose(page)[0]?.evidence).toContain('and keeps the other one it stands in');
  });

  it('lists ties as ties', () => {
    const page = pageOf(['Revenues = GrossProfit'], { Revenues: ['19,151'], GrossProfit: ['19,511'] });
    expect(told(diagnose(page))).toEqual(['1: r1/c1 19,511 transposed-digits', '1: r2/c1 19,151 transposed-digits']);
  });

  it('is made for each group of broken equations apart', () => {
    const page = pageOf(['Revenues = GrossProfit'], {
      Revenues: ['19,151', '(7,734)'],
      GrossProfit: ['19,511', '7,734'],
    });
    expect(told(diagnose(page))).toEqual([
      '1: r1/c1 19,511 transposed-digits',
      '1: r2/c1 19,151 transposed-digits',
      '1: r1/c2 7,734 sign',
      '1: r2/c2 (7,734) sign',
    ]);
    expect(diagnose(page)[0]?.evidence).toBe(
      'Repairs 1 of 2 checks that break; about one figure in 287 would be a slip away from it by chance',
    );
  });

  it('is made in full where several groups break, whichever figure is sought', () => {
    const shown = ['19,511', '8,125'];
    const page = pageOf(['Revenues = GrossProfit', 'GrossProfit = ProfitLoss'], {
      Revenues: ['19,151', '7,734'],
      GrossProfit: shown,
      ProfitLoss: shown,
    });
    const found = suspicionsOn(page, {}, 's1/r1/c1').map(({ rank, figures }) => `${rank}: ${figures.join(' + ')}`);
    expect(found).toEqual(['1: s1/r1/c1', '2: s1/r2/c1', '1: s1/r1/c2', '2: s1/r2/c2']);
  });

  it.each([
    [20, 40],
    [21, 0],
  ])('is not made of a page on which nearly everything breaks: with %i groups %i', (groups, count) => {
    const years = Array.from({ length: groups }, (_, index) => ({
      heading: `${1980 + index}`,
      period: `${1980 + index}-01-01/${1980 + index}-12-31`,
    }));
    const shown = years.map(() => '1,000');
    const ties = { OperatingIncomeLoss: shown, ProfitLoss: shown };
    const page = pageOf(
      ['Revenues = GrossProfit', 'OperatingIncomeLoss = ProfitLoss'],
      { Revenues: shown, GrossProfit: shown.map(() => '5,678'), ...ties },
      { columns: years },
    );
    expect(page.judged.filter((one) => one.verdict === 'breaks')).toHaveLength(groups);
    expect(diagnose(page)).toHaveLength(count);
  });

  it('takes two figures where no single one repairs the group', () => {
    const page = pageOf([SUM, NEXT], {
      Revenues: ['5,000'],
      OperatingIncomeLoss: ['1,243'],
      GrossProfit: ['6,234'],
      ProfitLoss: ['1,100'],
      NetIncomeLoss: ['7,234'],
    });
    const diagnoses = diagnose(page);
    expect(told(diagnoses)[0]).toBe('1: r2/c1 1,234 transposed-digits + r4/c1 1,000 one-digit');
    expect(diagnoses[0]?.explains).toHaveLength(2);
  });

  it('takes every pair that repairs the group, once', () => {
    const page = pageOf([SUM, NEXT], {
      Revenues: ['5,100'],
      OperatingIncomeLoss: ['1,234'],
      GrossProfit: ['6,234'],
      ProfitLoss: ['1,100'],
      NetIncomeLoss: ['7,234'],
    });
    expect(told(diagnose(page))).toEqual([
      '1: r1/c1 5,000 one-digit + r4/c1 1,000 one-digit',
      '1: r1/c1 5,000 one-digit + r5/c1 7,334 one-digit',
      '1: r2/c1 1,134 one-digit + r4/c1 1,000 one-digit',
      '1: r2/c1 1,134 one-digit + r5/c1 7,334 one-digit',
    ]);
  });

  it('takes two groups for one that a third equation connects', () => {
    const page = pageOf(['Revenues = GrossProfit', 'OperatingIncomeLoss = ProfitLoss', 'Revenues = ProfitLoss'], {
      Revenues: ['1,234'],
      GrossProfit: ['1,243'],
      OperatingIncomeLoss: ['1,243'],
      ProfitLoss: ['1,423'],
    });
    expect(told(diagnose(page))).toEqual(['1: r1/c1 1,243 transposed-digits + r4/c1 1,243 transposed-digits']);
  });

  it('takes no pair of which one figure would have to be two amounts', () => {
    const page = pageOf([SUM, NEXT, 'Revenues + CostOfRevenue = OperatingExpenses'], {
      Revenues: ['5,000'],
      OperatingIncomeLoss: ['1,243'],
      GrossProfit: ['6,324'],
      ProfitLoss: ['1,000'],
      NetIncomeLoss: ['7,243'],
      CostOfRevenue: ['2,600'],
      OperatingExpenses: ['6,200'],
    });
    // Revenues would have to be 5,081 for the first equation, and 3,600 for the last: it is in no pair.
    expect(told(diagnose(page))).toEqual([
      '1: r3/c1 6,243 other + r6/c1 1,200 other',
      '1: r3/c1 6,243 other + r7/c1 7,600 other',
    ]);
  });

  it('does not solve an inequality for what it is divided by', () => {
    const page = pageOf(['Revenues / GrossProfit <= 2'], { Revenues: ['5,000'], GrossProfit: ['(1,000)'] });
    expect(told(diagnose(page))).toEqual([]);
    const broken = pageOf(['Revenues / GrossProfit <= 2'], { Revenues: ['5,000'], GrossProfit: ['1,000'] });
    expect(told(diagnose(broken)).map((one) => one.slice(3, 8))).toEqual(['r1/c1']);
  });

  it('takes a dash for a figure that is missing', () => {
    const page = pageOf([SUM], {
      Revenues: ['5,000', '5,111'],
      OperatingIncomeLoss: ['(1,234)', '--'],
      GrossProfit: ['3,766', '8,899'],
    });
    const diagnoses = diagnose(page);
    expect(told(diagnoses)).toContain('1: r2/c2 3,788 other');
    expect(diagnoses.find(({ changes }) => changes[0]?.figure === 's1/r2/c2')?.changes[0]?.edits[0]?.evidence).toBe(
      'nothing is printed',
    );
  });

  it('knows a line that stands in for another, and one of another period or column', () => {
    const page = pageOf(
      [SUM],
      {
        Revenues: ['5,321', '5,321', '4,000'],
        OperatingIncomeLoss: ['8,888', '1,000', '4,000'],
        GrossProfit: ['9,999', '6,321', '4,967'],
      },
      {
        columns: [
          { heading: '2006', period: '2006-01-01/2006-12-31' },
          { heading: '2005', period: '2005-01-01/2005-12-31' },
          { heading: '2005, restated', period: '2005-01-01/2005-12-31', basis: 'restated' },
        ],
      },
    );
    const kinds = diagnose(page).flatMap(({ changes }) =>
      changes.flatMap(({ figure, edits }) => edits.map(({ kind }) => `${figure.slice(3)} ${kind}`)),
    );
    expect(kinds).toContain('r1/c1 period-swap');
    expect(kinds).toContain('r1/c3 row-swap');
  });

  it('finds the sign by which a whole line is read', () => {
    const page = pageOf(
      ['Revenues - ProfitLoss = NetIncomeLoss'],
      { Revenues: ['1,000', '2,000'], ProfitLoss: ['5,000', '6,500'], NetIncomeLoss: ['4,000', '(4,500)'] },
      { labels: { NetIncomeLoss: 'Net loss' } },
    );
    expect(told(diagnose(page))).toEqual([
      '1: r3/c1 (4,000) sign',
      '1: r3/c2 4,500 sign',
      '3: r1/c1 9,000 one-digit',
      '4: r2/c1 (3,000) other',
    ]);
  });

  it('finds that sign among several equations, beside cells that are empty', () => {
    const page = pageOf(
      ['Revenues - ProfitLoss = NetIncomeLoss', 'NetIncomeLoss = GrossProfit'],
      {
        Revenues: ['1,000', '2,000', null],
        ProfitLoss: ['5,000', '6,500', null],
        NetIncomeLoss: ['4,000', '(4,500)', null],
        GrossProfit: ['(4,000)', '(4,500)', null],
      },
      {
        columns: [...TWO_YEARS, { heading: '2004', period: '2004-01-01/2004-12-31' }],
        labels: { NetIncomeLoss: 'Net loss' },
      },
    );
    expect(told(diagnose(page))).toEqual(['1: r3/c1 (4,000) sign', '1: r3/c2 4,500 sign']);
    expect(diagnose(page)[1]?.evidence).toBe('Repairs all 2 checks that break and keeps the 2 others it stands in');
  });
});

describe('with amounts in sentences, a diagnosis', () => {
  const claim = (concept: string, printed: string): Claim => ({
    printed,
    measures: `line ${concept}`,
    concept,
    period: '2006-01-01/2006-12-31',
  });
  const lines = (revenues: string) => ({
    Revenues: [revenues],
    OperatingIncomeLoss: ['1,234'],
    GrossProfit: ['6,924'],
  });

  it('takes what the text says for evidence of what the table should show', () => {
    const page = pageOf([SUM], lines('5,960'), { claims: [claim('Revenues', '$5,690')] });
    const [first] = diagnose(page);
    expect(first?.changes.map(({ figure, edits: [edit] }) => `${figure} ${edit?.printed}`)).toEqual(['s1/r1/c1 5,690']);
    expect(first?.explains).toHaveLength(2);
  });

  it('finds the misprint in the text where the table ties', () => {
    const page = pageOf([SUM], lines('5,690'), {
      claims: [claim('OperatingIncomeLoss', '$1,234'), claim('Revenues', '$5,960')],
    });
    expect(diagnose(page)[0]).toMatchObject({
      rank: 1,
      changes: [{ figure: 'p2', edits: [{ kind: 'transposed-digits', printed: '$5,690' }] }],
    });
    expect(diagnose(page).filter((one) => one.rank === 1)).toHaveLength(1);
  });

  it.each([
    ['2005-01-01/2005-12-31', 'period-swap'],
    ['2006-01-01/2006-12-31', 'row-swap'],
  ])('knows that the amount beside it, of %s, was printed twice', (period, kind) => {
    const page = pageOf(
      [],
      { Revenues: ['5,690'], GrossProfit: ['4,321'], ProfitLoss: ['777'] },
      {
        claims: [
          claim('ProfitLoss', '$777'),
          { ...claim('GrossProfit', '$4,321'), period },
          claim('Revenues', '$4,321'),
          claim('Revenues', 'breakeven'),
        ],
      },
    );
    expect(diagnose(page).flatMap(({ changes }) => changes.map(({ edits }) => edits[0]?.kind))).toContain(kind);
  });

  it('does not look for digits in words', () => {
    const page = pageOf(
      [],
      { Revenues: ['5,690'] },
      { claims: [claim('Revenues', '$5,691'), claim('Revenues', 'breakeven')] },
    );
    expect(diagnose(page).map(({ changes }) => changes.map(({ figure }) => figure))).not.toContainEqual(['p2']);
  });

  it('suspects no amount that was never printed, whichever comes first', () => {
    const page = pageOf(
      [],
      { Revenues: ['5,690'] },
      { claims: [claim('Revenues', 'breakeven'), claim('Revenues', '$5,690')] },
    );
    const named = diagnose(page).flatMap(({ changes }) => changes.map(({ figure }) => figure));
    expect([named.includes('p1'), named.includes('p2')]).toEqual([false, true]);
  });
});

describe('where a figure is multiplied with one that may be nothing, a diagnosis', () => {
  const PRODUCT = 'NetIncomeLoss = EarningsPerShareBasic * WeightedAverageNumberOfSharesOutstandingBasic';
  const figures = (net: string, diluted: string) => ({
    NetIncomeLoss: [net],
    EarningsPerShareBasic: ['2.00'],
    WeightedAverageNumberOfSharesOutstandingBasic: ['0'],
    EarningsPerShareDiluted: [diluted],
  });

  it('cannot say what the figure would have to be', () => {
    const named = told(diagnose(pageOf([PRODUCT], figures('100', '2.00'))));
    expect(named.some((one) => one.includes('r1/c1'))).toBe(true);
    expect(named.some((one) => one.includes('r2/c1'))).toBe(false);
  });

  it('hears nothing of the figure from there', () => {
    const page = pageOf([PRODUCT, 'EarningsPerShareBasic = EarningsPerShareDiluted'], figures('0', '2.10'));
    expect(told(diagnose(page)).some((one) => one.includes('r2/c1 2.10'))).toBe(true);
  });
});

describe('a line that is taken away in brackets or not', () => {
  it('is not suspected where only less than nothing of it would do', () => {
    const page = pageOf(
      ['ProfitLoss - PreferredStockDividendsAndOtherAdjustments = NetIncomeLoss'],
      { ProfitLoss: ['1,234'], PreferredStockDividendsAndOtherAdjustments: ['210'], NetIncomeLoss: ['1,987'] },
      { labels: { PreferredStockDividendsAndOtherAdjustments: 'Preferred stock dividends' } },
    );
    expect(
      told(diagnose(page))
        .map((one) => one.slice(3, 8))
        .toSorted(),
    ).toEqual(['r1/c1', 'r3/c1']);
  });
});

describe('a dash in a line that its label says is a loss', () => {
  it('is read under the sign of the label', () => {
    const page = pageOf(
      ['Revenues - CostOfRevenue = NetIncomeLoss'],
      { Revenues: ['10', '14'], CostOfRevenue: ['58', '62'], NetIncomeLoss: ['--', '48'] },
      { labels: { NetIncomeLoss: 'Net loss' } },
    );
    expect(told(diagnose(page)).some((one) => one.endsWith('r3/c1 48 other'))).toBe(true);
  });
});
