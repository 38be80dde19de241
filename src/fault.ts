import type { FaultPlace, FaultRecord } from './generated/types.ts';

/**
 * What went wrong with the run, never with the report: thrown where it is met and caught where
 * one file's work ends, so that a fault in one file does not hide the findings of the others.
 */
export class Fault extends Error {
  readonly record: FaultRecord;

  constructor(record: FaultRecord) {
    super(record.message);
    this.name = 'Fault';
    this.record = record;
  }
}

/** Throws a fault. `excerpt` quotes the offending text, `hint` says what to try next. */
export function fail(record: FaultRecord): never {
  throw new Fault(record);
}

/** The first version of Node that has all that is called here; as `engines` says in package.json. */
const NODE = 22;

/**
 * The record of whatever was thrown. What is not a fault is a bug of tieout; it is reported as
 * one, without the trace, which means nothing to the person who reads it.
 * @param place what was being worked on
 */
export function recordOf(error: unknown, place?: FaultPlace): FaultRecord {
  if (error instanceof Fault) return error.record;
  if (Number.parseInt(process.versions.node, 10) < NODE)
    return {
      code: 'old-node',
      message: `tieout needs Node ${NODE} or later, and this is ${process.versions.node}`,
      hint: 'install a later Node; node --version shows which one runs',
    };
  return {
    code: 'bug',
    message: `this is a bug of tieout, not of your report: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    ...(place && { place }),
    hint: 'please report it, with the command and the file; TIEOUT_DEBUG=1 shows where it happened',
  };
}
