/** What is left of an amount once others are taken from it, in words. */
import type { Decimal } from '../../figures/decimal.ts';
import { standingFor } from '../ledger.ts';
import type { LedgerFigure } from '../ledger.ts';

/** "64,000 (13,500 to 114,500 before rounding) of the line is something else". */
export function remainder(whole: LedgerFigure, taken: readonly LedgerFigure[], what: string): string {
  const point = taken.reduce((rest, part) => rest.minus(part.value), whole.value);
  const box = taken.reduce((rest, part) => rest.plus(part.box.negated()), whole.box);
  return `${grouped(point)} (${grouped(box.low())} to ${grouped(box.high())} before rounding) ${what}`;
}

function grouped(amount: Decimal): string {
  const [whole = '', fraction] = amount.toString().split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** The figure as a positive amount: a part is taken from the size of its whole. */
export function magnitude(figure: LedgerFigure): LedgerFigure {
  return figure.value.sign() < 0 ? standingFor(figure, !figure.turned) : figure;
}
