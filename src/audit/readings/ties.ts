/**
 * The same figure on two statements: net income on the cash flow statement and on the income
 * statement, equity on its own statement and on the balance sheet. Only figures of one period, one basis
 * and one scale are held against each other, and only where the other statement leaves no choice.
 */
import { addDays, closing, daysBetween, firstDay, isInstant, lastDay } from '../../figures/period.ts';
import type { Period } from '../../figures/period.ts';
import type { Basis, StatementKind } from '../../generated/types.ts';
import { printedAmount } from '../ledger.ts';
import { rowsOfConcept } from '../rows-of-concept.ts';
import type { Ledger, LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';
import { isAlone } from './reading.ts';
import type { Reading } from './reading.ts';

const INCOME: readonly StatementKind[] = ['incomeStatement', 'comprehensiveIncomeStatement'];

/** Net income where a statement starts, and on the income statement of the same period. */
export function netIncomeReadings(statement: LedgerStatement, ledger: Ledger): Reading[] {
  const { kind } = statement.statement;
  if (kind !== 'cashFlowStatement' && kind !== 'comprehensiveIncomeStatement') return [];
  const first = statement.rows.filter((row) => row.figures.some(Boolean)).slice(0, 2);
  const row = first.find((one) => isNetIncome(one));
  if (!row) return [];
  // Where the part of noncontrolling interests is added back below it, the parent's part is meant.
  const ofParent = statement.rows.some(
    (one) => one.concept?.name === 'NetIncomeLossAttributableToNoncontrollingInterest',
  );
  return eachColumn(ledger, statement, row, (figure, period, basis) => {
    const incomes = ledger.statements.filter((one) => one !== statement && INCOME.includes(one.statement.kind));
    const of = (name: string) => onlyFigure(incomes, statement, name, basis, (other) => other === period);
    const whole = ofParent ? undefined : of('ProfitLoss');
    const there = whole ?? of('NetIncomeLoss');
    return there && { here: ['NetIncomeHere', figure], there: ['NetIncomeOnIncomeStatement', there] };
  });
}

function isNetIncome(row: LedgerRow): boolean {
  return row.concept?.name === 'NetIncomeLoss' || row.concept?.name === 'ProfitLoss';
}

/** The total column of a statement of equity: the last one whose heading says so; -1 where none does. */
function totalColumn(statement: LedgerStatement): number {
  return statement.statement.columns.findLastIndex(
    ({ heading }) => /\btotals?\b/i.test(heading) && !/comprehensive/i.test(heading),
  );
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const DATED = new RegExp(`\\b(${MONTHS})\\s+(\\d{1,2}),?\\s+(\\d{4})\\b`, 'i');

/** The day of a line of balances; none where the label names no day and year. */
function dayOf(row: LedgerRow): Period | undefined {
  const [, month = '', day = '', year = ''] = DATED.exec(row.row.label) ?? [];
  if (year === '') return undefined;
  const number = MONTHS.split('|').indexOf(month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const EQUITY = 'StockholdersEquity';
const WHOLE_EQUITY = 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest';

/** The total of equity on its own statement, and on the balance sheet of that day. */
export function equityReadings(statement: LedgerStatement, ledger: Ledger): Reading[] {
  if (statement.statement.kind !== 'equityStatement') return [];
  const column = totalColumn(statement);
  const sheets = ledger.statements.filter((one) => one.statement.kind === 'balanceSheet');
  const withOthers = statement.statement.columns.some(({ heading }) => /non-?\s*controlling|minority/i.test(heading));
  return statement.rows.flatMap((row): Reading[] => {
    const figure = row.figures[column];
    const day = dayOf(row);
    if (!figure || day === undefined || !/balance|equity|^\W*\w+ \d/i.test(row.row.label)) return [];
    const of = (name: string) => onlyFigure(sheets, statement, name, statement.basis, (other) => other === day);
    const there = withOthers ? of(WHOLE_EQUITY) : (of(EQUITY) ?? of(WHOLE_EQUITY));
    return there
      ? [tie(ledger, column, { here: ['EquityAtDay', figure], there: ['EquityOnBalanceSheet', there] })]
      : [];
  });
}

/** Net income in the total column of a statement of equity, and on the income statement of the same period. */
export function netIncomeInEquityReadings(statement: LedgerStatement, ledger: Ledger): Reading[] {
  if (statement.statement.kind !== 'equityStatement') return [];
  const column = totalColumn(statement);
  const incomes = ledger.statements.filter((one) => INCOME.includes(one.statement.kind));
  const withOthers = statement.statement.columns.some(({ heading }) => /non-?\s*controlling|minority/i.test(heading));
  return statement.rows.filter(isNetIncome).flatMap((row): Reading[] => {
    const figure = row.figures[column];
    const from = statement.rows
      .slice(0, row.index)
      .map(dayOf)
      .findLast((day) => day !== undefined);
    const to = statement.rows
      .slice(row.index + 1)
      .map(dayOf)
      .find((day) => day !== undefined);
    if (!figure || from === undefined || to === undefined) return [];
    const fits = (period: Period) =>
      !isInstant(period) && lastDay(period) === to && Math.abs(daysBetween(addDays(from, 1), firstDay(period))) <= 3;
    const of = (name: string) => onlyFigure(incomes, statement, name, statement.basis, fits);
    const there = withOthers ? of('ProfitLoss') : of('NetIncomeLoss');
    return there
      ? [tie(ledger, column, { here: ['NetIncomeInEquity', figure], there: ['NetIncomeOfPeriod', there] })]
      : [];
  });
}

/** What summaries and reconciliations repeat from the statements themselves. */
const REPEATED = [
  'Revenues',
  'CostOfRevenue',
  'GrossProfit',
  'OperatingExpenses',
  'OperatingIncomeLoss',
  'IncomeTaxExpenseBenefit',
  'NetIncomeLoss',
  'NetIncomeLossAvailableToCommonStockholdersBasic',
  'EarningsPerShareBasic',
  'EarningsPerShareDiluted',
  'EarningsPerShareBasicAndDiluted',
  'NetCashProvidedByUsedInOperatingActivities',
  'NetCashProvidedByUsedInInvestingActivities',
  'NetCashProvidedByUsedInFinancingActivities',
  'Assets',
  'Liabilities',
  'StockholdersEquity',
] as const;

/** So many lines of a column must be those of the statements before another one may be wrong. */
const LEAST_ALIKE = 2;

/** Lines of a table that is no statement, and the same lines on the statements, where most of them agree. */
export function repeatedReadings(statement: LedgerStatement, ledger: Ledger): Reading[] {
  if (statement.statement.kind !== 'other') return [];
  const primary = ledger.statements.filter((one) => one.statement.kind !== 'other');
  const rows = REPEATED.flatMap((name) => rowsOfConcept(statement, name).map((row) => ({ row, name })));
  const found = rows.flatMap(({ row, name }) =>
    eachColumn(ledger, statement, row, (figure, period, basis) => {
      const instant = row.concept?.period === 'instant';
      const fits = (other: Period) => (instant ? closing(other) === closing(period) : other === period);
      const there = onlyFigure(primary, statement, name, basis, fits);
      // A margin beside an amount, an amount beside a per-share figure: not the same figure at all.
      return there && there.unit === figure.unit && there.ulp.equals(figure.ulp)
        ? { here: ['RepeatedFigure', figure], there: ['StatementFigure', there] }
        : undefined;
    }),
  );
  return found.filter(({ column }) => {
    const pairs = found.filter((one) => one.column === column);
    const alike = pairs.filter(({ figures }) => {
      const [here, there] = Object.values(figures).flat() as [LedgerFigure, LedgerFigure];
      return here.value.equals(there.value);
    });
    return alike.length >= LEAST_ALIKE && alike.length * 2 > pairs.length;
  });
}

/** Two figures that should be one, each under the name of its derivation. */
interface Pair {
  readonly here: readonly [string, LedgerFigure];
  readonly there: readonly [string, LedgerFigure];
}

/** The pair as a reading; where the other statement shows the figure for another period, its columns are in doubt. */
function tie(ledger: Ledger, column: number, { here, there }: Pair): Reading {
  const figures = { [here[0]]: [here[1]], [there[0]]: [there[1]] };
  if (here[1].value.equals(there[1].value)) return { column, figures };
  const row = ledger.statements[there[1].statement]?.rows[there[1].row];
  return row?.figures.some((figure) => figure?.value.equals(here[1].value))
    ? { column, figures, doubt: 'the other statement shows the figure in another column' }
    : { column, figures };
}

function eachColumn(
  ledger: Ledger,
  statement: LedgerStatement,
  row: LedgerRow,
  pairFor: (figure: LedgerFigure, period: Period, basis: Basis) => Pair | undefined,
): Reading[] {
  return statement.statement.columns.flatMap((heading, column): Reading[] => {
    const figure = row.figures[column];
    if (!figure || heading.shows || heading.period === undefined || !isAlone(statement, column)) return [];
    const pair = pairFor(figure, heading.period, heading.basis ?? statement.basis);
    return pair ? [tie(ledger, column, pair)] : [];
  });
}

/**
 * The figure of a concept on other statements, in the same scale, on the same basis and for a period that
 * fits; none where two that differ could be meant.
 */
function onlyFigure(
  statements: readonly LedgerStatement[],
  own: LedgerStatement,
  name: string,
  basis: Basis,
  fits: (period: Period) => boolean,
): LedgerFigure | undefined {
  const found = statements
    .filter((one) => one.statement.scale === own.statement.scale && rowsOfConcept(one, name).length > 0)
    .flatMap((one) =>
      one.statement.columns.flatMap((heading, column) =>
        heading.shows || heading.period === undefined || (heading.basis ?? one.basis) !== basis || !fits(heading.period)
          ? []
          : rowsOfConcept(one, name).flatMap((row) => row.figures[column] ?? []),
      ),
    );
  const [first] = found;
  return first && found.every((one) => one.value.equals(first.value) && printedAmount(one).equals(printedAmount(first)))
    ? first
    : undefined;
}
