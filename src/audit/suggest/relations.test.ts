import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Row, Statement } from '../../generated/types.ts';
import { openLedger } from '../ledger.ts';
import { relationsOf } from './relations.ts';
import type { Found, Line, Relation } from './relations.ts';

const vocabulary = shippedVocabulary();
const YEARS = ['2006', '2005', '2004'].map((year) => ({ heading: year, period: `${year}-01-01/${year}-12-31` }));

type Lines = Readonly<Record<string, readonly (string | null)[]>>;

function statement(lines: Lines, more: Partial<Statement> = {}): Statement {
  const rows = Object.entries(lines).map(([label, printed]): Row => ({ label, printed: [...printed] }));
  return { kind: 'other', columns: YEARS, rows, ...more };
}

/** What is found on the statements. */
function relationsIn(statements: readonly Statement[]): Found[] {
  const ledger = openLedger({ format: 'tieout/filing@1', statements: [...statements] }, vocabulary, () => ({
    document: '',
    line: 1,
    column: 1,
  }));
  return relationsOf(ledger.statements);
}

/** Each relation in one line with the number of columns that show it. */
function found(...statements: Statement[]): string[] {
  return relationsIn(statements).map(({ relation, columns }) => `${spelt(relation)}, ${columns}`);
}

function spelt(relation: Relation): string {
  const name = (line: Line) => line.row.row.label;
  const gives = name(relation.gives);
  switch (relation.kind) {
    case 'quotient':
      return `${gives} = ${name(relation.top)} / ${name(relation.bottom)}`;
    case 'equal':
      return `${gives} = ${relation.opposite ? '-' : '+'}${name(relation.line)}`;
    default:
      return `${gives} = ${relation.lines.map((line) => `+${name(line)}`).join(' ')}`;
  }
}

describe('a sum of lines', () => {
  const pair: Lines = {
    Reds: ['51,234', '42,345', '33,456'],
    Greens: ['61,171', '67,182', '68,193'],
    Both: ['112,405', '109,527', '101,649'],
  };

  it('is found of two lines', () => {
    expect(found(statement(pair))).toEqual(['Both = +Reds +Greens, 3']);
  });

  it.each<readonly [string, Lines, Partial<Statement>]>([
    ['a line has another unit', { ...pair, Both: ['112,405%', '109,527%', '101,649%'] }, {}],
    ['a line cannot be read', { ...pair, Both: ['112,405', '109,527', 'see note'] }, {}],
    [
      'a line cannot be read in a column where the others are blank',
      {
        Reds: ['51,234', '42,345', null],
        Greens: ['61,171', '67,182', null],
        Both: ['112,405', '109,527', 'see note'],
      },
      {},
    ],
    [
      'a line is twice another',
      { Reds: ['51,234', '42,345', '33,456'], Twice: ['102,468', '84,690', '66,912'], Price: ['1', '2', '3'] },
      {},
    ],
    [
      'nothing is there but what is rounding',
      { Reds: ['1', '0', '1'], Greens: ['1', '1', '0'], Both: ['2', '1', '1'] },
      {},
    ],
  ])('is not found where %s', (_, lines, more) => {
    expect(found(statement(lines, more))).toEqual([]);
  });

  it.each(['Reds', 'Greens', 'Both'])('is not found where of its lines only %s are shares', (other) => {
    const rows = statement(pair).rows.map((row): Row => ({ ...row, unit: row.label === other ? 'shares' : 'USD' }));
    expect(found(statement({}, { rows }))).toEqual([]);
  });

  it('is found among headings, which have no figures', () => {
    const rows = [{ label: 'Widgets' }, ...statement(pair).rows];
    expect(found(statement({}, { rows }))).toEqual(['Both = +Reds +Greens, 3']);
  });

  it('is no better proven by a column that repeats another, and not at all by columns of changes', () => {
    const twice = {
      Reds: ['51,234', '42,345', '51,234'],
      Greens: ['61,171', '67,182', '61,171'],
      Both: ['112,405', '109,527', '112,405'],
    };
    expect(found(statement(twice))).toEqual(['Both = +Reds +Greens, 2']);
    const changes = YEARS.map((column, index) => (index === 2 ? { ...column, shows: 'change' as const } : column));
    expect(found(statement(pair, { columns: changes }))).toEqual(['Both = +Reds +Greens, 2']);
  });
});

