/**
 * The totals across a page as bound equations, so that they are judged and reported like any rule.
 */
import type { Column } from '../generated/types.ts';
import { figureKey } from '../equations/index.ts';
import { crossFootingRule } from '../rules/structure.ts';
import type { Bound } from './bind.ts';
import type { CrossFooting } from './cross-footing.ts';
import { labelNode, sumRule } from './footing-rules.ts';
import { standingFor } from './ledger.ts';
import type { LedgerRow, LedgerStatement } from './ledger.ts';

/** One bound equation for each total across the page and each line that it speaks of. */
export function crossFootingRules(statement: LedgerStatement, footings: readonly CrossFooting[]): Bound[] {
  return footings.flatMap((footing) => {
    const names = new Set<string>();
    const nodeOf = (column: number) => ({
      column,
      sign: 1 as const,
      node: labelNode((statement.statement.columns[column] as Column).heading, `column ${column + 1}`, names),
    });
    const columns = footing.columns.map(nodeOf);
    const total = nodeOf(footing.total);
    const compiled = sumRule(crossFootingRule, statement, columns, total.node);
    const cells = [...columns, total];
    return statement.rows.flatMap((row): Bound[] => {
      const missing = unreadIn(row, [...footing.columns, footing.total]);
      const speaks = footing.foots.includes(row.index) || footing.misses.includes(row.index);
      if (!speaks && (missing.length === 0 || typeof row.row.printed?.[footing.total] !== 'string')) return [];
      return [
        {
          compiled,
          statement,
          column: footing.total,
          basis: statement.basis,
          figures: new Map(
            cells.map(({ node, column }) => {
              const figure = row.figures[column];
              return [figureKey(node), figure ? [standingFor(figure, figure.sign === 'label')] : []];
            }),
          ),
          missing,
        },
      ];
    });
  });
}

function unreadIn(row: LedgerRow, columns: readonly number[]): string[] {
  return row.unread
    .filter((column) => columns.includes(column))
    .map((column) => `"${row.row.printed?.[column]}" for "${row.row.label}" cannot be read`);
}
