import { describe, expect, it } from 'vitest';
import { QUARTER, audited, filing, findingsOf, rule, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Claim, Row, Rule } from '../generated/types.ts';
import { compileProgramme } from '../rules/program.ts';
import { audit, countVerdicts } from './audit.ts';

const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const sum = rule('"a" + "b" = "c"');

describe('an audited filing', () => {
  it('repeats what the filing says of itself and of its statements', () => {
    const report = {
      ...filing(
        statement([row('a', '1')], { title: 'Operations', basis: 'restated', scale: 1000 }),
        statement([row('b', '2')]),
      ),
      company: 'Acme',
    };
    const { audited: result } = audited(report);
    expect(result).toMatchObject({ source: 'release.json', company: 'Acme' });
    expect(result.statements).toEqual([
      {
        kind: 'incomeStatement',
        title: 'Operations',
        basis: 'restated',
        scale: 1000,
        columns: report.statements[0]?.columns,
      },
      { kind: 'incomeStatement', columns: report.statements[1]?.columns },
    ]);
    expect(audited(filing(statement([row('a', '1')]))).audited).not.toHaveProperty('company');
  });

  it('lists every figure with all that follows from how it was printed', () => {
    const { audited: result } = audited(
      filing(statement([{ label: 'Costs', concept: 'OperatingExpenses', printed: ['(1.50)', null] }], { scale: 1000 })),
    );
    expect(result.figures).toEqual([
      {
        id: 's1/r1/c1',
        statement: 0,
        row: 0,
        column: 0,
        label: 'Costs',
        concept: 'OperatingExpenses',
        printed: '(1.50)',
        amount: '-1500',
        value: '1500',
        unit: 'USD',
        ulp: '10',
        low: '1495',
        high: '1505',
        sign: 'printed',
        period: '2006-01-01/2006-03-31',
        basis: 'reported',
        place: { document: 'release.json', line: 1, column: 1 },
      },
    ]);
  });

  it('leaves out of a figure what it does not have', () => {
    const { audited: result } = audited(filing(statement([row('a', '5')], { columns: [{ heading: 'x' }] })));
    expect(result.figures[0]).not.toHaveProperty('concept');
    expect(result.figures[0]).not.toHaveProperty('value');
    expect(result.figures[0]).not.toHaveProperty('period');
  });

  it('keeps the notes of the filing before its own', () => {
    const report = {
      ...filing(statement([row('Net loss', '5')])),
      notes: [{ about: 'scale' as const, text: 'in thousands' }],
    };
    expect(audited(report).audited.notes.map((note) => note.about)).toEqual(['scale', 'sign']);
  });

  it('counts its findings by verdict', () => {
    const rows = [row('a', '5', '5', '5', '5'), row('b', '3', '3', '3', null), row('c', '8', '9', '20', '8')];
    const { audited: result } = audited(filing(statement(rows)), sum);
    const own = result.findings.filter((finding) => finding.rule === sum.id);
    expect(own.map((finding) => finding.verdict).toSorted()).toEqual(['breaks', 'exact', 'rounding', 'unproven']);
    expect(result.counts).toEqual(countVerdicts(result.findings));
    expect(countVerdicts(own)).toEqual({ exact: 1, rounding: 1, edge: 0, breaks: 1, unproven: 1 });
  });

  it('says of a rule that bound nowhere why', () => {
    const { audited: result } = audited(
      filing(statement([row('a', '5')])),
      sum,
      rule('Assets = Liabilities', { id: 'test/sheet', statement: 'balanceSheet' }),
    );
    expect(result.notApplied).toEqual([
      { rule: 'test/rule', reason: 'no line for "b"' },
      { rule: 'test/sheet', reason: 'the report has no balance sheet' },
    ]);
  });
});

