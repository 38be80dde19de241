import { ANY_CODE, SIGNS } from './currencies.ts';
import { Decimal, MOST_DIGITS } from './decimal.ts';

/** A figure's printed text, understood. */
export type Printed = PrintedAmount | PrintedNil | NotMeaningful;

/** Digits on paper: `(47,626)`, `$ 2.59`, `12.5%`, `0.37*`. */
export interface PrintedAmount {
  readonly kind: 'amount';
  /** The number between the marks, not negative, before any scale. */
  readonly magnitude: Decimal;
  /** Digits after the decimal point as printed: 2 for `1.10`. */
  readonly places: number;
  /** How a negative amount shows itself. */
  readonly negative: false | 'parentheses' | 'minus';
  readonly percent: boolean;
  readonly currency: boolean;
  /** Whether it says pence or cents: `18.5p`. Of an amount a share that is a hundredth of the currency. */
  readonly cents?: true;
  /** The footnote marks behind the figure, without their brackets, with commas between. */
  readonly footnote?: string;
}

/** A dash, `nil` or `-0-`: the page says that there is nothing. Exactly zero, unlike an empty cell. */
export interface PrintedNil {
  readonly kind: 'nil';
}

/** `NM`, `N/A`: the page says that a number would say nothing. */
export interface NotMeaningful {
  readonly kind: 'notMeaningful';
}

export type PrintedResult =
  | { readonly ok: true; readonly printed: Printed }
  | {
      readonly ok: false;
      readonly message: string;
      readonly hint: string;
      /** The text with the parenthesis that it lacks, where that is all it lacks. */
      readonly closed?: string;
    };

/** Longer text is no figure; it is refused before any pattern runs over it. */
const LONGEST = 200;

/** Thousands parted by a blank that no line breaks at: one number, whatever the width of the blank. */
const PARTED = /(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d,])/gu;
const BLANKS = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const NOT_MEANINGFUL = /^\(?(?:n\/m|nm|n\.m\.|n\/a|na|n\.a\.|not meaningful|\*+)\)?$/i;
/** The signs and codes of currencies that stand before an amount, as the source of a pattern. */
export const CURRENCY_SIGN = String.raw`(?:(?:US|U\.S\.|CDN|CA|C|AU|A|HK|NT|NZ|S|R) ?)?[$${SIGNS}]|(?:USD|${ANY_CODE})(?![A-Za-z])|Rs\.?(?![A-Za-z])`;
const OTHER_CURRENCY = new RegExp(`[a-z${SIGNS}]`, 'i');

/**
 * Patterns in which a currency stands, made twice: for text where only a dollar sign can be one, as on nearly
 * every page, and for all. The names of all currencies make a pattern ten times as long to build.
 */
export function byCurrency<T>(make: (currency: string) => T): (text: string) => T {
  const dollars = make('\\$');
  const all = make(CURRENCY_SIGN);
  return (text) => (OTHER_CURRENCY.test(text) ? all : dollars);
}

