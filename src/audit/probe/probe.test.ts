import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILING } from '../../../fixtures/twins.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Filing, Probe, Row, Rule, Statement } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { shippedProgramme } from '../../rules/shipped.ts';
import { inkOf, unitsOf } from '../diagnose/ink.ts';
import type { Ink } from '../diagnose/ink.ts';
import { suspectOf } from '../diagnose/suspects.ts';
import type { LedgerFigure } from '../ledger.ts';
import { openPage } from '../page.ts';
import type { Page } from '../page.ts';
import { misprintsOf } from './misprints.ts';
import { placeIn } from './place-in.ts';
import { probe } from './probe.ts';
import { survivalOf } from './survival.ts';

const vocabulary = shippedVocabulary();
const placeOf = (_: number, row: number, column: number) => ({ document: 'page', line: row + 1, column: column + 1 });

function rule(equation: string, more: Partial<Rule> = {}): Rule {
  return {
    id: `test/${equation.length}`,
    title: 'A rule',
    statement: 'incomeStatement',
    equation,
    authority: 'none',
    why: 'To test.',
    severity: 'error',
    ties: { figures: {} },
    breaks: { figures: {} },
    ...more,
  };
}

function pageOf(rules: readonly Rule[], lines: Readonly<Record<string, readonly string[]>>): Page {
  const rows = Object.entries(lines).map(([concept, printed]): Row => ({
    label: `line ${concept}`,
    concept,
    printed: [...printed],
  }));
  const columns = (rows[0]?.printed ?? []).map((_, index) => ({
    heading: `${2006 - index}`,
    period: `${2006 - index}-01-01/${2006 - index}-12-31`,
  }));
  const statement = { kind: 'incomeStatement', columns, rows } as Statement;
  const filing: Filing = { format: 'tieout/filing@1', statements: [statement] };
  return openPage(filing, { rules: compileProgramme(rules, vocabulary), vocabulary, placeOf });
}

/** The misprints of one cell, by kind. */
function misprints(page: Page, row: number, column = 0): Record<string, string[]> {
  const figure = page.ledger.statements[0]?.rows[row]?.figures[column];
  if (!figure) throw new Error('no figure there');
  const standsIn = page.judged.filter((one) => one.terms.some((term) => term.figure.id === figure.id));
  const groups = Map.groupBy(misprintsOf(page, figure, standsIn), ({ kind }) => kind);
  return Object.fromEntries([...groups].map(([kind, list]) => [kind, list.map(({ text }) => text)]));
}

function survivors(result: Probe, figure: string): string[] {
  const found = result.figures.find((one) => one.figure === figure)?.survivors ?? [];
  return found.map(({ reason, misprints: list }) => `${reason}: ${list.map((one) => one.printed).join(' ')}`);
}

describe('the plausible misprints of a figure', () => {
  const page = pageOf([rule('Revenues + OperatingIncomeLoss = GrossProfit')], {
    Revenues: ['$ (5,600)', '81'],
    OperatingIncomeLoss: ['12', '--'],
    GrossProfit: ['(5,588)', '81'],
  });

  it('are told by how far they are from what is printed', () => {
    const figure = page.ledger.statements[0]?.rows[0]?.figures[0] as LedgerFigure;
    const own = unitsOf(inkOf(figure.printed) as Ink);
    for (const { text, change } of misprintsOf(page, figure, []))
      expect(unitsOf(inkOf(text) as Ink) - own).toBe(change);
  });

  it('are one slip each, and each amount once', () => {
    const found = misprints(page, 0);
    expect(found['transposed-digits']).toEqual(['$ (6,500)', '$ (5,060)']);
    expect(found['sign']).toEqual(['$ 5,600']);
    expect(found['neighbouring-column']).toEqual(['$ 81']);
    expect(found['neighbouring-row']).toEqual(['$ 12']);
    expect(found['power-of-ten']).toEqual(['$ (56,000)', '$ (560)', '$ (5,600,000)', '$ (6)']);
    // Nine other digits at each of four places, but none that begins with a zero; 6,600 stays, 6,500 is a swap too.
    expect(found['one-digit']).toHaveLength(8 + 9 * 3);
  });

  it('leave a line out of a total', () => {
    expect(misprints(page, 2)['dropped-line']).toEqual(['12', '(5,600)']);
  });

  it('of a dash are the figures around it', () => {
    expect(misprints(page, 1, 1)).toEqual({ 'neighbouring-column': ['12'], 'neighbouring-row': ['81'] });
  });

  it('never come to nothing', () => {
    expect(misprints(page, 1)['power-of-ten']).toEqual(['120', '1', '12,000']);
  });
});

