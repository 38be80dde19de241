/**
 * Which figures an equation speaks of: every rule for every column in which its figures stand.
 */
import { figureKey } from '../equations/index.ts';
import type { FigureNode } from '../equations/index.ts';
import type { Period } from '../figures/period.ts';
import type { Basis, Column, NotApplied, StatementKind } from '../generated/types.ts';
import { onceEach } from '../once-each.ts';
import type { CompiledRule } from '../rules/program.ts';
import { find, isUnread, rowsOf } from './find-figures.ts';
import type { Ledger, LedgerFigure, LedgerStatement } from './ledger.ts';
import { pageFootings } from './cross-footing.ts';
import { footingRules } from './footing-rules.ts';
import { perShareTies } from './per-share-ties.ts';
import { footedOtherwise, labelOf, uncovered } from './walks.ts';
import { nothingRead, readingsOf } from './readings/index.ts';
import type { ReadingName } from '../rules/derivations.ts';

/** A rule with the figures of one column. */
export interface Bound {
  readonly compiled: CompiledRule;
  readonly statement: LedgerStatement;
  readonly column: number;
  readonly period?: Period;
  readonly basis: Basis;
  /** For each figure of the equation, by `figureKey`, the printed figures it stands for; none if left out. */
  readonly figures: ReadonlyMap<string, readonly LedgerFigure[]>;
  /** Figures without which the equation cannot be decided, each with the reason. */
  readonly missing: readonly string[];
  /** Why a broken equation would not be proof, if it would not. */
  readonly doubt?: string;
}

export interface Binding {
  readonly bound: readonly Bound[];
  readonly notApplied: readonly NotApplied[];
}

/** Binds every rule to every column of every statement that shows its figures. */
export function bind(ledger: Ledger, programme: readonly CompiledRule[]): Binding {
  const bound: Bound[] = [];
  const notApplied: NotApplied[] = [];
  const watched = watch(ledger);
  const pages = ledger.statements.map((statement) => ({ statement, found: foundOn(statement) }));
  for (const compiled of programme) {
    const reasons = new Set<string>();
    const before = bound.length;
    for (const page of pages) {
      if (!suits(compiled.rule.statement, page.statement.statement.kind)) continue;
      const found = bindOn(page, compiled, watched);
      bound.push(...found.bound);
      for (const reason of found.reasons) reasons.add(reason);
    }
    if (bound.length === before) {
      const why = [...reasons];
      notApplied.push({
        rule: compiled.rule.id,
        reason: why.length > 0 ? why.join('; ') : nothingAnswers(compiled.rule.statement),
      });
    }
  }
  for (const statement of ledger.statements) {
    const known = new Set(
      bound
        .filter(
          ({ doubt, compiled, statement: own }) =>
            own === statement && compiled.equation.relation === '=' && doubt === undefined,
        )
        .map(inkOf),
    );
    // A footing that a rule of the programme already states, and can prove, is not stated twice.
    for (const one of ownRules(statement)) if (!known.has(inkOf(one))) bound.push(one);
  }
  return { bound, notApplied };
}

/** One rule on one statement. */
interface OnStatement {
  readonly bound: readonly Bound[];
  readonly reasons: readonly string[];
  /** The statements among which it looked for a figure; none where it stayed on its own. */
  readonly among?: readonly LedgerStatement[];
}

/** A ledger that counts how often its statements are looked through. */
interface Watched {
  readonly ledger: Ledger;
  readonly looks: () => number;
}

function watch(ledger: Ledger): Watched {
  let looks = 0;
  return {
    looks: () => looks,
    ledger: {
      ...ledger,
      get statements() {
        looks += 1;
        return ledger.statements;
      },
    },
  };
}

/** What the rules find on a statement. It stays so while signs are settled, or misprints tried, on others. */
const foundOn = onceEach<LedgerStatement, Map<CompiledRule, OnStatement>>(() => new Map());

interface Kept {
  readonly statement: LedgerStatement;
  readonly found: Map<CompiledRule, OnStatement>;
}

