/**
 * The verdict on one bound equation, in terms of printed figures.
 */
import { figureKey } from '../equations/index.ts';
import type { AmountOf, FigureNode, Normal } from '../equations/index.ts';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import type { Rule, Unit, Verdict } from '../generated/types.ts';
import type { Bound } from './bind.ts';
import { check, computedText } from './check.ts';
import type { Amounts, Checked } from './check.ts';
import type { LedgerFigure } from './ledger.ts';

/** One printed figure in an equation. */
export interface BoundTerm {
  readonly node: FigureNode;
  readonly figure: LedgerFigure;
  /** With which it enters left minus right, where the equation is linear. */
  readonly coefficient?: Decimal;
}

/** What was found of one bound equation. */
export interface Judged {
  readonly bound: Bound;
  readonly verdict: Verdict;
  readonly terms: readonly BoundTerm[];
  readonly stated?: LedgerFigure;
  /** What the other printed amounts give for the stated figure. */
  readonly computed?: string | undefined;
  readonly gap?: Decimal;
  readonly room?: Decimal;
  readonly reason?: string;
}

/** The id of its finding: the rule and the figure that it is about, or all that it has where no figure is stated. */
export function idOf({ bound, stated, terms }: Judged): string {
  // Several equations can be about one figure in prose; the claims that stand in one tell it from the others.
  const claims = terms.flatMap(({ figure }) => (figure.id.startsWith('p') ? [figure.id] : []));
  const figures = claims.length > 0 ? claims : stated ? [stated.id] : terms.map(({ figure }) => figure.id);
  const about = figures.length > 0 ? figures : [`s${bound.statement.index + 1}/c${bound.column + 1}`];
  return `${bound.compiled.rule.id}@${about.join('+')}`;
}

/** The unit of gap and room: that of the terms; of a cleared quotient, its numerator's, which is no pure number. */
export function residualUnit(judged: Judged): Unit | undefined {
  const units = judged.terms.map((term) => term.figure.unit);
  if (judged.bound.compiled.normal.kind === 'linear') return units[0];
  return units.includes('USD') ? 'USD' : (units.find((unit) => unit !== 'pure') ?? units[0]);
}

/** Decimals shown of a computed quotient beyond those of the stated figure. */
const EXTRA_PLACES = 6;
/** Decimals of a computed figure from which the share is taken by which it is missed. */
const SHARE_PLACES = 12;

/** Judges one bound equation. */
export function judge(bound: Bound): Judged {
  const flat = flatten(bound);
  const base = { bound, terms: flat.terms };
  if (bound.missing.length > 0) return { ...base, verdict: 'unproven', reason: bound.missing.join('; ') };
  if (flat.repeated) {
    return {
      ...base,
      verdict: 'unproven',
      reason: `"${flat.repeated.label}" would stand twice in a product or quotient`,
    };
  }
  // A figure held against itself would tie whatever it says.
  if (flat.terms.every(({ coefficient }) => coefficient?.sign() === 0)) {
    return { ...base, verdict: 'unproven', reason: 'both sides are the same printed figures' };
  }
  const stated = statedOf(bound);
  const isStated = (node: FigureNode) => flat.figureOf(node) === stated;
  const checked =
    bound.compiled.rule.decides === undefined
      ? check(flat.normal, flat.amounts, stated && isStated)
      : decide(bound.compiled.rule.decides, flat);
  const computedAs = (places: number) => stated && computedText(flat.normal, flat.amounts, isStated, places);
  const { verdict, reason } = ruled(bound, checked, stated, () => missedShare(stated, computedAs(SHARE_PLACES)));
  return {
    ...base,
    ...(stated && { stated }),
    verdict,
    gap: checked.gap,
    room: checked.room,
    ...(reason !== undefined && { reason }),
    // For display alone, and dearer than the verdict: worked out where a report asks for it.
    get computed() {
      if (!stated) return undefined;
      const places = placesOf(stated.ulp) + (flat.normal.kind === 'cleared' ? EXTRA_PLACES : 0);
      const text = computedAs(places);
      return text === undefined ? undefined : trimmed(text);
    },
  };
}

/** The verdict once the doubts and allowances of the rule are heard: what is not certain breaks nothing. */
function ruled(
  bound: Bound,
  checked: Checked,
  stated: LedgerFigure | undefined,
  missed: () => Decimal | undefined,
): Pick<Checked, 'verdict' | 'reason'> {
  if ((checked.verdict === 'breaks' || checked.verdict === 'edge') && bound.doubt !== undefined) {
    return { verdict: 'unproven', reason: bound.doubt };
  }
  const allows = allowanceOf(bound.compiled.rule, stated);
  if (checked.verdict === 'breaks' && allows && checked.greater === allows.greater && within(allows.atMost, missed)) {
    return { verdict: 'unproven', reason: allows.because };
  }
  return checked;
}

/** What the rule allows of this stated figure. */
export function allowanceOf({ allows }: Rule, stated: LedgerFigure | undefined): Rule['allows'] {
  return allows?.positiveOnly && (stated === undefined || stated.value.sign() <= 0) ? undefined : allows;
}

