import { describe, expect, it } from 'vitest';
import { divisor, fraction } from './rational.ts';
import type { Box, Row, System } from './rows.ts';
import { repair, tableauOf } from './simplex.ts';
import { bounds, conflicts, solve } from './solve.ts';

const box = (low: number | undefined, ...more: (number | undefined)[]): Box => ({
  low: low === undefined ? undefined : BigInt(low),
  high: highOf(low, more),
});

/** One amount is both ends. */
function highOf(low: number | undefined, more: readonly (number | undefined)[]): bigint | undefined {
  const high = more.length > 0 ? more[0] : low;
  return high === undefined ? undefined : BigInt(high);
}

/** `row([[0, 1], [1, -1]], 5)` is x0 − x1 + 5 = 0. */
const row = (entries: readonly (readonly [number, number])[], constant = 0, relation: Row['relation'] = '='): Row => ({
  entries: entries.map(([variable, coefficient]) => ({ variable, coefficient: BigInt(coefficient) })),
  constant: BigInt(constant),
  relation,
});

/** Cells of 10, a row printed 21, columns printed 19; in half units. */
const fourCells: System = {
  boxes: [box(19, 21), box(19, 21), box(19, 21), box(19, 21), box(41, 43), box(37, 39), box(37, 39)],
  rows: [
    row([
      [2, 1],
      [3, 1],
      [4, -1],
    ]),
    row([
      [0, 1],
      [2, 1],
      [5, -1],
    ]),
    row([
      [1, 1],
      [3, 1],
      [6, -1],
    ]),
  ],
};

describe('solve', () => {
  it('gives an amount for each variable with which every row holds', () => {
    const system = {
      boxes: [box(0, 10), box(0, 10), box(7)],
      rows: [
        row([
          [0, 1],
          [1, 1],
          [2, -1],
        ]),
        row([
          [0, 1],
          [1, -2],
        ]),
      ],
    };
    expect(solve(system)).toEqual({ kind: 'feasible', witness: [fraction(14n, 3n), fraction(7n, 3n), fraction(7n)] });
  });

  it('finds the four cells infeasible, each row counted once', () => {
    expect(solve(fourCells)).toEqual({ kind: 'infeasible', multipliers: [-1n, 1n, 1n] });
  });

  it.each([0, 1, 2])('finds them feasible without row %i', (gone) => {
    expect(solve({ ...fourCells, rows: fourCells.rows.filter((_, index) => index !== gone) }).kind).toBe('feasible');
  });

  it('leaves a variable without ends where nothing moves it', () => {
    const system = { boxes: [box(undefined), box(3, undefined), box(undefined, 4), box(1, 2)], rows: [] };
    expect(solve(system)).toEqual({ kind: 'feasible', witness: [0n, 3n, 4n, 1n].map((amount) => fraction(amount)) });
  });

  it('counts no row that a contradiction does not need, though it hangs together with the others', () => {
    const rows = [
      row([[0, 1]], -5),
      row(
        [
          [0, 1],
          [1, -1],
        ],
        4,
      ),
      row([[1, 1]], -3, '<='),
    ] as const;
    expect(solve({ boxes: [box(3, 9), box(0, 4)], rows })).toEqual({ kind: 'infeasible', multipliers: [-1n, 1n, 0n] });
  });

  it('takes an inequality in its direction alone', () => {
    const boxes = [box(1), box(2)];
    expect(
      solve({
        boxes,
        rows: [
          row(
            [
              [0, 1],
              [1, -1],
            ],
            0,
            '<=',
          ),
        ],
      }).kind,
    ).toBe('feasible');
    expect(
      solve({
        boxes,
        rows: [
          row(
            [
              [0, -1],
              [1, 1],
            ],
            0,
            '<=',
          ),
        ],
      }),
    ).toEqual({ kind: 'infeasible', multipliers: [1n] });
  });

  it('decides a row without variables by its constant', () => {
    expect(solve({ boxes: [], rows: [row([], 0), row([], -1, '<=')] }).kind).toBe('feasible');
    expect(solve({ boxes: [], rows: [row([], 0), row([], 5)] })).toEqual({
      kind: 'infeasible',
      multipliers: [0n, 1n],
    });
  });

  it('gives up where it may not work', () => {
    expect(solve(fourCells, 3)).toEqual({ kind: 'undecided' });
  });

  it("finds the same with Bland's rule from the first exchange on", () => {
    const rows = fourCells.rows.map((_, index) => index);
    expect(repair(tableauOf(fourCells, rows, { left: 1000 }), 0)).toEqual({ multipliers: [-1n, 1n, 1n] });
    expect(repair(tableauOf(fourCells, rows.slice(1), { left: 1000 }), 0)).toBe('feasible');
  });

  it('keeps its numbers small where the coefficients of a row have a factor in common', () => {
    const doubled = {
      boxes: [box(4), box(0, 9), box(0, 9), box(1, 3)],
      rows: [
        row([
          [0, 2],
          [1, -2],
          [2, -4],
        ]),
        row([
          [1, 6],
          [2, -6],
          [3, -6],
        ]),
      ],
    };
    // x1 + 2 x2 = 4 and x1 − x2 = x3: x1 is 4/3 + 2/3 of x3.
    expect(bounds(doubled, 1)).toEqual({ kind: 'bounded', low: fraction(2n), high: fraction(10n, 3n) });
    expect(bounds(doubled, 2)).toEqual({ kind: 'bounded', low: fraction(1n, 3n), high: fraction(1n) });
    const tableau = tableauOf(doubled, [0, 1], { left: 1000 });
    expect(repair(tableau)).toBe('feasible');
    const lines = tableau.lines.flatMap((line) => (line ? [[line.scale, ...line.entries.values()]] : []));
    expect(lines.map((numbers) => numbers.reduce(divisor))).toEqual([1n, 1n]);
  });
});

