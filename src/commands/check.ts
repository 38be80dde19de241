/** `tieout check`: reads reports, checks them, writes reports. */
import { join } from 'node:path';
import { audit, countVerdicts } from '../audit/audit.ts';
import { shippedVocabulary } from '../concepts/vocabulary.ts';
import { Fault } from '../fault.ts';
import type { Audited, Config, FaultRecord, Severity, Summary } from '../generated/types.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { compileProgramme } from '../rules/program.ts';
import { shippedRules } from '../rules/index.ts';
import { expand, readBytes } from './inputs.ts';
import type { Input } from './inputs.ts';
import { openReport } from './open-report.ts';
import { fileSink } from './output.ts';
import type { Sink } from './output.ts';

/** From most to least severe. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'query', 'info'];

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly failOn: Severity;
  readonly severity: NonNullable<Config['severity']>;
  /** One target a format, opened when the first piece is written. */
  readonly targets: readonly Target[];
  readonly tool: { readonly name: 'tieout'; readonly version: string };
}

export interface Target {
  readonly reporter: Reporter;
  /** A file, or the sink of the standard output. */
  readonly to: string | Sink;
}

/**
 * Checks every report and writes it as it goes; nothing of one report is kept for the next.
 * @returns the exit code: 0 everything ties, 1 findings at or above the threshold, 2 a fault
 */
export async function check(options: CheckOptions): Promise<0 | 1 | 2> {
  const vocabulary = shippedVocabulary();
  const programme = compileProgramme(
    shippedRules.filter((rule) => options.severity[rule.id] !== 'off'),
    vocabulary,
  );
  const severityOf = (id: string, own: Severity): Severity => {
    const set = options.severity[id];
    return set === undefined || set === 'off' ? own : set;
  };
  const faults: FaultRecord[] = [];
  const inputs = collect(options.paths, faults);
  const sinks = options.targets.map((target) => ({ reporter: target.reporter, sink: typeof target.to === 'string' ? fileSink(target.to) : target.to }));
  const summary: Summary = { filings: 0, figures: 0, findings: 0, faults: 0, counts: countVerdicts([]) };
  let failed = false;
  try {
    for (const { reporter, sink } of sinks) await put(sink, reporter.open(options.tool));
    for (const input of inputs) {
      const audited = await auditFile(input, faults, (filing, placeOf) => audit(filing, input.path, programme, vocabulary, placeOf, severityOf));
      if (!audited) continue;
      for (const { reporter, sink } of sinks) await put(sink, reporter.filing(audited, summary.filings === 0));
      failed ||= audited.findings.some((finding) => finding.verdict === 'breaks' && atLeast(finding.severity, options.failOn));
      add(summary, audited);
    }
    summary.faults = faults.length;
    for (const { reporter, sink } of sinks) await put(sink, reporter.close(faults, summary));
    for (const { sink } of sinks) await sink.finish();
  } catch (error) {
    for (const { sink } of sinks) sink.discard();
    throw error;
  }
  return faults.length > 0 ? 2 : failed ? 1 : 0;
}

async function put(sink: Sink, text: string): Promise<void> {
  if (text !== '') await sink.write(text);
}

function collect(paths: readonly string[], faults: FaultRecord[]): Input[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    try {
      return expand(path).filter((input) => seen.size !== seen.add(join(input.path)).size);
    } catch (error) {
      faults.push(recordOf(error));
      return [];
    }
  });
}

/** Audits one file; what goes wrong with it becomes a fault and leaves the other files alone. */
async function auditFile(
  input: Input,
  faults: FaultRecord[],
  run: (filing: Parameters<typeof audit>[0], placeOf: Parameters<typeof audit>[4]) => ReturnType<typeof audit>,
): Promise<Audited | undefined> {
  try {
    const opened = await openReport(readBytes(input.path), input.path, input.named, shippedVocabulary());
    if (!opened) return undefined;
    const { audited, unreadable } = run(opened.filing, opened.placeOf);
    for (const cell of unreadable) {
      faults.push({ code: 'unreadable-figure', message: cell.message, place: cell.place, hint: cell.hint });
    }
    return audited;
  } catch (error) {
    faults.push(recordOf(error));
    return undefined;
  }
}

/** @throws what is not a fault: a bug, which must not look like one of the user's files */
export function recordOf(error: unknown): FaultRecord {
  if (error instanceof Fault) return error.record;
  throw error;
}

function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

function add(summary: Summary, audited: Audited): void {
  summary.filings += 1;
  summary.figures += audited.figures.length;
  summary.findings += audited.findings.length;
  for (const verdict of ['exact', 'rounding', 'edge', 'breaks', 'unproven'] as const) {
    summary.counts[verdict] += audited.counts[verdict];
  }
}
