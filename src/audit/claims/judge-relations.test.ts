import { describe, expect, it } from 'vitest';
import {
  BEFORE,
  cause,
  moved,
  NOW,
  part,
  REVENUE,
  revenue,
  row,
  said,
  table,
  profit,
} from '../../../fixtures/claims.ts';
import type { Case } from '../../../fixtures/claims.ts';
import type { Claim } from '../../generated/types.ts';

const LOSS = [table([row('Revenue', '0', '4,000'), row('Net loss', '(5,000)', '(4,000)')])];
const NOTHING = [table([row('Revenue', '0', '4,000'), row('Net income (loss)', '0', '(4,000)')])];

const CHANGES: readonly Case[] = [
  {
    name: 'is the difference of the columns',
    statements: REVENUE,
    claims: [moved('$1.0 million', 'up'), moved('$1.0 million', 'down')],
    expected: ['change-agrees exact', 'change-agrees breaks'],
  },
  {
    name: 'of a loss grows with the loss',
    statements: LOSS,
    claims: [
      { ...moved('$1.0 million', 'down'), measures: 'net loss', concept: 'NetIncomeLoss' },
      { ...moved('$1.0 million', 'up'), measures: 'net loss', concept: 'NetIncomeLoss' },
    ],
    expected: ['change-agrees breaks', 'change-agrees exact'],
  },
  {
    name: 'in per cent is of the earlier column',
    statements: REVENUE,
    claims: [moved('25%', 'up'), moved('25%', 'down')],
    expected: ['percent-change-agrees exact', 'percent-change-agrees breaks'],
  },
  {
    name: 'in per cent of a line without a concept is of money',
    statements: [table([row('Widgets recalled', '75', '60')])],
    claims: [
      { printed: '25%', measures: 'widgets recalled', period: NOW, since: BEFORE, relation: 'change', direction: 'up' },
    ],
    expected: ['percent-change-agrees exact'],
  },
  {
    name: 'has no percentage from a loss to a profit, nor to nothing',
    statements: [table([row('Revenue', '0', '0'), row('Net income', '5,000', '(4,000)')])],
    claims: [moved('25%', 'up'), { ...moved('25%', 'up'), concept: 'NetIncomeLoss' }],
    expected: [],
  },
  {
    name: 'needs a direction, a place and both columns',
    statements: REVENUE,
    claims: [
      revenue('$1.0 million', { relation: 'change', since: BEFORE }),
      moved('$1.0 million', 'up', { unplaced: 'unclear' }),
      revenue('$1.0 million', { relation: 'change', direction: 'up' }),
    ],
    expected: [],
  },
  {
    name: 'may be counted from the rounded amounts of the text',
    statements: [table([row('Revenue', '1,563', '1,417')])],
    claims: [revenue('$1.6 million'), revenue('$1.4 million', { period: BEFORE }), moved('$0.2 million', 'up')],
    expected: ['agrees-with-statement exact', 'agrees-with-statement exact', 'change-agrees exact'],
  },
  {
    name: 'breaks where neither the columns nor the text give it',
    statements: [table([row('Revenue', '1,563', '1,417'), row('Widgets recalled', '75', '60')])],
    claims: [
      revenue('$1.6 million'),
      revenue('$1.4 million', { period: BEFORE }),
      moved('$0.7 million', 'up'),
      { printed: '$75,000', measures: 'widgets recalled', period: NOW },
      { printed: '$60,000', measures: 'widgets recalled', period: BEFORE },
      {
        printed: '$30,000',
        measures: 'widgets recalled',
        period: NOW,
        since: BEFORE,
        relation: 'change',
        direction: 'up',
      },
    ],
    expected: [
      'agrees-with-statement exact',
      'agrees-with-statement exact',
      'change-agrees breaks',
      'agrees-with-statement exact',
      'agrees-with-statement exact',
      'change-agrees breaks',
    ],
  },
];

