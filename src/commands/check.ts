/** `tieout check`: reads reports, checks them, writes reports. */
import { join } from 'node:path';
import { countVerdicts } from '../audit/audit.ts';
import { recordOf } from '../fault.ts';
import type {
  Audited,
  FaultRecord,
  Rule,
  RuleSummary,
  Severity,
  SourceDocument,
  Summary,
  WaiverOutcome,
} from '../generated/types.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { structureRule } from '../rules/structure.ts';
import { auditReport, unreadableFigures } from './audit-report.ts';
import type { Settings } from './config.ts';
import type { Progress } from './progress.ts';
import { loadProgramme } from './programme.ts';
import type { Programme } from './programme.ts';
import { expand } from './inputs.ts';
import type { Input } from './inputs.ts';
import { fileSet, sinkInto } from './file-set.ts';
import type { FileSet } from './file-set.ts';
import type { Sink } from './output.ts';
import { atLeast } from '../severity.ts';
import type { WaiverBook } from './waivers.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** The day of the run, by which waivers expire. */
  readonly asOf: string;
  /** Whether to say of each figure by how much it could be wrong unnoticed: dear, and so only where it is asked for. */
  readonly power?: boolean;
  /** One target a format, opened before the first report is read. */
  readonly targets: readonly Target[];
  /** Who is told of the faults and the outcome, where the report itself goes elsewhere. */
  readonly aside?: (faults: readonly FaultRecord[], summary: Summary) => Promise<void>;
  readonly tool: { readonly name: 'tieout'; readonly version: string };
  readonly progress?: Progress;
  /** Is told of each error that one file met, for those who look for a bug. */
  readonly trace?: (error: unknown) => void;
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
  const faults: FaultRecord[] = [];
  const programme = await loadProgramme(options.settings, faults);
  const explained = explainedBy(programme);
  const waivers = await waiversOf(options, faults);
  const failOn = options.settings.failOn.value;
  const inputs = collect(options.paths, faults);
  const summary: Summary = { filings: 0, figures: 0, findings: 0, conflicts: 0, faults: 0, counts: countVerdicts([]) };
  const sinks: { readonly reporter: Reporter; readonly sink: Sink }[] = [];
  let failed = false;
  let set: FileSet | undefined;
  try {
    const files = options.targets.flatMap(({ to }) => (typeof to === 'string' ? to : []));
    set = fileSet(files);
    for (const { reporter, to } of options.targets)
      sinks.push({ reporter, sink: typeof to === 'string' ? sinkInto(set, files.indexOf(to)) : to });
    for (const { reporter, sink } of sinks) await put(sink, reporter.open(options.tool, explained));
    for (const [index, input] of inputs.entries()) {
      options.progress?.show(index, inputs.length, input.path);
      const checked = await auditFile(input, programme, faults, options);
      if (!checked) continue;
      const { audited, outcomes } = waivers?.apply(checked.audited) ?? { audited: checked.audited, outcomes: [] };
      for (const { reporter, sink } of sinks) {
        const shown = reporter.wantsDocument ? { ...audited, document: checked.document } : audited;
        await put(sink, reporter.filing(shown, summary.filings === 0));
      }
      const wrong = [
        ...audited.findings.filter((finding) => finding.verdict === 'breaks' && !finding.waived),
        ...(audited.joint?.conflicts ?? []).filter((conflict) => !conflict.waived),
      ];
      failed ||= wrong.some(({ severity }) => atLeast(severity, failOn));
      add(summary, audited, outcomes);
    }
    if (waivers) summary.waivers = [...(summary.waivers ?? []), ...waivers.rest()];
    options.progress?.end();
    summary.faults = faults.length;
    for (const { reporter, sink } of sinks) await put(sink, await reporter.close(faults, summary));
    set.commit();
    for (const { sink } of sinks) await sink.finish();
  } catch (error) {
    options.progress?.end();
    set?.discard();
    for (const { sink } of sinks) sink.discard();
    throw error;
  }
  await options.aside?.(faults, summary);
  return faults.length > 0 ? 2 : failed ? 1 : 0;
}

