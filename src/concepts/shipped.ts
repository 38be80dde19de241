/** The vocabulary that ships. The build puts `shipped.built.ts` in this module's place. */
import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../generated/types.ts';
import { indexVocabulary } from './vocabulary.ts';
import type { VocabularyIndex } from './vocabulary.ts';

let opened: VocabularyIndex | undefined;

/** schemas/vocabulary.json, read and indexed on the first call. */
export function shippedVocabulary(): VocabularyIndex {
  const file = new URL('../../schemas/vocabulary.json', import.meta.url);
  opened ??= indexVocabulary(JSON.parse(readFileSync(file, 'utf8')) as Vocabulary);
  return opened;
}
