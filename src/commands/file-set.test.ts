import * as fs from 'node:fs';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSet } from './file-set.ts';
import type { Disk } from './file-set.ts';

const NAMES = ['tieout.csv', 'tieout.md', 'tieout.txt', 'tieout.xlsx'];

/** The operations that can fail; to look whether a file is there cannot. */
const OPERATIONS = [
  'closeSync',
  'copyFileSync',
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'readFileSync',
  'renameSync',
  'rmSync',
  'writeSync',
] as const;

interface Trial {
  /** Which operation fails, counted from 1; whether those after it do as well, as where the process is killed. */
  readonly at: number;
  readonly dead: boolean;
}

/** A disk that counts its operations and fails where it is told to; a write that fails has written half. */
function failing({ at, dead }: Trial): { readonly disk: Disk; readonly names: string[] } {
  const names: string[] = [];
  const disk = { ...fs } as Record<string, unknown>;
  for (const name of OPERATIONS) {
    const real = fs[name] as (...args: unknown[]) => unknown;
    disk[name] = (...args: unknown[]) => {
      names.push(name);
      if (names.length !== at && !(dead && names.length > at)) return real(...args);
      if (name === 'writeSync' && args[1] instanceof Uint8Array)
        fs.writeSync(args[0] as number, args[1].subarray(0, args[1].length >> 1));
      throw Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO' });
    };
  }
  return { disk: disk as unknown as Disk, names };
}

type Writer = (paths: readonly string[], text: string, disk: Disk) => void;

/** The writer that ships. */
const writeSet: Writer = (paths, text, disk) => {
  const set = fileSet(paths, disk);
  try {
    paths.forEach((path, index) => {
      set.write(index, `${text} `);
      set.write(index, path.slice(-4));
    });
    set.commit();
  } catch (error) {
    set.discard();
    throw error;
  }
};

/** The control: each file by itself is whole, and the set is not. */
const writeOneByOne: Writer = (paths, text, disk) => {
  for (const path of paths) {
    const handle = disk.openSync(`${path}.tmp`, 'w');
    disk.writeSync(handle, Buffer.from(`${text} ${path.slice(-4)}`));
    disk.fsyncSync(handle);
    disk.closeSync(handle);
    disk.renameSync(`${path}.tmp`, path);
  }
};

/** The control: each file is written where it stands. */
const writeInPlace: Writer = (paths, text, disk) => {
  for (const path of paths) {
    const handle = disk.openSync(path, 'w');
    disk.writeSync(handle, Buffer.from(`${text} ${path.slice(-4)}`));
    disk.closeSync(handle);
  }
};

