/** A statement that goes on in the next table: on another page, or where a program cut it into several. */
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import type { Note, Row, Statement, StatementKind } from '../generated/types.ts';
import type { NamedDays } from './column-periods.ts';
import { decideScales } from './decided-scales.ts';
import { placeRows } from './placed-rows.ts';
import type { ReadTable } from './read-table.ts';
import { scaleOfLines } from './scale.ts';
import type { CaptionScale } from './scale.ts';
import { columnsOf } from './statement-columns.ts';
import { titleOf } from './statement-kind.ts';
import { withTotals } from './unnamed-totals.ts';

/** A statement with what its caption says of the scale, for the lines that follow on another page. */
export interface ReadStatement {
  readonly statement: Statement;
  readonly scale: CaptionScale | undefined;
  readonly notes: readonly Note[];
}

/** Lines between two pages that say nothing of what stands below them. */
const FURNITURE =
  /^(?:- ?)?(?:page )?(?:[A-Z]-)?\d{1,4}(?: ?-)?$|^table of contents$|^(?:see|the) (?:accompanying )?notes\b.{0,80}$|^see accompanying\b.{0,60}$|^\(?continued(?: on next page)?\)?$/i;

const CONTINUED = /\bcont(?:inued|\u2019d|'d|d)\b|\bconcluded\b/i;

/** What a statement of each kind has in the end; the lines that bring it go on with one that lacks it. */
const ENDS: Readonly<Record<Exclude<StatementKind, 'other'>, RegExp | undefined>> = {
  balanceSheet: /^LiabilitiesAndStockholdersEquity$/,
  incomeStatement: /^(?:NetIncomeLoss|ProfitLoss|EarningsPerShare.*|WeightedAverageNumber.*)$/,
  comprehensiveIncomeStatement: /^ComprehensiveIncomeNetOfTax/,
  cashFlowStatement: /^(?:NetCashProvidedByUsedIn(?:Investing|Financing)Activities|Cash.*(?:Decrease.*|Period.*))$/,
  equityStatement: undefined,
};

/**
 * The statement with the lines of the next table, where that goes on with it: over the same columns, and
 * either under its title again, or under nothing at all and with lines that it still lacks.
 */
export function continued(
  before: ReadStatement,
  table: ReadTable,
  vocabulary: VocabularyIndex,
  named: NamedDays,
): ReadStatement | undefined {
  const { statement } = before;
  const { kind } = statement;
  if (kind === 'other' || statement.columns.length !== table.extents.length) return undefined;
  const caption = table.caption.filter((line) => !FURNITURE.test(line.trim()));
  const titled = titleOf(caption);
  if (titled ? titled.kind !== kind : caption.length > 0 || table.apart) return undefined;
  const notes = before.notes.filter((note) => note.about !== 'scale');
  const rows = placeRows(table.rows, kind, table.spans, vocabulary, notes);
  const lacks = goesOn(kind, statement.rows, rows);
  if (titled) {
    const columns = columnsOf({ ...table, kind, named }, []);
    const same = columns.every((column, at) => column.period === statement.columns[at]?.period);
    if (!same || !(lacks || caption.some((line) => CONTINUED.test(line)))) return undefined;
  } else if (!lacks) return undefined;
  const all = withTotals([...statement.rows, ...rows], kind);
  const scale = before.scale ?? scaleOfLines(caption);
  const { money, shares } = decideScales(all, scale, notes);
  const { scale: _money, sharesScale: _shares, columns, rows: _rows, ...rest } = statement;
  return {
    statement: {
      ...rest,
      ...(money !== undefined && { scale: money }),
      ...(shares !== undefined && { sharesScale: shares }),
      columns,
      rows: all,
    },
    scale,
    notes,
  };
}

/** Whether lines bring what a statement of the kind has in the end, and what the lines before them lack. */
function goesOn(kind: Exclude<StatementKind, 'other'>, before: readonly Row[], rows: readonly Row[]): boolean {
  const end = ENDS[kind];
  if (!end) return false;
  const shown = (list: readonly Row[]) =>
    new Set(
      list.flatMap((row) => (row.printed && row.concept !== undefined && end.test(row.concept) ? row.concept : [])),
    );
  const known = shown(before);
  const more = shown(rows);
  return more.size > 0 && [...more].every((name) => !known.has(name));
}
