import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/audit/check.ts';
import type { FigureNode } from '../src/equations/index.ts';
import { Decimal } from '../src/figures/decimal.ts';
import { Interval } from '../src/figures/interval.ts';
import type { Row, Verdict } from '../src/generated/types.ts';
import type { Half } from './support.ts';
import { findingOf, normalOf, print, roundedQuotient, rule, runs } from './support.ts';

const halves = fc.constantFrom<Half>('up', 'even', 'away');

/** How a figure is printed. Its unit of last place is `scale ÷ 10^places`. */
interface Style {
  readonly scale: 1 | 1000 | 1000000;
  readonly places: number;
  readonly half: Half;
}

const styles: fc.Arbitrary<Style> = fc.record({
  scale: fc.constantFrom(1, 1000, 1000000),
  places: fc.integer({ min: 0, max: 3 }),
  half: halves,
});

/** Unrounded amounts are whole numbers of 0.0001. */
const GRAIN = 10_000n;
const amounts = fc.oneof(
  fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
  // Exactly half a unit, where the half-way rules differ.
  fc.bigInt({ min: -2_000n, max: 2_000n }).map((units) => units * 5_000_000n + 5n),
  fc.bigInt({ min: -2_000n, max: 2_000n }).map((units) => units * 5_000n),
);

/** The unit of last place in grains. */
function ulpOf({ scale, places }: Style): bigint {
  return (GRAIN * BigInt(scale)) / 10n ** BigInt(places);
}

function toUnits(amount: bigint, style: Style): bigint {
  return roundedQuotient(amount, ulpOf(style), style.half);
}

function rowOf(label: string, units: bigint, style: Style): Row {
  return { label, printed: [print(units, style.places)], scale: style.scale };
}

interface Addend {
  readonly amount: bigint;
  readonly minus: boolean;
  readonly style: Style;
}

const addends = fc.array(fc.record({ amount: amounts, minus: fc.boolean(), style: styles }), {
  minLength: 1,
  maxLength: 6,
});

const label = (index: number): string => `Item ${'abcdefgh'[index]}`;
const TOTAL = 'Outcome';

function equationOf(list: readonly Addend[]): string {
  const terms = list.map(({ minus }, index) => `${minus ? '-' : index === 0 ? '' : '+'} "${label(index)}"`);
  return `${terms.join(' ')} = "${TOTAL}"`;
}

