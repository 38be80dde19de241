/**
 * Per-share figures of any table that shows a weighted count of shares: which income over that count
 * gives them. Needs no label of the income, so that it serves highlights and summaries too, where
 * "as reported" stands below "excluding one-time items".
 *
 * A reading is believed when it holds in every column, or in three and more and all but one, and chance
 * would give one as good less often than once in a thousand. It can tie and never break: a per-share figure
 * may be that of a class of stock, of continuing operations, or the rest between two cumulative ones. A
 * column that it misses is told as not proven.
 */
import type { Decimal } from '../figures/decimal.ts';
import { figureKey, normalise } from '../equations/index.ts';
import type { Equation, FigureNode } from '../equations/index.ts';
import { perShareTieRule } from '../rules/structure.ts';
import type { CompiledRule } from '../rules/program.ts';
import type { Bound } from './bind.ts';
import { rowNode } from './footing-rules.ts';
import type { LedgerFigure, LedgerRow, LedgerStatement } from './ledger.ts';

const BELIEVABLE = 1e-3;
/** Incomes tried for a per-share figure: those of one statement. */
const MOST_INCOMES = 80;

const MISSED = 'it gives the per-share figure in the other columns, and not in this one';

/** In which columns a reading holds, and in which it does not. */
interface Columns {
  readonly fits: readonly number[];
  readonly misses: readonly number[];
}

/** So many columns must fit before one that does not is told. */
const FEWEST_BESIDE_MISS = 3;

/** One bound equation for each per-share figure that an income of the same column gives. */
export function perShareTies(statement: LedgerStatement): Bound[] {
  const counts = rowsOf(statement, 'shares').filter((row) => row.concept?.name.startsWith('WeightedAverageNumber'));
  if (counts.length === 0) return [];
  const incomes = rowsOf(statement, 'USD').slice(0, MOST_INCOMES);
  return rowsOf(statement, 'USD/shares').flatMap((perShare) => {
    const readings = counts.flatMap((shares) =>
      incomes.flatMap((income) => {
        const columns = columnsThatFit(statement, perShare, income, shares, incomes.length * counts.length);
        return columns ? [{ income, shares, columns }] : [];
      }),
    );
    // A count that serves every column is the one, though another does in most.
    const [only] = readings.toSorted((a, b) => a.columns.misses.length - b.columns.misses.length);
    // Two incomes that both give it: the page does not say which is meant.
    if (!only || readings.some((one) => differ(one.income, only.income, only.columns.fits))) return [];
    const { fits, misses } = only.columns;
    return [
      ...fits.map((column) => boundTie(statement, column, perShare, only.income, only.shares)),
      ...misses.map((column) => ({
        ...boundTie(statement, column, perShare, only.income, only.shares),
        doubt: MISSED,
      })),
    ];
  });
}

function rowsOf(statement: LedgerStatement, unit: LedgerFigure['unit']): LedgerRow[] {
  return statement.rows.filter((row) => row.figures.find((figure) => figure !== undefined)?.unit === unit);
}

function differ(a: LedgerRow, b: LedgerRow, columns: readonly number[]): boolean {
  return columns.some((column) => {
    const [one, other] = [a.figures[column], b.figures[column]];
    return one === undefined || other === undefined || !one.value.equals(other.value);
  });
}

/** The columns that show all three, if income over shares gives the per-share figure in them, beyond chance. */
function columnsThatFit(
  statement: LedgerStatement,
  perShare: LedgerRow,
  income: LedgerRow,
  shares: LedgerRow,
  tried: number,
): Columns | undefined {
  const fits: number[] = [];
  const misses: number[] = [];
  const counted = new Set<string>();
  let chance = tried;
  for (const [column, heading] of statement.statement.columns.entries()) {
    const [stated, above, below] = [perShare.figures[column], income.figures[column], shares.figures[column]];
    if (!stated || !above || !below || heading.shows) continue;
    const product = stated.box.times(below.box);
    if (!product.plus(above.box.negated()).holdsZero()) {
      misses.push(column);
      if (misses.length > 1) return undefined;
      continue;
    }
    fits.push(column);
    const key = `${stated.printed}|${above.printed}`;
    if (above.value.sign() === 0 || counted.has(key)) continue;
    counted.add(key);
    // Of all incomes up to this one, either way round, so many would give the figure as printed.
    chance *= Math.min(1, ratio(product.high().minus(product.low()), above.value.abs()) / 2);
  }
  const enough = misses.length === 0 || counted.size >= FEWEST_BESIDE_MISS;
  return enough && chance <= BELIEVABLE ? { fits, misses } : undefined;
}

/** A quotient of magnitudes, near enough for an estimate of chance. */
function ratio(a: Decimal, b: Decimal): number {
  return Number(a.quotientText(b, 6));
}

function boundTie(
  statement: LedgerStatement,
  column: number,
  perShare: LedgerRow,
  income: LedgerRow,
  shares: LedgerRow,
): Bound {
  const names = new Set<string>();
  const rows = [perShare, income, shares];
  const [left, numerator, denominator] = rows.map((row) => rowNode(row, names)) as [FigureNode, FigureNode, FigureNode];
  const span = left.span;
  const equation: Equation = { relation: '=', left, right: { kind: 'quotient', numerator, denominator, span } };
  const normal = normalise(equation) as CompiledRule['normal'];
  const heading = statement.statement.columns[column];
  return {
    compiled: {
      rule: {
        ...perShareTieRule,
        statement: statement.statement.kind,
        equation: '',
        ties: { figures: {} },
        breaks: { figures: {} },
      },
      equation,
      normal,
      figures: [left, numerator, denominator],
      anchor: left,
      alone: [left],
    },
    statement,
    column,
    ...(heading?.period !== undefined && { period: heading.period }),
    basis: heading?.basis ?? statement.basis,
    figures: new Map(
      rows.map((row, at) => [
        figureKey([left, numerator, denominator][at] as FigureNode),
        [row.figures[column] as LedgerFigure],
      ]),
    ),
    missing: [],
  };
}
