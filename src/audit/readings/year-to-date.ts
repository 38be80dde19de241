/** Quarters and the year to date on one line: the year to date, before and after the quarter. */
import { addDays, daysBetween, firstDay, isInstant, lastDay, lengthInDays } from '../../figures/period.ts';
import type { Period } from '../../figures/period.ts';
import type { LedgerRow, LedgerStatement } from '../ledger.ts';
import { rowsOfConcept } from '../rows-of-concept.ts';
import { asPrinted } from './reading.ts';
import type { Reading } from './reading.ts';

interface Columns {
  readonly quarter: number;
  readonly toDate: number;
  readonly before: number;
}

/** For every line of dollars over time: quarter, year to date and the year to date before, where all are shown. */
export function yearToDateReadings(statement: LedgerStatement): Reading[] {
  return columnsOf(statement).flatMap(({ quarter, toDate, before }) =>
    statement.rows.filter(addsOverTime).flatMap((row): Reading[] => {
      const [a, b, c] = [row.figures[toDate], row.figures[before], row.figures[quarter]];
      if (!a || !b || !c || a.unit !== 'USD') return [];
      return [
        {
          column: toDate,
          figures: { YearToDate: [asPrinted(a)], EarlierYearToDate: [asPrinted(b)], Quarter: [asPrinted(c)] },
        },
      ];
    }),
  );
}

/** Balances do not add up over time, nor does what is worked out from sums (per-share figures are no dollars). */
function addsOverTime(row: LedgerRow): boolean {
  return row.concept?.period === 'duration';
}

function columnsOf(statement: LedgerStatement): Columns[] {
  const columns = durations(statement);
  return columns.flatMap((toDate) =>
    columns.flatMap((quarter) =>
      columns.flatMap((before) =>
        toDate.basis === quarter.basis &&
        toDate.basis === before.basis &&
        addsUp(before.period, quarter.period, toDate.period)
          ? [{ quarter: quarter.column, toDate: toDate.column, before: before.column }]
          : [],
      ),
    ),
  );
}

function durations(statement: LedgerStatement) {
  const shares = statement.rows.some((row) => row.figures.some((figure) => figure?.unit === 'pure'));
  // A table of percentages need not print the sign on every line, and they do not add up over time.
  if (statement.statement.kind === 'other' && shares) return [];
  return statement.statement.columns.flatMap(({ period, basis, shows }, column) =>
    period === undefined || isInstant(period) || shows ? [] : [{ column, period, basis: basis ?? statement.basis }],
  );
}

/** Whether the second period goes on where the first ends, and both are the third. */
function addsUp(before: Period, after: Period, both: Period): boolean {
  return (
    firstDay(before) === firstDay(both) &&
    lastDay(after) === lastDay(both) &&
    Math.abs(daysBetween(addDays(lastDay(before), 1), firstDay(after))) <= 3 &&
    lengthInDays(after) < 120
  );
}

/** What only ever grows over a year, corrections apart. */
const GROWS = [
  'Revenues',
  'CostOfRevenue',
  'OperatingExpenses',
  'CostsAndExpenses',
  'ResearchAndDevelopmentExpense',
  'SellingGeneralAndAdministrativeExpense',
  'GeneralAndAdministrativeExpense',
] as const;

/** For every line that only grows: a quarter, and the year to date that ends with it. */
export function quarterWithinReadings(statement: LedgerStatement): Reading[] {
  const columns = durations(statement);
  return columns.flatMap((whole) =>
    columns.flatMap((part) => {
      const ends = lastDay(part.period) === lastDay(whole.period) && part.basis === whole.basis;
      if (!ends || lengthInDays(part.period) >= lengthInDays(whole.period)) return [];
      return GROWS.flatMap((name) => rowsOfConcept(statement, name)).flatMap((row): Reading[] => {
        const [a, b] = [row.figures[part.column], row.figures[whole.column]];
        return a && b ? [{ column: whole.column, figures: { QuarterWithin: [a], YearSoFar: [b] } }] : [];
      });
    }),
  );
}
