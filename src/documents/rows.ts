/**
 * The body of a table as lines of a statement: each with its whole label, however many lines of
 * the page it takes, and the figure cells under the columns.
 */
import type { Cell, GridRow } from './blocks.ts';
import { overlaps, underColumns } from './columns.ts';
import type { Extent } from './columns.ts';
import { looksLikeFigure, looksLikeYear } from './tokens.ts';

export interface BodyRow {
  readonly label: string;
  readonly line: number;
  readonly indent: number;
  /** One entry a column: the cell that stands under it. */
  readonly cells: readonly (Cell | undefined)[];
  /** Cells with text that stand under no column. */
  readonly stray: readonly Cell[];
  /** Whether a single rule is drawn between the figures above and this row's. */
  readonly ruled: boolean;
}

/** The figure cells of a row: what looks like one, apart from the label in front. */
export function figureCells(row: GridRow): Cell[] {
  return row.cells.filter(
    (cell, index) => looksLikeFigure(cell.text) && (index > 0 || row.cells.length === 1 || cell.left > 0),
  );
}

/** Whether the row shows amounts, not only years. */
export function hasAmounts(row: GridRow): boolean {
  return figureCells(row).some((cell) => !looksLikeYear(cell.text));
}

interface Draft {
  label: string;
  line: number;
  /** Whether it stands right below the row before. */
  below: boolean;
  indent: number;
  cells: readonly (Cell | undefined)[];
  stray: readonly Cell[];
  ruled: boolean;
  /** Whether the label may still go on: nothing but text stands in the row. */
  bare: boolean;
}

/** Builds the lines of a statement from the rows of a table's body. */
export function bodyRows(rows: readonly GridRow[], columns: readonly Extent[]): BodyRow[] {
  const drafts: Draft[] = [];
  let ruled = false;
  for (const row of rows) {
    if (row.cells.length === 0) {
      ruled ||= row.underlines.some(
        (line) => line.weight === 'single' && columns.some((column) => overlaps(line, column)),
      );
      if (row.underlines.some((line) => line.weight === 'double')) ruled = false;
      continue;
    }
    const above = drafts.at(-1);
    const draft = draftOf(row, columns, ruled, above?.bare ? above.label : '');
    // A heading between the rule and the next figures parts them.
    ruled = false;
    drafts.push(draft);
  }
  return join(drafts).map(({ label, line, indent, cells, stray, ruled: underRule }) => ({
    label,
    line,
    indent,
    cells,
    stray,
    ruled: underRule,
  }));
}

/** @param above the label of the row above, where that shows no figures and may go on in this one */
function draftOf(printed: GridRow, columns: readonly Extent[], ruled: boolean, above: string): Draft {
  const area = columns[0]?.left ?? Infinity;
  const row = withFigureBehindLabel(printed, columns[0]);
  const figures = figureCells(row);
  // Text that stands under a column beside figures is a figure that cannot be read, not a label.
  const unreadable =
    figures.length === 0
      ? []
      : row.cells.filter((cell, index) => index > 0 && !figures.includes(cell) && cell.left >= area);
  const candidates = row.cells.filter(
    (cell) => (figures.includes(cell) || unreadable.includes(cell)) && !closesLabel(cell, row, above),
  );
  const { placed, left: unplaced } = underColumns(candidates, columns);
  // A number that stands before every column is part of the label.
  const left = unplaced.filter((cell) => cell.right > area);
  const labels = row.cells.filter((cell) => !placed.includes(cell) && !left.includes(cell));
  return {
    label: labels.map((cell) => cell.text).join(' '),
    line: row.line,
    below: row.follows === true,
    indent: row.indent,
    cells: placed,
    stray: left,
    ruled,
    bare: candidates.length === 0,
  };
}

/**
 * "Cash at beginning of year 1,604.0": a figure one blank behind a long label, which stands right
 * under the first column, is a figure.
 */
