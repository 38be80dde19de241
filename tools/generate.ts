/**
 * Makes src/generated/ from schemas/: the types (json-schema-to-typescript) and the compiled
 * validators (ajv standalone, so that no schema is compiled at start-up).
 *
 * With --check nothing is written; it exits 1 when a committed file differs from what it would be.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';

const schemasFolder = join(import.meta.dirname, '../schemas');
const outFolder = join(import.meta.dirname, '../src/generated');

/** The documents that are validated at run time, with the name of their validator. */
const VALIDATED = {
  validateFiling: 'filing.schema.json',
  validateRule: 'rule.schema.json',
  validateConfig: 'config.schema.json',
  validateRun: 'run.schema.json',
  validateVocabulary: 'vocabulary.schema.json',
};

const NOTICE = '// Made from schemas/ by `npm run generate`; do not edit.\n';

async function makeTypes(): Promise<string> {
  const root = {
    title: 'Schemas',
    type: 'object' as const,
    additionalProperties: false,
    properties: Object.fromEntries(Object.values(VALIDATED).map((file) => [file.split('.')[0], { $ref: file }])),
  };
  return compile(root, 'Schemas', {
    cwd: `${schemasFolder}/`,
    bannerComment: NOTICE,
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
    format: false,
  });
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

async function main(): Promise<number> {
  const style = { ...(await resolveConfig(join(outFolder, 'types.ts'))), parser: 'typescript' };
  const files: Record<string, string> = {
    'types.ts': await format(await makeTypes(), style),
    'validators.ts': makeValidators(),
  };
  const check = process.argv.includes('--check');
  let drifted = 0;
  mkdirSync(outFolder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(outFolder, name);
    if (!check) {
      writeFileSync(path, text);
    } else if (readFileSync(path, 'utf8') !== text) {
      drifted += 1;
      process.stderr.write(`src/generated/${name} is not what schemas/ gives; run: npm run generate\n`);
    }
  }
  return drifted === 0 ? 0 : 1;
}

process.exitCode = await main();
