/**
 * Linear equations and inequalities over boxes, decided exactly: a witness, or multipliers that add
 * the rows up to a contradiction (Farkas' lemma). Plain data in, plain data out; it knows nothing
 * of figures or findings.
 */
import { fraction } from './rational.ts';
import type { Rational } from './rational.ts';
import { connected } from './rows.ts';
import type { Box, Row, System } from './rows.ts';
import { amountsOf, extreme, repair, startOf, tableauOf } from './simplex.ts';
import type { Limit } from './simplex.ts';

export type Solution =
  /** An amount for each variable. */
  | { readonly kind: 'feasible'; readonly witness: readonly Rational[] }
  /**
   * One for each row, none negative for `<=`: the sum of the rows, each times its multiplier, is
   * greater than zero everywhere in the boxes, while the rows say that it is not.
   */
  | { readonly kind: 'infeasible'; readonly multipliers: readonly bigint[] }
  /** More work than the limit allows. */
  | { readonly kind: 'undecided' };

/** The least and the greatest value of a variable; undefined where it has none. */
export type Bounds =
  | { readonly kind: 'bounded'; readonly low: Rational | undefined; readonly high: Rational | undefined }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'undecided' };

/** Rows that cannot hold together, though all but any one of them can. */
export interface RowConflict {
  readonly rows: readonly number[];
  /** For each of `rows`, as in an infeasible solution; never zero. */
  readonly multipliers: readonly bigint[];
}

/** The most entries of a tableau that are rewritten for one question: some seconds of work. */
export const MOST_WORK = 20_000_000;

/** Whether all rows can hold at once. */
export function solve(system: System, most = MOST_WORK): Solution {
  const limit = { left: most };
  const witness = system.boxes.map((box) => fraction(startOf(box)));
  for (const rows of connected(system, allRows(system))) {
    const tableau = tableauOf(system, rows, limit);
    const repaired = repair(tableau);
    if (repaired === 'undecided') return { kind: 'undecided' };
    if (repaired !== 'feasible') {
      const multipliers = system.rows.map(() => 0n);
      rows.forEach((row, index) => (multipliers[row] = repaired.multipliers[index] as bigint));
      return { kind: 'infeasible', multipliers };
    }
    for (const [variable, amount] of amountsOf(tableau)) witness[variable] = amount;
  }
  return { kind: 'feasible', witness };
}

/**
 * The exact range of one variable over everything that satisfies the rows that it hangs together
 * with. What the other rows say does not matter to it, and is not asked.
 */
export function bounds(system: System, variable: number, most = MOST_WORK): Bounds {
  const limit = { left: most };
  const holds = (row: number) => (system.rows[row] as Row).entries.some((entry) => entry.variable === variable);
  const rows = connected(system, allRows(system)).find((group) => group.some(holds));
  if (!rows) {
    const { low, high } = system.boxes[variable] as Box;
    return {
      kind: 'bounded',
      low: low === undefined ? low : fraction(low),
      high: high === undefined ? high : fraction(high),
    };
  }
  const tableau = tableauOf(system, rows, limit);
  const repaired = repair(tableau);
  if (repaired === 'undecided') return { kind: 'undecided' };
  if (repaired !== 'feasible') return { kind: 'infeasible' };
  const low = extreme(tableau, variable, false);
  const high = extreme(tableau, variable, true);
  if (low === 'undecided' || high === 'undecided') return { kind: 'undecided' };
  return { kind: 'bounded', low, high };
}

export interface Conflicts {
  readonly conflicts: readonly RowConflict[];
  /** False where the work ran out before the rows that are left were known to hold together. */
  readonly complete: boolean;
}

/**
 * Smallest conflicts, no two of which share a row: first each row that cannot hold by itself, then,
 * among the rows left, one conflict after the other until the rest can hold. What shares a row with
 * one that is listed is not listed: it may be the same mistake, and shows once that one is mended.
 */
export function conflicts(system: System, most = MOST_WORK): Conflicts {
  const limit = { left: most };
  const found: RowConflict[] = [];
  for (const component of connected(system, allRows(system))) {
    let rest = component;
    const take = (conflict: RowConflict) => {
      found.push(conflict);
      rest = without(rest, conflict.rows);
    };
    for (const row of component) {
      const single = proof(system, [row], limit);
      if (single) take(single);
    }
    for (let conflict = smallest(system, rest, limit); conflict; conflict = smallest(system, rest, limit)) {
      take(conflict);
    }
    if (limit.left < 0) return { conflicts: found, complete: false };
  }
  return { conflicts: found, complete: true };
}

/** Drops one row after the other for as long as the rows left still contradict each other. */
function smallest(system: System, rows: readonly number[], limit: Limit): RowConflict | undefined {
  const first = proof(system, rows, limit);
  if (!first) return undefined;
  let core = first;
  for (const row of first.rows) {
    core = proof(system, without(core.rows, [row]), limit) ?? core;
  }
  // A core that could not be reduced to the end is not known to be smallest.
  return limit.left < 0 ? undefined : core;
}

/** The rows among these that a proof of their infeasibility uses; undefined where they can hold, or the work ran out. */
function proof(system: System, rows: readonly number[], limit: Limit): RowConflict | undefined {
  for (const part of connected(system, rows)) {
    const repaired = repair(tableauOf(system, part, limit));
    if (typeof repaired === 'string') continue;
    const used = part.flatMap((row, index) => {
      const multiplier = repaired.multipliers[index] as bigint;
      return multiplier === 0n ? [] : [{ row, multiplier }];
    });
    return { rows: used.map(({ row }) => row), multipliers: used.map(({ multiplier }) => multiplier) };
  }
  return undefined;
}

function without(rows: readonly number[], taken: readonly number[]): number[] {
  const gone = new Set(taken);
  return rows.filter((row) => !gone.has(row));
}

function allRows(system: System): number[] {
  return system.rows.map((_, index) => index);
}
