import { describe, expect, it } from 'vitest';
import { parseEquation } from './parse.ts';
import type { Problem } from './problem.ts';
import { checkUnits, type Unit } from './units.ts';

const UNITS: Readonly<Record<string, Unit>> = {
  Usd: { usd: 1, shares: 0 },
  Debt: { usd: 1, shares: 0 },
  Shares: { usd: 0, shares: 1 },
  Eps: { usd: 1, shares: -1 },
  Rate: { usd: 0, shares: 0 },
};

function problems(text: string): readonly Problem[] {
  const result = parseEquation(text);
  if (!result.ok) throw new Error(text);
  return checkUnits(result.equation, (name) => UNITS[name]);
}

function messages(text: string): readonly string[] {
  return problems(text).map(({ message }) => message);
}

describe('the units of an equation', () => {
  it.each([
    ['like added to like', 'Usd - Debt + Usd@prior = lines(Debt)'],
    ['USD over shares', 'Eps = (Usd - Debt) / Shares'],
    ['USD/shares times shares', 'Eps * Shares = Usd'],
    ['a rate of USD', 'Usd * Rate = 0.5 * Debt'],
    ['USD over USD', 'Rate = Usd / Debt + 1'],
    ['a number by itself', 'Rate <= 1'],
    ['zero, whatever it is compared with', 'Usd >= 0'],
    ['zero, whatever it is added to', '0 + Shares - 0 = Shares'],
    ['a negative zero', 'Usd = -0'],
    ['zero alone', '0 + 0 = 0'],
    ['an unknown figure', 'Unknown + Usd = Debt'],
    ['an unknown figure on both sides of a plus', 'Unknown + Usd + Unknown = Shares * Unknown'],
    ['an unknown divisor', 'Usd / Unknown = Shares'],
    ['a label, even one that looks like a name', '"Shares" + "Other costs" = Usd'],
  ])('fit: %s', (_, text) => {
    expect(messages(text)).toEqual([]);
  });

  it.each([
    ['Usd + Shares = Debt', 'column 7: USD and shares cannot be added: Usd is in USD, Shares in shares'],
    ['Usd - Shares@prior? = Debt', 'column 5: USD and shares cannot be added: Usd is in USD, Shares@prior? in shares'],
    ['Debt = Usd + 5', 'column 14: USD and pure numbers cannot be added: Usd is in USD, 5 a pure number'],
    ['Debt = 5 + Usd', 'column 12: pure numbers and USD cannot be added: 5 is a pure number, Usd in USD'],
    [
      'Debt = "Other" + 0 + Usd + Eps',
      'column 28: USD and USD/shares cannot be added: Usd is in USD, Eps in USD/shares',
    ],
    ['(Usd + Shares) * Rate = Debt', 'column 8: USD and shares cannot be added: Usd is in USD, Shares in shares'],
    ['Eps = Usd / (Shares + Debt)', 'column 23: shares and USD cannot be added: Shares is in shares, Debt in USD'],
    ['-(Usd + Shares) = Debt', 'column 9: USD and shares cannot be added: Usd is in USD, Shares in shares'],
    ['Usd = Shares', 'column 7: USD and shares cannot be compared: the left side is in USD, the right side in shares'],
    [
      'Usd / Debt <= Usd',
      'column 15: pure numbers and USD cannot be compared: the left side is a pure number, the right side in USD',
    ],
    [
      'Shares * Shares / Usd = 1 / Usd',
      'column 25: shares*shares/USD and 1/USD cannot be compared: the left side is in shares*shares/USD, ' +
        'the right side in 1/USD',
    ],
    [
      'Usd + Shares * (Rate + Rate@prior + Rate@opening + Rate@closing) = Debt',
      'column 7: USD and shares cannot be added: Usd is in USD, ' +
        'Shares * (Rate + Rate@prior + Rate@opening + Rate@closing) in shares',
    ],
    [
      'Usd + Shares * (Rate + Rate@prior? + Rate@opening + Rate@closing?) = Debt',
      'column 7: USD and shares cannot be added: Usd is in USD, ' +
        'Shares * (Rate + Rate@prior? + Rate@opening + Rate@closing?) in shares',
    ],
    [
      'Usd + Shares * (Rate + Rate@prior + Rate@opening + Rate@closing + 1) = Debt',
      'column 7: USD and shares cannot be added: Usd is in USD, ' +
        'Shares * (Rate + Rate@prior + Rate@opening + Rate@closing + … in shares',
    ],
  ])('do not fit in %j', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it.each([
    ['Usd + Shares = Debt', 'add and subtract figures of one unit only'],
    ['Usd = Shares', 'both sides must be in the same unit: multiply or divide one of them'],
  ])('that do not fit in %j come with a hint', (text, hint) => {
    expect(problems(text)).toMatchObject([{ hint }]);
  });

  it('are told for every sum that does not fit, and not again for the sides', () => {
    expect(messages('Usd + Shares + Rate = Usd + 1')).toEqual([
      'column 7: USD and shares cannot be added: Usd is in USD, Shares in shares',
      'column 16: USD and pure numbers cannot be added: Usd is in USD, Rate a pure number',
      'column 29: USD and pure numbers cannot be added: Usd is in USD, 1 a pure number',
    ]);
  });
});
