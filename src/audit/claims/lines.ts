/** The printed figures of the statements that a claim speaks of: by concept or label, period and basis. */
import { normaliseLabel } from '../../concepts/labels.ts';
import type { Period } from '../../figures/period.ts';
import type { StatementKind } from '../../generated/types.ts';
import type { ClaimFigure } from './figures.ts';
import type { Ledger, LedgerFigure, LedgerRow, LedgerStatement } from '../ledger.ts';

/** One figure of a statement with where it stands. */
export interface Line {
  readonly figure: LedgerFigure;
  readonly row: LedgerRow;
  readonly statement: LedgerStatement;
  /** Why a difference from it would not be proof, if it would not. */
  readonly doubt?: string;
}

/** Amounts a share that one printed figure can show for two concepts. */
const COMBINED: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['EarningsPerShare', ''],
      ['IncomeLossFromContinuingOperationsPer', 'Share'],
    ] as const
  ).flatMap(([before, after]) => {
    const [basic, diluted, both] = ['Basic', 'Diluted', 'BasicAndDiluted'].map((one) => `${before}${one}${after}`) as [
      string,
      string,
      string,
    ];
    return [
      [basic, [basic, both]],
      [diluted, [diluted, both]],
      [both, [both, basic]],
    ] as const;
  }),
);

const PRIMARY: readonly StatementKind[] = [
  'incomeStatement',
  'balanceSheet',
  'cashFlowStatement',
  'comprehensiveIncomeStatement',
];

const PROFITS = /^(?:NetIncomeLoss|ProfitLoss)/;

/** Finds the line of a concept, or of a label, for a period. */
type Find = (
  concept: string | undefined,
  label: string | undefined,
  period: Period | undefined,
  unit: string,
) => Line | undefined;

/** Every figure of the primary statements by period and by concept or label, gathered once. */
export interface Lines {
  readonly find: Find;
}

/** The names of the lines that are asked for by a concept or a label. */
export function namesAsked(concept: string | undefined, label: string | undefined): readonly string[] {
  if (concept !== undefined) return COMBINED.get(concept) ?? [concept];
  return label === undefined ? [] : [named(label)];
}

/** By what name a line is found: its concept, or its label where it has none. */
export function nameOfRow({ concept, row }: LedgerRow): string {
  return concept?.name ?? named(row.label);
}

function named(label: string): string {
  return `"${normaliseLabel(label)}"`;
}

export function linesOf(ledger: Ledger): Lines {
  const byKey = new Map<string, Line[]>();
  const add = (key: string, line: Line) => {
    const list = byKey.get(key);
    if (list) list.push(line);
    else byKey.set(key, [line]);
  };
  for (const statement of ledger.statements) {
    if (statement.statement.kind === 'equityStatement') continue;
    for (const row of statement.rows) {
      const name = nameOfRow(row);
      for (const figure of row.figures) {
        if (!figure || figure.period === undefined || figure.basis !== 'reported') continue;
        if (statement.statement.columns[figure.column]?.shows) continue;
        add(`${name} ${figure.period}`, { figure, row, statement });
      }
    }
  }
  return {
    find: (concept, label, period, unit) => {
      if (period === undefined) return undefined;
      for (const name of namesAsked(concept, label)) {
        const found = choose((byKey.get(`${name} ${period}`) ?? []).filter((line) => line.figure.unit === unit));
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** The figure of the first primary statement; what stands in other tables only, or differs between statements, proves nothing. */
function choose(lines: readonly Line[]): Line | undefined {
  const primary = lines.filter((line) => PRIMARY.includes(line.statement.statement.kind));
  const [first] = primary.length > 0 ? primary : lines;
  if (!first) return undefined;
  if (primary.length === 0)
    return {
      ...first,
      doubt: 'only a table that is no primary statement shows it',
    };
  const { statement, figure } = first;
  // A page that shows two companies side by side has two columns for one period.
  const columns = statement.statement.columns.filter(
    (column) => column.period === figure.period && !column.shows && (column.basis ?? statement.basis) === figure.basis,
  );
  if (columns.length > 1)
    return {
      ...first,
      doubt: 'the statement has several columns for this period',
    };
  if (
    primary.every((line) => line.statement.statement.kind === 'cashFlowStatement') &&
    PROFITS.test(figure.concept?.name ?? '')
  )
    return {
      ...first,
      doubt: 'only the cash flow statement shows it, which may start from income before other owners take their share',
    };
  const differs = primary.some(
    (line) => line.figure.value.abs().compare(first.figure.value.abs()) !== 0 && !overlap(line.figure, first.figure),
  );
  return differs ? { ...first, doubt: 'the statements show several figures for it' } : first;
}

function overlap(a: LedgerFigure, b: LedgerFigure): boolean {
  const difference = a.box.plus(b.box.negated());
  return difference.holdsZero();
}

/** The line that a claim is the whole of. */
export function lineOfClaim(claim: ClaimFigure, lines: Lines): Line | undefined {
  const { concept, measures, period } = claim.claim;
  return lines.find(concept, measures, period, claim.unit);
}
