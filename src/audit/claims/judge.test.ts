import { describe, expect, it } from 'vitest';
import { BEFORE, NOW, REVENUE, revenue, row, said, table, profit } from '../../../fixtures/claims.ts';
import type { Case } from '../../../fixtures/claims.ts';
import type { Claim, Filing, Row, Statement } from '../../generated/types.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import { openLedger } from '../ledger.ts';
import { openClaims } from './figures.ts';
import { judgeClaims } from './judge.ts';

const vocabulary = shippedVocabulary();
const placeOf = () => ({ document: '', line: 1, column: 1 });

const COLUMNS = [
  { heading: '2006', period: NOW },
  { heading: '2005', period: BEFORE },
];

const SHOWN: readonly Case[] = [
  {
    name: 'is the same',
    statements: REVENUE,
    claims: [revenue('$5.0 million')],
    expected: ['agrees-with-statement exact'],
  },
  {
    name: 'is found by its label where it has no concept',
    statements: [table([row('Widgets returned', null, '60'), row('Widgets recalled', '70', '60')])],
    claims: [{ printed: '$70,000', measures: 'widgets recalled', period: NOW }],
    expected: ['agrees-with-statement exact'],
  },
  {
    name: 'is nowhere without a period, a measure or the same unit',
    statements: REVENUE,
    claims: [
      { printed: '$5.0 million', measures: 'revenue', concept: 'Revenues' },
      { printed: '$5.0 million', period: NOW },
      revenue('5.0 million shares'),
    ],
    expected: [],
  },
  {
    name: 'is no proof in a table that is no primary statement',
    statements: [table([row('Revenue', '5,000', '4,000')], { kind: 'other' })],
    claims: [revenue('$6.0 million')],
    expected: ['agrees-with-statement unproven (only a table that is no primary statement shows it)'],
  },
  {
    name: 'is held against a primary statement, whatever other tables show it first',
    statements: [table([row('Revenue', '4,900', '4,000')], { kind: 'other' }), ...REVENUE],
    claims: [revenue('$5.0 million')],
    expected: ['agrees-with-statement exact'],
  },
  {
    name: 'is no proof where two columns are of one period',
    statements: [
      table([row('Revenue', '5,000', '4,000')], { columns: [...COLUMNS.slice(0, 1), ...COLUMNS.slice(0, 1)] }),
    ],
    claims: [revenue('$6.0 million')],
    expected: ['agrees-with-statement unproven (the statement has several columns for this period)'],
  },
  {
    name: 'is no proof where two statements differ',
    statements: [
      table([row('Net income', '5,000', '4,000')]),
      table([row('Net income', '5,500', '4,000')], { kind: 'comprehensiveIncomeStatement' }),
    ],
    claims: [profit('$6.0 million')],
    expected: ['agrees-with-statement unproven (the statements show several figures for it)'],
  },
  {
    name: 'is proof where two statements agree within their rounding',
    statements: [
      table([row('Net income', '5,000', '4,000')]),
      table([row('Net income', '5,000,100', '4,000,000')], { kind: 'comprehensiveIncomeStatement', scale: 1 }),
    ],
    claims: [profit('$6.0 million')],
    expected: ['agrees-with-statement breaks'],
  },
  {
    name: 'is no proof of profits in the cash flow statement alone',
    statements: [table([row('Net income', '5,000', '4,000')], { kind: 'cashFlowStatement' })],
    claims: [profit('$6.0 million')],
    expected: [
      'agrees-with-statement unproven (only the cash flow statement shows it, which may start from income before other owners take their share)',
    ],
  },
  {
    name: 'is proof of other lines of the cash flow statement, with or without a concept',
    statements: [
      table([row('Depreciation and amortization', '500', '400'), row('Widgets recalled', '70', '60')], {
        kind: 'cashFlowStatement',
      }),
    ],
    claims: [
      {
        printed: '$600,000',
        measures: 'depreciation and amortization',
        concept: 'DepreciationDepletionAndAmortization',
        period: NOW,
      },
      { printed: '$90,000', measures: 'widgets recalled', period: NOW },
    ],
    expected: ['agrees-with-statement breaks', 'agrees-with-statement breaks'],
  },
  {
    name: 'is not looked for in the statement of equity, nor in columns of changes',
    statements: [
      table([row('Net income', '5,000', '4,000')], { kind: 'equityStatement' }),
      table([row('Revenue', '5,000')], {
        columns: [{ heading: 'Change', period: NOW, shows: 'change' }],
      }),
    ],
    claims: [profit('$6.0 million'), revenue('$6.0 million')],
    expected: [],
  },
  {
    name: 'has the sign of its words, except for results',
    statements: [table([row('Revenue', '(500)', '(400)'), row('Net income', '(5,000)', '4,000')])],
    claims: [revenue('$500,000'), profit('$5.0 million'), profit('$5.0 million', { negative: true })],
    expected: [
      'agrees-with-statement exact',
      'agrees-with-statement breaks',
      'agrees-with-statement exact',
      'repeats-agree breaks',
    ],
  },
  {
    name: 'is bounded by "more than" and "nearly", of a loss the other way round',
    statements: [table([row('Revenue', '5,000', '4,000'), row('Net loss', '(5,000)', '(4,000)')])],
    claims: [
      revenue('$4.0 million', { hedge: 'over' }),
      revenue('$4.0 million', { hedge: 'under' }),
      profit('$4.0 million', { hedge: 'over', negative: true }),
      profit('$4.0 million', { hedge: 'under', negative: true }),
      revenue('$0.0 million', { hedge: 'over' }),
    ],
    expected: [
      'agrees-with-statement exact',
      'agrees-with-statement breaks',
      'agrees-with-statement exact',
      'agrees-with-statement breaks',
      'agrees-with-statement exact',
    ],
  },
  {
    name: 'is no proof against other words, a round amount or an unknown scale',
    statements: [{ kind: 'incomeStatement', columns: COLUMNS, rows: [row('Revenue', '5,000', '4,000')] }],
    claims: [
      revenue('$6 million', { measures: 'sales of boats' }),
      revenue('$60 million', { hedge: 'about', concept: 'Revenues' }),
    ],
    expected: [
      'agrees-with-statement unproven (the scale of the statement could not be read; the statement calls it "Revenue")',
      'agrees-with-statement unproven ("$60 million" is a round figure, or nothing at a precision that it does not say; the scale of the statement could not be read)',
      'repeats-agree unproven ("$60 million" is a round figure, or nothing at a precision that it does not say)',
    ],
  },
  {
    name: 'is no proof where the statement may be in thousands, for all that it says',
    statements: [
      {
        kind: 'incomeStatement',
        columns: COLUMNS,
        rows: [row('Revenue', '5,123', '4,000'), row('Net loss', '(0)', '(4,567)')],
      },
    ],
    claims: [
      revenue('$5,123,456'),
      profit('$4.6 million', { period: BEFORE, negative: true, measures: 'net loss' }),
      profit('$4.6 million', { negative: true, measures: 'net loss' }),
      revenue('$7,123,456'),
    ],
    expected: [
      'agrees-with-statement unproven (the scale of the statement could not be read)',
      'agrees-with-statement unproven (the scale of the statement could not be read)',
      'agrees-with-statement breaks',
      'agrees-with-statement breaks',
      'repeats-agree breaks',
    ],
  },
  {
    name: 'has a name even where the line has none',
    statements: [table([{ label: '', printed: ['5,000', '4,000'], concept: 'Revenues' }])],
    claims: [{ printed: '$5.0 million', concept: 'Revenues', period: NOW }],
    expected: ['agrees-with-statement exact'],
  },
  {
    name: 'is not compared where it could not be placed or is a part without a concept',
    statements: REVENUE,
    claims: [
      revenue('$6.0 million', { unplaced: 'two subjects' }),
      { printed: '$6.0 million', measures: 'revenue', period: NOW, relation: 'part' },
    ],
    expected: [],
  },
  {
    name: 'is the same where it is a part of something else and a line has it by its concept',
    statements: REVENUE,
    claims: [revenue('$6.0 million', { relation: 'part' })],
    expected: ['agrees-with-statement breaks'],
  },
  {
    name: 'is no line where it is a part and only the words are those of a label',
    statements: [table([row('Widgets returned', null, '60'), row('Widgets recalled', '70', '60')])],
    claims: [{ printed: '$6,000', measures: 'widgets recalled', period: NOW, relation: 'part' }],
    expected: [],
  },
  {
    name: 'may be the sum of lines, which may not be all',
    statements: [table([row('Revenue', '5,000', '4,000'), row('Net income', '500', '400')])],
    claims: [
      { printed: '$5.5 million', measures: 'both', period: NOW, sum: ['Revenues', 'NetIncomeLoss'] },
      { printed: '$9.5 million', period: NOW, sum: ['Revenues', 'NetIncomeLoss'] },
      { printed: '$5.5 million', measures: 'more', period: NOW, sum: ['Revenues', 'Assets'] },
    ],
    expected: [
      'sum-agrees-with-statement exact',
      'sum-agrees-with-statement unproven (the statement may have further lines that belong to it)',
    ],
  },
  {
    name: 'of the basic share may stand in the line of both',
    statements: [table([row('Basic and diluted net income per share', '$1.10', '$1.00')])],
    claims: [
      {
        printed: '$1.10',
        measures: 'basic earnings per share',
        concept: 'EarningsPerShareBasic',
        period: NOW,
        unit: 'USD/shares',
      },
    ],
    expected: ['agrees-with-statement exact'],
  },
];

