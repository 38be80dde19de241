import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Row, Statement } from '../generated/types.ts';
import { findFootings } from './footing.ts';
import { openLedger } from './ledger.ts';

type Cells = readonly (string | null)[];
const line = (label: string, ...printed: Cells): Row => ({ label, printed: [...printed] });
const total = (label: string, ...printed: Cells): Row => ({ label, printed: [...printed], total: true });
const of = (concept: string, label: string, ...printed: Cells): Row => ({ label, concept, printed: [...printed] });

/** The footings of a page in words: the sum, the columns in which it foots and those in which it misses. */
function footings(rows: readonly Row[], more: Partial<Statement> = {}): string[] {
  const place = () => ({ document: '', line: 1, column: 1 });
  return openLedger(filing(statement(rows, more)), shippedVocabulary(), place).statements.flatMap((one) =>
    findFootings(one).map(({ lines, total: at, foots, misses }) => {
      const sum = lines.map(({ row, sign }) => `${sign === 1 ? '+' : '-'} ${one.rows[row]?.row.label}`).join(' ');
      const missed = misses.length > 0 ? ` not ${misses.join(',')}` : '';
      return `${one.rows[at]?.row.label} = ${sum} in ${foots.join(',')}${missed}`;
    }),
  );
}

const small = (millionths: number): string => (millionths / 1_000_000).toFixed(6);

/** Two lines and their sum. Of all sums that they may have in tenths of a millionth, 31 in 20 × `millionths` are within rounding. */
function pair(millionths: number, sumOf: typeof total = total): [Row, Row, Row] {
  const [a, b] = [Math.floor(millionths / 2), Math.ceil(millionths / 2)];
  return [line('Alpha', small(a)), line('Beta', small(b)), sumOf('Sum', small(millionths))];
}

/** The rows with more columns to the right of them. */
function beside(rows: readonly Row[], ...columns: readonly Cells[]): Row[] {
  return rows.map((row, at) => ({
    ...row,
    printed: [...(row.printed ?? []), ...columns.map((cells) => cells[at] ?? null)],
  }));
}

describe('lines that would give as much by chance', () => {
  const sum = '+ Alpha + Beta in 0';

  it('once in a hundred are those of a total, more often are not', () => {
    expect(footings(pair(155))).toEqual([`Sum = ${sum}`]);
    expect(footings(pair(154))).toEqual([]);
  });

  it('once in a hundred thousand are those of a line that nothing marks as a total', () => {
    expect(footings(pair(155_000, line))).toEqual([`Sum = ${sum}`]);
    expect(footings(pair(154_999, line))).toEqual([]);
  });

  it('in one column are less likely to do so in two', () => {
    const two = (millionths: number) =>
      footings(
        beside(
          pair(14),
          pair(millionths).map(({ printed }) => printed?.[0] ?? null),
        ),
      );
    expect(two(18)).toEqual([`Sum = ${sum},1`]);
    expect(two(17)).toEqual([]);
  });

  it('are the less to be believed the more readings were tried before', () => {
    const noise = line('Noise', small(123_456));
    expect(footings([noise, ...pair(310)])).toEqual([`Sum = ${sum}`]);
    expect(footings([noise, ...pair(309)])).toEqual([]);
  });

  it('once in two hundred say that another column is wrong', () => {
    const wrong = ['12', '34', '99'].map((cell) => `0.0000${cell}`);
    expect(footings(beside(pair(310), wrong))).toEqual([`Sum = ${sum} not 1`]);
    expect(footings(beside(pair(309), wrong))).toEqual([]);
  });

  it('once in five thousand say so of lines of which one is itself a total that nothing explains', () => {
    const nested = (millionths: number) => {
      const [alpha, beta, sumOf] = pair(millionths);
      return footings(beside([alpha, { ...beta, total: true }, sumOf], ['0.000012', '0.000034', '0.000099']));
    };
    expect(nested(7750)).toEqual([`Sum = ${sum} not 1`]);
    expect(nested(7749)).toEqual([]);
  });

  it('once in ten million say so in three columns of a line that nothing marks as a total', () => {
    const nil = ['—', '—', '—'];
    const wrong = ['1.234567', '4.321000', '9.999999'];
    expect(footings(beside(pair(15_500_000, line), nil, nil, wrong))).toEqual([`Sum = ${sum},1,2 not 3`]);
    expect(footings(beside(pair(15_499_999, line), nil, nil, wrong))).toEqual([]);
    expect(footings(beside(pair(15_500_000, line), nil, wrong))).toEqual([]);
  });

  it('only where a slip is undone are believed once in two hundred', () => {
    const signed = (beta: string) => footings([line('Alpha', '1,234.5'), line('Beta', beta), total('Sum', '(3,300)')]);
    expect(signed('2,065.0')).toEqual(['Sum = + Alpha + Beta in  not 0']);
    expect(signed('2,064.9')).toEqual([]);
  });
});

describe('a line that nothing marks as a total', () => {
  it('is none by a slip alone', () => {
    const lines = [line('Alpha', '123,456'), line('Beta', '432,100')];
    expect(footings([...lines, total('Sum', '555,565')])).toEqual(['Sum = + Alpha + Beta in  not 0']);
    expect(footings([...lines, line('Sum', '555,565')])).toEqual([]);
  });
});