function bindOn(page: Kept, compiled: CompiledRule, { ledger, looks }: Watched): OnStatement {
  const { statement } = page;
  const known = page.found.get(compiled);
  if (known && (!known.among || sameStatements(known.among, ledger.statements))) return known;
  const before = looks();
  const bound: Bound[] = [];
  const reasons = new Set<string>();
  if (compiled.reading) bindReadings(ledger, compiled, compiled.reading, statement, bound, reasons);
  else bindStatement(ledger, compiled, statement, bound, reasons);
  const found = { bound, reasons: [...reasons], ...(looks() > before && { among: ledger.statements }) };
  page.found.set(compiled, found);
  return found;
}

/** Whether the statements are those of another ledger of the same page, as they are read there. */
function sameStatements(own: readonly LedgerStatement[], others: readonly LedgerStatement[]): boolean {
  return own.every((one, index) => one === others[index]);
}

/** What a statement says by itself, without a rule that names it. */
const ownRules = onceEach((statement: LedgerStatement) => [
  ...footingRules(statement, pageFootings(statement).down),
  ...perShareTies(statement),
]);

/** Binds a rule over derivations to all that its reading finds on a page. */
function bindReadings(
  ledger: Ledger,
  compiled: CompiledRule,
  reading: ReadingName,
  statement: LedgerStatement,
  out: Bound[],
  reasons: Set<string>,
): void {
  const found = readingsOf(reading, statement, ledger);
  if (found.length === 0) reasons.add(nothingRead(reading));
  for (const { column, figures, missing = [], doubt } of found) {
    const heading = statement.statement.columns[column] as Column;
    out.push({
      compiled,
      statement,
      column,
      ...(heading.period !== undefined && { period: heading.period }),
      basis: heading.basis ?? statement.basis,
      figures: new Map(
        compiled.figures.map((node) => [figureKey(node), figures[node.name] as readonly LedgerFigure[]]),
      ),
      missing,
      ...(doubt !== undefined && { doubt }),
    });
  }
}

/** The printed figures of a bound equation, as one text. */
const inkOf = onceEach((bound: Bound) =>
  [...bound.figures.values()]
    .flat()
    .map((figure) => figure.id)
    .sort()
    .join(' '),
);

function nothingAnswers(statement: CompiledRule['rule']['statement']): string {
  return `the report has no ${statement === 'any' ? 'table' : KIND_NAMES[statement]}`;
}

export const KIND_NAMES: Record<StatementKind, string> = {
  incomeStatement: 'income statement',
  balanceSheet: 'balance sheet',
  cashFlowStatement: 'cash flow statement',
  equityStatement: 'statement of equity',
  comprehensiveIncomeStatement: 'statement of comprehensive income',
  other: 'other table',
};

/** Net income and comprehensive income may stand on one statement or on two (ASC 220-10-45-1). */
const INCOME: ReadonlySet<CompiledRule['rule']['statement']> = new Set([
  'incomeStatement',
  'comprehensiveIncomeStatement',
]);

function suits(wanted: CompiledRule['rule']['statement'], kind: StatementKind): boolean {
  return wanted === kind || wanted === 'any' || (INCOME.has(wanted) && INCOME.has(kind));
}

