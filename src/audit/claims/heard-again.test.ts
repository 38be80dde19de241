import { describe, expect, it } from 'vitest';
import { QUARTER, filing, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Claim, Row } from '../../generated/types.ts';
import { openPage, reprint } from '../page.ts';

const vocabulary = shippedVocabulary();
const placeOf = () => ({ document: 'page', line: 1, column: 1 });
const rows: Row[] = [
  { label: 'Revenues', concept: 'Revenues', printed: ['5,690'] },
  { label: 'Widgets shipped', printed: ['1,234'] },
  { label: 'Wages', printed: ['2,345'] },
  { label: 'Loss per share', concept: 'EarningsPerShareBasicAndDiluted', printed: ['2.59'] },
  { label: 'Net income', concept: 'NetIncomeLoss', printed: ['99'] },
];
const claims: Claim[] = [
  { printed: '$5,690', concept: 'Revenues', period: QUARTER, unit: 'USD', relation: 'is' },
  { printed: '$1,234', measures: 'widgets shipped', period: QUARTER, unit: 'USD', relation: 'is' },
  { printed: '$2.59', concept: 'EarningsPerShareBasic', period: QUARTER, unit: 'USD/shares', relation: 'is' },
];
const opened = (lines: readonly Row[] = rows, told: readonly Claim[] = claims) =>
  openPage({ ...filing(statement(lines)), claims: [...told] }, { rules: [], vocabulary, placeOf });

/** Whether the sentences are heard again once a line is printed otherwise. */
function heardAgain(row: number, text: string, page = opened()): boolean {
  const before = page.said();
  return reprint(page, [{ statement: 0, row, column: 0, text }]).said() !== before;
}

describe('the sentences of a page', () => {
  it('are heard again where a line is printed otherwise that they speak of, by concept or by label', () => {
    expect([heardAgain(0, '5,960'), heardAgain(1, '1,243')]).toEqual([true, true]);
  });

  it('are heard again where the line may go by another name of a figure per share', () => {
    expect(heardAgain(3, '2.95')).toBe(true);
  });

  it('say what they said where none of their lines is', () => {
    expect([heardAgain(2, '2,354'), heardAgain(4, '66')]).toEqual([false, false]);
  });

  it('are heard again where one of them is printed otherwise itself', () => {
    const page = opened();
    expect(reprint(page, [{ statement: 1, row: 0, column: 0, text: '$5,960' }]).said()).not.toBe(page.said());
  });

  it('are held against the same lines as if the page had been opened so', () => {
    const text = '5,960';
    const anew = opened(rows.map((row, index) => (index === 0 ? { ...row, printed: [text] } : row)));
    const again = reprint(opened(), [{ statement: 0, row: 0, column: 0, text }]);
    expect(again.said().judged.map(({ verdict }) => verdict)).toEqual(anew.said().judged.map(({ verdict }) => verdict));
    expect(again.said().judged.map(({ verdict }) => verdict)).toContain('breaks');
  });

  describe('of a total and its part', () => {
    const costs: Row[] = [
      { label: 'Revenues', concept: 'Revenues', printed: ['5,690'] },
      { label: 'Operating expenses:' },
      { label: 'Research and development', concept: 'ResearchAndDevelopmentExpense', printed: ['1,100'] },
      { label: 'Widget polishing', printed: ['2,000'] },
      { label: 'Total operating expenses', concept: 'OperatingExpenses', printed: ['3,100'], total: true },
    ];
    const total: Claim = { printed: '$3,100', concept: 'OperatingExpenses', period: QUARTER };
    const part: Claim = { ...total, printed: '$1,100', concept: 'ResearchAndDevelopmentExpense' };
    const told: Claim[] = [total, { ...part, relation: 'part', of: 'p1' }];

    it('are heard again where a line beside the part is printed otherwise', () => {
      const again = reprint(opened(costs, told), [{ statement: 0, row: 3, column: 0, text: '2,700' }]).said();
      const rest = again.judged.filter(({ bound }) => bound.compiled.rule.id === 'prose/rest-of-total');
      expect(rest.map(({ verdict }) => verdict)).toEqual(['breaks']);
    });

    it('say what they said where no statement shows the total', () => {
      const assets = told.map((claim) => (claim.relation === undefined ? { ...claim, concept: 'Assets' } : claim));
      expect(heardAgain(3, '2,700', opened(costs, assets))).toBe(false);
    });
  });
});
