import { describe, expect, it } from 'vitest';
import { inkOf, printInk, withUnits } from './ink.ts';
import type { Ink } from './ink.ts';
import { countSlips, slipsInto, unexplained, widthOf } from './slips.ts';
import type { Line, Neighbour } from './slips.ts';

const ink = (text: string): Ink => inkOf(text) as Ink;
const exactly = (units: bigint) => ({ low: units, high: units });

function undone(
  printed: string,
  meant: bigint,
  neighbours: readonly Neighbour[] = [],
  lines: readonly Line[] = [],
): string[] {
  return slipsInto(exactly(meant), ink(printed), neighbours, lines).map(
    ({ kind, units, words }) => `${kind}: ${printInk(withUnits(ink(printed), units))}, ${words}`,
  );
}

describe('a slip undone', () => {
  it.each([
    ['5,961', 5691n, 'transposed-digits: 5,691, two digits swapped'],
    ['(4,834)', 4834n, 'sign: 4,834, with the opposite sign'],
    ['5,791', 5691n, 'one-digit: 5,691, one digit mistyped'],
    ['569', 5691n, 'dropped-digit: 5,691, a digit left out'],
    ['56,991', 5691n, 'extra-digit: 5,691, a digit too many'],
    ['5,691,000', 5691n, 'power-of-ten: 5,691, a thousand times too large'],
    ['(56.90)', -569n, 'power-of-ten: (5.69), ten times too large'],
    ['6', 5691n, 'power-of-ten: 5,691, a thousand times too small'],
    ['2.95', 259n, 'transposed-digits: 2.59, two digits swapped'],
    ['0.15', 51n, 'transposed-digits: 0.51, two digits swapped'],
    ['.15', 51n, 'transposed-digits: .51, two digits swapped'],
    ['570', 57n, 'power-of-ten: 57, ten times too large'],
    ['57', 570n, 'power-of-ten: 570, ten times too small'],
  ])('%s for %i', (printed, meant, wanted) => {
    expect(undone(printed, meant)).toContain(wanted);
  });

  it.each([
    ['5,691', 8135n],
    // No figure begins with a zero.
    ['1,023', 123n],
  ])('is none where no common one leads from %s to %i', (printed, meant) => {
    expect(undone(printed, meant).filter((text) => !text.startsWith('extra-digit'))).toEqual([]);
  });

  it('has the zero before the point for a digit, which a figure below one is printed with', () => {
    expect(undone('1.59', 59n)).toEqual(['one-digit: 0.59, one digit mistyped']);
  });

  it('is a line left out or counted twice, where that is the gap', () => {
    const line = { units: 3681n, words: 'a line' };
    expect(undone('39,406', 43_087n, [], [line])).toEqual(['dropped-line: 43,087, without a line']);
    expect(undone('46,768', 43_087n, [], [line])).toEqual(['doubled-line: 43,087, with a line twice']);
  });

  it('is the figure beside it, where that is printed', () => {
    const beside: Neighbour = { kind: 'period-swap', units: 2747n, words: 'beside' };
    expect(undone('2,747', 19_511n, [beside, { ...beside, units: 5n }])).toEqual(['period-swap: 19,511, beside']);
  });

  it('comes with the likeliest first', () => {
    expect(slipsInto({ low: 485n, high: 489n }, ink('478'), [], []).map(({ units }) => units)).toEqual([487n, 488n]);
    expect(undone('5', 50n)).toEqual(['power-of-ten: 50, ten times too small', 'dropped-digit: 50, a digit left out']);
  });

  it('counts for every amount that it may have lost and that would repair, and for no other', () => {
    // A hundred times too small shows 57 for anything from 5,650 to 5,750: eleven of these 260.
    const [first] = slipsInto({ low: 5_740n, high: 5_999n }, ink('57'), [], []);
    expect(first).toMatchObject({ kind: 'power-of-ten', words: 'a hundred times too small' });
    expect(first?.likelihood).toBeCloseTo(11 * 0.7, 12);
  });

  it('is not sought for a neighbour where anything would repair', () => {
    const beside: Neighbour = { kind: 'row-swap', units: 5n, words: 'beside' };
    expect(
      slipsInto({ low: undefined, high: undefined }, ink('5'), [beside], []).map(({ kind }) => kind),
    ).not.toContain('row-swap');
  });

  it('may have lost digits that the grid tells only in part', () => {
    const found = slipsInto({ low: 5_749n, high: undefined }, ink('57'), [], []);
    expect(found.find(({ words }) => words === 'a hundred times too small')).toMatchObject({ units: 5_749n });
    const narrow = slipsInto({ low: 5_690n, high: 5_692n }, ink('57'), [], []);
    expect(narrow.find(({ kind }) => kind === 'power-of-ten')).toMatchObject({ units: 5_691n });
    expect(slipsInto({ low: undefined, high: 4n }, ink('57'), [], []).map(({ kind }) => kind)).toContain('sign');
    expect(slipsInto({ low: 4n, high: 4n }, ink('0'), [], []).map(({ kind }) => kind)).not.toContain('power-of-ten');
  });
});

describe('a figure that no slip explains', () => {
  it.each([
    [{ low: 5n, high: 8n }, 6n],
    [{ low: -8n, high: -5n }, -6n],
    [{ low: 5n, high: undefined }, 5n],
    [{ low: undefined, high: 8n }, 8n],
  ])('is best met by the middle of what repairs', (grid, units) => {
    expect(unexplained(grid, ink('1,234'), false)).toMatchObject({ kind: 'other', units, words: 'no common slip' });
  });

  it('is none where everything repairs', () => {
    expect(unexplained({ low: undefined, high: undefined }, ink('1,234'), false)).toBeUndefined();
  });

  it('may be a dash', () => {
    expect(unexplained({ low: 5n, high: 5n }, ink('0'), true)).toMatchObject({ words: 'nothing is printed' });
  });
});

describe('what chance is estimated from', () => {
  it('counts the slips of a hand', () => {
    // One swap, 8 + 9 other digits, 9 + 9 + 10 - 1 longer figures, two shorter ones; the sign and the powers of ten.
    expect(countSlips(ink('12'))).toBe(1 + 17 + 27 + 2 + 9);
  });

  it.each([
    [{ low: 5n, high: 7n }, 3],
    [{ low: 5n, high: undefined }, 10_000],
    [{ low: undefined, high: 7n }, 10_000],
    [{ low: 0n, high: 99_999n }, 10_000],
  ])('measures a grid against what as many digits can print', (grid, width) => {
    expect(widthOf(grid, ink('1,234'))).toBe(width);
  });
});
