/** Which words before an amount say what it measures: the whole subject of its verb, or the noun before its "of". */
import type { Amount } from './amounts.ts';
import type { Measure, Measures } from './measures.ts';
import { endsAt, leftOverPeriod, textOf, wordAt } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import type { PeriodWords } from './periods.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const HEDGES = words(
  'approximately about roughly around some nearly almost over under only just a an record total estimated exceeding',
);
const ADVERBS = words(
  'slightly sharply significantly substantially modestly further also respectively sequentially dramatically marginally again only nearly approximately about solidly strongly',
);
const BE = words('was were is are totaled totalled equaled equalled reached aggregated approximated remained');
const UP = words('increased rose grew climbed advanced improved jumped surged expanded up');
const DOWN = words('decreased declined fell dropped shrank down');
const AUXILIARY = words('has have had also both');
const OBJECT_OF = words(
  'reported recorded posted had held has have hold holds generated recognized recognised incurred achieved announced realized delivered earned produced experienced sustained reports records posts',
);
const COMPARED = words('to with versus against from vs than');
const JOINTS = words('and while but whereas although');
const OPENING = words(
  'however additionally also overall accordingly therefore consequently furthermore moreover finally meanwhile similarly consolidated',
);
const SELF = words('company we corporation registrant it bank partnership trust group');
const DETERMINERS = words("the our its this company's corporation's registrant's bank's partnership's trust's group's");

/** A subject is not looked for further away than this. */
const REACH = 16;

export interface Subject {
  readonly measure: Measure;
  /** Where its first word stands. */
  readonly from: number;
  readonly period?: PeriodWords;
  readonly relation: 'is' | 'part' | 'change';
  readonly direction?: 'up' | 'down';
  /** Amounts of a change that stand between the verb and the amount: "increased 12% to". */
  readonly changes: readonly Amount[];
  /** Whether it goes on from what stands before: "revenue of $5 million and net income of". */
  readonly joined?: true;
}

/** What a sentence is read with. */
export interface Reading {
  readonly measures: Measures;
  /** Names of the reporting company, in lower case. */
  readonly names: ReadonlySet<string>;
}

/** Goes left over words that only say how exact an amount is. */
export function overHedges(sentence: Sentence, at: number): number {
  let next = at;
  for (;;) {
    const word = wordAt(sentence, next - 1);
    if (HEDGES.has(word)) next -= 1;
    else if (word === 'than' && words('more less greater').has(wordAt(sentence, next - 2))) next -= 2;
    else if (word === 'least' && wordAt(sentence, next - 2) === 'at') next -= 2;
    else return next;
  }
}

/** The subject of the verb that leads to the amount, or the noun that it is the amount of. */
export function subjectOf(sentence: Sentence, amount: Amount, reading: Reading): Subject | undefined {
  let at = overHedges(sentence, amount.from);
  if (wordAt(sentence, at - 1) === 'of') return nounOf(sentence, at - 1, reading);
  let period: PeriodWords | undefined;
  const changes: Amount[] = [];
  let moved = false;
  for (let steps = 0; steps < REACH; steps += 1) {
    const word = wordAt(sentence, at - 1);
    const over = leftOverPeriod(sentence, at);
    if (over) {
      period ??= over.period;
      at = over.at;
    } else if (word === 'to' && !moved) {
      moved = true;
      at -= 1;
      at = overChange(sentence, at, changes);
    } else if (ADVERBS.has(word)) at -= 1;
    else if (word === 'at' && wordAt(sentence, at - 2) === 'stood')
      return subjectBefore(sentence, at - 2, reading, {
        relation: 'is',
        changes,
        ...(period && { period }),
      });
    else if (BE.has(word) || (moved && (word === 'amounted' || word === 'came'))) {
      if (moved && BE.has(word) && changes.length === 0) return undefined;
      return subjectBefore(sentence, at - 1, reading, {
        relation: 'is',
        changes,
        ...(period && { period }),
      });
    } else if (UP.has(word) || DOWN.has(word) || (word === 'by' && !moved)) {
      const verb = word === 'by' ? at - 2 : at - 1;
      const name = wordAt(sentence, verb);
      if (!UP.has(name) && !DOWN.has(name)) return undefined;
      const auxiliary = (name === 'up' || name === 'down') && BE.has(wordAt(sentence, verb - 1)) ? 1 : 0;
      if ((name === 'up' || name === 'down') && auxiliary === 0) return undefined;
      return subjectBefore(sentence, verb - auxiliary, reading, {
        relation: moved ? 'is' : 'change',
        direction: UP.has(name) ? 'up' : 'down',
        changes,
        ...(period && { period }),
      });
    } else return undefined;
  }
  return undefined;
}