describe('bounds', () => {
  it('gives what the other variables leave open', () => {
    const freed = { ...fourCells, boxes: fourCells.boxes.map((own, at) => (at === 4 ? box(undefined) : own)) };
    // South is what the columns leave after the cells of North: 19 + 19 − 10 − 10, give or take 2.
    expect(bounds(freed, 4)).toEqual({ kind: 'bounded', low: fraction(38n), high: fraction(40n) });
  });

  it('has no end where nothing bounds it', () => {
    const system = {
      boxes: [box(undefined), box(0, undefined), box(5)],
      rows: [
        row([
          [0, 1],
          [1, -1],
        ]),
      ],
    };
    expect(bounds(system, 0)).toEqual({ kind: 'bounded', low: fraction(0n), high: undefined });
    expect(bounds({ ...system, rows: [] }, 0)).toEqual({ kind: 'bounded', low: undefined, high: undefined });
    expect(bounds({ ...system, rows: [] }, 2)).toEqual({ kind: 'bounded', low: fraction(5n), high: fraction(5n) });
  });

  it('gives a variable that every row leaves alone the whole of its box', () => {
    const system = {
      boxes: [box(0, 4), box(0, 100), box(0, 100)],
      rows: [
        row([
          [0, 1],
          [1, 1],
          [2, -1],
        ]),
      ],
    };
    expect(bounds(system, 0)).toEqual({ kind: 'bounded', low: fraction(0n), high: fraction(4n) });
    expect(bounds(system, 1)).toEqual({ kind: 'bounded', low: fraction(0n), high: fraction(100n) });
    expect(bounds(system, 2)).toEqual({ kind: 'bounded', low: fraction(0n), high: fraction(100n) });
  });

  it('is exact where it is a fraction', () => {
    const system = {
      boxes: [box(undefined), box(1, 2)],
      rows: [
        row([
          [0, 3],
          [1, -1],
        ]),
      ],
    };
    expect(bounds(system, 0)).toEqual({ kind: 'bounded', low: fraction(1n, 3n), high: fraction(2n, 3n) });
  });

  it('stops at an end of the variable itself before one of a row, upwards and downwards', () => {
    const system = {
      boxes: [box(3, 7), box(50)],
      rows: [
        row(
          [
            [0, 1],
            [1, 1],
          ],
          -60,
          '<=',
        ),
        row(
          [
            [0, -1],
            [1, -1],
          ],
          50,
          '<=',
        ),
      ],
    };
    expect(bounds(system, 0)).toEqual({ kind: 'bounded', low: fraction(3n), high: fraction(7n) });
  });

  it('says where its rows cannot hold, and does not ask the others', () => {
    expect(bounds(fourCells, 0)).toEqual({ kind: 'infeasible' });
    const beside = {
      boxes: [...fourCells.boxes, box(1, 9), box(3)],
      rows: [
        ...fourCells.rows,
        row([
          [7, 1],
          [8, -1],
        ]),
      ],
    };
    expect(bounds(beside, 7)).toEqual({ kind: 'bounded', low: fraction(3n), high: fraction(3n) });
  });

  it('gives up where it may not work, before or after it has found the rows to hold', () => {
    const freed = { ...fourCells, boxes: fourCells.boxes.map((own, at) => (at === 4 ? box(undefined) : own)) };
    const kinds = Array.from({ length: 200 }, (_, most) => bounds(freed, 4, most).kind);
    expect(new Set(kinds)).toEqual(new Set(['undecided', 'bounded']));
    expect(kinds.lastIndexOf('undecided')).toBeLessThan(kinds.indexOf('bounded'));
  });
});

