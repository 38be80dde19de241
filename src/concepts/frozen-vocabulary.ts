/**
 * A vocabulary in a form that needs no indexing: its labels as sorted lines of one text, searched by
 * halving. Reading six thousand labels into a map took a tenth of a whole check, which looks up a hundred.
 */
import { asciiJson } from '../ascii-json.ts';
import { compareText } from './vocabulary.ts';
import type { Concept, LabelEntry, LabelTable, VocabularyIndex } from './vocabulary.ts';

/**
 * A vocabulary as text, which the build writes beside the code, in three parts:
 * - a line for each concept: its name, a tab, and the concept in JSON;
 * - a line for each label, in the order of code units: the label, a tab, and the concepts it leads to by the number
 *   of their line, `-` before one of which it is a negative label; `wages\t12 -7`;
 * - the same for labels below a heading.
 */
export function freeze(index: VocabularyIndex): string {
  const numbers = new Map(index.concepts.map((concept, number) => [concept.name, number]));
  const lines = (table: LabelTable): string =>
    [...table]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, entries]) => {
        const meant = entries.map(({ concept, negative }) => `${negative ? '-' : ''}${numbers.get(concept.name)}`);
        return `${key}\t${meant.join(' ')}\n`;
      })
      .join('');
  const concepts = index.concepts.map((concept) => `${concept.name}\t${asciiJson(withoutLabels(concept))}`);
  return [concepts.join('\n'), lines(index.byLabel), lines(index.bySection)].join(BETWEEN);
}

/** Between the parts; neither a name nor a label holds it. */
const BETWEEN = '\f';

const LABELS: ReadonlySet<string> = new Set(['labels', 'negativeLabels', 'sectionLabels']);

function withoutLabels(concept: Concept): Concept {
  return Object.fromEntries(Object.entries(concept).filter(([key]) => !LABELS.has(key))) as unknown as Concept;
}

/** What `freeze` wrote. Only that: the text is trusted like the code beside it. */
export function thaw(text: string): VocabularyIndex {
  const [names = '', byLabel = '', bySection = ''] = text.split(BETWEEN);
  const lines = names.split('\n');
  const read: Concept[] = [];
  /** Of one name there is one concept, however often it is asked for. */
  const conceptOf = (number: number): Concept =>
    (read[number] ??= JSON.parse((lines[number] ?? '').slice((lines[number] ?? '').indexOf('\t') + 1)) as Concept);
  const numbers = new Map<string, number>();
  for (const line of lines) numbers.set(line.slice(0, line.indexOf('\t')), numbers.size);
  return {
    get concepts() {
      return lines.map((_, number) => conceptOf(number));
    },
    byName: {
      get: (name) => {
        const number = numbers.get(name);
        return number === undefined ? undefined : conceptOf(number);
      },
      has: (name) => numbers.has(name),
      keys: () => numbers.keys(),
    },
    byLabel: tableOf(byLabel, conceptOf),
    bySection: tableOf(bySection, conceptOf),
  };
}

function tableOf(lines: string, conceptOf: (number: number) => Concept): LabelTable {
  const get = (key: string): readonly LabelEntry[] | undefined => {
    let [from, to] = [0, lines.length];
    while (from < to) {
      const start = lines.lastIndexOf('\n', ((from + to) >> 1) - 1) + 1;
      const end = lines.indexOf('\n', start);
      const tab = lines.lastIndexOf('\t', end);
      const found = lines.slice(start, tab);
      if (found === key) return entriesOf(key, lines.slice(tab + 1, end), conceptOf);
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
        yield [key, entriesOf(key, line.slice(tab + 1), conceptOf)];
      }
    },
  };
}

function entriesOf(key: string, meant: string, conceptOf: (number: number) => Concept): LabelEntry[] {
  const label = key.slice(key.lastIndexOf('\t') + 1);
  return meant.split(' ').map((number) => ({
    label,
    concept: conceptOf(Math.abs(Number(number))),
    // "-0" is a number too, so the sign is read from the text.
    negative: number.startsWith('-'),
  }));
}
