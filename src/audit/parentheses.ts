/**
 * A figure with one parenthesis only, `(100,000`, is read as the page means it where its equations say so:
 * with the other one supplied they hold. Where none speaks of it, or one breaks, it stays unread.
 */
import type { Note, Verdict } from '../generated/types.ts';
import type { Page } from './page.ts';

/**
 * @param page as it is read without them
 * @param read reads it again with the parentheses that these cells lack
 */
export function withParentheses(page: Page, read: (closed: ReadonlySet<string>) => Page): Page {
  const open = page.opened.unreadable.flatMap(({ unclosed }) => unclosed ?? []);
  if (open.length === 0) return page;
  const proven = new Set(provenIn(read(new Set(open)), open));
  if (proven.size === 0) return page;
  const notes = page.opened.unreadable
    .filter(({ unclosed }) => unclosed !== undefined && proven.has(unclosed))
    .map(({ message, place }): Note => ({
      about: 'sign',
      text: `${message}; it is read as negative, because so its equations hold`,
      at: `${place.line}:${place.column}`,
    }));
  const closed = read(proven);
  return { ...closed, notes: [...closed.notes, ...notes] };
}

/** The cells of which an equality holds, and none of whose equations breaks. A limit that is kept says nothing of a sign. */
function provenIn({ judged }: Page, cells: readonly string[]): string[] {
  return cells.filter((cell) => {
    const own = judged.filter(({ terms }) => terms.some(({ figure }) => figure.id === cell));
    return (
      own.some(({ verdict, bound }) => bound.compiled.equation.relation === '=' && isTie(verdict)) &&
      own.every(({ verdict }) => verdict !== 'breaks')
    );
  });
}

function isTie(verdict: Verdict): boolean {
  return verdict === 'exact' || verdict === 'rounding';
}
