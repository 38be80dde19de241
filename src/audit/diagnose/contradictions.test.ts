import { describe, expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Conflict, Row } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { prove } from '../joint/prove.ts';
import type { LedgerFigure } from '../ledger.ts';
import { jointlyOf, openPage, reprint } from '../page.ts';
import type { Page } from '../page.ts';
import { notices, suspicionsSince } from '../probe/probe.ts';
import { endingContradiction } from './contradictions.ts';
import { diagnose } from './diagnose.ts';
import { contextOf } from './hypothesis.ts';
import { suspectOf } from './suspects.ts';
import { unnoticed } from './unnoticed.ts';

type Term = Conflict['terms'][number];

const vocabulary = shippedVocabulary();

function pageOf(equations: readonly string[], lines: Readonly<Record<string, string>>): Page {
  const rules = compileProgramme(
    equations.map((equation, index) => rule(equation, { id: `test/rule-${index}`, statement: 'any' })),
    vocabulary,
  );
  const rows = Object.entries(lines).map(([label, text]): Row => ({ label, printed: [text] }));
  const placeOf = (_: number, row: number) => ({ document: 'page', line: row + 1, column: 1 });
  return openPage(filing(statement(rows, { kind: 'other' })), { rules, vocabulary, placeOf });
}

const jointOf = (page: Page) => prove(jointlyOf(page), (_, own) => own).joint;

/** What is suspected, by rank, label and what was meant; every suspicion is tried on the page. */
function suspected(page: Page): string[] {
  const { conflicts } = jointOf(page);
  return diagnose(page, { conflicts }).flatMap(({ rank, changes, explains }) =>
    changes.map(({ figure, edits: [edit] }) => {
      const row = Number(/r(\d+)/.exec(figure)?.[1]) - 1;
      const after = jointOf(reprint(page, [{ statement: 0, row, column: 0, text: edit?.printed ?? '' }]));
      const left = after.conflicts.map(({ id }) => id);
      expect([after.status === 'feasible', left.some((id) => explains.includes(id))]).toEqual([
        conflicts.length === 1,
        false,
      ]);
      return `${rank}: ${page.filing.statements[0]?.rows[row]?.label} ${edit?.printed} ${edit?.kind}`;
    }),
  );
}

const FOUR = ['"c" + "d" = "south"', '"a" + "c" = "books"', '"b" + "d" = "maps"'];
// No line repeats the one above it: that would be a slip of its own.
const CELLS = { a: '14', south: '29', b: '14', books: '27', c: '14', maps: '27', d: '14' };

