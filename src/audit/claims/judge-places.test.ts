import { describe, expect, it } from 'vitest';
import { BEFORE, NOW, REVENUE, revenue, row, said, table } from '../../../fixtures/claims.ts';
import type { Claim } from '../../generated/types.ts';
import { audited, filing, statement } from '../../../property-tests/support.ts';

const backlog = (printed: string, more: Partial<Claim> = {}): Claim => ({ printed, measures: 'backlog', ...more });

const NO_SCALE = 'agrees-with-statement unproven (the scale of the statement could not be read)';

describe('an amount that a statement shows', () => {
  it('is not the one of a column on another basis', () => {
    const columns = [{ heading: 'Pro forma 2006', period: NOW, basis: 'proForma' as const }];
    expect(said([table([row('Revenue', '5,000')], { columns })], [revenue('$6.0 million')])).toEqual([]);
  });

  it('is proof of profits where the cash flow statement is not the only one that shows them', () => {
    const shown = [row('Net income', '5,000', '4,000')];
    const claims = [{ printed: '$6.0 million', measures: 'net income', concept: 'NetIncomeLoss', period: NOW }];
    expect(said([table(shown, { kind: 'cashFlowStatement' }), table(shown)], claims)).toEqual([
      'agrees-with-statement breaks',
    ]);
  });

  it('is off by its scale where the statement says its own', () => {
    expect(said(REVENUE, [revenue('$5.0 billion')])).toEqual(['agrees-with-statement breaks']);
    expect(said([statement([row('Revenue', '5,000', '4,000')])], [revenue('$5.0 million')])).toEqual([NO_SCALE]);
  });

  it('has no scale of money in doubt where it is a number of shares', () => {
    const concept = 'WeightedAverageNumberOfSharesOutstandingBasic';
    const shares = statement([{ label: 'Weighted average shares outstanding', concept, printed: ['5,123'] }]);
    const claims = [{ printed: '5.123 million shares', concept, period: NOW }];
    expect(said([shares], claims)).toEqual(['agrees-with-statement breaks']);
  });

  it.each([
    ['99,999', NO_SCALE],
    ['100,000', 'agrees-with-statement breaks'],
  ])('may be in another scale where the text could not have told it otherwise: %s', (printed, expected) => {
    expect(said([statement([row('Revenue', printed)])], [revenue('$5.0 million')])).toEqual([expected]);
  });

  it('in millions, because the text above it says so, keeps its decimals', () => {
    const claims = ['$5.0', '$4.9'].map((printed) => revenue(printed, { scale: 1_000_000 }));
    expect(said(REVENUE, claims)).toEqual([
      'agrees-with-statement exact',
      'agrees-with-statement breaks',
      'repeats-agree edge',
    ]);
  });
});

describe('an amount said twice', () => {
  const open = '(no statement shows it under these words, which may mean two things)';

  it.each<[string, string | undefined, string | undefined]>([
    ['of one period', NOW, NOW],
    ['of a period, and then of none', NOW, undefined],
    ['of none, and then of a period', undefined, NOW],
  ])('under the same words is compared: %s', (_, first, second) => {
    const of = (period: string | undefined) => (period === undefined ? {} : { period });
    expect(said([], [backlog('$3.0 million', of(first)), backlog('$4.0 million', of(second))])).toEqual([
      `same-words-same-amount unproven ${open}`,
    ]);
  });

  it('under the same words is open even where rounding just reaches from one to the other', () => {
    expect(said([], [backlog('$3.0 million'), backlog('$3.1 million')])).toEqual([
      `same-words-same-amount unproven ${open}`,
    ]);
  });

  it.each([
    ['with more digits than the statement', '$8,949,600', '$8,950,300'],
    ['with as many digits as the statement', '$8.949 million', '$8.951 million'],
  ])('%s was rounded from it neither time', (_, first, second) => {
    const statements = [table([row('Revenue', '8,950', '4,000')])];
    expect(said(statements, [revenue(first), revenue(second)]).at(-1)).toBe('repeats-agree breaks');
  });
});

