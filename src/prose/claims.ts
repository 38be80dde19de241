/** From the prose of a document to claims in its filing: what each amount measures, and when, or why that is not said. */
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import type { Block } from '../documents/blocks.ts';
import { capAmounts } from '../documents/caps.ts';
import { readStatements } from '../documents/statements.ts';
import type { Claim, Filing } from '../generated/types.ts';
import { amountsIn, mayHoldAmounts } from './amounts.ts';
import { calendarOf } from './calendar.ts';
import { measuresOf } from './measures.ts';
import type { Measures } from './measures.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import { periodsIn } from './periods.ts';
import { placeSentence } from './place.ts';
import type { Reading } from './subjects.ts';
import type { Context, Draft } from './place.ts';
import { textOf } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import { sentencesOf, wordsOf } from './words.ts';

/** "(in thousands)" in the text itself: its amounts may be in thousands where they do not say so. */
const IN_SCALE = /\bin (?:thousands|millions|000s)\b/i;
const UNSCALED = 'the text speaks of thousands or millions, and whether this amount is in them is not said';

function isBare({ amount }: Draft): boolean {
  return (
    amount.unit === 'USD' &&
    !/[a-z]/i.test(amount.printed) &&
    !amount.printed.includes('.') &&
    !amount.printed.endsWith(',000')
  );
}

/** A heading that is there so often is that of the pages. */
const RUNNING = 4;

/** A longer sentence, or one with more amounts, is a list that lost its lines; nothing in it is placed. */
const LONGEST_SENTENCE = 250;
const MOST_AMOUNTS = 40;
/** A longer paragraph is not looked into sentence by sentence for its periods. */
const EVIDENCE = 160;

/**
 * Reads a whole report from a document's blocks: its statements, and what its sentences claim of them.
 * Takes time in proportion to the text.
 * @param document the name under which places refer to it
 */
export function readFiling(blocks: readonly Block[], document: string, vocabulary: VocabularyIndex): Filing {
  const filing = readStatements(blocks, document, vocabulary);
  const claims = readClaims(filing, blocks, vocabulary);
  const { notes, ...rest } = filing;
  return {
    ...rest,
    ...(claims.length > 0 && { claims }),
    ...(notes && { notes }),
  };
}

interface Read {
  readonly paragraph: Paragraph;
  readonly sentences: readonly Sentence[];
}

function readClaims(filing: Filing, blocks: readonly Block[], vocabulary: VocabularyIndex): Claim[] {
  const paragraphs = paragraphsOf(blocks);
  const read = paragraphs.map(readParagraph);
  const named = read.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.periods));
  const calendar = calendarOf(
    filing,
    named,
    paragraphs.some(({ text }) => /\bfiscal\b/i.test(text)),
  );
  const reading: Reading = {
    measures: measuresOf(filing, vocabulary),
    names: namesOf(filing, paragraphs),
  };
  const inThousands = paragraphs.some(({ text }) => text.length < 100_000 && IN_SCALE.test(text));
  const drafts: { readonly draft: Draft; readonly paragraph: Paragraph }[] = [];
  let heading = '';
  let segment = false;
  const heads = new Map<string, number>();
  for (const { text, heading: short } of paragraphs) if (short) heads.set(text, (heads.get(text) ?? 0) + 1);
  for (const { paragraph, sentences } of read) {
    if (paragraph.heading && sentences.every((sentence) => sentence.amounts.length === 0)) {
      // What stands at the head of every page opens no section.
      if ((heads.get(paragraph.text) ?? 0) < RUNNING) {
        heading = paragraph.text;
        segment = false;
      }
      continue;
    }
    segment ||= ONE_SEGMENT.test(paragraph.text.slice(0, MOST_LOOKED));
    if (sentences.length === 0) continue;
    const context: Context = { before: [] };
    const veto = vetoOfHeading(heading, reading) ?? (segment ? OF_SEGMENT : undefined);
    for (const sentence of sentences) {
      const long = sentence.to - sentence.from > LONGEST_SENTENCE || sentence.amounts.length > MOST_AMOUNTS;
      const own = long
        ? sentence.amounts.map((amount) => tooLong(amount, sentence))
        : placeSentence(sentence, reading, calendar, context, veto);
      if (inThousands) for (const draft of own) if (isBare(draft)) draft.unplaced ??= UNSCALED;
      for (const draft of own) drafts.push({ draft, paragraph });
      capAmounts(drafts.length);
    }
  }
  return written(drafts, reading.measures);
}