/** What each rule of the run demands, for the reports. */
function explainedBy({ rules, severityOf }: Programme): RuleSummary[] {
  return [...rules.map(({ compiled }) => compiled.rule), structureRule].map((rule) => summaryOf(rule, severityOf));
}

function summaryOf(
  {
    id,
    title,
    equation,
    authority,
    why,
    severity,
  }: Pick<Rule, 'id' | 'title' | 'authority' | 'why' | 'severity'> & Partial<Pick<Rule, 'equation'>>,
  severityOf: (id: string, own: Severity) => Severity,
): RuleSummary {
  return { id, title, ...(equation !== undefined && { equation }), authority, why, severity: severityOf(id, severity) };
}

async function put(sink: Sink, piece: string | Uint8Array): Promise<void> {
  if (piece.length > 0) await sink.write(piece);
}

function collect(paths: readonly string[], faults: FaultRecord[]): Input[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    try {
      return expand(path).filter((input) => seen.size !== seen.add(join(input.path)).size);
    } catch (error) {
      faults.push(recordOf(error, { document: path }));
      return [];
    }
  });
}

/** Audits one file; what goes wrong with it becomes a fault and leaves the other files alone. */
async function auditFile(
  input: Input,
  programme: Programme,
  faults: FaultRecord[],
  { power, trace }: Pick<CheckOptions, 'power' | 'trace'>,
): Promise<{ readonly audited: Audited; readonly document: SourceDocument } | undefined> {
  try {
    const report = await auditReport(input, programme);
    if (!report) return undefined;
    const { audited, objection, page, opened } = report;
    // A clean report pays nothing for what only a broken one needs.
    const conflicts = audited.joint?.conflicts ?? [];
    if (audited.counts.breaks + conflicts.length > 0) {
      const { diagnose } = await import('../audit/diagnose/diagnose.ts');
      audited.diagnoses = diagnose(page, { conflicts });
    }
    if (power) audited.power = (await import('../audit/probe/probe.ts')).powerOf(page);
    faults.push(...unreadableFigures(report));
    if (objection !== undefined) faults.push(unprovenJointly(objection, input.path));
    return { audited, document: opened.document };
  } catch (error) {
    faults.push(recordOf(error, { document: input.path }));
    trace?.(error);
    return undefined;
  }
}

/** What the verifier refuses is never reported as proven. */
function unprovenJointly(objection: string, document: string): FaultRecord {
  return {
    code: 'joint-proof',
    message: `the joint proof does not hold: ${objection}; this is a bug of tieout, not of your report`,
    place: { document },
    hint: 'please report it, with the command and the file',
  };
}

/** The project's waivers, if it has any. A file that cannot be read waives nothing, and is a fault. */
async function waiversOf({ settings, asOf }: CheckOptions, faults: FaultRecord[]): Promise<WaiverBook | undefined> {
  const file = settings.waivers.value;
  if (file === undefined) return undefined;
  try {
    const { openWaivers } = await import('./waivers.ts');
    return await openWaivers(file, asOf);
  } catch (error) {
    faults.push(recordOf(error, { document: file }));
    return undefined;
  }
}

function add(summary: Summary, audited: Audited, outcomes: readonly WaiverOutcome[]): void {
  summary.filings += 1;
  summary.figures += audited.figures.length;
  summary.findings += audited.findings.length;
  summary.conflicts += audited.joint?.conflicts.length ?? 0;
  for (const verdict of ['exact', 'rounding', 'edge', 'breaks', 'unproven'] as const) {
    summary.counts[verdict] += audited.counts[verdict];
  }
  const waived = [...audited.findings, ...(audited.joint?.conflicts ?? [])].filter((one) => one.waived).length;
  if (waived > 0) summary.waived = (summary.waived ?? 0) + waived;
  if (outcomes.length > 0) summary.waivers = [...(summary.waivers ?? []), ...outcomes];
}
