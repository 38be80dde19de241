import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import type { Conflict, Filing, Joint, Row, Rule, Statement } from '../../generated/types.ts';
import { compileProgramme } from '../../rules/program.ts';
import { openLedger } from '../ledger.ts';
import { settleSigns } from '../settle.ts';
import { decideSystem, prove } from './prove.ts';
import type { Decide } from './prove.ts';

/** What is proven of one statement of one column under some rules. */
function jointOf(rows: readonly Row[], rules: readonly Rule[], more: Partial<Statement> = {}): Joint {
  const { joint } = audited(filing(statement(rows, more)), ...rules).audited;
  if (!joint) throw new Error('nothing was proven');
  return joint;
}

function conflictOf(rows: readonly Row[], rules: readonly Rule[], more: Partial<Statement> = {}): Conflict {
  const { conflicts } = jointOf(rows, rules, more);
  const [conflict, ...others] = conflicts;
  if (!conflict || others.length > 0) throw new Error(`one conflict expected, found ${conflicts.length}`);
  return conflict;
}

const line = (label: string, printed: string, more: Partial<Row> = {}): Row => ({ label, printed: [printed], ...more });
const named = (id: string, equation: string, more: Partial<Rule> = {}): Rule => rule(equation, { id, ...more });

const CELLS = [
  line('Books in North', '10'),
  line('Maps in North', '10'),
  line('Books in South', '10'),
  line('Maps in South', '10'),
  line('South', '21'),
  line('Books', '19'),
  line('Maps', '19'),
];
const FOOTINGS = [
  named('row/south', '"Books in South" + "Maps in South" = "South"'),
  named('column/books', '"Books in North" + "Books in South" = "Books"'),
  named('column/maps', '"Maps in North" + "Maps in South" = "Maps"'),
];

describe('the four cells', () => {
  it('contradict each other as row less columns plus two cells', () => {
    expect(conflictOf(CELLS, FOOTINGS)).toEqual({
      id: 'joint/conflict@row/south@s1/r5/c1',
      severity: 'error',
      members: [
        { finding: 'row/south@s1/r5/c1', multiplier: '-1' },
        { finding: 'column/books@s1/r6/c1', multiplier: '1' },
        { finding: 'column/maps@s1/r7/c1', multiplier: '1' },
      ],
      terms: [
        { figure: 's1/r5/c1', coefficient: '1', amount: '21' },
        { figure: 's1/r6/c1', coefficient: '-1', amount: '-19' },
        { figure: 's1/r7/c1', coefficient: '-1', amount: '-19' },
        { figure: 's1/r1/c1', coefficient: '1', amount: '10' },
        { figure: 's1/r2/c1', coefficient: '1', amount: '10' },
      ],
      derived: 'South - Books - Maps + Books in North + Maps in North = 0',
      gap: '3',
      room: '2.5',
      unit: 'USD',
    });
  });

  it.each([0, 1, 2])('are feasible without equation %i, and the witness says for which amounts', (gone) => {
    const joint = jointOf(CELLS, FOOTINGS.toSpliced(gone, 1));
    expect(joint).toMatchObject({ status: 'feasible', equations: 2, conflicts: [] });
    expect(joint.witness).toHaveLength(joint.figures);
  });
});

describe('what takes part', () => {
  it('is no finding that is unproven', () => {
    expect(jointOf([line('A', '10')], [named('a/b', '"A" = "B"')])).toMatchObject({ equations: 0, figures: 0 });
  });

  it('is every equation of one figure, in whatever sign it is read', () => {
    const rows = [line('A', '(10)'), line('B', '10')];
    expect(jointOf(rows, [named('a/b', '"A" + "B" = 0')])).toMatchObject({
      status: 'feasible',
      witness: [
        { figure: 's1/r1/c1', amount: '-10' },
        { figure: 's1/r2/c1', amount: '10' },
      ],
    });
  });

  it('is no equation that breaks by itself, which is a finding already', () => {
    const joint = jointOf([line('A', '10'), line('B', '20')], [named('a/b', '"A" = "B"')]);
    expect(joint).toEqual({ status: 'infeasible', equations: 1, figures: 2, conflicts: [] });
  });
});

