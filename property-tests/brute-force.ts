/**
 * Small linear systems decided by looking at every corner. For tests only: it shares nothing with
 * the solver, neither code nor arithmetic.
 */
import type { Box, System } from '../src/audit/joint/rows.ts';

/** A hyperplane: Σ coefficients × variables = value. */
interface Plane {
  readonly coefficients: readonly number[];
  readonly value: number;
}

/** Where a box without an end is cut off: far beyond all that small coefficients can reach otherwise. */
export const FAR = 10_000_000;

const lowOf = ({ low }: Box) => (low === undefined ? -FAR : Number(low));
const highOf = ({ high }: Box) => (high === undefined ? FAR : Number(high));

/** A corner as whole numbers over a common divisor. */
export interface Corner {
  readonly tops: readonly number[];
  readonly bottom: number;
}

/**
 * Every corner of what satisfies a system. What lies in boxes with ends has a corner unless it is
 * empty, and every variable is least and greatest in one.
 */
export function cornersOf(system: System): Corner[] {
  const size = system.boxes.length;
  const unit = (at: number) => Array.from({ length: size }, (_, index) => (index === at ? 1 : 0));
  const rowPlanes = system.rows.map((row): Plane => {
    const coefficients = Array.from({ length: size }, () => 0);
    for (const { variable, coefficient } of row.entries) coefficients[variable] = Number(coefficient);
    return { coefficients, value: -Number(row.constant) };
  });
  const boxPlanes = system.boxes.flatMap((box, at): Plane[] => [
    { coefficients: unit(at), value: lowOf(box) },
    ...(lowOf(box) === highOf(box) ? [] : [{ coefficients: unit(at), value: highOf(box) }]),
  ]);
  const corners: Corner[] = [];
  for (const chosen of choices([...rowPlanes, ...boxPlanes], size)) {
    const corner = meet(chosen);
    if (corner && satisfies(system, rowPlanes, corner)) corners.push(corner);
  }
  return corners;
}

function* choices<T>(from: readonly T[], count: number, start = 0): Generator<T[]> {
  if (count === 0) yield [];
  else {
    for (let index = start; index <= from.length - count; index += 1)
      for (const rest of choices(from, count - 1, index + 1)) yield [from[index] as T, ...rest];
  }
}

/** Where planes meet in one point, by Cramer's rule. */
function meet(planes: readonly Plane[]): Corner | undefined {
  const matrix = planes.map(({ coefficients }) => coefficients);
  const bottom = determinant(matrix);
  if (bottom === 0) return undefined;
  const tops = planes.map((_, at) =>
    determinant(
      matrix.map((row, line) => row.map((cell, index) => (index === at ? (planes[line]?.value ?? 0) : cell))),
    ),
  );
  return bottom < 0 ? { tops: tops.map((top) => -top), bottom: -bottom } : { tops, bottom };
}

function determinant(matrix: readonly (readonly number[])[]): number {
  const [first, ...others] = matrix;
  if (!first) return 1;
  return first.reduce((sum, cell, at) => {
    if (cell === 0) return sum;
    const minor = others.map((row) => row.filter((_, index) => index !== at));
    return sum + (at % 2 === 0 ? cell : -cell) * determinant(minor);
  }, 0);
}

function satisfies(system: System, planes: readonly Plane[], { tops, bottom }: Corner): boolean {
  const inBoxes = system.boxes.every((box, at) => {
    const top = tops[at] ?? NaN;
    return top >= lowOf(box) * bottom && top <= highOf(box) * bottom;
  });
  return (
    inBoxes &&
    planes.every(({ coefficients, value }, row) => {
      const left = coefficients.reduce((sum, coefficient, at) => sum + coefficient * (tops[at] ?? NaN), 0);
      return system.rows[row]?.relation === '=' ? left === value * bottom : left <= value * bottom;
    })
  );
}
