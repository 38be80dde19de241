/**
 * The ink of one printed figure: its digits apart from the marks around them, so that a misprint can
 * be made, or undone, on the digits and printed in the same style.
 */
import { parsePrinted } from '../../figures/printed.ts';
import { parseWorded } from '../../figures/worded.ts';

export interface Ink {
  /** The digits alone, from the first to the last: 25901 for `$ (259.01)`, 059 for `.59`. */
  readonly digits: string;
  /** How many of them stand behind the point. */
  readonly places: number;
  readonly negative: boolean;
  readonly style: Style;
}

/** What stands around the digits. */
interface Style {
  readonly before: string;
  readonly behind: string;
  readonly grouped: boolean;
  /** Whether no zero is printed before the point. */
  readonly bare: boolean;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?|\.\d+/;

/** @returns undefined for what has no digits: a dash, `NM`, or text that is no figure */
export function inkOf(text: string): Ink | undefined {
  const parsed = parsePrinted(text);
  const found = NUMBER.exec(text);
  if (!parsed.ok || parsed.printed.kind !== 'amount' || !found) return undefined;
  const bare = found[0].startsWith('.');
  const digits = `${bare ? '0' : ''}${found[0].replace(/[,.]/g, '')}`;
  return {
    digits,
    places: parsed.printed.places,
    negative: parsed.printed.negative !== false,
    style: {
      before: text.slice(0, found.index),
      behind: text.slice(found.index + found[0].length),
      grouped: found[0].includes(',') || digits.length - parsed.printed.places <= 3,
      bare,
    },
  };
}

/** The ink of an amount in a sentence: in `$19,000` the zeros are no digits, because it was rounded to thousands. */
export function inkInWords(text: string): Ink | undefined {
  const read = parseWorded(text);
  const found = NUMBER.exec(text);
  if (!read.ok || !found) return undefined;
  const [number] = found;
  const zeros = read.worded.rounded;
  const digits = zeros === 0 ? number : number.slice(0, -zeros);
  const places = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const bare = digits.startsWith('.');
  return {
    digits: `${bare ? '0' : ''}${digits.replace(/[,.]/g, '')}`,
    places,
    negative: read.worded.negative,
    style: {
      before: text.slice(0, found.index),
      behind: text.slice(found.index + digits.length),
      grouped: digits.includes(',') || digits.replace(/\D/g, '').length - places <= 3,
      bare,
    },
  };
}

/** The figure printed again in its own style, with other digits or the other sign. */
export function printInk(ink: Ink): string {
  const whole =
    ink.digits.slice(0, ink.digits.length - ink.places).replace(ink.style.bare ? /^0+/ : /^0+(?=\d)/, '') ||
    (ink.style.bare ? '' : '0');
  const grouped = ink.style.grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const number = ink.places === 0 ? grouped : `${grouped}.${ink.digits.slice(ink.digits.length - ink.places)}`;
  const { before, behind } = ink.style;
  const signed = /[-(\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u.test(before);
  if (signed === ink.negative) return `${before}${number}${behind}`;
  return ink.negative
    ? `${before}(${number})${behind}`
    : `${before.replace(/[-(\u2010-\u2015\u2212\ufe58\ufe63\uff0d] ?/u, '')}${number}${behind.replace(/ ?\)/, '')}`;
}

/** The signed whole number that the digits say: the amount in units of the last place. */
export function unitsOf(ink: Ink): bigint {
  const units = BigInt(ink.digits);
  return ink.negative ? -units : units;
}

/** The ink with these units of its last place in place of its own. */
export function withUnits(ink: Ink, units: bigint): Ink {
  const digits = (units < 0n ? -units : units).toString().padStart(ink.places, '0');
  return { ...ink, digits, negative: units < 0n };
}
