/** The report's own currency, in which its amounts of money are read. */
import type { Currency, Filing } from '../generated/types.ts';
import type { Word } from './words.ts';

/** How else a text may write the currency of its statements. */
const WRITTEN: Readonly<Record<Currency, readonly string[]>> = {
  '\u20ac': ['\u20ac', 'EUR'],
  EUR: ['\u20ac', 'EUR'],
  '\u00a3': ['\u00a3', 'GBP'],
  GBP: ['\u00a3', 'GBP'],
  '\u00a5': ['\u00a5', 'JPY', 'CNY', 'RMB'],
  JPY: ['\u00a5', 'JPY'],
  CNY: ['\u00a5', 'CNY', 'RMB'],
  RMB: ['\u00a5', 'CNY', 'RMB'],
  '\u20a9': ['\u20a9', 'KRW'],
  KRW: ['\u20a9', 'KRW'],
  '\u20b9': ['\u20b9', 'INR'],
  INR: ['\u20b9', 'INR'],
  CHF: ['CHF'],
  SEK: ['SEK'],
  NOK: ['NOK'],
  DKK: ['DKK'],
};

/** How the text may write the currency of the first statement; undefined where that is the dollar. */
export function homeCurrency({ statements: [first] }: Filing): readonly string[] | undefined {
  return first?.currency && WRITTEN[first.currency];
}

/** A sign that is not the report's own. */
const FOREIGN = '\u20ac';

/** The words as a report in dollars would have them: its own currency as the dollar, and the dollar as a foreign one. */
export function atHome(words: readonly Word[], home: readonly string[]): Word[] {
  return words.map((word) => {
    if (home.includes(word.text)) return { ...word, kind: 'mark', text: '$', lower: '$' };
    return word.text === '$' ? { ...word, text: FOREIGN, lower: FOREIGN } : word;
  });
}