function tooLong(amount: Draft['amount'], sentence: Sentence): Draft {
  return {
    amount,
    sentence,
    relation: 'is',
    because: [],
    unplaced: 'its sentence is too long to be understood',
  };
}

/** The sentences of a paragraph that has amounts, or that may tell in which month the quarters end; of others none. */
function readParagraph(paragraph: Paragraph): Read {
  const { text } = paragraph;
  const tells = /quarter|q[1-4]/i.test(text) && /\d/.test(text);
  if (!tells && !mayHoldAmounts(text)) return { paragraph, sentences: [] };
  const words = wordsOf(text);
  const found = sentencesOf(words).map(({ from, to }) => ({ from, to, amounts: amountsIn(text, words, from, to) }));
  if (!tells && found.every(({ amounts }) => amounts.length === 0)) return { paragraph, sentences: [] };
  const sentences = found.map((one): Sentence => ({
    ...one,
    text,
    words,
    periods: periodsIn(words, one.from, one.to),
  }));
  return { paragraph, sentences };
}

/** Words of headings under which a company speaks of itself as a whole. */
const OVERALL =
  /\b(?:result|financial|operat|highlight|overview|summary|liquidity|capital|resource|revenue|sales|income|expense|cost|cash|earning|profit|loss|margin|quarter|year|months?|period|review|discussion|analysis|consolidated|compar|tax|interest|research|development|administrative|marketable|securities|performance|condition|working|debt|assets|liabilit|equity|going concern|nature|business|basis|announces?|reports?|fiscal|item|note|general|press release|contact|company|about|exhibit|form|page|unaudited|management|introduction|background|figures|explained|brief)\w*/i;

/** A heading that says that what stands below it is no reported figure, or names a part of the company. */
function vetoOfHeading(heading: string, reading: Reading): string | undefined {
  const plain = heading.toLowerCase();
  const overall =
    heading === '' ||
    /\d/.test(heading) ||
    OVERALL.test(heading) ||
    SUFFIX.test(heading) ||
    [...reading.names].some((name) => plain.includes(name));
  if (!overall) return `under "${heading}" it may be of a part of the company`;
  const found =
    /\b(?:non-gaap|pro forma|segments?|outlook|guidance|forward|reconciliations?|adjusted|parent company|subsequent|unaudited pro)\b/i.exec(
      heading,
    );
  return found ? `it stands under "${heading}"` : undefined;
}

/** "Revenue of the wireless operating segment was as follows": until the next heading, revenue is its revenue. */
const ONE_SEGMENT =
  /(?<!\b(?:one|single|each|every|any|no) )\b(?:operating|reportable|reporting|business) segment\b|\bthis (?:segment|business|division)\b/i;
const OF_SEGMENT = 'the text above it speaks of one segment of the company';

const SUFFIX =
  /\b([A-Z][\w.&'-]*(?:[ -][A-Z&][\w.&'-]*){0,4}?),? (?:Inc|INC|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|Ltd|LTD|Limited|LIMITED|LLC|plc|PLC|L\.P|LP|Group|GROUP|Holdings|HOLDINGS|Bancorp|BANCORP)\b/;
