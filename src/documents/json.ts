/** JSON as people write it by hand: read strictly, with the place of everything in it. */
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { fail } from '../fault.ts';
import type { DataDocument, DataPath, Spot } from './data.ts';
import { placesIn } from './places.ts';
import type { TextPlace } from './places.ts';

/** Deeper nesting than this is no filing, and would exhaust the stack. */
const DEEPEST = 64;

/**
 * Parses strict JSON: no comments, no trailing commas, no duplicate keys, no `__proto__`.
 * @throws Fault with line, column and excerpt
 */
export function parseJson(text: string, document: string): DataDocument<TextPlace> {
  const { placeOf: place, excerptOf: excerpt } = placesIn(text, document);
  const depth = depthOf(text);
  if (depth !== undefined) {
    fail({
      code: 'json-too-deep',
      message: `brackets are nested deeper than ${DEEPEST}`,
      place: place(depth),
      excerpt: excerpt(depth),
      hint: 'a filing nests four deep',
    });
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (error || !root) {
    const offset = Math.min(error?.offset ?? 0, Math.max(text.length - 1, 0));
    fail({
      code: 'json-syntax',
      message: `this is not valid JSON: ${JSON_ERRORS[error ? printParseErrorCode(error.error) : ''] ?? 'something is missing'}`,
      place: place(offset),
      excerpt: excerpt(offset),
      hint: 'look at this line and the one above it',
    });
  }
  refuseKeys(root, (node, message, hint) =>
    fail({ code: 'json-key', message, place: place(node.offset), excerpt: excerpt(node.offset), hint }),
  );
  const at = (path: DataPath, spot: Spot = 'value'): number => {
    const node = nodeAt(root, path);
    if (spot === 'name') return nameOf(node).offset;
    return spot === 'value' || node.type !== 'string' ? node.offset : characterAt(text, node.offset + 1, spot);
  };
  return {
    value: valueOf(root),
    language: 'JSON',
    placeOf: (path, spot) => place(at(path, spot)),
    excerptOf: (path, spot) => excerpt(at(path, spot)),
  };
}

/** The name before a value; the value itself where it has none. */
function nameOf(node: Node): Node {
  return (node.parent?.type === 'property' && node.parent.children?.[0]) || node;
}

const JSON_ERRORS: Record<string, string> = {
  InvalidSymbol: 'a word that is neither text in quotes, a number, true, false nor null',
  InvalidNumberFormat: 'a number is written in a way that JSON does not know',
  PropertyNameExpected: 'a name in double quotes is missing here (is there a comma too many before it?)',
  ValueExpected: 'a value is missing here (is there a comma too many before it?)',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'something follows after the end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a closing quote is missing',
  UnexpectedEndOfNumber: 'a number breaks off',
  InvalidUnicode: 'a \\u escape is incomplete',
  InvalidEscapeCharacter: 'a backslash stands before a character that needs none',
  InvalidCharacter: 'a control character stands in a text',
};

type Refuse = (node: Node, message: string, hint: string) => never;

/** A key that stands twice hides a figure; `__proto__` is no name that a report uses. */
function refuseKeys(node: Node, refuse: Refuse): void {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      const name = String(key?.value);
      if (key && seen.has(name))
        refuse(
          key,
          `the name "${name}" stands twice in one object`,
          'one of the two would be lost; rename or remove it',
        );
      if (key && name === '__proto__') refuse(key, 'the name "__proto__" is not allowed', 'rename it');
      seen.add(name);
    }
  }
  for (const child of node.children ?? []) refuseKeys(child, refuse);
}

function valueOf(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        (node.children ?? []).map((property) => [
          String(property.children?.[0]?.value),
          property.children?.[1] && valueOf(property.children[1]),
        ]),
      );
    case 'array':
      return (node.children ?? []).map(valueOf);
    default:
      return node.value as unknown;
  }
}

/** Where the character of a text with so many before it is written, each escape being one of them. */
function characterAt(text: string, start: number, count: number): number {
  let at = start;
  for (let passed = 0; passed < count; passed += 1) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  return at;
}

function nodeAt(root: Node, path: DataPath): Node {
  let node = root;
  for (const part of path) {
    const child =
      node.type === 'array'
        ? node.children?.[Number(part)]
        : node.children?.find((property) => property.children?.[0]?.value === part)?.children?.[1];
    if (!child) return node;
    node = child;
  }
  return node;
}

/** Where the nesting becomes too deep, judged on the text before anything is parsed. */
function depthOf(text: string): number | undefined {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > DEEPEST) return index;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return undefined;
}
