/**
 * Makes from schemas/ what depends on them: src/generated/ with the types (json-schema-to-typescript)
 * and the compiled validators (ajv standalone, so that no schema is compiled at start-up), and
 * schemas/editor/ with what editors use to complete and check files that are written by hand; and from
 * src/rules/ the list of authorities that somebody should confirm.
 *
 * With --check nothing is written; it exits 1 when a committed file differs from what it would be.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import { makeBinderPage } from './binder-page.ts';
import { shippedRules } from '../src/rules/index.ts';

const root = join(import.meta.dirname, '..');
const schemasFolder = join(root, 'schemas');

/** The documents that are validated at run time, with the name of their validator. */
const VALIDATED = {
  validateFiling: 'filing.schema.json',
  validateRule: 'rule.schema.json',
  validatePack: 'pack.schema.json',
  validateOwnVocabulary: 'own-vocabulary.schema.json',
  validateWaivers: 'waivers.schema.json',
  validateConfig: 'config.schema.json',
  validateRun: 'run.schema.json',
  validateProbe: 'probe.schema.json',
  validateVocabulary: 'vocabulary.schema.json',
};

const NOTICE = '// Made from schemas/ by `npm run generate`; do not edit.\n';

async function makeTypes(): Promise<string> {
  const titled = [...schemas].flatMap(([file, schema]) => [
    ...(Object.values(VALIDATED).includes(file) ? [[schema['title'], file] as const] : []),
    ...Object.entries((schema['$defs'] ?? {}) as Record<string, Schema>).flatMap(([name, part]) =>
      part['title'] === undefined ? [] : [[part['title'], `${file}#/$defs/${name}`] as const],
    ),
  ]);
  const all = {
    title: 'Schemas',
    type: 'object' as const,
    additionalProperties: false,
    properties: Object.fromEntries(titled.map(([title, $ref]) => [title, { $ref }])),
  };
  return compile(all, 'Schemas', {
    cwd: `${schemasFolder}/`,
    bannerComment: NOTICE,
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
    format: false,
    $refOptions: {
      resolve: {
        file: { read: ({ url }: { url: string }) => JSON.stringify(named(schemas.get(basename(url)), basename(url))) },
      },
    },
  });
}

/** A reference with words of its own would become a second type; it is named instead, and keeps its words. */
function named(part: unknown, file: string): unknown {
  if (Array.isArray(part)) return part.map((one) => named(one, file));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, description } = part as Schema;
  if (typeof $ref === 'string' && description !== undefined) {
    const [{ title }] = follow($ref, file);
    if (title !== undefined) return { description, tsType: title };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, named(value, file)]));
}

function makeValidators(): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: 'log',
    allowUnionTypes: true,
    ownProperties: true,
    verbose: true,
    discriminator: true,
    code: { source: true, esm: true },
  });
  for (const file of readdirSync(schemasFolder).sort()) {
    if (file.endsWith('.schema.json')) ajv.addSchema(JSON.parse(readFileSync(join(schemasFolder, file), 'utf8')));
  }
  const code = standaloneCode.default(ajv, VALIDATED);
  // The ES module that ajv writes still calls `require` for its run-time helpers.
  return [
    NOTICE,
    '// @ts-nocheck\n',
    "import { createRequire } from 'node:module';\n",
    'const require = createRequire(import.meta.url);\n',
    code.replace(/^"use strict";/, ''),
  ].join('');
}

type Schema = { readonly [key: string]: unknown };

const schemas = new Map(
  readdirSync(schemasFolder)
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => [file, JSON.parse(readFileSync(join(schemasFolder, file), 'utf8')) as Schema]),
);

/** The schema behind a `$ref`, and the file that it stands in. */
function follow(ref: string, file: string): readonly [schema: Schema, file: string] {
  const [name, pointer = ''] = ref.split('#');
  const home = name === '' || name === undefined ? file : name;
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((part, key) => (part as Schema)[key], schemas.get(home));
  return [found as Schema, home];
}

/** The documents that people write in YAML, in which every value is text until a schema says otherwise. */
const WRITTEN = ['pack.schema.json', 'own-vocabulary.schema.json', 'config.schema.json'];

