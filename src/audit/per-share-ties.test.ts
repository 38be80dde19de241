import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Row, Statement } from '../generated/types.ts';
import type { Bound } from './bind.ts';
import { openLedger } from './ledger.ts';
import { perShareTies } from './per-share-ties.ts';
import { judge } from './verdicts.ts';

type Cells = readonly (string | null)[];
const line = (label: string, ...printed: Cells): Row => ({ label, printed: [...printed] });
const each = (label: string, ...printed: Cells): Row => ({ label, unit: 'USD/shares', printed: [...printed] });
const shares = (...printed: Cells): Row => ({
  label: 'Average shares outstanding',
  concept: 'WeightedAverageNumberOfSharesOutstandingBasic',
  printed: [...printed],
});

/** What ties on a page with these rows. */
function bound(rows: readonly Row[], more: Partial<Statement> = {}): Bound[] {
  const columns = Math.max(...rows.map((row) => row.printed?.length ?? 0));
  const page = statement(rows, {
    kind: 'other',
    columns: Array.from({ length: columns }, (_, at) => ({ heading: `c${at}` })),
    ...more,
  });
  const place = () => ({ document: '', line: 1, column: 1 });
  return openLedger(filing(page), shippedVocabulary(), place).statements.flatMap(perShareTies);
}

/** The same in words: per-share figure, income, verdict. */
function ties(rows: readonly Row[], more: Partial<Statement> = {}): string[] {
  return bound(rows, more).map((one) => {
    const [, income] = one.compiled.figures;
    return `${one.compiled.alone[0]?.name} = ${income?.name} in ${one.column}: ${judge(one).verdict}`;
  });
}

const highlights = [
  line('Net income - excluding one-time items', '180', '1,508'),
  line('- As reported', '204', '1,532'),
  each('Excluding one-time items', '0.24', '2.04'),
  each('- As reported', '0.27', '2.07'),
  shares('741', '739'),
];

describe('per-share figures of any table', () => {
  it('tie to the income that gives them in every column, whatever the labels', () => {
    expect(ties(highlights)).toEqual([
      'Excluding one-time items = Net income - excluding one-time items in 0: exact',
      'Excluding one-time items = Net income - excluding one-time items in 1: exact',
      '- As reported = - As reported (row 2) in 0: rounding',
      '- As reported = - As reported (row 2) in 1: exact',
    ]);
  });

  it.each<[string, Row[]]>([
    ['there is no weighted count', highlights.slice(0, 4)],
    ['one column misses', [line('Net income', '180', '190'), each('Per share', '0.24', '0.22'), shares('741', '733')]],
    ['chance would do as well', [line('Net income', '180'), each('Per share', '0.2'), shares('741')]],
    ['nothing stands in one column together', [line('Income', '180', null), each('a', null, '1'), shares('741', '9')]],
    ['the income is nil', [line('Income', '0', '0'), each('Per share', '0.00', '0.00'), shares('741', '733')]],
    [
      'two incomes give it',
      [
        line('Net income', '180', '162'),
        line('Other income', '181', '162'),
        each('Per share', '0.24', '0.22'),
        shares('741', '733'),
      ],
    ],
    [
      'one of two such incomes is blank where the other is not',
      [
        line('Net income', '180,000', '162,000', '171,000'),
        line('Other income', '180,000', '162,000', null),
        each('Per share', '242.91', '221.01', '230.77'),
        shares('741', '733', '741'),
      ],
    ],
  ])('claim nothing where %s', (_, rows) => expect(ties(rows)).toEqual([]));

  it('are told as not proven in the one column of four that misses', () => {
    const quarters = [
      line('Net income', '51,448', '6,079', '(5,138)', '36,902'),
      each('Per share', '1.27', '0.20', '(0.17)', '1.23'),
      shares('29,899', '29,953', '30,029', '30,117'),
    ];
    expect(ties(quarters)).toEqual([
      'Per share = Net income in 1: exact',
      'Per share = Net income in 2: exact',
      'Per share = Net income in 3: exact',
      'Per share = Net income in 0: unproven',
    ]);
    const two = quarters.map((row): Row => ({ ...row, printed: row.printed?.slice(0, 3) ?? [] }));
    expect(ties(two)).toEqual([]);
    const twice = [...quarters.slice(0, 1), each('Per share', '1.27', '0.20', '(0.17)', '9.99'), ...quarters.slice(2)];
    expect(ties(twice)).toEqual([]);
    const five = [
      line('Net income', '51,448', '6,079', '(5,138)', '36,902', '41,777'),
      each('Per share', '1.27', '0.20', '(0.17)', '1.23', '9.99'),
      shares('29,899', '29,953', '30,029', '30,117', '30,201'),
    ];
    expect(ties(five)).toEqual([]);
  });

  it('are believed where chance would do as well once in a thousand, and not more often', () => {
    const rows = (income: string) => [line('Income', income), each('Per share', '10.00'), shares('1,000')];
    expect(ties(rows('10,000'))).toEqual(['Per share = Income in 0: exact']);
    expect(ties(rows('9,990'))).toEqual([]);
  });

  it('are those of the count that serves every column, where another serves most', () => {
    const rows = [
      line('Net income', '51,448', '6,079', '(5,138)', '36,902'),
      each('Per share', '1.72', '0.20', '(0.17)', '1.23'),
      shares('39,899', '29,953', '30,029', '30,117'),
      { ...shares('29,899', '29,953', '30,029', '30,117'), concept: 'WeightedAverageNumberOfDilutedSharesOutstanding' },
    ];
    expect(ties(rows).map((tie) => tie.slice(-5))).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('take a column that repeats another for no further proof, and leave columns of changes alone', () => {
    const rows = [line('Income', '180', '180'), each('Per share', '0.24', '0.24'), shares('741', '741')];
    expect(ties(rows)).toEqual([]);
    const three = [
      line('Net income', '180', '162', '18'),
      each('Per share', '0.24', '0.22', '0.02'),
      shares('741', '733', '8'),
    ];
    const columns = [
      { heading: 'a', period: '2031-12-31' },
      { heading: 'b' },
      { heading: 'c', shows: 'change' as const },
    ];
    expect(ties(three, { columns })).toEqual([
      'Per share = Net income in 0: exact',
      'Per share = Net income in 1: exact',
    ]);
    expect(bound(three, { columns }).map(({ period }) => period)).toEqual(['2031-12-31', undefined]);
  });
});
