/** What reports for people say of waivers. */
import type { FaultPlace, FaultRecord, Summary, WaiverOutcome } from '../generated/types.ts';
import { forTerminal } from './escape.ts';
import { countOf, wrap } from './words.ts';

/** What to do about a waiver that is not in force. */
const NEXT: Record<Exclude<WaiverOutcome['status'], 'inForce'>, string> = {
  void: 'the finding is back; look at it again, and accept it anew with `tieout waive` if it is still right',
  expired: 'the finding is back; mend it, or accept it anew with `tieout waive`',
  unmatched: 'remove it, or mend the name of its report',
};

const STATUS: Record<Exclude<WaiverOutcome['status'], 'inForce'>, string> = {
  void: 'waiver is void',
  expired: 'waiver has expired',
  unmatched: 'waiver matches nothing',
};

interface Lapsed {
  readonly status: keyof typeof STATUS;
  readonly place: FaultPlace;
  /** The rule, the column and the report that it names, and why it is not in force. */
  readonly text: string;
}

function lapsedOf({ waivers = [] }: Summary): Lapsed[] {
  return waivers.flatMap(({ status, document, rule, column, why, place = { document } }) => {
    if (status === 'inForce') return [];
    const what = [rule, column ?? '', document].filter((part) => part !== '').join(', ');
    return [{ status, place, text: `${what}: ${why}` }];
  });
}

/** The waivers of a run that are not in force, each with its place, why, and what to do, as lines for people. */
export function lapsedWaivers(summary: Summary): string[] {
  return lapsedOf(summary).flatMap(({ status, place, text }) => {
    const where = `${place.document}${place.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`}`;
    return [
      `${forTerminal(where)}  ${STATUS[status]}`,
      ...wrap(forTerminal(text), 4),
      ...wrap(`Next: ${NEXT[status]}`, 4),
      '',
    ];
  });
}

/** The same as records, for formats that list what is wrong with a run. None of them is a fault. */
export function lapsedRecords(summary: Summary): FaultRecord[] {
  return lapsedOf(summary).map(({ status, place, text }) => ({
    code: `waiver-${status}`,
    message: `${STATUS[status]}: ${text}`,
    place,
    hint: NEXT[status],
  }));
}

/** `; 2 findings waived`. */
export function waivedCount({ waived = 0 }: Summary): string {
  return waived === 0 ? '' : `; ${countOf(waived, 'finding')} waived`;
}
