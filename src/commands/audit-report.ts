/** A report under a programme, for every command that looks into one. */
import { audit } from '../audit/audit.ts';
import type { AuditResult } from '../audit/audit.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { Fault } from '../fault.ts';
import type { FaultRecord } from '../generated/types.ts';
import type { Settings } from './config.ts';
import { readBytes } from './inputs.ts';
import type { Input } from './inputs.ts';
import { openReport } from './open-report.ts';
import type { OpenedReport } from './open-report.ts';
import { soundProgramme } from './programme.ts';
import type { Programme } from './programme.ts';

export interface AuditedReport extends AuditResult {
  readonly opened: OpenedReport;
  /** The vocabulary of the company whose report it is. */
  readonly vocabulary: VocabularyIndex;
}

/**
 * Reads and audits one report.
 * @returns undefined for a file found in a folder that is no report
 * @throws Fault when a file that is named outright is none, or cannot be read
 */
export async function auditReport(
  { path, named }: Input,
  { rules, vocabulary: words, vocabularyOf, severityOf }: Programme,
): Promise<AuditedReport | undefined> {
  const opened = await openReport(readBytes(path), path, named, words);
  if (!opened) return undefined;
  const { filing, placeOf } = opened;
  const vocabulary = vocabularyOf(filing.company);
  const compiled = rules.map((rule) => rule.compiled);
  return { ...audit(filing, path, compiled, vocabulary, placeOf, severityOf), opened, vocabulary };
}

/**
 * Reads and audits one report that is named outright, under the programme of the settings.
 * @throws Fault on the first thing that is wrong with the programme, the file or one of its figures
 */
export async function auditOne(path: string, settings: Settings): Promise<AuditedReport> {
  const report = await auditNamed(path, await soundProgramme(settings));
  const [bad] = unreadableFigures(report);
  if (bad) throw new Fault(bad);
  return report;
}

/** As `auditReport`; whatever is no report is a fault. */
export async function auditNamed(path: string, programme: Programme): Promise<AuditedReport> {
  const report = await auditReport({ path, named: true }, programme);
  if (!report) throw new Fault({ code: 'no-report', message: 'this is no report', place: { document: path } });
  return report;
}

/** A fault for each cell whose text is no figure, with what stands there. */
export function unreadableFigures({ unreadable, opened }: AuditedReport): FaultRecord[] {
  return unreadable.map(({ message, place, hint }) => ({
    code: 'unreadable-figure',
    message,
    ...opened.inkAt(place),
    hint,
  }));
}