describe('a conflict', () => {
  it('counts an equation as often as it takes', () => {
    const rows = [line('A', '10'), line('B', '11'), line('C', '19')];
    expect(conflictOf(rows, [named('a/b', '"A" = "B"'), named('a/c', '2 * "A" = "C"')])).toMatchObject({
      derived: '2 × B - C = 0',
      members: [{ multiplier: '-2' }, { multiplier: '1' }],
      terms: [
        { coefficient: '2', amount: '22' },
        { coefficient: '-1', amount: '-19' },
      ],
      gap: '3',
      room: '1.5',
    });
  });

  it('keeps the decimals of coefficients and constants', () => {
    const rows = [line('Tax', '25'), line('Income', '100'), line('Net', '76')];
    const rules = [named('tax/rate', '"Tax" = 0.25 * "Income"'), named('tax/net', '"Income" - "Tax" = "Net" + 0.2')];
    expect(conflictOf(rows, rules)).toMatchObject({
      derived: '0.75 × Income - Net - 0.2 = 0',
      constant: '-0.2',
      gap: '1.2',
      room: '0.875',
    });
  });

  it.each([
    ['"A" <= "B"', 'C - A >= 0', ['-1', '-1']],
    ['"B" >= "A"', 'A - C <= 0', ['-1', '1']],
  ])('says which way it misses an inequality: %s', (equation, derived, multipliers) => {
    const rows = [line('A', '12'), line('B', '11'), line('C', '10')];
    const conflict = conflictOf(rows, [named('a/b', equation), named('b/c', '"B" = "C"')]);
    expect(conflict).toMatchObject({ derived, gap: '2', room: '1' });
    expect(conflict.members.map(({ multiplier }) => multiplier)).toEqual(multipliers);
  });

  it('names both figures of a product', () => {
    const rows = [
      line('Net income', '261', { concept: 'NetIncomeLoss' }),
      line('Profit', '262', { concept: 'ProfitLoss' }),
      line('Earnings per share', '2.59', { concept: 'EarningsPerShareBasic' }),
      line('Shares', '100', { concept: 'WeightedAverageNumberOfSharesOutstandingBasic' }),
    ];
    const rules = [
      named('per-share/basic', 'EarningsPerShareBasic = NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic'),
      named('income/same', 'NetIncomeLoss = ProfitLoss', { severity: 'warning' }),
    ];
    expect(conflictOf(rows, rules)).toMatchObject({
      severity: 'warning',
      derived: 'Profit - Earnings per share × Shares = 0',
      terms: [
        { figure: 's1/r2/c1', amount: '262' },
        { figure: 's1/r3/c1', with: ['s1/r4/c1'], coefficient: '-1', amount: '-259' },
      ],
      gap: '3',
      // 261.5 is left of the profit, and 2.595 × 100.5 of the product.
      room: '2.2975',
      unit: 'USD',
    });
  });

  it('writes any other product as its equation does, and adds up what is added to it', () => {
    const rows = ['2.00', '3.00', '4.00', '54', '28', '29'].map((text, at) => line('ABCDEF'[at] ?? '', text));
    const rules = [named('a/e', '-2 * "A" * ("B" + "C") + 1.5 + "D" = "E"'), named('e/f', '"E" = "F"')];
    expect(conflictOf(rows, rules)).toMatchObject({
      derived: 'F - (-(2 * "A") * ("B" + "C")) - D - 1.5 = 0',
      gap: '1.5',
    });
  });

  it('may be one figure that would have to be nothing', () => {
    const rows = [line('A', '1'), line('B', '1')];
    expect(conflictOf(rows, [named('a/b', '"A" = "B"'), named('a/twice', '2 * "A" = "B"')])).toMatchObject({
      derived: 'A = 0',
      gap: '1',
      room: '0.5',
    });
  });

  it('is in the unit of its first equation', () => {
    const rows = [line('A', '10'), line('B', '11', { unit: 'shares' }), line('C', '12', { unit: 'shares' })];
    expect(conflictOf(rows, [named('a/b', '"A" = "B"'), named('b/c', '"B" = "C"')])).toMatchObject({
      derived: 'C - A = 0',
      unit: 'USD',
    });
  });

  it('names its totals first and the rest in the order of the page, two figures of one line by their place', () => {
    const rows: Row[] = [
      { label: 'Sales', printed: ['10', '20'] },
      { label: 'Of both years', printed: ['31', '0'] },
      { label: 'In all', printed: ['32', '0'] },
    ];
    const rules = [
      named('sales/both', '"Sales"@prior + "Sales" = "Of both years"'),
      named('sales/all', '"Of both years" = "In all"'),
    ];
    const report = filing(statement([line('Elsewhere', '5')], { kind: 'other' }), statement(rows));
    expect(audited(report, ...rules).audited.joint?.conflicts.map(({ derived }) => derived)).toEqual([
      'In all - Sales (1:1) - Sales (1:2) = 0',
    ]);
  });

  it('is a number where every figure cancels', () => {
    const rows = [line('A', '10', { scale: 10 }), line('B', '10', { scale: 10 })];
    expect(conflictOf(rows, [named('a/b', '"A" = "B"'), named('a/c', '"A" = "B" + 5')])).toMatchObject({
      terms: [],
      derived: '5 = 0',
      gap: '5',
      room: '0',
    });
  });
});

