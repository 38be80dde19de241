/** Decides what each amount of a sentence measures, and when: by the words around it, never by its value. */
import type { Period } from '../figures/period.ts';
import { isInstant } from '../figures/period.ts';
import type { Amount } from './amounts.ts';
import { resolve } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Measure } from './measures.ts';
import type { PeriodWords } from './periods.ts';
import { TO_PERIOD, endsAt, startsAt, textOf, wordAt } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import { isOwn, overHedges, subjectOf } from './subjects.ts';
import type { Reading, Subject } from './subjects.ts';

/** What was found of one amount. */
export interface Draft {
  readonly amount: Amount;
  readonly sentence: Sentence;
  measure?: Measure;
  /** The line in which a part stands, where the line may hold more. */
  within?: Measure;
  period?: Period;
  /** The earlier period of a change. */
  since?: Period;
  /** Further periods for each of which the amount stands. */
  also?: readonly Period[];
  relation: 'is' | 'part' | 'change' | 'driver' | 'price' | 'quantity';
  of?: Draft;
  direction?: 'up' | 'down';
  /** What it is called where that is no measure: "merger costs", "gross proceeds". */
  called?: string;
  because: string[];
  unplaced?: string;
  /** Whether the words behind it are known to name all of it. */
  whole?: true;
}

