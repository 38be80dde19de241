/** The waivers of a project: the file that holds them, and what became of each in a run. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { waive } from '../audit/waive.ts';
import { validateData } from '../documents/schema-fault.ts';
import { Fault } from '../fault.ts';
import { isDay } from '../figures/period.ts';
import type { Audited, FaultPlace, Waiver, WaiverFile, WaiverOutcome } from '../generated/types.ts';
import { validateWaivers } from '../generated/validators.ts';
import { openData } from './open-data.ts';

/** A waiver with the place of its parts, for messages about it. */
export interface KeptWaiver {
  readonly waiver: Waiver;
  readonly place: FaultPlace;
}

/**
 * Reads a file of waivers.
 * @throws Fault where it is not valid, or a day is in no calendar
 */
export async function readWaivers(file: string): Promise<KeptWaiver[]> {
  const data = await openData(file);
  validateData(validateWaivers, data, 'a file of waivers');
  return (data.value as WaiverFile).waivers.map((waiver, index) => {
    const path = ['waivers', index, 'expires'];
    if (!isDay(waiver.expires))
      throw new Fault({
        code: 'no-such-day',
        message: `there is no ${waiver.expires} in the calendar`,
        place: data.placeOf(path),
        excerpt: data.excerptOf(path),
        hint: 'write the last day on which the waiver is in force as year-month-day',
      });
    return { waiver, place: data.placeOf(['waivers', index]) };
  });
}

/** Applies waivers to one report after the other, and then says what became of those that met none. */
export interface WaiverBook {
  readonly apply: (audited: Audited) => { readonly audited: Audited; readonly outcomes: WaiverOutcome[] };
  /** The waivers of reports that are gone. Those of reports that were only not checked are not in question. */
  readonly rest: () => WaiverOutcome[];
}

/**
 * @param file the file of waivers; their documents are paths from its folder
 * @param asOf the day of the run
 */
export async function openWaivers(file: string, asOf: string): Promise<WaiverBook> {
  const kept = await readWaivers(file);
  const pathOf = (waiver: Waiver): string => resolve(dirname(file), waiver.document);
  const places = new Map(kept.map(({ waiver, place }) => [waiver, place]));
  const outcome = (waiver: Waiver, status: WaiverOutcome['status'], why: string): WaiverOutcome => {
    const place = places.get(waiver);
    return {
      document: waiver.document,
      rule: waiver.rule,
      column: waiver.column,
      status,
      why,
      ...(place && { place }),
    };
  };
  return {
    apply: (audited) => {
      const own = kept.flatMap(({ waiver }) => (pathOf(waiver) === resolve(audited.source) ? [waiver] : []));
      const waiving = waive(audited, own, asOf);
      return {
        audited: waiving.audited,
        outcomes: waiving.outcomes.map(({ waiver, status, why }) => outcome(waiver, status, why)),
      };
    },
    rest: () =>
      kept.flatMap(({ waiver }) =>
        existsSync(pathOf(waiver)) ? [] : [outcome(waiver, 'unmatched', 'there is no such report')],
      ),
  };
}