describe('lines above total assets', () => {
  it('are no part of what stands below, even if nothing sums them up', () => {
    const rows = (concept: string) => [
      line('Alpha', '1,234', '2,345'),
      { ...of(concept, 'Total of it', '9,999', '8,888'), total: true as const },
      line('Beta', '4,321', '5,432'),
      total('Sum', '5,555', '7,777'),
    ];
    expect(footings(rows('Assets'), { kind: 'balanceSheet' })).toEqual([]);
  });
});

describe('the signs of the lines', () => {
  it('on a balance sheet are those of the labels, and a figure in brackets is taken as it is printed', () => {
    const rows = [
      of('CommonStockValue', 'Common stock', '9,876', '9,876'),
      of('RetainedEarningsAccumulatedDeficit', 'Accumulated deficit', '1,111', '2,222'),
      of('TreasuryStockValue', 'Treasury stock', '(333)', '(444)'),
      total('Sum', '8,432', '7,210'),
    ];
    expect(footings(rows, { kind: 'balanceSheet' })).toEqual([
      'Sum = + Common stock - Accumulated deficit + Treasury stock in 0,1',
    ]);
  });

  it('over more than five lines are those that the concepts have, but for the first', () => {
    const rows = [
      of('CostOfRevenue', 'Cost', '90,001', '80,019'),
      of('InterestExpense', 'Interest', '1,003', '2,207'),
      line('C', '3,019', '1,301'),
      line('D', '5,119', '6,311'),
      line('E', '7,523', '4,409'),
      line('F', '2,468', '8,642'),
      total('Rest', '107,127', '98,475'),
    ];
    expect(footings(rows)).toEqual(['Rest = + Cost - Interest + C + D + E + F in 0,1']);
  });

  it('over more than five lines may all be turned but for the first', () => {
    const rows = [
      line('A', '90,001', '80,019'),
      line('B', '1,003', '2,207'),
      line('C', '3,019', '1,301'),
      line('D', '5,119', '6,311'),
      line('E', '7,523', '4,409'),
      line('F', '2,468', '8,642'),
      total('Rest', '70,869', '57,149'),
    ];
    expect(footings(rows)).toEqual(['Rest = + A - B - C - D - E - F in 0,1']);
  });

  it('leave the first line as it is, unless all of them are turned by what they are', () => {
    const rows = [line('A', '1,003', '2,207'), line('B', '9,876', '8,765'), line('C', '3,019', '1,301')];
    expect(footings([...rows, total('Rest', '11,892', '7,859')])).toEqual([]);
    expect(footings([...rows, total('Rest', '9,876', '8,471')])).toEqual([]);
  });
});

describe('of two readings that miss', () => {
  it('the one that misses less is believed, whichever is the likelier by chance', () => {
    expect(
      footings([
        line('Late', '—', '—', '2', '5'),
        { label: 'Others:' },
        line('Alpha', '1,234', '8,642', '—', '4,567'),
        line('Beta', '4,321', '2,134', '—', '7,654'),
        total('Sum', '5,555', '10,776', '2', '17,000'),
      ]),
    ).toEqual(['Sum = + Late + Alpha + Beta in 0,1,2 not 3']);
  });

  it('as often, that of a section is believed before that of the one line above, which the total may repeat by a slip', () => {
    expect(
      footings([line('Alpha', '1,234', '8,642'), line('Beta', '94,321', '2,134'), total('Total', '94,321', '10,776')]),
    ).toEqual(['Total = + Alpha + Beta in 1 not 0']);
  });

  it('as often, the one is believed of which all that it needs is there', () => {
    expect(
      footings([
        line('Late', '—', '50', '3,579'),
        line('Alpha', '1,234', '8,642', '2,468'),
        line('Beta', '4,321', '2,134', null),
        total('Sum', '5,555', '10,776', '6,047'),
      ]),
    ).toEqual(['Sum = + Late + Alpha + Beta in 0,2 not 1']);
  });

  it('as often, the one is believed that chance would give less often, of equals the shorter', () => {
    const page = (late: Cells, alpha: Cells, beta: Cells, sum: Cells) =>
      footings([
        line('Late', ...late),
        { label: 'Others:' },
        line('Alpha', ...alpha),
        line('Beta', ...beta),
        total('Sum', ...sum),
      ]);
    const shorter = ['Sum = + Alpha + Beta in 0 not 1'];
    const longer = ['Sum = + Late + Alpha + Beta in 1 not 0'];
    expect(page(['999', '12,345'], ['1,234', '45,678'], ['4,321', '54,321'], ['5,555', '112,344'])).toEqual(longer);
    expect(page(['999', '2,345'], ['45,678', '1,234'], ['54,321', '4,321'], ['99,999', '7,900'])).toEqual(shorter);
    expect(
      page(['999', '2'], ['1,000,000', '4,000,000'], ['2,000,001', '4,000,000'], ['3,000,001', '8,000,002']),
    ).toEqual(shorter);
  });

  it('over one line as often, the one is believed that takes it as it is printed', () => {
    expect(footings([of('CostOfRevenue', 'Cost', '5,432', '4,321'), total('Total', '5,432', '(4,321)')])).toEqual([
      'Total = + Cost in 0 not 1',
    ]);
  });
});
