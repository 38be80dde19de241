import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import { printEquation } from '../equations/index.ts';
import type { Column } from '../generated/types.ts';
import { openLedger } from './ledger.ts';
import type { LedgerFigure, LedgerStatement } from './ledger.ts';
import { newNames, pageRule, sum } from './page-rule.ts';
import { judge } from './verdicts.ts';

const record = { id: 'test/page', title: 'A rule', authority: 'none', why: 'To test.', severity: 'error' } as const;
const columns: Column[] = [{ heading: '2006', period: '2006-12-31' }, { heading: 'Total' }];

/** A statement of one line a pair of amounts, and the figures of one of its columns. */
function shown(amounts: readonly (readonly [string, string])[], column = 0) {
  const rows = amounts.map((printed) => ({ label: 'Interest', printed: [...printed] }));
  const report = filing(statement(rows, { columns }));
  const page = openLedger(report, shippedVocabulary(), () => ({ document: '', line: 1, column: 1 }));
  const home = { statement: page.statements[0] as LedgerStatement, column };
  return { home, figures: home.statement.rows.map((row) => row.figures[column] as LedgerFigure) };
}

/** The first figures against the last, each under its label. */
function bound(column = 0) {
  const { home, figures } = shown(
    [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['9', '12'],
    ],
    column,
  );
  const names = newNames();
  const nodes = figures.map((figure) => names.node(figure, figure.label));
  return pageRule(record, sum(nodes.slice(0, -1)), '=', sum(nodes.slice(-1)), names, home);
}

describe('an equation made from the page', () => {
  it('gives figures of one label names of their own, which all must be there', () => {
    expect(printEquation(bound().compiled.equation)).toBe(
      '"Interest" + "Interest (2)" + "Interest (3)" = "Interest (4)"',
    );
  });

  it('gives one figure one name, however often it is mentioned', () => {
    const { figures } = shown([['1', '2']]);
    const names = newNames();
    const [first, again] = [1, 2].map(() => names.node(figures[0] as LedgerFigure, 'Interest'));
    expect([first?.name, again?.name]).toEqual(['Interest', 'Interest']);
    expect([...names.figures.values()]).toEqual([figures]);
  });

  it('states the figure that stands alone on a side, also as the only one of a sum', () => {
    const judged = judge(bound());
    expect(judged).toMatchObject({ verdict: 'exact', computed: '9' });
    expect(judged.stated?.printed).toBe('9');
  });

  it('speaks of the period of its column, where that has one', () => {
    expect(bound(0).period).toBe('2006-12-31');
    expect(bound(1)).not.toHaveProperty('period');
  });
});