const DIRECTIONS: readonly Case[] = [
  {
    name: 'is that of the columns',
    statements: REVENUE,
    claims: [
      revenue('$5.0 million', { direction: 'up', since: BEFORE }),
      revenue('$5.0 million', { direction: 'down', since: BEFORE }),
    ],
    expected: [
      'agrees-with-statement exact',
      'direction-agrees exact',
      'agrees-with-statement exact',
      'direction-agrees breaks',
      'repeats-agree exact',
    ],
  },
  {
    name: 'up to nothing from a loss is up',
    statements: NOTHING,
    claims: [profit('$0.0 million', { measures: 'net income', direction: 'up', since: BEFORE })],
    expected: ['agrees-with-statement exact', 'direction-agrees exact'],
  },
  {
    name: 'of a loss is that of its magnitude',
    statements: LOSS,
    claims: [profit('$(5.0) million', { measures: 'net loss', direction: 'up', since: BEFORE })],
    expected: ['agrees-with-statement exact', 'direction-agrees exact'],
  },
  {
    name: 'needs both columns',
    statements: REVENUE,
    claims: [revenue('$5.0 million', { direction: 'up' })],
    expected: ['agrees-with-statement exact'],
  },
];

const REPEATS: readonly Case[] = [
  {
    name: 'breaks where the second differs from the first that a statement shows',
    statements: REVENUE,
    claims: [revenue('$5.0 million'), revenue('$6.0 million')],
    expected: ['agrees-with-statement exact', 'agrees-with-statement breaks', 'repeats-agree breaks'],
  },
  {
    name: 'under the same words is open where no statement shows it',
    statements: REVENUE,
    claims: [
      { printed: '$3.0 million', measures: 'Backlog' },
      { printed: '$4.0 million', measures: 'backlog' },
      { printed: '$3.0 million', measures: 'backlog' },
    ],
    expected: [
      'same-words-same-amount unproven (no statement shows it under these words, which may mean two things)',
      'same-words-same-amount exact',
    ],
  },
  {
    name: 'of another period under words alone says nothing',
    statements: REVENUE,
    claims: [
      { printed: '$3.0 million', measures: 'backlog', period: BEFORE },
      { printed: '$4.0 million', measures: 'backlog', period: NOW },
      { printed: '$4.0 million', period: NOW },
    ],
    expected: [],
  },
  {
    name: 'of a concept that no statement shows needs the same words',
    statements: REVENUE,
    claims: [
      { printed: '$3.0 million', concept: 'Assets', measures: 'total assets', period: NOW },
      { printed: '$4.0 million', concept: 'Assets', measures: 'total assets', period: NOW },
      { printed: '$5.0 million', concept: 'Assets', measures: 'all that we own', period: NOW },
      { printed: '$5.0 million', concept: 'Assets', period: NOW },
    ],
    expected: ['repeats-agree unproven (no statement shows it under these words, which may mean two things)'],
  },
  {
    name: 'of a concept without words or period is compared',
    statements: REVENUE,
    claims: [
      { printed: '$3.0 million', concept: 'Assets' },
      { printed: '$4.0 million', concept: 'Assets' },
      { printed: '$4.0 million', concept: 'Assets', sum: ['Liabilities'] },
    ],
    expected: [
      'repeats-agree unproven (no statement shows it under these words, which may mean two things)',
      'repeats-agree breaks',
    ],
  },
  {
    name: 'may be told once from the ledger and once from the rounded statement',
    statements: [table([row('Revenue', '8,950', '4,000')])],
    claims: [revenue('$8.9496 million'), revenue('$9.0 million')],
    expected: [
      'agrees-with-statement exact',
      'agrees-with-statement exact',
      'repeats-agree unproven (one of them may have been rounded from the figure of the statement)',
    ],
  },
  {
    name: 'is not counted where it is bounded, unplaced, a change or a part of words alone',
    statements: REVENUE,
    claims: [
      { printed: '$3.0 million', measures: 'backlog' },
      { printed: '$4.0 million', measures: 'backlog', hedge: 'over' },
      { printed: '$4.0 million', measures: 'backlog', hedge: 'under' },
      { printed: '$4.0 million', measures: 'backlog', unplaced: 'unclear' },
      { printed: '$4.0 million', measures: 'backlog', relation: 'change' },
      { printed: '$4.0 million', measures: 'backlog', relation: 'part' },
    ],
    expected: [],
  },
];

