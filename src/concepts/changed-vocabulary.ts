/** A vocabulary with something added or taken away; the one it is made from stays as it is. */
import type { Concept as ListedConcept, OwnLabel } from '../generated/types.ts';
import { normaliseLabel } from './normalise.ts';
import { indexNames, sectionKey } from './vocabulary.ts';
import type { Concept, LabelEntry, LabelTable, VocabularyIndex } from './vocabulary.ts';

/** With a concept and its labels, which need not be normalised. */
export function withConcept(index: VocabularyIndex, concept: ListedConcept): VocabularyIndex {
  const concepts = [...index.concepts, concept];
  const labels = new Map<string, readonly LabelEntry[]>();
  const sections = new Map<string, readonly LabelEntry[]>();
  for (const [list, negative] of [
    [concept.labels, false],
    [concept.negativeLabels ?? [], true],
  ] as const) {
    for (const printed of list) {
      const label = normaliseLabel(printed);
      labels.set(label, added(labels.get(label) ?? index.byLabel.get(label), { label, concept, negative }));
    }
  }
  for (const { heading, label: printed, negative = false } of concept.sectionLabels ?? []) {
    const label = normaliseLabel(printed);
    const key = sectionKey(normaliseLabel(heading), label);
    sections.set(key, added(sections.get(key) ?? index.bySection.get(key), { label, concept, negative }));
  }
  return {
    concepts,
    byName: indexNames(concepts),
    byLabel: changed(index.byLabel, labels),
    bySection: changed(index.bySection, sections),
  };
}

/** With a further label of a concept that is there. */
export function withLabel(index: VocabularyIndex, concept: Concept, own: OwnLabel): VocabularyIndex {
  const label = normaliseLabel(own.label);
  const entry = { label, concept, negative: own.negative === true };
  return withKey(index, own, (before) => added(before, entry));
}

/** Without the meanings that a label has, so that it can be given another. */
export function withoutLabel(index: VocabularyIndex, own: OwnLabel): VocabularyIndex {
  return withKey(index, own, () => []);
}

function withKey(
  index: VocabularyIndex,
  { label, heading }: OwnLabel,
  change: (before: readonly LabelEntry[] | undefined) => readonly LabelEntry[],
): VocabularyIndex {
  const text = normaliseLabel(label);
  const [table, key] =
    heading === undefined
      ? (['byLabel', text] as const)
      : (['bySection', sectionKey(normaliseLabel(heading), text)] as const);
  return { ...index, [table]: changed(index[table], new Map([[key, change(index[table].get(key))]])) };
}

function added(before: readonly LabelEntry[] | undefined, entry: LabelEntry): readonly LabelEntry[] {
  return [...(before ?? []).filter((one) => one.concept.name !== entry.concept.name), entry];
}

/** The table with other entries for some keys; no entries mean that the key is gone. */
function changed(base: LabelTable, changes: ReadonlyMap<string, readonly LabelEntry[]>): LabelTable {
  const get = (key: string): readonly LabelEntry[] | undefined => {
    const entries = changes.get(key) ?? base.get(key);
    return entries?.length === 0 ? undefined : entries;
  };
  return {
    get,
    has: (key) => get(key) !== undefined,
    *[Symbol.iterator]() {
      for (const [key, entries] of base) if (!changes.has(key)) yield [key, entries];
      for (const [key, entries] of changes) if (entries.length > 0) yield [key, entries];
    },
  };
}
