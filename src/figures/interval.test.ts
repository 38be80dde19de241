import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.ts';
import { Interval } from './interval.ts';

const of = (amount: string, ulp = '0'): Interval => Interval.rounded(Decimal.parse(amount), Decimal.parse(ulp));
const ends = (interval: Interval): string => `${interval.low().toString()} to ${interval.high().toString()}`;

describe('the interval of a printed figure', () => {
  it.each([
    ['-47626000', '1000', '-47626500 to -47625500'],
    ['2.59', '0.01', '2.585 to 2.595'],
    ['0', '1', '-0.5 to 0.5'],
    ['56600000', '100000', '56550000 to 56650000'],
    ['12', '0', '12 to 12'],
  ])('%s to the nearest %s is %s', (amount, ulp, wanted) => {
    expect(ends(of(amount, ulp))).toBe(wanted);
  });
});

describe('interval arithmetic', () => {
  it.each([
    ['adds', of('5', '1').plus(of('3', '1')), '7 to 9'],
    ['adds at different powers of ten, either way', of('5000', '1000').plus(of('0.1', '0.1')), '4500.05 to 5500.15'],
    ['adds the finer first', of('0.1', '0.1').plus(of('5000', '1000')), '4500.05 to 5500.15'],
    ['starts from zero', Interval.zero.plus(of('5', '1')), '4.5 to 5.5'],
    ['negates', of('5', '1').negated(), '-5.5 to -4.5'],
    ['multiplies', of('3', '2').times(of('10', '2')), '18 to 44'],
    ['multiplies across zero', of('0', '2').times(of('10', '2')), '-11 to 11'],
    ['multiplies negatives', of('-3', '2').times(of('-10', '2')), '18 to 44'],
    ['multiplies a negative and a positive', of('-3', '2').times(of('10', '2')), '-44 to -18'],
    ['takes one amount', Interval.point(Decimal.parse('-2.50')), '-2.5 to -2.5'],
  ])('%s', (_, interval, wanted) => {
    expect(ends(interval)).toBe(wanted);
  });
});

describe('the hull of two intervals', () => {
  it.each([
    ['5', '1', '7', '1', '4.5', '7.5'],
    ['5', '0.01', '5', '2', '4', '6'],
    ['5', '2', '5', '0.01', '4', '6'],
    ['7', '1', '5', '1', '4.5', '7.5'],
  ])('of %s ± %s/2 and %s ± %s/2 reaches from %s to %s', (a, ulpA, b, ulpB, low, high) => {
    const hull = of(a, ulpA).hull(of(b, ulpB));
    expect([hull.low().toString(), hull.high().toString()]).toEqual([low, high]);
  });
});

describe('the place of an interval', () => {
  it.each([
    ['below zero', '-1', '1', -1, -1, false],
    ['up to zero', '-1', '2', -1, 0, true],
    ['across zero', '0', '1', -1, 1, true],
    ['zero alone', '0', '0', 0, 0, true],
    ['from zero', '1', '2', 0, 1, true],
    ['above zero', '1', '1', 1, 1, false],
  ])('is told: %s', (_, amount, ulp, low, high, holds) => {
    const interval = of(amount, ulp);
    expect([interval.lowSign(), interval.highSign(), interval.holdsZero()]).toEqual([low, high, holds]);
  });
});
