import type { Rule } from '../generated/types.ts';

const WHY = 'Readers value the company on this number.';
const AUTHORITY = 'ASC 260-10-45-10';

/** One per-share rule: the figure is an income over a count of shares. */
function perShare(
  id: string,
  what: string,
  figure: string,
  income: string,
  shares: string,
  unless: readonly string[],
  severity: Rule['severity'] = 'error',
): Rule {
  return {
    id: `per-share/${id}`,
    title: `${what} is ${income === TO_COMMON ? 'income or loss to common stockholders' : 'net income or loss'} over the weighted average shares`,
    statement: 'incomeStatement',
    equation: `${figure} = ${income} / ${shares}`,
    authority: figure === 'EarningsPerShareDiluted' ? 'ASC 260-10-45-16' : AUTHORITY,
    why: WHY,
    severity,
    ...(unless.length > 0 && { unless: [...unless] }),
    ...(figure === 'EarningsPerShareDiluted' && { allows: ADD_BACK }),
    tags: ['per-share'],
    ties: { scale: 1000, figures: { [figure]: '(2.59)', [income]: '(56,590)', [shares]: '21,821,893' } },
    breaks: { scale: 1000, figures: { [figure]: '(2.95)', [income]: '(56,590)', [shares]: '21,821,893' } },
  };
}

/** Diluted income adds back the interest and dividends that conversion would save. */
const ADD_BACK: NonNullable<Rule['allows']> = {
  greater: 'left',
  because:
    'income for diluted figures may add back what conversion would save (ASC 260-10-45-40), and a report need not print it',
};

const TO_COMMON = 'NetIncomeLossAvailableToCommonStockholdersBasic';
const NET = 'NetIncomeLoss';
const BASIC_SHARES = 'WeightedAverageNumberOfSharesOutstandingBasic';
const DILUTED_SHARES = 'WeightedAverageNumberOfDilutedSharesOutstanding';
const COMBINED_SHARES = 'WeightedAverageNumberOfShareOutstandingBasicAndDiluted';
const COMBINED = 'EarningsPerShareBasicAndDiluted';

// Income from continuing operations is the base where a report splits its per-share figures; the
// rules on net income then stand aside where the result to common is printed.
const WITH_COMMON = [TO_COMMON];

/** Per-share figures against income and weighted shares (ASC 260-10-45). */
export const perShareRules: readonly Rule[] = [
  perShare('basic', 'Basic earnings or loss per share', 'EarningsPerShareBasic', TO_COMMON, BASIC_SHARES, []),
  perShare(
    'diluted',
    'Diluted earnings or loss per share',
    'EarningsPerShareDiluted',
    TO_COMMON,
    DILUTED_SHARES,
    ['NetIncomeLossAvailableToCommonStockholdersDiluted'],
    'warning',
  ),
  perShare('combined', 'Basic and diluted earnings or loss per share', COMBINED, TO_COMMON, BASIC_SHARES, []),
  perShare(
    'combined-on-combined-shares',
    'Basic and diluted earnings or loss per share',
    COMBINED,
    TO_COMMON,
    COMBINED_SHARES,
    [],
  ),
  perShare(
    'basic-on-net-income',
    'Basic earnings or loss per share',
    'EarningsPerShareBasic',
    NET,
    BASIC_SHARES,
    WITH_COMMON,
  ),
  perShare(
    'diluted-on-net-income',
    'Diluted earnings or loss per share',
    'EarningsPerShareDiluted',
    NET,
    DILUTED_SHARES,
    [...WITH_COMMON, 'NetIncomeLossAvailableToCommonStockholdersDiluted'],
    'warning',
  ),
  perShare(
    'combined-on-net-income',
    'Basic and diluted earnings or loss per share',
    COMBINED,
    NET,
    BASIC_SHARES,
    WITH_COMMON,
  ),
  perShare(
    'combined-on-net-income-and-combined-shares',
    'Basic and diluted earnings or loss per share',
    COMBINED,
    NET,
    COMBINED_SHARES,
    WITH_COMMON,
  ),
  {
    id: 'per-share/diluted-shares-not-below-basic',
    title: 'Diluted shares are not fewer than basic shares',
    statement: 'incomeStatement',
    equation: `${DILUTED_SHARES} >= ${BASIC_SHARES}`,
    authority: 'ASC 260-10-45-16',
    why: 'Dilution only ever adds shares; fewer means that two lines are mixed up.',
    severity: 'error',
    tags: ['shares'],
    ties: { figures: { [DILUTED_SHARES]: '27,076', [BASIC_SHARES]: '26,371' } },
    breaks: { figures: { [DILUTED_SHARES]: '26,371', [BASIC_SHARES]: '27,076' } },
  },
];
