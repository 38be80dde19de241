import { describe, expect, it } from 'vitest';
import { parseEquation } from './parse.ts';
import { inWords } from './words.ts';

const TITLES: Readonly<Record<string, string>> = {
  Revenues: 'Revenues',
  OperatingExpenses: 'Operating expenses',
  Other: 'Other income (expense), net',
  NetIncomeLoss: 'Net income (loss)',
  Shares: 'Weighted average shares',
  Eps: 'EPS',
  A: 'A shares',
};

function words(text: string): string {
  const result = parseEquation(text);
  if (!result.ok) throw new Error(text);
  return inWords(result.equation, (name) => TITLES[name] ?? name);
}

describe('an equation in words', () => {
  it.each([
    [
      'Revenues - OperatingExpenses + Other = NetIncomeLoss',
      'Revenues less operating expenses plus other income (expense), net equals net income (loss).',
    ],
    ['Eps = NetIncomeLoss / Shares', 'EPS equals net income (loss) divided by weighted average shares.'],
    ['Shares <= A', 'Weighted average shares is at most a shares.'],
    ['Shares >= 2 * A', 'Weighted average shares is at least 2 times a shares.'],
    [
      'Revenues@opening = Revenues@closing',
      'Revenues at the start of the period equals revenues at the end of the period.',
    ],
    ['Revenues@prior? = 0', 'Revenues of the earlier period (if reported) equals 0.'],
    ['lines(OperatingExpenses) = "R&D, total"', 'The sum of the lines under operating expenses equals R&D, total.'],
    ['"Österreich" = Eps', 'Österreich equals EPS.'],
    ['"Other" = Other', 'Other equals other income (expense), net.'],
    [
      '(Revenues - Other) * (Shares / A) = Eps',
      '(Revenues less other income (expense), net) times (weighted average shares divided by a shares) equals EPS.',
    ],
    ['-Revenues = -(Shares * A)', 'Minus revenues equals minus (weighted average shares times a shares).'],
    ['-(Revenues + Other) = 0', 'Minus (revenues plus other income (expense), net) equals 0.'],
    ['Eps - (Shares - A) = 0', 'EPS less (weighted average shares less a shares) equals 0.'],
    ['Eps / (Shares * A) / 5 = 0', 'EPS divided by (weighted average shares times a shares) divided by 5 equals 0.'],
    ['100 * Revenues = Eps', '100 times revenues equals EPS.'],
  ])('%s', (text, sentence) => {
    expect(words(text)).toBe(sentence);
  });
});
