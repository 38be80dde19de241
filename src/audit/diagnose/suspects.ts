/**
 * One figure under suspicion: what would have to be printed in its cell for the equations that it
 * stands in to hold, each with all others as they are.
 */
import type { Column } from '../../generated/types.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';
import type { Page, Reprint } from '../page.ts';
import type { Judged } from '../verdicts.ts';
import { allowedIn } from './allowed.ts';
import { inkInWords, inkOf, printInk, unitsOf, withUnits } from './ink.ts';
import type { Ink } from './ink.ts';
import { gridOf, rationalOf, turned } from './range.ts';
import type { Grid, Range } from './range.ts';
import type { Line, Neighbour } from './slips.ts';

/** The verdicts of an equation that holds. */
export const HOLDS: ReadonlySet<string> = new Set(['exact', 'rounding', 'edge']);

export interface Suspect {
  readonly figure: LedgerFigure;
  /** As it is printed; a dash as a zero in the style of its row. */
  readonly ink: Ink;
  readonly nil: boolean;
}

export function suspectOf(page: Page, figure: LedgerFigure): Suspect {
  const ink = isInText(page, figure) ? inkInWords(figure.printed) : inkOf(figure.printed);
  if (ink) return { figure, ink, nil: false };
  const others = rowOf(page, figure).figures.flatMap((one) => (one && inkOf(one.printed)) ?? []);
  const { places, style } = others[0] ?? PLAIN;
  return { figure, nil: true, ink: { digits: '0', places, negative: false, style } };
}

const PLAIN: Pick<Ink, 'places' | 'style'> = {
  places: 0,
  style: { before: '', behind: '', grouped: true, bare: false },
};

/** The figure's cell with an amount in its own style. */
export function printedWith({ figure, ink }: Suspect, units: bigint): Reprint {
  const { statement, row, column } = figure;
  return { statement, row, column, text: printInk(withUnits(ink, units)) };
}

/** What could be printed for the equation to hold; undefined where that is no one range. */
export function gridIn(judged: Judged, suspect: Suspect): Grid | undefined {
  const term = judged.terms.find((one) => one.figure.id === suspect.figure.id);
  const range = term && allowedIn(judged, term.figure);
  return term && range && gridOfRange(range, term.figure, suspect);
}

/**
 * What could be printed for an amount in a range, in units of the last place.
 * @param as the figure as the amount takes it, which may be its opposite
 */
export function gridOfRange(range: Range, as: LedgerFigure, { ink }: Suspect): Grid {
  // An equation may take what a column prints for a percentage, and its last place for a hundredth.
  return gridOf(asPrinted(as, ink) ? range : turned(range), rationalOf(as.ulp));
}

/** Whether the amount that an equation takes for a figure has the sign that is printed, or the other. */
function asPrinted(figure: LedgerFigure, ink: Ink): boolean {
  if (figure.value.sign() !== 0) return figure.value.sign() < 0 === ink.negative;
  // A nil shows no sign, and yet is read one way.
  return figure.sign !== 'label';
}

/** The line in which a figure stands; of an amount of the text the row of its claim, which holds no figures. */
export function rowOf(page: Page, figure: LedgerFigure): LedgerRow {
  const statement = page.ledger.statements[figure.statement] ?? page.prose.statement;
  return statement.rows[figure.row] as LedgerRow;
}

function isInText(page: Page, figure: LedgerFigure): boolean {
  return figure.statement === page.prose.statement.index;
}

/** The figures whose place this one could have taken: beside it in its line, and above and below it. */
export function neighboursOf(page: Page, { figure }: Suspect): Neighbour[] {
  if (isInText(page, figure)) return beforeAndAfter(page, figure);
  const statement = page.ledger.statements[figure.statement] as LedgerStatement;
  const { columns } = statement.statement;
  const own = columns[figure.column];
  const beside = rowOf(page, figure).figures.flatMap((other): Neighbour[] => {
    const units = other && other.column !== figure.column ? likeUnits(other, figure) : undefined;
    if (!other || units === undefined) return [];
    const { heading, period } = columns[other.column] as Column;
    const kind = own?.period === period ? 'column-swap' : 'period-swap';
    return [{ kind, units, words: `the figure of "${heading}" stands here` }];
  });
  const rows = statement.rows.filter((row) => row.figures[figure.column] !== undefined);
  const at = rows.findIndex((row) => row.index === figure.row);
  const around = [rows[at - 1], rows[at + 1]].flatMap((row): Neighbour[] => {
    const other = row?.figures[figure.column];
    const units = other && likeUnits(other, figure);
    return other && units !== undefined
      ? [{ kind: 'row-swap', units, words: `the figure of "${other.label}" stands here` }]
      : [];
  });
  return [...beside, ...around];
}

/** The amounts of the text that stand before and behind this one. */
function beforeAndAfter(page: Page, figure: LedgerFigure): Neighbour[] {
  return page.prose.figures.flatMap((other): Neighbour[] => {
    const ink = inkInWords(other.printed);
    const near = Math.abs(other.row - figure.row) === 1 && other.ulp.equals(figure.ulp) && other.unit === figure.unit;
    if (!near || !ink) return [];
    const kind = other.period === figure.period ? 'row-swap' : 'period-swap';
    return [{ kind, units: unitsOf(ink), words: `the amount beside it (${other.printed}) stands here` }];
  });
}

/** Another figure's print in units of this one's last place; undefined where it is printed otherwise, or nil. */
function likeUnits(other: LedgerFigure, figure: LedgerFigure): bigint | undefined {
  const ink = inkOf(other.printed);
  if (!ink || !other.ulp.equals(figure.ulp) || other.unit !== figure.unit) return undefined;
  return unitsOf(ink);
}

/** The other figures of a sum as they enter the total that this figure states; none where it states none. */
export function linesOf(judged: Judged, { figure, ink }: Suspect): Line[] {
  const own = judged.terms.find((term) => term.figure.id === figure.id);
  if (!own?.coefficient || judged.stated?.id !== figure.id || judged.terms.length < 3) return [];
  const against = own.coefficient.sign() > 0 === asPrinted(own.figure, ink);
  return judged.terms.flatMap((term) => {
    if (term === own || !term.coefficient) return [];
    const share = term.figure.value.times(term.coefficient);
    const amount = rationalOf(against ? share.negated() : share);
    const ulp = rationalOf(figure.ulp);
    const units = amount.top * ulp.bottom;
    // A line printed finer than the total is in no whole number of the total's units.
    const whole = amount.bottom * ulp.top;
    return units % whole === 0n
      ? [{ units: units / whole, words: `"${term.figure.label}" (${term.figure.printed})` }]
      : [];
  });
}