/** What a value is that is not text, by the name before it; the same wherever that name stands. */
function notText(): Record<string, 'number' | 'boolean'> {
  const found = new Map<string, 'number' | 'boolean' | 'other'>();
  const visit = (node: Schema, file: string, name: string | undefined): void => {
    if (typeof node['$ref'] === 'string') return visit(...follow(node['$ref'], file), name);
    const sample: unknown = node['const'] ?? (node['enum'] as unknown[] | undefined)?.[0];
    const kind = typeof sample === 'number' || typeof sample === 'boolean' ? (typeof sample as 'number') : 'other';
    if (name !== undefined) {
      if (found.has(name) && found.get(name) !== kind)
        throw new Error(`"${name}" is text in one schema and not in another`);
      found.set(name, kind);
    }
    for (const [key, part] of Object.entries((node['properties'] ?? {}) as Record<string, Schema>))
      visit(part, file, key);
    for (const key of ['items', 'additionalProperties'])
      if (typeof node[key] === 'object') visit(node[key] as Schema, file, undefined);
  };
  for (const file of WRITTEN) visit(schemas.get(file) as Schema, file, undefined);
  return Object.fromEntries(
    [...found]
      .flatMap(([name, kind]) => (kind === 'other' ? [] : [[name, kind] as const]))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * A schema for editors: all in one file, with the names of the concepts, and with numbers where tieout
 * reads figures as they are written.
 */
function forEditors(file: string): Schema {
  const { concepts } = JSON.parse(readFileSync(join(schemasFolder, 'vocabulary.json'), 'utf8')) as {
    concepts: { name: string; title: string }[];
  };
  const names = concepts.map(({ name }) => name);
  const figure = { anyOf: [{ type: ['string', 'number'] }, { type: 'array', items: { type: ['string', 'number'] } }] };
  const inline = (node: unknown, home: string): unknown => {
    if (Array.isArray(node)) return node.map((part) => inline(part, home));
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, $id: _, $defs: __, ...rest } = node as Schema;
    // A name of the project's own is no mistake, so the names are offered and not demanded.
    if (typeof $ref === 'string' && $ref.endsWith('/conceptName')) return { ...rest, $ref: '#/$defs/concept' };
    if (typeof $ref === 'string') {
      const [target, there] = follow($ref, home);
      return { ...(inline(target, there) as Schema), ...rest };
    }
    return Object.fromEntries(
      Object.entries(rest).map(([key, part]) => {
        if (key !== 'figures') return [key, inline(part, home)];
        const properties = Object.fromEntries(
          concepts.map(({ name, title }) => [name, { description: title, $ref: '#/$defs/figure' }]),
        );
        return [key, { ...(part as Schema), properties, additionalProperties: { $ref: '#/$defs/figure' } }];
      }),
    );
  };
  const concept = { anyOf: [{ enum: names }, { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$' }] };
  return { ...(inline(schemas.get(file), file) as Schema), $defs: { concept, figure } };
}

/** The authorities that were written from memory and that somebody who has the text should confirm. */
function makeAuthorities(): string {
  const open = shippedRules.filter((rule) => rule.confirm === true);
  return [
    '<!-- Made from src/rules/ by `npm run generate`; do not edit. -->',
    '',
    '# Authorities to confirm',
    '',
    `${open.length} of ${shippedRules.length} rules cite a paragraph from memory. Whoever has the text: confirm it, or mend it, and take`,
    '`confirm` out of the rule.',
    '',
    '| rule | authority |',
    '| --- | --- |',
    ...open.map((rule) => `| ${rule.id} | ${rule.authority} |`),
    '',
  ].join('\n');
}

async function main(): Promise<number> {
  const style = { ...(await resolveConfig(join(root, 'src/generated/types.ts'))), parser: 'typescript' };
  const kinds = `/** The values that are no text, by their name. */\nexport const NOT_TEXT: Readonly<Record<string, 'number' | 'boolean'>> = ${JSON.stringify(notText())};`;
  const files: Record<string, string> = {
    'src/generated/types.ts': await format(await makeTypes(), style),
    'src/generated/validators.ts': makeValidators(),
    'src/generated/binder-page.ts': await makeBinderPage(),
    'src/generated/not-text.ts': await format(`${NOTICE}${kinds}`, style),
    'docs/authorities-to-confirm.md': await format(makeAuthorities(), { ...style, parser: 'markdown' }),
    ...Object.fromEntries(
      WRITTEN.map((file) => [`schemas/editor/${file.replace('.schema', '')}`, `${JSON.stringify(forEditors(file))}\n`]),
    ),
  };
  const check = process.argv.includes('--check');
  let drifted = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    if (!check) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      drifted += 1;
      process.stderr.write(`${name} is not what its sources give; run: npm run generate\n`);
    }
  }
  return drifted === 0 ? 0 : 1;
}

process.exitCode = await main();
