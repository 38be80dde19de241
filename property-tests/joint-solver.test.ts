/** Laws of the joint solver: it agrees with brute force, and its conflicts are smallest. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Rational } from '../src/audit/joint/rational.ts';
import type { Row, System } from '../src/audit/joint/rows.ts';
import { repair, tableauOf } from '../src/audit/joint/simplex.ts';
import { bounds, conflicts, solve } from '../src/audit/joint/solve.ts';
import { FAR, cornersOf } from './brute-force.ts';
import { runs } from './support.ts';

/** Up to four variables and five rows, small numbers: feasible about half of the time. */
const systems: fc.Arbitrary<System> = fc.integer({ min: 1, max: 4 }).chain((size) => {
  const box = fc
    .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 3))
    .map(([low, width, open]) => ({
      low: (open & 1) === 1 ? undefined : BigInt(low),
      high: (open & 2) === 2 ? undefined : BigInt(low + width),
    }));
  const row = fc
    .record({
      coefficients: fc.array(fc.constantFrom(0, 0, 1, 1, -1, -1, 2, -3), { minLength: size, maxLength: size }),
      constant: fc.integer({ min: -8, max: 8 }),
      relation: fc.constantFrom('=' as const, '=' as const, '<=' as const),
    })
    .map(({ coefficients, constant, relation }): Row => ({
      entries: coefficients.flatMap((coefficient, variable) =>
        coefficient === 0 ? [] : [{ variable, coefficient: BigInt(coefficient) }],
      ),
      constant: BigInt(constant),
      relation,
    }));
  return fc.record({
    boxes: fc.array(box, { minLength: size, maxLength: size }),
    rows: fc.array(row, { maxLength: 5 }),
  });
});

/** A corner that lies where only the far end of an open box can bring it. */
const endless = (value: number) => (Math.abs(value) > FAR / 1_000 ? Math.sign(value) * Infinity : value);

const feasible = (system: System) => solve(system).kind === 'feasible';
const only = (system: System, rows: readonly number[]): System => ({
  ...system,
  rows: rows.map((row) => system.rows[row] as Row),
});

describe('the joint solver', () => {
  it('finds the same systems feasible as brute force', () => {
    fc.assert(
      fc.property(systems, (system) => feasible(system) === cornersOf(system).length > 0),
      runs(3_000),
    );
  });

  it("ends with Bland's rule alone, and finds the same", () => {
    fc.assert(
      fc.property(systems, (system) => {
        const rows = system.rows.map((_, row) => row);
        const repaired = repair(tableauOf(system, rows, { left: 1_000_000 }), 0);
        return repaired !== 'undecided' && (repaired === 'feasible') === feasible(system);
      }),
      runs(1_000),
    );
  });

  it('gives the same bounds of every variable as brute force', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const corners = cornersOf(system);
        return system.boxes.every((_, variable) => {
          const range = bounds(system, variable);
          // Rows that hang together apart from a variable may contradict each other without harm to it.
          if (corners.length === 0 || range.kind !== 'bounded') return corners.length === 0;
          const at = (end: Rational | undefined, none: number) => (end ? Number(end.top) / Number(end.bottom) : none);
          const values = corners.map(({ tops, bottom }) => (tops[variable] ?? NaN) / bottom);
          return (
            at(range.low, -Infinity) === endless(Math.min(...values)) &&
            at(range.high, Infinity) === endless(Math.max(...values))
          );
        });
      }),
      runs(1_000),
    );
  });

  it('lists conflicts of which each row is needed, no two of which share a row, and leaves the rest feasible', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const found = conflicts(system);
        const used = found.conflicts.flatMap(({ rows }) => rows);
        const rest = system.rows.map((_, row) => row).filter((row) => !used.includes(row));
        return (
          found.complete &&
          new Set(used).size === used.length &&
          feasible(only(system, rest)) &&
          found.conflicts.every(
            ({ rows }) =>
              !feasible(only(system, rows)) &&
              rows.every((row) =>
                feasible(
                  only(
                    system,
                    rows.filter((other) => other !== row),
                  ),
                ),
              ),
          )
        );
      }),
      runs(1_000),
    );
  });

  it('never finds an infeasible system feasible once a row is added', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const fewer = system.rows.slice(0, -1);
        return feasible({ ...system, rows: fewer }) || !feasible(system);
      }),
      runs(1_000),
    );
  });
});