describe('a sum of a run of lines', () => {
  /** Lines whose sum stands above them, behind a line of another kind; `off` is what the sum shows more, by column. */
  function run(length: number, off: readonly number[] = [0, 0, 0], unit = ''): Lines {
    const amounts = Array.from({ length }, (_, at) =>
      off.map((__, column) => 10_007 + 1_913 * at ** 2 + 617 * at * column),
    );
    const print = (list: readonly number[]) => list.map((amount) => `${amount.toLocaleString('en-US')}${unit}`);
    return {
      All: print(off.map((more, column) => amounts.reduce((sum, line) => sum + (line[column] as number), more))),
      'Price list': ['12', '11', '10'],
      ...Object.fromEntries(amounts.map((line, at) => [`Line ${at}`, print(line)])),
    };
  }

  it('may miss its total by all that rounding leaves open, and by no more', () => {
    const sum = 'All = +Line 0 +Line 1 +Line 2, 3';
    expect(found(statement(run(3, [2, -2, 0])))).toEqual([sum]);
    expect(found(statement(run(3, [3, 0, 0])))).toEqual([]);
    expect(found(statement(run(3, [0, -3, 0])))).toEqual([]);
  });

  it('is found of twelve lines, and not sought of more', () => {
    expect(found(statement(run(12)))).toHaveLength(1);
    expect(found(statement(run(13)))).toEqual([]);
  });

  it('is not found of percentages that amounts seem to give', () => {
    const { All = [] } = run(3);
    expect(found(statement({ ...run(3), All: All.map((text) => `${text}%`) }))).toEqual([]);
  });

  it('does not hold a line of the run against itself', () => {
    const lines = {
      Reds: ['51,234', '42,345', '33,456'],
      In: ['61,171', '67,182', '68,193'],
      Out: ['(61,171)', '(67,182)', '(68,193)'],
    };
    expect(found(statement(lines))).toEqual([]);
  });

  it('is proven by a column only where every line in it is more than rounding', () => {
    const small = (amount: string): Lines => ({
      All: ['110,104', '120,208', String(30_000 + Number(amount))],
      'Price list': ['12', '11', '10'],
      Reds: ['50,051', '60,103', '10,000'],
      Greens: ['60,050', '60,100', '20,000'],
      Blues: ['3', '5', amount],
    });
    expect(found(statement(small('3')))).toEqual(['All = +Reds +Greens +Blues, 3']);
    expect(found(statement(small('2')))).toEqual(['All = +Reds +Greens +Blues, 2']);
  });
});

describe('an amount on two statements', () => {
  const one = statement({ Purse: ['51,234', '42,345', '33,456'] });

  it('is found by period, not by place', () => {
    const turned = statement({ Chest: ['33,456', '42,345', '51,234'] }, { columns: YEARS.toReversed() });
    expect(found(one, turned)).toEqual(['Purse = +Chest, 3']);
  });

  it('is found in the columns that the first one shows', () => {
    const short = statement({ Purse: ['51,234', '42,345', null] });
    expect(found(short, statement({ Chest: ['51,234', '42,345', '33,456'] }))).toEqual(['Purse = +Chest, 2']);
  });

  it.each<readonly [string, Statement]>([
    ['the other has another unit', statement({ Chest: ['51,234%', '42,345%', '33,456%'] })],
    ['the other differs', statement({ Chest: ['51,234', '42,345', '43,456'] })],
    [
      'the other has no period in common',
      statement({ Chest: ['51,234'] }, { columns: [{ heading: '1999', period: '1999-01-01/1999-12-31' }] }),
    ],
    [
      'the columns have no periods',
      statement({ Chest: ['51,234', '42,345', '33,456'] }, { columns: YEARS.map(({ heading }) => ({ heading })) }),
    ],
  ])('is not found where %s', (_, other) => {
    expect(found(one, other)).toEqual([]);
    expect(found(other, one)).toEqual([]);
  });
});

describe('a share of one line in another', () => {
  const shares: Lines = {
    Sales: ['61,234', '52,345', '43,456'],
    Wages: ['11,357', '12,468', '13,579'],
    'Wages in sales': ['18.55%', '23.82%', '31.25%'],
  };

  it('is found, and of negative amounts as well', () => {
    expect(found(statement(shares))).toEqual(['Wages in sales = Wages / Sales, 3']);
    const negative = {
      Sales: ['(61,234)', '52,345', '43,456', null],
      Wages: ['11,357', '12,468', '0', null],
      'Wages in sales': ['(18.55)%', '23.82%', '0.00%', null],
    };
    expect(found(statement(negative, { columns: [...YEARS, { heading: '2003' }] }))).toEqual([
      'Wages in sales = Wages / Sales, 2',
    ]);
  });

  it('may miss by all that its rounding leaves open, and by no more', () => {
    const rounded = (...wages: string[]) =>
      found(statement({ Sales: ['10,000', '10,000', '10,000'], Wages: wages, Share: ['12.5%', '23.5%', '31.2%'] }));
    expect(rounded('1,245', '2,355', '3,120')).toEqual(['Share = Wages / Sales, 3']);
    expect(rounded('1,244', '2,355', '3,120')).toEqual([]);
    expect(rounded('1,245', '2,356', '3,120')).toEqual([]);
  });

  it.each<readonly [string, Lines]>([
    ['the top is blank where the others are not', { ...shares, Wages: ['11,357', '12,468', null] }],
    ['the bottom is blank where the others are not', { ...shares, Sales: ['61,234', '52,345', null] }],
    ['the share is blank where the others are not', { ...shares, 'Wages in sales': ['18.55%', '23.82%', null] }],
    [
      'only the top is not blank',
      { ...shares, Sales: ['61,234', '52,345', null], 'Wages in sales': ['18.55%', '23.82%', null] },
    ],
    ['the bottom is zero', { ...shares, Sales: ['61,234', '52,345', '0'] }],
    ['top and bottom are zero', { ...shares, Sales: ['61,234', '52,345', '0'], Wages: ['11,357', '12,468', '0'] }],
    ['it is all of one line', { Sales: ['61,234', '52,345', '43,456'], 'Of sales': ['100.00%', '100.00%', '100.00%'] }],
    ['it misses in one column', { ...shares, 'Wages in sales': ['18.55%', '23.82%', '41.25%'] }],
    ['it is nothing throughout', { ...shares, Wages: ['0', '0', '0'], 'Wages in sales': ['0.00%', '0.00%', '0.00%'] }],
  ])('is not found where %s', (_, lines) => {
    expect(found(statement(lines))).toEqual([]);
  });
});

