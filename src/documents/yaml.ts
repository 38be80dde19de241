/**
 * YAML as people write it by hand, held to plain data: one document, no tags, no anchors or
 * aliases, every value the text that is written (so that 0.10 stays 0.10), capped in size and depth.
 */
import { CST, Composer, Lexer, Parser, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Document, ParsedNode, YAMLParseError } from 'yaml';
import { fail } from '../fault.ts';
import { NOT_TEXT } from '../generated/not-text.ts';
import type { DataDocument, DataPath, Spot } from './data.ts';
import { placesIn } from './places.ts';
import type { TextPlace } from './places.ts';

/** Rules, vocabularies and settings are written by hand; nobody writes more than this. */
const MOST_CHARACTERS = 1 << 20;
/** Deeper nesting than this is no rule, and would exhaust the stack. */
const DEEPEST = 24;

type Refuse = (offset: number, message: string, hint: string) => never;

/**
 * Parses one YAML document of plain data.
 * @throws Fault with line, column and excerpt
 */
export function parseYaml(text: string, document: string): DataDocument<TextPlace> {
  const places = placesIn(text, document);
  const refuse: Refuse = (offset, message, hint) => {
    const at = Math.min(offset, Math.max(text.trimEnd().length - 1, 0));
    return fail({ code: 'yaml', message, place: places.placeOf(at), excerpt: places.excerptOf(at), hint });
  };
  if (text.length > MOST_CHARACTERS) {
    refuse(
      MOST_CHARACTERS,
      `the file has more than ${MOST_CHARACTERS} characters, which nobody writes by hand`,
      'split it into several files',
    );
  }
  const root = compose(text, refuse);
  const at = (path: DataPath, spot: Spot = 'value'): number => spotOf(text, root, path, spot);
  return {
    value: valueOf(root, undefined),
    language: 'YAML',
    placeOf: (path, spot) => places.placeOf(at(path, spot)),
    excerptOf: (path, spot) => places.excerptOf(at(path, spot)),
  };
}

function compose(text: string, refuse: Refuse): ParsedNode {
  const tokens = tokensOf(text, refuse);
  const [document] = [...new Composer({ schema: 'failsafe', uniqueKeys: false, strict: true }).compose(tokens)];
  if (!document) return refuse(0, 'there is nothing in this file', 'write "rules:" first, and the rules below it');
  if (document.errors.length > 0) explain(text, document, refuse);
  const root = document.contents;
  if (!root) return refuse(0, 'there is nothing in this file', 'write "rules:" first, and the rules below it');
  refuseTraps(text, root, refuse);
  return root;
}

/** What YAML can do and plain data has no use for, by the kind of its token. */
const NOT_PLAIN: Partial<Record<CST.TokenType, readonly [message: string, hint: string]>> = {
  anchor: [
    'a word after & is an anchor, and anchors are not allowed here',
    'write the text out where it is needed; where & is meant, put the text in quotes',
  ],
  alias: [
    'a word after * is an alias, and aliases are not allowed here',
    'write the text out where it is needed; where * is meant, put the text in quotes',
  ],
  tag: [
    'a word after ! is a tag, and tags are not allowed here: the file holds plain text only',
    'remove it; where ! is meant, put the text in quotes',
  ],
  'directive-line': [
    'a line that starts with % is an instruction to YAML, and none is allowed here',
    'remove the line',
  ],
  'explicit-key-ind': [
    'a question mark that stands alone opens a key of several lines, which is not allowed here',
    'write "name: value"',
  ],
};

/**
 * The syntax of the text, with the depth and the kinds of token checked as they come, so that
 * nothing costly is ever built.
 */
