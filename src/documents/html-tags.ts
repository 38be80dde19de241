/** The tags and texts of an HTML document in their order, for those who rebuild from them what is shown. */
import { Tokenizer } from 'htmlparser2';

/** Elements that have no content and no end tag. */
export const VOID = new Set('area base basefont br col embed hr img input link meta param wbr'.split(' '));

export type Attributes = Partial<Record<string, string>>;

/** A start or an end tag; `start` and `end` are the offsets of its `<` and behind its `>`. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Those asked for, decoded; of two of one name the first counts. None at an end tag. */
  readonly attributes: Attributes;
  readonly start: number;
  readonly end: number;
}

interface Steps {
  /** Text as it is shown: entities are decoded, so `end - start` may be more than its length. */
  readonly text: (text: string, start: number, end: number) => void;
  readonly open: (tag: Tag) => void;
  readonly close: (tag: Tag) => void;
}

/**
 * Walks over a document with a tokenizer, which neither balances nor moves tags. Comments and declarations are passed over.
 * @param wanted the names of the attributes that are kept
 */
export function walkTags(source: string, wanted: ReadonlySet<string>, { text, open, close }: Steps): void {
  let last = 0;
  let start = 0;
  let name = '';
  let attribute = '';
  let attributes: Attributes = {};

  const pass = (_start: number, end: number): void => void (last = end + 1);
  const tokenizer = new Tokenizer(
    {},
    {
      ontext(from, to) {
        last = to;
        text(source.slice(from, to), from, to);
      },
      ontextentity(code, to) {
        const from = last;
        last = to;
        text(String.fromCodePoint(code), from, to);
      },
      onopentagname(from, to) {
        start = from - 1;
        name = source.slice(from, to).toLowerCase();
        attributes = {};
      },
      onattribname(from, to) {
        attribute = to - from > 8 ? '' : source.slice(from, to).toLowerCase();
        if (!wanted.has(attribute) || attributes[attribute] !== undefined) attribute = '';
        else attributes[attribute] = '';
      },
      onattribdata(from, to) {
        if (attribute !== '') attributes[attribute] += source.slice(from, to);
      },
      onattribentity(code) {
        if (attribute !== '') attributes[attribute] += String.fromCodePoint(code);
      },
      onattribend() {
        attribute = '';
      },
      onopentagend(at) {
        last = at + 1;
        open({ name, attributes, start, end: last });
      },
      onselfclosingtag(at) {
        last = at + 1;
        open({ name, attributes, start, end: last });
        if (!VOID.has(name)) close({ name, attributes: {}, start, end: last });
      },
      onclosetag(from, to) {
        last = source.indexOf('>', to) + 1 || to + 1;
        close({ name: source.slice(from, to).toLowerCase(), attributes: {}, start: from - 2, end: last });
      },
      oncdata(from, to, tail) {
        last = to + 1;
        text(source.slice(from, to - tail), from, to - tail);
      },
      oncomment: pass,
      ondeclaration: pass,
      onprocessinginstruction: pass,
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
