import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Column, Row, Statement } from '../generated/types.ts';
import { openLedger } from './ledger.ts';
import type { LedgerRow } from './ledger.ts';

function opened(row: Row, more: Partial<Statement> = {}, closed?: ReadonlySet<string>) {
  const place = (_: number, line: number, column: number) => ({ document: '', line, column });
  return openLedger(filing(statement([row], more)), shippedVocabulary(), place, closed);
}

const read = (row: Row, more: Partial<Statement> = {}): LedgerRow =>
  opened(row, more).statements[0]?.rows[0] as LedgerRow;

describe('a line beside columns of changes', () => {
  const columns: Column[] = [
    { heading: '2006' },
    { heading: '2005' },
    { heading: 'Change', shows: 'change' },
    { heading: '%', shows: 'percent' },
  ];

  it('that shows a loss without brackets shows one whatever the changes are', () => {
    const { figures } = read({ label: 'Net loss', printed: ['47', '77', '(30)', '(39.0)'] }, { columns });
    expect(figures.map((figure) => [figure?.value.toString(), figure?.sign])).toEqual([
      ['-47', 'label'],
      ['-77', 'label'],
      ['30', 'label'],
      ['39', 'label'],
    ]);
  });

  it('is read one way in all its amounts, and another in all its changes, dashes among them', () => {
    const turned = (...printed: string[]) =>
      read({ label: 'x', concept: 'OperatingExpenses', printed }, { columns }).figures.map((figure) => figure?.turned);
    expect(turned('(5)', '—', '5', '—')).toEqual([true, true, false, false]);
    expect(turned('(5)', '—', '(5)', '—')).toEqual([true, true, true, true]);
    expect(turned('5', '—', '5', '—')).toEqual([false, false, false, false]);
  });
});

describe('a dash', () => {
  it('among ratios is zero to their last place, and no percentage', () => {
    const { figures } = read({ label: 'Widgets per head', unit: 'pure', printed: ['—', '5'] });
    expect(figures.map((figure) => [figure?.ulp.toString(), figure?.unit])).toEqual([
      ['1', 'pure'],
      ['1', 'pure'],
    ]);
  });
});

describe('a label', () => {
  it.each([
    [{}, 'Revenues'],
    [{ unit: 'USD' as const }, 'Revenues'],
    [{ unit: 'shares' as const }, undefined],
  ])('means what it says where the line counts in the same unit: %j', (more, name) => {
    expect(read({ label: 'Total revenues', printed: ['1'], ...more }).concept?.name).toBe(name);
  });
});

describe('a cell that is read with the parenthesis that it lacks', () => {
  const closed = new Set(['s1/r1/c1']);
  const shown = (text: string) => {
    const { statements, unreadable } = opened({ label: 'Widgets', printed: [text] }, {}, closed);
    return [statements[0]?.rows[0]?.figures[0]?.value.toString(), unreadable.map(({ unclosed }) => unclosed)];
  };

  it('is read as any other once it is printed otherwise', () => {
    expect(shown('(5')).toEqual(['-5', []]);
    expect(shown('6')).toEqual(['6', []]);
    expect(shown('x')).toEqual([undefined, [undefined]]);
  });
});
