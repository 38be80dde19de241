/** Laws of amounts in sentences together with the tables: what was only rounded is never found contradictory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import type { Claim, Filing } from '../src/generated/types.ts';
import { audit } from '../src/audit/audit.ts';
import { compileProgramme } from '../src/rules/program.ts';
import { roundedQuotient, rule, runs } from './support.ts';
import type { Half } from './support.ts';

const vocabulary = shippedVocabulary();
const programme = compileProgramme(
  [rule('Revenues - CostOfRevenue = GrossProfit'), rule('GrossProfit - OperatingExpenses = OperatingIncomeLoss')].map(
    (one, index) => ({ ...one, id: `law/${index}`, statement: 'incomeStatement' as const }),
  ),
  vocabulary,
);

const NOW = '2006-01-01/2006-12-31';
const BEFORE = '2005-01-01/2005-12-31';
const LINES = [
  ['Revenues', 'Revenue'],
  ['CostOfRevenue', 'Cost of revenue'],
  ['GrossProfit', 'Gross profit'],
  ['OperatingExpenses', 'Total operating expenses'],
  ['OperatingIncomeLoss', 'Operating income'],
] as const;

/** Unrounded, in hundredths of a dollar. */
type Ledger = Readonly<Record<(typeof LINES)[number][0], bigint>>;

const ledgers: fc.Arbitrary<Ledger> = fc
  .tuple(
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
  )
  .map(([income, expenses, cost]) => ({
    OperatingIncomeLoss: income,
    OperatingExpenses: expenses,
    GrossProfit: income + expenses,
    CostOfRevenue: cost,
    Revenues: income + expenses + cost,
  }));

interface Told {
  readonly line: number;
  readonly later: boolean;
  readonly kind: 'level' | 'change';
  /** Printed from the unrounded ledger, or from what the table shows. */
  readonly from: 'ledger' | 'table';
  readonly places: number;
  readonly half: Half;
}

const told: fc.Arbitrary<Told> = fc.record({
  line: fc.nat({ max: LINES.length - 1 }),
  later: fc.boolean(),
  kind: fc.constantFrom('level', 'level', 'change'),
  from: fc.constantFrom('ledger', 'table'),
  places: fc.nat({ max: 6 }),
  half: fc.constantFrom<Half>('up', 'even', 'away'),
});

/** Millions with so many places, from hundredths of a dollar. */
function inMillions(cents: bigint, places: number, half: Half): string {
  const units = roundedQuotient(cents, 10n ** BigInt(8 - places), half);
  const text = String(units).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `$${places === 0 ? whole : `${whole}.${text.slice(-places)}`} million`;
}

function filingOf(
  years: readonly [Ledger, Ledger],
  scale: 1 | 1_000 | 1_000_000,
  half: Half,
  sayings: readonly Told[],
) {
  const shown = (cents: bigint) => roundedQuotient(cents, BigInt(scale) * 100n, half);
  const claims = sayings.map(({ line, later, kind, from, places, half: own }): Claim => {
    const [concept, measures] = LINES[line] as (typeof LINES)[number];
    const [now, before] = years.map((year) =>
      from === 'ledger' ? year[concept] : shown(year[concept]) * BigInt(scale) * 100n,
    ) as [bigint, bigint];
    // Nobody reads more digits off a table than it shows.
    const digits = from === 'ledger' ? places : Math.min(places, 6 - Math.log10(scale));
    const base = { measures, concept };
    if (kind === 'level')
      return { ...base, printed: inMillions(later ? now : before, digits, own), period: later ? NOW : BEFORE };
    const grew = now >= before;
    const printed = inMillions(grew ? now - before : before - now, digits, own);
    return { ...base, printed, period: NOW, since: BEFORE, relation: 'change', direction: grew ? 'up' : 'down' };
  });
  const filing: Filing = {
    format: 'tieout/filing@1',
    statements: [
      {
        kind: 'incomeStatement',
        scale,
        columns: [
          { heading: '2006', period: NOW },
          { heading: '2005', period: BEFORE },
        ],
        rows: LINES.map(([concept, label]) => ({
          label,
          concept,
          printed: years.map((year) => shown(year[concept]).toLocaleString('en-US')),
        })),
      },
    ],
    claims,
  };
  return filing;
}

function auditedFiling(filing: Filing) {
  return audit(filing, 'law.json', programme, vocabulary, () => ({ document: '', line: 1, column: 1 }));
}

describe('a text with more digits than the table', () => {
  it('contradicts it jointly where each amount agrees by itself', () => {
    const year = { Revenues: 10n, CostOfRevenue: 5n, GrossProfit: 5n, OperatingExpenses: 4n, OperatingIncomeLoss: 1n };
    const million = 10n ** 8n;
    const ledger = Object.fromEntries(Object.entries(year).map(([name, amount]) => [name, amount * million])) as Ledger;
    const { statements } = filingOf([ledger, ledger], 1_000_000, 'up', []);
    const claims = [
      ['Revenues', 'Revenue', '$10.4 million'],
      ['CostOfRevenue', 'Cost of revenue', '$4.6 million'],
      ['GrossProfit', 'Gross profit', '$5.2 million'],
    ].map(([concept = '', measures = '', printed = '']): Claim => ({ concept, measures, printed, period: NOW }));
    const { audited } = auditedFiling({ format: 'tieout/filing@1', statements, claims });
    expect(audited.counts.breaks).toBe(0);
    expect(audited.joint).toMatchObject({ status: 'infeasible', conflicts: [{}] });
  });
});

describe('a table and a text that were made from one ledger', () => {
  it('can hold together, however each amount was rounded', () => {
    fc.assert(
      fc.property(
        fc.tuple(ledgers, ledgers),
        fc.constantFrom<1 | 1_000 | 1_000_000>(1, 1_000, 1_000_000),
        fc.constantFrom<Half>('up', 'even', 'away'),
        fc.array(told, { minLength: 1, maxLength: 12 }),
        (years, scale, half, sayings) => {
          const filing = filingOf(years, scale, half, sayings);
          const { audited, objection } = auditedFiling(filing);
          expect(objection).toBeUndefined();
          expect(audited.findings.filter((finding) => finding.verdict === 'breaks')).toEqual([]);
          expect(audited.joint?.status).toBe('feasible');
        },
      ),
      runs(300),
    );
  });
});
