/**
 * Checks what the solver claims, with arithmetic of its own: it shares no code with the solver, only
 * the system itself. A proof is easy to check, however hard it was to find.
 */
import type { Row, System } from './rows.ts';

/** A fraction, its lower part positive. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** An amount for each variable, with which every row holds; or rows that no amounts satisfy, each with its multiplier. */
export type Claim =
  | { readonly kind: 'feasible'; readonly witness: readonly Fraction[] }
  | {
      readonly kind: 'infeasible';
      readonly conflicts: readonly { readonly rows: readonly number[]; readonly multipliers: readonly bigint[] }[];
    };

/** What is wrong with a claim; undefined where it proves what it says. */
export function objectionTo(claim: Claim, system: System): string | undefined {
  if (claim.kind === 'feasible') return objectionToWitness(claim.witness, system);
  if (claim.conflicts.length === 0) return 'there is no certificate';
  const wrong = claim.conflicts.findIndex(({ rows, multipliers }) => !contradicts(rows, multipliers, system));
  return wrong < 0 ? undefined : `certificate ${wrong + 1} is no contradiction`;
}

function objectionToWitness(witness: readonly Fraction[], { boxes, rows }: System): string | undefined {
  const outside = boxes.findIndex(({ low, high }, at) => {
    const amount = witness[at];
    if (!amount || amount.bottom <= 0n) return true;
    const { top, bottom } = amount;
    return (low !== undefined && top < low * bottom) || (high !== undefined && top > high * bottom);
  });
  if (outside >= 0) return `amount ${outside + 1} of the witness lies outside its rounding interval`;
  const missed = rows.findIndex(({ entries, constant, relation }) => {
    let [top, bottom] = [constant, 1n];
    for (const { variable, coefficient } of entries) {
      const amount = witness[variable] as Fraction;
      // Most amounts are whole: the common denominator grows only where it must.
      const more = bottom % amount.bottom === 0n ? 1n : amount.bottom;
      bottom *= more;
      top = top * more + coefficient * amount.top * (bottom / amount.bottom);
    }
    return relation === '=' ? top !== 0n : top > 0n;
  });
  return missed < 0 ? undefined : `the witness misses equation ${missed + 1}`;
}

/** Whether the rows, each times its multiplier, add up to what is greater than zero all over the boxes. */
function contradicts(rows: readonly number[], multipliers: readonly bigint[], { boxes, rows: all }: System): boolean {
  const sums = new Map<number, bigint>();
  let least = 0n;
  for (const [index, row] of rows.entries()) {
    const { entries, constant, relation } = all[row] as Row;
    const multiplier = multipliers[index] ?? 0n;
    if (multiplier === 0n || (relation === '<=' && multiplier < 0n)) return false;
    least += multiplier * constant;
    for (const { variable, coefficient } of entries)
      sums.set(variable, (sums.get(variable) ?? 0n) + multiplier * coefficient);
  }
  for (const [variable, sum] of sums) {
    if (sum === 0n) continue;
    const end = sum > 0n ? boxes[variable]?.low : boxes[variable]?.high;
    if (end === undefined) return false;
    least += sum * end;
  }
  return least > 0n;
}
