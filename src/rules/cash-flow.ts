import type { Rule } from '../generated/types.ts';
import { footing } from './footings.ts';
import { pair } from './pair.ts';

const OPERATING = 'NetCashProvidedByUsedInOperatingActivities';
const INVESTING = 'NetCashProvidedByUsedInInvestingActivities';
const FINANCING = 'NetCashProvidedByUsedInFinancingActivities';
const EXCHANGE = 'EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents';
const CHANGE =
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect';
const CASH = 'CashAndCashEquivalentsAtCarryingValue';
const CASH_AT_START = 'CashAndCashEquivalentsAtBeginningOfPeriod';
const ALL_CASH = 'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents';
const ALL_CASH_AT_START = 'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsAtBeginningOfPeriod';

const SECTION = 'ASC 230-10-45-10; PCAOB AS 1105 (recalculation)';
const SECTION_WHY =
  'Cash flow statements are put together by hand more often than any other; a line left out shows here.';

/** What must tie on the statement of cash flows (ASC 230). */
export const cashFlow: readonly Rule[] = [
  {
    id: 'cash-flow/activities-give-change',
    title: 'Operating, investing and financing cash flows give the change in cash',
    statement: 'cashFlowStatement',
    equation: `${OPERATING} + ${INVESTING} + ${FINANCING} + NetCashProvidedByUsedInDiscontinuedOperations? + ${EXCHANGE}? = ${CHANGE}`,
    authority: 'ASC 230-10-45-24; ASC 830-230-45-1',
    why: 'Every dollar that came or went stands in one of the three sections, and in one only.',
    severity: 'error',
    walk: true,
    tags: ['walk'],
    ...pair(
      1000,
      { [OPERATING]: '1,873', [INVESTING]: '(942)', [FINANCING]: '(508)', [EXCHANGE]: '(12)', [CHANGE]: '411' },
      { [CHANGE]: '435' },
    ),
  },
  {
    id: 'cash-flow/change-gives-closing-cash',
    title: 'Opening cash plus the change in cash is closing cash',
    statement: 'cashFlowStatement',
    equation: `${CHANGE} + ${EXCHANGE}? + ${CASH_AT_START} = ${CASH}`,
    authority: 'ASC 230-10-45-24',
    why: 'The statement exists to reconcile the one with the other.',
    severity: 'error',
    walk: true,
    tags: ['roll-forward'],
    ...pair(1000, { [CHANGE]: '411', [CASH_AT_START]: '3,120', [CASH]: '3,531' }, { [CASH]: '3,351' }),
  },
  {
    id: 'cash-flow/change-gives-closing-cash-and-restricted-cash',
    title: 'Opening cash and restricted cash plus their change is what is there at the end',
    statement: 'cashFlowStatement',
    equation: `${CHANGE} + ${EXCHANGE}? + ${ALL_CASH_AT_START} = ${ALL_CASH}`,
    authority: 'ASC 230-10-45-4; ASC 230-10-45-24',
    why: 'The statement exists to reconcile the one with the other.',
    severity: 'error',
    walk: true,
    tags: ['roll-forward'],
    ...pair(1000, { [CHANGE]: '411', [ALL_CASH_AT_START]: '3,120', [ALL_CASH]: '3,531' }, { [ALL_CASH]: '3,351' }),
  },
  {
    id: 'cash-flow/closing-cash-is-on-balance-sheet',
    title: 'Closing cash is the cash on the balance sheet of that day',
    statement: 'cashFlowStatement',
    equation: `${CASH} = ${CASH}@closing`,
    authority: 'ASC 230-10-45-4',
    why: 'Both statements speak of the same money on the same day.',
    severity: 'error',
    unless: [ALL_CASH],
    tags: ['cross-statement'],
    ...pair(1000, { [CASH]: '3,531', [`${CASH}@closing`]: '3,531' }, { [`${CASH}@closing`]: '3,351' }),
  },
  {
    id: 'cash-flow/closing-cash-and-restricted-cash-are-on-balance-sheet',
    title: 'Closing cash and restricted cash are on the balance sheet of that day',
    statement: 'cashFlowStatement',
    equation: `${ALL_CASH} = ${CASH}@closing + RestrictedCashAndCashEquivalentsAtCarryingValue@closing? + RestrictedCashAndCashEquivalentsNoncurrent@closing?`,
    authority: 'ASC 230-10-45-4; ASC 230-10-50-8',
    why: 'Both statements speak of the same money on the same day.',
    severity: 'warning',
    allows: {
      greater: 'left',
      because: 'restricted cash may stand within another line of the balance sheet (ASC 230-10-50-8 asks for a note)',
    },
    tags: ['cross-statement'],
    ...pair(
      1000,
      {
        [ALL_CASH]: '3,731',
        [`${CASH}@closing`]: '3,531',
        'RestrictedCashAndCashEquivalentsAtCarryingValue@closing': '200',
      },
      { [ALL_CASH]: '3,713' },
    ),
  },
  {
    id: 'cash-flow/opening-cash-is-prior-closing-cash',
    title: 'Opening cash is the closing cash of the period before',
    statement: 'cashFlowStatement',
    equation: `${CASH_AT_START} = ${CASH}@opening`,
    authority: 'ASC 230-10-45-4',
    why: 'Cash does not change over night; where it seems to, a column was restated and does not say so.',
    severity: 'error',
    tags: ['cross-statement', 'period'],
    ...pair(1000, { [CASH_AT_START]: '3,120', [`${CASH}@opening`]: '3,120' }, { [CASH_AT_START]: '3,210' }),
  },
  {
    id: 'cash-flow/opening-cash-and-restricted-cash-are-prior-closing',
    title: 'Opening cash and restricted cash are those at the end of the period before',
    statement: 'cashFlowStatement',
    equation: `${ALL_CASH_AT_START} = ${ALL_CASH}@opening`,
    authority: 'ASC 230-10-45-4',
    why: 'Cash does not change over night; where it seems to, a column was restated and does not say so.',
    severity: 'error',
    tags: ['cross-statement', 'period'],
    ...pair(1000, { [ALL_CASH_AT_START]: '3,120', [`${ALL_CASH}@opening`]: '3,120' }, { [ALL_CASH_AT_START]: '3,210' }),
  },
  footing(
    'cash-flow/operating-activities-foot',
    'Cash flows from operating activities foot',
    'cashFlowStatement',
    OPERATING,
    'ASC 230-10-45-28; PCAOB AS 1105 (recalculation)',
    SECTION_WHY,
  ),
  footing(
    'cash-flow/investing-activities-foot',
    'Cash flows from investing activities foot',
    'cashFlowStatement',
    INVESTING,
    SECTION,
    SECTION_WHY,
  ),
  footing(
    'cash-flow/financing-activities-foot',
    'Cash flows from financing activities foot',
    'cashFlowStatement',
    FINANCING,
    SECTION,
    SECTION_WHY,
  ),
  {
    id: 'cash-flow/operating-continuing-and-discontinued',
    title: 'Operating cash flows of continuing and discontinued operations give their total',
    statement: 'cashFlowStatement',
    equation: `NetCashProvidedByUsedInOperatingActivitiesContinuingOperations + CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations = ${OPERATING}`,
    authority: 'ASC 230-10-45-24; ASC 205-20-50-5B',
    confirm: true,
    why: 'A business that was sold leaves the result, but not the cash flows of the period.',
    severity: 'error',
    walk: true,
    tags: ['walk'],
    ...pair(
      1000,
      {
        NetCashProvidedByUsedInOperatingActivitiesContinuingOperations: '1,873',
        CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations: '(73)',
        [OPERATING]: '1,800',
      },
      { [OPERATING]: '1,946' },
    ),
  },
  {
    id: 'cash-flow/starts-with-net-income',
    title: 'Cash flows from operating activities start with the net income of the income statement',
    statement: 'cashFlowStatement',
    equation: 'NetIncomeHere = NetIncomeOnIncomeStatement',
    authority: 'ASC 230-10-45-28',
    why: 'The reconciliation of net income with cash must start with the income that was reported.',
    severity: 'error',
    tags: ['cross-statement'],
    ...pair(1000, { NetIncomeHere: '1,240', NetIncomeOnIncomeStatement: '1,240' }, { NetIncomeHere: '1,420' }),
  },
  {
    id: 'cash-flow/change-is-change-on-balance-sheet',
    title: 'The change in cash is that of the cash on the balance sheet',
    statement: 'cashFlowStatement',
    equation: `${CHANGE} = ${CASH}@closing - ${CASH}@opening`,
    authority: 'ASC 230-10-45-4; ASC 230-10-45-24',
    why: 'Both statements speak of the same money.',
    severity: 'error',
    // Restricted cash is part of the change, and may stand anywhere on the balance sheet.
    unless: [ALL_CASH, ALL_CASH_AT_START, EXCHANGE],
    tags: ['cross-statement', 'period'],
    ...pair(1000, { [CHANGE]: '411', [`${CASH}@closing`]: '3,531', [`${CASH}@opening`]: '3,120' }, { [CHANGE]: '141' }),
  },
];
