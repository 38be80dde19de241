// What the printed sign of a line means for its concept. The label says it, or the statement does: on a cash
// flow statement the sign is that of the cash, below "other income (expense)" that of the income.

import type { LabelEntry, StatementKind } from './vocabulary.ts';

/**
 * - `printed`: the printed sign is the sign ("net income (loss)").
 * - `negative`: the amount is negative, in brackets or not ("net loss").
 * - `turned`: the printed sign is the wrong way round; a bracketed amount is positive ("(income) loss").
 * - `magnitude`: the amount is positive, in brackets or not ("less accumulated depreciation").
 */
export type PrintedSign = 'printed' | 'negative' | 'turned' | 'magnitude';

/** Where a cash flow statement starts; these lines keep the sign they have on the income statement. */
const PROFITS: ReadonlySet<string> = new Set([
  'NetIncomeLoss',
  'ProfitLoss',
  'IncomeLossFromContinuingOperations',
  'IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest',
  'IncomeLossFromDiscontinuedOperationsNetOfTax',
  'NetIncomeLossAvailableToCommonStockholdersBasic',
]);

/** Deductions on a balance sheet: bracketed or plain, they are taken away. */
const DEDUCTIONS =
  /^(Accumulated(Depreciation|Amortization)|Allowance|TreasuryStock|UnearnedESOP|DeferredCompensationEquity|StockholdersEquityNoteSubscriptions|CommonStockSubscriptionsReceivable|DebtInstrumentUnamortizedDiscount)/;

const OUTFLOWS = /^(Payments?[A-Z]|Repayments?[A-Z]|InterestPaid|IncomeTaxesPaid)/;

/** How the printed sign of a line under this label reads. `printed` is the whole normalised label. */
export function signOf(
  entry: LabelEntry,
  printed: string,
  statement: StatementKind,
  headings: readonly string[],
): PrintedSign {
  const { concept } = entry;
  const saysBoth = printed.includes('(');
  if (statement === 'cashFlowStatement' && !PROFITS.has(concept.name) && concept.period === 'duration') {
    if (OUTFLOWS.test(concept.name)) return 'magnitude';
    // Cash is a debit: what the books keep as a credit stands here with its sign turned.
    return concept.balance === 'credit'
      ? 'turned'
      : entry.negative && !saysBoth
        ? 'negative'
        : entry.negative
          ? 'turned'
          : 'printed';
  }
  if (entry.negative) return saysBoth ? 'turned' : 'negative';
  if (DEDUCTIONS.test(concept.name)) return 'magnitude';
  const inOtherIncome =
    headings[0] !== undefined && /\bincome\b.*\((expense|loss)\)|\bincome and expense\b/.test(headings[0]);
  if (inOtherIncome && concept.balance === 'debit' && concept.period === 'duration')
    return saysBoth ? 'printed' : 'magnitude';
  return 'printed';
}
