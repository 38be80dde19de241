import type { Rule } from '../generated/types.ts';
import { footing } from './footings.ts';
import { pair } from './pair.ts';

const OCI = 'OtherComprehensiveIncomeLossNetOfTax';
const TOTAL = 'ComprehensiveIncomeNetOfTax';
const WITH_OTHERS = 'ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest';
const OF_OTHERS = 'ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest';

/** What must tie on the statement of comprehensive income (ASC 220). */
export const comprehensiveIncome: readonly Rule[] = [
  {
    id: 'comprehensive-income/net-income-plus-other',
    title: 'Net income plus other comprehensive income is comprehensive income',
    statement: 'comprehensiveIncomeStatement',
    equation: `NetIncomeLoss + ${OCI} = ${TOTAL}`,
    authority: 'ASC 220-10-45-1A; ASC 220-10-45-1B',
    why: 'What is kept out of net income must come back here.',
    severity: 'error',
    walk: true,
    tags: ['walk'],
    ...pair(1000, { NetIncomeLoss: '1,202', [OCI]: '(86)', [TOTAL]: '1,116' }, { [TOTAL]: '1,288' }),
  },
  {
    id: 'comprehensive-income/profit-plus-other',
    title: 'Profit plus other comprehensive income is comprehensive income, noncontrolling interests included',
    statement: 'comprehensiveIncomeStatement',
    equation: `ProfitLoss + ${OCI} = ${WITH_OTHERS}`,
    authority: 'ASC 220-10-45-1A; ASC 810-10-50-1A',
    why: 'What is kept out of net income must come back here.',
    severity: 'error',
    walk: true,
    tags: ['walk'],
    ...pair(1000, { ProfitLoss: '1,240', [OCI]: '(86)', [WITH_OTHERS]: '1,154' }, { [WITH_OTHERS]: '1,326' }),
  },
  {
    id: 'comprehensive-income/one-component',
    title: 'Net income plus its one other component is comprehensive income',
    statement: 'comprehensiveIncomeStatement',
    equation: `NetIncomeLoss + OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax? + OtherComprehensiveIncomeUnrealizedHoldingGainLossOnSecuritiesArisingDuringPeriodNetOfTax? + OtherComprehensiveIncomeLossCashFlowHedgeGainLossAfterReclassificationAndTax? + OtherComprehensiveIncomeLossPensionAndOtherPostretirementBenefitPlansAdjustmentNetOfTax? = ${TOTAL}`,
    authority: 'ASC 220-10-45-1A; ASC 220-10-45-1B',
    why: 'Small reports print the components and no total of them.',
    severity: 'error',
    unless: [OCI],
    walk: true,
    tags: ['walk'],
    ...pair(
      1000,
      {
        NetIncomeLoss: '1,202',
        OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax: '(86)',
        [TOTAL]: '1,116',
      },
      { [TOTAL]: '1,288' },
    ),
  },
  {
    id: 'comprehensive-income/noncontrolling-interest',
    title: 'Comprehensive income less the share of noncontrolling interests is that of the parent',
    statement: 'comprehensiveIncomeStatement',
    equation: `${WITH_OTHERS} - ${OF_OTHERS} = ${TOTAL}`,
    authority: 'ASC 810-10-50-1A',
    why: 'Both owners’ parts stand on the face of the statement and add up to the whole.',
    severity: 'error',
    walk: true,
    tags: ['walk'],
    ...pair(1000, { [WITH_OTHERS]: '1,154', [OF_OTHERS]: '38', [TOTAL]: '1,116' }, { [TOTAL]: '1,192' }),
  },
  footing(
    'comprehensive-income/other-foots',
    'The components of other comprehensive income foot',
    'comprehensiveIncomeStatement',
    OCI,
    'ASC 220-10-45-1A; PCAOB AS 1105 (recalculation)',
    'Each component goes into equity under its own name; the total must be theirs.',
  ),
  {
    id: 'comprehensive-income/starts-with-net-income',
    title: 'Comprehensive income starts with the net income of the income statement',
    statement: 'comprehensiveIncomeStatement',
    equation: 'NetIncomeHere = NetIncomeOnIncomeStatement',
    authority: 'ASC 220-10-45-1B',
    why: 'The second of two statements goes on where the first ends.',
    severity: 'error',
    tags: ['cross-statement'],
    ...pair(1000, { NetIncomeHere: '1,240', NetIncomeOnIncomeStatement: '1,240' }, { NetIncomeHere: '1,420' }),
  },
  {
    id: 'comprehensive-income/accumulates',
    title: 'Accumulated other comprehensive income grows by that of the period',
    statement: 'comprehensiveIncomeStatement',
    equation: `AccumulatedOtherComprehensiveIncomeLossNetOfTax@opening + ${OCI} = AccumulatedOtherComprehensiveIncomeLossNetOfTax@closing`,
    authority: 'ASC 220-10-45-14A',
    why: 'What is kept out of net income must be found in equity.',
    // The part of noncontrolling interests, and what accounting changes reclassify, go elsewhere.
    severity: 'query',
    unless: [OF_OTHERS, 'NetIncomeLossAttributableToNoncontrollingInterest'],
    tags: ['cross-statement', 'roll-forward'],
    ...pair(
      1000,
      {
        'AccumulatedOtherComprehensiveIncomeLossNetOfTax@opening': '(210)',
        [OCI]: '(86)',
        'AccumulatedOtherComprehensiveIncomeLossNetOfTax@closing': '(296)',
      },
      { 'AccumulatedOtherComprehensiveIncomeLossNetOfTax@closing': '(269)' },
    ),
  },
];
