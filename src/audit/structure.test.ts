import { describe, expect, it } from 'vitest';
import { filing, findingsOf, rule, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Row, Statement } from '../generated/types.ts';
import type { Footing } from './footing.ts';
import { openLedger } from './ledger.ts';
import { hasFigures, linesUnder } from './structure.ts';

const row = (label: string, printed: string, more: Partial<Row> = {}): Row => ({ label, printed: [printed], ...more });
const under = (label: string, printed: string): Row => row(label, printed, { indent: 2 });

function rowsOf(rows: readonly Row[], more: Partial<Statement> = {}) {
  const opened = openLedger(filing(statement(rows, more)), shippedVocabulary(), () => ({
    document: '',
    line: 1,
    column: 1,
  }));
  return opened.statements[0]?.rows ?? [];
}

/** The lines under the last row, by label, and how that is known. */
function lines(rows: readonly Row[], footings: readonly Footing[] = [], more: Partial<Statement> = {}): string {
  const found = linesUnder(rowsOf(rows, more), rows.length - 1, footings);
  return found
    ? `${found.rows.map((one) => one.row.label).join(', ')}; ${found.how}; ${found.certain ? 'certain' : 'open'}`
    : 'none';
}

const footing = (total: number, ...from: number[]): Footing => ({
  total,
  lines: from.map((at) => ({ row: at, sign: 1 })),
  foots: [0],
  misses: [],
  how: 'as it foots',
});

describe('the lines under a total', () => {
  const total = row('Total costs', '8', { total: true });
  it.each<[string, Row[], string]>([
    [
      'stand below the heading that it repeats',
      [row('Revenue', '9'), { label: 'Costs:' }, row('Alpha', '5'), row('Beta', '3'), total],
      'Alpha, Beta; the lines below the heading "Costs:"; certain',
    ],
    [
      'stand below the nearest such heading',
      [{ label: 'Costs' }, row('Old', '1'), { label: 'Costs:' }, row('Alpha', '5'), total],
      'Alpha; the lines below the heading "Costs:"; certain',
    ],
    [
      'are not certain where one of them is a total itself',
      [{ label: 'Costs:' }, row('Alpha', '5'), row('Total of some', '3', { total: true }), total],
      'Alpha, Total of some; the lines below the heading "Costs:"; open',
    ],
    [
      'are set in above it',
      [row('Revenue', '9'), under('Alpha', '5'), under('Beta', '3'), total],
      'Alpha, Beta; the lines set in above it; certain',
    ],
    [
      'are set in from the first line on',
      [under('Alpha', '5'), under('Beta', '3'), total],
      'Alpha, Beta; the lines set in above it; certain',
    ],
    [
      'are set in deeper than it, not as deep',
      [
        row('Revenue', '9', { indent: 4 }),
        row('Alpha', '5', { indent: 6 }),
        row('Total costs', '8', { total: true, indent: 4 }),
      ],
      'Alpha; the lines set in above it; certain',
    ],
    [
      'are all above it where the page leaves it open',
      [row('Revenue', '9'), row('Alpha', '5'), total],
      'Revenue, Alpha; the lines above it; open',
    ],
    ['are not there where nothing shows that it is a total', [under('Alpha', '5'), row('Costs', '8')], 'none'],
    [
      'leave out headings and empty rows',
      [{ label: 'Other:' }, row('Alpha', '5'), { label: 'Nothing', printed: [null] }, total],
      'Alpha; the lines above it; open',
    ],
    ['are not there where nothing stands above it', [total], 'none'],
    [
      'are not there under a heading without lines, but above',
      [row('Alpha', '5'), { label: 'Costs:' }, total],
      'Alpha; the lines above it; open',
    ],
    [
      'are all above a total without a label',
      [row('Alpha', '5'), row('', '5', { total: true })],
      'Alpha; the lines above it; open',
    ],
  ])('%s', (_, rows, wanted) => {
    expect(lines(rows)).toBe(wanted);
  });

  it('do not reach past the total of the other side', () => {
    const rows = [
      row('Cash', '5', { concept: 'CashAndCashEquivalentsAtCarryingValue' }),
      row('Total assets', '5', { concept: 'Assets', total: true }),
      row('Debt', '3', { concept: 'Liabilities' }),
      row('Equity', '2', { concept: 'StockholdersEquity' }),
      row('Both', '5', { concept: 'LiabilitiesAndStockholdersEquity', total: true }),
    ];
    expect(lines(rows, [], { kind: 'balanceSheet' })).toBe('Debt, Equity; the lines above it; open');
    expect(lines(rows.slice(0, 2), [], { kind: 'balanceSheet' })).toBe('Cash; the lines above it; certain');
  });

  it('are those that foot, where they are known', () => {
    const rows = [row('Alpha', '5'), row('Beta', '3'), row('Gamma', '5'), total];
    expect(lines(rows, [footing(3, 0, 1)])).toBe('Alpha, Beta; as it foots; certain');
    // A sum with something taken away is no list of lines.
    expect(
      lines(rows, [
        {
          ...footing(3, 0, 1),
          lines: [
            { row: 0, sign: 1 },
            { row: 1, sign: -1 },
          ],
        },
      ]),
    ).toBe('Alpha, Beta, Gamma; the lines above it; open');
  });

  it('leave out what a subtotal among them sums up, which stands for it', () => {
    const rows = [
      { label: 'Costs:' },
      row('Alpha', '5'),
      row('Beta', '3'),
      row('Subtotal', '8', { total: true }),
      row('Gamma', '1'),
      row('Total costs', '9', { total: true }),
    ];
    expect(lines(rows, [footing(3, 1, 2)])).toBe('Subtotal, Gamma; the lines below the heading "Costs:"; certain');
    expect(lines(rows, [footing(9, 1, 2)])).toContain('Alpha, Beta, Subtotal');
  });

  it('are not there for a row that is not there', () => {
    expect(linesUnder([], 0, [])).toBeUndefined();
  });
});

