/** The figures of a filing as statements: for a filing written by hand, and for figures that no document shows. */
import type { Audited, Column } from '../../generated/types.ts';
import { scaleInWords } from '../amounts.ts';
import { forXml } from '../escape.ts';
import type { MarkFigure } from './figure-mark.ts';
import { documentText } from './markup.ts';
import type { Mark } from './marks.ts';

/** A line of a statement as a captured filing gives it; hand-made runs may hold anything. */
interface CapturedRow {
  readonly label: string;
  readonly indent: number;
  readonly total: boolean;
  readonly printed: readonly (string | undefined)[];
}

/** @param source the text of the captured filing, for the lines without figures; nothing where there is none */
export function showCaptured(
  audited: Audited,
  source: string | undefined,
  marks: ReadonlyMap<string, Mark>,
  markFigure: MarkFigure,
): string {
  const captured = rowsOf(source);
  const byPlace = new Map<string, Mark>();
  const last = new Map<number, number>();
  const loose: Mark[] = [];
  for (const mark of marks.values()) {
    const { statement, row, column } = mark.figure;
    if (
      statement === undefined ||
      row === undefined ||
      column === undefined ||
      !audited.statements[statement]?.columns[column]
    ) {
      loose.push(mark);
      continue;
    }
    const place = `${statement}/${row}/${column}`;
    if (byPlace.has(place)) loose.push(mark);
    else byPlace.set(place, mark);
    last.set(statement, Math.max(last.get(statement) ?? -1, row));
  }
  const statements = audited.statements.map(({ kind, title, scale, columns }, at) => {
    const known = captured[at] ?? [];
    const rows: string[] = [];
    // A row's number is only as good as the run that gives it: rows are taken as they come.
    for (
      let row = 0;
      row < Math.max(known.length, Math.min((last.get(at) ?? -1) + 1, marks.size + known.length));
      row += 1
    ) {
      rows.push(showRow(at, row, columns, known[row], byPlace, markFigure));
    }
    for (const [place, mark] of byPlace) if (place.startsWith(`${at}/`)) loose.push(mark);
    const words = scaleInWords(scale ?? 1);
    return `<table class="captured"><caption>${forXml(title ?? kind)}${words === '' ? '' : ` <span class="p">${words}</span>`}</caption>\n<thead><tr><td></td>${columns.map(({ heading }) => `<th scope="col">${forXml(heading)}</th>`).join('')}</tr></thead>\n<tbody>\n${rows.join('')}</tbody></table>\n`;
  });
  return `<div class="doc statements">\n${statements.join('')}</div>\n${showLoose('Figures outside of a statement', loose, markFigure)}`;
}

function showRow(
  statement: number,
  row: number,
  columns: readonly Column[],
  known: CapturedRow | undefined,
  byPlace: Map<string, Mark>,
  markFigure: MarkFigure,
): string {
  let label = known?.label;
  const cells = columns.map((_, column) => {
    const place = `${statement}/${row}/${column}`;
    const mark = byPlace.get(place);
    byPlace.delete(place);
    label ??= mark?.figure.label;
    return `<td class="n">${mark ? markFigure(mark, mark.figure.printed) : documentText(known?.printed[column] ?? '')}</td>`;
  });
  if (label === undefined && known === undefined) return '';
  const indent = Math.min(12, Math.ceil((known?.indent ?? 0) / 2));
  return `<tr${known?.total ? ' class="total"' : ''}><th scope="row"${indent === 0 ? '' : ` class="in${indent}"`}>${forXml(label ?? '')}</th>${cells.join('')}</tr>\n`;
}

/** Figures that could not be shown where they stand, in a list of their own. */
export function showLoose(title: string, marks: readonly Mark[], markFigure: MarkFigure): string {
  if (marks.length === 0) return '';
  const rows = marks.map((mark) => {
    const { label, printed, place } = mark.figure;
    return `<tr><th scope="row">${forXml(label)}</th><td class="n">${markFigure(mark, printed)}</td><td class="p">${place.line}:${place.column}</td></tr>\n`;
  });
  return `<div class="doc statements loose"><table class="captured"><caption>${title}</caption><tbody>\n${rows.join('')}</tbody></table></div>\n`;
}

function rowsOf(source: string | undefined): CapturedRow[][] {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const fields = (value: unknown): Record<string, unknown> =>
    value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  return list(fields(parsed(source))['statements']).map((statement) =>
    list(fields(statement)['rows']).map((row) => {
      const { label, indent, total, printed } = fields(row);
      return {
        label: typeof label === 'string' ? label : '',
        indent: typeof indent === 'number' && indent > 0 ? indent : 0,
        total: total === true,
        printed: list(printed).map((text) => (typeof text === 'string' ? text : undefined)),
      };
    }),
  );
}

function parsed(source: string | undefined): unknown {
  try {
    return source === undefined ? undefined : JSON.parse(source);
  } catch {
    return undefined;
  }
}
