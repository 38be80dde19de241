/**
 * The simplex method over boxes, in whole numbers.
 *
 * Each row becomes a slack variable that equals its sum and has the row's relation as its box. At
 * any time some variables (the basic ones) are written as sums over the others, and the others lie
 * within their boxes. Phase one is the "general simplex" of Dutertre and de Moura, A Fast
 * Linear-Arithmetic Solver for DPLL(T), CAV 2006: take a basic variable outside its box and
 * exchange it for one that can move it back. Where none can, that line of the tableau is a proof.
 * With Bland's rule (always the variable of smallest index) it ends, by their Theorem 1; choices
 * that keep the tableau sparse come first and are limited in number, so that it ends all the same.
 */
import { divisor, fraction } from './rational.ts';
import type { Rational } from './rational.ts';
import type { Box, Row, System } from './rows.ts';

/** How many entries may still be rewritten. */
export interface Limit {
  left: number;
}

/** `scale × basic variable = Σ entries × other variables`, without a common factor. */
interface Line {
  scale: bigint;
  readonly entries: Map<number, bigint>;
  /** The sum of the entries at the present values: the basic variable's value times `scale`. */
  total: bigint;
}

interface Tableau {
  /** The system's index of each variable; slacks follow them, one a row. */
  readonly variables: readonly number[];
  readonly boxes: readonly Box[];
  /** Of each variable that is not basic: whole, because it is where it started or at an end. */
  readonly values: bigint[];
  /** Of each variable that is basic. */
  readonly lines: (Line | undefined)[];
  /** For each variable that is not basic, the basic ones whose lines hold it. */
  readonly holders: Set<number>[];
  /** Basic variables that may lie outside their boxes. */
  readonly suspects: Set<number>;
  readonly limit: Limit;
}

/** What phase one finds of a group of rows. */
export type Repaired = 'feasible' | 'undecided' | { readonly multipliers: readonly bigint[] };

/** Somewhere within a box: its middle, which for a printed figure is what was printed. */
export function startOf({ low, high }: Box): bigint {
  if (low === undefined) return high ?? 0n;
  return high === undefined ? low : (low + high) / 2n;
}

/** The tableau of these rows, every slack basic. */
export function tableauOf(system: System, rows: readonly number[], limit: Limit): Tableau {
  const local = new Map<number, number>();
  const own = rows.map((row) => system.rows[row] as Row);
  for (const row of own)
    for (const { variable } of row.entries) if (!local.has(variable)) local.set(variable, local.size);
  const variables = [...local.keys()];
  const boxes = [
    ...variables.map((variable) => system.boxes[variable] as Box),
    ...own.map(({ relation, constant }) => ({ low: relation === '=' ? -constant : undefined, high: -constant })),
  ];
  const values = boxes.map(startOf);
  const holders = boxes.map(() => new Set<number>());
  const suspects = new Set<number>();
  const lines: (Line | undefined)[] = variables.map(() => undefined);
  own.forEach((row, index) => {
    const slack = variables.length + index;
    const entries = new Map(
      row.entries.map(({ variable, coefficient }) => [local.get(variable) as number, coefficient]),
    );
    let total = 0n;
    for (const [variable, coefficient] of entries) {
      total += coefficient * (values[variable] as bigint);
      holders[variable]?.add(slack);
    }
    lines.push({ scale: 1n, entries, total });
    suspects.add(slack);
    limit.left -= entries.size;
  });
  return { variables, boxes, values, lines, holders, suspects, limit };
}

/**
 * Phase one: brings every variable into its box, or proves that this cannot be done.
 * @param sparse how many exchanges may choose for sparsity; from then on Bland's rule, with which it must end
 */
export function repair(tableau: Tableau, sparse = 4 * tableau.boxes.length): Repaired {
  const { suspects, limit, boxes } = tableau;
  let free = sparse;
  for (;;) {
    if (limit.left < 0) return 'undecided';
    const wrong = firstOutside(tableau);
    if (!wrong) return 'feasible';
    const { basic, line, low } = wrong;
    const entering = enteringFor(tableau, line, low, free > 0);
    if (entering === undefined) return { multipliers: multipliersOf(tableau, basic, line, low) };
    free -= 1;
    const box = boxes[basic] as Box;
    exchange(tableau, basic, entering, (low ? box.low : box.high) as bigint);
    suspects.add(entering);
  }
}

