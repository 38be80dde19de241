/**
 * JSON as people write it by hand: read strictly, with the place of everything in it, so that a
 * mistake is shown where it stands.
 */
import type { ErrorObject } from 'ajv';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { fail } from '../fault.ts';
import type { FaultPlace } from '../generated/types.ts';

/** A parsed JSON document with the places of its parts. */
export interface JsonDocument {
  readonly value: unknown;
  /** The place of the part at a path; of the nearest part around it where the path leads nowhere. */
  readonly placeOf: (path: readonly (string | number)[]) => FaultPlace & { readonly line: number; readonly column: number };
  readonly excerptOf: (path: readonly (string | number)[]) => string;
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
    return excerptOfLine(text.slice(lines[line], (lines[line + 1] ?? text.length + 1) - 1), offset - (lines[line] ?? 0));
  };
  const depth = depthOf(text);
  if (depth !== undefined) {
    fail({ code: 'json-too-deep', message: `brackets are nested deeper than ${DEEPEST}`, place: place(depth), excerpt: excerpt(depth), hint: 'a filing nests four deep' });
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
  const at = (path: readonly (string | number)[]) => nodeAt(root, path).offset;
  return { value: valueOf(root), placeOf: (path) => place(at(path)), excerptOf: (path) => excerpt(at(path)) };
}

/**
 * Turns the first of ajv's errors into a fault: with place, excerpt and what to do about it.
 * @param what what the document should have been: "a filing"
 */
export function failSchema(errors: readonly ErrorObject[], json: JsonDocument, what: string): never {
  // The deepest error is about the mistake itself; those above it only say that something is wrong below.
  const [error] = [...errors].sort((a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length || rank(a) - rank(b));
  const path = (error?.instancePath ?? '').split('/').slice(1).map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const extra: unknown = error?.params['additionalProperty'];
  const full = typeof extra === 'string' ? [...path, extra] : path;
  return fail({
    code: 'schema',
    message: `not ${what}: ${error ? sayError(error, path) : 'it does not match its schema'}`,
    place: json.placeOf(full),
    excerpt: json.excerptOf(full),
    ...hintOf(error),
  });
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

function sayError(error: ErrorObject, path: readonly string[]): string {
  const where = path.length === 0 ? 'the document' : `"${path.join('/')}"`;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required':
      return `${where} has no "${String(params['missingProperty'])}"`;
    case 'additionalProperties':
      return `${where} cannot have "${String(params['additionalProperty'])}"`;
    case 'enum':
    case 'const':
      return `${where} is ${JSON.stringify(error.data)}`;
    case 'discriminator':
      return `${where} has the kind ${JSON.stringify(params['tagValue'])}, which is none of the statements`;
    case 'pattern':
      return `${where} is ${JSON.stringify(error.data)}, which is not written as it must be`;
    case 'type':
      return `${where} is ${JSON.stringify(error.data)?.slice(0, 40)} and should be ${String(params['type'])}`;
    default:
      return `${where} ${error.message ?? 'is not as it must be'}`;
  }
}

function hintOf(error: ErrorObject | undefined): { readonly hint?: string } {
  const parent = error?.parentSchema as { enum?: unknown[]; properties?: object; description?: string } | undefined;
  if (error?.keyword === 'additionalProperties' && parent?.properties) {
    const name = String((error.params as Record<string, unknown>)['additionalProperty']);
    const known = Object.keys(parent.properties);
    const near = known.find((key) => key.toLowerCase() === name.toLowerCase() || key.startsWith(name.slice(0, 4)));
    return { hint: near === undefined ? `it can have: ${known.join(', ')}` : `did you mean "${near}"?` };
  }
  if (error?.keyword === 'enum' && parent?.enum) return { hint: `one of: ${parent.enum.map((value) => JSON.stringify(value)).join(', ')}` };
  if (error?.keyword === 'const') return { hint: `it must be ${JSON.stringify((error.params as Record<string, unknown>)['allowedValue'])}` };
  if (error?.keyword === 'type' && typeof error.data === 'number') return { hint: 'put the figure in quotes, as it is printed: "1,234"' };
  return parent?.description === undefined ? {} : { hint: parent.description };
}

type Refuse = (node: Node, message: string, hint: string) => never;

/** A key that stands twice hides a figure; `__proto__` is no name that a report uses. */
function refuseKeys(node: Node, refuse: Refuse): void {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      const name = String(key?.value);
      if (key && seen.has(name)) refuse(key, `the name "${name}" stands twice in one object`, 'one of the two would be lost; rename or remove it');
      if (key && name === '__proto__') refuse(key, 'the name "__proto__" is not allowed', 'rename it');
      seen.add(name);
    }
  }
  for (const child of node.children ?? []) refuseKeys(child, refuse);
}

function valueOf(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries((node.children ?? []).map((property) => [String(property.children?.[0]?.value), property.children?.[1] && valueOf(property.children[1])]));
    case 'array':
      return (node.children ?? []).map(valueOf);
    default:
      return node.value as unknown;
  }
}

function nodeAt(root: Node, path: readonly (string | number)[]): Node {
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

/** At most 100 characters of a line, around a column. */
export function excerptOfLine(line: string, column: number): string {
  const from = Math.max(0, column - 60);
  return line.slice(from, from + 100).trim();
}
