/** A part of a table with its lines and columns told apart, before anything is known of their meaning. */
import type { GridRow, TextLine } from './blocks.ts';
import { findColumns } from './columns.ts';
import type { Extent } from './columns.ts';
import { bodyRows, figureCells } from './rows.ts';
import type { BodyRow } from './rows.ts';
import type { TablePart } from './split.ts';

export interface ReadTable {
  readonly header: readonly GridRow[];
  /** Whether the extents of headings say which columns they span. */
  readonly spans: boolean;
  readonly extents: readonly Extent[];
  readonly rows: readonly BodyRow[];
  /** How many figures stand under its columns. */
  readonly figures: number;
  /** The lines above it that may be its title, and those of its header. */
  readonly caption: readonly string[];
  /** Whether sentences stand above it, so that it does not go on with the table before. */
  readonly apart: boolean;
}

/** @param lead the last lines of prose above the table */
export function readTable(part: TablePart, spans: boolean, lead: readonly TextLine[]): ReadTable | undefined {
  const extents = findColumns(part.body.map(figureCells));
  if (extents.length === 0) return undefined;
  const rows = bodyRows(part.body, extents).filter((row) => !isPageNumber(row));
  const sentence = lead.findLastIndex(isSentence);
  // Cells are kept apart, so that "December" in one and "12 months" in the next make no date.
  const header = part.header.map((row) => row.cells.map((cell) => cell.text).join(' | '));
  return {
    header: part.header,
    spans,
    extents,
    rows,
    figures: rows.reduce((sum, row) => sum + row.cells.filter(Boolean).length, 0),
    caption: [...lead.slice(sentence + 1).map((line) => line.text), ...header],
    apart: sentence >= 0,
  };
}

/** A sentence ends the lines that may be a title. */
function isSentence({ text }: TextLine): boolean {
  return text.length > 120 || (text.length > 60 && /[a-z\d][.;,]$/.test(text));
}

/** The number at the foot of a page is no heading of what stands on the next one. */
function isPageNumber(row: BodyRow): boolean {
  return !row.cells.some(Boolean) && /^(?:- ?)?(?:page )?(?:[A-Z]-)?\d{1,4}(?: ?-)?$/i.test(row.label);
}