describe('equations that hold one by one and not together', () => {
  it('suspect every figure whose change alone lets them hold, and none that cancels', () => {
    expect(suspected(pageOf(FOUR, CELLS)).toSorted()).toEqual([
      '1: a 12 one-digit',
      '1: b 12 one-digit',
      '1: books 28 one-digit',
      '1: maps 28 one-digit',
      '1: south 27 one-digit',
    ]);
  });

  it('hear what other equations say of a figure', () => {
    expect(
      suspected(
        pageOf([...FOUR, '"a" = "again"', '"books" <= "limit"'], { ...CELLS, again: '14', limit: '27' }),
      ).toSorted(),
    ).toEqual(['1: b 12 one-digit', '1: maps 28 one-digit', '1: south 27 one-digit']);
  });

  it('suspect a figure that can be one amount only', () => {
    const page = pageOf([...FOUR, '"south" >= "floor"'], { ...CELLS, floor: '28.0' });
    expect(suspected(page)).toContain('1: south 28 one-digit');
  });

  it('suspect a figure less that no common slip explains', () => {
    expect(suspected(pageOf(FOUR, { ...CELLS, a: '20', books: '33' }))).toEqual([
      '1: south 27 one-digit',
      '1: books 34 one-digit',
      '1: maps 28 one-digit',
      '1: b 12 one-digit',
      '5: a 18 other',
    ]);
  });

  it('suspect the likeliest of many figures, wherever it stands', () => {
    const parts = Array.from({ length: 11 }, (_, index) => `part ${index + 1}`);
    const page = pageOf(
      ['"c" + "d" = "south"', `${parts.map((part) => `"${part}"`).join(' + ')} + "last" + "d" = "maps"`],
      {
        south: '29',
        c: '14',
        d: '14',
        ...Object.fromEntries(
          parts.flatMap((part) => [
            [part, '20'],
            [`beside ${part}`, '5'],
          ]),
        ),
        last: '21',
        maps: '248',
      },
    );
    expect(suspected(page)).toContain('1: last 12 transposed-digits');
  });

  it.each([
    ['something else', '"x" = "y"', { x: '26', y: '5' }, ['south', 'books', 'maps', 'a', 'b']],
    // With 27 for south this holds by itself, and contradicts the others: both would have to be 26.5.
    ['what would then contradict the others', '"south" = "x"', { x: '26' }, ['books', 'maps', 'a', 'b']],
  ])('are ended by a figure though %s breaks', (_, equation, more, wanted) => {
    const page = pageOf([...FOUR, equation], { ...CELLS, ...more });
    const [conflict] = jointOf(page).conflicts as [Conflict];
    const ending = endingContradiction(contextOf(page), conflict, []);
    expect(ending.flatMap(({ changes }) => changes.map(({ suspect }) => suspect.figure.label))).toEqual(wanted);
  });

  it('suspect no figure of which the text says otherwise, though the proof does not hear it', () => {
    const columns = ['2006', '2005'].map((year) => ({ heading: year, period: `${year}-01-01/${year}-12-31` }));
    const rows = Object.entries(CELLS).map(([label, text]): Row => ({
      label,
      printed: [text, ['south', 'books', 'maps'].includes(label) ? '20' : '10'],
    }));
    const rules = compileProgramme(
      FOUR.map((equation, index) => rule(equation, { id: `test/rule-${index}`, statement: 'any' })),
      vocabulary,
    );
    const claim = {
      printed: '40%',
      measures: 'a',
      unit: 'pure' as const,
      relation: 'change' as const,
      direction: 'up' as const,
      period: '2006-01-01/2006-12-31',
      since: '2005-01-01/2005-12-31',
    };
    const report = { ...filing({ kind: 'incomeStatement', columns, rows }), claims: [claim] };
    const page = openPage(report, {
      rules,
      vocabulary,
      placeOf: (_, row) => ({ document: 'page', line: row + 1, column: 1 }),
    });
    const named = suspected(page);
    expect(named.some((one) => one.includes(': b '))).toBe(true);
    expect(named.some((one) => one.includes(': a '))).toBe(false);
  });

  it('suspect nothing that is not printed', () => {
    const page = pageOf(FOUR, CELLS);
    const [conflict] = jointOf(page).conflicts as [Conflict];
    const context = contextOf(page);
    const more = { ...conflict, terms: [...conflict.terms, { ...(conflict.terms[0] as Term), figure: 'p9' }] };
    expect(endingContradiction(context, more, [])).toEqual(endingContradiction(context, conflict, []));
    expect(context.standsIn('p9')).toEqual([]);
  });

  it('leave open what a figure could be where that takes more work than is allowed', () => {
    const page = pageOf(FOUR, { ...CELLS, south: '28' });
    const figure = page.ledger.statements[0]?.rows[1]?.figures[0] as LedgerFigure;
    const suspect = suspectOf(page, figure);
    expect(unnoticed(page.judged, suspect)).toEqual({ low: 27n, high: 28n });
    expect(unnoticed(page.judged, suspect, -1)).toEqual({ low: undefined, high: undefined });
  });

  it('leave no amount for a figure that cannot end them', () => {
    const page = pageOf([...FOUR, '"a" = "again"'], { ...CELLS, again: '14' });
    const again = page.ledger.statements[0]?.rows.at(-1)?.figures[0] as LedgerFigure;
    expect(unnoticed(page.judged, suspectOf(page, again))).toEqual({ low: 1n, high: 0n });
  });

  it('are diagnosed one by one where there are two such sets', () => {
    const page = pageOf([...FOUR, '"g" + "h" = "east"', '"e" + "g" = "west"', '"f" + "h" = "north"', '"a" <= "h"'], {
      ...CELLS,
      east: '29',
      e: '14',
      west: '27',
      f: '14',
      north: '27',
      g: '14',
      sky: '5',
      h: '14',
    });
    expect(jointOf(page).conflicts).toHaveLength(2);
    expect(suspected(page)).toHaveLength(10);
  });

  it('suspect a dash as well', () => {
    const page = pageOf(FOUR, { ...CELLS, a: '--', books: '13' });
    expect(suspected(page).some((one) => / a .* other$/.test(one))).toBe(true);
  });

  it('are noticed by a probe, which names the figure that was misprinted', () => {
    const page = pageOf(FOUR, { ...CELLS, south: '28' });
    expect(jointOf(page).status).toBe('feasible');
    const after = reprint(page, [{ statement: 0, row: 1, column: 0, text: '29' }]);
    const figure = after.ledger.statements[0]?.rows[1]?.figures[0] as LedgerFigure;
    expect([notices(page, after, figure), notices(page, page, figure)]).toEqual([true, false]);
    const named = suspicionsSince(page, after, figure.id).flatMap(({ figures }) => figures);
    expect(named).toContain(figure.id);
  });

  it('say in words that all can hold with it', () => {
    const page = pageOf(FOUR, CELLS);
    const [first] = diagnose(page, { conflicts: jointOf(page).conflicts });
    expect(first?.evidence).toMatch(/^With it all checks can hold together, and none breaks/);
    expect(first?.explains).toEqual(jointOf(page).conflicts.map(({ id }) => id));
  });
});
