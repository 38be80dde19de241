/**
 * Whether all equations of a filing can hold together: unrounded amounts with which they do, or the
 * smallest sets of them that contradict each other. Whatever the solver says is verified apart.
 */
import { Decimal } from '../../figures/decimal.ts';
import type { Joint, Severity } from '../../generated/types.ts';
import type { Judged } from '../verdicts.ts';
import { conflictOf } from './derive.ts';
import { fraction } from './rational.ts';
import type { Rational } from './rational.ts';
import type { System } from './rows.ts';
import { MOST_WORK, conflicts, solve } from './solve.ts';
import { jointSystem } from './system.ts';
import type { JointSystem } from './system.ts';
import { objectionTo } from './verify.ts';
import type { Claim } from './verify.ts';

export interface Proven {
  readonly joint: Joint;
  /** Why the proof was not accepted: a bug of tieout, never a matter of the report. */
  readonly objection?: string;
}

/** What decides a system; the solver, unless a test puts another in its place. */
export type Decide = (system: System) => Claim | { readonly kind: 'undecided' };

/** Proves the findings of one filing jointly, those that take part (see `takesPart`). */
export function prove(
  judged: readonly Judged[],
  severityOf: (ruleId: string, own: Severity) => Severity,
  decide: Decide = (system) => decideSystem(system),
): Proven {
  const system = jointSystem(judged);
  const about = new Set(system.members.flatMap((member) => member.judged.terms.map(({ figure }) => figure.id)));
  const base = { equations: system.rows.length, figures: about.size };
  const claim = decide(system);
  if (claim.kind === 'undecided') {
    return {
      joint: { status: 'undecided', ...base, reason: 'it would take more work than is allowed', conflicts: [] },
    };
  }
  const objection = objectionTo(claim, system);
  if (objection !== undefined) {
    return { joint: { status: 'undecided', ...base, reason: 'its proof does not hold', conflicts: [] }, objection };
  }
  if (claim.kind === 'feasible') {
    return { joint: { status: 'feasible', ...base, witness: witnessOf(system, claim.witness), conflicts: [] } };
  }
  const found = claim.conflicts
    // An equation that cannot hold by itself is a finding that breaks, and shown as one.
    .filter(({ rows }) => rows.length > 1)
    .map((conflict) => conflictOf(system, conflict, severityOf));
  return { joint: { status: 'infeasible', ...base, conflicts: found } };
}

/** @param most the work that looking for conflicts may take */
export function decideSystem(system: System, most = MOST_WORK): ReturnType<Decide> {
  const solution = solve(system);
  if (solution.kind !== 'infeasible') return solution;
  const { conflicts: found } = conflicts(system, most);
  // What was found before the work ran out is proven all the same.
  return found.length > 0 ? { kind: 'infeasible', conflicts: found } : { kind: 'undecided' };
}

function witnessOf({ variables, exponent }: JointSystem, witness: readonly Rational[]): NonNullable<Joint['witness']> {
  return variables.flatMap((variable, index) => {
    if (variable.kind !== 'figure') return [];
    return [{ figure: variable.figure.id, amount: textOf(witness[index] as Rational, exponent) }];
  });
}

/** An amount in units of ten to the power `exponent` (zero or less): a decimal where it is one, else a fraction. */
function textOf(amount: Rational, exponent: number): string {
  const { top, bottom } = fraction(amount.top, amount.bottom * 10n ** BigInt(-exponent));
  let rest = bottom;
  let places = 0;
  // A tenth is a half of a fifth: whichever factor is left, one place more takes one of each.
  while (rest % 2n === 0n || rest % 5n === 0n) {
    if (rest % 2n === 0n) rest /= 2n;
    if (rest % 5n === 0n) rest /= 5n;
    places += 1;
  }
  if (rest !== 1n) return `${top}/${bottom}`;
  return Decimal.scaled((top * 10n ** BigInt(places)) / bottom, -places).toString();
}
