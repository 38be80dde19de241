/** Opens a file that a person wrote: rules, a vocabulary or settings, as data or as a TypeScript module. */
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseData } from '../documents/data.ts';
import type { DataDocument } from '../documents/data.ts';
import { decode } from '../documents/decode.ts';
import { Fault, fail } from '../fault.ts';
import { readBytes } from './inputs.ts';

/**
 * Opens a file of data by the ending of its name. A `.ts` or `.mts` file is trusted code: it runs.
 * @throws Fault when it cannot be read
 */
export async function openData(path: string): Promise<DataDocument> {
  return ['.ts', '.mts'].includes(extname(path)) ? openModule(path) : parseData(decode(readBytes(path), path), path);
}

async function openModule(path: string): Promise<DataDocument> {
  if (!existsSync(path))
    fail({
      code: 'unreadable-file',
      message: 'the file cannot be read: there is no such file or folder',
      place: { document: path },
      hint: 'check the spelling, and the folder you are in',
    });
  const place = { document: path };
  const { default: value } = await load(path);
  if (value === undefined)
    fail({
      code: 'no-default',
      message: 'this module has no default export',
      place,
      hint: 'end it with "export default { … }"',
    });
  return { value, language: 'TypeScript', placeOf: () => place, excerptOf: () => '' };
}

async function load(path: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown };
  } catch (error) {
    throw new Fault({
      code: 'module',
      message: `this module does not load: ${error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)}`,
      place: { document: path },
      // In a package whose modules are CommonJS, Node takes a `.ts` file for one of those.
      hint:
        error instanceof SyntaxError && path.endsWith('.ts')
          ? `name it ${path.replace(/\.ts$/, '.mts')}; if that does not help, node ${path} shows where`
          : `node ${path} shows where`,
    });
  }
}
