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

  it('stand below a heading beside which words are printed, without it', () => {
    const noted: Row = { label: 'Costs:', printed: ['see below'] };
    expect(lines([row('Revenue', '9'), noted, row('Alpha', '5'), total])).toBe(
      'Alpha; the lines below the heading "Costs:"; certain',
    );
  });

  it('stand below its heading also where nothing of the total itself can be read', () => {
    const unread = row('Costs', 'x', { total: true });
    expect(lines([{ label: 'Costs:' }, row('Alpha', '5'), unread])).toBe(
      'Alpha; the lines below the heading "Costs:"; certain',
    );
  });
});

describe('the lines set in above a total', () => {
  it('are set in by a single space as well', () => {
    expect(lines([row('Revenue', '9'), row('Alpha', '5', { indent: 1 }), row('Costs', '5', { total: true })])).toBe(
      'Alpha; the lines set in above it; certain',
    );
  });
});

describe('the lines above a total', () => {
  const assets = row('Total assets', '5', { concept: 'Assets', total: true });
  const debt = row('Debt', '3', { concept: 'Liabilities' });

  it('start below the total of the other side, though that is the first line', () => {
    const both = row('Both', '3', { concept: 'LiabilitiesAndStockholdersEquity', total: true });
    expect(lines([assets, debt, both])).toBe('Debt; the lines above it; open');
  });

  it('are there where the total of the other side is the next line', () => {
    expect(lines([row('Cash', '5'), assets, { ...debt, total: true }], 1)).toBe('Cash; the lines above it; certain');
  });

  it('are there where a line is no total by its print, but a subtotal by its name', () => {
    expect(lines([row('Sales', '9'), row('x', '8', { concept: 'GrossProfit' })])).toBe(
      'Sales; the lines above it; open',
    );
    expect(lines([row('Sales', '9'), row('x', '8', { concept: 'InterestExpense' })])).toBe('none');
  });
});

describe('the lines of a total', () => {
  const loss = row('Net loss of the branch', '5');
  it.each<[string, Row[]]>([
    ['below its heading', [{ label: 'Costs:' }, loss, row('Total costs', '5', { total: true })]],
    ['set in above it', [{ ...loss, indent: 2 }, row('Total costs', '5', { total: true })]],
    ['above it', [loss, row('Total costs', '5', { total: true })]],
  ])('%s are read by their labels, and as printed where they foot', (_, rows) => {
    const opened = openLedger(filing(statement(rows)), shippedVocabulary(), () => ({
      document: '',
      line: 1,
      column: 1,
    }));
    const [at, page] = [rows.length - 1, opened.statements[0]?.rows ?? []];
    const own = [{ row: at - 1, sign: 1 }] as const;
    const footing = { total: at, lines: own, foots: [0], misses: [], how: 'as it foots' };
    expect([linesUnder(page, at, []), linesUnder(page, at, [footing])]).toMatchObject([
      { asPrinted: false },
      { asPrinted: true },
    ]);
  });
});