const whole: Claim = { printed: '$9.0 million', measures: 'the charge' };

const PARTS: readonly Case[] = [
  {
    name: 'is no more than its whole',
    statements: [],
    claims: [whole, part('$4.0 million')],
    expected: ['part-within-whole exact (5,000,000 (4,900,000 to 5,100,000 before rounding) is something else)'],
  },
  {
    name: 'gives the whole with the others, where they are said to be all',
    statements: [],
    claims: [whole, part('$4.0 million'), part('$6.0 million', { complete: true })],
    expected: [
      'part-within-whole exact (5,000,000 (4,900,000 to 5,100,000 before rounding) is something else)',
      'part-within-whole exact (3,000,000 (2,900,000 to 3,100,000 before rounding) is something else)',
      'parts-give-whole breaks',
    ],
  },
  {
    name: 'may leave a rest where they are not said to be all',
    statements: [],
    claims: [whole, part('$4.0 million'), part('$3.0 million')],
    expected: [
      'part-within-whole exact (5,000,000 (4,900,000 to 5,100,000 before rounding) is something else)',
      'part-within-whole exact (6,000,000 (5,900,000 to 6,100,000 before rounding) is something else)',
      'parts-give-whole unproven (2,000,000 (1,850,000 to 2,150,000 before rounding) remains; the text does not say that these parts are all there are)',
    ],
  },
  {
    name: 'gives the magnitude of a whole that is negative',
    statements: [],
    claims: [{ ...whole, negative: true }, part('$4.0 million'), part('$5.0 million')],
    expected: [
      'part-within-whole exact (5,000,000 (4,900,000 to 5,100,000 before rounding) is something else)',
      'part-within-whole exact (4,000,000 (3,900,000 to 4,100,000 before rounding) is something else)',
      'parts-give-whole exact',
    ],
  },
  {
    name: 'breaks where all are more than the whole',
    statements: [],
    claims: [whole, part('$4.0 million'), part('$8.0 million')],
    expected: [
      'part-within-whole exact (5,000,000 (4,900,000 to 5,100,000 before rounding) is something else)',
      'part-within-whole exact (1,000,000 (900,000 to 1,100,000 before rounding) is something else)',
      'parts-give-whole breaks',
    ],
  },
  {
    name: 'needs a whole of its unit that is not itself, and a place',
    statements: [],
    claims: [
      whole,
      part('4.0 million shares'),
      part('$4.0 million', { of: 'p3' }),
      part('$4.0 million', { of: 'p99' }),
      part('$4.0 million', { unplaced: 'unclear' }),
      { printed: '$4.0 million', relation: 'part' },
    ],
    expected: [],
  },
];

const SALES: readonly Case[] = [
  {
    name: 'is what was sold for it',
    statements: [],
    claims: [
      { printed: '$10.0 million', measures: 'proceeds' },
      { printed: '2.0 million shares', relation: 'quantity', of: 'p1' },
      { printed: '$5.00 per share', relation: 'price', of: 'p1' },
    ],
    expected: ['price-times-quantity exact'],
  },
  {
    name: 'breaks where it is not',
    statements: [],
    claims: [
      { printed: '$10.0 million', measures: 'proceeds' },
      { printed: '2.0 million shares', relation: 'quantity', of: 'p1' },
      { printed: '$7.00 per share', relation: 'price', of: 'p1' },
    ],
    expected: ['price-times-quantity breaks'],
  },
  {
    name: 'needs a price, a number and proceeds in their units',
    statements: [],
    claims: [
      { printed: '$10.0 million', measures: 'proceeds' },
      { printed: '$2.0 million', relation: 'quantity', of: 'p1' },
      { printed: '$7.00 per share', relation: 'price', of: 'p1' },
      { printed: '2.0 million shares', relation: 'quantity' },
      { printed: '$7.00 per share', relation: 'price' },
    ],
    expected: [],
  },
];