function tokensOf(text: string, refuse: Refuse): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let [offset, started, ended, isScalarNext] = [0, false, false, false];
  for (const source of new Lexer().lex(text)) {
    const kind = isScalarNext ? 'scalar' : CST.tokenType(source);
    // A mark of no width says that a plain text comes next, whatever that text looks like.
    const isMark = !isScalarNext && (kind === 'scalar' || kind === 'doc-mode' || kind === 'flow-error-end');
    isScalarNext = isMark && kind === 'scalar';
    const banned = kind && NOT_PLAIN[kind];
    if (banned) refuse(offset, ...banned);
    if (kind === 'doc-start' && started) refuse(offset, 'a second document starts here, after "---"', ONE_DOCUMENT);
    if (kind === 'doc-end') ended = true;
    else if (ended && !isMark && source.trim() !== '' && kind !== 'comment')
      refuse(offset, 'something follows after the end of the document', ONE_DOCUMENT);
    const quote = kind === 'single-quoted-scalar' ? "'" : kind === 'double-quoted-scalar' ? '"' : undefined;
    if (quote !== undefined && (source.length < 2 || !source.endsWith(quote)))
      refuse(offset, `a quote ${quote} is opened here and never closed`, 'close it at the end of the text');
    if (!isMark && source.trim() !== '' && kind !== 'comment' && kind !== 'byte-order-mark') started = true;
    tokens.push(...parser.next(source));
    if (parser.stack.length > DEEPEST)
      refuse(offset, `lists and groups are nested deeper than ${DEEPEST}`, 'a rule nests five deep');
    if (!isMark) offset += source.length;
  }
  tokens.push(...parser.end());
  return tokens;
}

const ONE_DOCUMENT = 'keep one document a file, and remove what separates them';

/** The first of the parser's errors, in words that need no knowledge of YAML. */
function explain(text: string, document: Document.Parsed, refuse: Refuse): never {
  const [error] = document.errors as [YAMLParseError];
  const [offset] = error.pos;
  const { line, start } = lineAt(text, offset);
  const INDENT = 'line it up: the lines of one entry start in the same column, under its first name';
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return refuse(
        offset,
        'this line is set in with a tab; YAML knows only blanks there',
        'replace the tab by as many blanks as the lines above have',
      );
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const below = document.errors.find((one) => one.code === 'MULTILINE_IMPLICIT_KEY');
      if (below)
        return refuse(nextLine(text, offset), 'this line is set in deeper than the lines it belongs to', INDENT);
      return refuse(
        offset,
        'a colon followed by a blank stands within this text, so that it reads as another name',
        `put the whole text in quotes: '${line.slice(offset - start).trim()}'`,
      );
    }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      if (/^[ -]*[\w$]+:\S/.test(line)) {
        const colon = start + line.indexOf(':');
        return refuse(colon, 'a blank is missing after this colon', `write "${line.trim().replace(':', ': ')}"`);
      }
      if (/^\s*[^\s:]+\s*$/.test(line) || !line.includes(':'))
        return refuse(
          offset,
          'a name and a colon are missing in this line',
          'every line is "name: value", or "- " and an entry',
        );
      return refuse(offset, 'this line does not start in the same column as the lines it belongs to', INDENT);
    case 'UNEXPECTED_TOKEN': {
      const quoted = /:\s*(["'].*)$/.exec(line)?.[1];
      if (quoted !== undefined)
        return refuse(
          offset,
          'something follows after the closing quote, which ends the text',
          quoted.includes("'")
            ? 'quote the whole text, and double the quotes within it'
            : `put the whole text between single quotes: '${quoted.trim()}'`,
        );
      if (text[offset] === '-')
        return refuse(
          offset,
          'a hyphen that stands alone opens a list',
          "where a printed dash is meant, put it in quotes: '-'",
        );
      return refuse(offset, 'this does not belong here', INDENT);
    }
    case 'BAD_SCALAR_START':
      return refuse(
        offset,
        `a text cannot start with ${text[offset] ?? 'this sign'} in YAML`,
        `put it in quotes: '${line.slice(offset - start).trim()}'`,
      );
    case 'BAD_INDENT':
      return /must be sufficiently indented and end with/.test(error.message)
        ? refuse(
            offset,
            `a closing ${error.message.at(-1) ?? ']'} is missing before this line`,
            'close the list or group that was opened above',
          )
        : refuse(offset, 'this line is not set in as the lines it belongs to', INDENT);
    case 'BAD_DQ_ESCAPE':
      return refuse(offset, 'a backslash means something else between double quotes', 'use single quotes');
    default:
      return refuse(offset, 'this line cannot be understood', 'every line is "name: value", or "- " and an entry');
  }
}

function lineAt(text: string, offset: number): { readonly line: string; readonly start: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { line: text.slice(start, end < 0 ? undefined : end).trimEnd(), start };
}

/** Where the text of the next line starts. */
function nextLine(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  return next < 0 ? offset : next + 1 + (/^ */.exec(text.slice(next + 1, next + 1000))?.[0].length ?? 0);
}

