import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import type { Row, Rule, Statement } from '../generated/types.ts';
import { shippedRules } from '../rules/index.ts';
import { trust } from './confidence.ts';
import type { Judged } from './verdicts.ts';

const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const sum = rule('"a" + "b" = "c"');

/** A statement with one equation a column: `broken` that break, then `exact` and `rounded` that hold, then `open`. */
function page(broken: number, exact: number, rounded = 0, open = 0, more: Partial<Statement> = {}): Statement {
  const times = (count: number, text: string) => Array.from({ length: count }, () => text);
  const width = broken + exact + rounded + open;
  const sums = [...times(broken, '99'), ...times(exact, '8'), ...times(rounded, '9'), ...times(open, 'x')];
  return statement([row('a', ...times(width, '5')), row('b', ...times(width, '3')), row('c', ...sums)], more);
}

function verdicts(...statements: Statement[]) {
  const { findings, notes } = audited(filing(...statements), sum).audited;
  const count = (at: number, verdict: string) =>
    findings.filter((finding) => finding.statement === at && finding.verdict === verdict).length;
  return {
    broken: statements.map((_, at) => count(at, 'breaks')),
    unproven: statements.map((_, at) => count(at, 'unproven')),
    notes: notes.map((note) => `${note.about} at ${note.at}: ${note.text}`),
    reasons: [
      ...new Set(findings.filter((finding) => finding.verdict === 'unproven').map((finding) => finding.reason)),
    ],
  };
}

describe('confidence in the reading of a statement', () => {
  it.each<[string, number, Statement]>([
    ['three broken and none that holds', 3, page(3, 0)],
    ['as many that hold as break', 4, page(4, 4)],
    ['as many that hold, by rounding, as break', 4, page(4, 0, 4)],
    ['as many that hold, either way, as break', 5, page(5, 2, 3)],
    ['more that hold than break', 4, page(4, 9)],
  ])('is kept with %s', (_, broken, one) => {
    expect(verdicts(one)).toEqual({ broken: [broken], unproven: [0], notes: [], reasons: [] });
  });

  it.each<[string, number, number, Statement]>([
    ['four broken and none that holds', 4, 0, page(4, 0)],
    ['one more broken than hold', 5, 4, page(5, 2, 2)],
  ])('is lost with %s', (_, broken, hold, one) => {
    const reason = `not read with confidence: ${broken} equations of this statement break and ${hold} hold, so that the reading is more likely wrong than the figures`;
    expect(verdicts(one)).toEqual({
      broken: [0],
      unproven: [broken],
      notes: [`confidence at 1:1: "a table" was ${reason}`],
      reasons: [reason],
    });
  });

  it('is lost whatever could not be decided, and keeps the reasons of that', () => {
    const { broken, unproven, reasons } = verdicts(page(4, 0, 0, 5));
    expect([broken, unproven]).toEqual([[0], [9]]);
    expect(reasons).toHaveLength(2);
    expect(reasons).toContain('"x" for "c" cannot be read');
  });

  it('is lost in one statement and kept in another', () => {
    const { broken, unproven, notes } = verdicts(page(3, 0), page(4, 1, 0, 0, { title: 'Operations' }), page(4, 4));
    expect(broken).toEqual([3, 0, 4]);
    expect(unproven).toEqual([0, 4, 0]);
    expect(notes).toEqual([
      expect.stringMatching(
        /^confidence at 1:1: "Operations" was not read with confidence: 4 equations of this statement break and 1 hold,/,
      ),
    ]);
  });

  it('is counted over one statement at a time', () => {
    expect(verdicts(page(2, 0), page(2, 0)).broken).toEqual([2, 2]);
    expect(verdicts(page(4, 0), page(0, 9))).toMatchObject({ broken: [0, 0], unproven: [4, 0] });
  });

  it('leaves what holds as it is', () => {
    const { findings } = audited(filing(page(4, 2, 1)), sum).audited;
    expect(findings.map((finding) => finding.verdict).toSorted()).toEqual([
      'exact',
      'exact',
      'rounding',
      ...Array.from({ length: 4 }, () => 'unproven'),
    ]);
  });

  it('says no place where no equation has a figure', () => {
    const bound = { statement: { index: 0, statement: { title: 'Operations' } }, compiled: { rule: { id: 'a/b' } } };
    const judged = Array.from({ length: 4 }, () => ({ bound, verdict: 'breaks', terms: [] }) as unknown as Judged);
    const { notes, judged: after } = trust(judged);
    expect(notes).toEqual([
      {
        about: 'confidence',
        text: expect.stringContaining('4 equations of this statement break and 0 hold') as string,
      },
    ]);
    expect(after.map((one) => one.verdict)).toEqual(judged.map(() => 'unproven'));
  });

  it('takes back a figure per share that another line of the page gives in every column, and only that', () => {
    const basic = shippedRules.find((one) => one.id === 'per-share/basic-on-net-income');
    const rows = (perShare: string[], second = '91,071'): Row[] => [
      { label: 'Net income', concept: 'NetIncomeLoss', printed: ['90,972', second] },
      { label: 'What is left for the owners', printed: ['84,568', '84,667'] },
      {
        label: 'Average shares',
        concept: 'WeightedAverageNumberOfSharesOutstandingBasic',
        printed: ['40,210', '39,870'],
      },
      { label: 'Earnings per share', concept: 'EarningsPerShareBasic', printed: perShare },
    ];
    const said = (one: Statement) =>
      audited(filing(one), basic as Rule)
        .audited.findings.filter((finding) => finding.rule === basic?.id)
        .map((finding) => `${finding.verdict}: ${finding.reason?.slice(0, 29) ?? ''}`);
    const other = 'unproven: "What is left for the owners"';
    expect(said(statement(rows(['2.10', '2.12'])))).toEqual([other, other]);
    expect(said(statement(rows(['2.10', '2.12'], '84,667')))).toEqual([other, 'exact: ']);
    expect(said(statement(rows(['2.01', '2.12'])))).toEqual(['breaks: ', 'breaks: ']);
  });

  it('is nothing where nothing was judged', () => {
    expect(trust([])).toEqual({ judged: [], notes: [] });
  });
});
