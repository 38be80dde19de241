/**
 * What the rules of a page say already: an equation that is a sum of multiples of theirs says nothing
 * new. Decided by elimination over whole numbers modulo a prime, where a wrong answer would need a
 * coincidence of one in sixty million.
 */
import type { Decimal } from '../../figures/decimal.ts';
import type { Judged } from '../verdicts.ts';

/** The largest prime below 2^26: products of two remainders are exact in a double. */
const PRIME = 67_108_859;

/** Coefficients by figure, modulo the prime; as the sign goes, the remainder goes. */
type Row = Map<string, number>;

export interface Known {
  /** Whether one of the equalities at least says something new; all of them are known from then on. */
  readonly adds: (judged: readonly Judged[]) => boolean;
}

export function impliedBy(judged: readonly Judged[]): Known {
  const pivots = new Map<string, Row>();
  const inks = new Set(judged.map(inkOf));
  const take = (one: Judged): boolean => {
    if (one.bound.compiled.normal.kind === 'cleared') return inks.size !== inks.add(inkOf(one)).size;
    const row = reduced(rowOf(one), pivots);
    const [first] = row.keys();
    if (first !== undefined) pivots.set(first, row);
    return first !== undefined;
  };
  for (const one of judged) if (one.bound.compiled.equation.relation === '=') take(one);
  return { adds: (list) => list.filter(take).length > 0 };
}

/** The printed figures of an equation, as one text: what a product or quotient is known by. */
function inkOf({ terms }: Judged): string {
  return terms
    .map(({ figure }) => figure.id)
    .sort()
    .join(' ');
}

function rowOf({ terms }: Judged): Row {
  const row: Row = new Map();
  for (const { figure, coefficient } of terms) {
    const { coefficient: digits, exponent } = (coefficient as Decimal).toScaled();
    // A power of ten comes round to itself after PRIME - 1 steps, so that one below zero needs no division.
    const value = (Number(digits % BigInt(PRIME)) * power(10, PRIME - 1 + exponent)) % PRIME;
    // The same figure may stand with the opposite sign in another equation.
    add(row, figure.id, figure.turned ? -value : value);
  }
  return row;
}

function add(row: Row, id: string, value: number): void {
  const sum = ((row.get(id) ?? 0) + value) % PRIME;
  if (sum === 0) row.delete(id);
  else row.set(id, sum);
}

/** The row less multiples of those that are known, until it begins with a figure that none of them begins with. */
function reduced(row: Row, pivots: ReadonlyMap<string, Row>): Row {
  const left = new Map(row);
  const done: Row = new Map();
  for (let next = left.entries().next(); !next.done; next = left.entries().next()) {
    const [id, value] = next.value;
    const pivot = pivots.get(id);
    if (!pivot) {
      left.delete(id);
      done.set(id, value);
      continue;
    }
    const factor = (value * power(pivot.get(id) as number, PRIME - 2)) % PRIME;
    for (const [other, size] of pivot) {
      const less = -factor * size;
      if (done.has(other)) add(done, other, less);
      else add(left, other, less);
    }
  }
  return done;
}

/** By repeated squaring, modulo the prime. */
function power(base: number, exponent: number): number {
  let [result, square, rest] = [1, base % PRIME, exponent];
  for (; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