const WITHIN: readonly Case[] = [
  {
    name: 'is no more than the line, and the rest is told',
    statements: REVENUE,
    claims: [{ printed: '$1.5 million', measures: 'services', within: 'Revenues', period: NOW }],
    expected: [
      'part-within-line exact (3,500,000 (3,449,500 to 3,550,500 before rounding) of the line is something else)',
    ],
  },
  {
    name: 'breaks where it is more than the line',
    statements: REVENUE,
    claims: [{ printed: '$7.5 million', within: 'Revenues', period: NOW }],
    expected: ['part-within-line breaks'],
  },
  {
    name: 'is told why it is no proof, and not what is left, where it is more than a line that is doubted',
    statements: [
      table([row('Revenue', '5,000', '4,000')], { columns: [...COLUMNS.slice(0, 1), ...COLUMNS.slice(0, 1)] }),
    ],
    claims: [{ printed: '$7.5 million', within: 'Revenues', period: NOW }],
    expected: ['part-within-line unproven (the statement has several columns for this period)'],
  },
  {
    name: 'is compared with the magnitude of a negative line',
    statements: [table([row('Revenue', '(500)', '(400)')])],
    claims: [{ printed: '$120.5', within: 'Revenues', period: NOW }],
    expected: [
      'part-within-line exact (499,879.5 (499,379.45 to 500,379.55 before rounding) of the line is something else)',
    ],
  },
  {
    name: 'needs the line and a place',
    statements: REVENUE,
    claims: [
      { printed: '$1.5 million', within: 'Assets', period: NOW },
      { printed: '$1.5 million', within: 'Revenues', period: NOW, unplaced: 'unclear' },
    ],
    expected: [],
  },
];