/** What the sentences before leave behind for the next one of the same paragraph. */
export interface Context {
  /** The periods of the last sentence that named any: the one it is about, and the one it compares with. */
  period?: { readonly words: PeriodWords; readonly sentence: Sentence };
  /** The amounts of the sentence before. */
  before: readonly Draft[];
  /** The last change of a measure that the paragraph told of. */
  change?: Draft;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const COMPARISON = words('compared versus vs against');
const FORWARD = words(
  'expects expect expected anticipates anticipate anticipated anticipating guidance forecast forecasts outlook projects projected projection will would could should might target targets targeted targeting intends plans planned if hypothetical assumes pending proposed',
);
/** Words of what is not the company's own, whatever line they are part of, and of what one event brought. */
const APART = words('unconsolidated venture ventures disposition disposal divestiture');
const OTHER_BASIS = words(
  'non-gaap nongaap adjusted forma pro-forma proforma excluding exclude excludes excluded exclusive ebitda ffo affo normalized organic before segment segments division divisions subsidiary annualized cumulative restated parent joint-venture',
);
/** Words that may follow an amount of the whole measure. */
const FOLLOWERS = words(
  '. , ; : ) ( and or as versus vs while but which compared primarily mainly principally due representing reflecting resulting up down per a an respectively ? ! \u2014 \u2013 because against compared-to despite',
);
const HIGHER = words(
  'higher lower more less above below greater better worse increase decrease improvement decline gain reduction',
);

/** Drafts for all amounts of a sentence, in their order. Updates the context. */
export function placeSentence(
  sentence: Sentence,
  reading: Reading,
  calendar: Calendar,
  context: Context,
  veto: string | undefined,
): Draft[] {
  const groups = comparisonsOf(sentence);
  const drafts = sentence.amounts.map((amount): Draft => ({
    amount,
    sentence,
    relation: 'is',
    because: [],
  }));
  const groupOf = (amount: Amount) => groups.find((group) => amount.from >= group.from && amount.to <= group.to);
  const subjects = new Map<Draft, Subject>();
  for (const draft of drafts) {
    if (draft.amount.odd !== undefined) continue;
    const subject = subjectOf(sentence, draft.amount, reading);
    if (subject) subjects.set(draft, subject);
  }
  // What only goes on from an amount before it measures nothing where that one does not.
  for (const [index, draft] of drafts.entries()) {
    const before = drafts[index - 1];
    if (subjects.get(draft)?.joined && !(before && subjects.get(before)?.relation === 'is')) subjects.delete(draft);
  }
  listed(sentence, drafts, subjects, groupOf);
  for (const [draft, subject] of subjects) {
    if (draft.measure) continue;
    if (subject.relation === 'part') {
      inside(draft, subject.measure);
      continue;
    }
    claim(draft, subject.measure, subject.relation, subject.measure.because);
    if (subject.direction) draft.direction = subject.direction;
    for (const change of subject.changes) {
      const own = drafts.find((one) => one.amount === change);
      if (!own || own.measure) continue;
      claim(own, subject.measure, 'change', `how far ${subject.measure.because}`);
      if (subject.direction) own.direction = subject.direction;
    }
  }
  linked(sentence, drafts, groupOf, reading);
  represented(sentence, drafts, reading);
  parts(sentence, drafts, reading, context);
  drivers(sentence, drafts, context);
  offering(sentence, drafts);
  for (const draft of drafts) timed(draft, drafts, subjects.get(draft), groups, calendar, context);
  for (const draft of drafts) {
    if (draft.relation === 'change' || draft.direction) since(draft, drafts, groups, calendar, context);
  }
  for (const draft of drafts) settle(draft, veto ?? vetoOf(sentence, draft.amount, [...subjects.values()]));
  remember(sentence, drafts, groups, context, calendar);
  return drafts;
}

function inside(draft: Draft, line: Measure): void {
  draft.within = line;
  draft.relation = 'part';
  draft.because.push(`a part of ${line.words}`);
}

function claim(draft: Draft, measure: Measure, relation: Draft['relation'], because: string): void {
  draft.measure = measure;
  draft.relation = relation;
  draft.because.push(because);
}

interface Group {
  /** From the first word of the comparison to behind its last. */
  readonly from: number;
  readonly to: number;
}

/** "compared to $1.0 million, or $1.11 a share, for the first quarter of 2005": each comparison, with its own period. */
function comparisonsOf(sentence: Sentence): Group[] {
  const groups: Group[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const word = wordAt(sentence, at);
    const from = word === 'from' && fromAmount(sentence, at);
    if (!COMPARISON.has(word) && !from) continue;
    const to = comparisonEnd(sentence, at);
    if (to === undefined) continue;
    groups.push({ from: at, to });
    at = to - 1;
  }
  return groups;
}

/** "from $4.0 million": what it was before. */
function fromAmount(sentence: Sentence, at: number): boolean {
  for (let next = at + 1; next < Math.min(at + 6, sentence.to); next += 1) {
    if (startsAt(sentence.amounts, next)) return true;
    if (overHedges(sentence, next + 1) === next + 1) return false;
  }
  return false;
}

/** Where a comparison ends: behind its amounts and its period, at the comma or joint that begins something else. */
function comparisonEnd(sentence: Sentence, from: number): number | undefined {
  let amounts = 0;
  let periods = 0;
  let at = from + 1;
  while (at < sentence.to) {
    const amount = startsAt(sentence.amounts, at);
    const period = startsAt(sentence.periods, at);
    const word = wordAt(sentence, at);
    if (amount) {
      amounts += 1;
      at = amount.to;
      continue;
    }
    if (period) {
      periods += 1;
      at = period.to;
      continue;
    }
    if (COMPARISON.has(word) || (word === 'from' && amounts > 0 && fromAmount(sentence, at))) break;
    const joint =
      word === ',' || word === 'while' || word === 'but' || (word === 'and' && wordAt(sentence, at - 1) !== 'basic');
    if (amounts > 0 && joint && !continues(sentence, at + 1, periods)) break;
    if (amounts > 0 && periods > 0 && word === 'to') break;
    at += 1;
  }
  if (amounts === 0) return periods > 0 ? at : undefined;
  return at;
}

/** Whether what follows a comma still belongs to the comparison: "or $1.11 a share", "for the first quarter". */
function continues(sentence: Sentence, at: number, periods: number): boolean {
  let next = at;
  if (wordAt(sentence, next) === 'or' || wordAt(sentence, next) === 'and') next += 1;
  for (let steps = 0; steps < 6; steps += 1) {
    if (startsAt(sentence.amounts, next)) return true;
    const period = startsAt(sentence.periods, next);
    if (period) return periods === 0 && (next > at || TO_PERIOD.has(wordAt(sentence, at)));
    const word = wordAt(sentence, next);
    if (!TO_PERIOD.has(word) && word !== 'respectively' && overHedges(sentence, next + 1) === next + 1) return false;
    if (word === 'respectively') return true;
    next += 1;
  }
  return false;
}

/** "$5.0 million and $4.0 million, respectively": as many amounts as periods, or as measures. */
function listed(
  sentence: Sentence,
  drafts: readonly Draft[],
  subjects: Map<Draft, Subject>,
  groupOf: (amount: Amount) => Group | undefined,
): void {
  let run: Draft[] = [];
  const flush = () => {
    const [first] = run;
    const subject = first && subjects.get(first);
    if (run.length > 1 && subject?.relation === 'is') {
      for (const draft of run) {
        claim(draft, subject.measure, 'is', subject.measure.because);
        draft.called = `list ${run.length} ${run.indexOf(draft)}`;
      }
    }
    run = [];
  };
  for (const draft of drafts) {
    const last = run.at(-1);
    if (last) {
      const link = textOf(sentence, last.amount.to, overHedges(sentence, draft.amount.from)).toLowerCase();
      const same = last.amount.unit === draft.amount.unit && !groupOf(draft.amount);
      if (
        !same ||
        !(link === 'and' || link === ',' || link === ', and' || link === 'per share and' || link === 'per share ,')
      )
        flush();
    }
    run.push(draft);
  }
  flush();
}

/** Amounts that stand beside one that is placed: "or $2.59 a share", "compared to $1.9 million". */
function linked(
  sentence: Sentence,
  drafts: readonly Draft[],
  groupOf: (amount: Amount) => Group | undefined,
  reading: Reading,
): void {
  for (const [index, draft] of drafts.entries()) {
    if (draft.measure || draft.amount.odd !== undefined) continue;
    const { amount } = draft;
    const before = drafts[index - 1];
    const lead = overHedges(sentence, amount.from);
    if (amount.unit === 'USD/shares' && before) {
      const link = textOf(sentence, before.amount.to, lead).toLowerCase();
      const of = before.relation === 'is' ? before.measure : undefined;
      const measure =
        of &&
        of.unit === 'USD' &&
        amount.shares &&
        /^,? ?(?:or|and|\(|equal to|equivalent to|representing)?$/.test(link)
          ? reading.measures.perShare(of, amount.shares)
          : undefined;
      if (measure) {
        claim(draft, measure, 'is', measure.because);
        continue;
      }
      // "$0.12 per basic share and $0.11 per diluted share".
      const pair =
        /^per (?:basic )?(?:common )?share(?: ,)?(?: \(basic\))? (?:and|or)$|^per basic share ,$/.test(link) &&
        before.amount.unit === 'USD/shares';
      const root = pair ? drafts[index - 2] : undefined;
      const second =
        root?.measure?.unit === 'USD' && amount.shares
          ? reading.measures.perShare(root.measure, amount.shares)
          : undefined;
      if (pair && second && before.measure && second.concept !== before.measure.concept) {
        claim(draft, second, 'is', second.because);
        continue;
      }
    }
    const group = groupOf(amount);
    if (!group || !leadsDirectly(sentence, group.from, lead)) continue;
    const base = headOf(drafts, index, groupOf);
    if (base?.measure)
      claim(draft, base.measure, 'is', `compared with "${base.amount.printed}", which is ${base.measure.words}`);
  }
}

/** Whether only "to", "with" and words of precision stand between the comparison and its amount, or another amount does. */
function leadsDirectly(sentence: Sentence, from: number, lead: number): boolean {
  for (let at = lead - 1; at > from; at -= 1) {
    const period = endsAt(sentence.periods, at + 1);
    if (period) {
      at = period.from;
      continue;
    }
    if (!words('to with . as vs in for').has(wordAt(sentence, at)) && !TO_PERIOD.has(wordAt(sentence, at)))
      return false;
  }
  return true;
}

/** The amount that a comparison compares with: the last one before it that stands in no comparison, else the first after. */
function headOf(
  drafts: readonly Draft[],
  index: number,
  groupOf: (amount: Amount) => Group | undefined,
): Draft | undefined {
  const { unit } = drafts[index]?.amount ?? {};
  const fits = (one: Draft) =>
    one.relation === 'is' &&
    one.measure &&
    one.amount.unit === unit &&
    !groupOf(one.amount) &&
    one.called === undefined;
  return drafts.slice(0, index).findLast(fits) ?? drafts.slice(index + 1).find(fits);
}

/** "a charge of $33.7 million was recorded, representing the value of acquired research". */
function represented(sentence: Sentence, drafts: readonly Draft[], reading: Reading): void {
  for (const draft of drafts) {
    if (draft.measure || draft.amount.odd !== undefined || draft.amount.unit !== 'USD') continue;
    const lead = overHedges(sentence, draft.amount.from);
    if (
      wordAt(sentence, lead - 1) !== 'of' ||
      !words('charge expense gain loss benefit').has(wordAt(sentence, lead - 2))
    )
      continue;
    for (
      let at = draft.amount.to;
      at < Math.min(draft.amount.to + 16, sentence.to) && !startsAt(sentence.amounts, at);
      at += 1
    ) {
      if (wordAt(sentence, at) !== 'representing') continue;
      const value =
        words('value cost amount').has(wordAt(sentence, at + 2)) && wordAt(sentence, at + 3) === 'of' ? 3 : 0;
      const line = lineAt(sentence, at + 1 + value, reading);
      if (line) claim(draft, line, 'is', `"representing ${line.words}"`);
      draft.whole = true;
      break;
    }
  }
}

const TOTAL_WORDS = words('total amount charge sum expense expenses amounts charges cost costs payment price');

/** "$33.7 million of this total", "including merger costs of $3.7 million", "$2.4 million of our research expenses". */
function parts(sentence: Sentence, drafts: readonly Draft[], reading: Reading, context: Context): void {
  for (const [index, draft] of drafts.entries()) {
    if (draft.amount.odd !== undefined || draft.amount.unit !== 'USD') continue;
    const { to } = draft.amount;
    if (!draft.measure && wordAt(sentence, to) === 'of') {
      const pointer = wordAt(sentence, to + 1);
      if (
        (pointer === 'this' || pointer === 'that' || pointer === 'these' || pointer === 'the') &&
        TOTAL_WORDS.has(wordAt(sentence, to + 2))
      ) {
        const whole = wholeOf(context.before, pointer === 'the' && wordAt(sentence, to + 2) !== 'total');
        if (whole) {
          draft.relation = 'part';
          draft.of = whole;
          draft.because.push(`"of ${pointer} ${wordAt(sentence, to + 2)}" points to "${whole.amount.printed}"`);
          inLine(draft, to + 3, reading);
        }
      } else if (pointer === 'the' || pointer === 'our' || pointer === 'its' || pointer === 'total') {
        const line = lineAt(sentence, to + 1, reading);
        if (line) inside(draft, line);
      }
    }
    const before = drafts[index - 1];
    if (!before) continue;
    const link = textOf(sentence, before.amount.to, overHedges(sentence, draft.amount.from)).toLowerCase();
    if (
      !draft.measure &&
      !draft.of &&
      before.amount.unit === 'USD' &&
      before.amount.odd === undefined &&
      /^,? ?(?:which )?(?:including|includes|included|inclusive of) [a-z -]{3,40} of$/.test(link)
    ) {
      draft.relation = 'part';
      draft.of = before;
      draft.called = link
        .replace(/^,? ?(?:which )?(?:including|includes|included|inclusive of) /, '')
        .replace(/ of$/, '');
      draft.because.push(`"including" after "${before.amount.printed}"`);
    } else if (
      !draft.measure &&
      !draft.of &&
      before.amount.unit === 'USD' &&
      before.amount.odd === undefined &&
      /^,? ?of which$/.test(link)
    ) {
      draft.relation = 'part';
      draft.of = before;
      draft.because.push(`"of which" after "${before.amount.printed}"`);
      inLine(draft, to, reading);
    } else if (
      !draft.measure &&
      before.relation === 'part' &&
      before.of &&
      before.of.sentence !== sentence &&
      link.endsWith(' and')
    ) {
      if (wordAt(sentence, to) !== 'was' && wordAt(sentence, to) !== 'is' && wordAt(sentence, to) !== 'were') continue;
      draft.relation = 'part';
      draft.of = before.of;
      inLine(draft, to, reading);
      draft.because.push(`beside "${before.amount.printed}", a part of "${before.of.amount.printed}"`);
    }
  }
}

/** The one amount of the sentence before that "this total" can mean. */
function wholeOf(before: readonly Draft[], none: boolean): Draft | undefined {
  if (none) return undefined;
  const able = before.filter(
    (one) =>
      one.amount.unit === 'USD' && one.amount.odd === undefined && (one.relation === 'is' || one.relation === 'part'),
  );
  return able.length === 1 ? able[0] : undefined;
}

/** "is reflected as deemed dividends": a part of that line; "is attributable to acquired research": all of that one. */
function inLine(draft: Draft, from: number, reading: Reading): void {
  const { sentence } = draft;
  let at = from;
  if (!words('is was are were has').has(wordAt(sentence, at))) return;
  let whole = false;
  for (let steps = 0; steps < 6; steps += 1) {
    at += 1;
    const word = wordAt(sentence, at);
    if (word === 'attributable') whole = true;
    if (word === 'as' || word === 'in' || (word === 'to' && whole)) {
      const line = lineAt(sentence, at + 1, reading);
      if (line && whole) claim(draft, line, 'part', `"attributable to ${line.words}"`);
      else if (line) draft.within = line;
      return;
    }
    if (
      !words(
        'reflected recorded included reported classified presented shown attributable recognized been primarily',
      ).has(word)
    )
      return;
  }
}

/** The longest run of words from `at` on that measures something and is not narrowed by what follows. */
function lineAt(sentence: Sentence, at: number, reading: Reading): Measure | undefined {
  let from = at;
  while (words('a an total').has(wordAt(sentence, from)) || isOwn(wordAt(sentence, from), reading)) from += 1;
  for (let to = Math.min(from + 10, sentence.to); to > from; to -= 1) {
    const last = sentence.words[to - 1];
    if (last?.kind !== 'word' || words('a an the of in for and or to from as on').has(last.lower)) continue;
    const measure = reading.measures.lookUp(textOf(sentence, from, to));
    if (measure) return measure;
  }
  return undefined;
}

const CHANGE_WORDS = words('increase decrease rise decline change growth reduction');

/** "$2.2 million of the increase", "increased G&A by $0.7 million", "the increase also reflected $1.6 million". */
function drivers(sentence: Sentence, drafts: readonly Draft[], context: Context): void {
  const change = drafts.find((one) => one.relation === 'is' && one.direction && one.measure) ?? context.change;
  if (!change) return;
  for (const draft of drafts) {
    if (draft.measure || draft.of || draft.amount.odd !== undefined || draft.amount.unit !== 'USD') continue;
    const { from, to } = draft.amount;
    const lead = overHedges(sentence, from);
    const of =
      wordAt(sentence, to) === 'of' &&
      words('the this that our').has(wordAt(sentence, to + 1)) &&
      CHANGE_WORDS.has(wordAt(sentence, to + 2));
    if (!of && !drives(sentence, lead, change)) continue;
    draft.relation = 'driver';
    draft.of = change;
    if (change.direction) draft.direction = change.direction;
    draft.because.push(`it explains a part of the change of ${change.measure?.words ?? ''}`);
  }
}

function drives(sentence: Sentence, lead: number, change: Draft): boolean {
  // "increased G&A by".
  if (wordAt(sentence, lead - 1) === 'by') {
    for (let at = lead - 2; at > Math.max(sentence.from, lead - 8); at -= 1) {
      if (!words('increased decreased reduced raised').has(wordAt(sentence, at))) continue;
      const object = textOf(sentence, at + 1, lead - 1).replace(/\s+/g, '');
      const name = change.measure?.words ?? '';
      return (
        object !== '' &&
        (initials(name) === object.toUpperCase().replace(/[^A-Z]/g, '') ||
          name.toLowerCase().includes(object.toLowerCase()))
      );
    }
    return false;
  }
  // "The increase also reflected", "This increase was due to".
  const start = words('the this that').has(wordAt(sentence, sentence.from)) ? sentence.from + 1 : sentence.from;
  if (!CHANGE_WORDS.has(wordAt(sentence, start))) return false;
  for (let at = start + 1; at < lead; at += 1) {
    if (
      !words(
        'also was is primarily mainly principally largely due to reflected reflects included includes resulted from attributable an increase of in by',
      ).has(wordAt(sentence, at))
    )
      return false;
  }
  return true;
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^[a-z]/i.test(word) && !/^(?:and|of|the|expenses?|costs?)$/i.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** "gross proceeds of $11.6 million through the sale of 4.1 million shares at $2.85". */
function offering(sentence: Sentence, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.measure || draft.of || draft.amount.odd !== undefined || draft.amount.unit !== 'USD') continue;
    const { from, to } = draft.amount;
    const lead = overHedges(sentence, from);
    const ahead =
      wordAt(sentence, lead - 1) === 'of' &&
      wordAt(sentence, lead - 2) === 'proceeds' &&
      words('gross aggregate total').has(wordAt(sentence, lead - 3));
    const after =
      words('in of').has(wordAt(sentence, to)) &&
      words('gross aggregate total').has(wordAt(sentence, to + 1)) &&
      wordAt(sentence, to + 2) === 'proceeds';
    if (!ahead && !after) continue;
    draft.called = 'gross proceeds';
    draft.because.push('"gross proceeds"');
    const next = drafts.slice(drafts.indexOf(draft) + 1);
    const [quantity, price] = next;
    if (!quantity || !price || quantity.amount.unit !== 'shares' || price.amount.odd !== undefined) continue;
    const link = textOf(sentence, quantity.amount.to, overHedges(sentence, price.amount.from)).toLowerCase();
    if (
      !/(?:^| )at(?: a| an)?(?: average)?(?: purchase| offering| sale)?(?: price of)?$/.test(link) ||
      link.split(' ').length > 9
    )
      continue;
    if (
      price.amount.unit !== 'USD/shares' &&
      !(price.amount.unit === 'USD' && price.amount.worded.ulp.toScaled().exponent <= 0)
    )
      continue;
    quantity.relation = 'quantity';
    quantity.of = draft;
    quantity.because.push(`sold for "${draft.amount.printed}"`);
    price.relation = 'price';
    price.of = draft;
    price.because.push(`the price at which "${quantity.amount.printed}" were sold`);
  }
}

/** Gives the draft its period, or leaves it without one. */
function timed(
  draft: Draft,
  drafts: readonly Draft[],
  subject: Subject | undefined,
  groups: readonly Group[],
  calendar: Calendar,
  context: Context,
): void {
  const { sentence, amount } = draft;
  const list = /^list (\d+) (\d+)$/.exec(draft.called ?? '');
  if (list) delete draft.called;
  if (draft.relation === 'driver' || draft.relation === 'price' || draft.relation === 'quantity') return;
  const instant = (draft.measure ?? draft.within)?.instant === true;
  const group = groups.find((one) => amount.from >= one.from && amount.to <= one.to);
  // The period before a subject may be the end of a comparison.
  const of = subject?.period;
  const ownPeriod =
    of && groups.some((one) => one !== group && of.from >= one.from && of.to <= one.to) ? undefined : of;
  const trailing =
    group &&
    wordAt(sentence, group.from) === 'from' &&
    groups.some((one) => one !== group && !sentence.amounts.some((each) => each.from >= one.from && each.to <= one.to));
  if (trailing) {
    // "from $0.6 million for this quarter as compared to the same period last year": of the year before, but not by its own words.
    if (draft.measure) draft.unplaced = 'the comparison names no period';
    return;
  }
  const said = list
    ? undefined
    : (behind(sentence, amount) ??
      ownPeriod ??
      within(sentence, group, groups) ??
      (group ? undefined : opening(sentence, amount, groups)));
  if (list) {
    const all = sentence.periods
      .filter((one) => !groups.some((each) => one.from >= each.from && one.to <= each.to))
      .flatMap((one) => resolve(one, calendar, instant));
    const found = all.length === Number(list[1]) ? all[Number(list[2])] : undefined;
    if (found !== undefined && wordAt(sentence, sentence.to - 1) !== '' && hasWord(sentence, 'respectively')) {
      draft.period = found;
      draft.because.push(`"respectively": the ${Number(list[2]) + 1}. of ${list[1]} periods`);
    } else draft.unplaced = 'it is one of several amounts, and which period each is for is not certain';
    return;
  }
  if (said) {
    const base = said.earlier === undefined ? undefined : baseOf(draft, drafts, groups, calendar, context);
    const found = resolve(said, calendar, instant, base);
    const each = found.length > 1 && (hasWord(sentence, 'each') || hasWord(sentence, 'both'));
    const [first] = found;
    if (first !== undefined && (found.length === 1 || each)) {
      draft.period = first;
      if (each) draft.also = found.slice(1);
      draft.because.push(`"${textOf(sentence, said.from, said.to)}"`);
    } else if (draft.measure ?? draft.within) {
      draft.unplaced =
        found.length > 1
          ? 'it stands beside several periods'
          : `"${textOf(sentence, said.from, said.to)}" names no period that is certain`;
    }
    return;
  }
  if (sentence.periods.length > 0 && !group) {
    if (draft.measure) draft.unplaced = 'which of the periods in its sentence it is for is not certain';
    return;
  }
  if (group) {
    if (draft.measure) draft.unplaced = 'the comparison names no period';
    return;
  }
  if (!context.period) return;
  const [found] = resolve(context.period.words, calendar, instant);
  if (found === undefined) return;
  draft.period = found;
  draft.because.push(
    `"${textOf(context.period.sentence, context.period.words.from, context.period.words.to)}" earlier in the paragraph`,
  );
}

function hasWord(sentence: Sentence, word: string): boolean {
  for (let at = sentence.from; at < sentence.to; at += 1) if (wordAt(sentence, at) === word) return true;
  return false;
}

const BETWEEN = words(
  ", or and ( ) per basic diluted share common fully a of the net loss income for in during at as on each ended quarter's shares both",
);

/** The period right behind an amount, with at most amounts a share and prepositions between. */
function behind(sentence: Sentence, amount: Amount): PeriodWords | undefined {
  let at = amount.to;
  let prepositions = 0;
  while (at < sentence.to && at - amount.to < 24) {
    const period = startsAt(sentence.periods, at);
    // A period behind a comma may open the next clause: only a preposition ties it to this one.
    if (period) return prepositions > 0 || period.earlier !== undefined ? period : undefined;
    const next = startsAt(sentence.amounts, at);
    if (next) {
      if (next.unit !== 'USD/shares') return undefined;
      at = next.to;
      prepositions = 0;
      continue;
    }
    const word = wordAt(sentence, at);
    if (words('for in during at as').has(word)) prepositions += 1;
    else if (word === 'and') return undefined;
    else if (!BETWEEN.has(word)) return undefined;
    at += 1;
  }
  return undefined;
}

/** The one period of the comparison, or of all that is no comparison. */
function within(sentence: Sentence, group: Group | undefined, groups: readonly Group[]): PeriodWords | undefined {
  const own = sentence.periods.filter((one) =>
    group
      ? one.from >= group.from && one.to <= group.to
      : !groups.some((each) => one.from >= each.from && one.to <= each.to),
  );
  return own.length === 1 ? own[0] : undefined;
}

/** The period with which the sentence opens. */
function opening(sentence: Sentence, amount: Amount, groups: readonly Group[]): PeriodWords | undefined {
  const [first, ...others] = sentence.periods.filter(
    (one) => !groups.some((each) => one.from >= each.from && one.to <= each.to),
  );
  // A second period between may be that of the amount.
  if (others.some((one) => one.to <= amount.from)) return undefined;
  if (!first || groups.some((each) => first.from >= each.from && first.to <= each.to)) return undefined;
  for (let at = sentence.from; at < first.from; at += 1) if (!TO_PERIOD.has(wordAt(sentence, at))) return undefined;
  return first;
}

/** The period with which "the same period last year" is compared: that of the amount outside of the comparison. */
function baseOf(
  draft: Draft,
  drafts: readonly Draft[],
  groups: readonly Group[],
  calendar: Calendar,
  context: Context,
): Period | undefined {
  const { sentence } = draft;
  const head = sentence.periods.filter(
    (one) => one.earlier === undefined && !groups.some((each) => one.from >= each.from && one.to <= each.to),
  );
  const instant = draft.measure?.instant === true;
  const found = new Set(head.flatMap((one) => resolve(one, calendar, instant)));
  if (found.size === 1) return [...found][0];
  if (found.size > 1) return drafts.find((one) => one.period !== undefined && one.measure === draft.measure)?.period;
  return context.period ? resolve(context.period.words, calendar, instant)[0] : undefined;
}

/** The period from which a change is counted: that of the comparison, of the amount compared with, or named by "over". */
function since(
  draft: Draft,
  drafts: readonly Draft[],
  groups: readonly Group[],
  calendar: Calendar,
  context: Context,
): void {
  const { sentence } = draft;
  const other = drafts.find(
    (one) =>
      one.relation === 'is' &&
      one.measure === draft.measure &&
      one.period !== undefined &&
      groups.some((each) => one.amount.from >= each.from && one.amount.to <= each.to),
  );
  const named = sentence.periods.find(
    (one) => one.earlier !== undefined || groups.some((each) => one.from >= each.from && one.to <= each.to),
  );
  const base = baseOf(draft, drafts, groups, calendar, context);
  const found = other?.period ?? (named && resolve(named, calendar, draft.measure?.instant === true, base)[0]);
  // The change itself belongs to the later period, whichever of them the words right behind it name.
  if (base !== undefined && draft.relation === 'change') draft.period = base;
  if (draft.relation !== 'change') {
    if (found !== undefined && draft.period !== undefined && found < draft.period) draft.since = found;
    return;
  }
  if (found !== undefined && draft.period !== undefined && found < draft.period) draft.since = found;
  else draft.unplaced = 'it is a change, and from which period on is not certain';
}

/** How far behind an amount a word still says that it is expected: "$5 million is expected to". */
const SOON = 6;

/** Whether something in the sentence says that an amount is no reported one: before it, or right behind it. */
function vetoOf(sentence: Sentence, amount: Amount, subjects: readonly Subject[]): string | undefined {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const word = wordAt(sentence, at);
    if (FORWARD.has(word) && at < amount.to + SOON) return `"${word}": it is not reported but expected or supposed`;
    if (word === 'previously' && words('reported stated issued filed').has(wordAt(sentence, at + 1)))
      return `"${word}": it may have been restated since`;
    if (APART.has(word)) return `"${word}": it may be of something else than the company as a whole`;
    if (
      OTHER_BASIS.has(word) &&
      !subjects.some((one) => at >= one.from && at < one.from + 12 && one.measure.words.toLowerCase().includes(word))
    )
      return `"${word}": it may be stated on another basis than the statements`;
  }
  return undefined;
}

