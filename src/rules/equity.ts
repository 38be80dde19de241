import type { Rule } from '../generated/types.ts';
import { pair } from './pair.ts';

/** What must tie on the statement of changes in equity (Regulation S-X 3-04). */
export const equity: readonly Rule[] = [
  {
    id: 'equity/roll-forward',
    title: 'Opening balance and movements give the closing balance of every column',
    statement: 'equityStatement',
    equation: 'OpeningBalance + Movements = ClosingBalance',
    authority: 'Regulation S-X 3-04; ASC 505-10-50-2',
    why: 'Everything that happened to the owners’ part of the company stands between two balances.',
    severity: 'error',
    tags: ['roll-forward'],
    ties: {
      scale: 1000,
      figures: { OpeningBalance: '4,781', Movements: ['1,211', '(236)', '412'], ClosingBalance: '6,168' },
    },
    breaks: {
      scale: 1000,
      figures: { OpeningBalance: '4,781', Movements: ['1,211', '(236)', '412'], ClosingBalance: '6,640' },
    },
  },
  {
    id: 'equity/balance-is-on-balance-sheet',
    title: 'The total of the statement of equity is equity on the balance sheet of that day',
    statement: 'equityStatement',
    equation: 'EquityAtDay = EquityOnBalanceSheet',
    authority: 'Regulation S-X 3-04',
    why: 'Both statements speak of the same claim on the same day.',
    severity: 'error',
    tags: ['cross-statement'],
    ...pair(1000, { EquityAtDay: '6,168', EquityOnBalanceSheet: '6,168' }, { EquityAtDay: '6,186' }),
  },
  {
    id: 'equity/net-income-is-that-of-the-period',
    title: 'Net income on the statement of equity is that of the income statement',
    statement: 'equityStatement',
    equation: 'NetIncomeInEquity = NetIncomeOfPeriod',
    authority: 'Regulation S-X 3-04; ASC 505-10-50-2',
    why: 'What was earned is what went into equity.',
    severity: 'error',
    tags: ['cross-statement'],
    ...pair(1000, { NetIncomeInEquity: '1,211', NetIncomeOfPeriod: '1,211' }, { NetIncomeInEquity: '1,112' }),
  },
];