describe('a probe', () => {
  it('knows by how much a figure could be wrong unnoticed', () => {
    const page = pageOf([rule('Revenues + OperatingIncomeLoss = GrossProfit'), rule('ProfitLoss <= GrossProfit')], {
      Revenues: ['5,600'],
      OperatingIncomeLoss: ['400'],
      GrossProfit: ['6,000'],
      ProfitLoss: ['10'],
      NetIncomeLoss: ['77'],
    });
    const result = probe(page, 'page.json');
    expect(result.figures.map(({ figure, down, up }) => [figure, down, up])).toEqual([
      ['s1/r1/c1', '2', '2'],
      ['s1/r2/c1', '2', '2'],
      ['s1/r3/c1', '2', '2'],
      ['s1/r4/c1', undefined, '5992'],
      ['s1/r5/c1', undefined, undefined],
    ]);
    expect(result.source).toBe('page.json');
    expect(survivors(result, 's1/r1/c1')).toEqual([
      'rounding allows it: up by less than 2 in its last place, everything still ties: 5,601',
    ]);
    expect(survivors(result, 's1/r4/c1').map((text) => text.replace(/: [^:]*$/, ''))).toEqual([
      'its checks are limits, and none of them limits it downwards',
      'its checks are limits: up by less than 5992 in its last place, none is passed',
    ]);
    expect(survivors(result, 's1/r5/c1').map((text) => text.replace(/: [^:]*$/, ''))).toEqual(['no check touches it']);
  });

  it('tells how far it is', () => {
    const page = pageOf([rule('Revenues = GrossProfit')], { Revenues: ['5'], GrossProfit: ['5'] });
    const told: string[] = [];
    probe(page, 'page.json', (done, of) => told.push(`${done}/${of}`));
    expect(told).toEqual(['1/2', '2/2']);
  });

  it('proves nothing where a check leaves a doubt', () => {
    const page = pageOf([rule('Revenues = GrossProfit')], { Revenues: ['5,600'], GrossProfit: ['5,600'] });
    const standsIn = page.judged.map((one) => ({
      ...one,
      bound: { ...one.bound, doubt: 'its lines are not certain' },
    }));
    const suspect = suspectOf(page, page.judged[0]?.terms[0]?.figure as LedgerFigure);
    const misprint = { kind: 'sign', text: '(5,600)', change: -11_200n } as const;
    const grid = { low: undefined, high: undefined };
    expect(survivalOf({ suspect, misprint, grid, standsIn, after: page })).toMatch(/^its checks leave a doubt/);
    expect(survivalOf({ suspect, misprint, grid, standsIn: page.judged, after: page })).toBe(
      'the page is read otherwise with it, and ties so',
    );
    const limit = pageOf([rule('Revenues <= GrossProfit')], { Revenues: ['5,600'], GrossProfit: ['5,600'] });
    expect(
      survivalOf({ suspect, misprint: { ...misprint, change: 5n }, grid, standsIn: limit.judged, after: limit }),
    ).toBe('its checks are limits, and none of them limits it upwards');
  });

  it('takes a figure that an equation multiplies by that equation', () => {
    const page = pageOf(
      [rule('EarningsPerShareBasic = NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic')],
      {
        NetIncomeLoss: ['5,600'],
        WeightedAverageNumberOfSharesOutstandingBasic: ['1,000'],
        EarningsPerShareBasic: ['5.60'],
      },
    );
    const [income, shares, perShare] = probe(page, 'page.json').figures;
    expect([income?.up, income?.down]).toEqual(['9', '9']);
    expect([shares?.up, shares?.down]).toEqual(['2', '2']);
    expect([perShare?.up, perShare?.down]).toEqual(['0.01', '0.01']);
  });

  it('of a table that only its own figures show counts what a slip of the hand explains; the rest hides its check', () => {
    const rows: Row[] = [
      { label: 'One', printed: ['11,234'] },
      { label: 'Two', printed: ['22,345'] },
      { label: 'Three', printed: ['33,456'] },
      { label: 'Total', total: true, printed: ['67,035'] },
    ];
    const statement: Statement = { kind: 'other', columns: [{ heading: 'Amount' }], rows };
    const page = openPage({ format: 'tieout/filing@1', statements: [statement] }, { rules: [], vocabulary, placeOf });
    const result = probe(page, 'page.json');
    expect(result.figures.map(({ down, up }) => [down, up])).toEqual(
      Array.from({ length: 4 }, () => [undefined, undefined]),
    );
    const { caught, misprints: tried } = result.score;
    expect([caught > 0, caught < tried / 2]).toEqual([true, true]);
    expect(survivors(result, 's1/r1/c1')[0]).toMatch(/^it hides its own check/);
  });
});

describe('the probe of the release', () => {
  const filing = JSON.parse(readFileSync(FILING, 'utf8')) as Filing;
  const page = openPage(filing, { rules: shippedProgramme(), vocabulary, placeOf });
  const result = probe(page, 'filing.json');

  it('takes every one of its 38 cells', () => {
    expect(result.figures).toHaveLength(38);
    expect(result.score.misprints).toBeGreaterThan(1_500);
  });

  it('lists two swapped digits of cash among those that nobody can see', () => {
    expect(survivors(result, 's1/r1/c1').join('\n')).toMatch(/^its checks are limits: up by less than .*\$ 11,580/m);
  });

  it('names the right figure first for nearly all that it catches', () => {
    expect(result.score.first / result.score.caught).toBeGreaterThan(0.9);
  });

  it('says of every figure what it caught and why the rest survived', () => {
    for (const { score, survivors: reasons } of result.figures) {
      expect(score.caught + reasons.reduce((sum, one) => sum + one.misprints.length, 0)).toBe(score.misprints);
    }
  });
});

describe('the place of a figure among the suspicions', () => {
  const diagnosis = (rank: number, figures: readonly string[], explains: readonly string[]) => ({
    rank,
    explains,
    figures,
  });

  it('counts those of the same findings that are as likely or likelier', () => {
    const list = [
      diagnosis(1, ['a'], ['x']),
      diagnosis(1, ['b'], ['x']),
      diagnosis(3, ['c'], ['x']),
      diagnosis(1, ['d', 'c'], ['y']),
    ];
    expect(placeIn(list, 'b')).toEqual({ rank: 1, among: 2 });
    expect(placeIn(list, 'c')).toEqual({ rank: 1, among: 1 });
    expect(placeIn(list, 'z')).toBeUndefined();
  });
});