/** Makes up its mind: a claim with a measure and a period, or the reason why not. */
function settle(draft: Draft, veto: string | undefined): void {
  const { amount, sentence } = draft;
  if (amount.odd !== undefined) {
    draft.unplaced = amount.odd;
  } else if (veto !== undefined) {
    draft.unplaced = veto;
  } else if (
    draft.unplaced === undefined &&
    !draft.measure &&
    !draft.within &&
    !draft.of &&
    draft.called === undefined
  ) {
    draft.unplaced = 'the words before it name no line of the statements for certain';
  } else if (
    draft.of &&
    (draft.period === undefined || isInstant(draft.period) !== (draft.measure ?? draft.within)?.instant)
  ) {
    // A part of another amount; in which line it stands is not certain.
    delete draft.measure;
    delete draft.within;
    delete draft.period;
  } else if (draft.within && draft.unplaced === undefined && !draft.measure) {
    if (draft.period === undefined || isInstant(draft.period) !== draft.within.instant)
      draft.unplaced = 'its period is not certain';
    else if (draft.within.unit !== amount.unit) draft.unplaced = `${draft.within.words} is not measured in this unit`;
  } else if (draft.unplaced === undefined && draft.measure) {
    const { measure } = draft;
    const percent = amount.unit === 'pure';
    if (
      draft.relation === 'change'
        ? !percent && measure.unit !== amount.unit
        : measure.unit !== amount.unit && !(measure.unit === 'USD/shares' && amount.unit === 'USD')
    ) {
      draft.unplaced = `${measure.words} is not measured in this unit`;
    } else if (draft.relation === 'is' && !draft.whole && !endsWell(sentence, amount)) {
      draft.unplaced = 'the words behind it narrow what it is';
    } else if (draft.period === undefined) {
      draft.unplaced = 'its period is not certain';
    } else if (isInstant(draft.period) !== measure.instant) {
      draft.unplaced = 'its period is not certain';
    }
  }
  if (draft.unplaced !== undefined) {
    delete draft.of;
    draft.relation = 'is';
  }
}