const LISTED =
  /\b([A-Z][\w.&'-]*(?:[ -][A-Z&][\w.&'-]*){0,4}?)(?:,? (?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|plc|Group|Holdings)\.?,?)? \((?:Nasdaq|NASDAQ|NYSE|New York Stock|AMEX|OTC|OTCQB|TSX)/;
const LISTING = /\((?:Nasdaq|NASDAQ|NYSE|New York Stock|AMEX|OTC|TSX)/;
const MOST_LOOKED = 400;

/** The names by which the document calls its own company: in its headings, or before its listing. */
function namesOf(filing: Filing, paragraphs: readonly Paragraph[]): Set<string> {
  const names = new Set<string>();
  const add = (name: string | undefined) => {
    if (name === undefined) return;
    const plain = name.toLowerCase();
    names.add(plain);
    const [first] = plain.split(/[ -]/);
    if (first !== undefined && first.length > 2 && first !== 'the') names.add(first);
  };
  add(filing.company);
  for (const { text, heading } of paragraphs.slice(0, MOST_LOOKED)) {
    const head = text.slice(0, 600);
    if (heading) add(SUFFIX.exec(head)?.[1]);
    else if (LISTING.test(head)) add(LISTED.exec(head)?.[1]);
  }
  return names;
}

/** The drafts as claims, numbered in the order of the page. */
function written(
  drafts: readonly { readonly draft: Draft; readonly paragraph: Paragraph }[],
  measures: Measures,
): Claim[] {
  const ids = new Map<Draft, string>();
  let count = 0;
  for (const { draft } of drafts) {
    count += 1;
    ids.set(draft, `p${count}`);
    count += draft.also?.length ?? 0;
  }
  return drafts.flatMap(({ draft, paragraph }) => {
    const one = claimOf(draft, paragraph, ids, measures);
    return [one, ...(draft.also ?? []).map((period): Claim => ({ ...one, period }))];
  });
}

function claimOf(draft: Draft, paragraph: Paragraph, ids: ReadonlyMap<Draft, string>, measures: Measures): Claim {
  const { amount, sentence, measure } = draft;
  const place = paragraph.placeAt(sentence.words[amount.from]?.start ?? 0);
  const placed = draft.unplaced === undefined;
  // "4.1 million shares at $2.85": the price is one a share, though the text does not say so again.
  const unit = draft.relation === 'price' ? 'USD/shares' : amount.unit;
  const sum = placed && measure && draft.relation === 'is' ? sumOf(measure.words, measures) : undefined;
  const name = measure?.words ?? draft.called ?? draft.within?.words;
  return {
    printed: amount.printed,
    at: `${place.line}:${place.column}`,
    ...(unit !== amount.worded.unit && { unit }),
    ...(placed && name !== undefined && { measures: name }),
    ...(placed && measure?.concept && { concept: measure.concept.name }),
    ...(placed && draft.within?.concept && { within: draft.within.concept.name }),
    ...(sum && { sum }),
    ...(placed && draft.period !== undefined && { period: draft.period }),
    ...(placed && draft.since !== undefined && { since: draft.since }),
    ...(placed && draft.relation !== 'is' && { relation: draft.relation }),
    ...(placed && draft.of && { of: ids.get(draft.of) ?? '' }),
    ...(placed &&
      draft.direction &&
      (draft.since !== undefined || draft.relation === 'driver') && {
        direction: draft.direction,
      }),
    ...(placed && measure?.negative && draft.relation === 'is' && { negative: true as const }),
    ...(amount.hedge && { hedge: amount.hedge }),
    words: evidence(sentence, draft),
    ...(placed && draft.because.length > 0 && { because: draft.because.join('; ') }),
    ...(draft.unplaced !== undefined && { unplaced: draft.unplaced }),
  };
}

/** The words around an amount: as much of its sentence as a reader needs to find it. */
function evidence(sentence: Sentence, draft: Draft): string {
  const { from, to } = draft.amount;
  const start = Math.max(sentence.from, from - 10);
  const end = Math.min(sentence.to, to + 6);
  return `${start > sentence.from ? '… ' : ''}${textOf(sentence, start, end).slice(0, EVIDENCE)}${end < sentence.to ? ' …' : ''}`;
}

/** The concepts of "cash and marketable securities", where the report shows them on lines of their own. */
function sumOf(words: string, measures: Measures): string[] | undefined {
  const names = words.split(/,? and |, /);
  if (names.length < 2 || names.length > 4) return undefined;
  const found = names.map((name) => measures.lookUp(name)?.concept?.name);
  const known = [...new Set(found.flatMap((name) => name ?? []))];
  const [own] = [measures.lookUp(words)?.concept?.name];
  return found.every((name) => name !== undefined) &&
    known.length > 1 &&
    own !== undefined &&
    !measures.shows(own) &&
    known.every((name) => measures.shows(name))
    ? known
    : undefined;
}
