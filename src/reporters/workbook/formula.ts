/**
 * One finding as a spreadsheet computes it: left minus right over the named cells of its figures.
 *
 * A spreadsheet has binary doubles. Every part is therefore a whole number times a power of ten, and
 * what grows beyond `LARGEST` is not computed there: up to it sums, products and comparisons of whole
 * numbers are exact, and no spreadsheet takes a difference of one for none (Excel and LibreOffice
 * do where two numbers agree in 48 bits).
 */
import { normalise, parseEquation, printFigure } from '../../equations/index.ts';
import type { FigureNode, Node, Relation } from '../../equations/index.ts';
import { Decimal } from '../../figures/decimal.ts';
import type { Figure, Finding, Verdict } from '../../generated/types.ts';

const LARGEST = 100_000_000_000_000n;

/** The names of a figure's cells: its amount, and the least and greatest that it may have been. */
export interface Names {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

interface Side {
  readonly text: string;
  readonly value: bigint;
}

/** A part of the residual, all three sides in units of 10^exponent. */
interface Part {
  readonly exponent: number;
  readonly point: Side;
  readonly low: Side;
  readonly high: Side;
}

/** The formulas of one tie-out, without the sign of equality in front. */
export interface Tie {
  readonly relation: Relation;
  /** The power of ten in which the others count. */
  readonly exponent: number;
  readonly point: string;
  readonly low: string;
  readonly high: string;
  /** The residual where the stated figure alone may have been rounded; for equations that have one. */
  readonly stated?: { readonly low: string; readonly high: string };
}

/** Why a finding has no formula. */
export interface NoTie {
  readonly why: string;
}

/** What cannot be written as a formula ends the work at whatever depth it is met. */
class Refused extends Error {}

/**
 * The formulas of a finding that was decided.
 * @param namesOf the names of the cells of a figure
 */
export function tieOf(
  finding: Finding,
  figures: ReadonlyMap<string, Figure>,
  namesOf: (figure: Figure) => Names,
): Tie | NoTie {
  if (finding.verdict === 'unproven') return { why: 'not decided' };
  try {
    const { relation, build } = builderOf(finding, figures, namesOf);
    const all = build(() => true);
    const stated = finding.terms.find((term) => term.stated)?.figure;
    const alone = relation === '=' && stated !== undefined ? build((id) => id === stated) : undefined;
    if (verdictOf(relation, all, alone) !== finding.verdict) return { why: 'its rule judges by more than arithmetic' };
    return {
      relation,
      exponent: all.exponent,
      point: all.point.text,
      low: all.low.text,
      high: all.high.text,
      ...(alone && { stated: { low: alone.low.text, high: alone.high.text } }),
    };
  } catch (error) {
    if (error instanceof Refused) return { why: error.message };
    throw error;
  }
}

interface Builder {
  readonly relation: Relation;
  /** @param rounded whether a figure, by its id, is taken as all that it may have been before rounding */
  readonly build: (rounded: (id: string) => boolean) => Part;
}

function builderOf(
  finding: Finding,
  figures: ReadonlyMap<string, Figure>,
  namesOf: (figure: Figure) => Names,
): Builder {
  const of = (id: string, rounded: (id: string) => boolean): Part => {
    const figure = figures.get(id);
    if (!figure) throw new Refused(`the figure ${id} is not in this report`);
    return figurePart(figure, namesOf(figure), rounded(id));
  };
  const parsed = parseEquation(finding.equation);
  const normal = parsed.ok ? normalise(parsed.equation) : undefined;
  if (normal === undefined || !('kind' in normal)) throw new Refused('its equation is too long for a formula');
  if (normal.kind === 'linear') {
    const { relation, constant } = normal;
    const terms = finding.terms.filter(({ coefficient = '0' }) => Decimal.parse(coefficient).sign() !== 0);
    return {
      relation,
      build: (rounded) =>
        sum([
          ...terms.map((term) => times(of(term.figure, rounded), Decimal.parse(term.coefficient ?? '0'))),
          ...(constant.sign() === 0 ? [] : [constantPart(constant)]),
        ]),
    };
  }
  // An inequality turns round with the sign of its divisors; none of the shipped rules is of that kind.
  if (normal.relation !== '=') throw new Refused('an inequality with a divisor');
  const idsOf = (node: FigureNode): string[] => {
    const as = printFigure({ ...node, optional: false });
    return finding.terms.filter((term) => term.as === as).map((term) => term.figure);
  };
  const walk = (node: Node, rounded: (id: string) => boolean): Part => {
    switch (node.kind) {
      case 'figure':
        return sum(idsOf(node).map((id) => of(id, rounded)));
      case 'constant':
        return constantPart(node.value);
      case 'negation':
        return times(walk(node.operand, rounded), Decimal.one.negated());
      case 'sum':
        return sum(node.terms.map((term) => walk(term, rounded)));
      case 'product':
        return node.factors.map((factor) => walk(factor, rounded)).reduce(product);
      case 'quotient':
        throw new Refused('a quotient that was not cleared');
    }
  };
  return { relation: normal.relation, build: (rounded) => walk(normal.residual, rounded) };
}

function side(text: string, value: bigint): Side {
  if (value >= LARGEST || value <= -LARGEST)
    throw new Refused('its amounts are beyond what a spreadsheet computes exactly');
  return { text, value };
}

function figurePart(figure: Figure, names: Names, rounded: boolean): Part {
  const value = Decimal.parse(figure.value ?? figure.amount);
  const [low, high] = rounded ? [Decimal.parse(figure.low), Decimal.parse(figure.high)] : [value, value];
  const scaled = [value, low, high].map((amount) => amount.toScaled());
  // The largest power of ten of which all three are whole multiples.
  const exponent = Math.min(...scaled.flatMap((one) => (one.coefficient === 0n ? [] : [one.exponent])), 30);
  const shift = exponent === 30 ? 0 : exponent;
  const [v = 0n, l = 0n, h = 0n] = scaled.map((one) =>
    one.coefficient === 0n ? 0n : one.coefficient * 10n ** BigInt(one.exponent - shift),
  );
  const point = side(whole(names.value, shift), v);
  return {
    exponent: shift,
    point,
    low: rounded ? side(whole(names.low, shift), l) : point,
    high: rounded ? side(whole(names.high, shift), h) : point,
  };
}

/** A cell in units of a power of ten; rounded, because 2.595 × 1000 is not quite 2595 in binary. */
function whole(name: string, exponent: number): string {
  if (exponent === 0) return name;
  return exponent < 0 ? `ROUND(${name}*${10n ** BigInt(-exponent)},0)` : `ROUND(${name}/${10n ** BigInt(exponent)},0)`;
}

function constantPart(value: Decimal): Part {
  const { coefficient, exponent } = value.toScaled();
  const one = side(coefficient.toString(), coefficient);
  return { exponent, point: one, low: one, high: one };
}

function times(part: Part, by: Decimal): Part {
  const { coefficient, exponent } = by.toScaled();
  const factor = (from: Side): Side =>
    side(
      coefficient === 1n
        ? from.text
        : coefficient === -1n
          ? `-${factorText(from)}`
          : `${factorText(from)}*${coefficient}`,
      from.value * coefficient,
    );
  const [low, high] = coefficient < 0n ? [part.high, part.low] : [part.low, part.high];
  return { exponent: part.exponent + exponent, point: factor(part.point), low: factor(low), high: factor(high) };
}

function sum(parts: readonly Part[]): Part {
  if (parts.length === 0) return constantPart(Decimal.zero);
  const exponent = Math.min(...parts.map((part) => part.exponent));
  const add = (pick: (part: Part) => Side): Side => {
    const all = parts.map((part) => {
      const factor = 10n ** BigInt(part.exponent - exponent);
      const { text, value } = pick(part);
      return side(factor === 1n ? text : `${text}*${factor}`, value * factor);
    });
    // Nothing on the way to the sum may be too large either.
    const most = all.reduce((total, { value }) => total + (value < 0n ? -value : value), 0n);
    side('', most);
    const text = all
      .map((one) => one.text)
      .join('+')
      .replaceAll('+-', '-');
    return side(
      parts.length === 1 ? text : `(${text})`,
      all.reduce((total, { value }) => total + value, 0n),
    );
  };
  return { exponent, point: add((part) => part.point), low: add((part) => part.low), high: add((part) => part.high) };
}

function product(a: Part, b: Part): Part {
  const multiply = (x: Side, y: Side): Side => side(`${factorText(x)}*${factorText(y)}`, x.value * y.value);
  const corners = [multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)];
  const list = [...new Set(corners.map(({ text }) => text))].join(',');
  const pick = (name: 'MIN' | 'MAX', better: (x: bigint, y: bigint) => boolean): Side =>
    side(
      `${name}(${list})`,
      corners.map(({ value }) => value).reduce((best, value) => (better(value, best) ? value : best)),
    );
  return {
    exponent: a.exponent + b.exponent,
    point: multiply(a.point, b.point),
    low: pick('MIN', (x, y) => x < y),
    high: pick('MAX', (x, y) => x > y),
  };
}

function factorText({ text }: Side): string {
  return text.startsWith('-') ? `(${text})` : text;
}

/** The verdict that the formulas give on the amounts as they were captured; as `audit/check.ts` judges. */
function verdictOf(relation: Relation, all: Part, alone: Part | undefined): Verdict {
  const point = all.point.value;
  const missed = relation === '=' ? point !== 0n : relation === '<=' ? point > 0n : point < 0n;
  if (!missed) return 'exact';
  if (alone && alone.low.value <= 0n && alone.high.value >= 0n) return 'exact';
  const gap = point < 0n ? -point : point;
  const room = point >= 0n ? point - all.low.value : all.high.value - point;
  return room > gap ? 'rounding' : room === gap ? 'edge' : 'breaks';
}