function bindStatement(
  ledger: Ledger,
  compiled: CompiledRule,
  statement: LedgerStatement,
  out: Bound[],
  reasons: Set<string>,
): void {
  const { rule, anchor } = compiled;
  for (const name of rule.unless ?? []) {
    if (statement.rows.some((row) => row.concept?.name === name)) {
      reasons.add(`the statement shows ${name}`);
      return;
    }
  }
  if (rowsOf(statement, anchor).length === 0) {
    reasons.add(`no line for ${anchor.name}`);
    return;
  }
  // Read off only here: a rule of the programme that ships is thawed where it applies.
  const { figures } = compiled;
  const footings = pageFootings(statement).down;
  statement.statement.columns.forEach((heading, column) => {
    const basis = heading.basis ?? statement.basis;
    // Eliminations and adjustments add up like other columns, but no bound holds for them.
    if (heading.shows || (basis === 'adjustment' && compiled.equation.relation !== '=')) return;
    const context = {
      ledger,
      statement,
      footings,
      walk: rule.walk === true,
      column,
      period: heading.period,
      basis,
    };
    const found = new Map<string, readonly LedgerFigure[]>();
    const missing: string[] = [];
    const doubts: string[] = [];
    let shown = false;
    const aside = rule.walk ? besideWalk(statement, figures) : NONE;
    for (const figure of figures) {
      const match = find(figure, context);
      if (aside.has(figure)) {
        found.set(figureKey(figure), []);
      } else if (match.kind === 'found') {
        found.set(figureKey(figure), match.figures);
        shown ||= !figure.optional;
        if (match.doubt !== undefined) doubts.push(match.doubt);
      } else if (figure.optional && !isUnread(figure, statement, column) && match.kind !== 'ambiguous') {
        found.set(figureKey(figure), []);
      } else if (match.kind === 'noLine') {
        reasons.add(match.why);
        return;
      } else {
        missing.push(match.why);
      }
    }
    // A column that shows none of the figures is no column of this rule's.
    if (!shown) return;
    if (rule.decides !== undefined && !signIsOpen(rule.decides, found)) {
      reasons.add(`the sign of ${rule.decides} is printed`);
      return;
    }
    const between = rule.walk ? uncovered(statement, column, found, footings) : [];
    const otherwise = rule.walk ? footedOtherwise(statement, column, compiled, found, footings) : undefined;
    const beside = [
      ...(between.length > 0
        ? [
            `the equation does not name ${between.map((row) => `"${row.row.label}"`).join(', ')}, standing between its figures`,
          ]
        : []),
      ...(otherwise ? [`the lines on the page give "${labelOf(statement, otherwise)}" in another way`] : []),
    ];
    // A page that walks to its result over lines that the rule does not know has its own walk, which is checked.
    if (beside.length === 2 && missing.length === 0) {
      reasons.add(beside.join('; '));
      return;
    }
    doubts.push(...beside);
    if (rule.walk && isLeap(statement, column, [...found.values()])) doubts.push(LEAP);
    out.push({
      compiled,
      statement,
      column,
      ...(context.period !== undefined && { period: context.period }),
      basis: context.basis,
      figures: found,
      missing,
      ...(doubts.length > 0 && { doubt: doubts.join('; ') }),
    });
  });
}

const NONE: ReadonlySet<FigureNode> = new Set();

const LEAP = 'the page shows nothing of what may stand between the two';

/**
 * Whether a walk goes from one figure to another with no line between that it could name: highlights leave them out.
 * Where the two are alike in several other columns, nothing is left out.
 */
function isLeap(
  { rows, statement }: LedgerStatement,
  column: number,
  found: readonly (readonly LedgerFigure[])[],
): boolean {
  const [from, to, ...others] = found.flat();
  if (!from || !to || others.length > 0 || found.length === 2) return false;
  const alike = statement.columns.filter((_, at) => {
    const [a, b] = [rows[from.row]?.figures[at], rows[to.row]?.figures[at]];
    return at !== column && a !== undefined && b !== undefined && a.value.equals(b.value);
  });
  return alike.length < 2;
}

/**
 * The figures of a walk that may be left out and that stand beside it on this page: below its result,
 * or above the figure that the equation names before them. Income of affiliates below the line for
 * income taxes is part of the walk from there to net income; above income before taxes it is part of that.
 */
function besideWalk(statement: LedgerStatement, figures: readonly FigureNode[]): ReadonlySet<FigureNode> {
  const rowOf = (figure: FigureNode) => (figure.reach === undefined ? rowsOf(statement, figure)[0]?.index : undefined);
  const result = Math.max(...figures.flatMap((figure) => (figure.optional ? [] : (rowOf(figure) ?? []))));
  let from = -1;
  const aside = new Set<FigureNode>();
  for (const figure of figures) {
    const row = rowOf(figure);
    if (row === undefined) continue;
    if (!figure.optional) from = Math.max(from, row);
    else if (row < from || row > result) aside.add(figure);
  }
  return aside;
}

function signIsOpen(name: string, found: ReadonlyMap<string, readonly LedgerFigure[]>): boolean {
  return [...found.values()].flat().some((figure) => figure.concept?.name === name && figure.sign === 'label');
}
