/** What reports for people say of waivers. */
import type { Summary, WaiverOutcome } from '../generated/types.ts';
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

/** The waivers of a run that are not in force, each with its place, why, and what to do. */
export function lapsedWaivers({ waivers = [] }: Summary): string[] {
  return waivers.flatMap(({ status, document, rule, column, why, place }) => {
    if (status === 'inForce') return [];
    const where = place
      ? `${place.document}${place.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`}`
      : document;
    const what = [rule, column ?? '', document].filter((part) => part !== '').join(', ');
    return [
      `${forTerminal(where)}  ${STATUS[status]}`,
      ...wrap(forTerminal(`${what}: ${why}`), 4),
      ...wrap(`Next: ${NEXT[status]}`, 4),
      '',
    ];
  });
}

/** `; 2 findings waived`. */
export function waivedCount({ waived = 0 }: Summary): string {
  return waived === 0 ? '' : `; ${countOf(waived, 'finding')} waived`;
}
