/** The work that the solver may take: all of it is counted, and little of it is needed where variables could take turns for ever. */
import { describe, expect, it } from 'vitest';
import { fraction } from './rational.ts';
import type { Box, Row, System } from './rows.ts';
import { bounds, solve } from './solve.ts';

const end = (amount: number | undefined) => (amount === undefined ? undefined : BigInt(amount));
const from = (low: number, high?: number): Box => ({ low: BigInt(low), high: end(high) });

/** A row with a coefficient for every variable, in their order. */
const row = (coefficients: readonly number[], relation: Row['relation'], constant = 0): Row => ({
  entries: coefficients.flatMap((coefficient, variable) =>
    coefficient === 0 ? [] : [{ variable, coefficient: BigInt(coefficient) }],
  ),
  constant: BigInt(constant),
  relation,
});

describe('the work', () => {
  it('of writing the rows down counts, even where they hold as they are', () => {
    const system = { boxes: [from(1, 3), from(2)], rows: [row([1, -1], '=')] };
    expect(solve(system, 1)).toEqual({ kind: 'undecided' });
    expect(solve(system, 2)).toMatchObject({ kind: 'feasible' });
  });

  it('of an exchange counts as often as its line is written', () => {
    // Two rows of two entries; the exchange writes its own line and the one that it stands in.
    const system = { boxes: [from(0, 9), from(2, 2), from(3, 9)], rows: [row([1, -1, 0], '='), row([1, 0, -1], '<=')] };
    expect(solve(system, 4 + 3)).toEqual({ kind: 'undecided' });
    expect(solve(system, 4 + 4)).toMatchObject({ kind: 'feasible' });
  });

  it('of moving a variable to its ends counts, and there is no bound that was not reached', () => {
    const system = { boxes: [from(2, 6), from(0, 9)], rows: [row([1, 1], '<=', -100)] };
    expect([1, 2, 3].map((most) => bounds(system, 0, most))).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'undecided' })),
    );
    expect(bounds(system, 0, 4)).toEqual({ kind: 'bounded', low: fraction(2n), high: fraction(6n) });
  });
});

describe('what could go round in circles', () => {
  it.each<[string, System, string]>([
    [
      'whichever is outside first',
      {
        boxes: [from(0, 1), from(0, 2), from(-2), from(3)],
        rows: [row([-1, 3, 0, -1], '<='), row([2, 1, 4, 2], '<=', -3), row([-1, 2, 3, 2], '=', 1)],
      },
      'feasible',
    ],
    [
      'whichever keeps it sparse',
      {
        boxes: [from(0), from(0, 1), from(0, 1), from(0, 2), from(-2), from(-2), from(0)],
        rows: [
          row([1, 1, -6, 3, 1, -1, 3], '='),
          row([0, 1, -2, -4, -8, 0, 0], '<=', -8),
          row([2, -2, 0, 4, -6, 5, 3], '<=', -1),
        ],
      },
      'feasible',
    ],
  ])('is decided: %s', (_, system, kind) => {
    expect(solve(system, 10_000).kind).toBe(kind);
  });

  it.each<[string, System]>([
    [
      'whichever moves',
      {
        boxes: Array.from({ length: 6 }, () => from(0)),
        rows: [row([-1, 1, 1, 1, 0, -2], '='), row([0, 2, 0, -1, -1, -2], '='), row([0, 3, -3, -1, 1, 0], '<=')],
      },
    ],
    [
      'whichever blocks',
      {
        boxes: [from(0, 2), from(0), from(0), from(0), from(0)],
        rows: [
          row([0, 1, -1, -1, -1], '<='),
          row([-1, 1, -1, 0, 1], '='),
          row([1, 0, 0, 1, -1], '<='),
          row([-2, 0, -5, -1, 0], '<='),
        ],
      },
    ],
  ])('has bounds: %s', (_, system) => {
    expect(system.boxes.map((_box, variable) => bounds(system, variable, 10_000).kind)).toEqual(
      system.boxes.map(() => 'bounded'),
    );
  });
});
