/** What a probe counts, and the bounds that it finds where a misprint hides the check that it breaks. */
import { describe, expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Claim, Probe, Row } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openPage } from '../page.ts';
import type { Page } from '../page.ts';
import { powerOf, probe } from './probe.ts';

const vocabulary = shippedVocabulary();

/** A page of one column; each rule is known by its place. */
function pageOf(rows: readonly Row[], equations: readonly string[], claims?: Claim[]): Page {
  const rules = equations.map((equation, index) => rule(equation, { id: `test/${index}` }));
  return openPage(
    { ...filing(statement(rows)), ...(claims && { claims }) },
    {
      rules: compileProgramme(rules, vocabulary),
      vocabulary,
      placeOf: (_, row, column) => ({ document: 'page', line: row + 1, column: column + 1 }),
    },
  );
}

/** One figure a line: `A 21, B 34`. */
const lines = (text: string): Row[] =>
  text.split(', ').map((line) => ({ label: line.split(' ')[0] as string, printed: [line.split(' ')[1] as string] }));

const scores = (result: Probe) => result.figures.map(({ score }) => score);

describe('the score', () => {
  const pages: readonly [string, Page][] = [
    ['of figures in one equation', pageOf(lines('A 21, B 34, C 55, D 110'), ['"A" + "B" + "C" = "D"'])],
    ['of figures that several name', pageOf(lines('A 21, B 34, C 55, D 55'), ['"A" + "B" = "C"', '"C" = "D"'])],
  ];

  it.each(pages)('counts each misprint once, caught or told why not: %s', (_, page) => {
    const result = probe(page, 'page.json');
    for (const { score, survivors } of result.figures)
      expect(score.caught + survivors.reduce((sum, one) => sum + one.misprints.length, 0)).toBe(score.misprints);
    const sum = (pick: 'misprints' | 'caught' | 'first' | 'withinThree') =>
      scores(result).reduce((so, score) => so + score[pick], 0);
    expect(result.score).toEqual({
      misprints: sum('misprints'),
      caught: sum('caught'),
      first: sum('first'),
      withinThree: sum('withinThree'),
    });
  });

  it('names a figure first where two equations miss by the same', () => {
    const page = pageOf(lines('A 21, B 34, C 55, D 55, E 21'), ['"A" + "B" = "C"', '"C" = "D"', '"A" = "E"']);
    const [a, , c] = scores(probe(page, 'p'));
    expect([a?.first, c?.first]).toEqual([a?.caught, c?.caught]);
    expect([a, c].every((score) => score !== undefined && score.first > 0 && score.caught < score.misprints)).toBe(
      true,
    );
  });

  it('has every one of three figures among the first three, and not every one of four', () => {
    const three = probe(pageOf(lines('A 5,600, B 400, C 6,000'), ['"A" + "B" = "C"']), 'p').score;
    expect([three.withinThree, three.caught < three.misprints]).toEqual([three.caught, true]);
    const four = probe(pageOf(lines('A 21, B 34, C 55, D 110'), ['"A" + "B" + "C" = "D"']), 'p').score;
    expect([four.withinThree > 0, four.withinThree < four.caught, four.first > 0, four.first < four.caught]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('does not count what broke before', () => {
    const result = probe(pageOf(lines('A 21, B 34, C 55, D 55'), ['"A" = "B"', '"C" = "D"']), 'p');
    expect(scores(result).map(({ caught }) => caught > 0)).toEqual([false, false, true, true]);
  });

  it('counts what only a sentence notices', () => {
    const period = '2006-01-01/2006-03-31';
    const page = pageOf(
      [{ label: 'Total revenue', concept: 'Revenues', printed: ['5,600,000'] }],
      [],
      [{ measures: 'Revenues', concept: 'Revenues', printed: '$5.6 million', period }],
    );
    const [figure] = probe(page, 'p').figures;
    expect(figure).toMatchObject({ down: '56001', up: '56001' });
    expect((figure?.score.caught ?? 0) > 0).toBe(true);
  });
});

describe('the power of a page', () => {
  it('is that of the figures which a check touches, the same as their probe finds', () => {
    const page = pageOf(lines('A 21, B 34, C 55, D 56'), ['"C" = "D"']);
    expect(powerOf(page)).toEqual([
      { figure: 's1/r3/c1', down: '1', up: '3' },
      { figure: 's1/r4/c1', down: '3', up: '1' },
    ]);
    expect(powerOf(page)).toEqual(
      probe(page, 'p').figures.flatMap(({ figure, down, up }) => (down === undefined ? [] : [{ figure, down, up }])),
    );
  });

  it('of a figure that hides its own checks is what the checks that are left notice', () => {
    const rows: Row[] = [
      ...lines('Books 11,234, Maps 22,345'),
      { label: 'North', total: true, printed: ['33,579'] },
      ...lines('South 41,234, East 52,345, West 63,456, Abroad 74,567'),
      { label: 'Total', total: true, printed: ['265,181'] },
      ...lines('Limit 99,999'),
    ];
    // No line shows any more what North adds up to, nor what it is added to.
    expect(powerOf(pageOf(rows, ['"North" <= "Limit"'])).find(({ figure }) => figure === 's1/r3/c1')).toEqual({
      figure: 's1/r3/c1',
      up: '66422',
    });
  });

  it('has no end where the page is read otherwise, with every check that there was', () => {
    const rows: Row[] = [
      { label: 'Revenue', concept: 'Revenues', printed: ['10'] },
      { label: 'Cost of revenue', concept: 'CostOfRevenue', printed: ['1'] },
      { label: 'Gross profit', concept: 'GrossProfit', printed: ['9'] },
    ];
    // A cost of (1) is one that is shown as a deduction.
    expect(powerOf(pageOf(rows, ['Revenues - CostOfRevenue = GrossProfit']))[1]).toEqual({
      figure: 's1/r2/c1',
      up: '2',
    });
  });
});
