/** No change of any figure that a waiver is pinned to leaves it in force. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, isWaivable, waive } from '../src/audit/waive.ts';
import type { Audited, Figure, Row, Waiver } from '../src/generated/types.ts';
import { audited, filing, print, rule, runs, statement } from './support.ts';

const sum = rule('lines(OperatingExpenses) = OperatingExpenses', { id: 'test/sum' });

/** A broken sum of some lines, as printed. */
const broken = fc
  .record({
    lines: fc.array(fc.bigInt({ min: 1n, max: 99_999n }), { minLength: 2, maxLength: 6 }),
    off: fc.bigInt({ min: 100n, max: 9_999n }),
  })
  .map(({ lines, off }): Row[] => [
    { label: 'Operating expenses:' },
    ...lines.map((units, index) => ({ label: `Cost ${index + 1}`, printed: [print(units)], indent: 2 })),
    {
      label: 'Total operating expenses',
      concept: 'OperatingExpenses',
      total: true,
      printed: [print(lines.reduce((a, b) => a + b, off))],
    },
  ]);

const runOf = (rows: readonly Row[]): Audited => audited(filing(statement(rows)), sum).audited;

function waiversOf(from: Audited, expires: string): Waiver[] {
  const figures = new Map(from.figures.map((figure) => [figure.id, figure]));
  return from.findings.filter(isWaivable).map((finding) => ({
    document: 'release.txt',
    ...evidenceOf(finding, figures),
    reason: 'r',
    owner: 'o',
    expires,
  }));
}

const waivedIn = (now: Audited, waivers: readonly Waiver[], asOf = '2026-01-01') =>
  waive(now, waivers, asOf).audited.findings.filter((finding) => finding.waived);

const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('a waiver of a finding', () => {
  it('is in force for the figures it was accepted for, through its last day and no longer', () => {
    fc.assert(
      fc.property(broken, date, date, (rows, expires, asOf) => {
        const now = runOf(rows);
        const waivers = waiversOf(now, expires);
        expect(waivers.length).toBeGreaterThan(0);
        expect(waivedIn(now, waivers, asOf)).toHaveLength(asOf <= expires ? waivers.length : 0);
      }),
      runs(100),
    );
  });

  it('is void once any of its figures is printed otherwise in the report', () => {
    fc.assert(
      fc.property(broken, fc.nat(), fc.bigInt({ min: 1n, max: 9n }), (rows, at, more) => {
        const waivers = waiversOf(runOf(rows), '2026-12-31');
        const printed = rows.flatMap((row, index) => (row.printed ? [index] : []));
        const changedAt = printed[at % printed.length] as number;
        const changed = rows.map((row, index) =>
          index === changedAt
            ? { ...row, printed: [print(BigInt((row.printed?.[0] ?? '').replaceAll(',', '')) + more)] }
            : row,
        );
        expect(waivedIn(runOf(changed), waivers)).toEqual([]);
      }),
      runs(200),
    );
  });

  it('is void once anything that it is pinned to is read otherwise, and says which', () => {
    const edits: ((figure: Figure) => Figure)[] = [
      (figure) => ({ ...figure, printed: `${figure.printed}0` }),
      (figure) => ({ ...figure, amount: `${figure.amount}0` }),
      (figure) => ({ ...figure, label: `${figure.label} *` }),
    ];
    fc.assert(
      fc.property(broken, fc.nat(), fc.constantFrom(...edits), (rows, at, edit) => {
        const now = runOf(rows);
        const waivers = waiversOf(now, '2026-12-31');
        const pinned = new Set(now.findings.filter(isWaivable).flatMap((one) => one.terms.map((term) => term.figure)));
        const chosen = [...pinned][at % pinned.size];
        const after = { ...now, figures: now.figures.map((one) => (one.id === chosen ? edit(one) : one)) };
        const { audited: shown, outcomes } = waive(after, waivers, '2026-01-01');
        for (const finding of shown.findings)
          if (finding.terms.some((term) => term.figure === chosen)) expect(finding.waived).toBeUndefined();
        expect(outcomes.some(({ status, why }) => status === 'void' && why.length > 0)).toBe(true);
      }),
      runs(200),
    );
  });

  it('never takes a finding away, nor changes what it says', () => {
    fc.assert(
      fc.property(broken, (rows) => {
        const now = runOf(rows);
        const { audited: shown } = waive(now, waiversOf(now, '2026-12-31'), '2026-01-01');
        expect(shown.findings.map((finding) => ({ ...finding, waived: undefined }))).toEqual(
          now.findings.map((finding) => ({ ...finding, waived: undefined })),
        );
        expect(shown.counts).toEqual(now.counts);
      }),
      runs(100),
    );
  });
});