function withFigureBehindLabel(row: GridRow, column: Extent | undefined): GridRow {
  const [label, ...rest] = row.cells;
  const found = label && /^(.*\S) (\(?[\d,]+(?:\.\d+)?\)?)$/.exec(label.text);
  if (!found || !column || label.right - label.left !== label.text.length) return row;
  if (Math.abs(label.right - column.right) > 1 || rest.some((cell) => cell.left < column.right)) return row;
  const [, words = '', figure = ''] = found;
  if (looksLikeYear(figure) || rest.length === 0) return row;
  const start = label.right - figure.length;
  return {
    ...row,
    cells: [
      { ...label, text: words, right: label.left + words.length },
      { ...label, text: figure, column: label.column + start - label.left, left: start },
      ...rest,
    ],
  };
}

/** "…less accumulated amortization (1997, $11,870; 1996, $ 12,199)": the last amount belongs to the label. */
function closesLabel(cell: Cell, row: GridRow, above: string): boolean {
  if (!cell.text.endsWith(')') || cell.text.includes('(')) return false;
  const before = row.cells.slice(0, row.cells.indexOf(cell)).map(({ text }) => text);
  // Where no parenthesis is open, the figure lacks its own.
  return [above, ...before].join(' ').split('(').length > [above, ...before].join(' ').split(')').length;
}

/** Joins labels that run over several lines to the row that shows their figures. */
function join(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (let index = 0; index < drafts.length; index += 1) {
    const draft = drafts[index];
    if (!draft) continue;
    const last = out.at(-1);
    if (last && last.bare && follows(last, draft) && runsOn(last, draft, drafts[index + 1])) {
      out[out.length - 1] = {
        ...draft,
        label: `${last.label} ${draft.label}`.replace(/- ([a-z])/, '-$1').trim(),
        line: last.line,
        indent: last.indent,
        ruled: last.ruled || draft.ruled,
      };
    } else if (last && !last.bare && draft.bare && follows(last, draft) && trails(last, draft, drafts[index + 1])) {
      out[out.length - 1] = { ...last, label: `${last.label} ${draft.label}`.trim() };
    } else {
      out.push({ ...draft });
    }
  }
  return out;
}

/** Whether nothing, not even a blank line, stands between the two. */
function follows(before: Draft, after: Draft): boolean {
  // In HTML the page does not say; a line that starts in lower case has something above it.
  return (after.below || /^[a-z]/.test(after.label)) && after.label !== '' && before.label !== '';
}

const OPEN_END =
  /(?:\b(?:and|or|of|for|in|to|the|per|before|from|by|on|with|after|net|less|a|an|under|at|common|which|used|provided|continuing|discontinued|weighted|accumulated|comprehensive|noncontrolling|\(used|\(provided)|[,;&/(-])$/i;
const LOWER_START = /^(?:- ?(?:- ?)?)?[a-z(]/;
const JOINING_START = /^(?:of|and|or|for|in|to|per|before|from|by|on|with|after|net of)\b/i;

/** Whether a label without figures goes on in the next line. A heading does not. */
function runsOn(before: Draft, after: Draft, next: Draft | undefined): boolean {
  if (before.label.endsWith(':')) return false;
  if (OPEN_END.test(before.label)) return true;
  if (!LOWER_START.test(after.label) && !JOINING_START.test(after.label)) {
    // A long line whose continuation is set in below it, alone.
    return (
      before.label.length >= 38 && after.indent > before.indent && (next === undefined || next.indent <= before.indent)
    );
  }
  // "- basic" and "- diluted" below one line: that line is their heading.
  const listed =
    /^[-(]/.test(after.label) &&
    next !== undefined &&
    !next.bare &&
    /^[-(]/.test(next.label) &&
    next.indent === after.indent;
  return !listed;
}

/** Whether a line without figures is the rest of the label above, whose figures stood on its first line. */
function trails(before: Draft, after: Draft, next: Draft | undefined): boolean {
  if (after.label.endsWith(':')) return false;
  if (next && !next.bare && follows(after, next) && LOWER_START.test(next.label)) return false;
  return OPEN_END.test(before.label) || (/^[a-z(]/.test(after.label) && after.indent >= before.indent);
}
