import type { Rule } from '../generated/types.ts';
import { balanceSheet } from './balance-sheet.ts';
import { banking } from './banking.ts';
import { cashFlow } from './cash-flow.ts';
import { comprehensiveIncome } from './comprehensive-income.ts';
import { columns } from './columns.ts';
import { equity } from './equity.ts';
import { incomeStatement } from './income-statement.ts';
import { perShareRules } from './per-share.ts';
import { shares } from './shares.ts';
import { summaries } from './summaries.ts';

/** The audit programme that ships, in the order in which it is listed. */
export const shippedRules: readonly Rule[] = [
  ...incomeStatement,
  ...banking,
  ...perShareRules,
  ...balanceSheet,
  ...shares,
  ...comprehensiveIncome,
  ...cashFlow,
  ...equity,
  ...columns,
  ...summaries,
];
