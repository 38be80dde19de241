/**
 * Text from a document on its way to a terminal: control characters, escape sequences and
 * characters that reverse the direction of text are shown as what they are.
 */
export function forTerminal(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
