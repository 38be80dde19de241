/**
 * Which figures stand under one another. Works on horizontal extents alone, so it serves text
 * (character positions) and HTML (grid columns) alike.
 */
import type { Cell } from './blocks.ts';

/** A column of figures: the extent in which most of its figures stand. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/**
 * Finds the columns of a table from the figure cells of its rows. The rows that show the most
 * figures are the template: their cells, in order, are the columns. A figure far from all of
 * them (in a table whose rows are never full) adds a column.
 *
 * @param rows the figure cells of each row, from left to right
 * @returns the columns from left to right; empty when there are no figures
 */
export function findColumns(rows: readonly (readonly Cell[])[]): Extent[] {
  const filled = rows.filter((cells) => cells.length > 0);
  if (filled.length === 0) return [];
  const count = commonestLargeCount(filled.map((cells) => cells.length));
  const template = filled.filter((cells) => cells.length === count);
  const columns: Extent[] = [];
  for (let index = 0; index < count; index += 1) {
    const cells = template.flatMap((row) => row[index] ?? []);
    columns.push({ left: median(cells.map((cell) => cell.left)), right: median(cells.map((cell) => cell.right)) });
  }
  const strays = filled.flatMap((cells) => cells.filter((cell) => nearest(cell, columns) === undefined));
  const first = columns.reduce((left, column) => Math.min(left, column.left), Infinity);
  // One number between the labels and the columns is part of its label: "Litigation (Note 13)".
  const inLabels = strays.filter((stray) => stray.right <= first);
  for (const stray of strays) {
    if (inLabels.length === 1 && stray === inLabels[0]) continue;
    if (nearest(stray, columns) === undefined) columns.push({ left: stray.left, right: stray.right });
  }
  return columns.sort((a, b) => a.right - b.right);
}

/**
 * Puts the figure cells of one row under the columns: each under the nearest, never two under
 * one, never out of order. A cell that finds no place is left over.
 */
export function underColumns(
  cells: readonly Cell[],
  columns: readonly Extent[],
): { readonly placed: readonly (Cell | undefined)[]; readonly left: readonly Cell[] } {
  const placed: (Cell | undefined)[] = columns.map(() => undefined);
  const left: Cell[] = [];
  // As many cells as columns, each of them near its own: the order alone decides.
  let from = 0;
  cells.forEach((cell, index) => {
    const rest = cells.length - index - 1;
    let best: number | undefined;
    for (let column = from; column < columns.length - Math.min(rest, columns.length - from - 1); column += 1) {
      const extent = columns[column];
      if (extent && (best === undefined || distance(cell, extent) < distance(cell, columns[best] ?? extent))) {
        best = column;
      }
    }
    if (best === undefined || !near(cell, columns, best)) {
      left.push(cell);
      return;
    }
    placed[best] = cell;
    from = best + 1;
  });
  return { placed, left };
}

/** The index of the column under which a cell stands, if it stands near one. */
function nearest(cell: Cell, columns: readonly Extent[]): number | undefined {
  let best: number | undefined;
  columns.forEach((extent, index) => {
    const known = best === undefined ? undefined : columns[best];
    if (!known || distance(cell, extent) < distance(cell, known)) best = index;
  });
  return best !== undefined && near(cell, columns, best) ? best : undefined;
}

function near(cell: Cell, columns: readonly Extent[], index: number): boolean {
  const extent = columns[index];
  if (!extent) return false;
  if (overlaps(cell, extent)) return true;
  const spacing = Math.min(
    ...columns.filter((_, other) => other !== index).map((other) => Math.abs(other.right - extent.right)),
    20,
  );
  return distance(cell, extent) <= spacing / 2;
}

/** Figures are set flush right, give or take a parenthesis: what counts is the distance of the right edges. */
function distance(cell: Extent, extent: Extent): number {
  return Math.abs(cell.right - extent.right);
}

export function overlaps(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}

/** The largest count that is no exception: at least two rows, and a seventh of all, show so many. */
function commonestLargeCount(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const enough = Math.min(counts.length, Math.max(2, counts.length / 7));
  return Math.max(...[...tally].filter(([, times]) => times >= enough).map(([count]) => count), 1);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