/** Whether nothing behind the amount says that it is only a part, or more than stands there. */
function endsWell(sentence: Sentence, amount: Amount): boolean {
  let at = amount.to;
  if (wordAt(sentence, at) === 'per' || wordAt(sentence, at) === 'a' || wordAt(sentence, at) === '/') {
    while (
      at < sentence.to &&
      at - amount.to < 10 &&
      words('per a / basic diluted fully common share shares and or ordinary , ( ) unit').has(wordAt(sentence, at))
    )
      at += 1;
    at = Math.max(amount.to, at);
    if (wordAt(sentence, at - 1) === ',' || wordAt(sentence, at - 1) === 'and' || wordAt(sentence, at - 1) === '(')
      at -= 1;
  }
  const word = wordAt(sentence, at);
  if (HIGHER.has(word)) return false;
  if (word === '' || startsAt(sentence.periods, at)) return true;
  if (word === 'from') return fromAmount(sentence, at);
  if (word === 'of') return wordAt(sentence, at + 1) === 'which';
  if (FOLLOWERS.has(word)) {
    if ((word === 'a' || word === 'an') && !HIGHER.has(wordAt(sentence, at + 1))) return true;
    return true;
  }
  if (word === 'including') return true;
  if (word === 'on')
    return (
      words('revenue revenues sales net total').has(wordAt(sentence, at + 1)) ||
      startsAt(sentence.periods, at + 1) !== undefined
    );
  // "for the quarter", "at the end of 2006", "in the first quarter".
  let next = at;
  while (next < sentence.to && next - at < 6 && TO_PERIOD.has(wordAt(sentence, next))) next += 1;
  return next > at && startsAt(sentence.periods, next) !== undefined;
}

function remember(
  sentence: Sentence,
  drafts: readonly Draft[],
  groups: readonly Group[],
  context: Context,
  calendar: Calendar,
): void {
  // A sentence without amounts may stand between an amount and what "this charge" points to.
  if (drafts.length > 0) context.before = drafts;
  const first = sentence.periods.find(
    (one) =>
      one.earlier === undefined &&
      !groups.some((each) => one.from >= each.from && one.to <= each.to) &&
      (one.days.length > 0 || one.years.length > 0 || one.months !== undefined),
  );
  if (first && drafts.length > 0 && resolve(first, calendar, false).length > 0)
    context.period = { words: first, sentence };
  const change = drafts.find(
    (one) => one.relation === 'is' && one.direction && one.measure && one.unplaced === undefined,
  );
  if (change) context.change = change;
}
