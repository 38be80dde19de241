import { expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import { Decimal } from '../../figures/decimal.ts';
import { Interval } from '../../figures/interval.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openPage } from '../page.ts';
import type { Judged } from '../verdicts.ts';
import { jointSystem } from './system.ts';

const vocabulary = shippedVocabulary();

/** The finding as it is where its figures were rounded to so many units. */
const roundedTo = (judged: Judged, units: string): Judged => ({
  ...judged,
  terms: judged.terms.map((term) => ({
    ...term,
    figure: { ...term.figure, box: Interval.rounded(term.figure.value, Decimal.parse(units)) },
  })),
});

it.each([
  ['the first', '3', '1'],
  ['the last', '1', '3'],
])('a figure has all the room that any of its equations gives it, as %s does', (_, first, last) => {
  const rules = ['"A" = "B"', '"A" = "C"'].map((equation, index) => rule(equation, { id: `test/${index}` }));
  const rows = ['A', 'B', 'C'].map((label) => ({ label, printed: ['10'] }));
  const { judged } = openPage(filing(statement(rows)), {
    rules: compileProgramme(rules, vocabulary),
    vocabulary,
    placeOf: () => ({ document: '', line: 1, column: 1 }),
  });
  const system = jointSystem([roundedTo(judged[0] as Judged, first), roundedTo(judged[1] as Judged, last)]);
  const ends = system.variables.map(({ box }) => [box.low().toString(), box.high().toString()]);
  expect(ends[0]).toEqual(['8.5', '11.5']);
  expect(ends).toContainEqual(['9.5', '10.5']);
});