describe('an amount per share', () => {
  const lines = {
    'Net income': ['61,234', '52,345', '43,456'],
    'Weighted average shares outstanding, basic': ['11,357', '12,468', '13,579'],
    'Basic earnings per share': ['$5.39', '$4.20', '$3.20'],
  };
  const tie = 'Basic earnings per share = Net income / Weighted average shares outstanding, basic, 3';

  it('is money over a number of shares', () => {
    expect(found(statement(lines, { kind: 'incomeStatement' }))).toContain(tie);
  });

  it.each(['USD', 'shares'] as const)('is not what two lines give that are both %s', (unit) => {
    const { rows } = statement(lines);
    const both = rows.map((row, at): Row => ({ ...row, unit: at === 2 ? 'USD/shares' : unit }));
    expect(found(statement({}, { rows: both }))).toEqual([]);
  });

  it('is no percentage, though money over shares gives one', () => {
    const { 'Basic earnings per share': _, ...others } = lines;
    const percent = { ...others, Margin: ['539.17%', '419.83%', '320.02%'] };
    expect(found(statement(percent, { kind: 'incomeStatement' }))).toEqual([]);
  });
});

describe('how often chance would give a relation as good', () => {
  const ONE = { columns: YEARS.slice(0, 1) };
  /** Half of the last place of both is what a unit is, where both are printed in whole amounts. */
  const units = (amount: number) => 2 * amount + 1;

  it.each<readonly [string, Statement[], number]>([
    [
      'three pairs are tried; three roundings allow four sums of so many',
      [statement({ Reds: ['651,234'], Greens: ['161,171'], Both: ['812,405'] }, ONE)],
      (3 * 4) / units(812_405),
    ],
    [
      'a line printed more finely allows less',
      [statement({ Reds: ['651,234.0'], Greens: ['161,171'], Both: ['812,405'] }, ONE)],
      (3 * 3) / units(812_405),
    ],
    [
      'of four lines two runs are tried, each against the line that is not in it',
      [statement({ All: ['812,505'], Reds: ['651,234'], Greens: ['161,171'], Blues: ['100'] }, ONE)],
      (2 * 5) / units(812_505),
    ],
    [
      'runs are of lines of one unit, and give a line of that unit',
      [statement({ All: ['812,505'], Share: ['9%'], Reds: ['651,234'], Greens: ['161,171'], Blues: ['100'] }, ONE)],
      5 / units(812_505),
    ],
    [
      'a line may be another or its opposite, and two roundings allow three gaps',
      [statement({ Purse: ['651,234'] }, ONE), statement({ Chest: ['651,234'] }, ONE)],
      (2 * 3) / units(651_234),
    ],
    [
      'a second column makes it as much rarer as its own amounts are large',
      [
        statement({ Purse: ['651,234', '(5,120)'] }, { columns: YEARS.slice(0, 2) }),
        statement({ Chest: ['651,234', '(5,120)'] }, { columns: YEARS.slice(0, 2) }),
      ],
      ((2 * 3) / units(651_234)) * (3 / units(5_120)),
    ],
    [
      'each of two lines over the other, or over the share; one share of so many is as printed',
      [statement({ Sales: ['10,000'], Wages: ['123,456'], Share: ['1,234.56%'] }, ONE)],
      6 / 123_457,
    ],
    [
      'a share below zero is as rare as one above',
      [statement({ Sales: ['10,000'], Wages: ['(123,456)'], Share: ['(1,234.56)%'] }, ONE)],
      6 / 123_457,
    ],
  ])('%s', (_, statements, expected) => {
    expect(relationsIn(statements).map(({ chance }) => chance / expected)).toEqual([expect.closeTo(1, 9)]);
  });

  it('is at most once in ten thousand', () => {
    const equal = (amount: string) => found(statement({ Purse: [amount] }, ONE), statement({ Chest: ['19,999'] }, ONE));
    expect(equal('19,999.5')).toEqual(['Purse = +Chest, 1']);
    expect(equal('19,999.4')).toEqual([]);
  });

  it('puts the rarest first', () => {
    const often = statement({ Reds: ['651,234'], Greens: ['161,171'], Both: ['812,405'] }, ONE);
    const seldom = statement({ Reds: ['7,651,234'], Greens: ['1,161,171'], Sum: ['8,812,405'] }, ONE);
    expect(found(often, seldom)).toEqual(['Sum = +Reds +Greens, 1', 'Both = +Reds +Greens, 1']);
  });
});
