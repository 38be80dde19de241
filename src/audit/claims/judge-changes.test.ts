import { describe, expect, it } from 'vitest';
import { BEFORE, cause, judgedOf, moved, NOW, REVENUE, revenue, row, table } from '../../../fixtures/claims.ts';
import type { Claim, Statement } from '../../generated/types.ts';

/** Every equation of the claims in one line: rule and verdict. */
const said = (statements: readonly Statement[], claims: readonly Claim[]): string[] =>
  judgedOf(statements, claims).judged.map(
    ({ bound, verdict }) => `${bound.compiled.rule.id.replace('prose/', '')} ${verdict}`,
  );

/** Of a line that is no standard element. */
const widgets = (what: string, printed: string, more: Partial<Claim> = {}): Claim => ({
  printed,
  measures: `widgets ${what}`,
  period: NOW,
  ...more,
});

/** Its millions are 0.1 apart, those of the text 0.2. */
const NEAR = [table([row('Revenue', '1,563', '1,417')])];
const NOTHING = [table([row('Revenue', '0', '4,000')])];
const column = (heading: string, period: string) => ({ columns: [{ heading, period }] });
const APART = [
  table([row('Revenue', '5,000')], column('2006', NOW)),
  table([row('Revenue', '4,000')], column('2005', BEFORE)),
];

describe('a change', () => {
  it.each<[string, Partial<Claim>]>([
    ['later', {}],
    ['earlier', { period: BEFORE }],
  ])('is held against the columns where the text gives the %s amount alone', (_, more) => {
    const printed = more.period === undefined ? '$5.0 million' : '$4.0 million';
    expect(said(REVENUE, [revenue(printed, more), moved('$1.0 million', 'up')])).toEqual([
      'agrees-with-statement exact',
      'change-agrees exact',
    ]);
    expect(said(REVENUE, [revenue(printed, more), moved('$3.0 million', 'up')])).toEqual([
      'agrees-with-statement exact',
      'change-agrees breaks',
    ]);
  });

  it('is not counted from an amount whose place is unclear', () => {
    const claims = [
      revenue('$1.6 million', { unplaced: 'two subjects' }),
      revenue('$1.4 million', { period: BEFORE }),
      moved('$0.2 million', 'up'),
    ];
    expect(said(NEAR, claims)).toEqual(['agrees-with-statement exact', 'change-agrees breaks']);
  });

  it('may be counted from amounts that go by other words and mean the same', () => {
    const claims = [
      revenue('$1.6 million', { measures: 'sales' }),
      revenue('$1.4 million', { measures: 'sales', period: BEFORE }),
      moved('$0.2 million', 'up'),
    ];
    expect(said(NEAR, claims).at(-1)).toBe('change-agrees exact');
  });

  it('may be counted from amounts of the same words where no concept is known, and from no other words', () => {
    const statements = [table([row('Widgets returned', '9,000', '2,000'), row('Widgets recalled', '1,563', '1,417')])];
    const claims = [
      widgets('returned', '$9.0 million'),
      widgets('returned', '$2.0 million', { period: BEFORE }),
      widgets('recalled', '$1.6 million'),
      widgets('recalled', '$1.4 million', { period: BEFORE }),
      widgets('recalled', '$0.2 million', { relation: 'change', direction: 'up', since: BEFORE }),
    ];
    expect(said(statements, claims).at(-1)).toBe('change-agrees exact');
  });

  it('that breaks either way is told by the figures of the statement', () => {
    const claims = [revenue('$1.6 million'), revenue('$1.4 million', { period: BEFORE }), moved('$0.7 million', 'up')];
    const last = judgedOf(NEAR, claims).judged.at(-1);
    expect(last?.verdict).toBe('breaks');
    expect(last?.terms.map(({ figure }) => figure.id)).toEqual(['s1/r1/c1', 's1/r1/c2', 'p3']);
  });

  it('down to nothing is all that there was', () => {
    expect(said(NOTHING, [moved('$4.0 million', 'down')])).toEqual(['change-agrees exact']);
  });

  it('is none between two statements', () => {
    const claims = [moved('$1.0 million', 'up'), cause('$1.0 million', { complete: true })];
    expect(said(APART, claims)).toEqual([]);
    expect(said(APART, [revenue('$5.0 million', { direction: 'up', since: BEFORE })])).toEqual([
      'agrees-with-statement exact',
    ]);
  });
});

describe('a direction', () => {
  it('of an amount whose place is unclear says nothing', () => {
    expect(said(REVENUE, [revenue('$5.0 million', { direction: 'down', since: BEFORE, unplaced: 'unclear' })])).toEqual(
      [],
    );
  });
});

describe('causes', () => {
  it('explain a fall to nothing', () => {
    expect(said(NOTHING, [moved('$4.0 million', 'down'), cause('$4.0 million', { complete: true })])).toEqual([
      'change-agrees exact',
      'drivers-explain-change exact',
    ]);
  });

  it('explain nothing of a change that goes neither up nor down', () => {
    const change = revenue('$1.0 million', { relation: 'change', since: BEFORE });
    expect(said(REVENUE, [change, cause('$1.0 million', { complete: true })])).toEqual([]);
  });

  it('are counted from one', () => {
    const claims = [moved('$1.0 million', 'up'), cause('$0.6 million'), cause('$0.4 million', { complete: true })];
    const names = judgedOf(REVENUE, claims)
      .judged.at(-1)
      ?.terms.map(({ node }) => node.name);
    expect(names).toEqual(['cause 1, in the text', 'cause 2, in the text', 'Revenue, later', 'Revenue, earlier']);
  });
});