/** Goes left over the amounts of a change: "by $1.2 million, or 12%,". */
function overChange(sentence: Sentence, from: number, changes: Amount[]): number {
  let at = from;
  for (let steps = 0; steps < REACH; steps += 1) {
    const word = wordAt(sentence, at - 1);
    const amount = endsAt(sentence.amounts, at);
    if (amount) {
      changes.unshift(amount);
      at = overHedges(sentence, amount.from);
    } else if (changes.length > 0 ? words(', or by ( )').has(word) : word === ',' || word === ')') at -= 1;
    else return at;
  }
  return at;
}

type Rest = Pick<Subject, 'relation' | 'changes' | 'period' | 'direction'>;

/** The subject that ends right before a verb. */
function subjectBefore(sentence: Sentence, verb: number, reading: Reading, rest: Rest): Subject | undefined {
  let end = verb;
  let { period } = rest;
  for (let steps = 0; steps < REACH; steps += 1) {
    if (AUXILIARY.has(wordAt(sentence, end - 1)) || ADVERBS.has(wordAt(sentence, end - 1))) {
      end -= 1;
      continue;
    }
    const over = leftOverPeriod(sentence, end);
    if (!over) break;
    period ??= over.period;
    end = over.at;
  }
  return nounBefore(sentence, end, false, reading, {
    ...rest,
    ...(period && { period }),
  });
}

/** The noun before "of AMOUNT", where it is a whole noun: "reported a net loss of", "compared to revenue of". */
function nounOf(sentence: Sentence, of: number, reading: Reading): Subject | undefined {
  let end = of;
  const over = leftOverPeriod(sentence, end);
  if (over) end = over.at;
  return nounBefore(sentence, end, true, reading, {
    relation: 'is',
    changes: [],
    ...(over && { period: over.period }),
  });
}

/** The longest run of words before `end` that begins where a noun may begin and measures something. */
function nounBefore(
  sentence: Sentence,
  end: number,
  object: boolean,
  reading: Reading,
  rest: Rest,
): Subject | undefined {
  for (let from = Math.max(sentence.from, end - REACH); from < end; from += 1) {
    if (!mayBegin(sentence, from, object, reading)) continue;
    const found = measureIn(sentence, from, end, reading);
    if (!found) continue;
    // "…, and for the year ended December 31, 2006, our operating expenses were".
    const ahead = leftOverPeriod(sentence, from);
    const period = rest.period ?? found.period ?? (ahead && ahead.at > sentence.from ? ahead.period : undefined);
    const last = wordAt(sentence, from - 1);
    const joined = object && from > sentence.from && (last === ',' || JOINTS.has(last));
    return {
      ...rest,
      ...found,
      from,
      ...(period && { period }),
      ...(joined && { joined: true as const }),
    };
  }
  return undefined;
}

interface Found {
  readonly measure: Measure;
  readonly relation: Subject['relation'];
  readonly period?: PeriodWords;
}

/** Looks up a run of words without its determiner, its owner, the period before it and remarks in parentheses. */
function measureIn(
  sentence: Sentence,
  from: number,
  end: number,
  reading: Reading,
): (Pick<Found, 'measure' | 'period'> & Partial<Found>) | undefined {
  let start = from;
  let part = false;
  if (wordAt(sentence, start) === 'included' && wordAt(sentence, start + 1) === 'in') {
    part = true;
    start += 2;
  }
  let period: PeriodWords | undefined;
  for (let steps = 0; steps < 4 && start < end; steps += 1) {
    const word = wordAt(sentence, start);
    const named = sentence.periods.find((one) => one.from === start);
    if (isOwn(word, reading)) start += 1;
    else if (named && named.to < end) {
      period = named;
      start = named.to;
      if (wordAt(sentence, start) === "'s" || wordAt(sentence, start) === ',') start += 1;
    } else break;
  }
  if (start >= end || end - start > REACH) return undefined;
  if (sentence.amounts.some((amount) => amount.from < end && amount.to > start)) return undefined;
  if (sentence.periods.some((one) => one.from < end && one.to > start)) return undefined;
  const phrase = textOf(sentence, start, end).replace(/\([A-Z&]{1,8}\) ?/g, '');
  const measure =
    reading.measures.lookUp(phrase) ??
    (/^(?:total|consolidated|record|net) /i.test(phrase) && !/^net /i.test(phrase)
      ? reading.measures.lookUp(phrase.replace(/^\w+ /, ''))
      : undefined);
  return (
    measure && {
      measure,
      ...(part && { relation: 'part' as const }),
      ...(period && { period }),
    }
  );
}

