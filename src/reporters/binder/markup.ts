/** A document's text on its way into the page, and the names by which parts of the page find each other. */

/**
 * A document's own text. Its lines and blanks stay as they are; characters that would turn the
 * direction of what follows, and so show other figures than were printed, are made visible. What a
 * build server's log would take for a command is spelled so that it is none and shows the same.
 */
export function documentText(text: string): string {
  return text.replace(ACTS, (found) => {
    const known = ESCAPES[found];
    return known ?? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

const ACTS = /\r\n?|(?!\n)\p{Cc}|[&<>"'\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}|::|##(?=[a-z]*\[)/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\r': '\n',
  '\r\n': '\n',
  '::': ':&#58;',
  '##': '#&#35;',
};

type Anchored = 'filing' | 'finding' | 'conflict' | 'figure';

/**
 * The name of a part of the page, for `id` and `#…` alike: `finding-1-per-share/basic@s2/r9/c1` of
 * the first filing. Characters that a link would have to escape are written `_hex_`.
 */
export function anchor(kind: Anchored, filing: number, id = ''): string {
  const safe = id.replace(/[^A-Za-z0-9@/.:()-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
  return safe === '' ? `${kind}-${filing}` : `${kind}-${filing}-${safe}`;
}