const patternsFor = byCurrency((currency) => ({
  currency: new RegExp(`^(?:${currency}) ?`, 'i'),
  signed: new RegExp(String.raw`^[-+] ?(?:[\d.(]|${currency})`, 'i'),
  nil: new RegExp(String.raw`^(?:${currency})? ?(?:\( ?)?(?:-+(?: -+)*|-0-|nil)(?: ?\))? ?%?$`, 'i'),
}));
const GROUPED = /^(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?$/;
// A mark behind the last digit, closing parenthesis or percent sign: (1), (a), [2], *, †, ¹.
const FOOTNOTE =
  /(?<=[\d)%p\u00a2])(?: ?(?:\((?:\d{1,2}|[a-z]{1,2})\)|\[(?:\d{1,2}|[a-z]{1,2})(?:,(?:\d{1,2}|[a-z]{1,2}))*\]|[*†‡§#¹²³⁴-⁹]))+$/iu;

/** Pence and cents behind a number. */
const CENTS = /[\d)] *[p\u00a2]$/i;

/**
 * Reads the text of one printed figure. Never guesses: text that could mean two numbers, or
 * none, is refused with a message that quotes it.
 *
 * @param text as on the page; blanks of every width and dashes of every kind are understood
 */
export function parsePrinted(text: string): PrintedResult {
  if (text.length > LONGEST) return refused(text, 'is too long for a figure', 'a figure has at most 64 digits');
  let rest = unslipped(byCommas(text).replace(BLANKS, ' ').replace(DASHES, '-').trim());
  if (rest === '') return refused(text, 'is empty', 'write null for an empty cell, a dash for a nil amount');
  if (patternsFor(rest).nil.test(rest)) return { ok: true, printed: { kind: 'nil' } };
  if (NOT_MEANINGFUL.test(rest)) return { ok: true, printed: { kind: 'notMeaningful' } };

  const marks = takeFootnotes(rest);
  rest = marks.rest;
  const outer = takeMarks(rest);
  const opens = outer.rest.startsWith('(');
  const closes = outer.rest.endsWith(')');
  if (opens !== closes) {
    const missing = opens ? 'closing' : 'opening';
    const negative = `(${digitsOnly(outer.rest)})`;
    const fault = refused(text, `has no ${missing} parenthesis`, `is it negative? print it as ${negative}`);
    return text.includes('%') ? fault : { ...fault, closed: negative };
  }
  const inner = opens ? takeMarks(outer.rest.slice(1, -1).trim()) : outer;
  if (opens && [inner, outer].some((side) => side.minus || side.plus)) {
    return refused(text, 'has both parentheses and a sign', 'keep one of them');
  }
  const bare = inner.rest.replace(/^\./, '0.');
  const problem = problemWith(bare);
  if (problem) return refused(text, ...problem);

  const digits = bare.replace(/,/g, '');
  const printed: PrintedAmount = {
    kind: 'amount',
    magnitude: Decimal.parse(digits),
    places: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0,
    negative: opens ? 'parentheses' : outer.minus && 'minus',
    percent: outer.percent || inner.percent,
    currency: outer.currency || inner.currency,
    ...((outer.cents || inner.cents) && { cents: true as const }),
    ...(marks.footnote !== undefined && { footnote: marks.footnote }),
  };
  return { ok: true, printed };
}

function byCommas(text: string): string {
  return text.replace(PARTED, (run) => run.replace(/\D/g, ','));
}

/**
 * Two slips of the setter that leave one reading only: a blank behind a comma inside a number
 * (`47,268, 208`; no number ends in a comma), and a point before its parenthesis (`.(81)`).
 */
function unslipped(text: string): string {
  return text.replace(/(?<=\d,) (?=\d{3}(?:\D|$))/g, '').replace(/(?<![\d.])\.\((\d{1,6})\)$/, '(.$1)');
}

/** Prints an understood figure in one canonical way; `parsePrinted` gives the same figure back. */
export function printPrinted(printed: Printed): string {
  switch (printed.kind) {
    case 'nil':
      return '-';
    case 'notMeaningful':
      return 'NM';
    case 'amount': {
      const [whole = '', fraction] = printed.magnitude.toFixed(printed.places).split('.');
      const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
      const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
      const signed =
        printed.negative === 'parentheses' ? `(${digits})` : printed.negative === 'minus' ? `-${digits}` : digits;
      const marks =
        printed.footnote?.split(',').map((mark) => (/^[\da-z]/i.test(mark) ? ` [${mark}]` : ` ${mark}`)) ?? [];
      const behind = printed.percent ? '%' : printed.cents ? '\u00a2' : '';
      return `${printed.currency ? '$' : ''}${signed}${behind}${marks.join('')}`;
    }
  }
}

interface Marks {
  readonly rest: string;
  readonly minus: boolean;
  readonly plus: boolean;
  readonly currency: boolean;
  readonly percent: boolean;
  readonly cents: boolean;
}

/** Takes `-`, `+`, `$` off the front and `%`, `p` or `\u00a2` off the end, in whatever order they stand. */
function takeMarks(text: string): Marks {
  let rest = text;
  let minus = false;
  let plus = false;
  let currency = false;
  const patterns = patternsFor(rest);
  const percent = rest.endsWith('%');
  const cents = CENTS.test(rest);
  if (percent || cents) rest = rest.slice(0, -1).trimEnd();
  for (let changed = true; changed;) {
    changed = false;
    if (!currency && patterns.currency.test(rest)) {
      rest = rest.replace(patterns.currency, '');
      currency = changed = true;
    }
    if (!minus && !plus && patterns.signed.test(rest)) {
      minus = rest.startsWith('-');
      plus = !minus;
      rest = rest.slice(1).trimStart();
      changed = true;
    }
  }
  return { rest, minus, plus, currency, percent, cents };
}

function takeFootnotes(text: string): { readonly rest: string; readonly footnote?: string } {
  const found = FOOTNOTE.exec(text);
  if (!found) return { rest: text };
  return {
    rest: text.slice(0, found.index),
    footnote: found[0]
      .split(/[ ()[\]]+/)
      .filter(Boolean)
      .join(','),
  };
}

/** What is wrong with the bare digits, as [what, hint]; undefined when nothing is. */
function problemWith(digits: string): readonly [string, string] | undefined {
  const count = digits.replace(/\D/g, '').length;
  if (count > MOST_DIGITS) return [`has ${count} digits`, `a figure has at most ${MOST_DIGITS}`];
  if (GROUPED.test(digits)) return undefined;
  if (/^[\d.]*\.[\d.]*,/.test(digits) && /^[\d.,]+$/.test(digits)) {
    return ['has a comma after a point', 'write 1,234.56 with commas between thousands and a point for decimals'];
  }
  if (/^\d[\d,]*,[\d,]*(?:\.\d+)?$/.test(digits)) {
    return ['has commas that are not three digits apart', 'is a digit missing, or a comma misplaced?'];
  }
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(digits)) return ['is in exponential notation', 'write all digits out'];
  if (/^\d[\d,]*\.$/.test(digits)) return ['ends in a point', 'leave the point out, or add the decimals'];
  if (/^[\d,.]*\.[\d,]*\./.test(digits)) return ['has two decimal points', 'write 1,234.56'];
  if (/^0\d/.test(digits)) return ['begins with a zero', 'is it a figure? leave the zero out'];
  if (/^[\d,.]+(?: [\d,.]+)+$/.test(digits)) return ['has a blank between its digits', 'one number or two?'];
  return ['is not a figure', 'print it like 1,234 or (1,234) or $ 1.23 or 12.5%; a dash for nil'];
}

function refused(text: string, what: string, hint: string): PrintedResult & { readonly ok: false } {
  return { ok: false, message: `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}" ${what}`, hint };
}

function digitsOnly(text: string): string {
  return text.replace(/[^\d.,]/g, '');
}