/** What is valid YAML and never what was meant: names that stand twice, figures cut in two by their comma. */
function refuseTraps(text: string, node: ParsedNode, refuse: Refuse): void {
  if (isMap(node)) {
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      if (!isScalar(key))
        return refuse(key.range[0], 'a name is one word or one text, not a list or a group', 'write "name: value"');
      const name = String(key.value);
      if (node.flow && value === null && /^\d/.test(name)) cutInTwo(text, key.range[0], refuse);
      if (node.flow && value === null)
        refuse(
          key.range[0],
          `"${name}" stands between { } without a value`,
          'a comma separates entries there; put a text with a comma in quotes',
        );
      if (seen.has(name))
        refuse(
          key.range[0],
          `the name "${name}" stands twice in one group`,
          'one of the two would be lost; rename or remove it',
        );
      if (name === '__proto__') refuse(key.range[0], 'the name "__proto__" is not allowed', 'rename it');
      if (name === '<<')
        refuse(
          key.range[0],
          '"<<" would merge another group into this one, which is not allowed here',
          'write the lines out',
        );
      seen.add(name);
      if (value) refuseTraps(text, value, refuse);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      if (isPair(item)) continue;
      if (
        node.flow &&
        index > 0 &&
        /^\d/.test(text.slice(item.range[0], item.range[0] + 1)) &&
        text[item.range[0] - 1] === ','
      )
        cutInTwo(text, item.range[0], refuse);
      refuseTraps(text, item, refuse);
    }
  }
}

/** `[5,691, 3,681]` is four entries to YAML. */
function cutInTwo(text: string, offset: number, refuse: Refuse): never {
  const before = /[^\s,[{:]*,\s?$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? ',';
  const after = /^[^\s,\]}]*/.exec(text.slice(offset, offset + 40))?.[0] ?? '';
  return refuse(
    offset - before.length,
    `within [ ] and { } a comma separates entries, so that ${before.trimEnd()}${after} is two of them`,
    `put a figure with a comma in quotes: "${before.trimEnd()}${after}"`,
  );
}

/**
 * The data itself. Every value is text, except where the schemas have a number or a yes or no under
 * that name; those are turned into what they say.
 */
function valueOf(node: ParsedNode | null, name: string | undefined): unknown {
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => {
        const own = isScalar(key) ? String(key.value) : '';
        return [own, valueOf(value, own)];
      }),
    );
  if (isSeq(node)) return node.items.map((item) => valueOf(isPair(item) ? null : item, undefined));
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  const kind = name !== undefined && Object.hasOwn(NOT_TEXT, name) ? NOT_TEXT[name] : undefined;
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (kind === 'number' && /^\d{1,15}$/.test(text)) return Number(text);
  return text;
}

/** The offset of a spot of the part at a path, or of the nearest part around it. */
function spotOf(text: string, root: ParsedNode, path: DataPath, spot: Spot): number {
  let node: ParsedNode = root;
  let name = root.range[0];
  for (const part of path) {
    const next: ParsedNode | null | undefined = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === part)?.value
      : isSeq(node)
        ? node.items[Number(part)]
        : undefined;
    const key = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === part)?.key : undefined;
    if (key) name = key.range[0];
    if (!next) return key && spot !== 'value' ? name : node.range[0];
    if (!key) name = next.range[0];
    node = next;
  }
  if (spot === 'name') return name;
  if (spot === 'value' || !isScalar(node)) return node.range[0];
  return characterAt(text, node.range[0], String(node.value), spot);
}

/** Where the character of a text with so many before it is written: in quotes, with escapes, or over several lines. */
function characterAt(text: string, start: number, value: string, count: number): number {
  const quote = /["']/.test(text[start] ?? '') ? text[start] : undefined;
  let at = start;
  if (quote !== undefined) at += 1;
  else if (/[|>]/.test(text[start] ?? '')) at = nextLine(text, start);
  for (let passed = 0; passed < Math.min(count, value.length); passed += 1) {
    const blank = /\s/.test(value[passed] ?? '') && /\s/.test(text[at] ?? '');
    if (blank && /^[ \t]*\r?\n/.test(text.slice(at, at + 200)))
      at += /^\s+/.exec(text.slice(at, at + 1000))?.[0].length ?? 1;
    else if (quote === "'" && text.startsWith("''", at)) at += 2;
    else if (quote === '"' && text[at] === '\\') at += text[at + 1] === 'u' ? 6 : text[at + 1] === 'x' ? 4 : 2;
    else at += 1;
  }
  return at;
}