describe.each([
  ['an amount that a statement shows', SHOWN],
  ['an amount within a line', WITHIN],
] as const)('%s', (_, cases) => {
  it.each(cases)('$name', ({ statements, claims, expected }) => {
    expect(said(statements, claims)).toEqual(expected);
  });
});

describe('an amount in thousands, because the text above it says so', () => {
  it('is held against the statement as such', () => {
    expect(said(REVENUE, [revenue('$5,000', { scale: 1000 }), revenue('$5,003', { scale: 1000 })])).toEqual([
      'agrees-with-statement exact',
      'agrees-with-statement breaks',
      'repeats-agree breaks',
    ]);
  });
});

describe('a total and its part, both lines of one statement,', () => {
  const claims: Claim[] = [
    { printed: '$3.0 million', measures: 'operating expenses', concept: 'OperatingExpenses', period: NOW },
    {
      printed: '$1.0 million',
      measures: 'research and development',
      concept: 'ResearchAndDevelopmentExpense',
      period: NOW,
      relation: 'part',
      of: 'p1',
    },
  ];
  const costs = (total: string, ...more: Row[]) =>
    table([
      row('Revenue', '5,000', '4,000'),
      { label: 'Operating expenses:' },
      row('Research and development', '1,000', '900'),
      row('Selling, general and administrative', '2,000', '1,800'),
      ...more,
      { label: 'Total operating expenses', printed: [total, '2,700'], total: true },
    ]);
  const rest = (statement: Statement, said_: readonly Claim[] = claims) =>
    said([statement], said_).filter((one) => one.startsWith('rest-of-total'));

  it('differ by the other lines', () => {
    expect(rest(costs('3,000'))).toEqual(['rest-of-total exact']);
    const [total, part_] = claims as [Claim, Claim];
    expect(rest(costs('3,000'), [total, { ...part_, printed: '$1.5 million' }])).toEqual(['rest-of-total breaks']);
  });

  it('are not compared where the lines under the total are not certain, or a line has no figure', () => {
    expect(
      rest(table([row('Research and development', '1,000', '900'), row('Total operating expenses', '3,000', '9')])),
    ).toEqual([]);
    expect(rest(costs('3,000', row('Impairment of goodwill', null, '0')))).toEqual([]);
  });
});

describe('a filing without claims', () => {
  it('is judged by its statements alone', () => {
    const filing: Filing = { format: 'tieout/filing@1', statements: [...REVENUE] };
    const prose = openClaims(filing, vocabulary, placeOf);
    expect(judgeClaims(openLedger(filing, vocabulary, placeOf), prose)).toMatchObject({ judged: [], unrounded: [] });
  });
});

describe('a claim', () => {
  function opened(claim: Claim) {
    const filing: Filing = { format: 'tieout/filing@1', statements: [], claims: [claim] };
    const prose = openClaims(filing, vocabulary, placeOf);
    return { prose, unreadable: prose.unreadable };
  }

  it('stands where the filing says', () => {
    expect(opened({ printed: '$5', at: '12:34' }).prose.figures[0]?.place).toEqual({
      document: '',
      line: 12,
      column: 34,
    });
  });

  it('has the unit of its concept where neither it nor its words say one', () => {
    expect(opened({ printed: '5', concept: 'Revenues' }).prose.figures[0]?.unit).toBe('USD');
    expect(opened({ printed: '5', concept: 'Revenues', unit: 'shares' }).prose.figures[0]?.unit).toBe('shares');
  });

  it.each([
    ['five', '"five" is not an amount in words'],
    ['5', '"5" does not say its unit'],
  ])('is a fault where it cannot be read: %s', (printed, message) => {
    const { prose, unreadable } = opened({ printed });
    expect(prose.figures).toEqual([]);
    expect(unreadable).toMatchObject([{ message }]);
  });
});
