import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Row } from '../generated/types.ts';
import { openLedger } from './ledger.ts';
import { linesUnder } from './structure.ts';

const row = (label: string, printed: string, more: Partial<Row> = {}): Row => ({ label, printed: [printed], ...more });

/** The lines under the row `at`, by label, and how that is known. */
function lines(rows: readonly Row[], at = rows.length - 1): string {
  const opened = openLedger(filing(statement(rows)), shippedVocabulary(), () => ({ document: '', line: 1, column: 1 }));
  const found = linesUnder(opened.statements[0]?.rows ?? [], at, []);
  return found
    ? `${found.rows.map((one) => one.row.label).join(', ')}; ${found.how}; ${found.certain ? 'certain' : 'open'}`
    : 'none';
}

describe('the lines under a total', () => {
  const total = row('Total costs', '8', { total: true });

  it('are not headings set in above it', () => {
    expect(lines([row('Alpha', '5'), { label: 'Of which:', indent: 2 }, total])).toBe(
      'Alpha; the lines above it; open',
    );
  });

  it('are not those below a heading that follows it', () => {
    const rows = [row('Alpha', '5'), total, { label: 'Costs:' }, row('Beta', '3')];
    expect(lines(rows, 1)).toBe('Alpha; the lines above it; open');
    expect(lines([{ label: 'Costs:' }, ...rows], 2)).toBe('Alpha; the lines below the heading "Costs:"; certain');
  });

  it('stand below a heading of the same words, however either is written', () => {
    expect(lines([row('Alpha', '5'), { label: 'TOTAL COSTS:' }, row('Beta', '3'), total])).toBe(
      'Alpha, Beta; the lines above it; open',
    );
    expect(lines([row('Alpha', '5'), { label: 'COSTS' }, row('Beta', '3'), row('Costs', '3', { total: true })])).toBe(
      'Beta; the lines below the heading "COSTS"; certain',
    );
  });

  it('are not below a line with figures that has its words', () => {
    expect(lines([row('Alpha', '5'), row('Costs', '1'), row('Beta', '3'), total])).toBe(
      'Alpha, Costs, Beta; the lines above it; open',
    );
  });
});
