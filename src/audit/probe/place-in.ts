import type { Diagnosis } from '../../generated/types.ts';

/** Where a figure stands among the diagnoses. */
export interface PlaceIn {
  readonly rank: number;
  /** How many diagnoses of the same findings are as likely or likelier, its own among them. */
  readonly among: number;
}

/** @returns undefined where no diagnosis names the figure */
export function placeIn(diagnoses: readonly Diagnosis[], figure: string): PlaceIn | undefined {
  const places = diagnoses
    .filter((one) => one.changes.some((change) => change.figure === figure))
    .map(({ rank, explains }) => ({
      rank,
      among: diagnoses.filter((one) => one.rank <= rank && one.explains.some((id) => explains.includes(id))).length,
    }));
  return places.toSorted((a, b) => a.among - b.among)[0];
}
