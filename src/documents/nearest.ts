import { editDistance } from '../concepts/vocabulary.ts';

/** The known word that a misspelt one most likely means, for "did you mean"; none if all are far. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, 100);
  const scored = known.map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}
