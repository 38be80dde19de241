import type { Rule } from '../generated/types.ts';

/** What must tie on the balance sheet (Regulation S-X 5-02). */
export const balanceSheet: readonly Rule[] = [
  {
    id: 'balance-sheet/assets-equal-liabilities-and-equity',
    title: 'Assets equal liabilities and equity',
    statement: 'balanceSheet',
    equation: 'Assets = LiabilitiesAndStockholdersEquity',
    authority: 'Regulation S-X 5-02',
    why: 'It is the identity on which double entry rests.',
    severity: 'error',
    tags: ['identity'],
    ties: { scale: 1000, figures: { Assets: '19,511', LiabilitiesAndStockholdersEquity: '19,511' } },
    breaks: { scale: 1000, figures: { Assets: '19,151', LiabilitiesAndStockholdersEquity: '19,511' } },
  },
  {
    id: 'balance-sheet/liabilities-plus-equity',
    title: 'Liabilities plus equity is the total of both',
    statement: 'balanceSheet',
    equation:
      'Liabilities + TemporaryEquityCarryingAmountAttributableToParent? + MinorityInterest? + StockholdersEquity = LiabilitiesAndStockholdersEquity',
    authority: 'Regulation S-X 5-02; ASC 480-10-S99-3A',
    why: 'A claim that stands under neither total is on nobody’s books.',
    severity: 'error',
    walk: true,
    tags: ['identity'],
    ties: {
      scale: 1000,
      figures: { Liabilities: '14,210', StockholdersEquity: '5,301', LiabilitiesAndStockholdersEquity: '19,511' },
    },
    breaks: {
      scale: 1000,
      figures: { Liabilities: '14,210', StockholdersEquity: '5,031', LiabilitiesAndStockholdersEquity: '19,511' },
    },
  },
  {
    id: 'balance-sheet/shown-assets-within-total',
    title: 'The assets shown do not exceed total assets',
    statement: 'balanceSheet',
    equation: 'lines(Assets) <= Assets',
    authority: 'PCAOB AS 1105 (recalculation)',
    why: 'A release shows selected lines only; what it leaves out cannot be negative.',
    severity: 'warning',
    tags: ['bound'],
    ties: { scale: 1000, figures: { 'lines(Assets)': ['11,508', '3,968', '1,685'], Assets: '19,511' } },
    breaks: { scale: 1000, figures: { 'lines(Assets)': ['11,508', '3,968', '16,850'], Assets: '19,511' } },
  },
  {
    id: 'balance-sheet/shown-liabilities-and-equity-within-total',
    title: 'The liabilities and equity shown do not exceed their total',
    statement: 'balanceSheet',
    equation: 'lines(LiabilitiesAndStockholdersEquity) <= LiabilitiesAndStockholdersEquity',
    authority: 'PCAOB AS 1105 (recalculation)',
    why: 'A release shows selected lines only; what it leaves out cannot be negative.',
    severity: 'warning',
    tags: ['bound'],
    ties: {
      scale: 1000,
      figures: {
        'lines(LiabilitiesAndStockholdersEquity)': ['14,600', '2,097', '(3,829)'],
        LiabilitiesAndStockholdersEquity: '19,511',
      },
    },
    breaks: {
      scale: 1000,
      figures: {
        'lines(LiabilitiesAndStockholdersEquity)': ['14,600', '2,097', '3,829'],
        LiabilitiesAndStockholdersEquity: '19,511',
      },
    },
  },
  {
    id: 'balance-sheet/sign-of-equity',
    title: 'The sign of equity is the only one that its total allows',
    statement: 'balanceSheet',
    equation: 'lines(LiabilitiesAndStockholdersEquity) <= LiabilitiesAndStockholdersEquity',
    authority: 'Regulation S-X 5-02',
    why: 'A deficit printed without parentheses reads like equity; the total tells which it is.',
    severity: 'error',
    decides: 'StockholdersEquity',
    tags: ['sign'],
    ties: {
      scale: 1000,
      figures: {
        'lines(LiabilitiesAndStockholdersEquity)': ['14,600', '2,097', '(3,829)'],
        LiabilitiesAndStockholdersEquity: '19,511',
      },
    },
    breaks: {
      scale: 1000,
      figures: {
        'lines(LiabilitiesAndStockholdersEquity)': ['14,600', '12,097', '(3,829)'],
        LiabilitiesAndStockholdersEquity: '19,511',
      },
    },
  },
];
