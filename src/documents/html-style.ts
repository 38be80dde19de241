/** What the reader takes from an element's inline style and presentational attributes. */
export interface Style {
  readonly hidden: boolean;
  readonly bold: boolean | undefined;
  readonly raised: boolean;
  readonly underlined: boolean;
  readonly centred: boolean | undefined;
  /** Type size in points; a negative number is a share of the surrounding size. */
  readonly size: number | undefined;
  /** Margin and padding on the left, in characters. */
  readonly inset: number;
  /** First-line indentation, in characters; negative where the first line hangs out. */
  readonly textIndent: number | undefined;
  readonly height: number | undefined;
  readonly top: Weight | undefined;
  readonly bottom: Weight | undefined;
}

export type Weight = 'single' | 'double';

/** The style of an element that has no `style` attribute. */
export const PLAIN_STYLE: Style = {
  hidden: false,
  bold: undefined,
  raised: false,
  underlined: false,
  centred: undefined,
  size: undefined,
  inset: 0,
  textIndent: undefined,
  height: undefined,
  top: undefined,
  bottom: undefined,
};

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  pc: 12,
  em: 10,
  '': 0.75,
};

/** The average character of ten-point type is about five points wide. */
const POINTS_PER_CHARACTER = 5;

/** A length in points; undefined for percentages, keywords and nonsense. An `em` counts as ten points. */
function points(value: string): number | undefined {
  const match = /^(-?\d{0,6}(?:\.\d{0,6})?)\s*(pt|px|in|cm|mm|pc|em|)$/i.exec(value.trim());
  const unit = POINTS[(match?.[2] ?? '').toLowerCase()];
  const amount = Number.parseFloat(match?.[1] ?? '');
  return unit === undefined || Number.isNaN(amount) ? undefined : amount * unit;
}

function characters(value: string): number {
  return (points(value) ?? 0) / POINTS_PER_CHARACTER;
}

/** The left side of a `margin` or `padding` shorthand: the fourth value, else the second, else the first. */
function leftOf(shorthand: string): number {
  const sides = shorthand.trim().split(/\s+/, 5);
  return characters(sides[3] ?? sides[1] ?? sides[0] ?? '');
}

/** The weight of the line that a border property draws; undefined where it draws none that can be seen. */
function borderWeight(value: string): Weight | undefined {
  if (/\b(?:none|hidden|transparent|white)\b|#fff(?:fff)?\b/i.test(value)) return undefined;
  if (/(?:^|\s)0(?:\.0*)?(?:px|pt|in|em)?(?:\s|$)/.test(value)) return undefined;
  if (/\bdouble\b/i.test(value)) return 'double';
  return /\b(?:solid|dashed|dotted|groove|ridge|inset|outset)\b/i.test(value) ? 'single' : undefined;
}

function fontSize(value: string): number | undefined {
  const share = /^\s*(\d{1,4}(?:\.\d{1,4})?)(%|em)\s*$/i.exec(value);
  if (share) return -Number(share[1]) / (share[2] === '%' ? 100 : 1);
  return points(value);
}

function isBold(value: string): boolean {
  return /\bbold(?:er)?\b/i.test(value) || Number.parseInt(value, 10) >= 600;
}

type Draft = { -readonly [K in keyof Style]: Style[K] };

/** One declaration at a time, so that the last one wins as it does on the page. */
function apply(style: Draft, name: string, value: string): void {
  switch (name) {
    case 'display':
      style.hidden = /^none\b/i.test(value);
      break;
    case 'visibility':
      style.hidden ||= /^(?:hidden|collapse)\b/i.test(value);
      break;
    case 'font':
      style.bold = /\bbold(?:er)?\b|(?:^|\s)[6-9]00\b/i.test(value);
      style.size = fontSize(/(?:^|\s)(\d{1,4}(?:\.\d{1,4})?(?:pt|px|em|%))/i.exec(value)?.[1] ?? '') ?? style.size;
      break;
    case 'font-weight':
      style.bold = isBold(value);
      break;
    case 'font-size':
      style.size = fontSize(value) ?? style.size;
      break;
    case 'vertical-align':
      style.raised = /^(?:super|text-top)\b/i.test(value);
      break;
    case 'top':
      style.raised ||= value.startsWith('-');
      break;
    case 'text-decoration':
    case 'text-decoration-line':
      style.underlined = /\bunderline\b/i.test(value);
      break;
    case 'text-align':
      style.centred = /^(?:center|right)\b/i.test(value);
      break;
    case 'margin':
    case 'padding':
      style.inset += leftOf(value);
      break;
    case 'margin-left':
    case 'padding-left':
      style.inset += characters(value);
      break;
    case 'text-indent':
      style.textIndent = characters(value);
      break;
    case 'height':
      style.height = points(value);
      break;
    case 'border-top':
      style.top = borderWeight(value);
      break;
    case 'border-bottom':
      style.bottom = borderWeight(value);
      break;
    case 'border-top-style':
      style.top = borderWeight(value);
      break;
    case 'border-bottom-style':
      style.bottom = borderWeight(value);
      break;
    case 'border':
    case 'border-style':
      // A box round the cell is a grid, not a line under a figure.
      style.top = style.bottom = undefined;
      break;
  }
}

/** Reads an inline `style` attribute. */
export function parseStyle(text: string): Style {
  const style: Draft = { ...PLAIN_STYLE };
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      apply(style, declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1, colon + 200).trim());
  }
  return style;
}

const CACHED_STYLES = 2000;
const CACHED_LENGTH = 400;

/** Documents repeat few styles very often: remembers what they said, within bounds. */
export function styleReader(): (text: string | undefined) => Style {
  const known = new Map<string, Style>();
  return (text) => {
    if (text === undefined) return PLAIN_STYLE;
    const cached = known.get(text);
    if (cached) return cached;
    const style = parseStyle(text);
    if (text.length <= CACHED_LENGTH && known.size < CACHED_STYLES) known.set(text, style);
    return style;
  };
}
