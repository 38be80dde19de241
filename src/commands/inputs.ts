/** From the paths of the command line to the files that are read. */
import { globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fail } from '../fault.ts';
import { MOST_BYTES } from '../documents/decode.ts';

/** The endings of files that a folder is searched for. A file named outright is read whatever its ending. */
const REPORTS = new Set(['.txt', '.htm', '.html', '.json']);

/** One file to read. `named` is false for a file that was found in a folder. */
export interface Input {
  readonly path: string;
  readonly named: boolean;
}

/**
 * Expands one path of the command line: a file, a folder (searched to the bottom), or a glob.
 * Sorted by code point, so that the order of files is the same everywhere.
 * @throws Fault when it matches nothing
 */
export function expand(path: string): Input[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    const found = filesBelow(path);
    if (found.length === 0) {
      fail({
        code: 'empty-folder',
        message: 'there is no report in this folder',
        place: { document: path },
        hint: `a report ends in ${[...REPORTS].join(', ')}`,
      });
    }
    return found.map((file) => ({ path: file, named: false }));
  }
  if (stat) return [{ path, named: true }];
  if (/[*?[{]/.test(path)) {
    const found = globSync(path)
      .filter((file) => statSync(file).isFile())
      .sort(byCodePoint);
    if (found.length > 0) return found.map((file) => ({ path: file, named: true }));
    fail({
      code: 'no-match',
      message: 'no file matches this pattern',
      place: { document: path },
      hint: 'put the pattern in quotes, and mind the folder you are in',
    });
  }
  return fail({
    code: 'missing-file',
    message: 'there is no such file or folder',
    place: { document: path },
    hint: 'check the spelling, and the folder you are in',
  });
}

/** @throws Fault when the file cannot be read, or is larger than any report */
export function readBytes(path: string): Uint8Array {
  try {
    const size = statSync(path).size;
    if (size > MOST_BYTES) {
      fail({
        code: 'too-large',
        message: `the file has ${size} bytes; at most ${MOST_BYTES} are read`,
        place: { document: path },
        hint: 'split it, or give the exhibit alone',
      });
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      fail({
        code: 'unreadable-file',
        message: `the file cannot be read: ${systemMessage(error)}`,
        place: { document: path },
        hint: 'check the spelling, and that you may read it',
      });
    }
    throw error;
  }
}

/** What an accountant would call the operating system's more common refusals. */
const REFUSALS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'your share of the disk is used up',
  EPIPE: 'the program that reads it has stopped',
  EISDIR: 'this is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  ENOENT: 'there is no such file or folder',
  EMFILE: 'too many files are open',
};

/** What the operating system says, without the path and the call that Node adds. */
export function systemMessage(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return REFUSALS[code] ?? error.message.replace(/^[A-Z]+: /, '').replace(/, \w+(?: '.*')?(?: -> '.*')?$/, '');
}

function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesBelow(path));
    else if (entry.isFile() && REPORTS.has(extname(entry.name).toLowerCase())) files.push(path);
  }
  return files;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
