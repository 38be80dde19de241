/** The two totals of a balance sheet, where the page draws a line under the figures and prints no name. */
import type { Row, StatementKind } from '../generated/types.ts';

/**
 * Names the totals of a balance sheet whose labels were left out: its last line and the only line before
 * it that has no name either and shows the same figures, all of them. "Total" alone is no name.
 */
export function withTotals(rows: readonly Row[], kind: StatementKind): Row[] {
  const names = new Set(rows.map((row) => row.concept));
  if (kind !== 'balanceSheet' || names.has('Assets') || names.has('LiabilitiesAndStockholdersEquity')) return [...rows];
  const unnamed = rows.flatMap((row, at) => (row.printed && /^(?:totals?)?$/i.test(row.label) ? [at] : []));
  const last = unnamed.at(-1);
  const same = unnamed.filter((at) => at !== last && sameFigures(rows[at], rows[last ?? -1]));
  const [assets] = same;
  if (last === undefined || assets === undefined || same.length > 1) return [...rows];
  return rows.map((row, at) =>
    at === assets
      ? { ...row, concept: 'Assets', total: true }
      : at === last
        ? { ...row, concept: 'LiabilitiesAndStockholdersEquity', total: true }
        : row,
  );
}

function sameFigures(a: Row | undefined, b: Row | undefined): boolean {
  const bare = (text: string | null): string => (text ?? '').replace(/[^\d.,()-]/g, '');
  const own = a?.printed?.map(bare) ?? [];
  const other = b?.printed?.map(bare) ?? [];
  return own.some((text) => /[1-9]/.test(text)) && own.every((text, at) => text === other[at]);
}
