/** One report audited by itself, for the commands that look at a report and write none. */
import { audit } from '../audit/audit.ts';
import { Fault } from '../fault.ts';
import type { Audited, FaultRecord } from '../generated/types.ts';
import type { Settings } from './config.ts';
import { readBytes } from './inputs.ts';
import { openReport } from './open-report.ts';
import { loadProgramme } from './programme.ts';

/**
 * Reads and audits one report under the programme of the settings.
 * @throws Fault on the first thing that is wrong with the programme, the file or one of its figures
 */
export async function auditOne(path: string, settings: Settings): Promise<Audited> {
  const faults: FaultRecord[] = [];
  const { rules, vocabulary, vocabularyOf, severityOf } = await loadProgramme(settings, faults);
  if (faults[0]) throw new Fault(faults[0]);
  const opened = await openReport(readBytes(path), path, true, vocabulary);
  if (!opened) throw new Fault({ code: 'no-report', message: 'this is no report', place: { document: path } });
  const { audited, unreadable } = audit(
    opened.filing,
    path,
    rules.map(({ compiled }) => compiled),
    vocabularyOf(opened.filing.company),
    opened.placeOf,
    severityOf,
  );
  const [bad] = unreadable;
  if (bad)
    throw new Fault({ code: 'unreadable-figure', message: bad.message, ...opened.inkAt(bad.place), hint: bad.hint });
  return audited;
}
