import type { Rule } from '../generated/types.ts';
import { footing } from './footings.ts';
import { pair } from './pair.ts';

const INTEREST = 'InterestAndDividendIncomeOperating';
const COST = 'InterestExpenseOperating';
const NET = 'InterestIncomeExpenseNet';
const PROVISION = 'ProvisionForLoanLeaseAndOtherLosses';
const AFTER = 'InterestIncomeExpenseAfterProvisionForLoanLoss';
const PRETAX = 'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest';

/** What must tie on the income statement and balance sheet of a bank (Regulation S-X 9-03, 9-04). */
export const banking: readonly Rule[] = [
  {
    id: 'banking/net-interest-income',
    title: 'Interest income less interest expense is net interest income',
    statement: 'incomeStatement',
    equation: `${INTEREST} - ${COST} = ${NET}`,
    authority: 'Regulation S-X 9-04',
    why: 'The margin on lending is what a bank lives on.',
    severity: 'error',
    walk: true,
    tags: ['walk', 'bank'],
    ...pair(1000, { [INTEREST]: '18,204', [COST]: '7,951', [NET]: '10,253' }, { [NET]: '10,523' }),
  },
  {
    id: 'banking/net-interest-income-after-provision',
    title: 'Net interest income less the provision for credit losses is what is left after it',
    statement: 'incomeStatement',
    equation: `${NET} - ${PROVISION} = ${AFTER}`,
    authority: 'Regulation S-X 9-04',
    why: 'The provision is the largest estimate in the statement.',
    severity: 'error',
    walk: true,
    tags: ['walk', 'bank'],
    ...pair(1000, { [NET]: '10,253', [PROVISION]: '600', [AFTER]: '9,653' }, { [AFTER]: '9,563' }),
  },
  {
    id: 'banking/pretax-income',
    title: 'Net interest income and noninterest income less noninterest expense is income before taxes',
    statement: 'incomeStatement',
    equation: `${AFTER} + NoninterestIncome - NoninterestExpense = ${PRETAX}`,
    authority: 'Regulation S-X 9-04',
    why: 'It walks the statement of a bank to the base on which tax is charged.',
    severity: 'error',
    walk: true,
    tags: ['walk', 'bank'],
    ...pair(
      1000,
      { [AFTER]: '9,653', NoninterestIncome: '2,114', NoninterestExpense: '8,902', [PRETAX]: '2,865' },
      { [PRETAX]: '2,856' },
    ),
  },
  footing(
    'banking/interest-income-foots',
    'Interest and dividend income foots',
    'incomeStatement',
    INTEREST,
    'Regulation S-X 9-04; PCAOB AS 1105 (recalculation)',
    'Each class of earning assets has its own line; the total must be theirs.',
  ),
  footing(
    'banking/interest-expense-foots',
    'Interest expense foots',
    'incomeStatement',
    COST,
    'Regulation S-X 9-04; PCAOB AS 1105 (recalculation)',
    'Each source of funds has its own line; the total must be theirs.',
  ),
  footing(
    'banking/noninterest-income-foots',
    'Noninterest income foots',
    'incomeStatement',
    'NoninterestIncome',
    'Regulation S-X 9-04; PCAOB AS 1105 (recalculation)',
    'Fees and gains are reported by kind; the total must be theirs.',
  ),
  footing(
    'banking/noninterest-expense-foots',
    'Noninterest expense foots',
    'incomeStatement',
    'NoninterestExpense',
    'Regulation S-X 9-04; PCAOB AS 1105 (recalculation)',
    'Costs are reported by kind; the total must be theirs.',
  ),
  {
    id: 'banking/deposits',
    title: 'Deposits with and without interest are the deposits',
    statement: 'balanceSheet',
    equation: 'NoninterestBearingDepositLiabilities + InterestBearingDepositLiabilities = Deposits',
    authority: 'Regulation S-X 9-03',
    why: 'Deposits without interest are the cheapest funds a bank has.',
    severity: 'error',
    walk: true,
    tags: ['walk', 'bank'],
    ...pair(
      1000,
      {
        NoninterestBearingDepositLiabilities: '21,440',
        InterestBearingDepositLiabilities: '83,917',
        Deposits: '105,357',
      },
      { Deposits: '105,537' },
    ),
  },
  {
    id: 'banking/loans-net',
    title: 'Loans less their allowance are net loans',
    statement: 'balanceSheet',
    equation:
      'LoansAndLeasesReceivableNetOfDeferredIncome - LoansAndLeasesReceivableAllowance = LoansAndLeasesReceivableNetReportedAmount',
    authority: 'Regulation S-X 9-03; ASC 326-20-45-1',
    confirm: true,
    why: 'The allowance is taken off the loans, once.',
    severity: 'error',
    walk: true,
    tags: ['walk', 'bank'],
    ...pair(
      1000,
      {
        LoansAndLeasesReceivableNetOfDeferredIncome: '91,206',
        LoansAndLeasesReceivableAllowance: '1,180',
        LoansAndLeasesReceivableNetReportedAmount: '90,026',
      },
      { LoansAndLeasesReceivableNetReportedAmount: '92,386' },
    ),
  },
];
