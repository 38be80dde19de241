import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Row, Statement } from '../../generated/types.ts';
import { openLedger } from '../ledger.ts';
import { relationsOf } from './relations.ts';
import type { Relation } from './relations.ts';

const vocabulary = shippedVocabulary();
const YEARS = ['2006', '2005', '2004'].map((year) => ({ heading: year, period: `${year}-01-01/${year}-12-31` }));

type Lines = Readonly<Record<string, readonly (string | null)[]>>;

function statement(lines: Lines, more: Partial<Statement> = {}): Statement {
  const rows = Object.entries(lines).map(([label, printed]): Row => ({ label, printed: [...printed] }));
  return { kind: 'other', columns: YEARS, rows, ...more };
}

/** What is found on the statements, each relation in one line with the number of columns that show it. */
function found(...statements: Statement[]): string[] {
  const ledger = openLedger({ format: 'tieout/filing@1', statements }, vocabulary, () => ({
    document: '',
    line: 1,
    column: 1,
  }));
  return relationsOf(ledger.statements).map(({ relation, columns }) => `${spelt(relation)}, ${columns}`);
}

function spelt(relation: Relation): string {
  const gives = relation.gives.row.row.label;
  if (relation.kind === 'quotient')
    return `${gives} = ${relation.top.row.row.label} / ${relation.bottom.row.row.label}`;
  return `${gives} = ${relation.lines.map(({ sign, row }) => `${sign < 0 ? '-' : '+'}${row.row.label}`).join(' ')}`;
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
      'nothing is there but what is rounding',
      { Reds: ['1', '0', '1'], Greens: ['1', '1', '0'], Both: ['2', '1', '1'] },
      {},
    ],
  ])('is not found where %s', (_, lines, more) => {
    expect(found(statement(lines, more))).toEqual([]);
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

  it.each<readonly [string, Lines]>([
    ['a line is blank where the others are not', { ...shares, Wages: ['11,357', '12,468', null] }],
    ['the bottom is zero', { ...shares, Sales: ['61,234', '52,345', '0'] }],
    ['it misses in one column', { ...shares, 'Wages in sales': ['18.55%', '23.82%', '41.25%'] }],
    ['it is nothing throughout', { ...shares, Wages: ['0', '0', '0'], 'Wages in sales': ['0.00%', '0.00%', '0.00%'] }],
  ])('is not found where %s', (_, lines) => {
    expect(found(statement(lines))).toEqual([]);
  });
});

describe('an amount per share', () => {
  it('is money over a number of shares', () => {
    const lines = {
      'Net income': ['61,234', '52,345', '43,456'],
      'Weighted average shares outstanding, basic': ['11,357', '12,468', '13,579'],
      'Basic earnings per share': ['$5.39', '$4.20', '$3.20'],
    };
    expect(found(statement(lines, { kind: 'incomeStatement' }))).toContain(
      'Basic earnings per share = Net income / Weighted average shares outstanding, basic, 3',
    );
  });
});
