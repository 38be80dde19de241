import { describe, expect, it } from 'vitest';
import { connected } from './rows.ts';
import type { System } from './rows.ts';

/** Rows over these variables, each with the coefficient one. */
const over = (...rows: number[][]): System => ({
  boxes: [],
  rows: rows.map((variables) => ({
    entries: variables.map((variable) => ({ variable, coefficient: 1n })),
    constant: 0n,
    relation: '=',
  })),
});
const groupsOf = (system: System) => connected(system, [...system.rows.keys()]);

describe('rows', () => {
  it.each([
    ['hang together where they share a variable', over([0, 1], [2, 3], [1, 2]), [[0, 1, 2]]],
    ['stand apart where they share none', over([0, 1], [2, 3], [0]), [[0, 2], [1]]],
    ['hang together over others', over([0, 4], [1, 3], [2, 4], [3, 2]), [[0, 1, 2, 3]]],
    ['without a variable stand alone, the first', over([], [0], [1]), [[0], [1], [2]]],
    ['without a variable stand alone, the others', over([0], [], [1], []), [[0], [1], [2], [3]]],
  ])('%s', (_, system, groups) => {
    expect(groupsOf(system)).toEqual(groups);
  });

  it('that were not chosen join nothing', () => {
    expect(connected(over([0, 1], [1, 2], [2, 3]), [0, 2])).toEqual([[0], [2]]);
  });
});
