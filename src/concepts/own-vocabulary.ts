/** Concepts and labels that a project adds to the vocabulary, without touching the package. */
import type { DataDocument, DataPath } from '../documents/data.ts';
import { schemaFault } from '../documents/schema-fault.ts';
import type { Validate } from '../documents/schema-fault.ts';
import type { FaultRecord, OwnLabel, OwnVocabulary } from '../generated/types.ts';
import { validateOwnVocabulary } from '../generated/validators.ts';
import { normaliseLabel } from './normalise.ts';
import { withConcept, withLabel, withoutLabel } from './changed-vocabulary.ts';
import { nearestNames } from './vocabulary.ts';
import type { Concept, VocabularyIndex } from './vocabulary.ts';

/**
 * The vocabulary with what one file adds for every company, and the labels that it keeps for one.
 * @param faults takes what is unknown or contradicts an entry that is there; the rest is used
 */
export function readOwnVocabulary(
  data: DataDocument,
  base: VocabularyIndex,
  faults: FaultRecord[],
): { readonly vocabulary: VocabularyIndex; readonly overrides: readonly OwnLabel[] } {
  const validate = validateOwnVocabulary as unknown as Validate;
  if (!validate(data.value)) {
    faults.push(schemaFault(validate.errors ?? [], data, 'this is not a vocabulary'));
    return { vocabulary: base, overrides: [] };
  }
  const { concepts = [], labels = [] } = data.value as OwnVocabulary;
  const refuse = (code: string, path: DataPath, message: string, hint: string): void => {
    faults.push({ code, message, place: data.placeOf(path), excerpt: data.excerptOf(path), hint });
  };
  let vocabulary = base;
  concepts.forEach((concept, index) => {
    if (vocabulary.byName.has(concept.name))
      return refuse(
        'duplicate-concept',
        ['concepts', index, 'name'],
        `the concept ${concept.name} is there already`,
        'give it another name; to add labels to the one that is there, put them under "labels"',
      );
    for (const list of ['labels', 'negativeLabels'] as const)
      (concept[list] ?? []).forEach((label, at) => {
        const clash = otherMeaning(normaliseLabel(label), concept, vocabulary);
        if (clash) refuse('label-conflict', ['concepts', index, list, at], ...contradiction(label, clash));
      });
    vocabulary = withConcept(vocabulary, concept);
  });
  const overrides: OwnLabel[] = [];
  labels.forEach((entry, index) => {
    const path = ['labels', index];
    const concept = vocabulary.byName.get(entry.concept);
    if (!concept) {
      const near = nearestNames(entry.concept, vocabulary, 1)[0];
      const hint =
        near === undefined ? 'name one that is there, or add it under "concepts"' : `did you mean "${near}"?`;
      return refuse('unknown-concept', [...path, 'concept'], `no concept is called "${entry.concept}"`, hint);
    }
    const text = normaliseLabel(entry.label);
    if (text === '')
      return refuse(
        'no-label',
        [...path, 'label'],
        `"${entry.label}" holds no word`,
        'write the label as the report prints it',
      );
    if (entry.company !== undefined) {
      overrides.push(entry);
      return;
    }
    const clash = entry.heading === undefined ? otherMeaning(text, concept, vocabulary) : undefined;
    if (clash) return refuse('label-conflict', [...path, 'label'], ...contradiction(entry.label, clash));
    vocabulary = withLabel(vocabulary, concept, entry);
  });
  return { vocabulary, overrides };
}

/** The vocabulary for the reports of one company: its own labels before all others. */
export function vocabularyFor(company: string, base: VocabularyIndex, overrides: readonly OwnLabel[]): VocabularyIndex {
  const own = overrides.filter((entry) => entry.company !== undefined && sameCompany(entry.company, company));
  return own.reduce((index, entry) => {
    const concept = index.byName.get(entry.concept);
    return concept ? withLabel(withoutLabel(index, entry), concept, entry) : index;
  }, base);
}

function sameCompany(a: string, b: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

function contradiction(label: string, clash: Concept): [message: string, hint: string] {
  return [
    `the label "${label}" means ${clash.name} (${clash.title}) already`,
    'if it means this in the reports of one company, put it under "labels" with "company"; otherwise remove it',
  ];
}

/** Another concept of the same statement that has the label. */
function otherMeaning(text: string, concept: Concept, index: VocabularyIndex): Concept | undefined {
  return index.byLabel
    .get(text)
    ?.map((entry) => entry.concept)
    .find((other) => other.name !== concept.name && other.statements.some((kind) => concept.statements.includes(kind)));
}
