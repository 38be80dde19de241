import type { Audited, FaultRecord, RuleSummary, Run, Summary } from '../generated/types.ts';

/**
 * One report that is being written: functions from pieces of a Run to text, so that a run over many
 * filings is written as it goes. `open` + each filing + `close` is the report, and it follows from
 * the pieces alone. A format that cannot be written piece by piece (a limit on the number of
 * results, a file that is compressed) keeps what it needs until `close`; it is made anew for each run.
 */
export interface Reporter {
  /** The ending of the file it is written to. */
  readonly extension: string;
  /** Whether it shows the document itself: the filings that it is given carry theirs then. */
  readonly wantsDocument?: true;
  readonly open: (tool: Run['tool'], rules: readonly RuleSummary[]) => string;
  /** @param first whether no filing was written before */
  readonly filing: (audited: Audited, first: boolean) => string;
  readonly close: (faults: readonly FaultRecord[], summary: Summary) => string | Promise<Uint8Array>;
}
