/**
 * Which lines a total sums up, as the page shows it: by a heading of the same words, by
 * indentation and rules, else by what foots.
 */
import { normaliseLabel } from '../concepts/labels.ts';
import type { Footing } from './footing.ts';
import type { LedgerRow } from './ledger.ts';

/** The lines under a total, and how that is known. */
export interface LinesUnder {
  readonly rows: readonly LedgerRow[];
  /** False where the page leaves it open; a finding over such lines can tie but never break. */
  readonly certain: boolean;
  readonly how: string;
  /** Whether the lines add up as printed, whatever their labels say of signs. */
  readonly asPrinted: boolean;
}

/**
 * The lines that add up to the total in row `at`, the outermost ones: a subtotal stands for the
 * lines under it.
 * @param footings what the statement itself adds up
 * @returns undefined when no line above can belong to it
 */
export function linesUnder(
  rows: readonly LedgerRow[],
  at: number,
  footings: readonly Footing[],
): LinesUnder | undefined {
  const total = rows[at];
  if (!total) return undefined;
  const footing = footings.find((one) => one.total === at);
  if (footing && footing.lines.every((line) => line.sign === 1)) {
    const own = new Set(footing.lines.map((line) => line.row));
    return { rows: rows.filter((row) => own.has(row.index)), certain: true, how: footing.how, asPrinted: true };
  }
  const heading = headingOf(rows, total);
  if (heading !== undefined) {
    const lines = outermost(rows, heading + 1, at, footings);
    if (lines.length > 0) {
      return {
        rows: lines,
        certain: plain(lines, footings),
        how: `the lines below the heading "${rows[heading]?.row.label}"`,
        asPrinted: false,
      };
    }
  }
  const indented = indentedAbove(rows, total);
  if (indented !== undefined) {
    const lines = outermost(rows, indented, at, footings);
    if (lines.length > 0)
      return { rows: lines, certain: plain(lines, footings), how: 'the lines set in above it', asPrinted: false };
  }
  // A line that nothing marks as a total sums up what a heading says, or what foots, and nothing else.
  if (total.row.total !== true && total.concept?.subtotal !== true) return undefined;
  const start = sectionStart(rows, total);
  const lines = outermost(rows, start, at, footings);
  if (lines.length === 0) return undefined;
  // Above total assets stands nothing but assets.
  const certain = total.concept?.name === 'Assets' && plain(lines, footings);
  return { rows: lines, certain, how: 'the lines above it', asPrinted: false };
}

/** Whether none of the lines may itself sum up others among them. */
function plain(lines: readonly LedgerRow[], footings: readonly Footing[]): boolean {
  return lines.every((line) => line.row.total !== true || footings.some((one) => one.total === line.index));
}

/** The heading that the total repeats: "Operating expenses:" above "Total operating expenses". */
function headingOf(rows: readonly LedgerRow[], total: LedgerRow): number | undefined {
  const words = normaliseLabel(total.row.label).replace(/^total /, '');
  if (words === '') return undefined;
  const found = rows
    .slice(0, total.index)
    .findLastIndex((row) => !hasFigures(row) && normaliseLabel(row.row.label) === words);
  return found < 0 ? undefined : found;
}

/** Where the unbroken run of lines starts that are set in deeper than the total, right above it. */
function indentedAbove(rows: readonly LedgerRow[], { index, row: own }: LedgerRow): number | undefined {
  if (own.total !== true) return undefined;
  return rows.slice(0, index).findLastIndex(({ row }) => (row.indent ?? 0) <= (own.indent ?? 0)) + 1;
}

/** The start of the page, or the total of the other side above which nothing can belong to this one. */
function sectionStart(rows: readonly LedgerRow[], total: LedgerRow): number {
  const isOther = ({ row, concept }: LedgerRow) =>
    row.total === true && concept?.balance !== undefined && concept.balance !== total.concept?.balance;
  return rows.slice(0, total.index).findLastIndex(isOther) + 1;
}

/**
 * The lines from `start` up to `end`, without those that a total among them already sums up. A line
 * none of whose figures can be read is one of them.
 */
function outermost(rows: readonly LedgerRow[], start: number, end: number, footings: readonly Footing[]): LedgerRow[] {
  const summed = new Set(footings.filter((one) => one.total < end).flatMap((one) => one.lines.map((line) => line.row)));
  return rows.slice(start, end).filter((row) => (hasFigures(row) || row.unread.length > 0) && !summed.has(row.index));
}

export function hasFigures(row: LedgerRow): boolean {
  return row.figures.some((figure) => figure !== undefined);
}
