/**
 * Two drafts of a report set side by side: which figures changed, appeared and vanished, and which
 * findings are new, gone or still there.
 */
import { normaliseLabel } from '../concepts/labels.ts';
import type { Audited, Figure, Finding } from '../generated/types.ts';
import { isWaivable } from './waive.ts';

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export interface Comparison {
  readonly figures: {
    /** Printed otherwise, or read as another amount. */
    readonly changed: readonly Pair<Figure>[];
    readonly appeared: readonly Figure[];
    readonly vanished: readonly Figure[];
    readonly unchanged: number;
  };
  /** Findings that do not tie; those that tie in both drafts are only counted. */
  readonly findings: {
    /** Not in the old draft, or with a better verdict there. */
    readonly fresh: readonly Finding[];
    /** Not in the new draft, or with a tie there; as the old draft has them. */
    readonly gone: readonly Finding[];
    readonly unchanged: readonly Finding[];
    readonly ties: number;
  };
}

/** Compares the figures and findings of an old and a new draft. Lines may have moved. */
export function compare(old: Audited, now: Audited): Comparison {
  const before = keyed(old);
  const after = keyed(now);
  const pairs = [...after].flatMap(([key, figure]) => {
    const match = before.get(key);
    return match ? [{ before: match, after: figure }] : [];
  });
  const isSame = ({ before: a, after: b }: Pair<Figure>) => a.printed === b.printed && a.amount === b.amount;
  return {
    figures: {
      changed: pairs.filter((pair) => !isSame(pair)),
      appeared: [...after].flatMap(([key, figure]) => (before.has(key) ? [] : [figure])),
      vanished: [...before].flatMap(([key, figure]) => (after.has(key) ? [] : [figure])),
      unchanged: pairs.filter(isSame).length,
    },
    findings: compareFindings(old, now, before, after),
  };
}

function compareFindings(
  old: Audited,
  now: Audited,
  before: ReadonlyMap<string, Figure>,
  after: ReadonlyMap<string, Figure>,
): Comparison['findings'] {
  const oldOnes = findingsByKey(old, before);
  const newOnes = findingsByKey(now, after);
  const open = (findings: ReadonlyMap<string, Finding>) => [...findings].filter(([, finding]) => isWaivable(finding));
  const isOpenIn = (findings: ReadonlyMap<string, Finding>, key: string, verdict: string) =>
    findings.get(key)?.verdict === verdict;
  return {
    fresh: open(newOnes).flatMap(([key, finding]) => (isOpenIn(oldOnes, key, finding.verdict) ? [] : [finding])),
    gone: open(oldOnes).flatMap(([key, finding]) => (isOpenIn(newOnes, key, finding.verdict) ? [] : [finding])),
    unchanged: open(newOnes).flatMap(([key, finding]) => (isOpenIn(oldOnes, key, finding.verdict) ? [finding] : [])),
    ties: [...newOnes].filter(([key, finding]) => {
      const other = oldOnes.get(key);
      return !isWaivable(finding) && other !== undefined && !isWaivable(other);
    }).length,
  };
}

/** Findings by their rule and by what the figure they are about is in either draft. */
function findingsByKey(audited: Audited, figures: ReadonlyMap<string, Figure>): Map<string, Finding> {
  const names = new Map([...figures].map(([key, figure]) => [figure.id, key]));
  const numbered = counter();
  return new Map(
    audited.findings.map((finding) => {
      const about = finding.terms.find((term) => term.stated) ?? finding.terms[0];
      return [numbered(JSON.stringify([finding.rule, about && names.get(about.figure)])), finding];
    }),
  );
}

/** Figures by what they are, wherever they stand: statement, line and column by name, and the how manieth of that name. */
function keyed(audited: Audited): Map<string, Figure> {
  const statementNumber = counter();
  const statements = audited.statements.map(({ kind, title, basis, columns }) => {
    // The primary statements keep their kind when their title is reworded; other tables have only their title.
    const name = kind === 'other' ? normaliseLabel(title ?? '') : kind;
    const columnNumber = counter();
    return {
      key: statementNumber(JSON.stringify([kind, name, basis ?? 'reported'])),
      columns: columns.map((column) => columnNumber(JSON.stringify([column.period, column.heading]))),
    };
  });
  const rows = new Map<string, string>();
  const rowNumber = counter();
  const numbered = counter();
  return new Map(
    audited.figures.map((figure) => {
      const statement = figure.statement === undefined ? undefined : statements[figure.statement];
      if (!statement) return [numbered(JSON.stringify(['prose', normaliseLabel(figure.label), figure.period])), figure];
      const at = `${figure.statement}/${figure.row}`;
      const row = rows.get(at) ?? rowNumber(JSON.stringify([statement.key, normaliseLabel(figure.label)]));
      rows.set(at, row);
      return [JSON.stringify([row, statement.columns[figure.column as number]]), figure];
    }),
  );
}

/** Tells things of one name apart by their order. */
function counter(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return `${name} ${number}`;
  };
}
