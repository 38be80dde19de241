import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import type { Audited, Row, Statement } from '../generated/types.ts';
import { compare } from './compare.ts';

const sum = rule('Revenues - OperatingExpenses = NetIncomeLoss', { id: 'test/sum' });
const row = (label: string, printed: string, concept?: string): Row => ({
  label,
  printed: [printed],
  ...(concept !== undefined && { concept }),
});
const income = (revenues: string, net: string): Row[] => [
  row('Revenues', revenues, 'Revenues'),
  row('Operating expenses', '4', 'OperatingExpenses'),
  row('Net income', net, 'NetIncomeLoss'),
];
const draft = (...statements: Statement[]): Audited => audited(filing(...statements), sum).audited;

/** What `compare` says, in short. */
function said(old: Audited, now: Audited): Record<string, unknown> {
  const { figures, findings } = compare(old, now);
  return {
    changed: figures.changed.map(({ before, after }) => `${after.label}: ${before.printed} to ${after.printed}`),
    appeared: figures.appeared.map(({ label }) => label),
    vanished: figures.vanished.map(({ label }) => label),
    unchanged: figures.unchanged,
    fresh: findings.fresh.map(({ rule: id, verdict }) => `${id} ${verdict}`),
    gone: findings.gone.map(({ rule: id, verdict }) => `${id} ${verdict}`),
    still: findings.unchanged.map(({ rule: id, verdict }) => `${id} ${verdict}`),
    ties: findings.ties,
  };
}

const NOTHING = { changed: [], appeared: [], vanished: [], unchanged: 3, fresh: [], gone: [], still: [], ties: 1 };

describe('two drafts', () => {
  const clean = draft(statement(income('10', '6')));
  it.each<[string, Audited, Audited, Record<string, unknown>]>([
    ['that are the same differ in nothing', clean, clean, {}],
    [
      'differ in a figure, and a finding is new',
      clean,
      draft(statement(income('10', '9'))),
      { changed: ['Net income: 6 to 9'], unchanged: 2, fresh: ['test/sum breaks'], ties: 0 },
    ],
    [
      'the other way round, and it is gone',
      draft(statement(income('10', '9'))),
      clean,
      { changed: ['Net income: 9 to 6'], unchanged: 2, gone: ['test/sum breaks'], ties: 0 },
    ],
    [
      'that break alike, and the finding is still there',
      draft(statement(income('10', '9'))),
      draft(statement(income('11', '9'))),
      { changed: ['Revenues: 10 to 11'], unchanged: 2, still: ['test/sum breaks'], ties: 0 },
    ],
    [
      'of which one has a line more, above the others',
      clean,
      draft(statement([row('Backlog of orders', '7'), ...income('10', '6')])),
      { appeared: ['Backlog of orders'] },
    ],
    [
      'of which one has a line less',
      draft(statement([row('Backlog of orders', '7'), ...income('10', '6')])),
      clean,
      { vanished: ['Backlog of orders'] },
    ],
    [
      'with another title over the same statement',
      draft(statement(income('10', '6'), { title: 'Statements of Operations' })),
      draft(statement(income('10', '6'), { title: 'Statements of Income' })),
      {},
    ],
    [
      'read in another scale',
      clean,
      draft(statement(income('10', '6'), { scale: 1000 })),
      {
        changed: ['Revenues: 10 to 10', 'Operating expenses: 4 to 4', 'Net income: 6 to 6'],
        unchanged: 0,
      },
    ],
    [
      'with lines of one name, told apart by their order',
      draft(statement([row('Other', '1'), row('Other', '2')], { kind: 'other' })),
      draft(statement([row('Other', '1'), row('Other', '3')], { kind: 'other' })),
      { changed: ['Other: 2 to 3'], unchanged: 1, ties: 0 },
    ],
    [
      'with tables without a title, told apart by their order',
      draft(statement([row('Backlog', '1')], { kind: 'other' }), statement([row('Backlog', '2')], { kind: 'other' })),
      draft(statement([row('Backlog', '1')], { kind: 'other' }), statement([row('Backlog', '3')], { kind: 'other' })),
      { changed: ['Backlog: 2 to 3'], unchanged: 1, ties: 0 },
    ],
    [
      'with a table more before the others',
      draft(statement([row('Backlog', '1')], { kind: 'other', title: 'Orders' })),
      draft(
        statement([row('Backlog', '5')], { kind: 'other', title: 'Bookings' }),
        statement([row('Backlog', '1')], { kind: 'other', title: 'Orders' }),
      ),
      { appeared: ['Backlog'], unchanged: 1, ties: 0 },
    ],
    [
      'on another basis, which are other figures',
      clean,
      draft(statement(income('10', '6'), { basis: 'proForma' })),
      {
        appeared: ['Revenues', 'Operating expenses', 'Net income'],
        vanished: ['Revenues', 'Operating expenses', 'Net income'],
        unchanged: 0,
        ties: 0,
      },
    ],
  ])('%s', (_, old, now, wanted) => {
    expect(said(old, now)).toEqual({ ...NOTHING, ...wanted });
  });

  it('are compared line by line where one of them leaves a cell blank', () => {
    const other = (printed: (string | null)[]) => statement([{ label: 'Backlog', printed }], { kind: 'other' });
    expect(said(draft(other([null, '5'])), draft(other(['4', '5'])))).toEqual({
      ...NOTHING,
      appeared: ['Backlog'],
      unchanged: 1,
      ties: 0,
    });
  });

  it('have a finding that is still there where it states no figure and its first one is', () => {
    const unstated = (...rows: Row[]): Audited => {
      const page = draft(statement(rows));
      const findings = page.findings.map((finding) => ({
        ...finding,
        terms: finding.terms.map(({ figure, as }) => ({ figure, as })),
      }));
      return { ...page, findings };
    };
    const [revenues, , net] = income('10', '9') as [Row, Row, Row];
    const costs = (label: string) => row(label, '4', 'OperatingExpenses');
    expect(said(unstated(revenues, costs('Costs'), net), unstated(revenues, costs('Expenses'), net))).toEqual({
      ...NOTHING,
      appeared: ['Expenses'],
      vanished: ['Costs'],
      unchanged: 2,
      still: ['test/sum breaks'],
      ties: 0,
    });
  });

  it('have findings about no stated figure, or about none at all', () => {
    const broken = draft(statement(income('10', '9')));
    const bare = (terms: 'some' | 'none'): Audited => ({
      ...broken,
      findings: broken.findings.map((finding) => ({
        ...finding,
        terms: terms === 'none' ? [] : finding.terms.map(({ figure, as }) => ({ figure, as })),
      })),
    });
    for (const terms of ['some', 'none'] as const)
      expect(said(bare(terms), bare(terms))).toEqual({ ...NOTHING, still: ['test/sum breaks'], ties: 0 });
    expect(said(bare('some'), bare('none'))).toMatchObject({ fresh: ['test/sum breaks'], gone: ['test/sum breaks'] });
  });

  it('differ in what the prose says', () => {
    const [figure] = clean.figures;
    if (!figure) throw new Error('there are figures');
    const { statement: _, row: __, column: ___, period: ____, ...claim } = figure;
    const prose = (printed: string): Audited => ({
      ...clean,
      figures: [...clean.figures, { ...claim, id: 'p1', printed }],
    });
    expect(said(prose('$6'), prose('$7'))).toEqual({ ...NOTHING, changed: ['Revenues: $6 to $7'] });
  });
});
