/**
 * The style sheets that a document carries in `<style>`: what a class or an element says by itself.
 * Selectors of one element name, one class, or both are read; what depends on the elements around is not.
 */

/** The declarations that hold for an element, ready for the reader of `style` attributes. */
export type StyleSheet = (name: string, classes: string | undefined, own: string | undefined) => string | undefined;

/** A document of a million rules has no style, and is not looked through. */
const MOST_RULES = 5_000;
const LONGEST_SHEET = 500_000;
/** An element has no more classes that matter. */
const MOST_CLASSES = 8;

const SELECTOR = /^([a-z][a-z\d]{0,20})?(?:\.([\w-]{1,80}))?$/i;

/** Reads the sheets of a document. Takes time in proportion to its text. */
export function readSheets(source: string): StyleSheet {
  const rules = new Map<string, string>();
  for (const sheet of sheetsOf(source)) addRules(sheet, rules);
  if (rules.size === 0) return (_name, _classes, own) => own;
  return (name, classes, own) => {
    const names = classes === undefined ? [] : classes.trim().split(/\s+/, MOST_CLASSES);
    const said = [name, ...names.map((one) => `.${one}`), ...names.map((one) => `${name}.${one}`)].flatMap(
      (selector) => rules.get(selector) ?? [],
    );
    if (said.length === 0) return own;
    // What the element says itself comes last, and wins.
    return own === undefined ? said.join(';') : `${said.join(';')};${own}`;
  };
}

function* sheetsOf(source: string): Generator<string> {
  let left = LONGEST_SHEET;
  const opens = /<style\b[^<>]{0,200}>/gi;
  for (let open = opens.exec(source); open && left > 0; open = opens.exec(source)) {
    const from = opens.lastIndex;
    const closes = /<\/style\b/gi;
    closes.lastIndex = from;
    const close = closes.exec(source);
    if (!close) return;
    const sheet = source.slice(from, Math.min(close.index, from + left));
    left -= sheet.length;
    opens.lastIndex = close.index;
    yield sheet;
  }
}

/** Adds the rules of one sheet; blocks within blocks (`@media`) are about other pages than this one. */
function addRules(sheet: string, rules: Map<string, string>): void {
  const text = withoutComments(sheet);
  let from = 0;
  while (rules.size < MOST_RULES) {
    const open = text.indexOf('{', from);
    if (open < 0) return;
    const selectors = text.slice(from, open).trim();
    const close = selectors.startsWith('@') ? endOfBlock(text, open) : text.indexOf('}', open);
    if (close < 0) return;
    from = close + 1;
    if (selectors.startsWith('@')) continue;
    const declarations = text.slice(open + 1, close).trim();
    for (const selector of selectors.split(',')) {
      const found = SELECTOR.exec(selector.trim());
      if (!found || (found[1] === undefined && found[2] === undefined)) continue;
      const key = (found[1] ?? '').toLowerCase() + (found[2] === undefined ? '' : `.${found[2]}`);
      const known = rules.get(key);
      rules.set(key, known === undefined ? declarations : `${known};${declarations}`.slice(0, 2_000));
    }
  }
}

function withoutComments(sheet: string): string {
  let text = '';
  let from = 0;
  for (let open = sheet.indexOf('/*'); open >= 0; open = sheet.indexOf('/*', from)) {
    text += sheet.slice(from, open);
    const close = sheet.indexOf('*/', open + 2);
    if (close < 0) return text;
    from = close + 2;
  }
  return (text + sheet.slice(from)).replace(/<!--|-->/g, ' ');
}

/** Where the block that opens here closes, with the blocks inside it. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
