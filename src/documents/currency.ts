/** In what currency a statement stands, where that is not the dollar. */
import { CODES, SIGNS } from '../figures/currencies.ts';
import type { Currency, Row } from '../generated/types.ts';

const SHOWN = new RegExp(String.raw`[$${SIGNS}]|\b(?:${CODES.join('|')})\b`, 'g');

/** The words for it in a caption: "in millions of euros". */
const NAMED: readonly (readonly [RegExp, Currency])[] = [
  [/\beuros?\b/i, '\u20ac'],
  [/\bpounds? sterling\b|\bof pounds\b/i, '\u00a3'],
  [/\byen\b/i, '\u00a5'],
  [/\b(?:renminbi|yuan)\b/i, 'RMB'],
  [/\bswiss francs\b/i, 'CHF'],
];

/**
 * By the signs that stand before the figures; where none does, by the lines above them. Where the dollar is shown
 * beside another currency it is the dollar: one of them may be a translation.
 * @param caption the lines above the table and those of its header
 */
export function currencyOf(rows: readonly Row[], caption: readonly string[]): Currency | undefined {
  const figures = rows.flatMap((row) => row.printed?.flatMap((text) => text ?? []) ?? []);
  const shown = signsIn(figures);
  const signs = shown.size > 0 ? shown : signsIn(caption);
  const [only] = signs;
  if (only !== undefined) return signs.size === 1 && only !== '$' ? (only as Currency) : undefined;
  return NAMED.find(([name]) => caption.some((line) => name.test(line)))?.[1];
}

function signsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(SHOWN) ?? []));
}
