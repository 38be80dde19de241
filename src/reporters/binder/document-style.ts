/** What of a document's own looks the page takes over: an allow-list of classes, each in page.css. */
import type { Attributes } from '../../documents/html-tags.ts';
import { styleReader } from '../../documents/html-style.ts';

/** Elements whose text is not on the page: programs, forms, and the facts of inline XBRL that are not shown. */
const DROPPED = new Set(
  (
    'script style title template noscript object applet svg math select textarea iframe frame frameset noframes noembed ' +
    'audio video canvas datalist ix:header ix:hidden'
  ).split(' '),
);

const readStyle = styleReader();

export function isHidden(name: string, attributes: Attributes): boolean {
  return DROPPED.has(name) || attributes['hidden'] !== undefined || readStyle(attributes['style']).hidden;
}

const MOST_INDENT = 12;
/** An em of ten-point type is about two characters wide. */
const CHARACTERS = 2;

/** The classes of an element, and for tables and cells its width, as attributes; empty where it has none. */
export function elementClasses(name: string, attributes: Attributes): string {
  const declared = attributes['style'] ?? '';
  const style = readStyle(attributes['style']);
  const classes = [...(BY_NAME[name] ?? [])];
  const align = /(?:^|;)\s*text-align\s*:\s*(left|right|center|justify)/i.exec(declared)?.[1] ?? attributes['align'];
  const aligned = ALIGN[(align ?? '').trim().toLowerCase()];
  if (aligned !== undefined && name !== 'table') classes.push(aligned);
  if (style.bold === true) classes.push('b');
  if (style.bold === false) classes.push('nb');
  if (/(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)/i.test(declared)) classes.push('i');
  if (style.underlined) classes.push('u');
  if (style.raised) classes.push('su');
  if (style.size !== undefined) classes.push(...sizeClass(style.size > 0 ? style.size : -style.size * BASE_POINTS));
  const indent = Math.min(MOST_INDENT, Math.round(style.inset / CHARACTERS));
  if (indent > 0) classes.push(`in${indent}`);
  const first = Math.round((style.textIndent ?? 0) / CHARACTERS);
  if (first !== 0) classes.push(`${first < 0 ? 'out' : 'ti'}${Math.min(4, Math.abs(first))}`);
  if (
    /(?:^|;)\s*(?:margin|padding)-(?:top|bottom)\s*:\s*(?:[6-9]|\d{2,4})(?:\.\d{1,4})?(?:pt|px)/i.test(declared) &&
    name !== 'td'
  )
    classes.push('para');
  if (style.top) classes.push(style.top === 'double' ? 't2' : 't1');
  if (style.bottom) classes.push(style.bottom === 'double' ? 'b2' : 'b1');
  if (isShaded(declared, attributes)) classes.push('sh');
  if (attributes['nowrap'] !== undefined || /white-space\s*:\s*nowrap/i.test(declared)) classes.push('nw');
  if (/(?:^|;)\s*vertical-align\s*:\s*top/i.test(declared) || /^top$/i.test(attributes['valign'] ?? ''))
    classes.push('vt');
  const list = [...new Set(classes)].join(' ');
  return `${list === '' ? '' : ` class="${list}"`}${widthOf(name, declared, attributes)}`;
}

const BASE_POINTS = 10;

const ALIGN: Readonly<Record<string, string>> = { left: 'al', right: 'ar', center: 'ac', middle: 'ac', justify: 'aj' };

const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  b: ['b'],
  strong: ['b'],
  th: ['b'],
  i: ['i'],
  em: ['i'],
  u: ['u'],
  ins: ['u'],
  sup: ['su'],
  sub: ['sb'],
  center: ['ac'],
  caption: ['ac'],
  pre: ['pre'],
  xmp: ['pre'],
  small: ['s2'],
  big: ['s4'],
  p: ['para'],
  blockquote: ['in3'],
  dd: ['in3'],
  ul: ['ul'],
  ol: ['ol'],
  li: ['li'],
  h1: ['b', 's5', 'para'],
  h2: ['b', 's4', 'para'],
  h3: ['b', 's4', 'para'],
  h4: ['b', 'para'],
  h5: ['b', 'para'],
  h6: ['b', 'para'],
};

/** Five sizes of type; the middle one is the document's usual one. */
function sizeClass(points: number): string[] {
  if (points <= 7.5) return ['s1'];
  if (points <= 9) return ['s2'];
  if (points < 13) return ['s3'];
  return points < 17 ? ['s4'] : ['s5'];
}

/** Rows shaded for the eye; white is paper. */
function isShaded(declared: string, attributes: Attributes): boolean {
  const colour = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]{1,60})/i.exec(declared)?.[1] ?? attributes['bgcolor'];
  return (
    colour !== undefined &&
    !/^\s*(?:#?f{3}(?:f{3})?\b|white|transparent|none|inherit|rgb\(\s*255,\s*255,\s*255|$)/i.test(colour)
  );
}

function widthOf(name: string, declared: string, attributes: Attributes): string {
  if (name !== 'table' && name !== 'td' && name !== 'th') return '';
  const width = /(?:^|;)\s*width\s*:\s*([\d.]{1,8}%)/i.exec(declared)?.[1] ?? attributes['width']?.trim();
  const percent = /^(\d{1,3})(?:\.\d*)?%$/.exec(width ?? '')?.[1];
  return percent === undefined ? '' : ` width="${Math.min(100, Number(percent))}%"`;
}
