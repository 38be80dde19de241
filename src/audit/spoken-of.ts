/** Which lines of the statements the sentences of a filing can speak of: a misprint elsewhere changes nothing that they say. */
import { normaliseLabel } from '../concepts/labels.ts';
import type { Prose } from './claims/figures.ts';
import type { Said } from './claims/judge.ts';
import type { Ledger, LedgerRow } from './ledger.ts';

/** One line may show the basic and the diluted figure, and go by either name. */
const PER_SHARE = /^(?:EarningsPerShare|IncomeLossFromContinuingOperationsPer)/;

/**
 * Whether every line that the sentences can speak of is the same in another reading of the page. A claim finds its
 * lines by concept or label alone; what it is a part of stands in what was judged of it.
 */
export function saysTheSame(prose: Prose, said: Said, before: Ledger, after: Ledger): boolean {
  const names = namesIn(prose);
  const judged = new Set(
    said.judged.flatMap(({ terms }) => terms.map(({ figure }) => `${figure.statement}/${figure.row}`)),
  );
  const isSpokenOf = ({ index, row, concept }: LedgerRow, statement: number) =>
    judged.has(`${statement}/${index}`) ||
    (concept ? names.has(concept.name) || PER_SHARE.test(concept.name) : names.has(normaliseLabel(row.label)));
  return after.statements.every((statement, at) =>
    statement.rows.every((row, index) => row === before.statements[at]?.rows[index] || !isSpokenOf(row, at)),
  );
}

function namesIn(prose: Prose): ReadonlySet<string> {
  const found = known.get(prose);
  if (found) return found;
  const names = new Set(
    prose.figures.flatMap(({ claim: { concept, within, sum = [], measures } }) => [
      ...sum,
      ...[concept, within].flatMap((name) => name ?? []),
      ...(measures === undefined ? [] : [normaliseLabel(measures)]),
    ]),
  );
  known.set(prose, names);
  return names;
}

/** The sentences are asked of every misprint. */
const known = new WeakMap<Prose, ReadonlySet<string>>();
