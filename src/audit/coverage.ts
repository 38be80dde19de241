/**
 * Which printed figures an equation touched, and what is missing for the equations that could not
 * be decided.
 */
import type { Coverage } from '../generated/types.ts';
import type { LedgerFigure } from './ledger.ts';
import { idOf } from './verdicts.ts';
import type { Judged } from './verdicts.ts';

/**
 * A figure is touched where it stands in an equation that was decided: an unproven one says nothing
 * of it, however wrong it is.
 */
export function coverageOf(figures: readonly LedgerFigure[], judged: readonly Judged[]): Coverage {
  const decided = judged.filter((one) => one.verdict !== 'unproven');
  const touched = new Set(decided.flatMap((one) => one.terms.map((term) => term.figure.id)));
  return {
    figures: figures.length,
    touched: figures.filter((figure) => touched.has(figure.id)).length,
    untouched: figures.filter((figure) => !touched.has(figure.id)).map((figure) => figure.id),
    notRun: judged
      .filter((one) => one.bound.missing.length > 0)
      .map((one) => ({ finding: idOf(one), missing: [...one.bound.missing] })),
  };
}
