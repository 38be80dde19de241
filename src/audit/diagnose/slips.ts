/**
 * The slips by which a page comes to show one figure for another, undone: from the figure that is
 * printed to those that may have been meant.
 */
import type { EditKind } from '../../generated/types.ts';
import { longer, retyped, shorter, swapped } from './digits.ts';
import { unitsOf } from './ink.ts';
import type { Ink } from './ink.ts';
import { holds } from './range.ts';
import type { Grid } from './range.ts';

/**
 * One slip undone: what may have been meant, and its weight beside other slips. Of all pages that
 * tie, none is likelier than another beforehand, so a slip that undoes to one amount counts once,
 * and one that undoes to any amount in the grid (a figure of another column stands here) counts for
 * each of them.
 */
export interface Slip {
  readonly kind: EditKind;
  /** What was meant, in units of the last place of the printed figure. */
  readonly units: bigint;
  readonly likelihood: number;
  /** What happened, in words. */
  readonly words: string;
}

/** Another figure on the page that may stand where this one should, or be left out of it. */
export interface Neighbour {
  readonly kind: 'column-swap' | 'period-swap' | 'row-swap';
  readonly units: bigint;
  readonly words: string;
}

/** A line of the sum whose total this figure is: what the total lacks where the line was left out. */
export interface Line {
  readonly units: bigint;
  readonly words: string;
}

/**
 * How often a page that has a slip has this one at a given place, against two digits swapped. These
 * are judgements, not measurements: one slip of the hand is likelier than two, a wrong key has nine
 * ways to be wrong, and a figure that is wrong in no such way at all is the last thing to think of.
 */
const LIKELIHOOD: Readonly<Record<EditKind, number>> = {
  sign: 1,
  'transposed-digits': 1,
  'power-of-ten': 0.7,
  'column-swap': 0.7,
  'period-swap': 0.7,
  'row-swap': 0.7,
  'dropped-line': 0.7,
  'doubled-line': 0.5,
  'one-digit': 1 / 9,
  'dropped-digit': 0.2,
  'extra-digit': 0.05,
  other: 0.02,
};

const POWERS = [1, 3, -1, -3, 2, 6, -2, -6] as const;

/**
 * Every slip that leads from an amount in the grid to what is printed, the likeliest first.
 * @param grid what would repair, in units of the last place of the ink
 */
export function slipsInto(
  grid: Grid,
  ink: Ink,
  neighbours: readonly Neighbour[],
  lines: readonly Line[],
): readonly Slip[] {
  const width = widthOf(grid, ink);
  const own = unitsOf(ink);
  const found: Slip[] = [];
  const take = (kind: EditKind, units: bigint, words: string, count = 1) => {
    if (units !== own && holds(grid, units))
      found.push({ kind, units, likelihood: LIKELIHOOD[kind] * Math.min(count, width), words });
  };
  const signed = (digits: string) => (ink.negative ? -BigInt(digits) : BigInt(digits));
  take('sign', -own, 'with the opposite sign');
  for (const digits of swapped(ink)) take('transposed-digits', signed(digits), 'two digits swapped');
  for (const digits of retyped(ink)) take('one-digit', signed(digits), 'one digit mistyped');
  for (const digits of longer(ink)) take('dropped-digit', signed(digits), 'a digit left out');
  for (const digits of shorter(ink)) take('extra-digit', signed(digits), 'a digit too many');
  for (const power of POWERS) powerOfTen(power, own, grid, take);
  for (const line of lines) {
    take('dropped-line', own + line.units, `without ${line.words}`);
    take('doubled-line', own - line.units, `with ${line.words} twice`);
  }
  const middle = middleOf(grid);
  if (middle !== undefined) {
    for (const { kind, units, words } of neighbours) if (units === own) take(kind, middle, words);
  }
  return found.toSorted((a, b) => b.likelihood - a.likelihood);
}

/** A figure that no known slip explains: any other with as many digits could stand there as well. */
export function unexplained(grid: Grid, ink: Ink, nil: boolean): Slip | undefined {
  const units = middleOf(grid);
  const digits = nil ? NIL_DIGITS : Math.min(ink.digits.length, 300);
  return units === undefined
    ? undefined
    : {
        kind: 'other',
        units,
        likelihood: (LIKELIHOOD.other * widthOf(grid, ink)) / 10 ** digits,
        words: nil ? 'nothing is printed' : 'no common slip',
      };
}

/** A dash in place of an amount is as unlikely as a figure of so many digits in place of another. */
const NIL_DIGITS = 4;

/**
 * What is printed is too large by a power of ten, or too small; what was too small may have lost
 * digits behind its last place.
 */
function powerOfTen(
  power: (typeof POWERS)[number],
  own: bigint,
  grid: Grid,
  take: (kind: EditKind, units: bigint, words: string, count?: number) => void,
): void {
  const factor = 10n ** BigInt(Math.abs(power));
  const words = `${POWER_WORDS[Math.abs(power)]} times too ${power > 0 ? 'large' : 'small'}`;
  if (power > 0) {
    if (own % factor === 0n) take('power-of-ten', own / factor, words);
    return;
  }
  if (own === 0n) return;
  const low = own * factor - factor / 2n;
  const high = own * factor + factor / 2n;
  const meant = {
    low: grid.low === undefined || grid.low < low ? low : grid.low,
    high: grid.high === undefined || grid.high > high ? high : grid.high,
  };
  if (meant.low > meant.high) return;
  const units = holds(meant, own * factor) ? own * factor : (meant.low + meant.high) / 2n;
  take('power-of-ten', units, words, Number(meant.high - meant.low + 1n));
}

const POWER_WORDS: Readonly<Record<number, string>> = { 1: 'ten', 2: 'a hundred', 3: 'a thousand', 6: 'a million' };

/** How many amounts the grid holds, at most as many as the figure's digits can print. */
export function widthOf(grid: Grid, ink: Ink): number {
  const most = 10 ** Math.min(ink.digits.length, 300);
  return grid.low === undefined || grid.high === undefined ? most : Math.min(most, Number(grid.high - grid.low + 1n));
}

/** How many amounts the plain slips of a hand lead to, wherever they lie; for an estimate of chance. */
export function countSlips(ink: Ink): number {
  return [swapped(ink), retyped(ink), longer(ink), shorter(ink)].reduce(
    (sum, list) => sum + [...list].length,
    1 + POWERS.length,
  );
}

function middleOf(grid: Grid): bigint | undefined {
  if (grid.low === undefined || grid.high === undefined) return grid.low ?? grid.high;
  return (grid.low + grid.high) / 2n;
}
