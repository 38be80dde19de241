import { describe, expect, it } from 'vitest';
import { fraction } from '../joint/rational.ts';
import type { Rational } from '../joint/rational.ts';
import { Decimal } from '../../figures/decimal.ts';
import { Interval } from '../../figures/interval.ts';
import { boundedOf, gridOf, holds, less, meet, over, rationalOf, rationalText, turned } from './range.ts';
import type { Bounded, Range } from './range.ts';

const of = (text: string): Rational => {
  const [top = '', bottom = '1'] = text.split('/');
  return fraction(BigInt(top), BigInt(bottom));
};
const range = (low: string | undefined, high: string | undefined): Range => ({
  low: low === undefined ? undefined : of(low),
  high: high === undefined ? undefined : of(high),
});
const show = (one: Range | undefined): string =>
  one === undefined
    ? 'open'
    : `${one.low ? rationalText(one.low) : '-∞'} to ${one.high ? rationalText(one.high) : '∞'}`;

describe('a fraction', () => {
  it.each([
    ['-0.125', '-0.125'],
    ['1200', '1200'],
    ['0', '0'],
  ])('of the decimal %s is written %s', (text, wanted) => {
    expect(rationalText(rationalOf(Decimal.parse(text)))).toBe(wanted);
  });

  it.each([
    ['1/3', '1/3'],
    ['-1/8', '-0.125'],
    ['7/20', '0.35'],
    ['3/25', '0.12'],
  ])('%s is written %s', (text, wanted) => {
    expect(rationalText(of(text))).toBe(wanted);
  });
});

describe('a range', () => {
  it.each([
    ['1', '2', '1', '3', '-2 to 1'],
    [undefined, '2', '1', '3', '-∞ to 1'],
    ['1', undefined, '1', '3', '-2 to ∞'],
  ])('less something', (low, high, from, to, wanted) => {
    expect(show(less(range(low, high), range(from, to) as Bounded))).toBe(wanted);
  });

  it.each([
    ['2', '6', '1', '2', '1 to 6'],
    ['-6', '-2', '1', '2', '-6 to -1'],
    ['-6', '2', '1', '2', '-6 to 2'],
    ['2', '6', '-2', '-1', '-6 to -1'],
    [undefined, '6', '1', '2', '-∞ to 6'],
    ['2', undefined, '1', '2', '1 to ∞'],
    [undefined, '6', '-2', '-1', '-6 to ∞'],
    ['2', '6', '-1', '1', 'open'],
    ['2', '6', '0', '1', 'open'],
    ['2', '6', '-1', '0', 'open'],
  ])('%s to %s over %s to %s is %5$s', (low, high, from, to, wanted) => {
    expect(show(over(range(low, high), range(from, to) as Bounded))).toBe(wanted);
  });

  it('turns with its sign', () => {
    expect([show(turned(range('1', undefined))), show(turned(range(undefined, '1')))]).toEqual(['-∞ to -1', '-1 to ∞']);
  });

  it('comes from an interval', () => {
    expect(show(boundedOf(Interval.rounded(Decimal.parse('5'), Decimal.parse('1'))))).toBe('4.5 to 5.5');
  });
});

describe('what can be printed', () => {
  it.each([
    ['10', '20', '1', 10n, 20n],
    ['10.5', '19.5', '1', 10n, 20n],
    ['-3', '-2', '2', -2n, -1n],
    ['1', '1', '10', 0n, 0n],
    // Nothing that is printed in tens stands for 16 and for 14 at once; the grid is empty.
    ['16', '14', '10', 2n, 1n],
  ])('from %s to %s in units of %s', (low, high, unit, first, last) => {
    const whole = (text: string) => rationalOf(Decimal.parse(text));
    expect(gridOf({ low: whole(low), high: whole(high) }, whole(unit))).toEqual({ low: first, high: last });
  });

  it.each([
    [range(undefined, '5'), 5n, true],
    [range(undefined, '5'), 6n, false],
    [range('5', undefined), 4n, false],
    [range('5', undefined), 500n, true],
  ])('may have no end', (one, units, wanted) => {
    expect(holds(gridOf(one, of('1')), units)).toBe(wanted);
  });

  it.each([
    [
      { low: 5n, high: 9n },
      { low: 3n, high: 12n },
      { low: 5n, high: 9n },
    ],
    [
      { low: 3n, high: 9n },
      { low: 5n, high: 12n },
      { low: 5n, high: 9n },
    ],
    [
      { low: 5n, high: undefined },
      { low: 3n, high: undefined },
      { low: 5n, high: undefined },
    ],
    [
      { low: undefined, high: 9n },
      { low: undefined, high: 12n },
      { low: undefined, high: 9n },
    ],
    [
      { low: 5n, high: 9n },
      { low: 9n, high: 12n },
      { low: 9n, high: 9n },
    ],
    [{ low: 5n, high: 9n }, { low: 10n, high: 12n }, undefined],
  ])('for several equations is what all of them allow, whichever comes first', (one, other, wanted) => {
    expect([meet([one, other]), meet([other, one])]).toEqual([wanted, wanted]);
  });
});
