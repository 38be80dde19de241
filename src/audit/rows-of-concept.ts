import type { LedgerRow, LedgerStatement } from './ledger.ts';

/** The rows of a statement that show a concept, from top to bottom. */
export function rowsOfConcept(statement: LedgerStatement, name: string): readonly LedgerRow[] {
  return byConcept(statement).get(name) ?? [];
}

/** The rows of each concept, gathered once a statement: every rule asks for them. */
const gathered = new WeakMap<LedgerStatement, ReadonlyMap<string, readonly LedgerRow[]>>();

function byConcept(statement: LedgerStatement): ReadonlyMap<string, readonly LedgerRow[]> {
  const known = gathered.get(statement);
  if (known) return known;
  const rows = new Map<string, LedgerRow[]>();
  for (const row of statement.rows) {
    if (!row.concept) continue;
    const same = rows.get(row.concept.name);
    if (same) same.push(row);
    else rows.set(row.concept.name, [row]);
  }
  gathered.set(statement, rows);
  return rows;
}