it('takes a bound on a product', () => {
  const rows = [line('A', '5'), line('B', '10'), line('C', '2'), line('D', '3')];
  expect(jointOf(rows, [named('a/b', '"A" <= "B" * "C"'), named('b/c', '0.5 * "B" / "C" <= 7')])).toMatchObject({
    status: 'feasible',
    equations: 2,
  });
  expect(jointOf(rows, [named('b/c', '"B" * "C" >= 0')])).toMatchObject({ status: 'feasible', equations: 1 });
  expect(jointOf(rows, [named('b/c', '"A" / "B" <= 2 * "C" * "D"')]).equations).toBe(1);
});

it('takes what a quotient adds beside its product for what it is', () => {
  const rows = [line('A', '5'), line('B', '10'), line('C', '4')];
  expect(jointOf(rows, [named('a/b', '"A" = 2 * "B" / "C"')])).toMatchObject({
    status: 'feasible',
    figures: 3,
    witness: [{ figure: 's1/r2/c1', amount: '10.125' }],
  });
});

describe('an equation that one side may exceed', () => {
  const rows = (a: string, c: string) => [line('A', a), line('B', '10'), line('C', c)];
  const chain = (equation: string, greater: 'left' | 'right') => [
    named('a/b', equation, { allows: { greater, because: 'it may' } }),
    named('b/c', '"B" = "C"'),
  ];

  it.each([
    ['"A" = "B"', 'left', '11', '9', 'feasible'],
    ['"A" = "B"', 'right', '11', '9', 'infeasible'],
    ['"A" = "B"', 'right', '9', '11', 'feasible'],
    ['"A" = "B"', 'left', '9', '11', 'infeasible'],
    ['"A" >= "B"', 'right', '11', '9', 'feasible'],
    ['"A" >= "B"', 'right', '9', '11', 'infeasible'],
  ] as const)('is no equation in that direction: %s, the %s, with %s and %s', (equation, greater, a, c, status) => {
    expect(jointOf(rows(a, c), chain(equation, greater)).status).toBe(status);
  });
});

describe('the witness', () => {
  it.each([
    ['3 * "A" = "B"', '3', '10/3'],
    ['8 * "A" = "B"', '1', '1.25'],
    ['5 * "A" = "B"', '2', '2'],
  ])('is a fraction where it must be: %s', (equation, a, amount) => {
    expect(jointOf([line('A', a), line('B', '10')], [named('a/b', equation)]).witness?.[0]).toEqual({
      figure: 's1/r1/c1',
      amount,
    });
  });
});

describe('a solver that errs', () => {
  const vocabulary = shippedVocabulary();
  const report: Filing = filing(statement(CELLS));
  const { judged } = settleSigns(
    openLedger(report, vocabulary, () => ({ document: '', line: 1, column: 1 })),
    compileProgramme(FOOTINGS, vocabulary),
  );
  const under = (decide: Decide) => prove(judged, (_, own) => own, decide);

  it('is not believed: what it says is undecided, and the objection is told', () => {
    expect(under(() => ({ kind: 'feasible', witness: [] }))).toEqual({
      joint: { status: 'undecided', equations: 3, figures: 7, reason: 'its proof does not hold', conflicts: [] },
      objection: 'amount 1 of the witness lies outside its rounding interval',
    });
  });

  it('has not proven what it had no time to take apart', () => {
    expect(under((system) => decideSystem(system, 5))).toEqual({
      joint: {
        status: 'undecided',
        equations: 3,
        figures: 7,
        reason: 'it would take more work than is allowed',
        conflicts: [],
      },
    });
    expect(under((system) => decideSystem(system)).joint.status).toBe('infeasible');
  });

  it('may give up', () => {
    expect(under(() => ({ kind: 'undecided' })).joint).toMatchObject({
      status: 'undecided',
      reason: 'it would take more work than is allowed',
    });
  });
});
