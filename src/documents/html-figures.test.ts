import { describe, expect, it } from 'vitest';
import { figureColumns, glueFigures, isFigure, isPrefix, ruleWeight } from './html-figures.ts';
import type { Piece } from './html-figures.ts';

/** Pieces one column wide at the columns where text stands; `^` before a text raises it. */
function row(...texts: string[]): Piece[] {
  return texts.flatMap((source, left) => {
    const raised = source.startsWith('^');
    const text = raised ? source.slice(1) : source;
    const piece = {
      text,
      offset: left,
      left,
      right: left + 1,
      bold: false,
      underlined: false,
      size: 10,
      raised,
      indent: 0,
    };
    return text === '' ? [] : [piece];
  });
}

function glue(first: Piece[], ...others: Piece[][]): string[] {
  return glueFigures(first, figureColumns([first, ...others])).map(
    (piece) => `${piece.text} @${piece.left}-${piece.right}`,
  );
}

describe('isFigure', () => {
  it.each([
    '46',
    '(46',
    '46)',
    '$ (4,600)',
    '$(46)',
    '(46)%',
    '12.5%',
    '.35',
    '-46',
    '—',
    '$ —',
    '--',
    '-0-',
    '0.37*',
    '1,234 (a)',
    '47,268, 208',
  ])('takes %s', (text) => expect(isFigure(text)).toBe(true));
  it.each(['', '$', '%', ')', 'Cash', 'March 31, 2031', '5 years', '$5 million', '1'.repeat(100), '----'])(
    'leaves %s',
    (text) => expect(isFigure(text)).toBe(false),
  );
});

describe('isPrefix and ruleWeight', () => {
  it('tell signs and lines from figures', () => {
    expect(['$', '$ (', '(', 'US$', '€', '%', '5'].map(isPrefix)).toEqual([true, true, true, true, true, false, false]);
    expect(['-----', '====', '____', '—', '---', 'a'].map(ruleWeight)).toEqual([
      'single',
      'double',
      'single',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('glueFigures', () => {
  it('glues signs to their number', () => {
    expect(glue(row('Loss', '$', '(46', ')', '', '$', '12'))).toEqual(['Loss @0-1', '$ (46) @1-4', '$ 12 @5-7']);
    expect(glue(row('Rate', '46', '%', '(2', ')%'))).toEqual(['Rate @0-1', '46% @1-3', '(2)% @3-5']);
    expect(glue(row('Loss', '$', '(', '46', ')'))).toEqual(['Loss @0-1', '$ (46) @1-5']);
    expect(glue(row('Nil', '$', '—'))).toEqual(['Nil @0-1', '$ — @1-3']);
  });

  it('reaches over empty cells, but not over another column of figures', () => {
    expect(glue(row('a', '$', '', '46'))).toEqual(['a @0-1', '$ 46 @1-4']);
    expect(glue(row('a', '$', '', '46'), row('b', '', '7', '8'))).toEqual(['a @0-1', '$ @1-2', '46 @3-4']);
  });

  it('leaves headings alone', () => {
    expect(glue(row('', '2031', '%'), row('a', '5', '7'))).toEqual(['2031 @1-2', '% @2-3']);
    expect(glue(row('', '$', '%'))).toEqual(['$ @1-2', '% @2-3']);
  });

  it('glues footnote marks by how they are set, and never a figure in parentheses', () => {
    expect(glue(row('a', '46', '^(1)'))).toEqual(['a @0-1', '46 (1) @1-3']);
    expect(glue(row('a', '46', '^1'))).toEqual(['a @0-1', '46 @1-3']);
    expect(glue(row('a', '46', '(1)'))).toEqual(['a @0-1', '46 @1-2', '(1) @2-3']);
    expect(glue(row('a', '46', '*'))).toEqual(['a @0-1', '46 * @1-3']);
    expect(glue(row('a', '(46', ')(a)'))).toEqual(['a @0-1', '(46) (a) @1-3']);
  });

  it('joins decimals set in a column of their own', () => {
    expect(glue(row('a', '(13', '.8)%'), row('b', '35', '.0%'))).toEqual(['a @0-1', '(13.8)% @1-3']);
    expect(glue(row('a', '13', '.80'), row('b', '35', '1.25'))).toEqual(['a @0-1', '13 @1-2', '.80 @2-3']);
  });

  it('keeps the place of the number', () => {
    const [, figure] = glueFigures(row('a', '$', '46'), figureColumns([]));
    expect(figure?.offset).toBe(2);
  });
});
