/**
 * Writing reports: whole or not at all, one or a set. Files are written beside their places, flushed
 * and renamed; what cannot be written to the standard output is a fault, not lost.
 *
 * No system renames several files at once. A set is therefore put in place under a journal: first
 * every old file is moved aside, then every new one takes its place, then the journal goes. Until it
 * is gone the set counts as not written, and is undone: at once where an operation fails, by the next
 * run that writes to the folder where the process was killed. So after any failure there is the old
 * set or the new one, and not even between a kill and the next run does a file of the one lie beside
 * a file of the other.
 */
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../fault.ts';
import { systemMessage } from './inputs.ts';
import type { Sink } from './output.ts';

/** What writing needs of the disk. Tests put one in its place that fails. */
export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'copyFileSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeSync'
>;

/** Files that appear under their names together, when all are complete. */
export interface FileSet {
  /** Takes pieces for the file at this position. */
  readonly write: (index: number, piece: string | Uint8Array) => void;
  readonly commit: () => void;
  readonly discard: () => void;
}

/** One file of a set that is being written. */
interface Draft {
  readonly path: string;
  /** Where it is written: its place, if that is no plain file and cannot be replaced, such as /dev/stdout. */
  readonly written: string;
  readonly inPlace: boolean;
  handle: number | undefined;
}

/**
 * Begins files in one folder that shall be replaced together; a set that an earlier run left half in
 * place is undone first.
 * @throws Fault when a folder or file cannot be written
 */
export function fileSet(paths: readonly string[], disk: Disk = fs): FileSet {
  const drafts: Draft[] = [];
  const discard = (): void => {
    for (const draft of drafts) {
      try {
        close(draft, disk);
      } catch {
        // What matters is that the file goes; a handle ends with the process.
      }
      if (!draft.inPlace) quietly(() => disk.rmSync(draft.written, { force: true }));
    }
  };
  const guard = (path: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      discard();
      throw error instanceof Fault ? error : cannotWrite(path, error);
    }
  };
  for (const path of paths)
    guard(path, () => {
      makeFolder(dirname(path), disk);
      recover(dirname(path), disk);
      const present = disk.statSync(path, { throwIfNoEntry: false });
      const inPlace = present !== undefined && !present.isFile() && !present.isDirectory();
      const written = inPlace ? path : `${path}.${process.pid}.tmp`;
      drafts.push({ path, written, inPlace, handle: disk.openSync(written, 'w') });
    });
  return {
    write: (index, piece) => {
      const draft = drafts[index] as Draft;
      guard(draft.path, () => writeAll(draft.handle ?? -1, bytesOf(piece), disk));
    },
    commit: () => {
      for (const draft of drafts)
        guard(draft.path, () => {
          if (!draft.inPlace) disk.fsyncSync(draft.handle ?? -1);
          close(draft, disk);
        });
      const plain = drafts.filter(({ inPlace }) => !inPlace);
      const [first] = plain;
      if (first)
        guard(first.path, () =>
          plain.length === 1 ? disk.renameSync(first.written, first.path) : replace(plain, disk),
        );
    },
    discard,
  };
}

/** One file of a set as a place for a report; that it is complete does not make it visible, the set does. */
export function sinkInto(set: FileSet, index: number): Sink {
  return {
    write: async (piece) => set.write(index, piece),
    finish: async () => undefined,
    discard: set.discard,
  };
}

function close(draft: Draft, disk: Disk): void {
  const { handle } = draft;
  draft.handle = undefined;
  if (handle !== undefined) disk.closeSync(handle);
}

const JOURNAL = '.tieout-set.json';

/** What is needed to undo a set: the names of its files, and which of them replace one. */
interface Journal {
  readonly format: 'tieout/set@1';
  readonly process: number;
  readonly files: readonly { readonly name: string; readonly written: string; readonly replaces: boolean }[];
}

function asideOf(path: string): string {
  return `${path}.tieout-old`;
}

