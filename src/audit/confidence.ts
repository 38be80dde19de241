/**
 * Trust in one's own reading: where the arithmetic contradicts a statement all over, it is the
 * reading that is more likely wrong than the statement.
 */
import type { Note } from '../generated/types.ts';
import { perShareTieRule } from '../rules/structure.ts';
import type { Judged } from './verdicts.ts';

/** Fewer broken equations than this are findings, whatever else holds. */
const LEAST_BROKEN = 4;

export interface Trusted {
  readonly judged: readonly Judged[];
  readonly notes: readonly Note[];
}

/**
 * Takes back what was found broken in a statement in which more equations break than hold, and
 * says why. A slip on the page breaks the few equations that its figure stands in.
 */
export function trust(judged: readonly Judged[]): Trusted {
  const doubted = new Map<number, string>();
  const notes: Note[] = [];
  for (const statement of new Set(judged.map((one) => one.bound.statement))) {
    const own = judged.filter((one) => one.bound.statement === statement);
    const broken = own.filter((one) => one.verdict === 'breaks').length;
    const hold = own.filter((one) => one.verdict === 'exact' || one.verdict === 'rounding').length;
    if (broken < LEAST_BROKEN || broken <= hold) continue;
    const reason = `not read with confidence: ${broken} equations of this statement break and ${hold} hold, so that the reading is more likely wrong than the figures`;
    doubted.set(statement.index, reason);
    const first = own[0]?.terms[0]?.figure.place;
    notes.push({
      about: 'confidence',
      text: `"${statement.statement.title ?? 'a table'}" was ${reason}`,
      ...(first && { at: `${first.line}:${first.column}` }),
    });
  }
  const tied = tiedPerShare(judged);
  return {
    notes,
    judged: judged.map((one) => {
      const reason = doubted.get(one.bound.statement.index) ?? tied.get(one);
      return reason !== undefined && one.verdict === 'breaks' ? { ...one, verdict: 'unproven', reason } : one;
    }),
  };
}

/**
 * Per-share rules that break on one income, where another line of the page gives the figure in every
 * column over the same shares: what the page calls it, preferred dividends taken off or the share of
 * others, the vocabulary does not know.
 */
function tiedPerShare(judged: readonly Judged[]): ReadonlyMap<Judged, string> {
  const ties = new Map(
    judged
      .filter(({ bound }) => bound.compiled.rule.id === perShareTieRule.id)
      .flatMap(({ stated, terms }) =>
        terms.flatMap(({ figure }): [string | undefined, string][] =>
          figure.unit === 'USD' ? [[stated?.id, figure.label]] : [],
        ),
      ),
  );
  return new Map(
    judged.flatMap((one): [Judged, string][] => {
      const tie = ties.get(one.stated?.id);
      if (one.verdict !== 'breaks' || tie === undefined || !PER_SHARE.test(one.bound.compiled.rule.id)) return [];
      return [
        [one, `"${tie}" over the shares gives it in every column, so that it is the figure per share of that line`],
      ];
    }),
  );
}

/** The rules that hold a figure per share against an income. */
const PER_SHARE = /^per-share\/(?:basic|diluted|combined|primary)/;
