import { PLAIN_STYLE } from './html-style.ts';
import type { Style } from './html-style.ts';

/** How text looks where it stands, as inherited from the elements around it. */
export interface Look {
  readonly hidden: boolean;
  readonly bold: boolean;
  readonly raised: boolean;
  readonly underlined: boolean;
  readonly centred: boolean;
  readonly pre: boolean;
  /** Type size in points. */
  readonly size: number;
  readonly inset: number;
  readonly textIndent: number;
}

export const PLAIN_LOOK: Look = {
  hidden: false,
  bold: false,
  raised: false,
  underlined: false,
  centred: false,
  pre: false,
  size: 10,
  inset: 0,
  textIndent: 0,
};

/** Elements whose text is not on the page: programs, and the facts of inline XBRL that are not shown. */
const DROPPED = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'select',
  'ix:header',
  'ix:hidden',
]);

/** Points of the seven sizes of `<font size>`. */
const HTML_FONT_POINTS = [7.5, 7.5, 10, 12, 13.5, 18, 24, 36];

/** The look of the text inside an element. */
export function elementLook(
  name: string,
  parent: Look,
  style: Style,
  attributes: Partial<Record<string, string>>,
): Look {
  const own = childLook(parent, style);
  if (DROPPED.has(name) || attributes['hidden'] !== undefined) return { ...own, hidden: true };
  switch (name) {
    case 'b':
    case 'strong':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return style.bold === undefined ? { ...own, bold: true } : own;
    case 'u':
    case 'ins':
      return { ...own, underlined: true };
    case 'sup':
      return { ...own, raised: true };
    case 'small':
      return { ...own, size: own.size * 0.85 };
    case 'pre':
    case 'xmp':
    case 'plaintext':
      return { ...own, pre: true };
    case 'center':
      return { ...own, centred: true };
    case 'font': {
      const size = HTML_FONT_POINTS[Number.parseInt(attributes['size'] ?? '', 10)];
      return size === undefined || style.size !== undefined ? own : { ...own, size };
    }
    default:
      return own;
  }
}

/** The look inside an element of this style; the parent's own record where the style says nothing. */
export function childLook(parent: Look, style: Style): Look {
  if (style === PLAIN_STYLE) return parent;
  const size = style.size === undefined ? parent.size : style.size < 0 ? -style.size * parent.size : style.size;
  return {
    hidden: parent.hidden || style.hidden,
    bold: style.bold ?? parent.bold,
    raised: parent.raised || style.raised,
    underlined: parent.underlined || style.underlined,
    centred: style.centred ?? parent.centred,
    pre: parent.pre,
    size,
    inset: parent.inset + style.inset,
    textIndent: style.textIndent ?? parent.textIndent,
  };
}