/** Whether a word says whose the noun behind it is, and means the company itself: "the", "our", "the Company's". */
export function isOwn(word: string, reading: Reading): boolean {
  return DETERMINERS.has(word) || isOwner(word, reading);
}

function isOwner(word: string, reading: Reading): boolean {
  return /'s?$/.test(word) && reading.names.has(word.replace(/'s?$/, ''));
}

/** Whether a noun may begin at a word, so that nothing before it narrows what it means. */
function mayBegin(sentence: Sentence, at: number, object: boolean, reading: Reading): boolean {
  if (at === sentence.from) return true;
  const before = wordAt(sentence, at - 1);
  if (before === '\u2022' || before === '*') return true;
  // Behind a colon or semicolon stands a sentence of its own, or a list of what something else is made of.
  if (before === ';' || before === ':' || before === '\u2014' || before === '\u2013') return !object;
  if (before === 'that') return true;
  if (before === ',') return endsClause(sentence, at - 1) || isOpening(sentence, at - 1);
  if (JOINTS.has(before)) {
    const end = wordAt(sentence, at - 2) === ',' ? at - 2 : at - 1;
    return endsClause(sentence, end);
  }
  if (!object) return false;
  const article = before === 'a' || before === 'an' || isOwn(before, reading);
  const verb = article ? wordAt(sentence, at - 2) : before;
  if (
    COMPARED.has(verb) &&
    (verb === 'versus' || verb === 'vs' || verb === 'against' || isComparator(sentence, article ? at - 2 : at - 1))
  )
    return true;
  return OBJECT_OF.has(verb) && isSelf(sentence, article ? at - 2 : at - 1, reading);
}

function isComparator(sentence: Sentence, at: number): boolean {
  const before = wordAt(sentence, at - 1);
  return before === 'compared' || before === 'comparison' || before === 'up' || before === 'down';
}

/** Whether the verb's subject is the reporting company itself. */
function isSelf(sentence: Sentence, verb: number, reading: Reading): boolean {
  let at = verb;
  for (let steps = 0; steps < 6 && at > sentence.from; steps += 1) {
    const word = wordAt(sentence, at - 1);
    const over = leftOverPeriod(sentence, at);
    if (over) at = over.at;
    else if (AUXILIARY.has(word) || ADVERBS.has(word) || word === 'today' || word === ',') at -= 1;
    else return SELF.has(word) || reading.names.has(word) || words('inc corp co ltd llc plc .').has(word);
  }
  return at === sentence.from;
}

/** Whether an amount, a period or the words behind an amount a share end right before `at`. */
function endsClause(sentence: Sentence, at: number): boolean {
  if (endsAt(sentence.amounts, at) || endsAt(sentence.periods, at)) return true;
  const word = wordAt(sentence, at - 1);
  if (word === 'respectively') return true;
  if (word !== 'share' && word !== 'diluted' && word !== 'basic' && word !== ')') return false;
  return sentence.amounts.some((amount) => amount.to < at && at - amount.to < 8);
}

/** Whether the words up to a comma only open the sentence: "However," or "For the first quarter of 2006,". */
function isOpening(sentence: Sentence, comma: number): boolean {
  let at = comma;
  const over = leftOverPeriod(sentence, at);
  if (over) at = over.at;
  if (at <= sentence.from) return true;
  const text = textOf(sentence, sentence.from, at).toLowerCase();
  return (
    OPENING.has(text) ||
    text === 'in addition' ||
    text === 'as a result' ||
    text === 'on a consolidated basis' ||
    text === 'in total'
  );
}