interface Outside {
  readonly basic: number;
  readonly line: Line;
  /** Whether it is too small; else it is too great. */
  readonly low: boolean;
}

/** The basic variable of smallest index outside its box. */
function firstOutside({ suspects, lines, boxes }: Tableau): Outside | undefined {
  let first: Outside | undefined;
  for (const basic of suspects) {
    if (first && first.basic < basic) continue;
    const line = lines[basic];
    const { low, high } = boxes[basic] as Box;
    const tooLow = line !== undefined && low !== undefined && line.total < low * line.scale;
    const tooHigh = line !== undefined && high !== undefined && line.total > high * line.scale;
    if (line && (tooLow || tooHigh)) first = { basic, line, low: tooLow };
    else suspects.delete(basic);
  }
  return first;
}

/** Whether a variable that is not basic can still move up, or down. */
function canMove({ boxes, values }: Tableau, variable: number, up: boolean): boolean {
  const end = up ? boxes[variable]?.high : boxes[variable]?.low;
  return end === undefined || end !== values[variable];
}

/**
 * The variable to exchange a basic one for that must go up (or down): the one of smallest index;
 * while `sparse`, the one in the fewest lines.
 */
function enteringFor(tableau: Tableau, line: Line, up: boolean, sparse: boolean): number | undefined {
  let best: number | undefined;
  let rank = Infinity;
  for (const [variable, coefficient] of line.entries) {
    const own = sparse ? (tableau.holders[variable] as Set<number>).size : variable;
    if (own > rank || (own === rank && variable > (best as number))) continue;
    if (!canMove(tableau, variable, coefficient > 0n === up)) continue;
    best = variable;
    rank = own;
  }
  return best;
}

/**
 * The line of a basic variable that nothing can move back holds for all values, and with every
 * variable at its worst end it is still missed. What the slacks enter with are the multipliers.
 */
function multipliersOf({ variables, lines }: Tableau, basic: number, line: Line, low: boolean): bigint[] {
  // scale × basic − Σ entries = 0, turned so that a slack at its upper end enters positively.
  return Array.from({ length: lines.length - variables.length }, (_, index) => {
    const slack = variables.length + index;
    const coefficient = slack === basic ? line.scale : -(line.entries.get(slack) ?? 0n);
    return low ? -coefficient : coefficient;
  });
}

/** Makes `entering` basic in place of `leaving`, which takes the value `at`. */
function exchange(tableau: Tableau, leaving: number, entering: number, at: bigint): void {
  const { lines, holders, values, suspects, limit } = tableau;
  const line = lines[leaving] as Line;
  const pivot = line.entries.get(entering) as bigint;
  // scale × leaving = pivot × entering + rest  ⇒  |pivot| × entering = ±(scale × leaving − rest)
  const sign = pivot < 0n ? -1n : 1n;
  const scale = sign * pivot;
  const entries = new Map<number, bigint>([[leaving, sign * line.scale]]);
  for (const [variable, coefficient] of line.entries) {
    holders[variable]?.delete(leaving);
    if (variable !== entering) entries.set(variable, -sign * coefficient);
  }
  const before = values[entering] as bigint;
  values[leaving] = at;
  let total = 0n;
  for (const [variable, coefficient] of entries) total += coefficient * (values[variable] as bigint);
  const made: Line = { scale, entries, total };
  lines[leaving] = undefined;
  lines[entering] = made;
  for (const variable of entries.keys()) holders[variable]?.add(entering);
  const others = holders[entering] as Set<number>;
  holders[entering] = new Set();
  limit.left -= entries.size * (others.size + 1);
  for (const other of others) {
    replace(tableau, other, entering, made, before);
    suspects.add(other);
  }
}

/** Writes the line `made` of `entering` into the line of another basic variable. */
function replace({ lines, holders }: Tableau, basic: number, entering: number, made: Line, before: bigint): void {
  const line = lines[basic] as Line;
  const coefficient = line.entries.get(entering) as bigint;
  const shared = divisor(coefficient, made.scale);
  const [times, factor] = [made.scale / shared, coefficient / shared];
  line.entries.delete(entering);
  line.total = times * (line.total - coefficient * before) + factor * made.total;
  line.scale *= times;
  if (times !== 1n) for (const [variable, own] of line.entries) line.entries.set(variable, own * times);
  for (const [variable, own] of made.entries) {
    const sum = (line.entries.get(variable) ?? 0n) + factor * own;
    if (sum === 0n) {
      line.entries.delete(variable);
      holders[variable]?.delete(basic);
    } else {
      line.entries.set(variable, sum);
      holders[variable]?.add(basic);
    }
  }
  reduce(line);
}