function sumOf(list: readonly Addend[]): bigint {
  return list.reduce((sum, { amount, minus }) => sum + (minus ? -amount : amount), 0n);
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** The verdict on a printed sum by whole-number arithmetic alone; all in half grains. */
function expectedOf(gap: bigint, ownHalf: bigint, room: bigint): Verdict {
  if (gap === 0n || gap <= ownHalf) return 'exact';
  return gap < room ? 'rounding' : gap === room ? 'edge' : 'breaks';
}

/** Half grains as decimal text. */
function text(halfGrains: bigint): string {
  return Decimal.scaled(halfGrains * 5n, -5).toString();
}

describe('a ledger whose unrounded amounts add up', () => {
  it('never breaks, whatever each figure is rounded to and by which half-way rule', () => {
    fc.assert(
      fc.property(addends, styles, (list, style) => {
        const rows = list.map((one, index) => rowOf(label(index), toUnits(one.amount, one.style), one.style));
        rows.push(rowOf(TOTAL, toUnits(sumOf(list), style), style));
        const finding = findingOf(rows, rule(equationOf(list)));
        expect(['exact', 'rounding', 'edge']).toContain(finding.verdict);
        expect(Decimal.parse(finding.gap ?? '').compare(Decimal.parse(finding.room ?? ''))).toBeLessThanOrEqual(0);
      }),
      runs(400),
    );
  });

  it('is an edge only where every figure was rounded by exactly half a unit', () => {
    fc.assert(
      fc.property(addends, styles, (list, style) => {
        const rows = list.map((one, index) => rowOf(label(index), toUnits(one.amount, one.style), one.style));
        rows.push(rowOf(TOTAL, toUnits(sumOf(list), style), style));
        const every = [...list, { amount: sumOf(list), style }];
        const allHalf = every.every(
          ({ amount, style: own }) => (2n * amount) % ulpOf(own) === 0n && amount % ulpOf(own) !== 0n,
        );
        if (!allHalf) expect(findingOf(rows, rule(equationOf(list))).verdict).not.toBe('edge');
      }),
      runs(200),
    );
  });
});

describe('a printed sum', () => {
  it('has the gap, the room and the verdict that whole-number arithmetic gives, just inside and just beyond the room', () => {
    fc.assert(
      fc.property(addends, styles, fc.integer({ min: -9, max: 9 }), (list, style, off) => {
        const printed = list.map((one) => ({ ...one, units: toUnits(one.amount, one.style) }));
        const shown = printed.reduce(
          (sum, { units, style: own, minus }) => sum + (minus ? -units : units) * ulpOf(own),
          0n,
        );
        const total = roundedQuotient(shown, ulpOf(style), 'away') + BigInt(off);
        const rows = printed.map(({ units, style: own }, index) => rowOf(label(index), units, own));
        rows.push(rowOf(TOTAL, total, style));
        const gap = 2n * size(shown - total * ulpOf(style));
        const room = printed.reduce((sum, one) => sum + ulpOf(one.style), ulpOf(style));
        const finding = findingOf(rows, rule(equationOf(list)));
        // A figure alone on each side: the one printed more coarsely is held against the other.
        const other = list.length === 1 && !list[0]?.minus ? ulpOf(list[0]?.style ?? style) : 0n;
        const own = other > ulpOf(style) ? other : ulpOf(style);
        expect(finding).toMatchObject({ verdict: expectedOf(gap, own, room), gap: text(gap), room: text(room) });
        if (other <= ulpOf(style)) expect(finding.stated).toBe(Decimal.scaled(total * ulpOf(style), -4).toString());
        expect(finding.computed).toMatch(/^-?\d+(\.\d*[1-9])?$/);
      }),
      runs(600),
    );
  });

  it('in equal units has (n + 1) ÷ 2 units of room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: -6, max: 6 }), (n, off) => {
        const rows: Row[] = Array.from({ length: n }, (_, index) => ({ label: label(index), printed: ['100'] }));
        rows.push({ label: TOTAL, printed: [print(BigInt(100 * n + off))] });
        const terms = rows.slice(0, n).map((row) => `"${row.label}"`);
        const { verdict, room } = findingOf(rows, rule(`${terms.join(' + ')} = "${TOTAL}"`));
        expect(Number(room)).toBe((n + 1) / 2);
        const miss = 2 * Math.abs(off);
        expect(verdict).toBe(off === 0 ? 'exact' : miss < n + 1 ? 'rounding' : miss === n + 1 ? 'edge' : 'breaks');
      }),
      runs(100),
    );
  });
});

describe('an inequality', () => {
  it.each(['<=', '>='] as const)(
    'with %s is exact where the printed amounts satisfy it and breaks only beyond the room',
    (relation) => {
      fc.assert(
        fc.property(addends, styles, fc.integer({ min: -9, max: 9 }), (list, style, off) => {
          const printed = list.map((one) => ({ ...one, units: toUnits(one.amount, one.style) }));
          const shown = printed.reduce(
            (sum, { units, style: own, minus }) => sum + (minus ? -units : units) * ulpOf(own),
            0n,
          );
          const total = roundedQuotient(shown, ulpOf(style), 'away') + BigInt(off);
          const rows = printed.map(({ units, style: own }, index) => rowOf(label(index), units, own));
          rows.push(rowOf(TOTAL, total, style));
          const over = 2n * (shown - total * ulpOf(style)) * (relation === '<=' ? 1n : -1n);
          const gap = over > 0n ? over : 0n;
          const room = printed.reduce((sum, one) => sum + ulpOf(one.style), ulpOf(style));
          const finding = findingOf(rows, rule(equationOf(list).replace('=', relation)));
          expect(finding).toMatchObject({ verdict: expectedOf(gap, 0n, room), gap: text(gap), room: text(room) });
        }),
        runs(200),
      );
    },
  );
});

const EPS = 'EarningsPerShareBasic';
const SHARES = 'WeightedAverageNumberOfSharesOutstandingBasic';
const perShare = rule(`${EPS} = NetIncomeLoss / ${SHARES}`);

function perShareRows(
  eps: string,
  net: bigint,
  netScale: Style['scale'],
  shares: bigint,
  sharesScale: 1 | 1000,
): Row[] {
  return [
    { label: 'x', concept: 'NetIncomeLoss', printed: [print(net)], scale: netScale },
    { label: 'y', concept: SHARES, printed: [print(shares)], scale: sharesScale },
    { label: 'z', concept: EPS, printed: [eps] },
  ];
}

const quotients = fc.record({
  net: fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
  shares: fc.bigInt({ min: 1_000n, max: 10n ** 9n }),
  netScale: fc.constantFrom<Style['scale']>(1, 1000, 1000000),
  sharesScale: fc.constantFrom<1 | 1000>(1, 1000),
  places: fc.integer({ min: 0, max: 4 }),
  halves: fc.tuple(halves, halves, halves),
});

