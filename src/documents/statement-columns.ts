/** The columns of a statement: heading, period, basis, and what each shows. */
import { ANY_CODE, SIGNS } from '../figures/currencies.ts';
import type { Column, Note, StatementKind } from '../generated/types.ts';
import { periodsOf } from './column-periods.ts';
import type { NamedDays } from './column-periods.ts';
import type { GridRow } from './blocks.ts';
import type { Extent } from './columns.ts';
import { headingsOver } from './headings-over.ts';
import { basisOf, kindOfTitle, showsOf } from './headings.ts';
import { periodParts } from './period-parts.ts';
import type { BodyRow } from './rows.ts';
import { scaleOfCaption } from './scale.ts';
import { isTitle } from './split.ts';

/** What a table shows from which its columns are read. */
export interface ColumnsRead {
  readonly header: readonly GridRow[];
  readonly extents: readonly Extent[];
  /** Whether the extents of headings say which columns they span. */
  readonly spans: boolean;
  /** The lines above the table and those of its header. */
  readonly caption: readonly string[];
  readonly kind: StatementKind;
  readonly rows: readonly BodyRow[];
  readonly named: NamedDays;
}

/** One column for each extent; a note for each whose period could not be read. */
export function columnsOf(table: ColumnsRead, notes: Note[]): Column[] {
  const { extents, caption, kind, rows, named } = table;
  const instant = kind === 'balanceSheet';
  const stacked = headingsOver(belowTitle(table.header), extents, table.spans);
  const over = stacked.map((lines) =>
    lines
      .filter((line) => !saysNothingOfOne(line))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const periods = kind === 'equityStatement' ? [] : periodsOf(over, caption, instant, named);
  const currencies = stacked.map((lines) => currencyOf(lines.join(' ')));
  const first = currencies.find((currency) => currency !== undefined);
  return over.map((heading, index) => {
    // A translation for the reader's convenience shows the same period again in another currency.
    const currency = currencies[index];
    const translated = currency !== undefined && currency !== first;
    const cells = rows.flatMap((row) => row.cells[index] ?? []);
    const percent = cells.length > 1 && cells.filter((cell) => cell.text.includes('%')).length > cells.length / 2;
    const shows = percent
      ? 'percent'
      : isNoteColumn(cells.map((cell) => cell.text)) || stacked[index]?.some((line) => NOTE.test(line))
        ? 'note'
        : showsOf(withoutDates(heading));
    const period = translated || shows === 'note' ? undefined : periods[index];
    const basis = basisOf(heading);
    if (!period && !shows && kind !== 'other' && kind !== 'equityStatement') {
      notes.push({
        about: 'period',
        text: `column ${index + 1} ("${heading}"): its period could not be read, so its figures are tied within the column only`,
      });
    }
    return { heading, ...(period !== undefined && { period }), ...(basis && { basis }), ...(shows && { shows }) };
  });
}

/**
 * The lines below the title of the statement: what stands above it, the company's name, heads no column.
 * Below the first line of dates, what reads like a title is a heading of lines.
 */
function belowTitle(header: readonly GridRow[]): readonly GridRow[] {
  const dated = header.findIndex((row) => row.cells.some((cell) => Object.keys(periodParts(cell.text)).length > 0));
  const titles = dated < 0 ? [] : header.slice(0, dated);
  return header.slice(titles.findLastIndex(isTitle) + 1);
}

const NOTE = /^notes?(?: (?:no|ref)\w*\.?)?$/i;

/** A column of references to notes: `1`, `3`, `1,2`. */
function isNoteColumn(texts: readonly string[]): boolean {
  return texts.every((text) => /^\d{1,2}(?:,\d{1,2})*$/.test(text)) && texts.some((text) => /^\d,\d{1,2}$/.test(text));
}

const NAMED_CURRENCY = new RegExp(String.raw`\b(?:${ANY_CODE}|USD|US ?\$|HK\$|NT\$|C\$)|[${SIGNS}]`);

/** The currency that a heading names. */
function currencyOf(heading: string): string | undefined {
  const found = NAMED_CURRENCY.exec(heading)?.[0];
  return found?.startsWith('US') ? 'USD' : found;
}

/** Lines of the header that speak of the whole table: titles, scales, "unaudited", several years at once. */
function saysNothingOfOne(line: string): boolean {
  if (/^\(?(?:unaudited|audited)\)?$/i.test(line)) return true;
  if (scaleOfCaption(line) && !/\d{4}\b(?!s)/.test(line.replace(/000/g, ''))) return true;
  // "Accumulated other comprehensive income" is a column, not a title.
  if (kindOfTitle(line) && /\b(?:statements?|sheets?)\b/i.test(line) && !/\bend(?:ed|ing)\b/i.test(line)) return true;
  return new Set(line.match(/\b(?:19|20)\d\d\b/g)).size > 1 && periodParts(line).start === undefined;
}

function withoutDates(heading: string): string {
  return heading.replace(/\b(?:19|20)\d\d\b/g, '').trim();
}
