/** The amounts in a sentence, exactly as printed: dollars, dollars a share, counts of securities, percentages. */
import { ANY_CODE, CODES, DOLLARS, SIGNS } from '../figures/currencies.ts';
import { parseWorded, scaleOfWord } from '../figures/worded.ts';
import type { Worded } from '../figures/worded.ts';
import { touch } from './words.ts';
import type { Word } from './words.ts';

export interface Amount {
  /** The range of its words: [from, to). */
  readonly from: number;
  readonly to: number;
  /** As printed, on one line: `$5.7 million`, also where the page breaks the line in between. */
  readonly printed: string;
  readonly worded: Worded;
  readonly unit: 'USD' | 'shares' | 'USD/shares' | 'pure';
  /** `about` 43.1, `over` 5, `under` 6: what the words before it say of its precision. */
  readonly hedge?: 'about' | 'over' | 'under';
  /** What an amount that no claim can be made of is instead. */
  readonly odd?: string;
  /** Of an amount a share: which shares the words name. */
  readonly shares?: 'basic' | 'diluted' | 'both' | 'unnamed';
}

/** Words that may stand between a count and the securities that it counts. */
const SECURITY_WORDS = new Set(
  (
    'common preferred ordinary class a b c series restricted additional weighted weighted-average average diluted basic fully ' +
    "outstanding new of the its our company's stock treasury newly issued unregistered convertible redeemable callable " +
    'underlying purchase performance incentive employee voting non-voting nonvoting authorized registered such american ' +
    'depositary depository option limited partnership'
  ).split(' '),
);
const SECURITIES = new Set('share shares warrant warrants options units adss ads'.split(' '));
const SHARE = new Set('share shares unit units ads adss warrant option'.split(' '));
/** Words of "per basic and diluted common share". */
const PER_SHARE_WORDS = new Set(
  'basic diluted common fully and or ordinary class a b outstanding weighted average weighted-average partnership limited'.split(
    ' ',
  ),
);
const RESULTS = new Set('loss income earnings profit'.split(' '));
const PER_SHARE_REACH = 7;
const SECURITY_REACH = 7;

const ABOUT = new Set('approximately about roughly around some approximate estimated'.split(' '));
const UNDER = new Set('nearly almost under'.split(' '));

const UNITS = new RegExp(String.raw`[$%${SIGNS}]|cent|pence|\dp\b|share|unit|warrant|option|ads|euro|${ANY_CODE}`, 'i');

/** Whether a text may hold an amount: digits, and the sign or the unit that every amount has; or "break-even". */
export function mayHoldAmounts(text: string): boolean {
  return (
    (/\d/.test(text) && UNITS.test(text)) ||
    /break-?even|\bno (?:revenue|sales|income|interest|long|short|debt|borrowing|dividend|cash|impairment)|\bnil\b/i.test(
      text,
    )
  );
}

/** Finds the amounts among the words [from, to) of a text. */
export function amountsIn(text: string, words: readonly Word[], from: number, to: number): Amount[] {
  const amounts: Amount[] = [];
  for (let at = from; at < to; at += 1) {
    const amount = amountAt(text, words, at, to);
    if (!amount) continue;
    amounts.push(amount);
    at = amount.to - 1;
  }
  // "(amounts approximate)" is said of all of them.
  const about = words.slice(from, to).some((word) => word.lower === 'approximate');
  return ranged(words, about ? amounts.map((one) => ({ hedge: 'about' as const, ...one })) : amounts);
}

