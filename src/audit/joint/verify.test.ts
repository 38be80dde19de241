import { describe, expect, it } from 'vitest';
import type { Row, System } from './rows.ts';
import { objectionTo } from './verify.ts';

const whole = (...amounts: number[]) => amounts.map((amount) => ({ top: BigInt(amount), bottom: 1n }));
const certificate = (rows: number[], multipliers: number[]) => ({
  kind: 'infeasible' as const,
  conflicts: [{ rows, multipliers: multipliers.map(BigInt) }],
});

/** x + y = 5 and x ≤ y, both from 0 to 10, and z without ends. */
const system: System = {
  boxes: [
    { low: 0n, high: 10n },
    { low: 0n, high: 10n },
    { low: undefined, high: undefined },
  ],
  rows: [
    {
      entries: [
        { variable: 0, coefficient: 1n },
        { variable: 1, coefficient: 1n },
      ],
      constant: -5n,
      relation: '=',
    },
    {
      entries: [
        { variable: 0, coefficient: 1n },
        { variable: 1, coefficient: -1n },
      ],
      constant: 0n,
      relation: '<=',
    },
  ],
};
/** x + z = 0 and x = 20. */
const impossible: System = {
  boxes: system.boxes,
  rows: [
    {
      entries: [
        { variable: 0, coefficient: 1n },
        { variable: 2, coefficient: 1n },
      ],
      constant: 0n,
      relation: '=',
    },
    { entries: [{ variable: 0, coefficient: 1n }], constant: -20n, relation: '=' },
    {
      entries: [
        { variable: 0, coefficient: 1n },
        { variable: 1, coefficient: -1n },
      ],
      constant: 11n,
      relation: '<=',
    },
  ],
};

describe('the verifier', () => {
  it('accepts amounts with which every row holds', () => {
    expect(objectionTo({ kind: 'feasible', witness: whole(2, 3, 99) }, system)).toBeUndefined();
    const halves = [
      { top: 5n, bottom: 2n },
      { top: 5n, bottom: 2n },
      { top: 1n, bottom: 3n },
    ];
    expect(objectionTo({ kind: 'feasible', witness: halves }, system)).toBeUndefined();
  });

  it.each([
    ['below its box', whole(-1, 6, 0), 'amount 1 of the witness lies outside its rounding interval'],
    ['above its box', whole(-6, 11, 0), 'amount 1 of the witness lies outside its rounding interval'],
    ['above, the second', whole(0, 11, 0), 'amount 2 of the witness lies outside its rounding interval'],
    ['that is not there', whole(2, 3), 'amount 3 of the witness lies outside its rounding interval'],
    [
      'that is no fraction',
      [...whole(2, 3), { top: 1n, bottom: 0n }],
      'amount 3 of the witness lies outside its rounding interval',
    ],
    ['that misses an equation', whole(2, 2, 0), 'the witness misses equation 1'],
    ['that misses an inequality', whole(3, 2, 0), 'the witness misses equation 2'],
    [
      'by a fraction',
      [
        { top: 5n, bottom: 2n },
        { top: 8n, bottom: 3n },
        { top: 0n, bottom: 1n },
      ],
      'the witness misses equation 1',
    ],
  ])('refuses an amount %s', (_, witness, objection) => {
    expect(objectionTo({ kind: 'feasible', witness }, system)).toBe(objection);
  });

  it('accepts rows that add up to a contradiction', () => {
    expect(objectionTo(certificate([1], [-1]), impossible)).toBeUndefined();
    expect(objectionTo(certificate([2], [3]), impossible)).toBeUndefined();
  });

  it.each([
    ['that can hold', [0], [1]],
    ['that leaves a variable without ends', [0, 1], [1, -1]],
    ['turned the wrong way', [1], [1]],
    ['that turns an inequality round', [2], [-1]],
    ['of which one is not counted', [1, 2], [-1, 0]],
    ['without a multiplier', [1], []],
    ['without the multiplier that would make it one', [2], []],
  ])('refuses a certificate %s', (_, rows, multipliers) => {
    expect(objectionTo(certificate(rows, multipliers), impossible)).toBe('certificate 1 is no contradiction');
  });

  /** x + y = 5; x + y = 20; x ≤ 20; all of them hold somewhere. */
  const possible: System = {
    boxes: system.boxes,
    rows: [
      system.rows[0] as Row,
      { ...(system.rows[0] as Row), constant: -20n },
      { entries: [{ variable: 0, coefficient: 1n }], constant: -20n, relation: '<=' },
    ],
  };

  it.each([
    ['which only the other ends would contradict', [0], [1]],
    ['that is nothing at the edge', [1], [-1]],
    ['that would contradict if an inequality were an equation', [2], [-1]],
  ])('refuses a certificate %s', (_, rows, multipliers) => {
    expect(objectionTo(certificate(rows, multipliers), possible)).toBe('certificate 1 is no contradiction');
  });

  it('refuses infeasibility without a certificate', () => {
    expect(objectionTo({ kind: 'infeasible', conflicts: [] }, impossible)).toBe('there is no certificate');
  });
});
