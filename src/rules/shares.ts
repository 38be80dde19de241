import type { Rule } from '../generated/types.ts';
import { pair } from './pair.ts';

const AUTHORIZED = 'CommonStockSharesAuthorized';
const ISSUED = 'CommonStockSharesIssued';
const OUTSTANDING = 'CommonStockSharesOutstanding';
const TREASURY = 'TreasuryStockCommonShares';

/** What must tie among the counts of shares that the balance sheet shows (Regulation S-X 5-02). */
export const shares: readonly Rule[] = [
  {
    id: 'shares/issued-within-authorized',
    title: 'No more shares are issued than were authorized',
    statement: 'balanceSheet',
    equation: `${ISSUED} <= ${AUTHORIZED}`,
    authority: 'Regulation S-X 5-02 (common stocks)',
    why: 'Shares beyond those that the charter allows are void.',
    severity: 'error',
    tags: ['bound', 'shares'],
    ...pair(1, { [ISSUED]: '27,371,000', [AUTHORIZED]: '50,000,000' }, { [ISSUED]: '72,371,000' }),
  },
  {
    id: 'shares/outstanding-within-issued',
    title: 'No more shares are outstanding than were issued',
    statement: 'balanceSheet',
    equation: `${OUTSTANDING} <= ${ISSUED}`,
    authority: 'Regulation S-X 5-02 (common stocks)',
    why: 'What was bought back is issued, but not outstanding.',
    severity: 'error',
    tags: ['bound', 'shares'],
    ...pair(1, { [OUTSTANDING]: '26,371,000', [ISSUED]: '27,371,000' }, { [OUTSTANDING]: '28,371,000' }),
  },
  {
    id: 'shares/issued-less-treasury',
    title: 'Issued shares less treasury shares are outstanding',
    statement: 'balanceSheet',
    equation: `${ISSUED} - ${TREASURY} = ${OUTSTANDING}`,
    authority: 'Regulation S-X 5-02 (common stocks); ASC 505-30',
    confirm: true,
    why: 'Per-share figures count the shares that are outstanding.',
    severity: 'error',
    tags: ['shares'],
    ...pair(
      1,
      { [ISSUED]: '27,371,000', [TREASURY]: '1,000,000', [OUTSTANDING]: '26,371,000' },
      { [OUTSTANDING]: '26,731,000' },
    ),
  },
];
