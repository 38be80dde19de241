import { SIGNS } from './currencies.ts';
import { Decimal } from './decimal.ts';
import { parsePrinted } from './printed.ts';
import type { PrintedAmount, PrintedResult } from './printed.ts';

/** An amount as a sentence prints it: `$56.6 million`, `4.1 million shares`, `12.5%`, `$(2.59)`, `$2.59 per share`. */
export interface Worded {
  /** In units, without a scale; negative where it is printed with parentheses or a minus. */
  readonly amount: Decimal;
  /** One in the last printed place, in units. */
  readonly ulp: Decimal;
  /** What the amount itself says of its unit; a bare number says nothing. */
  readonly unit?: 'USD' | 'shares' | 'USD/shares' | 'pure';
  /** How a negative amount shows itself. */
  readonly negative: boolean;
  /** How many characters of the number are zeros that it was rounded to: 4 of `$19,000`, comma included. */
  readonly rounded: number;
  /** Whether the last places may be zeros of rounding: a whole number that ends in a zero. */
  readonly round: boolean;
}

export type WordedResult =
  { readonly ok: true; readonly worded: Worded } | Extract<PrintedResult, { readonly ok: false }>;

/** The powers of ten of the words and letters behind a number. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['k', 3],
  ['m', 6],
  ['mm', 6],
  ['b', 9],
  ['bn', 9],
]);

/** The power of ten that a word or letter behind a number stands for. */
export function scaleOfWord(word: string): number | undefined {
  return SCALES.get(word.toLowerCase());
}

/** Longer text is no amount; it is refused before any pattern runs over it. */
const LONGEST = 200;

const PARTS = new RegExp(
  String.raw`^(\(?)(-?)((?:US)? ?\$|[${SIGNS}]|[A-Z]{3}(?= ?\d))? ?([(-]?) ?([\d.,]+)([)]?)[ -]?(thousand|million|billion|trillion|mm|m|bn|b|k)?(?:\b|(?=p\b))(.*)$`,
  'i',
);

/** The text and the groups of the pattern; only the currency and the scale may be missing. */
type Parts = readonly [
  text: string,
  open: string,
  minus: string,
  currency: string | undefined,
  inner: string,
  number: string,
  close: string,
  scale: string | undefined,
  rest: string,
];

/**
 * Reads one amount as a sentence prints it. The words of scale, percent, cents, shares and "per share" behind
 * the number belong to it. A whole number without a word of scale is taken to be rounded where it ends in
 * groups of three zeros: `$19,000` may be 18,500 to 19,500.
 */
export function parseWorded(text: string): WordedResult {
  const plain =
    text.length > LONGEST
      ? ''
      : text
          .replace(/[\s\u00a0]+/gu, ' ')
          .replace(/[\u2010-\u2015\u2212]/gu, '-')
          .trim();
  // "No revenue" and "nil" say that there is nothing; at which precision they do not say.
  if (/^(?:break-?even|no|\$? ?nil)$/i.test(plain)) {
    return {
      ok: true,
      worded: {
        amount: Decimal.zero,
        ulp: Decimal.zero,
        unit: 'USD',
        negative: false,
        rounded: 0,
        round: true,
      },
    };
  }
  const parts = PARTS.exec(plain);
  // What the amount itself cannot say is said by the grammar of cells.
  if (!parts) return refused(text);
  const [, open, minus, currency, inner, number, , scale, rest] = parts as unknown as Parts;
  const read = parsePrinted(number);
  if (!read.ok) return read;
  // What has digits and points only is an amount, never a nil.
  const { magnitude, places } = read.printed as PrintedAmount;
  const unit = unitOf(currency !== undefined, rest.toLowerCase());
  if (unit === null) return refused(text);
  const factor = Decimal.powerOfTen((scaleOfWord(scale ?? '') ?? 0) - (unit?.cents ? 2 : 0));
  const negative = minus === '-' || inner !== '' || (open === '(' && unit?.name !== 'pure');
  const zeros = scale === undefined && places === 0 && number.includes(',') ? groupsOfZeros(number) : 0;
  const amount = magnitude.times(factor);
  return {
    ok: true,
    worded: {
      amount: negative ? amount.negated() : amount,
      ulp: Decimal.powerOfTen(zeros * 3 - places).times(factor),
      ...(unit && { unit: unit.name }),
      negative,
      rounded: zeros * ',000'.length,
      round: places === 0 && number.endsWith('0'),
    },
  };
}

interface UnitRead {
  readonly name: NonNullable<Worded['unit']>;
  readonly cents: boolean;
}

/** The unit that the words behind the number name; undefined where they name none, null where they are none. */
function unitOf(currency: boolean, words: string): UnitRead | undefined | null {
  const rest = words.replace(/^[) ]+|[) ]+$/g, '');
  if (rest === '%' || rest === 'percent' || rest === 'per cent') return { name: 'pure', cents: true };
  const cents = /^(?:cents?|pence|p)\b/.test(rest);
  const behind = cents ? rest.replace(/^(?:cents?|pence|p) ?/, '') : rest;
  if (/^(?:per|a|each|\/)\b.*\b(?:share|unit|warrant|option|ads)s?$/.test(behind)) return { name: 'USD/shares', cents };
  // Money is in the report's own currency, whatever it is called.
  if (/^(?:euros?|yen|yuan|renminbi|francs|rupees|kron[ao]r?)$/.test(behind)) return { name: 'USD', cents };
  if (behind === '') return cents || currency ? { name: 'USD', cents } : undefined;
  if (!cents && !currency && /\b(?:shares|units|warrants|options|adss?)$/.test(behind))
    return { name: 'shares', cents };
  return null;
}

function groupsOfZeros(number: string): number {
  let groups = 0;
  for (let end = number.length; number.slice(end - 4, end) === ',000'; end -= 4) groups += 1;
  return groups;
}

function refused(text: string): WordedResult {
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return {
    ok: false,
    message: `"${shown}" is not an amount in words`,
    hint: 'print it like $56.6 million, $2.59 per share, 4.1 million shares or 12.5%',
  };
}
