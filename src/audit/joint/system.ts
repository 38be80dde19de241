/** All linear equations of a filing as one system over the rounding intervals of its figures. */
import { evaluateNode, figureKey, figuresIn, residualRelation } from '../../equations/index.ts';
import type { FigureNode, Node, Relation } from '../../equations/index.ts';
import { Decimal } from '../../figures/decimal.ts';
import { Interval } from '../../figures/interval.ts';
import type { LedgerFigure } from '../ledger.ts';
import type { Judged } from '../verdicts.ts';
import type { Box, Row, System } from './rows.ts';

/** What a variable of the system stands for. */
export type Variable =
  | { readonly kind: 'figure'; readonly figure: LedgerFigure; readonly point: Interval; readonly box: Interval }
  /** What an equation multiplies, as one amount: the per-share figure times the shares. */
  | {
      readonly kind: 'product';
      readonly figures: readonly LedgerFigure[];
      readonly point: Interval;
      readonly box: Interval;
    };

/** The finding behind a row. */
export interface Member {
  readonly judged: Judged;
  /** By what left minus right was multiplied to give the row; negative where `>=` was turned to `<=`. */
  readonly factor: Decimal;
}

/** The system of a filing: box for box the `variables`, row for row the `members`. */
export interface JointSystem extends System {
  readonly variables: readonly Variable[];
  readonly members: readonly Member[];
  /** The boxes are in units of ten to this power. */
  readonly exponent: number;
}

/**
 * Whether a finding takes part: what it says is proven one way or the other, and nothing about how
 * it was read is in doubt.
 */
export function takesPart({ bound, verdict }: Judged): boolean {
  // A rule that decides a sign repeats what another says of the amounts.
  return verdict !== 'unproven' && bound.doubt === undefined && bound.compiled.rule.decides === undefined;
}

/** left − right of one finding: Σ coefficient × variable + constant, against zero. */
interface Linear {
  readonly judged: Judged;
  readonly terms: readonly { readonly variable: number; readonly coefficient: Decimal }[];
  readonly constant: Decimal;
  readonly relation: Relation;
}

/** The system of everything that takes part. */
export function jointSystem(judged: readonly Judged[]): JointSystem {
  const variables: Variable[] = [];
  const known = new Map<string, number>();
  const add = (variable: Variable) => variables.push(variable) - 1;
  const term = (figure: LedgerFigure, coefficient: Decimal) => {
    // A figure printed as zero does not show which sign an equation gives it, so that it stands by itself.
    const id = figure.value.sign() === 0 ? `${figure.id} ${variables.length}` : figure.id;
    const index = known.get(id) ?? add({ kind: 'figure', figure, point: figure.point, box: figure.box });
    known.set(id, index);
    const { figure: first } = variables[index] as Extract<Variable, { kind: 'figure' }>;
    return { variable: index, coefficient: figure.value.equals(first.value) ? coefficient : coefficient.negated() };
  };
  const linear = judged.filter(takesPart).map((one) => linearOf(one, term, add));
  return { variables, ...inWholeNumbers(linear, variables) };
}

type TermOf = (figure: LedgerFigure, coefficient: Decimal) => Linear['terms'][number];

