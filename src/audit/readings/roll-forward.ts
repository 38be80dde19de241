/**
 * Statements of changes in equity: in every column, the opening balance and the movements below it
 * give the closing balance (Regulation S-X 3-04).
 */
import type { LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';
import { asPrinted, near, within } from './reading.ts';
import type { Reading } from './reading.ts';

/** A line of balances: "Balance at May 31, 2004", "Stockholders' equity, December 31, 1995". */
const BALANCE =
  /^(?:(?:opening|closing|beginning|ending|total) )?(?:balances?|(?:stock|share)(?:holders|owners)['’]? equity)\b.*(?:\d|beginning|end|year|period)|^balances?$/i;
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const DATE = new RegExp(`^(?:at |as of )?${MONTH} \\d{1,2}(?:, ?\\d{4})?$`, 'i');

const OPENING = /\b(?:beginning|opening)\b/i;

/** Sums of other movements: income and what is other comprehensive income. */
const SUBTOTAL = /^(?:total )?comprehensive (?:income|loss|earnings)|^(?:sub)?totals?\b/i;

interface Column {
  readonly column: number;
  readonly opening: readonly LedgerFigure[];
  readonly movements: readonly LedgerFigure[];
  readonly closing: LedgerFigure;
}

/** For every two balances of a statement of equity and every column: what lies between them. */
export function rollForwardReadings(statement: LedgerStatement): Reading[] {
  if (statement.statement.kind !== 'equityStatement') return [];
  const balances = statement.rows.filter(isBalance);
  const without = segments(statement, balances, (row) => !SUBTOTAL.test(row.row.label));
  const all = segments(statement, balances, () => true);
  const found = [without, all].map((columns) => ({ columns, out: columns.filter(comesOut).length }));
  const [first, second] = found as [(typeof found)[0], (typeof found)[0]];
  const { columns, out } = second.out > first.out ? second : first;
  // As for footings, the columns check one another: where most of them come out, the others are wrong.
  if (out < 3 || out < columns.length * 0.75) return [];
  return columns.map(({ column, opening, movements, closing }) => ({
    column,
    figures: {
      OpeningBalance: opening.map(asPrinted),
      Movements: movements.map(asPrinted),
      ClosingBalance: [asPrinted(closing)],
    },
  }));
}

function isBalance(row: LedgerRow): boolean {
  const label = row.row.label.trim();
  return row.figures.some(Boolean) && (BALANCE.test(label) || DATE.test(label));
}

function segments(
  statement: LedgerStatement,
  balances: readonly LedgerRow[],
  moves: (row: LedgerRow) => boolean,
): Column[] {
  return balances.slice(1).flatMap((to, index) => {
    const from = balances[index] as LedgerRow;
    // Between a closing balance and the opening one of the next table lies nothing.
    if (OPENING.test(to.row.label)) return [];
    const rows = statement.rows.slice(from.index + 1, to.index).filter(moves);
    return statement.statement.columns.flatMap((heading, column): Column[] => {
      const closing = to.figures[column];
      const movements = rows.flatMap((row) => row.figures[column] ?? []);
      if (!closing || heading.shows || movements.length === 0) return [];
      if (statement.rows.slice(from.index, to.index).some((row) => row.unread.includes(column))) return [];
      return [{ column, opening: [from.figures[column] ?? []].flat(), movements, closing }];
    });
  });
}

function comesOut({ opening, movements, closing }: Column): boolean {
  const amounts = [...opening, ...movements].map(near);
  const stated = near(closing);
  const sum = amounts.reduce((so, one) => so + one.amount, 0);
  return within(sum - stated.amount, stated.half, ...amounts.map((one) => one.half));
}