describe('a per-share amount that is the unrounded quotient, rounded', () => {
  it('never breaks and is never unproven', () => {
    fc.assert(
      fc.property(quotients, ({ net, shares, netScale, sharesScale, places, halves: [first, second, third] }) => {
        const eps = roundedQuotient(net * 10n ** BigInt(places), shares, first);
        const netUnits = roundedQuotient(net, BigInt(netScale), second);
        const shareUnits = roundedQuotient(shares, BigInt(sharesScale), third);
        const finding = findingOf(
          perShareRows(print(eps, places), netUnits, netScale, shareUnits, sharesScale),
          perShare,
        );
        expect(['exact', 'rounding', 'edge']).toContain(finding.verdict);
        expect(Decimal.parse(finding.gap ?? '').compare(Decimal.parse(finding.room ?? ''))).toBeLessThanOrEqual(0);
      }),
      runs(400),
    );
  });

  it('has the verdict that the corners of its box give, just inside and just beyond the room', () => {
    fc.assert(
      fc.property(quotients, fc.integer({ min: -3, max: 3 }), ({ net, shares, netScale, sharesScale, places }, off) => {
        const one = 10n ** BigInt(places);
        const netUnits = roundedQuotient(net, BigInt(netScale), 'away');
        const shareUnits = roundedQuotient(shares, BigInt(sharesScale), 'away');
        const [n, s] = [netUnits * BigInt(netScale), shareUnits * BigInt(sharesScale)];
        const eps = roundedQuotient(n * one, s, 'away') + BigInt(off);
        // Everything times 4 × 10^places: eps × shares − net over halves of every unit.
        const corners = [2n * eps - 1n, 2n * eps + 1n].flatMap((e) =>
          [2n * s - BigInt(sharesScale), 2n * s + BigInt(sharesScale)].map((d) => e * d),
        );
        const least = corners.reduce((a, b) => (a < b ? a : b)) - 2n * one * (2n * n + BigInt(netScale));
        const most = corners.reduce((a, b) => (a > b ? a : b)) - 2n * one * (2n * n - BigInt(netScale));
        const point = 4n * (eps * s - n * one);
        const roundsTo = [2n * eps - 1n, 2n * eps + 1n].map((e) => 2n * e * s - 4n * n * one) as [bigint, bigint];
        const finding = findingOf(
          perShareRows(print(eps, places), netUnits, netScale, shareUnits, sharesScale),
          perShare,
        );
        const exact = point === 0n || (roundsTo[0] <= 0n && roundsTo[1] >= 0n);
        const expected = exact
          ? 'exact'
          : least < 0n && most > 0n
            ? 'rounding'
            : least === 0n || most === 0n
              ? 'edge'
              : 'breaks';
        expect(finding.verdict).toBe(expected);
        const unit = Decimal.scaled(25n, -2 - places);
        expect(finding.gap).toBe(Decimal.scaled(size(point), 0).times(unit).toString());
        expect(finding.room).toBe(
          Decimal.scaled(point >= 0n ? point - least : most - point, 0)
            .times(unit)
            .toString(),
        );
      }),
      runs(500),
    );
  });
});

describe('a check by itself', () => {
  it('finds a solution in the box exactly where it does not break', () => {
    const names = ['A', 'B', 'C', 'T'] as const;
    const figure = fc.record({ amount: fc.integer({ min: -50, max: 50 }), half: fc.integer({ min: 0, max: 4 }) });
    fc.assert(
      fc.property(fc.record({ A: figure, B: figure, C: figure, T: figure }), (figures) => {
        // Integers with whole half-units: where a real solution exists, a whole one does.
        const box = ({ name }: FigureNode) => {
          const { amount, half } = figures[name as (typeof names)[number]];
          return Interval.rounded(Decimal.scaled(BigInt(amount), 0), Decimal.scaled(BigInt(2 * half), 0));
        };
        const point = ({ name }: FigureNode) =>
          Interval.point(Decimal.scaled(BigInt(figures[name as (typeof names)[number]].amount), 0));
        let solution = false;
        const span = (name: (typeof names)[number]) => {
          const { amount, half } = figures[name];
          return Array.from({ length: 2 * half + 1 }, (_, index) => amount - half + index);
        };
        for (const a of span('A')) {
          for (const b of span('B')) for (const c of span('C')) solution ||= span('T').includes(a + b - c);
        }
        expect(check(normalOf('A + B - C = T'), { point, box }).verdict !== 'breaks').toBe(solution);
      }),
      runs(400),
    );
  });
});
