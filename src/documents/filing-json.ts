import { nearestNames } from '../concepts/vocabulary.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { fail } from '../fault.ts';
import { isPeriod } from '../figures/period.ts';
import type { Filing, Place } from '../generated/types.ts';
import { validateFiling } from '../generated/validators.ts';
import { parseJson } from './json.ts';
import { validateData } from './schema-fault.ts';

export interface ReadFiling {
  readonly filing: Filing;
  /** Where a cell of the filing stands in its own file. */
  readonly placeOf: (statement: number, row: number, column: number) => Place;
  /** The cell of this file that has a place in the document it was captured from, and its line. */
  readonly inkAt: (place: Place) => { readonly place: Place; readonly excerpt: string };
}

/**
 * Reads a filing written as JSON.
 * @throws Fault where it is no valid filing: syntax, schema, an unknown concept, a period that
 *   is no date, a row with more figures than columns
 */
export function readFilingJson(text: string, document: string, vocabulary: VocabularyIndex): ReadFiling {
  const json = parseJson(text, document);
  validateData(validateFiling, json, 'a filing');
  const filing = json.value as Filing;
  filing.statements.forEach((statement, index) => {
    const refuse = (path: readonly (string | number)[], code: string, message: string, hint: string) =>
      fail({
        code,
        message,
        place: json.placeOf(['statements', index, ...path]),
        excerpt: json.excerptOf(['statements', index, ...path]),
        hint,
      });
    statement.columns.forEach((column, at) => {
      if (column.period !== undefined && !isPeriod(column.period)) {
        refuse(
          ['columns', at, 'period'],
          'no-period',
          `"${column.period}" is no period: one of its days does not exist, or it ends before it starts`,
          'write 2006-03-31 for a day, 2006-01-01/2006-03-31 for three months',
        );
      }
    });
    statement.rows.forEach((row, at) => {
      if (row.concept !== undefined && !vocabulary.byName.has(row.concept)) {
        const near = nearestNames(row.concept, vocabulary, 1)[0];
        refuse(
          ['rows', at, 'concept'],
          'unknown-concept',
          `no concept is called "${row.concept}"`,
          near === undefined ? 'leave it out, and the line keeps its label as its name' : `did you mean "${near}"?`,
        );
      }
      for (const list of ['printed', 'at'] as const) {
        const count = row[list]?.length;
        if (count !== undefined && count !== statement.columns.length) {
          refuse(
            ['rows', at, list],
            'row-length',
            `"${row.label}" has ${count} entries in "${list}", the statement ${statement.columns.length} columns`,
            'write null where the page shows nothing',
          );
        }
      }
    });
  });
  checkClaims(filing, vocabulary, (path, code, message, hint) =>
    fail({ code, message, place: json.placeOf(path), excerpt: json.excerptOf(path), hint }),
  );
  // The claims stand behind the last statement, a row each.
  const pathOf = (statement: number, row: number, column: number) =>
    statement === filing.statements.length
      ? ['claims', row, 'printed']
      : ['statements', statement, 'rows', row, 'printed', column];
  return {
    filing,
    placeOf: (statement, row, column) => json.placeOf(pathOf(statement, row, column)),
    inkAt: (place) => {
      const path = pathOf(...cellAt(place, filing, (...cell) => json.placeOf(pathOf(...cell))));
      return { place: json.placeOf(path), excerpt: json.excerptOf(path) };
    },
  };
}

/** Refuses what a claim cannot mean: a concept or a period that does not exist, a pointer to no other claim. */
function checkClaims(
  filing: Filing,
  vocabulary: VocabularyIndex,
  refuse: (path: readonly (string | number)[], code: string, message: string, hint: string) => never,
): void {
  const claims = filing.claims ?? [];
  for (const [at, claim] of claims.entries()) {
    for (const key of ['period', 'since'] as const) {
      const period = claim[key];
      if (period === undefined || isPeriod(period)) continue;
      refuse(
        ['claims', at, key],
        'no-period',
        `"${period}" is no period: one of its days does not exist, or it ends before it starts`,
        'write 2006-03-31 for a day, 2006-01-01/2006-03-31 for three months',
      );
    }
    const names: (readonly [readonly (string | number)[], string | undefined])[] = [
      [['claims', at, 'concept'], claim.concept],
      [['claims', at, 'within'], claim.within],
      ...(claim.sum ?? []).map((name, index) => [['claims', at, 'sum', index], name] as const),
    ];
    for (const [path, name] of names) {
      if (name === undefined || vocabulary.byName.has(name)) continue;
      const near = nearestNames(name, vocabulary, 1)[0];
      refuse(
        path,
        'unknown-concept',
        `no concept is called "${name}"`,
        near === undefined ? 'leave it out, and say in "measures" what the text calls it' : `did you mean "${near}"?`,
      );
    }
    const of = claim.of === undefined ? at : Number(claim.of.slice(1)) - 1;
    if (claim.of !== undefined && (of === at || of >= claims.length)) {
      refuse(
        ['claims', at, 'of'],
        'unknown-claim',
        `there is no other claim ${claim.of}: this is p${at + 1} of ${claims.length}`,
        'claims are counted from p1 in the order in which they stand here',
      );
    }
  }
}

type Cell = [statement: number, row: number, column: number];

/** The cell that was captured from a place, or that stands there in the file itself. */
function cellAt(place: Place, filing: Filing, placeOf: (...cell: Cell) => Place): Cell {
  const captured = `${place.line}:${place.column}`;
  for (const [statement, { rows }] of filing.statements.entries()) {
    for (const [row, { at, printed }] of rows.entries()) {
      for (const column of (printed ?? []).keys()) {
        const mark = at?.[column] ?? undefined;
        if (mark === captured) return [statement, row, column];
        if (mark !== undefined) continue;
        const own = placeOf(statement, row, column);
        if (own.line === place.line && own.column === place.column) return [statement, row, column];
      }
    }
  }
  for (const [row, { at }] of (filing.claims ?? []).entries()) {
    const own = placeOf(filing.statements.length, row, 0);
    if (at === captured || (at === undefined && own.line === place.line && own.column === place.column))
      return [filing.statements.length, row, 0];
  }
  return [0, 0, 0];
}
