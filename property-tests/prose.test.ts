import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../src/audit/audit.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import { readText } from '../src/documents/text.ts';
import { parseWorded } from '../src/figures/worded.ts';
import type { Claim, Filing } from '../src/generated/types.ts';
import { readFiling } from '../src/prose/claims.ts';

const vocabulary = shippedVocabulary();

/** A filing that shows one figure, in thousands, and says it in the text as well. */
function filingOf(thousands: number, claim: Claim): Filing {
  return {
    format: 'tieout/filing@1',
    statements: [
      {
        kind: 'incomeStatement',
        scale: 1000,
        columns: [{ heading: 'Three months ended March 31, 2006', period: '2006-01-01/2006-03-31' }],
        rows: [{ label: 'Revenue', printed: [thousands.toLocaleString('en-US')] }],
      },
    ],
    claims: [{ measures: 'revenue', concept: 'Revenues', period: '2006-01-01/2006-03-31', ...claim }],
  };
}

function verdictOf(filing: Filing): string | undefined {
  const { audited } = audit(filing, 'a.json', [], vocabulary, () => ({ document: '', line: 1, column: 1 }));
  return audited.findings.find((finding) => finding.rule === 'prose/agrees-with-statement')?.verdict;
}

/** An amount of thousands in millions with so many places, rounded half up, in whole numbers only. */
function inMillions(thousands: number, places: number): { printed: string; unit: number } {
  const unit = 10 ** (3 - places);
  const rounded = Math.floor((2 * thousands + unit) / (2 * unit));
  const text = String(rounded).padStart(places + 1, '0');
  const whole = Number(text.slice(0, text.length - places)).toLocaleString('en-US');
  return { printed: `$${places === 0 ? whole : `${whole}.${text.slice(-places)}`} million`, unit };
}

const thousands = fc.integer({ min: 1000, max: 900_000_000 });
const places = fc.integer({ min: 0, max: 3 });

describe('an amount in the text', () => {
  it('ties to the figure that it was rounded from, at any precision', () => {
    fc.assert(
      fc.property(thousands, places, (amount, digits) => {
        expect(verdictOf(filingOf(amount, { printed: inMillions(amount, digits).printed }))).toBe('exact');
      }),
    );
  });

  it('ties where it was rounded from a figure that had been rounded itself', () => {
    // 8,949.5 in thousands shows as 8,950, and 8,950 as 9.0 million.
    expect(verdictOf(filingOf(8950, { printed: '$9.0 million' }))).toBe('exact');
    expect(verdictOf(filingOf(8950, { printed: '$8.9 million' }))).not.toBe('breaks');
  });

  it('breaks once it is moved beyond its room', () => {
    fc.assert(
      fc.property(thousands, places, fc.integer({ min: 2, max: 1000 }), fc.boolean(), (amount, digits, by, up) => {
        const { unit } = inMillions(amount, digits);
        const moved = amount + (up ? 1 : -1) * by * unit;
        fc.pre(moved > unit);
        expect(verdictOf(filingOf(amount, { printed: inMillions(moved, digits).printed }))).toBe('breaks');
      }),
    );
  });

  it('means what its digits and its word of scale say', () => {
    fc.assert(
      fc.property(thousands, places, (amount, digits) => {
        const read = parseWorded(inMillions(amount, digits).printed);
        const difference = read.ok ? Math.abs(Number(read.worded.amount) - amount * 1000) : NaN;
        expect(difference).toBeLessThanOrEqual(Number(read.ok && read.worded.ulp) / 2);
      }),
    );
  });
});

const TABLE = `
STATEMENTS OF OPERATIONS
                                       Three months ended
                                            March 31,
                                       2006          2005
                                         (in thousands)
Revenue                               5,691           999
Operating expenses                    3,681           487
Net income                            2,010           512
`;

const MEASURES = ['operating expenses', 'revenue', 'net income'];
const VERBS = ['were', 'totaled', 'amounted to', 'reached'];
const COMPARED = ['compared to', 'versus', 'compared with'];

/** The claims of a text, in the order of their amounts and without what names a place or words. */
function claimsOf(sentence: string): string[] {
  const { claims = [] } = readFiling(readText(`${sentence}\n\n\n${TABLE}`), 'a.txt', vocabulary);
  return claims
    .map(({ printed, concept, period, relation, unplaced }) =>
      JSON.stringify({ printed, concept, period, relation, placed: unplaced === undefined }),
    )
    .sort();
}

describe('a sentence', () => {
  it('gives the same claims in whatever order its clauses stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURES),
        fc.constantFrom(...VERBS),
        fc.constantFrom(...COMPARED),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        (measure, verb, compared, now, then) => {
          const when = 'for the first quarter of 2006';
          const what = `${measure} ${verb} $${now}.7 million`;
          const before = `${compared} $${then}.2 million for the first quarter of 2005`;
          const orders = [
            `${what} ${when}, ${before}`,
            `${when}, ${what}, ${before}`,
            `${before}, ${what} ${when}`,
            `${when}, ${before}, ${what}`,
          ].map((text) => claimsOf(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`));
          for (const claims of orders) expect(claims).toEqual(orders[0]);
          expect(orders[0]?.every((claim) => claim.includes('"placed":true'))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never loses an amount, and never stops at hostile text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('$', '1', '.', ',', '(', ')', ' ', 'million', 'share', 'per', '2006', '%', '-', 'of'),
          {
            maxLength: 200,
          },
        ),
        (parts) => {
          expect(() => claimsOf(`Revenue was $5.7 million. ${parts.join('')}`)).not.toThrow();
          expect(claimsOf(`Revenue was $5.7 million. ${parts.join('')}`).join('')).toContain('$5.7 million');
        },
      ),
    );
  });
});
