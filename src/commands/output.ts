/**
 * Writing reports: whole or not at all. A file is written beside its place, flushed and renamed;
 * what cannot be written to the standard output is a fault, not lost.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault, fail } from '../fault.ts';
import { systemMessage } from './inputs.ts';

/** Where a report goes, piece by piece. `finish` makes it visible, `discard` leaves nothing behind. */
export interface Sink {
  readonly write: (text: string) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => void;
}

/** A file that appears under its name only when it is complete. */
export function fileSink(path: string): Sink {
  const temporary = `${path}.${process.pid}.tmp`;
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      rmSync(temporary, { force: true });
      return fail({
        code: 'cannot-write',
        message: `the report cannot be written: ${error instanceof Error ? systemMessage(error) : String(error)}`,
        place: { document: path },
        hint: 'check that the folder exists, may be written to, and has room',
      });
    }
  };
  const handle = guard(() => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(temporary, 'w');
  });
  return {
    write: async (text) => guard(() => void writeAll(handle, Buffer.from(text, 'utf8'))),
    finish: async () =>
      guard(() => {
        fsyncSync(handle);
        closeSync(handle);
        renameSync(temporary, path);
      }),
    discard: () => {
      closeSync(handle);
      rmSync(temporary, { force: true });
    },
  };
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
}

/** The standard output. A full disk or a closed pipe is a fault. */
export function standardSink(stream: NodeJS.WriteStream = process.stdout): Sink {
  // The stream reports a failed write twice, as an event and to the callback. The event needs a
  // listener for as long as the process lives; the callback is what is acted on.
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  return {
    write: (text) => new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(lost(error)) : resolve()))),
    finish: async () => undefined,
    discard: () => undefined,
  };
}

function ignore(): void {
  // See standardSink.
}

function lost(error: Error): Fault {
  return new Fault({
    code: 'cannot-write',
    message: `the standard output cannot be written: ${systemMessage(error)}`,
    place: { document: 'standard output' },
    hint: 'is the disk full, or did the program behind the pipe stop early?',
  });
}
