/** The lines of a text exhibit as the places of its figures count them. */

/** Splits a text at its line ends and form feeds; tabs are expanded. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n|\f/).map(expandTabs);
}

/** The line with each tab as the blanks that it stands for. */
export function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let out = '';
  for (const character of text) {
    out += character === '\t' ? ' '.repeat(8 - (out.length % 8)) : character;
  }
  return out;
}
