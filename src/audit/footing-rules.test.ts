import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Column, Finding, Row, Rule, Statement } from '../generated/types.ts';
import { findFootings } from './footing.ts';
import { footingRules } from './footing-rules.ts';
import { openLedger } from './ledger.ts';

type Cells = readonly (string | null)[];
const line = (label: string, ...printed: Cells): Row => ({ label, printed: [...printed] });
const total = (label: string, ...printed: Cells): Row => ({ label, printed: [...printed], total: true });

function findings(rows: readonly Row[], more: Partial<Statement> = {}, ...rules: readonly Rule[]): readonly Finding[] {
  return audited(filing(statement(rows, more)), ...rules).audited.findings;
}

const verdicts = (all: readonly Finding[]) => all.map((finding) => [finding.column, finding.verdict, finding.reason]);

describe('a footing', () => {
  const rows = (sum: string): Row[] => [
    line('Alpha', '1,234', '8,642', '3,579'),
    line('Beta', '(321)', '2,134', '2,468'),
    total('Sum', '913', '10,776', sum),
  ];

  it('breaks at the total of the column that misses, with its arithmetic', () => {
    const broken = findings(rows('6,147')).filter((finding) => finding.verdict === 'breaks');
    expect(broken).toEqual([
      {
        id: 'structure/lines-give-total@s1/r3/c3',
        rule: 'structure/lines-give-total',
        title: 'The lines above give the total',
        severity: 'error',
        verdict: 'breaks',
        equation: '"Alpha" + "Beta" = "Sum"',
        statement: 0,
        column: '2004',
        period: '2004-01-01/2004-03-31',
        basis: 'reported',
        terms: [
          { figure: 's1/r1/c3', as: '"Alpha"', coefficient: '1' },
          { figure: 's1/r2/c3', as: '"Beta"', coefficient: '1' },
          { figure: 's1/r3/c3', as: '"Sum"', coefficient: '-1', stated: true },
        ],
        unit: 'USD',
        computed: '6047',
        stated: '6147',
        gap: '100',
        room: '1.5',
        working: '3,579 + 2,468 - 6,147',
        place: { document: 'release.json', line: 3, column: 3 },
      },
    ]);
  });

  it('holds in the columns that prove it, from left to right', () => {
    expect(verdicts(findings(rows('6,147')))).toEqual([
      ['2006', 'exact', undefined],
      ['2005', 'exact', undefined],
      ['2004', 'breaks', undefined],
    ]);
    expect(verdicts(findings(rows('6,048')))[2]).toEqual(['2004', 'rounding', undefined]);
  });

  it('takes away what the page takes away', () => {
    const [finding] = findings([
      { label: 'Sales', concept: 'Revenues', printed: ['9,876'] },
      { label: 'Cost', concept: 'CostOfRevenue', printed: ['5,432'] },
      total('Margin', '4,444'),
    ]);
    expect(finding).toMatchObject({
      verdict: 'exact',
      equation: '"Sales" - "Cost" = "Margin"',
      working: '9,876 - 5,432 - 4,444',
    });
    expect(finding?.terms.map((term) => term.coefficient)).toEqual(['1', '-1', '-1']);
  });

  it('of a single line names that line alone', () => {
    expect(findings([line('Alpha', '1,234'), total('Total', '1,234')])).toMatchObject([
      { verdict: 'exact', equation: '"Alpha" = "Total"' },
    ]);
  });

  it('of a single line taken away says so', () => {
    const cost: Row = { label: 'Cost', concept: 'CostOfRevenue', printed: ['5,432'] };
    expect(findings([cost, total('Total', '(5,432)')])).toMatchObject([
      { verdict: 'exact', equation: '-"Cost" = "Total"' },
    ]);
  });

  it('tells lines of the same label apart, and names a total without one', () => {
    const same = [
      line('Other', '1,234'),
      line('Other', '4,321'),
      total('', '5,555'),
      line('Beta', '1,111'),
      total('', '6,666'),
    ];
    expect(findings(same).map((finding) => finding.equation)).toEqual([
      '"Other" + "Other (row 2)" = "total without a label"',
      '"total without a label" + "Beta" = "total without a label (row 5)"',
    ]);
    expect(findings(same)[0]?.terms.map((term) => term.figure)).toEqual(['s1/r1/c1', 's1/r2/c1', 's1/r3/c1']);
  });

  it('adds up what is printed, whatever sign the label gives it', () => {
    const deficit: Row[] = [
      { label: 'Common stock', concept: 'CommonStockValue', printed: ['9,876', '9,876'] },
      { label: 'Accumulated deficit', printed: ['1,111', '2,222'] },
      total('Sum', '8,765', '7,654'),
    ];
    expect(findings(deficit, { kind: 'balanceSheet' }).map((finding) => [finding.verdict, finding.equation])).toEqual([
      ['exact', '"Common stock" - "Accumulated deficit" = "Sum"'],
      ['exact', '"Common stock" - "Accumulated deficit" = "Sum"'],
    ]);
  });

  it('counts a blank cell of a column that foots as nothing', () => {
    const [, second] = findings([
      line('Alpha', '1,234', '1,111'),
      line('Beta', '4,321', null),
      total('Sum', '5,555', '1,111'),
    ]);
    expect(second).toMatchObject({ verdict: 'exact', working: '1,111 - 1,111' });
    expect(second?.terms.map((term) => term.figure)).toEqual(['s1/r1/c2', 's1/r3/c2']);
  });

  it('has the basis and the period of its column, or those of its statement', () => {
    const columns: Column[] = [{ heading: 'a', period: '2006-12-31', basis: 'proForma' }, { heading: 'b' }];
    const [first, second] = findings(
      [line('Alpha', '1,234', '8,642'), line('Beta', '4,321', '2,134'), total('Sum', '5,555', '10,776')],
      { columns, basis: 'restated' },
    );
    expect(first).toMatchObject({ basis: 'proForma', period: '2006-12-31' });
    expect(second).toMatchObject({ basis: 'restated' });
    expect(second).not.toHaveProperty('period');
  });
});

