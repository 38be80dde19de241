/** The vocabulary that ships, as tools/build.ts froze it beside the code. */
import { readFileSync } from 'node:fs';
import { thaw } from './frozen-vocabulary.ts';
import type { FrozenVocabulary } from './frozen-vocabulary.ts';
import type { VocabularyIndex } from './vocabulary.ts';

let opened: VocabularyIndex | undefined;

export function shippedVocabulary(): VocabularyIndex {
  const file = new URL('vocabulary.json', import.meta.url);
  opened ??= thaw(JSON.parse(readFileSync(file, 'utf8')) as FrozenVocabulary);
  return opened;
}