describe('a finding', () => {
  it('carries its figures, the arithmetic and its place', () => {
    const [finding] = findingsOf(filing(statement([row('a', '5'), row('b', '(3)'), row('c', '9')])), sum);
    expect(finding).toEqual({
      id: 'test/rule@s1/r3/c1',
      rule: 'test/rule',
      title: 'A rule',
      severity: 'error',
      verdict: 'breaks',
      equation: '"a" + "b" = "c"',
      statement: 0,
      column: '2006',
      period: '2006-01-01/2006-03-31',
      basis: 'reported',
      terms: [
        { figure: 's1/r1/c1', as: '"a"', coefficient: '1' },
        { figure: 's1/r2/c1', as: '"b"', coefficient: '1' },
        { figure: 's1/r3/c1', as: '"c"', coefficient: '-1', stated: true },
      ],
      unit: 'USD',
      computed: '2',
      stated: '9',
      gap: '7',
      room: '1.5',
      working: '5 + (3) - 9',
      place: { document: 'release.json', line: 3, column: 1 },
    });
  });

  it('starts its working with a minus where the first figure is taken away, and names optional figures plainly', () => {
    const [finding] = findingsOf(
      filing(statement([row('a', '5'), row('b', '3'), row('c', '2')])),
      rule('-"a"? + 0 = "c" - 7 + "b" - "b" * 2'),
    );
    expect(finding?.working).toBe('-5 - 2 + 3');
    expect(finding?.terms[0]?.as).toBe('"a"');
  });

  it('has the unit of its terms, or of the numerator of its quotient', () => {
    const rows: Row[] = [
      { label: 'e', concept: 'EarningsPerShareBasic', printed: ['2'] },
      { label: 'n', concept: 'NetIncomeLoss', printed: ['8'] },
      { label: 's', concept: 'WeightedAverageNumberOfSharesOutstandingBasic', printed: ['4'] },
      { label: 'd', concept: 'WeightedAverageNumberOfDilutedSharesOutstanding', printed: ['4'] },
      { label: 'r', printed: ['1'], unit: 'pure' },
      { label: 'q', printed: ['1'], unit: 'pure' },
      { label: 'p', printed: ['1'], unit: 'pure' },
    ];
    const unitOf = (one: Rule) => findingsOf(filing(statement(rows)), one)[0]?.unit;
    expect(unitOf(rule('EarningsPerShareBasic = NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic'))).toBe(
      'USD',
    );
    expect(
      unitOf(rule('WeightedAverageNumberOfDilutedSharesOutstanding >= WeightedAverageNumberOfSharesOutstandingBasic')),
    ).toBe('shares');
    expect(
      unitOf(
        rule('WeightedAverageNumberOfDilutedSharesOutstanding / WeightedAverageNumberOfSharesOutstandingBasic = "r"'),
      ),
    ).toBe('shares');
    expect(
      unitOf(
        rule('"r" = WeightedAverageNumberOfDilutedSharesOutstanding / WeightedAverageNumberOfSharesOutstandingBasic'),
      ),
    ).toBe('shares');
    expect(unitOf(rule('"r" = "q" / "p"'))).toBe('pure');
  });

  it('has an id of its own where nothing is stated, beside the finding on its first figure', () => {
    const rows = [row('a', '5'), row('b', '3'), row('c', '8'), row('d', '4'), row('e', 'x')];
    const page = filing(statement(rows));
    const of = (equation: string) => findingsOf(page, rule(equation)).map(({ id }) => id);
    expect(of('"a" + "b" = "c"')).toEqual(['test/rule@s1/r3/c1']);
    expect(of('"c" + "d" = "e"')).toEqual(['test/rule@s1/r3/c1+s1/r4/c1']);
  });

  it('has the severity that the project has set', () => {
    const vocabulary = shippedVocabulary();
    const report = filing(statement([row('a', '5'), row('b', '3'), row('c', '8')]));
    const result = audit(
      report,
      'x',
      compileProgramme([sum], vocabulary),
      vocabulary,
      () => ({ document: '', line: 1, column: 1 }),
      (id, own) => (id === 'test/rule' && own === 'error' ? 'info' : own),
    );
    expect(result.audited.findings.find((finding) => finding.rule === sum.id)?.severity).toBe('info');
  });

  it('stands in the order of the page, then of the rules', () => {
    const rows = [row('a', '5', '5'), row('b', '3', '3'), row('c', '8', '8'), row('d', '2', '2')];
    const rules = [
      rule('"c" - "b" = "d"', { id: 'test/last' }),
      rule('"a" + "b" = "c"', { id: 'test/b' }),
      rule('"a" = "c" - "b"', { id: 'test/first' }),
      rule('"b" + "a" = "c"', { id: 'test/a' }),
      rule('"c" = "b" + "a"', { id: 'test/c' }),
    ];
    const result = audited(filing(statement(rows), statement(rows)), ...rules).audited;
    const ids = result.findings.filter((finding) => finding.rule.startsWith('test/')).map((finding) => finding.id);
    expect(ids).toEqual(
      [1, 2].flatMap((s) => [
        ...[1, 2].map((c) => `test/first@s${s}/r1/c${c}`),
        ...[1, 2].flatMap((c) => [`test/a@s${s}/r3/c${c}`, `test/b@s${s}/r3/c${c}`, `test/c@s${s}/r3/c${c}`]),
        ...[1, 2].map((c) => `test/last@s${s}/r4/c${c}`),
      ]),
    );
  });

  it('of a footing whose figures cannot be read has no figure to point at', () => {
    const rows: Row[] = [
      row('Alpha', '1,234', '5,678', null),
      row('Beta', '4,321', '8,765', null),
      { ...row('Total', '5,555', '14,443', 'x'), total: true },
    ];
    const result = audited(filing(statement(rows))).audited;
    expect(result.findings.map((finding) => [finding.id, finding.verdict, finding.column])).toEqual([
      ['structure/lines-give-total@s1/c3', 'unproven', '2004'],
      ['structure/lines-give-total@s1/r3/c1', 'exact', '2006'],
      ['structure/lines-give-total@s1/r3/c2', 'exact', '2005'],
    ]);
    expect(result.findings[0]).toMatchObject({
      reason: '"x" for "Total" cannot be read',
      place: { document: '', line: 1, column: 1 },
      terms: [],
    });
    expect(result.findings[0]).not.toHaveProperty('unit');
  });

  it('that cannot be decided stands after the one at the same figure whose total is further up', () => {
    const rows: Row[] = [
      row('a', '1,234', '2,987'),
      row('b', '4,321', '5,164'),
      { ...row('both', '5,555', '8,151'), total: true },
      row('c', '1,111', '3,777'),
      { ...row('all', '6.66.6', '11,928'), total: true },
    ];
    const { findings } = audited(filing(statement(rows))).audited;
    expect(findings.map(({ column, verdict, place }) => [column, verdict, place.line])).toEqual([
      ['2006', 'exact', 3],
      ['2006', 'unproven', 3],
      ['2005', 'exact', 3],
      ['2005', 'exact', 5],
    ]);
  });

  it('that could not be decided still has its place and its reason', () => {
    const [finding] = findingsOf(filing(statement([row('a', '5', '1'), row('b', null, '1'), row('c', '8', '2')])), sum);
    expect(finding).toMatchObject({
      verdict: 'unproven',
      reason: 'no figure for b in this column',
      place: { line: 1, column: 1 },
      unit: 'USD',
    });
    expect(finding).not.toHaveProperty('stated');
    expect(finding).not.toHaveProperty('gap');
    expect(finding).not.toHaveProperty('room');
  });
});

