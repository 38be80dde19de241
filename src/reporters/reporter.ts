import type { Audited, FaultRecord, Run, Summary } from '../generated/types.ts';

/**
 * A report's format: pure functions from pieces of a Run to text, so that a run over many filings
 * is written as it goes and never held whole. `open` + each filing + `close` is the report.
 */
export interface Reporter {
  /** The ending of the file it is written to. */
  readonly extension: string;
  readonly open: (tool: Run['tool']) => string;
  /** @param first whether no filing was written before */
  readonly filing: (audited: Audited, first: boolean) => string;
  readonly close: (faults: readonly FaultRecord[], summary: Summary) => string;
}
