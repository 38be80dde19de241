/** A conflict as one derived equation: what its equations add up to, in the words of the page. */
import { printNode } from '../../equations/index.ts';
import type { Relation } from '../../equations/index.ts';
import { Decimal } from '../../figures/decimal.ts';
import { Interval } from '../../figures/interval.ts';
import type { Conflict, ConflictTerm, Severity, Unit } from '../../generated/types.ts';
import { lowest } from '../../severity.ts';
import type { LedgerFigure } from '../ledger.ts';
import { idOf, residualUnit } from '../verdicts.ts';
import { divisor } from './rational.ts';
import type { RowConflict } from './solve.ts';
import type { JointSystem, Member, Variable } from './system.ts';

type SeverityOf = (ruleId: string, own: Severity) => Severity;

/** One variable that is left in the sum. */
interface Summand {
  readonly variable: Variable;
  readonly coefficient: Decimal;
}

/** The conflict of some rows, as reports show it. */
export function conflictOf(system: JointSystem, { rows, multipliers }: RowConflict, severityOf: SeverityOf): Conflict {
  const members = rows.map((row) => system.members[row] as Member);
  const weights = leastWhole(members.map(({ factor }, index) => factor * (multipliers[index] as bigint)));
  const sum = addUp(system, members, weights);
  // Read from left to right, the first figure is a plain one.
  const turned = (sum.summands[0]?.coefficient ?? sum.constant).sign() < 0;
  const sign = turned ? Decimal.one.negated() : Decimal.one;
  const summands = sum.summands.map((one) => ({ ...one, coefficient: one.coefficient.times(sign) }));
  const constant = sum.constant.times(sign);
  const relation = members.every((member) => member.relation === '=') ? '=' : turned ? '>=' : '<=';
  const total = (pick: (variable: Variable) => Interval) =>
    summands.reduce(
      (so, { variable, coefficient }) => so.plus(pick(variable).times(Interval.point(coefficient))),
      Interval.point(constant),
    );
  const gap = total(({ point }) => point).low();
  const range = total(({ box }) => box);
  const ids = members.map(({ judged }) => idOf(judged));
  return {
    id: `joint/conflict@${ids[0]}`,
    severity: lowest(
      members.map(({ judged: { bound } }) => severityOf(bound.compiled.rule.id, bound.compiled.rule.severity)),
    ),
    members: ids.map((finding, index) => ({
      finding,
      multiplier: Decimal.scaled(weights[index] as bigint, 0)
        .times(sign)
        .toString(),
    })),
    terms: summands.map(termOf),
    ...(constant.sign() !== 0 && { constant: constant.toString() }),
    derived: derivedText(summands, constant, relation),
    gap: gap.abs().toString(),
    room: (gap.sign() < 0 ? range.high().minus(gap) : gap.minus(range.low())).toString(),
    unit: residualUnit((members[0] as Member).judged) as Unit,
  };
}

/** Whole numbers in the same proportion, as small as can be. */
function leastWhole(weights: readonly bigint[]): bigint[] {
  const shared = weights.reduce(divisor, 0n);
  return weights.map((weight) => weight / shared);
}

/** The sum of the equations, each times its weight; what cancels is left out. */
function addUp(
  system: JointSystem,
  members: readonly Member[],
  weights: readonly bigint[],
): { readonly summands: readonly Summand[]; readonly constant: Decimal } {
  const sums = new Map<number, Decimal>();
  const stated = new Set<number>();
  let constant = Decimal.zero;
  members.forEach((member, index) => {
    const weight = Decimal.scaled(weights[index] as bigint, 0);
    constant = constant.plus(member.constant.times(weight));
    for (const { variable, coefficient } of member.terms) {
      sums.set(variable, (sums.get(variable) ?? Decimal.zero).plus(coefficient.times(weight)));
      const own = system.variables[variable];
      if (own?.kind === 'figure' && own.figure.id === member.judged.stated?.id) stated.add(variable);
    }
  });
  const left = [...sums].filter(([, coefficient]) => coefficient.sign() !== 0);
  // Totals first, as each equation names them; the rest in the order of the page.
  const order = [...stated];
  const rank = (variable: number) => (stated.has(variable) ? order.indexOf(variable) : order.length);
  left.sort(
    ([a], [b]) =>
      rank(a) - rank(b) || byPlace(firstOf(system.variables[a] as Variable), firstOf(system.variables[b] as Variable)),
  );
  return {
    summands: left.map(([variable, coefficient]) => ({
      variable: system.variables[variable] as Variable,
      coefficient,
    })),
    constant,
  };
}

function figuresOf(variable: Variable): readonly LedgerFigure[] {
  return variable.kind === 'figure' ? [variable.figure] : variable.figures;
}

function firstOf(variable: Variable): LedgerFigure {
  return figuresOf(variable)[0] as LedgerFigure;
}

function byPlace(a: LedgerFigure, b: LedgerFigure): number {
  return a.statement - b.statement || a.row - b.row || a.column - b.column;
}

function termOf({ variable, coefficient }: Summand): ConflictTerm {
  const [first, ...others] = figuresOf(variable) as readonly [LedgerFigure, ...LedgerFigure[]];
  return {
    figure: first.id,
    ...(others.length > 0 && { with: others.map(({ id }) => id) }),
    coefficient: coefficient.toString(),
    amount: variable.point.times(Interval.point(coefficient)).low().toString(),
  };
}

/** `Row B - Column 1 - Column 2 + Cell A1 + Cell A2 = 0`, by the labels of the page. */
function derivedText(summands: readonly Summand[], constant: Decimal, relation: Relation): string {
  const labels = summands.flatMap(({ variable }) => figuresOf(variable).map(({ label }) => label));
  // A label that stands for two figures is told apart by the place.
  const nameOf = ({ label, place }: LedgerFigure) =>
    labels.filter((other) => other === label).length > 1 ? `${label} (${place.line}:${place.column})` : label;
  const parts = summands.map(({ variable, coefficient }) => ({ coefficient, name: wordsOf(variable, nameOf) }));
  if (constant.sign() !== 0) parts.push({ coefficient: constant, name: '' });
  const text = parts.map(({ coefficient, name }, index) => {
    const size = coefficient.abs();
    const one = size.equals(Decimal.one) && name !== '';
    const times = one ? name : [size.toString(), name].filter((part) => part !== '').join(' × ');
    return index === 0 ? times : ` ${coefficient.sign() < 0 ? '-' : '+'} ${times}`;
  });
  return `${text.join('')} ${relation} 0`;
}

/** A variable by its label; a product of two figures by both, any other as the equation writes it. */
function wordsOf(variable: Variable, nameOf: (figure: LedgerFigure) => string): string {
  if (variable.kind === 'figure') return nameOf(variable.figure);
  const { figures, node } = variable;
  return node.kind === 'product' && figures.length === 2 ? figures.map(nameOf).join(' × ') : `(${printNode(node)})`;
}