describe('the text of a report', () => {
  const claim = (printed: string, more: Partial<Claim> = {}): Claim => ({
    printed,
    period: QUARTER,
    unit: 'USD',
    ...more,
  });
  const told = (...claims: Claim[]) =>
    audited({ ...filing(statement([{ label: 'Revenues', concept: 'Revenues', printed: ['10'] }])), claims }).audited;

  it('has figures that stand in a sentence, and in no statement', () => {
    const { figures } = told(claim('$10', { concept: 'Revenues' }));
    expect(figures[1]).toMatchObject({ id: 'p1', printed: '$10', amount: '10', claim: { concept: 'Revenues' } });
    for (const name of ['statement', 'row', 'column']) expect(figures[1]).not.toHaveProperty(name);
  });

  it('has findings of no statement where they are about the text alone, each with an id of its own', () => {
    const { findings } = told(
      claim('$10', { measures: 'orders' }),
      claim('$6', { relation: 'part', of: 'p1', measures: 'orders from abroad' }),
      claim('$3', { relation: 'part', of: 'p1', measures: 'orders by post' }),
    );
    expect(findings.map(({ id, ...rest }) => [id, 'statement' in rest])).toEqual([
      ['prose/part-within-whole@p2+p1', false],
      ['prose/part-within-whole@p3+p1', false],
      ['prose/parts-give-whole@p2+p3+p1', false],
    ]);
  });
});