function linearOf(judged: Judged, termOf: TermOf, add: (variable: Variable) => number): Linear {
  const { bound, terms } = judged;
  const { normal, rule } = bound.compiled;
  if (normal.kind === 'linear') {
    return {
      judged,
      terms: terms.flatMap(({ figure, coefficient = Decimal.zero }) =>
        coefficient.sign() === 0 ? [] : [termOf(figure, coefficient)],
      ),
      constant: normal.constant,
      relation: allowed(normal.relation, rule.allows?.greater),
    };
  }
  const figuresAt = (node: FigureNode) => bound.figures.get(figureKey(node)) ?? [];
  const sum = (pick: (figure: LedgerFigure) => Interval) => (node: FigureNode) =>
    figuresAt(node).reduce((total, figure) => total.plus(pick(figure)), Interval.zero);
  const point = sum((figure) => figure.point);
  const box = sum((figure) => figure.box);
  const direction = residualRelation({ ...normal, relation: allowed(normal.relation, rule.allows?.greater) }, box);
  const parts = partsOf(normal.residual);
  return {
    judged,
    terms: parts.flatMap(({ node, factor }) => {
      if (node === undefined) return [];
      if (node.kind === 'figure') return figuresAt(node).map((figure) => termOf(figure, factor));
      const figures = figuresIn(node).flatMap(figuresAt);
      const product = { figures, point: evaluateNode(node, point), box: evaluateNode(node, box) };
      return [{ variable: add({ kind: 'product', ...product }), coefficient: factor }];
    }),
    constant: parts.reduce((total, { node, factor }) => (node ? total : total.plus(factor)), Decimal.zero),
    // What is proven has no divisor whose sign is open.
    relation: direction.ok ? direction.relation : '=',
  };
}

/** An equation that one side may exceed for a good reason says only that the other may not. */
function allowed(relation: Relation, greater: 'left' | 'right' | undefined): Relation {
  if (relation !== '=' || greater === undefined) return relation;
  return greater === 'left' ? '>=' : '<=';
}

/** `factor × node`; a plain number where there is no node. */
interface Part {
  readonly node?: Node;
  readonly factor: Decimal;
}

/** What a residual adds up, each with the number it is multiplied by. */
function partsOf(residual: Node): readonly Part[] {
  return (residual.kind === 'sum' ? residual.terms : [residual]).map(partOf);
}

function partOf(node: Node): Part {
  if (node.kind === 'constant') return { factor: node.value };
  if (node.kind === 'negation') {
    const part = partOf(node.operand);
    return { ...part, factor: part.factor.negated() };
  }
  const [first, ...others] = node.kind === 'product' ? node.factors : [];
  if (first?.kind !== 'constant') return { node, factor: Decimal.one };
  const [second, ...more] = others as [Node, ...Node[]];
  const rest: Node = more.length === 0 ? second : { kind: 'product', factors: others, span: node.span };
  const part = partOf(rest);
  return { ...part, factor: part.factor.times(first.value) };
}

/** The rows in whole numbers: amounts in units of a common power of ten, coefficients without decimals. */
function inWholeNumbers(
  linear: readonly Linear[],
  variables: readonly Variable[],
): Pick<JointSystem, 'boxes' | 'rows' | 'members' | 'exponent'> {
  const ends = variables.flatMap(({ box }) => [box.low(), box.high()]);
  const exponent = leastExponent([...ends, ...linear.map(({ constant }) => constant)]);
  const unit = Decimal.powerOfTen(-exponent);
  const whole = (amount: Decimal) => integer(amount.times(unit));
  const boxes = variables.map(({ box }): Box => ({ low: whole(box.low()), high: whole(box.high()) }));
  const members: Member[] = [];
  const rows = linear.map(({ judged, terms, constant, relation }): Row => {
    const places = leastExponent(terms.map(({ coefficient }) => coefficient));
    const scale = Decimal.powerOfTen(-places);
    const factor = relation === '>=' ? scale.negated() : scale;
    members.push({ judged, factor });
    return {
      entries: terms.map(({ variable, coefficient }) => ({
        variable,
        coefficient: integer(coefficient.times(factor)),
      })),
      constant: whole(constant.times(factor)),
      relation: relation === '=' ? '=' : '<=',
    };
  });
  return { boxes, rows, members, exponent };
}

/** The power of ten of the last decimal among the amounts; zero where all are whole. */
function leastExponent(amounts: readonly Decimal[]): number {
  return amounts.reduce(
    (least, amount) => (amount.sign() === 0 ? least : Math.min(least, amount.toScaled().exponent)),
    0,
  );
}

/** @param amount a whole number */
function integer(amount: Decimal): bigint {
  const { coefficient, exponent } = amount.toScaled();
  return coefficient * 10n ** BigInt(exponent);
}
