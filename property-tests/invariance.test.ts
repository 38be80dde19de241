import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/audit/check.ts';
import type { FigureNode } from '../src/equations/index.ts';
import { Decimal } from '../src/figures/decimal.ts';
import { Interval } from '../src/figures/interval.ts';
import type { Row, Scale, Verdict } from '../src/generated/types.ts';
import { filing, findingOf, findingsOf, normalOf, print, roundedQuotient, rule, runs, statement } from './support.ts';

interface Line {
  readonly units: bigint;
  readonly minus: boolean;
  readonly coarse: boolean;
}

const lines = fc.array(
  fc.record({ units: fc.bigInt({ min: -99_999n, max: 99_999n }), minus: fc.boolean(), coarse: fc.boolean() }),
  { minLength: 1, maxLength: 5 },
);
const offs = fc.integer({ min: -5, max: 5 });
const RANK: readonly Verdict[] = ['exact', 'rounding', 'edge', 'breaks'];

const nameOf = (index: number): string => `Item ${'abcdefgh'[index]}`;

/** A sum of lines in units of `scale`, coarse lines in tens of it, and a total that is off by a few. */
function ledger(
  list: readonly Line[],
  off: number,
  scale: Scale = 1,
): { readonly rows: Row[]; readonly terms: string[] } {
  const rows = list.map(({ units, coarse }, index): Row => ({
    label: nameOf(index),
    printed: [print(units)],
    scale: (coarse ? scale * 10 : scale) as Scale,
  }));
  const sum = list.reduce(
    (total, { units, minus, coarse }) => total + units * (coarse ? 10n : 1n) * (minus ? -1n : 1n),
    0n,
  );
  rows.push({ label: 'Outcome', printed: [print(sum + BigInt(off))], scale });
  return { rows, terms: list.map(({ minus }, index) => `${minus ? '-' : '+'} "${nameOf(index)}"`) };
}

const equation = (terms: readonly string[]): string => `0 ${terms.join(' ')} = "Outcome"`;

describe('the verdict on a sum', () => {
  it('stays when every amount is multiplied by the same power of ten; gap and room grow with it', () => {
    fc.assert(
      fc.property(lines, offs, fc.constantFrom<Scale>(10, 1000, 1000000), (list, off, scale) => {
        const { rows, terms } = ledger(list, off);
        const plain = findingOf(rows, rule(equation(terms)));
        const scaled = findingOf(ledger(list, off, scale).rows, rule(equation(terms)));
        expect(scaled.verdict).toBe(plain.verdict);
        for (const part of ['gap', 'room', 'stated', 'computed'] as const) {
          expect(scaled[part]).toBe(
            Decimal.parse(plain[part] ?? '')
              .times(Decimal.parse(String(scale)))
              .toString(),
          );
        }
      }),
      runs(150),
    );
  });

  it('stays when the terms, the rows or the sides change places', () => {
    fc.assert(
      fc.property(lines, offs, fc.infiniteStream(fc.nat()), (list, off, keys) => {
        const { rows, terms } = ledger(list, off);
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const { verdict, gap, room } = findingOf(rows, rule(equation(terms)));
        const same = { verdict, gap, room };
        expect(findingOf(rows, rule(equation(shuffled(terms))))).toMatchObject(same);
        expect(findingOf(shuffled(rows), rule(equation(terms)))).toMatchObject(same);
        expect(findingOf(rows, rule(`"Outcome" = 0 ${terms.join(' ')}`))).toMatchObject(same);
      }),
      runs(150),
    );
  });

  it('of a column does not depend on the other columns', () => {
    fc.assert(
      fc.property(lines, offs, offs, (list, one, two) => {
        const [first, second] = [ledger(list, one), ledger(list, two)];
        const rows = first.rows.map((row, index) => ({
          ...row,
          printed: [...(row.printed ?? []), ...(second.rows[index]?.printed ?? [])],
        }));
        const both = findingsOf(filing(statement(rows)), rule(equation(first.terms)));
        const alone = [first, second].map((each) => findingOf(each.rows, rule(equation(each.terms))).verdict);
        expect(both.map((finding) => finding.verdict).sort()).toEqual(alone.sort());
      }),
      runs(100),
    );
  });

  it('is as good or better when any figure is printed less precisely at the same amount', () => {
    const figure = fc.record({
      amount: fc.integer({ min: -30, max: 30 }),
      ulp: fc.integer({ min: 0, max: 4 }),
      wider: fc.integer({ min: 0, max: 4 }),
    });
    const relations = fc.constantFrom('A + B = T', 'A - B <= T', 'A * B = T', 'A / (10 + B) = T', 'A + B >= T');
    fc.assert(
      fc.property(fc.record({ A: figure, B: figure, T: figure }), relations, (figures, written) => {
        const box = (wider: boolean) => (node: FigureNode) => {
          const { amount, ulp, wider: more } = figures[node.name as 'A' | 'B' | 'T'];
          return Interval.rounded(
            Decimal.scaled(BigInt(amount), 0),
            Decimal.scaled(BigInt(ulp + (wider ? more : 0)), 0),
          );
        };
        const point = ({ name }: FigureNode) =>
          Interval.point(Decimal.scaled(BigInt(figures[name as 'A' | 'B' | 'T'].amount), 0));
        const before = check(normalOf(written), { point, box: box(false) });
        const after = check(normalOf(written), { point, box: box(true) });
        if (after.verdict === 'unproven' || before.verdict === 'unproven') return;
        expect(RANK.indexOf(after.verdict)).toBeLessThanOrEqual(RANK.indexOf(before.verdict));
        expect(after.room.compare(before.room)).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });
});

describe('rounding more coarsely', () => {
  it('never turns amounts that add up as printed into a break', () => {
    const scales = fc.array(fc.constantFrom<Scale>(1, 10, 100, 1000), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(lines, scales, (list, coarser) => {
        const fine = list.map((line) => ({ ...line, coarse: false }));
        const sum = fine.reduce((total, { units, minus }) => total + (minus ? -units : units), 0n);
        const rows = [...fine.map(({ units }) => units), sum].map((units, index): Row => {
          const scale = coarser[index] ?? 1;
          return {
            label: index < list.length ? nameOf(index) : 'Outcome',
            printed: [print(roundedQuotient(units, BigInt(scale), 'away'))],
            scale,
          };
        });
        expect(findingOf(rows, rule(equation(ledger(fine, 0).terms))).verdict).not.toBe('breaks');
      }),
      runs(200),
    );
  });
});
