import { describe, expect, it } from 'vitest';
import { Decimal, MOST_DIGITS } from './decimal.ts';

const of = (text: string): Decimal => Decimal.parse(text);

describe('reading a decimal', () => {
  it.each([
    '0',
    '-0',
    '7',
    '-47626000',
    '2.59',
    '0.10',
    '007',
    '9'.repeat(MOST_DIGITS),
    `-0.${'9'.repeat(MOST_DIGITS - 1)}`,
  ])('takes %s', (text) => {
    expect(of(text).equals(of(text))).toBe(true);
  });

  it.each([
    '',
    '-',
    '.5',
    '5.',
    '+5',
    ' 5',
    '5 ',
    '1,000',
    '1e3',
    '--5',
    '0x10',
    'NaN',
    'Infinity',
    '−5',
    '1.2.3',
    '5\n',
  ])('refuses "%s"', (text) => {
    expect(() => of(text)).toThrow(RangeError);
  });

  it('refuses more digits than a figure has, and quotes the first eighty characters', () => {
    const long = '1'.repeat(100);
    expect(() => of(long)).toThrow(
      new RangeError(`not a plain decimal of at most ${MOST_DIGITS} digits: ${'1'.repeat(80)}`),
    );
    expect(() => of('1'.repeat(MOST_DIGITS + 1))).toThrow(RangeError);
    expect(() => of(`0.${'1'.repeat(MOST_DIGITS)}`)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it.each([
    ['adds', of('5961').plus(of('3681')).toString(), '9642'],
    ['adds what floats cannot', of('0.1').plus(of('0.2')).toString(), '0.3'],
    ['subtracts', of('1').minus(of('1.10')).toString(), '-0.1'],
    ['multiplies', of('-2.59').times(of('21821893')).toString(), '-56518702.87'],
    ['negates', of('-47626').negated().toString(), '47626'],
    ['negates zero to zero', of('0').negated().toString(), '0'],
    ['takes magnitudes', of('-3829').abs().toString(), '3829'],
    ['scales', Decimal.scaled(43087n, 3).toString(), '43087000'],
    ['scales down', Decimal.scaled(-259n, -2).toString(), '-2.59'],
    ['knows powers of ten', Decimal.powerOfTen(-2).toString(), '0.01'],
    ['never writes an exponent', Decimal.powerOfTen(30).toString(), `1${'0'.repeat(30)}`],
  ])('%s', (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  it.each([
    ['-1', '1', -1],
    ['1', '-1', 1],
    ['1.10', '1.1', 0],
    ['-0', '0', 0],
  ])('holds %s against %s', (a, b, order) => {
    expect(of(a).compare(of(b))).toBe(order);
    expect(of(a).equals(of(b))).toBe(order === 0);
    expect(of(a).minus(of(b)).sign()).toBe(order);
  });

  it('shares its zero and one', () => {
    expect(Decimal.zero.toString()).toBe('0');
    expect(Decimal.one.toString()).toBe('1');
  });
});

describe('a decimal in parts', () => {
  it.each([
    ['47626000', 47626n, 3],
    ['-2.590', -259n, -2],
    ['0', 0n, 0],
    ['0.001', 1n, -3],
  ])('of %s has no zeros at its end', (text, coefficient, exponent) => {
    expect(of(text).toScaled()).toEqual({ coefficient, exponent });
  });
});

describe('a fixed number of decimals', () => {
  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['-0.004', 2, '0.00'],
    ['-0.005', 2, '-0.01'],
    ['10', 2, '10.00'],
    ['-10', 0, '-10'],
  ])('shows %s with %i as %s', (text, places, shown) => {
    expect(of(text).toFixed(places)).toBe(shown);
  });
});

describe('a quotient as text', () => {
  it.each([
    ['56590000', '21821893', 2, '2.59'],
    ['-56590000', '21821893', 4, '-2.5933'],
    ['56590000', '-21821893', 0, '-3'],
    ['-1', '-3', 3, '0.333'],
    ['1', '2', 0, '1'],
    ['-1', '2', 0, '-1'],
    ['-1', '1000', 2, '0.00'],
    ['0', '5', 1, '0.0'],
    ['0.5', '0.25', 2, '2.00'],
    ['1', '1000000', 2, '0.00'],
    ['1000000', '3', 1, '333333.3'],
  ])('%s over %s to %i places is %s', (top, bottom, places, text) => {
    expect(of(top).quotientText(of(bottom), places)).toBe(text);
  });

  it('does not exist over zero', () => {
    expect(() => of('1').quotientText(Decimal.zero, 2)).toThrow(new RangeError('division by zero'));
  });
});
