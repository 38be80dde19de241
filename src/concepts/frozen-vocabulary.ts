/**
 * A vocabulary in a form that needs no indexing: its labels as sorted lines of one text, searched by
 * halving. Reading six thousand labels into a map took a tenth of a whole check, which looks up a hundred.
 */
import { compareText, indexNames } from './vocabulary.ts';
import type { Concept, LabelEntry, LabelTable, VocabularyIndex } from './vocabulary.ts';

/** Plain data: what the build writes beside the code. */
export interface FrozenVocabulary {
  readonly concepts: readonly Concept[];
  /**
   * A line for each key, in the order of code units: the key, a tab, and the concepts it leads to by their
   * number, `-` before one of which it is a negative label; `wages\t12 -7`.
   */
  readonly byLabel: string;
  readonly bySection: string;
}

export function freeze(index: VocabularyIndex): FrozenVocabulary {
  const numbers = new Map(index.concepts.map((concept, number) => [concept.name, number]));
  const lines = (table: LabelTable): string =>
    [...table]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, entries]) => {
        const meant = entries.map(({ concept, negative }) => `${negative ? '-' : ''}${numbers.get(concept.name)}`);
        return `${key}\t${meant.join(' ')}\n`;
      })
      .join('');
  return {
    concepts: index.concepts.map(withoutLabels),
    byLabel: lines(index.byLabel),
    bySection: lines(index.bySection),
  };
}

const LABELS: ReadonlySet<string> = new Set(['labels', 'negativeLabels', 'sectionLabels']);

function withoutLabels(concept: Concept): Concept {
  return Object.fromEntries(Object.entries(concept).filter(([key]) => !LABELS.has(key))) as unknown as Concept;
}

export function thaw(frozen: FrozenVocabulary): VocabularyIndex {
  const { concepts } = frozen;
  return {
    concepts,
    byName: indexNames(concepts),
    byLabel: tableOf(frozen.byLabel, concepts),
    bySection: tableOf(frozen.bySection, concepts),
  };
}

function tableOf(lines: string, concepts: readonly Concept[]): LabelTable {
  const get = (key: string): readonly LabelEntry[] | undefined => {
    let [from, to] = [0, lines.length];
    while (from < to) {
      const start = lines.lastIndexOf('\n', ((from + to) >> 1) - 1) + 1;
      const end = lines.indexOf('\n', start);
      const tab = lines.lastIndexOf('\t', end);
      const found = lines.slice(start, tab);
      if (found === key) return entriesOf(key, lines.slice(tab + 1, end), concepts);
      if (found < key) from = end + 1;
      else to = start;
    }
    return undefined;
  };
  return {
    get,
    has: (key) => get(key) !== undefined,
    *[Symbol.iterator]() {
      for (const line of lines.split('\n').slice(0, -1)) {
        const tab = line.lastIndexOf('\t');
        const key = line.slice(0, tab);
        yield [key, entriesOf(key, line.slice(tab + 1), concepts)];
      }
    },
  };
}

function entriesOf(key: string, meant: string, concepts: readonly Concept[]): LabelEntry[] {
  const label = key.slice(key.lastIndexOf('\t') + 1);
  return meant.split(' ').map((number) => ({
    label,
    concept: concepts[Math.abs(Number(number))] as Concept,
    // "-0" is a number too, so the sign is read from the text.
    negative: number.startsWith('-'),
  }));
}
