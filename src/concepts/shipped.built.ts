/** The vocabulary that ships, as tools/build.ts froze it beside the code. */
import { readFileSync } from 'node:fs';
import { thaw } from './frozen-vocabulary.ts';
import type { VocabularyIndex } from './vocabulary.ts';

let opened: VocabularyIndex | undefined;

export function shippedVocabulary(): VocabularyIndex {
  const file = new URL('vocabulary.txt', import.meta.url);
  opened ??= thaw(readFileSync(file, 'utf8'));
  return opened;
}