describe('a row with figures', () => {
  it('is told from a heading', () => {
    expect(rowsOf([row('a', '5'), { label: 'Costs' }]).map(hasFigures)).toEqual([true, false]);
  });
});

describe('a total and its lines on a page', () => {
  const foot = rule('lines(OperatingExpenses) = OperatingExpenses');
  const page = (alpha: string): Row[] => [
    { label: 'Operating expenses:' },
    under('General and administrative', alpha),
    under('Research and development', '3,681'),
    under('Acquired in-process R&D', '33,715'),
    row('Total operating expenses', '43,087', { total: true }),
  ];

  it.each([
    ['5,691', 'exact', '0'],
    ['5,690', 'rounding', '1'],
    ['5,693', 'edge', '2'],
    ['5,961', 'breaks', '270'],
  ])('with %s is %s', (alpha, verdict, gap) => {
    const findings = findingsOf(filing(statement(page(alpha))), foot);
    expect(findings.map((finding) => [finding.verdict, finding.gap, finding.room])).toEqual([[verdict, gap, '2']]);
    expect(findings[0]?.terms.map((term) => term.as)).toEqual([
      ...Array.from({ length: 3 }, () => 'lines(OperatingExpenses)'),
      'OperatingExpenses',
    ]);
  });

  it('reads lines in brackets under a total in brackets as costs, like the total', () => {
    const bracketed = page('(5,691)').map((one): Row =>
      one.printed ? { ...one, printed: one.printed.map((text) => `(${String(text).replace(/[()]/g, '')})`) } : one,
    );
    const [finding] = findingsOf(filing(statement(bracketed)), foot);
    expect(finding).toMatchObject({ verdict: 'exact', stated: '43087000'.slice(0, 5), gap: '0', room: '2' });
  });

  it('reads the sign of a line from its label where it is no list that foots', () => {
    const rows = [
      row('Debt', '20', { concept: 'Liabilities' }),
      row('Accumulated deficit', '5'),
      row('Both', '15', { concept: 'LiabilitiesAndStockholdersEquity', total: true }),
    ];
    const all = rule('lines(LiabilitiesAndStockholdersEquity) = LiabilitiesAndStockholdersEquity', {
      statement: 'balanceSheet',
    });
    expect(findingsOf(filing(statement(rows, { kind: 'balanceSheet' })), all)).toMatchObject([
      { verdict: 'exact', gap: '0' },
    ]);
  });

  it('adds lines up as printed where that foots, whatever their labels say of signs', () => {
    const rows: Row[] = [
      { label: 'Wages', printed: ['1,234', '2,987'] },
      { label: 'Net loss', printed: ['4,321', '5,164'] },
      { label: 'x', concept: 'OperatingExpenses', printed: ['5,555', '8,151'], total: true },
    ];
    expect(findingsOf(filing(statement(rows)), foot).map((finding) => finding.verdict)).toEqual(['exact', 'exact']);
  });

  it('never breaks over lines that are not certain', () => {
    const loose = page('7,482')
      .slice(1)
      .map((one) => ({ ...one, indent: 0 }));
    const [finding] = findingsOf(filing(statement(loose)), foot);
    expect(finding).toMatchObject({
      verdict: 'unproven',
      reason: 'which lines "Total operating expenses" sums up is not certain',
    });
  });
});
