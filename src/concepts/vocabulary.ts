// The vocabulary as the code uses it: concepts by name, and by the labels under which reports print them.

import type { Concept as Entry, StatementKind, Vocabulary } from '../generated/types.ts';

export type { StatementKind, Vocabulary };

/** A concept, apart from the labels that lead to it: those are found through the index. */
export type Concept = Omit<Entry, 'labels' | 'negativeLabels' | 'sectionLabels'>;

/** A concept that a label can mean; `negative` where the label is one of its negative labels. */
export interface LabelEntry {
  readonly label: string;
  readonly concept: Concept;
  readonly negative: boolean;
}

/** The concepts by their names; the names in the order of the concepts. */
export type NameTable = Pick<ReadonlyMap<string, Concept>, 'get' | 'has' | 'keys'>;

/** What a key leads to; in the order of the keys where they are gone through. */
export interface LabelTable extends Iterable<readonly [key: string, entries: readonly LabelEntry[]]> {
  get(key: string): readonly LabelEntry[] | undefined;
  has(key: string): boolean;
}

/** The look-up tables over one vocabulary. Every key is a normalised label or an exact concept name. */
export interface VocabularyIndex {
  readonly concepts: readonly Concept[];
  readonly byName: NameTable;
  readonly byLabel: LabelTable;
  /** Keyed by `sectionKey(heading, label)`. */
  readonly bySection: LabelTable;
}

/** No normalised label holds a tab, so the pair cannot be confused with another pair. */
export const sectionKey = (heading: string, label: string): string => `${heading}\t${label}`;

/**
 * Builds the look-up tables. Labels are taken as they stand, already normalised: a test sees to that, so
 * that start-up does not pay for it.
 */
export function indexVocabulary(vocabulary: Vocabulary): VocabularyIndex {
  const byLabel = new Map<string, LabelEntry[]>();
  const bySection = new Map<string, LabelEntry[]>();
  for (const concept of vocabulary.concepts) {
    for (const label of concept.labels) append(byLabel, label, { label, concept, negative: false });
    for (const label of concept.negativeLabels ?? []) append(byLabel, label, { label, concept, negative: true });
    for (const { heading, label, negative } of concept.sectionLabels ?? []) {
      append(bySection, sectionKey(heading, label), { label, concept, negative: negative === true });
    }
  }
  return { concepts: vocabulary.concepts, byName: indexNames(vocabulary.concepts), byLabel, bySection };
}

export function indexNames(concepts: readonly Concept[]): NameTable {
  return new Map(concepts.map((concept) => [concept.name, concept]));
}

function append(table: Map<string, LabelEntry[]>, key: string, entry: LabelEntry): void {
  const present = table.get(key);
  if (present === undefined) table.set(key, [entry]);
  else present.push(entry);
}

/** Names longer than this are no misspelling of a concept, and comparing them would only cost time. */
const LONGEST_NAME = 160;

/**
 * The concept names nearest to a misspelt one, best first, for "did you mean". A name that differs only in
 * case comes first; the others by Damerau-Levenshtein distance (optimal string alignment), then by name.
 * Names that share too little are left out, so the list can be empty.
 */
export function nearestNames(name: string, index: VocabularyIndex, limit = 3): string[] {
  const wanted = name.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST_NAME) return [];
  const furthest = Math.max(2, Math.floor(wanted.length / 3));
  const scored: { readonly name: string; readonly distance: number }[] = [];
  for (const candidate of index.byName.keys()) {
    const lower = candidate.toLowerCase();
    if (Math.abs(lower.length - wanted.length) > furthest) continue;
    const distance = editDistance(wanted, lower);
    if (distance <= furthest) scored.push({ name: candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || compareText(a.name, b.name));
  return scored.slice(0, Math.max(0, limit)).map((entry) => entry.name);
}

/** Order by code unit: the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
 * (optimal string alignment). Cost is the product of the lengths.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
