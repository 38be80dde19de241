import type { FaultRecord } from './generated/types.ts';

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
