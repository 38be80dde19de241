/**
 * Text from a document on its way to people: control characters, escape sequences, halves of
 * surrogate pairs and characters that reverse the direction of text are shown as what they are,
 * and so is what a build server's log would take for a command (`::error::`, `##[group]`,
 * `##vso[…]`). Every format that is not JSON shows texts so; giving a text twice changes nothing.
 */
export function forTerminal(text: string): string {
  return text.replace(ACTS, (found) =>
    found.length === 2 ? `${found.charAt(0)}${codePoint(found.charAt(1))}` : codePoint(found),
  );
}

// GitHub and Azure read `##[…]` anywhere in a line and `::` where a line starts, and lines are wrapped anew.
const ACTS =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}|::|##(?=[a-z]*\[)/gu;

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * JSON that says the same and can be shown: what a terminal or a log would act on, or an editor
 * would reverse, is written as an escape sequence of JSON. All of it stands within strings.
 */
export function forJson(json: string): string {
  return json
    .replace(
      /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/##(?=[a-z]*\[)/g, '#\\u0023');
}

/** Text in an element or attribute of XML or HTML. What XML cannot hold is gone with `forTerminal`. */
export function forXml(text: string): string {
  const names: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' };
  return forTerminal(text).replace(/[<>&"']/g, (character) => names[character] ?? '');
}

/**
 * A field of CSV (RFC 4180). A spreadsheet runs what starts like a formula, so such a text gets an
 * apostrophe in front; a plain amount is no formula and stays a number.
 */
export function forCsv(text: string): string {
  const shown = forTerminal(text);
  const safe = /^[\s'"]*[=+\-@\uff0b\uff0d\uff1d\uff20]/u.test(shown) && !AMOUNT.test(shown) ? `'${shown}` : shown;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const AMOUNT = /^-?\d+(?:\.\d+)?$/;

/**
 * Text within a line of Markdown: nothing in it is markup, a link, HTML, a formula, a mention or the
 * end of a table's cell. The invisible space keeps GitHub from notifying whoever is called so.
 */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .replace(/@(?=\w)|#(?=\d)|\b(?:www(?=\.)|GH(?=-))/gi, '$&\u200b')
    .replace(/[\\`*_[\]<>&|~$\u200b]|:(?=\S)/g, (character) => ENTITIES[character] ?? `\\${character}`);
}

// A backslash does not stop GitHub from reading these as a formula, a tag or an entity in every place.
const ENTITIES: Record<string, string> = { $: '&#36;', '<': '&lt;', '>': '&gt;', '&': '&amp;', '\u200b': '&#8203;' };