/** Takes out what all numbers of a line have in common, which keeps them small. */
function reduce(line: Line): void {
  let shared = line.scale;
  for (const coefficient of line.entries.values()) {
    if (shared === 1n) return;
    shared = divisor(shared, coefficient);
  }
  if (shared === 1n) return;
  line.scale /= shared;
  line.total /= shared;
  for (const [variable, coefficient] of line.entries) line.entries.set(variable, coefficient / shared);
}

/** The values of the system's variables, by their index there. */
export function amountsOf({ variables, lines, values }: Tableau): Map<number, Rational> {
  return new Map(
    variables.map((variable, local) => {
      const line = lines[local];
      return [variable, line ? fraction(line.total, line.scale) : fraction(values[local] as bigint)];
    }),
  );
}

/**
 * Phase two, after a repair: the greatest value of a variable (or the least), undefined where there
 * is none. By Bland's rule for both choices, with which it cannot cycle (R. G. Bland, New Finite
 * Pivoting Rules for the Simplex Method, 1977).
 * @param variable its index in the system; one of the tableau's
 */
export function extreme(tableau: Tableau, variable: number, greatest: boolean): Rational | undefined | 'undecided' {
  const { variables, lines, limit } = tableau;
  const objective = variables.indexOf(variable);
  for (;;) {
    if (limit.left < 0) return 'undecided';
    const line = lines[objective];
    const move = improving(tableau, objective, line, greatest);
    if (!move) return amountsOf(tableau).get(variable);
    const block = firstBlock(tableau, move.variable, move.up);
    if (!block) return undefined;
    if (block.variable === move.variable) slide(tableau, move.variable, block.at);
    else exchange(tableau, block.variable, move.variable, block.at);
  }
}

interface Move {
  readonly variable: number;
  readonly up: boolean;
}

/** The variable of smallest index whose move makes the objective better. */
function improving(tableau: Tableau, objective: number, line: Line | undefined, greatest: boolean): Move | undefined {
  if (!line) return canMove(tableau, objective, greatest) ? { variable: objective, up: greatest } : undefined;
  let best: Move | undefined;
  for (const [variable, coefficient] of line.entries) {
    const up = coefficient > 0n === greatest;
    if ((best === undefined || variable < best.variable) && canMove(tableau, variable, up)) best = { variable, up };
  }
  return best;
}

interface Block {
  readonly variable: number;
  /** The end at which it stops. */
  readonly at: bigint;
  /** How far the moving variable can go. */
  readonly reach: Rational;
}

/** Which variable comes to an end of its box first as `moving` goes up (or down); ties to the smallest index. */
function firstBlock(tableau: Tableau, moving: number, up: boolean): Block | undefined {
  const { boxes, values, lines, holders } = tableau;
  let first: Block | undefined;
  const meet = (block: Block) => {
    if (!first || isSooner(block, first)) first = block;
  };
  const own = up ? boxes[moving]?.high : boxes[moving]?.low;
  const from = values[moving] as bigint;
  if (own !== undefined) meet({ variable: moving, at: own, reach: { top: up ? own - from : from - own, bottom: 1n } });
  for (const basic of holders[moving] as Set<number>) {
    const { scale, entries, total } = lines[basic] as Line;
    const coefficient = entries.get(moving) as bigint;
    const rises = coefficient > 0n === up;
    const { low, high } = boxes[basic] as Box;
    const end = rises ? high : low;
    if (end === undefined) continue;
    const room = rises ? end * scale - total : total - end * scale;
    meet({ variable: basic, at: end, reach: { top: room, bottom: coefficient < 0n ? -coefficient : coefficient } });
  }
  return first;
}

function isSooner(a: Block, b: Block): boolean {
  const [left, right] = [a.reach.top * b.reach.bottom, b.reach.top * a.reach.bottom];
  return left < right || (left === right && a.variable < b.variable);
}

/** Moves a variable that is not basic to an end of its box. */
function slide({ values, lines, holders, limit }: Tableau, variable: number, at: bigint): void {
  const own = holders[variable] as Set<number>;
  const by = at - (values[variable] as bigint);
  values[variable] = at;
  for (const basic of own) {
    const line = lines[basic] as Line;
    line.total += (line.entries.get(variable) as bigint) * by;
  }
  limit.left -= own.size;
}
