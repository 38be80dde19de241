/**
 * Which lines a total sums up, as the page shows it: by a heading of the same words, by
 * indentation and rules, else by what foots.
 */
import { normaliseLabel } from '../concepts/labels.ts';
import { Interval } from '../figures/interval.ts';
import type { LedgerFigure, LedgerRow } from './ledger.ts';

/** The lines under a total, and how that is known. */
export interface LinesUnder {
  readonly rows: readonly LedgerRow[];
  /** False where the page leaves it open; a finding over such lines can tie but never break. */
  readonly certain: boolean;
  readonly how: string;
}

/**
 * The lines that add up to the total in row `at`, the outermost ones: a subtotal stands for the
 * lines under it.
 * @returns undefined when no line above can belong to it
 */
export function linesUnder(rows: readonly LedgerRow[], at: number): LinesUnder | undefined {
  const total = rows[at];
  if (!total) return undefined;
  const heading = headingOf(rows, at);
  if (heading !== undefined) {
    const lines = outermost(rows, heading + 1, at);
    if (lines.length > 0) {
      return { rows: lines, certain: true, how: `the lines below the heading "${rows[heading]?.row.label}"` };
    }
  }
  const indented = indentedAbove(rows, at);
  if (indented !== undefined) {
    const lines = outermost(rows, indented, at);
    if (lines.length > 0) return { rows: lines, certain: true, how: 'the lines set in above it' };
  }
  const start = sectionStart(rows, at);
  const lines = outermost(rows, start, at);
  return lines.length > 0 ? { rows: lines, certain: false, how: 'the lines above it' } : undefined;
}

/** The heading that the total repeats: "Operating expenses:" above "Total operating expenses". */
function headingOf(rows: readonly LedgerRow[], at: number): number | undefined {
  const total = normaliseLabel(rows[at]?.row.label ?? '').replace(/^total /, '');
  if (total === '') return undefined;
  for (let index = at - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row && !hasFigures(row) && normaliseLabel(row.row.label) === total) return index;
  }
  return undefined;
}

/** Where the unbroken run of lines starts that are set in deeper than the total, right above it. */
function indentedAbove(rows: readonly LedgerRow[], at: number): number | undefined {
  const own = rows[at]?.row.indent ?? 0;
  let start = at;
  while (start > 0) {
    const above = rows[start - 1];
    if (!above || (above.row.indent ?? 0) <= own) break;
    start -= 1;
  }
  return start < at && rows[at]?.row.total === true ? start : undefined;
}

/** The nearest heading above, or the total of the other side above which nothing can belong to this one. */
function sectionStart(rows: readonly LedgerRow[], at: number): number {
  const balance = rows[at]?.concept?.balance;
  for (let index = at - 1; index >= 0; index -= 1) {
    const above = rows[index];
    if (above?.row.total === true && above.concept?.balance !== undefined && above.concept.balance !== balance) {
      return index + 1;
    }
  }
  return 0;
}

/** The lines from `start` up to `end`, without those that a subtotal among them already sums up. */
function outermost(rows: readonly LedgerRow[], start: number, end: number): LedgerRow[] {
  const kept: LedgerRow[] = [];
  for (let index = start; index < end; index += 1) {
    const row = rows[index];
    if (!row || !hasFigures(row)) continue;
    if (row.row.total === true) {
      const under = footingRun(kept, row);
      if (under > 0) kept.length -= under;
    }
    kept.push(row);
  }
  return kept;
}

/** How many of the last lines add up to the subtotal in every column; 0 when no run does. */
function footingRun(lines: readonly LedgerRow[], subtotal: LedgerRow): number {
  for (let count = 2; count <= lines.length; count += 1) {
    if (foots(lines.slice(-count), subtotal)) return count;
  }
  return 0;
}

/** Whether the lines add up to the total, within rounding, in every column that shows the total. */
export function foots(lines: readonly LedgerRow[], total: LedgerRow): boolean {
  let shown = 0;
  for (const [column, stated] of total.figures.entries()) {
    if (!stated) continue;
    shown += 1;
    let sum = Interval.rounded(stated.amount, stated.ulp).negated();
    for (const line of lines) {
      const figure: LedgerFigure | undefined = line.figures[column];
      if (figure) sum = sum.plus(Interval.rounded(figure.amount, figure.ulp));
    }
    if (!sum.holdsZero()) return false;
  }
  return shown > 0;
}

export function hasFigures(row: LedgerRow): boolean {
  return row.figures.some((figure) => figure !== undefined);
}