function whole(text: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${text} ${name.slice(-4)}`]));
}

function reportsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => NAMES.includes(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

interface Outcome {
  readonly trial: Trial;
  /** What failed. */
  readonly operation: string | undefined;
  readonly threw: boolean;
  /** The reports right after, and after the next run has begun there. */
  readonly after: Record<string, string>;
  readonly next: Record<string, string>;
  /** What lies about then. */
  readonly litter: readonly string[];
}

/** One trial over a folder in which these files stand already. */
function attempt(writer: Writer, standing: readonly string[], trial: Trial): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-set-'));
  try {
    for (const [name, text] of Object.entries(whole('old', standing))) writeFileSync(join(folder, name), text);
    const { disk, names } = failing(trial);
    let threw = false;
    try {
      writer(
        NAMES.map((name) => join(folder, name)),
        'new',
        disk,
      );
    } catch {
      threw = true;
    }
    const after = reportsIn(folder);
    // A process that was killed leaves what it had begun to write; the next run of that name writes over it.
    fileSet(NAMES.map((name) => join(folder, name))).discard();
    const next = reportsIn(folder);
    const litter = readdirSync(folder).filter((name) => !NAMES.includes(name) && !name.endsWith('.tieout-old'));
    return { trial, operation: names[trial.at - 1], threw, after, next, litter };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every trial: a failure at each operation, of that one alone and of all that follow. */
function trials(writer: Writer, standing: readonly string[]): Outcome[] {
  const all: Outcome[] = [];
  for (const dead of [false, true])
    for (let at = 1; ; at += 1) {
      const outcome = attempt(writer, standing, { at, dead });
      if (outcome.operation === undefined) break;
      all.push(outcome);
    }
  return all;
}

/** Those after which there is neither the old set nor the new one. */
function mixed(outcomes: readonly Outcome[], standing: readonly string[], when: 'after' | 'next'): Outcome[] {
  const good = [whole('old', standing), whole('new', NAMES)].map((set) => JSON.stringify(set));
  return outcomes.filter((outcome) => !good.includes(JSON.stringify(outcome[when])));
}

describe.each([
  ['none', []],
  ['some', NAMES.slice(1, 3)],
  ['all', NAMES],
])('a set of reports where %s of them stand already', (_, standing) => {
  const outcomes = trials(writeSet, standing);

  it('is the old one or the new one after a failure of any one operation', () => {
    const single = outcomes.filter(({ trial }) => !trial.dead);
    expect(mixed(single, standing, 'after')).toEqual([]);
    expect(new Set(single.map(({ operation }) => operation))).toEqual(
      new Set(['closeSync', 'fsyncSync', 'openSync', 'renameSync', 'rmSync', 'writeSync']),
    );
  });

  it('is the old one or the new one once the next run begins, wherever the process was killed', () => {
    expect(mixed(outcomes, standing, 'next')).toEqual([]);
    // Both ends are reached, so that the trials did go through the whole of it.
    const ends = outcomes.map(({ next }) => next['tieout.txt']?.split(' ')[0]);
    expect(new Set(ends).has('new')).toBe(true);
    expect(ends.filter((end) => end !== 'new').length).toBeGreaterThan(10);
  });

  it('never has a file of the old set beside one of the new, not even between a kill and the next run', () => {
    const beside = outcomes.filter(({ after }) => {
      const kinds = new Set(Object.values(after).map((text) => text.split(' ')[0]));
      const complete = Object.entries(after).every(([name, text]) =>
        /^(?:old|new)$/.test(text.replace(` ${name.slice(-4)}`, '')),
      );
      return kinds.size > 1 || !complete;
    });
    expect(beside).toEqual([]);
  });

  it('says that it failed whenever the new set does not stand', () => {
    const silent = outcomes.filter(({ threw, next }) => !threw && next['tieout.txt'] !== 'new .txt');
    expect(silent).toEqual([]);
  });

  it('leaves nothing lying about that a failure of one operation did not force it to', () => {
    const litter = outcomes.filter(
      ({ trial, operation, litter: left }) => !trial.dead && operation !== 'rmSync' && left.length > 0,
    );
    expect(litter).toEqual([]);
  });
});

describe('the trials', () => {
  it('catch a writer that renames one report after the other', () => {
    expect(mixed(trials(writeOneByOne, NAMES), NAMES, 'after').length).toBeGreaterThan(0);
  });

  it('catch a writer that writes where the old report stands', () => {
    expect(mixed(trials(writeInPlace, NAMES), NAMES, 'after').length).toBeGreaterThan(0);
  });
});

describe('a journal that was left', () => {
  it('of a run that is still at work is left alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieout-set-'));
    try {
      const journal = { format: 'tieout/set@1', process: process.ppid, files: [] };
      writeFileSync(join(folder, '.tieout-set.json'), JSON.stringify(journal));
      expect(() => fileSet([join(folder, 'tieout.txt')])).toThrow(
        'another run is putting its reports into this folder',
      );
      expect(readdirSync(folder)).toEqual(['.tieout-set.json']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    '',
    '{}',
    '{"format":"tieout/set@1","process":999999999,"files":[{"name":"../x","written":"y","replaces":false}]}',
  ])('and says something else (%j) is a fault, and touches nothing', (text) => {
    const folder = mkdtempSync(join(tmpdir(), 'tieout-set-'));
    try {
      writeFileSync(join(folder, '.tieout-set.json'), text);
      expect(() => fileSet([join(folder, 'tieout.txt')])).toThrow('should say which reports');
      expect(readdirSync(folder)).toEqual(['.tieout-set.json']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
