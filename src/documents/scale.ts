/** What a caption says of the scale of the figures under it. */
import { ANY_CODE, SIGNS } from '../figures/currencies.ts';
import type { Scale } from '../generated/types.ts';

export interface CaptionScale {
  /** What one printed unit of money stands for. */
  readonly money: Scale;
  /** What one printed unit of a share count stands for, where the caption says so. */
  readonly shares?: 1 | 1000 | 1000000;
  /** Whether the caption speaks of dollars only (`$000s`), so that share counts stay open. */
  readonly moneyOnly: boolean;
  /** The words in which it says so. */
  readonly words: string;
}

/** What every statement of a scale names. */
const THOUSANDS = new RegExp(String.raw`thousand|million|billion|000|[$${SIGNS}] ?(?:mm?|mn|bn|k)\b`, 'i');
const SCALE =
  /\b(?:(?:stated |expressed |reported |presented |amounts? |dollars? |figures )*in |\(|dollars? in |of )? ?(?:us ?)?(\$? ?(?:thousands|millions|billions)|\$ ?['\u2019]?000(?:,000)?['\u2019]?s?|['\u2019]?000(?:,000)?['\u2019]?s|000(?:,000)?['\u2019]?s? omitted)/i;

/** A currency and its scale with nothing between them: "\u00a3m", "\u20ac'000", "EUR million", "US$mm". */
const OF_CURRENCY = new RegExp(
  String.raw`(?<!\w)(?:(?:US|C|A|HK|NT|S|R)?[$${SIGNS}]|USD|${ANY_CODE}|euros?) ?(['\u2019]?000(?:,000)?(?:['\u2019]?s)?|thousands?|millions?|billions?|mm?|mn|bn|k)(?!\w|[.,]\d)`,
  'i',
);

/** Reads the scale that a caption states, or undefined if it states none. */
export function scaleOfCaption(text: string): CaptionScale | undefined {
  const found = THOUSANDS.test(text) ? (SCALE.exec(text) ?? OF_CURRENCY.exec(text)) : null;
  if (!found) return undefined;
  const words = found[1] ?? '';
  const money: Scale = /^m|million|000,000/i.test(words)
    ? 1_000_000
    : /^b|billion/i.test(words)
      ? 1_000_000_000
      : 1_000;
  const shares = /\bshares? (?:amounts? |data |counts? )?(?:are )?(?:stated |expressed )?in (thousands|millions)/i.exec(
    text,
  )?.[1];
  const both = /\bshares? and (?:dollars?|\$)|\b(?:dollars?|\$|dollar amounts?) and shares?/i.test(text);
  const counted = shares === undefined ? (both ? money : undefined) : /^t/i.test(shares) ? 1_000 : 1_000_000;
  return {
    money,
    ...(counted !== undefined && counted <= 1_000_000 && { shares: counted as 1000 | 1000000 }),
    moneyOnly:
      (OF_CURRENCY.test(text) || /\$|dollars? (?:amounts? )?in|of dollars|dollars\b/i.test(text)) &&
      counted === undefined,
    words: text.trim(),
  };
}

/** The scale that the lines above a table state; a statement of it may run over two of them. */
export function scaleOfLines(lines: readonly string[]): CaptionScale | undefined {
  return lines.map(scaleOfCaption).findLast((found) => found !== undefined) ?? scaleOfCaption(lines.join(' '));
}

/** The scale that a row's own label states: "Average shares outstanding (in millions)". */
export function scaleOfLabel(label: string): Scale | undefined {
  if (!THOUSANDS.test(label)) return undefined;
  const words =
    /\(?\b(?:in|shares in) (thousands|millions|billions)\b|\((?:\$ ?)?(millions|thousands|billions)\)|\(000['\u2019]?s?(?: omitted)?\)/i.exec(
      label,
    );
  if (!words) return undefined;
  const word = (words[1] ?? words[2] ?? 'thousands').toLowerCase();
  return word === 'millions' ? 1_000_000 : word === 'billions' ? 1_000_000_000 : 1_000;
}
