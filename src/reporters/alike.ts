/** Texts that say the same of different things, so that it is said once. */

import { isAscii } from '../letters.ts';

/** What a text speaks of: what it quotes, and names such as `CostsAndExpenses` that do not begin it. */
function namedIn(text: string): RegExp {
  return isAscii(text)
    ? /"(?:[^"\\]|\\.)*"|(?<=\s)[A-Z][A-Za-z\d]{3,}/g
    : /"(?:[^"\\]|\\.)*"|(?<=\s)\p{Lu}[\p{L}\d]{3,}/gu;
}

export interface Alike<T> {
  /** The text, with `…` where they differ; the text itself where there is but one of them. */
  readonly text: string;
  readonly items: readonly T[];
  /** What each item speaks of, in their order; empty where the text itself is given. */
  readonly about: readonly string[];
}

/** Groups what is said alike, in the order in which each was first said. */
export function alike<T>(items: readonly T[], textOf: (item: T) => string): Alike<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const text = textOf(item);
    const pattern = text.replaceAll(namedIn(text), '…');
    const group = groups.get(pattern);
    if (group) group.push(item);
    else groups.set(pattern, [item]);
  }
  return [...groups].map(([pattern, group]) => {
    const [first] = group;
    const texts = new Set(group.map(textOf));
    if (first !== undefined && texts.size === 1) return { text: textOf(first), items: group, about: [] };
    return { text: pattern, items: group, about: group.map((item) => namesIn(textOf(item))) };
  });
}

function namesIn(text: string): string {
  return (text.match(namedIn(text)) ?? []).join(', ');
}
