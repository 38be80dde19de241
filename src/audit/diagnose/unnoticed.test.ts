import { describe, expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openPage } from '../page.ts';
import type { LedgerFigure } from '../ledger.ts';
import { suspectOf } from './suspects.ts';
import { unnoticed } from './unnoticed.ts';

const vocabulary = shippedVocabulary();

/** What could be printed in the first line of a page and nobody notice. */
function unnoticedFirst(equations: readonly string[], lines: Readonly<Record<string, string>>) {
  const rules = compileProgramme(
    equations.map((equation, index) => rule(equation, { id: `test/rule-${index}`, statement: 'any' })),
    vocabulary,
  );
  const rows = Object.entries(lines).map(([label, text]) => ({ label, printed: [text], unit: 'pure' as const }));
  const placeOf = (_: number, row: number) => ({ document: 'page', line: row + 1, column: 1 });
  const page = openPage(filing(statement(rows, { kind: 'other' })), { rules, vocabulary, placeOf });
  const figure = page.ledger.statements[0]?.rows[0]?.figures[0] as LedgerFigure;
  expect(page.judged.map(({ verdict }) => verdict)).toEqual(equations.map(() => 'exact'));
  return unnoticed(page.judged, suspectOf(page, figure));
}

describe('what a figure could be unnoticed', () => {
  it('is told by the equation that multiplies it, whichever comes first', () => {
    const lines = { price: '2.00', count: '300', sum: '600', again: '600' };
    const wanted = { low: 200n, high: 201n };
    expect(unnoticedFirst(['"price" * "count" = "sum"', '"sum" = "again"'], lines)).toEqual(wanted);
    expect(unnoticedFirst(['"sum" = "again"', '"price" * "count" = "sum"'], lines)).toEqual(wanted);
  });

  it('is told by an equation that divides by it and a constant', () => {
    expect(unnoticedFirst(['"after" / ("rate" + 1) = 2'], { rate: '0.50', after: '3.00' })).toEqual({
      low: 50n,
      high: 50n,
    });
  });
});