describe('conflicts', () => {
  it('shows the four cells as one conflict of three rows', () => {
    expect(conflicts(fourCells)).toEqual({
      complete: true,
      conflicts: [{ rows: [0, 1, 2], multipliers: [-1n, 1n, 1n] }],
    });
  });

  it('shows each row that cannot hold by itself, and what is left among the others', () => {
    const system = {
      boxes: [...fourCells.boxes, box(0)],
      rows: [...fourCells.rows, row([[7, 1]], 1), row([[4, 1]], -44)],
    };
    const found = conflicts(system);
    expect(found.complete).toBe(true);
    expect(found.conflicts.map(({ rows }) => rows.toSorted((a, b) => a - b))).toEqual([[4], [0, 1, 2], [3]]);
  });

  it('keeps to a smallest one where a proof used more', () => {
    // x = 0 and x = 1 contradict each other, whatever y and z add.
    const boxes = [box(-9, 9), box(-9, 9), box(-9, 9)];
    const rows = [
      row([
        [0, 1],
        [1, 1],
      ]),
      row([
        [1, 1],
        [2, 1],
      ]),
      row(
        [
          [0, 1],
          [2, 1],
        ],
        -30,
      ),
      row([[0, 1]]),
      row([[0, 1]], -1),
    ];
    for (const { rows: members } of conflicts({ boxes, rows }).conflicts) {
      expect(solve({ boxes, rows: members.map((at) => rows[at] as Row) }).kind).toBe('infeasible');
      for (const gone of members) {
        const left = members.filter((at) => at !== gone).map((at) => rows[at] as Row);
        expect(solve({ boxes, rows: left }).kind).toBe('feasible');
      }
    }
  });

  it('keeps to a smallest one where a row that is not needed stands in the way', () => {
    // Each holds by itself: the second asks for x0 = 9 and x2 = 2, with which the third has no x1.
    const boxes = [box(5, 9), box(1, 5), box(2, 3)];
    const rows = [
      row(
        [
          [0, 1],
          [1, -3],
          [2, 2],
        ],
        1,
      ),
      row(
        [
          [0, -1],
          [2, 1],
        ],
        7,
        '<=',
      ),
      row(
        [
          [0, 1],
          [1, -1],
          [2, -3],
        ],
        4,
      ),
    ];
    expect(conflicts({ boxes, rows }).conflicts.map((one) => one.rows)).toEqual([[1, 2]]);
  });

  it('says where it could not look at everything', () => {
    const found = Array.from({ length: 200 }, (_, most) => conflicts(fourCells, most));
    const whole = found.findIndex(({ complete }) => complete);
    expect(whole).toBeGreaterThan(0);
    expect(found.map(({ conflicts: list }) => list.length)).toEqual(found.map((_, most) => (most < whole ? 0 : 1)));
  });
});
