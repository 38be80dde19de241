/**
 * Figures that equations mention by name and that no label stands for: what a line shows in one
 * column and in another, what a column shows at its head and at its foot. Each is a pure function
 * from the figures of a page to a figure (src/audit/readings), so that the notation stays as it is.
 */

/** A way of reading a page, by which its derivations are found together. */
export type ReadingName =
  | 'change'
  | 'percentChange'
  | 'shareOfTotal'
  | 'crossFooting'
  | 'rollForward'
  | 'yearToDate'
  | 'quarterWithin'
  | 'netIncome'
  | 'equity'
  | 'netIncomeInEquity'
  | 'repeated';

export interface Derivation {
  readonly name: string;
  /** In an accountant's words, as it stands in a sentence. */
  readonly title: string;
  readonly reading: ReadingName;
  /** Set where it is always of one kind; any unit fits otherwise. */
  readonly unit?: 'pure';
  /** Set where it stands for several figures, added up. */
  readonly many?: true;
}

const all: readonly Derivation[] = [
  { name: 'LineCurrent', title: 'the later amount of a line', reading: 'change' },
  { name: 'LinePrior', title: 'the earlier amount of a line', reading: 'change' },
  { name: 'LineChange', title: 'the change of a line', reading: 'change' },
  { name: 'LineCompared', title: 'the later amount of a line', reading: 'percentChange' },
  { name: 'LineBase', title: 'the amount of a line that it is compared with', reading: 'percentChange' },
  { name: 'LinePercentChange', title: 'the change of a line in percent', reading: 'percentChange', unit: 'pure' },
  { name: 'LineAmount', title: 'the amount of a line', reading: 'shareOfTotal' },
  { name: 'HundredPercent', title: 'the amount of the line that is 100 percent', reading: 'shareOfTotal' },
  { name: 'LinePercent', title: 'the percentage of a line', reading: 'shareOfTotal', unit: 'pure' },
  {
    name: 'ColumnParts',
    title: 'the parts of a line in the columns beside its total',
    reading: 'crossFooting',
    many: true,
  },
  { name: 'ColumnTotal', title: 'the total column of a line', reading: 'crossFooting' },
  { name: 'OpeningBalance', title: 'the opening balance of a column', reading: 'rollForward' },
  { name: 'Movements', title: 'the movements of a column', reading: 'rollForward', many: true },
  { name: 'ClosingBalance', title: 'the closing balance of a column', reading: 'rollForward' },
  { name: 'YearToDate', title: 'the year to date of a line', reading: 'yearToDate' },
  { name: 'EarlierYearToDate', title: 'the year to date before the quarter', reading: 'yearToDate' },
  { name: 'Quarter', title: 'the quarter of a line', reading: 'yearToDate' },
  { name: 'QuarterWithin', title: 'the quarter of a line', reading: 'quarterWithin' },
  { name: 'YearSoFar', title: 'the year to date of a line', reading: 'quarterWithin' },
  { name: 'NetIncomeHere', title: 'net income where the statement starts', reading: 'netIncome' },
  { name: 'NetIncomeOnIncomeStatement', title: 'net income on the income statement', reading: 'netIncome' },
  { name: 'EquityAtDay', title: 'the total of equity on its own statement', reading: 'equity' },
  { name: 'EquityOnBalanceSheet', title: 'equity on the balance sheet of that day', reading: 'equity' },
  { name: 'NetIncomeInEquity', title: 'net income on the statement of equity', reading: 'netIncomeInEquity' },
  { name: 'NetIncomeOfPeriod', title: 'net income on the income statement', reading: 'netIncomeInEquity' },
  { name: 'RepeatedFigure', title: 'a figure that a table repeats', reading: 'repeated' },
  { name: 'StatementFigure', title: 'the figure on the statement', reading: 'repeated' },
];

export const derivations: ReadonlyMap<string, Derivation> = new Map(all.map((one) => [one.name, one]));
