import { describe, expect, it } from 'vitest';
import { BEFORE, cause, judgedOf, moved, part, REVENUE, revenue, row, table } from '../../../fixtures/claims.ts';
import type { Claim, Statement } from '../../generated/types.ts';

/** What is proven together with the statements, in one line each: rule, verdict, what is missed of what rounding explains. */
function together(statements: readonly Statement[], claims: readonly Claim[]): string[] {
  return judgedOf(statements, claims).unrounded.map(
    ({ bound, verdict, gap, room }) =>
      `${bound.compiled.rule.id.replace('prose/', '')} ${verdict}: ${String(gap)} of ${String(room)}`,
  );
}

const backlog = (printed: string): Claim => ({ printed, measures: 'backlog' });

describe('an amount of the text, before it was rounded,', () => {
  it('may have been rounded over and over, the figure of the statement once', () => {
    // 56,000 for a tenth of a million, 500 for a thousand.
    expect(together(REVENUE, [revenue('$5.0 million')])).toEqual(['agrees-with-statement exact: 0 of 56500']);
  });

  it('is given no more room where it breaks by itself', () => {
    expect(together(REVENUE, [revenue('$5.1 million')])).toEqual(['agrees-with-statement breaks: 100000 of 50500']);
  });

  it('is left out where it proves nothing', () => {
    expect(together([table([row('Revenue', '5,000')], { kind: 'other' })], [revenue('$6.0 million')])).toEqual([]);
  });

  it('is left out of products and shares', () => {
    const share: Claim = { ...revenue('40%'), concept: 'GrossProfit', relation: 'share', against: 'Revenues' };
    expect(together([table([row('Revenue', '5,000'), row('Gross profit', '2,000')])], [share])).toEqual([]);
    const sale: Claim[] = [
      { printed: '$10.0 million', measures: 'proceeds' },
      { printed: '2.0 million shares', relation: 'quantity', of: 'p1' },
      { printed: '$5.00 per share', relation: 'price', of: 'p1' },
    ];
    expect(together([], sale)).toEqual([]);
  });
});

describe('a change, before it was rounded,', () => {
  it('may have been counted from the rounded figures of the statement', () => {
    // 56,000 for itself, 1,000 for the two figures that it was counted from, 1,000 for those as they stand beside it.
    expect(together(REVENUE, [moved('$1.0 million', 'up')])).toEqual(['change-agrees exact: 0 of 58000']);
  });

  it('may have been counted from the rounded amounts of the text, which have the room of any amount', () => {
    const statements = [table([row('Revenue', '1,563', '1,417')])];
    const claims = [revenue('$1.6 million'), revenue('$1.4 million', { period: BEFORE }), moved('$0.2 million', 'up')];
    // 56,000 for each of the three, and for the change those of what it was counted from: 112,000 and 1,000.
    expect(together(statements, claims).at(-1)).toBe('change-agrees exact: 0 of 281000');
  });
});

describe('what takes part in the joint proof', () => {
  it.each<[string, readonly Statement[], readonly Claim[], readonly string[]]>([
    [
      'is an amount said twice that a statement shows',
      REVENUE,
      [revenue('$5.0 million'), revenue('$5 million')],
      ['agrees-with-statement', 'agrees-with-statement', 'repeats-agree'],
    ],
    ['is no amount said twice that no statement shows', [], [backlog('$3.0 million'), backlog('$3.0 million')], []],
    [
      'are causes that are said to be all',
      REVENUE,
      [moved('$1.0 million', 'up'), cause('$0.6 million'), cause('$0.4 million', { complete: true })],
      ['change-agrees', 'drivers-explain-change'],
    ],
    [
      'are no causes that may not be all, though they give the change',
      REVENUE,
      [moved('$1.0 million', 'up'), cause('$0.6 million'), cause('$0.4 million')],
      ['change-agrees'],
    ],
    [
      'are parts that are said to be all',
      [],
      [backlog('$9.0 million'), part('$4.0 million'), part('$5.0 million', { complete: true })],
      ['part-within-whole', 'part-within-whole', 'parts-give-whole'],
    ],
    [
      'are parts within their whole only, where they may not be all',
      [],
      [backlog('$9.0 million'), part('$4.0 million'), part('$5.0 million')],
      ['part-within-whole', 'part-within-whole'],
    ],
  ])('%s', (_, statements, claims, expected) => {
    expect(together(statements, claims).map((one) => one.split(' ')[0])).toEqual(expected);
  });
});
