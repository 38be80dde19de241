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
  const end = matchEnd(text, at, printed.replace(BEFORE_NUMBER, ''));
  return end > at ? end : matchEnd(text, at, printed);
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