describe('a footing with a cell that cannot be read', () => {
  const foot = [line('Alpha', '1,234', '8,642', '3,579'), line('Beta', '4,321', '2,134', '2,468')];

  it.each<[string, Row[], string]>([
    [
      'a line',
      [
        line('Alpha', '1,234', '8,642', '3x'),
        line('Beta', '4,321', '2,134', '2,468'),
        total('Sum', '5,555', '10,776', '2,468'),
      ],
      '"3x" for "Alpha" cannot be read',
    ],
    ['its total', [...foot, total('Sum', '5,555', '10,776', 'x')], '"x" for "Sum" cannot be read'],
    [
      'several lines',
      [
        line('Alpha', '1,234', '8,642', '3x'),
        line('Beta', '4,321', '2,134', '2x'),
        total('Sum', '5,555', '10,776', '9'),
      ],
      '"3x" for "Alpha" cannot be read; "2x" for "Beta" cannot be read',
    ],
    [
      'a line of nothing else',
      [foot[0] as Row, line('Gamma', null, null, '7x'), foot[1] as Row, total('Sum', '5,555', '10,776', '6,147')],
      '"7x" for "Gamma" cannot be read',
    ],
  ])('in %s is unproven there, and says why', (_, rows, reason) => {
    expect(verdicts(findings(rows)).toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['2004', 'unproven', reason],
      ['2005', 'exact', undefined],
      ['2006', 'exact', undefined],
    ]);
  });

  it.each(['change', 'percent'] as const)('claims nothing where the column shows a %s', (shows) => {
    const columns: Column[] = [{ heading: '2006' }, { heading: '2005' }, { heading: 'x', shows }];
    expect(
      verdicts(
        findings(
          [
            line('Alpha', '1,234', '8,642', 'NM'),
            line('Beta', '4,321', '2,134', '2'),
            total('Sum', '5,555', '10,776', '5'),
          ],
          { columns },
        ),
      ),
    ).toEqual([
      ['2006', 'exact', undefined],
      ['2005', 'exact', undefined],
    ]);
  });

  it('claims nothing where the column shows no total', () => {
    expect(
      findings(
        [
          line('Alpha', '1,234', '8,642', 'June'),
          line('Beta', '4,321', '2,134', 'May'),
          total('Sum', '5,555', '10,776', null),
        ],
        { kind: 'other' },
      ),
    ).toHaveLength(2);
    expect(
      findings(
        [
          line('Alpha', '1,234', '8,642', 'June'),
          line('Beta', '4,321', '2,134', 'May'),
          total('Sum', '5,555', '10,776'),
        ],
        { kind: 'other' },
      ),
    ).toHaveLength(2);
  });
});

describe('the equations of a footing', () => {
  it('go from left to right, those that cannot be decided among them', () => {
    const rows = [
      line('Alpha', '3x', '1,234', '8,642'),
      line('Beta', '2,468', '4,321', '2,134'),
      total('Sum', '1', '5,555', '10,776'),
    ];
    const [one] = openLedger(filing(statement(rows)), shippedVocabulary(), () => ({
      document: '',
      line: 1,
      column: 1,
    })).statements;
    if (!one) throw new Error('no statement');
    expect(footingRules(one, findFootings(one)).map((bound) => [bound.column, bound.missing.length])).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
    ]);
  });
});

describe('a footing that a rule states', () => {
  const rows = [line('a', '1,234', '8,642'), line('b', '4,321', '2,134'), total('c', '5,555', '10,776')];
  const ids = (...rules: Rule[]) => findings(rows, {}, ...rules).map((finding) => `${finding.rule} ${finding.column}`);

  it('is not stated twice', () => {
    expect(ids(rule('"a" + "b" = "c"'))).toEqual(['test/rule 2006', 'test/rule 2005']);
    expect(ids(rule('"c" - "b" = "a"')).toSorted()).toEqual(['test/rule 2005', 'test/rule 2006']);
  });

  it('is stated beside an inequality, and beside an equation over other figures', () => {
    expect(ids(rule('"a" + "b" <= "c"'))).toHaveLength(4);
    expect(ids(rule('"a" = "c"'))).toHaveLength(4);
  });

  it('in another statement is stated there', () => {
    const both = audited(filing(statement(rows), statement(rows, { kind: 'balanceSheet' })), rule('"a" + "b" = "c"'))
      .audited.findings;
    expect(both.map((finding) => [finding.rule, finding.statement])).toEqual([
      ['test/rule', 0],
      ['test/rule', 0],
      ['structure/lines-give-total', 1],
      ['structure/lines-give-total', 1],
    ]);
  });
});
