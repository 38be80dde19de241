/** The sheets of the workbook: their columns, how wide and high they are, and the colours of verdicts. */
import type exceljs from 'exceljs';
import type { Style, Workbook, Worksheet } from 'exceljs';

export interface Column {
  readonly head: string;
  readonly width: number;
  readonly kind?: 'number' | 'wrapped';
}

export const FIGURES: readonly Column[] = [
  { head: 'Tickmarks', width: 10 },
  { head: 'Report', width: 7, kind: 'number' },
  { head: 'Statement', width: 24, kind: 'wrapped' },
  { head: 'Line', width: 44, kind: 'wrapped' },
  { head: 'Period', width: 32 },
  { head: 'As printed', width: 16 },
  { head: 'Amount', width: 18, kind: 'number' },
  { head: 'Unit of last place', width: 12, kind: 'number' },
  { head: 'Least unrounded', width: 18, kind: 'number' },
  { head: 'Greatest unrounded', width: 18, kind: 'number' },
  { head: 'Unit', width: 11 },
  { head: 'Place', width: 26 },
  { head: 'Concept', width: 36 },
  { head: 'Id', width: 12 },
];

export const TIES: readonly Column[] = [
  { head: 'No.', width: 6, kind: 'number' },
  { head: 'Verdict', width: 11 },
  { head: 'Recorded', width: 11 },
  { head: 'Differs', width: 9 },
  { head: 'What must tie', width: 48, kind: 'wrapped' },
  { head: 'Period', width: 32 },
  { head: 'Gap', width: 14, kind: 'number' },
  { head: 'Room', width: 14, kind: 'number' },
  { head: 'Unit', width: 11 },
  { head: 'Arithmetic', width: 48, kind: 'wrapped' },
  { head: 'Outcome', width: 48, kind: 'wrapped' },
  { head: 'Waived', width: 30, kind: 'wrapped' },
  { head: 'Severity', width: 9 },
  { head: 'Rule', width: 36 },
  { head: 'Authority', width: 30, kind: 'wrapped' },
  { head: 'Report', width: 7, kind: 'number' },
  { head: 'Place', width: 26 },
  { head: 'Left minus right', width: 16, kind: 'number' },
  { head: 'Least', width: 16, kind: 'number' },
  { head: 'Greatest', width: 16, kind: 'number' },
  { head: 'Least, stated alone', width: 16, kind: 'number' },
  { head: 'Greatest, stated alone', width: 16, kind: 'number' },
  { head: 'In units of', width: 11, kind: 'number' },
];

export const EXCEPTIONS: readonly Column[] = [
  { head: 'No.', width: 6, kind: 'number' },
  { head: 'Verdict', width: 11 },
  { head: 'What must tie', width: 44, kind: 'wrapped' },
  { head: 'Period', width: 28 },
  { head: 'Outcome', width: 48, kind: 'wrapped' },
  { head: 'Likely', width: 48, kind: 'wrapped' },
  { head: 'Waived', width: 30, kind: 'wrapped' },
  { head: 'Place', width: 26 },
  { head: 'Conclusion', width: 40, kind: 'wrapped' },
  { head: 'Initials', width: 9 },
  { head: 'Date', width: 12 },
];

export const REMARKS: readonly Column[] = [
  { head: 'Kind', width: 14 },
  { head: 'Report', width: 7, kind: 'number' },
  { head: 'About', width: 40, kind: 'wrapped' },
  { head: 'Remark', width: 90, kind: 'wrapped' },
  { head: 'Place', width: 20 },
];

const TONES: readonly (readonly [string, string, string])[] = [
  ['breaks', 'FFFBE1DE', 'FFA1121B'],
  ['edge', 'FFFBEAC6', 'FF784A00'],
  ['unproven', 'FFEBE6F7', 'FF56478A'],
  ['rounding', 'FFDCEFF4', 'FF0B5C72'],
  ['exact', 'FFE1F1E5', 'FF14633A'],
];

export function page(orientation: 'portrait' | 'landscape'): Partial<exceljs.PageSetup> {
  return { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' };
}

export function sheet(book: Workbook, name: string, columns: readonly Column[]): Worksheet {
  const made = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: page('landscape'),
    headerFooter: { oddHeader: `&L${name}`, oddFooter: '&LPrepared by            Reviewed by&RPage &P of &N' },
  });
  made.columns = columns.map(({ head, width, kind }) => ({ header: head, width, style: styleOf(kind) }));
  made.getRow(1).font = { bold: true };
  made.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return made;
}

const WHOLE = '#,##0;(#,##0);0';
export const BROKEN = '#,##0.00######;(#,##0.00######);0';

/** A column of texts has the format of text: what looks like a formula stays text even when it is edited. */
export function styleOf(kind: Column['kind']): Partial<Style> {
  if (kind === 'number') return { numFmt: WHOLE, alignment: { vertical: 'top' } };
  return { numFmt: '@', alignment: { vertical: 'top', wrapText: kind === 'wrapped' } };
}

/** Rows as high as their texts need, which no program works out by itself; printed is what people read. */
export function layOut(to: Worksheet, columns: readonly Column[], last: string): void {
  to.pageSetup.printArea = `A1:${last}${to.rowCount}`;
  const wrapped = columns.flatMap(({ kind, width }, index) => (kind === 'wrapped' ? [{ width, at: index + 1 }] : []));
  to.eachRow((row, number) => {
    if (number > 1) row.height = heightOf(wrapped.map(({ width, at }) => [row.getCell(at).text, width]));
  });
}

const LINE_POINTS = 15;
/** The highest that a row can be. */
const MOST_POINTS = 409;

export function heightOf(cells: readonly (readonly [text: string, width: number])[]): number {
  const lines = cells.map(([shown, width]) =>
    shown.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0),
  );
  return Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...lines));
}

export function tone(to: Worksheet, column: string): void {
  to.addConditionalFormatting({
    ref: `${column}2:${column}${Math.max(2, to.rowCount)}`,
    rules: TONES.map(([verdict, fill, ink], index) => ({
      type: 'cellIs',
      operator: 'equal',
      priority: index + 1,
      formulae: [`"${verdict}"`],
      style: {
        fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } },
        font: { color: { argb: ink }, bold: true },
      },
    })),
  });
}

export function differ(to: Worksheet): void {
  to.addConditionalFormatting({
    ref: `D2:D${Math.max(2, to.rowCount)}`,
    rules: [
      {
        type: 'cellIs',
        operator: 'equal',
        priority: TONES.length + 1,
        formulae: ['"differs"'],
        style: {
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFA1121B' } },
          font: { color: { argb: 'FFFFFFFF' } },
        },
      },
    ],
  });
}
