/** Finding a figure's ink where its place says it is. */

/** What stands before the number of a printed figure; its place is that of the number, as a rule. */
const BEFORE_NUMBER = /^[^\d(.\-\u2010-\u2015\u2212[]+/u;
const FIRST_NUMBER = /^[^\d(.\-\u2010-\u2015\u2212[]*[([]?\s?[-\u2010-\u2015\u2212]*\s?[\d,.]*/u;

/**
 * How far a printed figure reaches in a text.
 * @param at the offset at which its number begins, or the sign of its currency
 * @returns the offset behind its last character; `at` if it does not stand there
 */
export function inkEnd(text: string, at: number, printed: string): number {
  const tries = [printed.replace(BEFORE_NUMBER, ''), printed, printed.replace(/^\D+(?=\d)/u, '')];
  for (const ink of tries) {
    const end = matchEnd(text, at, ink);
    if (end > at) return end;
  }
  return at;
}

/** Where a figure's ink begins whose first digit stands at an offset: before the sign or the point that it has. */
export function inkStart(text: string, at: number, printed: string, least: number): number {
  const before = /^\D*(?=\d)/u.exec(printed)?.[0] ?? '';
  if (!/\d/u.test(text[at] ?? '')) return at;
  let start = at;
  for (let left = before.length - 1; left >= 0 && start > least; left -= 1) {
    if (before[left] !== text[start - 1] || !/[-\u2010-\u2015\u2212.([]/u.test(before[left] ?? '')) break;
    start -= 1;
  }
  return start;
}

function matchEnd(text: string, at: number, printed: string): number {
  const core = printed.replace(/\s+/gu, '');
  const least = (FIRST_NUMBER.exec(core)?.[0] ?? '').length;
  let matched = 0;
  let end = at;
  // The page may set blanks where the captured text has none: `(46 )`.
  for (let offset = at; matched < core.length && offset < text.length; offset += 1) {
    const character = text[offset] ?? '';
    if (character === core[matched]) {
      matched += 1;
      end = offset + 1;
    } else if (matched === 0 || !/\s/u.test(character)) break;
  }
  return matched >= Math.max(1, least) ? end : at;
}
