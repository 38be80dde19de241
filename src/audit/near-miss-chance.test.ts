import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import { openLedger } from './ledger.ts';
import type { LedgerFigure, LedgerStatement } from './ledger.ts';
import { chanceOfSlip } from './near-miss.ts';
import type { Part } from './near-miss.ts';

function page(printed: readonly string[]): LedgerStatement {
  const rows = printed.map((text, at) => ({ label: `Line ${at + 1}`, printed: [text] }));
  const report = filing(statement(rows, { kind: 'other', columns: [{ heading: 'Amount' }] }));
  const place = () => ({ document: '', line: 1, column: 1 });
  return openLedger(report, shippedVocabulary(), place).statements[0] as LedgerStatement;
}

/** How likely it is by chance that these figures miss their total, the last of them, by one slip. */
function chance(printed: readonly string[], others = 1, from = 0, to = printed.length): number | undefined {
  const shown = page(printed);
  const figures = shown.rows.slice(from, to).map((row) => row.figures[0] as LedgerFigure);
  const parts = figures.map((figure, at): Part => ({ figure, sign: at === figures.length - 1 ? -1 : 1 }));
  return chanceOfSlip(shown, parts, others);
}

describe('a total with two digits swapped', () => {
  // 60,251 was meant. Half a unit of each figure may have been rounded away.
  it.each<[string, string[], boolean]>([
    ['2 less, which four figures explain', ['51,234', '6,171', '2,844'], true],
    ['3 less, which four figures do not explain', ['51,234', '6,171', '2,843'], false],
    ['2 more, which four figures explain', ['51,234', '6,171', '2,848'], true],
    ['3 more, which four figures do not explain', ['51,234', '6,171', '2,849'], false],
    ['2 less, which five figures explain', ['51,234', '5,160', '1,011', '2,844'], true],
    ['3 less, which five figures do not explain', ['51,234', '5,160', '1,011', '2,843'], false],
    ['2 more, which five figures explain', ['51,234', '5,160', '1,011', '2,848'], true],
    ['3 more, which five figures do not explain', ['51,234', '5,160', '1,011', '2,849'], false],
  ])('over lines that come to %s', (_, lines, isSlip) => {
    expect(chance([...lines, '62,051']) !== undefined).toBe(isSlip);
  });
});

describe('a line with two digits swapped', () => {
  // 51,234 was meant, and stands with the opposite sign in what the others leave of the total.
  it.each<[string, string, boolean]>([
    ['2 less, which four figures explain', '60,249', true],
    ['3 less, which four figures do not explain', '60,248', false],
    ['2 more, which four figures explain', '60,253', true],
    ['3 more, which four figures do not explain', '60,254', false],
  ])('under a total that is %s', (_, total, isSlip) => {
    expect(chance(['51,324', '6,171', '2,846', total]) !== undefined).toBe(isSlip);
  });
});

describe('how likely a slip is by chance', () => {
  it.each<[string, string[], number]>([
    [
      'is the share of all sums of its lines from which a slip leads to one within rounding',
      // Five kinds of slip, four figures, four pairs of digits; five sums within rounding of each.
      ['51,234', '6,171', '2,846', '62,051'],
      (5 * 4 * 4 * (2 * 2 + 1)) / (2 * 60_251 + 1),
    ],
    [
      'counts half units that no figure shows',
      ['51,234', '5,160', '1,011', '2,846', '62,051'],
      (5 * 5 * 4 * (2 * 2.5 + 1)) / (2 * 60_251 + 1),
    ],
    [
      'counts in units of the figure that slipped',
      ['54,080', '6,171.0', '62,051'],
      (5 * 3 * 4 * (2 * 1.05 + 1)) / (2 * 60_251 + 1),
    ],
    [
      'is that of the least likely slip where there are several',
      // 3,000 without its sign leads to the total, and so does a digit of the total or of another line.
      ['3,000', '52,345', '(7,001)', '42,344'],
      (5 * 4 * 1 * (2 * 2 + 1)) / (2 * 62_346 + 1),
    ],
    ['is certain at most', ['1', '2', '9'], 1],
  ])('%s', (_, printed, wanted) => {
    expect(chance(printed)).toBeCloseTo(wanted, 8);
  });
});

describe('lines printed finer than the others', () => {
  // Rounding of the two others explains ten units of the last place of each, either way.
  it.each<[string, string[], boolean]>([
    ['four of them', ['1,000.0', '2,000.0', '3,000.0', '171.0'], true],
    ['six of them', ['1,000.0', '2,000.0', '2,000.0', '500.0', '500.0', '171.0'], false],
  ])(
    'leave a slip one of few amounts, or one of so many that some slip leads to one of them: %s',
    (_, fine, isSlip) => {
      expect(chance(['54,080', ...fine, '62,051']) !== undefined).toBe(isSlip);
    },
  );
});

describe('a total without one of its lines', () => {
  const lines = ['51,234', '8,193', '2,846'];
  it.each([
    ['to the last of what rounding explains', '54,082', 1],
    ['to the first of it', '54,078', 1],
    ['and not beyond', '54,083', undefined],
    ['nor before', '54,077', undefined],
  ])('is a slip %s', (_, total, wanted) => {
    expect(chance([...lines, total])).toBe(wanted);
  });
});

describe('a figure that is the same as its neighbour', () => {
  const [above, below] = [
    ['51,234', '51,234', '2,846', '88,888'],
    ['51,234', '2,846', '88,888', '88,888'],
  ];
  it.each<[string, string[], number, number, number | undefined]>([
    ['above, outside the sum, is a slip', above, 1, 1e-4, 1],
    ['below, outside the sum, is a slip', below, 0, 1e-4, 1],
    ['is none where the other columns could add up by chance', above, 1, 1.1e-4, undefined],
    ['is none in another sum', above, 2, 1e-4, undefined],
  ])('%s', (_, printed, from, others, wanted) => {
    expect(chance(printed, others, from, printed === below ? 3 : 4)).toBe(wanted);
  });
});