/** Whether a figure is missed by no more than the share that a rule allows. */
function within(atMost: string | undefined, missed: () => Decimal | undefined): boolean {
  if (atMost === undefined) return true;
  const share = missed();
  return share !== undefined && share.compare(Decimal.parse(atMost)) <= 0;
}

/** By what share of the computed amount the stated one misses it; unknown where that is nothing. */
function missedShare(stated: LedgerFigure | undefined, text: string | undefined): Decimal | undefined {
  const computed = text === undefined ? Decimal.zero : Decimal.parse(text);
  if (!stated || computed.sign() === 0) return undefined;
  const amount = computed.abs();
  const apart = stated.value.minus(computed).abs();
  return Decimal.parse(apart.quotientText(amount, EXTRA_PLACES));
}

interface Flat {
  readonly terms: readonly BoundTerm[];
  readonly normal: Normal;
  readonly amounts: Amounts;
  /** The one printed figure that a node of `normal` stands for; none for `lines(…)` in a quotient. */
  readonly figureOf: (node: FigureNode) => LedgerFigure | undefined;
  readonly repeated?: LedgerFigure;
}

/**
 * The equation over printed figures: `lines(…)` written out, figures that turn out to be the same
 * ink merged. What the page leaves out counts as zero.
 */
function flatten(bound: Bound): Flat {
  const { normal } = bound.compiled;
  const figuresAt = (node: FigureNode) => bound.figures.get(figureKey(node)) ?? [];
  if (normal.kind === 'cleared') {
    const terms = bound.compiled.figures.flatMap((node) => figuresAt(node).map((figure) => ({ node, figure })));
    const seen = new Set<string>();
    const repeated = terms.find(({ figure }) => seen.size === seen.add(figure.id).size)?.figure;
    const sum = (pick: (figure: LedgerFigure) => Interval) => (node: FigureNode) =>
      figuresAt(node).reduce((total, figure) => total.plus(pick(figure)), Interval.zero);
    return {
      terms,
      normal,
      amounts: { point: sum((figure) => figure.point), box: sum((figure) => figure.box) },
      figureOf: (node) => (node.lines ? undefined : figuresAt(node)[0]),
      ...(repeated && { repeated }),
    };
  }
  const merged = new Map<string, { node: FigureNode; figure: LedgerFigure; coefficient: Decimal }>();
  for (const { figure: node, coefficient } of normal.terms) {
    for (const figure of figuresAt(node)) {
      const known = merged.get(figure.id);
      if (known) known.coefficient = known.coefficient.plus(coefficient);
      else merged.set(figure.id, { node, figure, coefficient });
    }
  }
  const terms = [...merged.values()];
  // One node a printed figure, so that the check can look amounts up by identity.
  const byNode = new Map<FigureNode, LedgerFigure>();
  const flat = terms.map(({ node, figure, coefficient }) => {
    const own = byNode.has(node) ? { ...node } : node;
    byNode.set(own, figure);
    return { figure: own, coefficient };
  });
  const figureOf = (node: FigureNode) => byNode.get(node) as LedgerFigure;
  return {
    terms,
    normal: { ...normal, terms: flat },
    figureOf,
    amounts: { point: (node) => figureOf(node).point, box: (node) => figureOf(node).box },
  };
}

/**
 * The figure that the others should give: the one that stands alone on a side; where both sides
 * do, the one printed more coarsely, as 56,590 in thousands gives "$56.6 million".
 */
function statedOf(bound: Bound): LedgerFigure | undefined {
  const printed = (node: FigureNode) => bound.figures.get(figureKey(node)) as readonly LedgerFigure[];
  const [first, second] = bound.compiled.alone.flatMap((node) => printed(node).slice(0, 1));
  if (!first || !second) return first;
  return first.ulp.compare(second.ulp) > 0 ? first : second;
}

/**
 * The sign of a figure whose page leaves it open is proven when the adopted sign satisfies the
 * equation and the opposite one cannot.
 */
function decide(name: string, flat: Flat): Checked {
  const adopted = check(flat.normal, flat.amounts);
  if (adopted.verdict === 'breaks' || adopted.verdict === 'unproven') return adopted;
  const opposed = (amountOf: AmountOf) => (node: FigureNode) =>
    flat.figureOf(node)?.concept?.name === name ? amountOf(node).negated() : amountOf(node);
  const opposite = check(flat.normal, { point: opposed(flat.amounts.point), box: opposed(flat.amounts.box) });
  if (opposite.verdict !== 'breaks') {
    return { ...adopted, verdict: 'unproven', reason: 'either sign satisfies the equation' };
  }
  return {
    ...adopted,
    reason: `with the opposite sign the equation is missed by ${opposite.gap.toString()}, of which rounding explains ${opposite.room.toString()} at most: the sign is proven`,
  };
}

function placesOf(ulp: Decimal): number {
  return Math.max(0, -ulp.toScaled().exponent);
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
