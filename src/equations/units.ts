import { printNode } from './print.ts';
import { problemAt, type Problem } from './problem.ts';
import type { Equation, FigureNode, Node } from './tree.ts';

/**
 * A unit as powers of its base units: USD is {1, 0}, shares {0, 1}, USD/shares {1, -1} and a pure
 * number {0, 0}.
 */
export type Unit = { readonly usd: number; readonly shares: number };

export type UnitOf = (name: string) => Unit | undefined;

/** What the check found: the unit, undefined where it fits any, and the problems on the way. */
type Checked = { readonly unit: Unit | undefined; readonly problems: Problem[] };

const PURE: Unit = { usd: 0, shares: 0 };

/**
 * Checks that only like is added to like, and that both sides have one unit. A number is pure,
 * except 0, which fits everything. A figure of unknown unit fits everything too, as does what it is
 * multiplied with.
 * @param unitOf the unit of a named figure, undefined when unknown; not asked for quoted labels
 */
export function checkUnits(equation: Equation, unitOf: UnitOf): Problem[] {
  const left = check(equation.left, unitOf);
  const right = check(equation.right, unitOf);
  const problems = [...left.problems, ...right.problems];
  // A side that is wrong in itself has no unit worth comparing.
  if (problems.length > 0 || fits(left.unit, right.unit)) return problems;
  return [conflict(equation.right, 'compared', ['the left side', left.unit], ['the right side', right.unit])];
}

function check(node: Node, unitOf: UnitOf): Checked {
  switch (node.kind) {
    case 'figure':
      return { unit: figureUnit(node, unitOf), problems: [] };
    case 'constant':
      return { unit: node.value.sign() === 0 ? undefined : PURE, problems: [] };
    case 'sum':
      return checkSum(node.terms, unitOf);
    case 'negation':
      return check(node.operand, unitOf);
    case 'product':
      return checkProduct(node.factors.map((factor) => check(factor, unitOf)));
    case 'quotient': {
      const divisor = check(node.denominator, unitOf);
      return checkProduct([check(node.numerator, unitOf), { ...divisor, unit: inverse(divisor.unit) }]);
    }
  }
}

function figureUnit(figure: FigureNode, unitOf: UnitOf): Unit | undefined {
  return figure.label === true ? undefined : unitOf(figure.name);
}

function checkSum(terms: readonly Node[], unitOf: UnitOf): Checked {
  const checked = terms.map((term) => ({ term, ...check(term, unitOf) }));
  // Every term is held against the first whose unit is known, so one odd term is one problem.
  const first = checked.find(({ unit }) => unit !== undefined);
  const problems = checked.flatMap((part) => part.problems);
  for (const { term, unit } of checked) {
    if (first !== undefined && !fits(first.unit, unit)) {
      problems.push(conflict(term, 'added', [spoken(first.term), first.unit], [spoken(term), unit]));
    }
  }
  return { unit: first?.unit, problems };
}

function checkProduct(factors: readonly Checked[]): Checked {
  const unit = factors.map((factor) => factor.unit).reduce(times);
  return { unit, problems: factors.flatMap((factor) => factor.problems) };
}

function times(a: Unit | undefined, b: Unit | undefined): Unit | undefined {
  return a && b && { usd: a.usd + b.usd, shares: a.shares + b.shares };
}

function inverse(unit: Unit | undefined): Unit | undefined {
  // 0 − x, because −0 is told apart from 0 in places where a unit is compared.
  return unit && { usd: 0 - unit.usd, shares: 0 - unit.shares };
}

function fits(a: Unit | undefined, b: Unit | undefined): boolean {
  return a === undefined || b === undefined || (a.usd === b.usd && a.shares === b.shares);
}

type Side = readonly [what: string, unit: Unit | undefined];

function conflict(node: Node, verb: 'added' | 'compared', [a, unitA]: Side, [b, unitB]: Side): Problem {
  const [nameA, nameB] = [unitName(unitA), unitName(unitB)];
  const both = `${plural(nameA)} and ${plural(nameB)} cannot be ${verb}`;
  const hint =
    verb === 'added'
      ? 'add and subtract figures of one unit only'
      : 'both sides must be in the same unit: multiply or divide one of them';
  return problemAt(node.span, `${both}: ${a} is ${inUnit(nameA)}, ${b} ${inUnit(nameB)}`, hint);
}

/** A term in a message: without its sign, which says nothing about the unit, and kept short. */
function spoken(term: Node): string {
  const text = printNode(term.kind === 'negation' ? term.operand : term);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

/** `USD`, `USD/shares`, `shares*shares/USD`; empty for a pure number. */
function unitName(unit: Unit = PURE): string {
  const above = [...powers('USD', unit.usd), ...powers('shares', unit.shares)].join('*');
  const below = [...powers('USD', -unit.usd), ...powers('shares', -unit.shares)];
  if (below.length === 0) return above;
  return [above === '' ? '1' : above, ...below].join('/');
}

function powers(name: string, power: number): readonly string[] {
  return Array.from({ length: Math.max(0, power) }, () => name);
}

function plural(name: string): string {
  return name === '' ? 'pure numbers' : name;
}

function inUnit(name: string): string {
  return name === '' ? 'a pure number' : `in ${name}`;
}
