/** How currencies are written, each in one place: signs, and codes of ISO 4217 with "RMB" beside them. */

/** The signs of currencies that are no dollars. */
export const SIGNS = '\u20ac\u00a3\u00a5\u20a9\u20b9';

/** The codes of currencies that are no dollars. */
export const CODES = ['EUR', 'GBP', 'JPY', 'CNY', 'RMB', 'CHF', 'INR', 'KRW', 'SEK', 'NOK', 'DKK'] as const;

/** The codes of other dollars: their texts write them "$" all the same. */
export const DOLLARS = ['CAD', 'AUD', 'HKD', 'TWD'] as const;

/** All codes but that of the United States, as alternatives of a pattern. */
export const ANY_CODE = [...CODES, ...DOLLARS].join('|');