function replace(drafts: readonly Draft[], disk: Disk): void {
  const folder = dirname(drafts[0]?.path ?? '');
  const journal: Journal = {
    format: 'tieout/set@1',
    process: process.pid,
    files: drafts.map(({ path, written }) => ({
      name: basename(path),
      written: basename(written),
      replaces: disk.statSync(path, { throwIfNoEntry: false }) !== undefined,
    })),
  };
  // What an earlier run could not clear away must not be taken for what this one moves aside.
  for (const { path } of drafts) disk.rmSync(asideOf(path), { force: true });
  keepJournal(folder, journal, disk);
  try {
    for (const { name, replaces } of journal.files)
      if (replaces) disk.renameSync(join(folder, name), asideOf(join(folder, name)));
    for (const { path, written } of drafts) disk.renameSync(written, path);
    flushFolder(folder, disk);
    // From here on the new set stands.
    disk.rmSync(join(folder, JOURNAL));
  } catch (error) {
    undo(folder, journal, disk);
    throw error;
  }
  for (const { path } of drafts) quietly(() => disk.rmSync(asideOf(path), { force: true }));
}

function keepJournal(folder: string, journal: Journal, disk: Disk): void {
  const draft = join(folder, `${JOURNAL}.${process.pid}.tmp`);
  try {
    const handle = disk.openSync(draft, 'w');
    try {
      writeAll(handle, bytesOf(JSON.stringify(journal)), disk);
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
    disk.renameSync(draft, join(folder, JOURNAL));
  } catch (error) {
    quietly(() => disk.rmSync(draft, { force: true }));
    throw error;
  }
}

/** Puts the old files back. Every step can be done again, so that it can be broken off anywhere. */
function undo(folder: string, { files }: Journal, disk: Disk): void {
  // All that is new goes first, so that it never lies beside what is put back.
  for (const { name, replaces } of files) {
    const moved = replaces && disk.statSync(asideOf(join(folder, name)), { throwIfNoEntry: false }) !== undefined;
    if (moved || !replaces) disk.rmSync(join(folder, name), { force: true });
  }
  for (const { name } of files) {
    const path = join(folder, name);
    if (disk.statSync(asideOf(path), { throwIfNoEntry: false }) === undefined) continue;
    try {
      disk.renameSync(asideOf(path), path);
    } catch {
      disk.copyFileSync(asideOf(path), path);
      disk.rmSync(asideOf(path));
    }
  }
  for (const { written } of files) disk.rmSync(join(folder, written), { force: true });
  disk.rmSync(join(folder, JOURNAL));
}

/** Undoes the set that a run left half in place when it was killed. */
function recover(folder: string, disk: Disk): void {
  const path = join(folder, JOURNAL);
  if (disk.statSync(path, { throwIfNoEntry: false }) === undefined) return;
  const journal = readJournal(disk.readFileSync(path, 'utf8'));
  if (!journal || (journal.process !== process.pid && isRunning(journal.process)))
    throw new Fault({
      code: 'cannot-write',
      message: journal
        ? 'another run is putting its reports into this folder'
        : 'this file should say which reports a run was putting in place, and does not',
      place: { document: path },
      hint: journal ? 'wait for it to end' : 'look at the reports beside it, then delete it',
    });
  undo(folder, journal, disk);
}

/** Read as hostile: only names within the folder are ever touched. */
function readJournal(text: string): Journal | undefined {
  try {
    const value = JSON.parse(text) as Partial<Journal>;
    const good =
      value.format === 'tieout/set@1' &&
      Number.isSafeInteger(value.process) &&
      Array.isArray(value.files) &&
      value.files.every(
        ({ name, written, replaces }) => isName(name) && isName(written) && typeof replaces === 'boolean',
      );
    return good ? (value as Journal) : undefined;
  } catch {
    return undefined;
  }
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value !== '.' && value !== '..' && !/[\\/\0]/.test(value);
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes the renames last. Not every system lets a folder be opened. */
function flushFolder(folder: string, disk: Disk): void {
  try {
    const handle = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_FOLDER_FLUSH.has(String(error.code)))) throw error;
  }
}

const NO_FOLDER_FLUSH = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP']);

/** For what may be left lying about, but must not hide why. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // See above.
  }
}

export function cannotWrite(path: string, error: unknown): Fault {
  return new Fault({
    code: 'cannot-write',
    message: `the report cannot be written: ${error instanceof Error ? systemMessage(error) : String(error)}`,
    place: { document: path },
    hint: 'check that the folder exists, may be written to, and has room',
  });
}

/** Makes a folder and those above it. Not Node's own recursion, which never ends below /proc. */
function makeFolder(path: string, disk: Disk): void {
  if (disk.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path), disk);
  disk.mkdirSync(path);
}

export function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}

export function writeAll(handle: number, bytes: Uint8Array, disk: Pick<Disk, 'writeSync'> = fs): void {
  for (let done = 0; done < bytes.length;) done += disk.writeSync(handle, bytes, done);
}
