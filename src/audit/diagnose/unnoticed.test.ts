import { describe, expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Rule } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openPage } from '../page.ts';
import type { LedgerFigure } from '../ledger.ts';
import type { Grid } from './range.ts';
import { suspectOf } from './suspects.ts';
import { unnoticed } from './unnoticed.ts';

const vocabulary = shippedVocabulary();

/** What could be printed in the first line of a page and nobody notice. */
function unnoticedFirst(
  equations: readonly string[],
  lines: Readonly<Record<string, string>>,
  more: Partial<Rule> = {},
): Grid {
  const rules = compileProgramme(
    equations.map((equation, index) => rule(equation, { id: `test/rule-${index}`, statement: 'any', ...more })),
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

  it('has no end on the side on which a rule allows more', () => {
    const allows = { greater: 'left' as const, because: 'The sum may hold more.' };
    const lines = { sum: '600', price: '2.00', count: '300' };
    const equation = ['"sum" = "price" * "count"'];
    expect(unnoticedFirst(equation, lines)).toEqual({ low: 598n, high: 603n });
    expect(unnoticedFirst(equation, lines, { allows })).toEqual({ low: 598n, high: undefined });
  });
});
