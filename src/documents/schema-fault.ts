/** What is wrong with a document of data that does not match its schema, said for the person who wrote it. */
import type { ErrorObject } from 'ajv';
import { Fault } from '../fault.ts';
import type { FaultRecord } from '../generated/types.ts';
import type { DataDocument, DataPath } from './data.ts';
import { nearest } from './nearest.ts';

/** A validator that ajv compiled ahead. */
export type Validate = { (value: unknown): boolean; errors?: ErrorObject[] | null };

/** @throws Fault where the document does not match; see `schemaFault` */
export function validateData(validate: unknown, data: DataDocument, what: string): void {
  const check = validate as Validate;
  if (!check(data.value)) throw new Fault(schemaFault(check.errors ?? [], data, `this is not ${what}`));
}

/**
 * The one of ajv's errors that says most, as a fault: with place, excerpt and what to do about it.
 * @param opening how the message begins: "this is not a filing"
 * @param base where the part stands that the message is about; paths are said from there on
 */
export function schemaFault(
  errors: readonly ErrorObject[],
  data: DataDocument,
  opening: string,
  base: DataPath = [],
): FaultRecord {
  // The deepest error is about the mistake itself; those above it only say that something is wrong below.
  const [error] = [...errors].sort((a, b) => depthIn(b) - depthIn(a) || rank(a) - rank(b));
  const path = error ? pathOf(error) : [...base];
  const extra: unknown = error?.params['additionalProperty'];
  const full = typeof extra === 'string' ? [...path, extra] : path;
  const spot = typeof extra === 'string' ? 'name' : 'value';
  const where = sayPath(path.slice(base.length));
  return {
    code: 'schema',
    message: `${opening}: ${error ? sayError(error, where, errors, data.language) : 'it does not match its schema'}`,
    place: data.placeOf(full, spot),
    excerpt: data.excerptOf(full, spot),
    ...hintOf(error, data.language),
  };
}

function depthIn(error: ErrorObject): number {
  return error.instancePath.split('/').length;
}

/** The path of the part that an error is about. */
export function pathOf(error: ErrorObject): (string | number)[] {
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
  rules: 'rule',
  concepts: 'concept',
  labels: 'label',
};

/** `statements/0/rows/3/label` as a person says it: `statement 1, row 4, "label"`. */
function sayPath(path: DataPath): string {
  const words: string[] = [];
  path.forEach((part, index) => {
    const next = String(path[index + 1] ?? '');
    if (/^\d+$/.test(String(part)) && index > 0) return;
    const entry = ENTRIES[String(part)];
    if (/^\d+$/.test(next)) words.push(`${entry ?? `"${part}", entry`} ${Number(next) + 1}`);
    else words.push(/^\d+$/.test(String(part)) ? `entry ${Number(part) + 1}` : `"${part}"`);
  });
  return words.length === 0 ? 'it' : words.join(', ');
}

function rank(error: ErrorObject): number {
  return error.keyword === 'additionalProperties' ? 0 : error.keyword === 'oneOf' || error.keyword === 'anyOf' ? 2 : 1;
}

function sayError(
  error: ErrorObject,
  where: string,
  errors: readonly ErrorObject[],
  language: DataDocument['language'],
): string {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required': {
      const missing = errors.flatMap((one) =>
        one.keyword === 'required' && one.instancePath === error.instancePath
          ? [`"${String((one.params as Record<string, unknown>)['missingProperty'])}"`]
          : [],
      );
      return `${where} has no ${missing.length > 1 ? `${missing.slice(0, -1).join(', ')} and no ` : ''}${missing.at(-1)}`;
    }
    case 'additionalProperties':
      return `${where} cannot have "${String(params['additionalProperty'])}"`;
    case 'enum':
    case 'const':
      return `${where} cannot be ${shown(error.data)}`;
    case 'discriminator':
      return `${where} is of the kind ${shown(params['tagValue'])}, which is no kind of statement`;
    case 'pattern':
      return `${where} cannot be ${shown(error.data)}`;
    case 'type':
      return `${where} is ${shown(error.data)} and should be ${wanted(params['type'], language)}`;
    case 'minLength':
    case 'minItems':
      return `${where} is empty`;
    case 'maxLength':
      return `${where} has more than ${String(params['limit'])} characters`;
    case 'uniqueItems':
      return `${where} says the same thing twice`;
    default:
      return `${where} ${error.message ?? 'is not as it must be'}`;
  }
}

function shown(value: unknown): string {
  if (typeof value === 'number') return `the bare number ${value}`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of names and values';
  if (value === '') return 'empty text';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const TYPES: Record<DataDocument['language'], Record<string, string>> = {
  JSON: {
    string: 'text in quotes',
    null: 'null',
    array: 'a list in [brackets]',
    object: 'a group of names and values in {braces}',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  },
  YAML: {
    string: 'text',
    null: 'null',
    array: 'a list: each entry on a line of its own, after "- "',
    object: 'a group: lines of "name: value" below it, set in by two blanks',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  },
  TypeScript: {
    string: 'a string',
    null: 'null',
    array: 'an array',
    object: 'an object',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  },
};

function wanted(type: unknown, language: DataDocument['language']): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((one) => TYPES[language][String(one)] ?? String(one)).join(' or ');
}

function hintOf(error: ErrorObject | undefined, language: DataDocument['language']): { readonly hint?: string } {
  const parent = error?.parentSchema as
    { enum?: unknown[]; properties?: object; description?: string; examples?: unknown[] } | undefined;
  const params = error?.params as Record<string, unknown> | undefined;
  switch (error?.keyword) {
    case 'additionalProperties':
      return didYouMean(
        String(params?.['additionalProperty']),
        Object.keys(parent?.properties ?? {}),
        'it can have',
        parent?.properties && 'figures' in parent.properties
          ? 'put the figures of the example below "figures"'
          : undefined,
      );
    case 'enum':
      if (error.data === 'off') return { hint: 'to leave a rule out, name it under "skip"' };
      return didYouMean(String(error.data), (parent?.enum ?? []).map(String), 'one of');
    case 'const':
      return { hint: `write ${JSON.stringify(params?.['allowedValue'])}, or leave it out` };
    case 'discriminator':
      return didYouMean(String(params?.['tagValue']), KINDS, 'one of');
    case 'required': {
      const name = String(params?.['missingProperty']);
      const about = (parent?.properties as Record<string, { description?: string }> | undefined)?.[name]?.description;
      return { hint: about === undefined ? `add a line "${name}: …"` : `add "${name}": ${lowered(about)}` };
    }
    case 'type':
      if (typeof error.data === 'number' && language === 'JSON')
        return { hint: 'put it in quotes, as it is printed: "1,234"' };
      break;
    default:
  }
  if (parent?.description === undefined) return {};
  const isEmpty = error?.keyword === 'minLength' || error?.keyword === 'minItems';
  return { hint: `${isEmpty ? 'fill it in: ' : ''}${lowered(parent.description)}` };
}

/** A description as the end of a sentence. */
function lowered(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase()).replace(/\.$/, '');
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

function didYouMean(
  word: string,
  known: readonly string[],
  list: string,
  otherwise?: string,
): { readonly hint: string } {
  const near = nearest(word, known);
  return { hint: near === undefined ? (otherwise ?? `${list}: ${known.join(', ')}`) : `did you mean "${near}"?` };
}