/** Marks that may open an amount before its digits. */
function amountAt(text: string, words: readonly Word[], at: number, end: number): Amount | undefined {
  const first = words[at];
  if (!first) return undefined;
  if (first.kind === 'word') {
    if (/^break-?even$/.test(first.lower)) {
      return finish(text, words, at, at + 1, {
        odd: 'it says that there is nothing, or nearly so, and how nearly is left open',
      });
    }
    const zero = zeroAt(words, at);
    if (zero !== undefined) return finish(text, words, at, zero, {});
    if (FOREIGN_CODES.has(first.text)) return foreignAt(text, words, at, end);
    // "US$5.7 million" and "U.S.$"; the letters before the sign say whose dollars they are.
    if (first.lower !== 'us' || words[at + 1]?.text !== '$') return undefined;
  } else if (SIGNS.includes(first.text)) {
    return foreignAt(text, words, at, end);
  } else if (first.text === '$' && words[at + 1]?.lower === 'nil') {
    return finish(text, words, at, at + 2, {});
  } else if (first.kind === 'mark' && first.text !== '$' && first.text !== '(' && first.text !== '-') {
    return undefined;
  }
  // "$2.3-$2.4 billion" is a range.
  if (first.text === '-' && words[at - 1]?.kind === 'number' && touch(words[at - 1], first)) return undefined;
  let next = at;
  let currency = false;
  let opened = 0;
  for (; next < end && next - at < 5; next += 1) {
    const word = words[next];
    if (!word || word.kind === 'number') break;
    if (word.text === '$') {
      if (currency) return undefined;
      currency = true;
    } else if (word.text === '(') opened += 1;
    else if (word.text === '-') {
      if (!touch(word, words[next + 1])) return undefined;
    } else if (word.lower !== 'us') return undefined;
  }
  const number = words[next];
  if (number?.kind !== 'number' || (opened > 0 && !currency) || opened > 2) return undefined;
  // "R2.5", "NP-1", "4310(c)": a number that hangs on a word is a name.
  const before = words[at - 1];
  if (!currency && touch(before, first) && before?.kind !== 'mark') return undefined;
  if (!currency && touch(before, first) && /[-/#:.]/.test(before?.text ?? '')) return undefined;
  let stop = next + 1;
  // A blank that has got in between the groups of one number: "$1, 465,000".
  let joined = false;
  if (currency && words[stop]?.text === ',' && /^\d{1,3}$/.test(number.text) && touch(number, words[stop])) {
    const rest = words[stop + 1];
    if (rest?.kind === 'number' && /^\d{3}(?:,\d{3})+$/.test(rest.text)) {
      stop += 2;
      joined = true;
    }
  }
  const scaled = scaleAt(words, stop, end);
  stop += scaled;
  let closed = 0;
  while (closed < opened && words[stop]?.text === ')') {
    closed += 1;
    stop += 1;
  }
  // "$(5.7) million": the scale behind the parenthesis.
  if (closed > 0 && scaled === 0) stop += scaleAt(words, stop, end);
  if (closed < opened) {
    // The parenthesis holds more than the amount: it is a remark and not a sign.
    if (words[at]?.text !== '(') return undefined;
    return amountAt(text, words, at + 1, end);
  }
  return suffixed(text, words, {
    at,
    stop,
    end,
    currency,
    scaled: scaled > 0,
    joined,
  });
}

/** Codes of currencies as they stand before an amount. */
const FOREIGN_CODES: ReadonlySet<string> = new Set([...CODES, ...DOLLARS]);
/** Their names as they stand behind it. */
const NAMES = new Set('euro euros yen yuan renminbi francs rupees krona kronor'.split(' '));
const FOREIGN_MONEY = 'it is in another currency';

/** "\u20ac5 million", "RMB 2,100,000". */
function foreignAt(text: string, words: readonly Word[], at: number, end: number): Amount | undefined {
  if (words[at + 1]?.kind !== 'number') return undefined;
  const stop = at + 2 + scaleAt(words, at + 2, end);
  return finish(text, words, at, stop, { odd: FOREIGN_MONEY });
}

/** What an amount of nothing may be of: other things that there are none of are no amounts. */
const OF_MONEY = new Set(
  'revenue revenues sales income interest borrowings debt dividends cash impairment impairments inventory goodwill'.split(
    ' ',
  ),
);

/** The end of "nil", or of "no" before what would be an amount: "had no revenue". */
function zeroAt(words: readonly Word[], at: number): number | undefined {
  const word = words[at]?.lower;
  if (word === 'nil') return at + 1;
  if (word !== 'no') return undefined;
  return [1, 2, 3].some((ahead) => OF_MONEY.has(words[at + ahead]?.lower ?? '')) ? at + 1 : undefined;
}

interface Found {
  readonly at: number;
  readonly stop: number;
  readonly end: number;
  readonly currency: boolean;
  readonly scaled: boolean;
  readonly joined: boolean;
}

const CENTS = new Set('cent cents pence'.split(' '));

/** What stands behind the digits: percent, cents, shares, "per share". */
function suffixed(text: string, words: readonly Word[], found: Found): Amount | undefined {
  const { at, stop, end, currency, joined } = found;
  const next = words[stop];
  const options = joined ? { joined } : {};
  if (!currency) {
    if (next?.text === '%') return finish(text, words, at, stop + 1, options);
    if (next?.lower === 'percent') return finish(text, words, at, stop + 1, options);
    if (next?.lower === 'per' && words[stop + 1]?.lower === 'cent') return finish(text, words, at, stop + 2, options);
    if (next?.lower === 'percentage' || next?.lower === 'basis') return undefined;
    if (next && (CENTS.has(next.lower) || (next.lower === 'p' && touch(words[stop - 1], next)))) {
      const per = perShareAt(words, stop + 1, end);
      return finish(text, words, at, stop + 1, {
        ...(per && { shares: per.shares }),
      });
    }
    if (next?.kind === 'word' && NAMES.has(next.lower))
      return finish(text, words, at, stop + 1, { odd: FOREIGN_MONEY });
    const securities = securitiesAt(words, stop, end);
    return securities === undefined ? undefined : finish(text, words, at, securities, options);
  }
  const per = perShareAt(words, stop, end);
  if (per) return finish(text, words, at, stop, { ...options, shares: per.shares });
  // "$40 per barrel", "$5 a ton", "$3-a-day".
  const perOther =
    next?.lower === 'per' ||
    next?.text === '/' ||
    (next?.text === '-' && touch(words[stop - 1], next) && words[stop + 1]?.kind === 'word');
  return finish(text, words, at, stop, {
    ...options,
    ...(perOther && {
      odd: 'it is a price or rate for something else than a share',
    }),
  });
}

/** How many words from `at` on are a word of scale: `million`, or a letter that hangs on the number. */
function scaleAt(words: readonly Word[], at: number, end: number): number {
  const word = words[at];
  if (!word || at >= end) return 0;
  // "$5-million" has a hyphen in between.
  if (word.text === '-' && touch(words[at - 1], word) && touch(word, words[at + 1])) {
    return (words[at + 1]?.lower.length ?? 0) > 2 && scaleOfWord(words[at + 1]?.lower ?? '') !== undefined ? 2 : 0;
  }
  if (word.kind !== 'word' || scaleOfWord(word.lower) === undefined) return 0;
  return word.lower.length > 2 || touch(words[at - 1], word) ? 1 : 0;
}

/** The end of "common shares" behind a count, or undefined where no securities follow. */
function securitiesAt(words: readonly Word[], at: number, end: number): number | undefined {
  for (let next = at; next < Math.min(end, at + SECURITY_REACH); next += 1) {
    const word = words[next];
    if (word?.kind !== 'word') return undefined;
    if (SECURITIES.has(word.lower)) {
      // "2,000 share purchase" counts, "unit sales" and "warrant holders" do not.
      return word.lower === 'share' || word.lower === 'warrant' || word.lower === 'ads' ? undefined : next + 1;
    }
    if (!SECURITY_WORDS.has(word.lower)) return undefined;
  }
  return undefined;
}

function perShareAt(
  words: readonly Word[],
  at: number,
  end: number,
): { readonly shares: NonNullable<Amount['shares']> } | undefined {
  // "$0.01 net loss per share".
  if (words[at]?.lower === 'net' && RESULTS.has(words[at + 1]?.lower ?? '')) return perShareAt(words, at + 1, end);
  if (RESULTS.has(words[at]?.lower ?? '') && words[at + 1]?.lower === 'per') return perShareAt(words, at + 1, end);
  const first = words[at];
  if (!first || at >= end) return undefined;
  if (first.lower === 'each') return undefined;
  const starts = first.lower === 'per' || first.text === '/' || first.lower === 'a';
  // "$0.12 diluted", "$0.12 basic and diluted" leave "per share" out only with a word that says so.
  if (!starts) return undefined;
  let basic = false;
  let diluted = false;
  for (let next = at + 1; next < Math.min(end, at + 1 + PER_SHARE_REACH); next += 1) {
    const word = words[next];
    if (!word) return undefined;
    if (SHARE.has(word.lower)) {
      // "per share, basic and diluted", "per share (diluted)", "per share on a diluted basis".
      const after = words.slice(next + 1, Math.min(end, next + 6));
      for (const [offset, one] of after.entries()) {
        if (one.lower === 'basic') basic = true;
        else if (one.lower === 'diluted') diluted = true;
        else if (!/^(?:[(,]|and|on|a|an|fully|both|assuming)$/.test(one.lower) || offset > 4) break;
      }
      return {
        shares: basic && diluted ? 'both' : diluted ? 'diluted' : basic ? 'basic' : 'unnamed',
      };
    }
    if (word.lower === 'basic') basic = true;
    else if (word.lower === 'diluted') diluted = true;
    else if (!PER_SHARE_WORDS.has(word.lower) && word.text !== ',' && word.text !== '/') return undefined;
  }
  return undefined;
}

interface Extra {
  readonly odd?: string;
  readonly shares?: NonNullable<Amount['shares']>;
  readonly joined?: boolean;
}

function finish(text: string, words: readonly Word[], from: number, to: number, extra: Extra): Amount | undefined {
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last || last.end - first.start > 200) return undefined;
  const shown = text.slice(first.start, last.end).replace(/\s+/g, ' ');
  const printed = extra.joined ? shown.replace(/, (?=\d{3})/, ',') : shown;
  const read = parseWorded(printed);
  if (!read.ok) return undefined;
  const foreign = foreignBefore(words, from);
  const unit = extra.shares !== undefined ? 'USD/shares' : read.worded.unit;
  if (unit === undefined) return undefined;
  const odd = foreign ? FOREIGN_MONEY : extra.odd;
  const hedge = hedgeBefore(words, from);
  return {
    from,
    to,
    printed,
    worded: read.worded,
    unit,
    ...(hedge && { hedge }),
    ...(odd !== undefined && { odd }),
    ...(extra.shares !== undefined && { shares: extra.shares }),
  };
}

const FOREIGN = new Set('c ca cad can canadian a aud au hk hkd nt ntd s sgd nz nzd mx rmb cdn'.split(' '));

/** "C$5 million", "NT$40", "HK$": letters that hang on the sign say that they are not US dollars. */
function foreignBefore(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  return before?.kind === 'word' && touch(before, words[from]) && FOREIGN.has(before.lower);
}

function hedgeBefore(words: readonly Word[], from: number): Amount['hedge'] | undefined {
  const one = words[from - 1]?.lower ?? '';
  const two = words[from - 2]?.lower ?? '';
  if (ABOUT.has(one)) return 'about';
  if (UNDER.has(one)) return 'under';
  if (one === 'than') return two === 'more' || two === 'greater' ? 'over' : two === 'less' ? 'under' : undefined;
  if (one === 'over' || one === 'exceeding' || (one === 'least' && two === 'at') || (one === 'of' && two === 'excess'))
    return 'over';
  return undefined;
}

/** Marks the two ends of a range, and lends the first end the scale of the second: "$5 to $6 million". */
function ranged(words: readonly Word[], amounts: readonly Amount[]): Amount[] {
  const out = [...amounts];
  for (let at = 0; at + 1 < out.length; at += 1) {
    const [low, high] = [out[at], out[at + 1]];
    if (!low || !high || low.unit !== high.unit) continue;
    const link = words
      .slice(low.to, high.from)
      .map((word) => word.lower)
      .join(' ');
    const before = words[low.from - 1]?.lower ?? '';
    const isRange =
      /^[-\u2013\u2014]$/.test(link) ||
      (/^(?:and|to)$/.test(link) && (before === 'between' || words[low.from - 2]?.lower === 'between')) ||
      (link === 'to' && (before === 'range' || before === 'of') && words[low.from - 2]?.lower === 'range');
    // "$0.27 and $0.32 per barrel", "approximately $3.0 and $2.7 million": what is said of one is said of both.
    if (link === 'and' && !isRange) {
      if (high.odd !== undefined && low.odd === undefined) out[at] = { ...low, odd: high.odd };
      if (low.hedge && !high.hedge) out[at + 1] = { ...high, hedge: low.hedge };
    }
    if (!isRange && link !== 'to') continue;
    const scaled = link !== 'and' || isRange ? lend(low, high) : low;
    if (isRange) {
      out[at] = { ...scaled, odd: 'it is one end of a range' };
      out[at + 1] = { ...high, odd: 'it is one end of a range' };
    } else out[at] = scaled;
  }
  return out;
}

/** The first of two amounts with the word of scale of the second, where it has none of its own. */
function lend(low: Amount, high: Amount): Amount {
  const scale = / (thousand|million|billion|trillion)$/.exec(high.printed)?.[1];
  if (scale === undefined || / (?:thousand|million|billion|trillion)$/.test(low.printed) || low.unit !== 'USD')
    return low;
  if (/,\d{3}/.test(low.printed)) return low;
  const read = parseWorded(`${low.printed} ${scale}`);
  return read.ok ? { ...low, worded: read.worded, printed: `${low.printed} ${scale}` } : low;
}
