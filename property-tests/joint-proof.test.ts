/** Laws of the joint proof over filings: what was only rounded is never found contradictory. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { prove } from '../src/audit/joint/prove.ts';
import { openLedger } from '../src/audit/ledger.ts';
import { settleSigns } from '../src/audit/settle.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import type { Joint, Row, Rule } from '../src/generated/types.ts';
import { compileProgramme } from '../src/rules/program.ts';
import { audited, filing, print, roundedQuotient, rule, runs, statement } from './support.ts';
import type { Half } from './support.ts';

/**
 * A grid of unrounded amounts with the totals of its rows and columns and of all, each figure
 * printed at a scale and by a half-way rule of its own, with or without decimals.
 */
interface Grid {
  readonly cells: readonly (readonly bigint[])[];
  readonly scales: readonly (readonly [scale: 1 | 1_000 | 1_000_000, places: number, half: Half])[];
}

const amount = fc.oneof(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), fc.bigInt({ min: -5_000n, max: 5_000n }));
const grids: fc.Arbitrary<Grid> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.record({
      cells: fc.array(fc.array(amount, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
      scales: fc.array(
        fc.tuple(
          fc.constantFrom<1 | 1_000 | 1_000_000>(1, 1_000, 1_000_000),
          fc.integer({ min: 0, max: 2 }),
          fc.constantFrom<Half>('up', 'even', 'away'),
        ),
        { minLength: 1, maxLength: 30 },
      ),
    }),
  );

/** The rows of a filing in which the grid stands, one figure a row, and the equations that hold of the unrounded amounts. */
function printed({ cells, scales }: Grid): { readonly rows: Row[]; readonly rules: Rule[] } {
  const rows: Row[] = [];
  const rules: Rule[] = [];
  const show = (label: string, cents: bigint) => {
    const [scale, places, half] = scales[rows.length % scales.length] ?? [1, 0, 'even'];
    // In hundredths of a dollar, so that single dollars have decimals to show.
    const units = roundedQuotient(cents * 10n ** BigInt(places), BigInt(scale) * 100n, half);
    rows.push({ label, printed: [print(units, places)], scale, unit: 'USD' });
    return `"${label}"`;
  };
  const total = (label: string, parts: readonly string[], cents: bigint) => {
    const name = show(label, cents);
    rules.push(
      rule(`${parts.join(' + ')} = ${name}`, {
        id: `grid/${label.toLowerCase().replaceAll(' ', '-')}`,
        statement: 'other',
      }),
    );
    return name;
  };
  const sum = (amounts: readonly bigint[]) => amounts.reduce((so, one) => so + one, 0n);
  const names = cells.map((row, at) => row.map((cents, column) => show(`Cell ${at} ${column}`, cents)));
  const across = cells.map((row, at) => total(`Row ${at}`, names[at] ?? [], sum(row)));
  const columns = cells[0]?.map((_, column) => cells.map((row) => row[column] ?? 0n)) ?? [];
  const down = columns.map((column, at) =>
    total(
      `Column ${at}`,
      names.map((row) => row[at] ?? ''),
      sum(column),
    ),
  );
  const all = sum(cells.flat());
  total('All by rows', across, all);
  total('All by columns', down, all);
  return { rows, rules };
}

const vocabulary = shippedVocabulary();

/** What the given equations prove together; without what the reader may find to add up by itself. */
function jointOf(rows: readonly Row[], rules: readonly Rule[]): Joint {
  const ledger = openLedger(filing(statement(rows, { kind: 'other' })), vocabulary, () => ({
    document: '',
    line: 1,
    column: 1,
  }));
  const { judged } = settleSigns(ledger, compileProgramme(rules, vocabulary));
  const given = judged.filter(({ bound }) => rules.some(({ id }) => id === bound.compiled.rule.id));
  return prove(given, (_, own) => own).joint;
}

describe('the joint proof', () => {
  it('finds every unrounded ledger feasible, at whatever scales and by whatever half-way rules it is printed', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { rows, rules } = printed(grid);
        const joint = jointOf(rows, rules);
        return joint.status === 'feasible' && joint.equations === rules.length;
      }),
      runs(150),
    );
  });

  it('is infeasible wherever an equation breaks by itself, and lists no conflict of one', () => {
    fc.assert(
      fc.property(grids, fc.nat(), fc.integer({ min: 1, max: 9 }), (grid, at, digit) => {
        const { rows, rules } = printed(grid);
        const index = at % rows.length;
        const wrong = rows.map((row, own) =>
          own === index ? { ...row, printed: [`${digit}${row.printed?.[0]?.replaceAll(/[(),]/g, '')}`] } : row,
        );
        const { audited: report } = audited(filing(statement(wrong, { kind: 'other' })), ...rules);
        const conflicts = report.joint?.conflicts ?? [];
        return (
          (report.counts.breaks === 0 || report.joint?.status === 'infeasible') &&
          (report.joint?.status === 'infeasible') === report.counts.breaks + conflicts.length > 0 &&
          conflicts.every(({ members }) => members.length > 1)
        );
      }),
      runs(150),
    );
  });
});
