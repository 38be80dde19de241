import { describe, expect, it } from 'vitest';
import { normalise, type Normal } from './normalise.ts';
import { parseEquation } from './parse.ts';
import { printFigure, printNode } from './print.ts';
import type { Problem } from './problem.ts';

function normalised(text: string): Normal | Problem[] {
  const result = parseEquation(text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return normalise(result.equation);
}

/** A normal form as a person would write it down: `1 A - 2 B + 5 <= 0`, or the tree and its divisors. */
function shown(text: string): string {
  const normal = normalised(text);
  if (Array.isArray(normal)) return normal.map(({ message }) => message).join('; ');
  if (normal.kind === 'cleared') {
    return `${printNode(normal.residual)} ${normal.relation} 0, over ${normal.divisors.map(printNode).join(', ')}`;
  }
  const terms = normal.terms.map(({ figure, coefficient }) => `${coefficient.toString()} ${printFigure(figure)}`);
  return `${[...terms, normal.constant.toString()].join(' + ')} ${normal.relation} 0`;
}

describe('the normal form of a linear equation', () => {
  it.each([
    ['has the right side subtracted', 'A + B = C', '1 A + 1 B + -1 C + 0 = 0'],
    ['keeps the relation', 'A - B <= C', '1 A + -1 B + -1 C + 0 <= 0'],
    ['keeps at least', 'A >= 0', '1 A + 0 >= 0'],
    ['merges like figures', 'A + B + A = B + A', '1 A + 0 = 0'],
    ['drops what cancels', 'A + B = C + B', '1 A + -1 C + 0 = 0'],
    ['drops what is multiplied by nothing', 'A + 0 * (B + 5) = C', '1 A + -1 C + 0 = 0'],
    ['merges A with A?, and needs it', 'A? + A = B', '2 A + -1 B + 0 = 0'],
    ['merges A? with A?, and does without it', 'A? + A? = B', '2 A? + -1 B + 0 = 0'],
    ['merges A with A? in either order', 'A + A? = B', '2 A + -1 B + 0 = 0'],
    ['needs what cancels and comes again', 'A - A + A? = B', '1 A + -1 B + 0 = 0'],
    ['merges a label with the element of the same name', '"A" + A = B', '2 "A" + -1 B + 0 = 0'],
    [
      'keeps reaches and lines apart',
      'A + A@prior + lines(A) = A@opening',
      '1 A + 1 A@prior + 1 lines(A) + -1 A@opening + 0 = 0',
    ],
    ['multiplies sums by numbers', '2 * (A - 3 * B) * 0.5 = 7', '1 A + -3 B + -7 = 0'],
    ['has signs worked out', '-(A - -B) = -(-(C))', '-1 A + -1 B + -1 C + 0 = 0'],
    ['adds numbers up', 'A + 2 - 3 = 4 * 0.25', '1 A + -2 = 0'],
    ['multiplies through instead of dividing', 'A / 3 = B', '1 A + -3 B + 0 = 0'],
    ['multiplies through by several divisors', 'A / 3 - B / 4 = C', '4 A + -3 B + -12 C + 0 = 0'],
    ['multiplies through by a common divisor once', 'A / 3 - B / 3 = C', '1 A + -1 B + -3 C + 0 = 0'],
    ['multiplies through by no more than it must', 'A / 4 = B / 6 + C / 0.5', '3 A + -2 B + -24 C + 0 = 0'],
    ['multiplies through by a worked out divisor', 'A / (1 + 2 * 0.5) = B', '1 A + -2 B + 0 = 0'],
    ['does not turn round for a negative divisor', 'A / -3 <= B', '-1 A + -3 B + 0 <= 0'],
    ['multiplies by the divisor of a divisor', 'A / (1 / 3) = B', '3 A + -1 B + 0 = 0'],
    ['multiplies by the negative divisor of a divisor', 'A / (1 / -3) <= B', '-3 A + -1 B + 0 <= 0'],
    ['sees that a divisor has no figures left', 'A / (B - B + 2) = C', '1 A + -2 C + 0 = 0'],
    ['multiplies quotients by numbers only', '(A / 2) * (1 / 4) = B', '1 A + -8 B + 0 = 0'],
  ])('%s', (_, text, normal) => {
    expect(shown(text)).toBe(normal);
  });
});

describe('the normal form of an equation with products or quotients', () => {
  it.each([
    ['is multiplied by the divisor', 'EPS = NI / Shares', '-NI + EPS * Shares = 0, over Shares'],
    ['keeps a sum that is divided', 'EPS = (NI - Pref) / Shares', '-NI + Pref + EPS * Shares = 0, over Shares'],
    ['keeps a sum that divides', 'A / (B - C) = D', 'A + -D * (B - C) = 0, over B - C'],
    ['takes a margin apart, so that its base stands once', 'GM = (R - C) / R', 'C + (GM - 1) * R = 0, over R'],
    ['takes a margin over a multiple apart', 'GM = (R - C) / (2 * R)', 'C + (2 * GM - 1) * R = 0, over R'],
    ['takes a margin over a negative apart', 'GM = (R - C) / -R', 'C + (GM + 1) * -R = 0, over -R'],
    ['takes a growth rate apart', 'G = R / R@prior - 1', '-R + (G + 1) * R@prior = 0, over R@prior'],
    ['adds quotients over the same divisor first', 'A / B + C / B = D', 'A + C + -D * B = 0, over B'],
    ['crosses two quotients over', 'A / B = C / D', 'A * D + -C * B = 0, over B, D'],
    ['shares the divisors that two quotients have in common', 'A / (B * C) = D / B', 'A + -D * C = 0, over B, C'],
    ['has a product without a divisor', 'A * B = C', '-C + A * B = 0, over '],
    ['adds what stands around a product', 'A * B + C + D = E + C', 'D - E + A * B = 0, over '],
    ['multiplies numbers into a product', '-3 * (A * B) / 2 <= C', '-(2 * C) + -(3 * A) * B <= 0, over '],
    ['drops a product that is multiplied by nothing', '0 * (A * B) + C = D', '1 C + -1 D + 0 = 0'],
    ['lists a divisor as often as it divides', 'A / B / B = 0', 'A = 0, over B, B'],
    ['lists a divisor as often as it stands in a product', 'A / (B * B) = C / B / B', 'A - C = 0, over B, B'],
    ['keeps a quotient over a sum whole', 'A / (B + C) = D', 'A + -D * (B + C) = 0, over B + C'],
    ['keeps a quotient over a sum with a number whole', 'A / (B + 1) = D', 'A + -D * (B + 1) = 0, over B + 1'],
    ['keeps a quotient over a signed product whole', 'A / -(B * C) = D', 'A + -D * -(B * C) = 0, over -(B * C)'],
    ['keeps the divisor of what comes to zero', '0 * (A / B) + C = D / E', '(-D + C * E) * B = 0, over E, B'],
    ['joins the fewest divisors first', 'A / B = C + D / B / E', '-D + (A + -C * B) * E = 0, over B, E'],
    [
      'joins the fewer divisors first of those that are as near',
      'F / (B * D * E) + A / B = C / D',
      'F + (A * D + -C * B) * E = 0, over B, D, E',
    ],
    [
      'joins the nearest divisors next, though others are as few',
      'A / (C * D) + E / B + F / (B * C) = G / (B * C * D)',
      '-G + (F + E * C) * D + A * B = 0, over B, C, D',
    ],
    ['multiplies by what one quotient has more often', 'A / B / B = C / B', 'A + -C * B = 0, over B, B'],
    ['multiplies by the divisor of a divisor', 'A / (B / 2) = C', '2 * A + -C * B = 0, over B'],
    ['adds what cancels over a divisor first', 'A / B - A / B + C / D = E', '(C + -E * D) * B = 0, over D, B'],
    [
      'takes a margin over a sum of its base apart',
      'GM = (R - C) / (R + R)',
      '2 * C + (2 * GM - 1) * 2 * R = 0, over 2 * R',
    ],
    ['divides a number', '100 / A = B', '100 + -B * A = 0, over A'],
    ['is multiplied by the divisors of both factors', 'A / B * (C / D) = 2', '-(2 * B) * D + A * C = 0, over B, D'],
  ])('%s', (_, text, normal) => {
    expect(shown(text)).toBe(normal);
  });
});

describe('an equation without a normal form', () => {
  const says = 'the equation says nothing: everything cancels';
  const example = 'write it once (for example a * (b + c) = d instead of a * b + a * c = d)';
  const clearing = 'leave one quotient, or one on each side and nothing else';
  it.each([
    ['has nothing but numbers', '1 + 1 = 2', says],
    ['has the same on both sides', 'A + B = B + A', says],
    ['leaves a number only', 'A = A + 1', says],
    ['cancels over a divisor', 'A / B = A / B', says],
    ['divides a number by a figure and nothing else', '1 / A = 0', says],
    ['divides by zero', 'A / 0 = B', 'column 5: this divisor is zero'],
    ['divides by what comes to zero', 'A = C / (B - B)', 'column 9: this divisor is zero'],
    ['divides by zero within a sum', 'A + B / 0 = C', 'column 9: this divisor is zero'],
    ['divides by zero under a sign', '-(B / 0) = C', 'column 7: this divisor is zero'],
    ['divides by zero within a product', 'A * (B / 0) = C', 'column 10: this divisor is zero'],
    ['divides by zero within a numerator', '(A + B / 0) / C = D', 'column 10: this divisor is zero'],
    ['divides by zero within a divisor', 'A / (B + C / 0) = D', 'column 14: this divisor is zero'],
    [
      'divides by a quotient',
      'A / (B / C) = D',
      'column 5: a quotient stands inside a divisor; write a * c / b instead of a / (b / c)',
    ],
    ['squares a figure', 'A * A = B', `column 5: A stands twice in a product or quotient; ${example}`],
    ['needs a figure twice', 'A * B + A * C = D', `column 9: A stands twice in a product or quotient; ${example}`],
    [
      'needs a figure with a reach twice',
      'A@prior? * B - A@prior * C = D',
      `column 16: A@prior? stands twice in a product or quotient; ${example}`,
    ],
    [
      'has a figure in a sum and in the sum that divides it',
      'X = (B - A) / (B + C + D * E)',
      `column 16: B stands twice in a product or quotient; ${example}`,
    ],
    [
      'has a figure in a sum and in the sum with a number that divides it',
      'X = (B - A) / (B + 1)',
      `column 16: B stands twice in a product or quotient; ${example}`,
    ],
    [
      'has a figure in a sum and in the sum with a number and others that divides it',
      'X = (B - A) / (B + C + 1)',
      `column 16: B stands twice in a product or quotient; ${example}`,
    ],
    [
      'has a margin over its base divided again',
      'X = (B - A) / B / C',
      `column 15: B stands twice in a product or quotient; ${example}`,
    ],
    ['has a square in a divisor', 'A / (B * B) = C', `column 10: B stands twice in a product or quotient; ${example}`],
    [
      'has two quotients and more',
      'A / B + C / D = E',
      `column 5: B would stand twice once the equation is multiplied by its divisors; ${clearing}`,
    ],
    [
      'has three quotients',
      'A / B + C / D = E / F',
      `column 5: B would stand twice once the equation is multiplied by its divisors; ${clearing}; ` +
        `column 13: D would stand twice once the equation is multiplied by its divisors; ${clearing}`,
    ],
  ])('%s', (_, text, message) => {
    expect(shown(text)).toBe(message);
  });

  it('is pointed at where the figure stands for the second time', () => {
    expect(normalised('A * A = B')).toMatchObject([{ span: { start: 4, end: 5 } }]);
    expect(normalised('A + B = A + B')).toMatchObject([{ span: { start: 0, end: 13 } }]);
  });
});
