/** How far something went up or down, told behind its amount or in the next sentence: "up 6% from", "a decrease of". */
import type { Group } from './comparisons.ts';
import { DECREASE, DOWN, INCREASE, UP } from './cues.ts';
import { claim } from './draft.ts';
import type { Context, Draft } from './draft.ts';
import { TO_PERIOD, startsAt, textOf, wordAt } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import { overHedges } from './subjects.ts';

/** Words that may stand between an amount and how far it changed. */
const BETWEEN =
  /^(?:[,()/]|and|or|are|is|was|were|per|basic|diluted|share|common|fully|compared|versus|vs|to|with|from|against|which|represents|represented|representing|an|a|respectively)$/;

/**
 * Claims the amounts that say how far another one changed.
 * @param inGroup whether an amount stands in a comparison
 */
export function changed(
  sentence: Sentence,
  drafts: readonly Draft[],
  inGroup: (draft: Draft) => Group | undefined,
  context: Context,
): void {
  for (const [index, draft] of drafts.entries()) {
    const { amount } = draft;
    if (draft.measure || draft.of || amount.odd !== undefined || inGroup(draft)) continue;
    const cue = cueOf(sentence, overHedges(sentence, amount.from), drafts[index - 1]);
    if (!cue) continue;
    const base = cue.base ?? drafts.slice(0, index).findLast((one) => isLevel(one) && !inGroup(one));
    if (base && onlyBetween(sentence, base.amount.to, cue.from)) {
      claim(draft, base.measure!, 'change', `how far "${base.amount.printed}" changed`);
      draft.direction = cue.way;
      draft.level = base;
    } else if (!base && context.pair && opensWith(sentence, cue.from)) {
      const { measure, period, since } = context.pair;
      claim(draft, measure, 'change', `how far ${measure.words} changed, told in the sentence before`);
      draft.direction = cue.way;
      draft.period = period;
      draft.since = since;
      draft.dated = true;
    }
  }
}

function isLevel(draft: Draft): boolean {
  return draft.relation === 'is' && draft.measure !== undefined;
}

interface Cue {
  readonly way: 'up' | 'down';
  /** The first word of the cue. */
  readonly from: number;
  readonly base?: Draft;
}

/** The words right before an amount that say that it is a change, and which way. */
function cueOf(sentence: Sentence, lead: number, before: Draft | undefined): Cue | undefined {
  let at = lead - 1;
  // "…, or 12%", "(12%)": beside another amount of the same change.
  if (before && isChange(before) && /^,? ?(?:or|\()?$/.test(textOf(sentence, before.amount.to, lead).toLowerCase())) {
    return before.level && { way: before.direction, from: before.level.amount.to, base: before.level };
  }
  if (wordAt(sentence, at) === 'by') at -= 1;
  const word = wordAt(sentence, at);
  if (UP.has(word)) return { way: 'up', from: at };
  if (DOWN.has(word)) return { way: 'down', from: at };
  if (wordAt(sentence, lead - 1) !== 'of') return undefined;
  const noun = wordAt(sentence, lead - 2);
  return INCREASE.has(noun)
    ? { way: 'up', from: lead - 2 }
    : DECREASE.has(noun)
      ? { way: 'down', from: lead - 2 }
      : undefined;
}

function isChange(draft: Draft): draft is Draft & { direction: 'up' | 'down' } {
  return draft.relation === 'change' && draft.direction !== undefined;
}

/** Whether nothing but periods, compared amounts and small words stand in a range. */
function onlyBetween(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const span = startsAt(sentence.periods, at) ?? startsAt(sentence.amounts, at);
    const word = wordAt(sentence, at);
    if (span) at = span.to - 1;
    else if (!BETWEEN.test(word) && !TO_PERIOD.has(word) && overHedges(sentence, at + 1) === at + 1) return false;
  }
  return true;
}

/** "This increase of", "The decrease of", "This represents a decrease of": at the head of a sentence. */
function opensWith(sentence: Sentence, cue: number): boolean {
  return /^(?:this|the|that)(?: (?:represents|represented|is|was) (?:a|an))?$/.test(
    textOf(sentence, sentence.from, cue).toLowerCase(),
  );
}