describe('a total and its part', () => {
  const costs = table([
    row('Revenue', '5,000', '4,000'),
    { label: 'Operating expenses:' },
    row('Research and development', '1,000', '900'),
    row('Widget polishing', '2,000', '1,800'),
    { label: 'Total operating expenses', printed: ['3,000', '2,700'], total: true },
  ]);
  const total: Claim = {
    printed: '$3.0 million',
    measures: 'total operating expenses',
    concept: 'OperatingExpenses',
    period: NOW,
  };
  const part: Claim = {
    printed: '$1.0 million',
    measures: 'research and development',
    concept: 'ResearchAndDevelopmentExpense',
    period: NOW,
    relation: 'part',
    of: 'p1',
  };
  const rest = (claim: Claim) => said([costs], [total, claim]).filter((one) => one.startsWith('rest-of-total'));

  it('differ by the other lines', () => {
    expect(rest(part)).toEqual(['rest-of-total exact']);
  });

  it.each<[string, Claim]>([
    [
      'the part is known by its words alone',
      { printed: '$2.0 million', measures: 'widget polishing', period: NOW, relation: 'part', of: 'p1' },
    ],
    ['the part is of another period', { ...part, printed: '$0.9 million', period: BEFORE }],
    ['the part is a line that does not stand under the total', { ...part, concept: 'Revenues', measures: 'revenue' }],
  ])('are not compared where %s', (_, claim) => {
    expect(rest(claim)).toEqual([]);
  });

  it('are proven together with the lines with the sign that they have, even where the total rounds to nothing', () => {
    const small = table([
      row('Revenue', '50'),
      { label: 'Operating expenses:' },
      row('Research and development', '10'),
      row('Widget polishing', '30'),
      { label: 'Total operating expenses', printed: ['40'], total: true },
    ]);
    const claims = [
      { ...total, printed: '$0.0 million' },
      { ...part, printed: '$0.01 million' },
    ];
    const { audited: found } = audited({ ...filing(small), claims });
    expect(found.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual(
      expect.arrayContaining(['prose/part-within-whole rounding', 'prose/rest-of-total exact']),
    );
    expect(found.joint?.status).toBe('feasible');
  });
});

describe('a price times a number', () => {
  const proceeds = { printed: '$10.0 million', measures: 'proceeds' };
  const quantity: Claim = { printed: '2.0 million shares', relation: 'quantity', of: 'p1' };
  const price: Claim = { printed: '$7.00 per share', relation: 'price', of: 'p1' };

  it.each<[string, readonly Claim[]]>([
    ['nothing that is not sold for money', [{ ...proceeds, printed: '10.0 million shares' }, quantity, price]],
    ['nothing at a price that is for all', [proceeds, quantity, { ...price, printed: '$7.00' }]],
    ['nothing of shares that are no number sold', [proceeds, { ...quantity, relation: 'part' }, price]],
  ])('gives %s', (_, claims) => {
    expect(said([], claims)).toEqual([]);
  });
});

describe('a share that the text gives', () => {
  const margin: Claim = {
    printed: '42%',
    measures: 'gross margin',
    concept: 'GrossProfit',
    period: NOW,
    against: 'Revenues',
  };
  const statements = [table([row('Revenue', '5,000', '4,000'), row('Gross profit', '2,012', '400')])];

  it.each<[string, Partial<Claim>, readonly string[]]>([
    ['breaks where the lines give another', { relation: 'share' }, ['share-agrees breaks']],
    ['is not compared where its place is unclear', { relation: 'share', unplaced: 'unclear' }, []],
    ['is not compared where it is said to be no share', { relation: 'is' }, []],
  ])('%s', (_, more, expected) => {
    expect(said(statements, [{ ...margin, ...more }])).toEqual(expected);
  });
});