const DRIVERS: readonly Case[] = [
  {
    name: 'explain the change where they are said to be all',
    statements: REVENUE,
    claims: [moved('$1.0 million', 'up'), cause('$0.6 million'), cause('$0.4 million', { complete: true })],
    expected: ['change-agrees exact', 'drivers-explain-change exact'],
  },
  {
    name: 'may leave a rest where they are not',
    statements: REVENUE,
    claims: [moved('$1.0 million', 'up'), cause('$0.6 million')],
    expected: [
      'change-agrees exact',
      'drivers-explain-change unproven (400,000 (349,000 to 451,000 before rounding) of the change remains unexplained; the text does not say that it names every cause)',
    ],
  },
  {
    name: 'explain a growing loss by its growth',
    statements: LOSS,
    claims: [{ ...moved('$1.0 million', 'up'), measures: 'net loss', concept: 'NetIncomeLoss' }, cause('$0.6 million')],
    expected: [
      'change-agrees exact',
      'drivers-explain-change unproven (400,000 (349,000 to 451,000 before rounding) of the change remains unexplained; the text does not say that it names every cause)',
    ],
  },
  {
    name: 'need a change that the statement shows',
    statements: REVENUE,
    claims: [revenue('$1.0 million', { relation: 'change', direction: 'up' }), cause('$0.6 million')],
    expected: [],
  },
];

describe.each([
  ['a change', CHANGES],
  ['a direction', DIRECTIONS],
  ['an amount said twice', REPEATS],
  ['a part', PARTS],
  ['a price times a number', SALES],
  ['causes', DRIVERS],
] as const)('%s', (_, cases) => {
  it.each(cases)('$name', ({ statements, claims, expected }) => {
    expect(said(statements, claims)).toEqual(expected);
  });
});

/** A claim of what the gross profit is of the revenue. */
const margin = (printed: string, more: Partial<Claim> = {}): Claim => ({
  printed,
  measures: 'gross margin',
  concept: 'GrossProfit',
  period: NOW,
  relation: 'share',
  against: 'Revenues',
  ...more,
});
const MARGIN = [table([row('Revenue', '5,000', '4,000'), row('Gross profit', '2,012', '(400)')])];

const SHARES: readonly Case[] = [
  {
    name: 'is what one line is of the other, rounded as it is printed',
    statements: MARGIN,
    claims: [margin('40%'), margin('40.2%'), margin('40.5%'), margin('42%')],
    expected: ['share-agrees exact', 'share-agrees exact', 'share-agrees breaks', 'share-agrees breaks'],
  },
  {
    name: 'of a loss is a loss, whatever the size',
    statements: MARGIN,
    claims: [margin('10%', { period: BEFORE }), margin('-10%', { period: BEFORE })],
    expected: ['share-agrees breaks', 'share-agrees exact'],
  },
  {
    name: 'of a cost that is shown below zero counts by its size',
    statements: [table([row('Revenue', '5,000', '4,000'), row('Research and development', '(500)', '(400)')])],
    claims: [margin('10%', { concept: 'ResearchAndDevelopmentExpense', measures: 'research and development' })],
    expected: ['share-agrees exact'],
  },
  {
    name: 'is no proof where the statement calls the line by other words',
    statements: MARGIN,
    claims: [margin('42%', { measures: 'contribution' })],
    expected: ['share-agrees unproven (the statement calls it "Gross profit")'],
  },
  {
    name: 'is found by its concept where its words are not given',
    statements: MARGIN,
    claims: [{ printed: '42%', concept: 'GrossProfit', period: NOW, relation: 'share', against: 'Revenues' }],
    expected: ['share-agrees breaks'],
  },
  {
    name: 'needs both lines, in one statement, and a place',
    statements: [...REVENUE, table([row('Gross profit', '2,012', '(400)')])],
    claims: [
      margin('40%'),
      margin('40%', { concept: 'OperatingIncomeLoss' }),
      margin('40%', { against: 'OperatingIncomeLoss' }),
      margin('40%', { unplaced: 'unclear' }),
      { printed: '40%', measures: 'gross margin', concept: 'GrossProfit', period: NOW, relation: 'share' },
    ],
    expected: [],
  },
];

describe('a share that the text gives', () => {
  it.each(SHARES)('$name', ({ statements, claims, expected }) => {
    expect(said(statements, claims)).toEqual(expected);
  });
});
