/**
 * JSON as people write it by hand: read strictly, with the place of everything in it, so that a
 * mistake is shown where it stands.
 */
import type { ErrorObject } from 'ajv';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { fail } from '../fault.ts';
import type { FaultPlace } from '../generated/types.ts';
import { excerptOfLine } from './excerpt.ts';
import { nearest } from './nearest.ts';

/** Names and indexes from the document down to a part. */
export type JsonPath = readonly (string | number)[];

/** A parsed JSON document with the places of its parts. */
export interface JsonDocument {
  readonly value: unknown;
  /**
   * The place of the part at a path; of the nearest part around it where the path leads nowhere.
   * @param within for a text: which of its characters, counted from 0, as UTF-16
   */
  readonly placeOf: (
    path: JsonPath,
    within?: number,
  ) => FaultPlace & { readonly line: number; readonly column: number };
  readonly excerptOf: (path: JsonPath, within?: number) => string;
}

/** Deeper nesting than this is no filing, and would exhaust the stack. */
const DEEPEST = 64;

/**
 * Parses strict JSON: no comments, no trailing commas, no duplicate keys, no `__proto__`.
 * @throws Fault with line, column and excerpt
 */
export function parseJson(text: string, document: string): JsonDocument {
  const lines = lineStarts(text);
  const place = (offset: number) => {
    const line = lineOf(lines, offset);
    return { document, line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
  };
  const excerpt = (offset: number) => {
    const line = lineOf(lines, offset);
    return excerptOfLine(
      text.slice(lines[line], (lines[line + 1] ?? text.length + 1) - 1),
      offset - (lines[line] ?? 0),
    );
  };
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
  const at = (path: JsonPath, within?: number) => {
    const node = nodeAt(root, path);
    return within === undefined || node.type !== 'string' ? node.offset : characterAt(text, node.offset + 1, within);
  };
  return {
    value: valueOf(root),
    placeOf: (path, within) => place(at(path, within)),
    excerptOf: (path, within) => excerpt(at(path, within)),
  };
}

/**
 * Turns the first of ajv's errors into a fault: with place, excerpt and what to do about it.
 * @param what what the document should have been: "a filing"
 * @param base the path of the part that was validated, if it was not the whole document
 */
export function failSchema(
  errors: readonly ErrorObject[],
  json: JsonDocument,
  what: string,
  base: JsonPath = [],
): never {
  // The deepest error is about the mistake itself; those above it only say that something is wrong below.
  const [error] = [...errors].sort((a, b) => depthIn(b) - depthIn(a) || rank(a) - rank(b));
  const path = [...base, ...(error ? pathOf(error) : [])];
  const extra: unknown = error?.params['additionalProperty'];
  const full = typeof extra === 'string' ? [...path, extra] : path;
  return fail({
    code: 'schema',
    message: `this is not ${what}: ${error ? sayError(error, sayPath(path)) : 'it does not match its schema'}`,
    place: json.placeOf(full),
    excerpt: json.excerptOf(full),
    ...hintOf(error),
  });
}

function depthIn(error: ErrorObject): number {
  return error.instancePath.split('/').length;
}

function pathOf(error: ErrorObject): string[] {
  const parts = error.instancePath.split('/').slice(1);
  return parts.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** What the entries of a list are called; a list that is not here is called by its name. */
const ENTRIES: Record<string, string> = {
  statements: 'statement',
  rows: 'row',
  columns: 'column',
  printed: 'figure',
  notes: 'note',
};

/** `statements/0/rows/3/label` as a person says it: `statement 1, row 4, "label"`. */
function sayPath(path: JsonPath): string {
  const words: string[] = [];
  path.forEach((part, index) => {
    const next = String(path[index + 1] ?? '');
    if (/^\d+$/.test(String(part)) && index > 0) return;
    const entry = ENTRIES[String(part)];
    if (/^\d+$/.test(next)) words.push(`${entry ?? `"${part}"`} ${Number(next) + 1}`);
    else words.push(/^\d+$/.test(String(part)) ? `entry ${Number(part) + 1}` : `"${part}"`);
  });
  return words.length === 0 ? 'it' : words.join(', ');
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

function rank(error: ErrorObject): number {
  return error.keyword === 'additionalProperties' ? 0 : error.keyword === 'oneOf' ? 2 : 1;
}

function sayError(error: ErrorObject, where: string): string {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required':
      return `${where} has no "${String(params['missingProperty'])}"`;
    case 'additionalProperties':
      return `${where} cannot have "${String(params['additionalProperty'])}"`;
    case 'enum':
    case 'const':
      return `${where} is ${shown(error.data)}`;
    case 'discriminator':
      return `${where} is of the kind ${shown(params['tagValue'])}, which is no kind of statement`;
    case 'pattern':
      return `${where} is ${shown(error.data)}, which is not written as it must be`;
    case 'type':
      return `${where} is ${shown(error.data)} and should be ${wanted(params['type'])}`;
    default:
      return `${where} ${error.message ?? 'is not as it must be'}`;
  }
}

function shown(value: unknown): string {
  if (typeof value === 'number') return `the bare number ${value}`;
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const TYPES: Record<string, string> = {
  string: 'text in quotes',
  null: 'null',
  array: 'a list in [brackets]',
  object: 'an object in {braces}',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function wanted(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((one) => TYPES[String(one)] ?? String(one)).join(' or ');
}

function hintOf(error: ErrorObject | undefined): { readonly hint?: string } {
  const parent = error?.parentSchema as { enum?: unknown[]; properties?: object; description?: string } | undefined;
  const params = error?.params as Record<string, unknown> | undefined;
  switch (error?.keyword) {
    case 'additionalProperties':
      return didYouMean(String(params?.['additionalProperty']), Object.keys(parent?.properties ?? {}), 'it can have');
    case 'enum':
      return didYouMean(String(error.data), (parent?.enum ?? []).map(String), 'one of');
    case 'const':
      return { hint: `it must be ${JSON.stringify(params?.['allowedValue'])}` };
    case 'discriminator':
      return didYouMean(String(params?.['tagValue']), KINDS, 'one of');
    case 'type':
      if (typeof error.data === 'number') return { hint: 'put it in quotes, as it is printed: "1,234"' };
      break;
    default:
  }
  return parent?.description === undefined ? {} : { hint: parent.description };
}

/** The kinds of statement, which a discriminator's error does not list. */
const KINDS = [
  'incomeStatement',
  'balanceSheet',
  'cashFlowStatement',
  'equityStatement',
  'comprehensiveIncomeStatement',
  'other',
];

function didYouMean(word: string, known: readonly string[], list: string): { readonly hint: string } {
  const near = nearest(word, known);
  return { hint: near === undefined ? `${list}: ${known.join(', ')}` : `did you mean "${near}"?` };
}

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

function nodeAt(root: Node, path: JsonPath): Node {
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

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
