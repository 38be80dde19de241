/**
 * Letters of every script. A letter of ASCII, as most are, is told by its number: V8 takes milliseconds to build
 * a pattern from the tables of Unicode, which a document in English then never asks.
 */

/** Whether a text needs no table of Unicode. */
export function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}

/** Whether a character is a letter in upper case. */
export function isUpper(character: string): boolean {
  return character < '\x80' ? character >= 'A' && character <= 'Z' : /\p{Lu}/u.test(character);
}

/** Whether a character is a letter in lower case. */
export function isLower(character: string): boolean {
  return character < '\x80' ? character >= 'a' && character <= 'z' : /\p{Ll}/u.test(character);
}

/** Whether a character is a digit. Those of other scripts are none: no figure is printed in them. */
export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Whether a character is a number of any kind: a digit of any script, a fraction, a raised number. */
export function isNumber(character: string): boolean {
  return character < '\x80' ? isDigit(character) : /\p{N}/u.test(character);
}

/** Whether a character is a letter of either case, or of a script that has none. */
export function isLetter(character: string): boolean {
  return character < '\x80' ? isUpper(character) || isLower(character) : /\p{L}/u.test(character);
}
