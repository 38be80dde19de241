/**
 * What every rule must do, derived from its record alone: its examples tie and break, and so does
 * what follows from its equation. One definition for `tieout test` and for the property tests.
 */
import { computedText } from '../audit/check.ts';
import type { Judged } from '../audit/verdicts.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { figureKey } from '../equations/index.ts';
import type { FigureNode } from '../equations/index.ts';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import type { Example, Verdict } from '../generated/types.ts';
import { exampleKey, judgeExample } from './examples.ts';
import type { CompiledRule } from './program.ts';

/** A statement that does what the law forbids. */
export interface CounterExample {
  readonly example: Example;
  readonly judged: Judged;
  /** What was expected of it instead, as the end of "it should …". */
  readonly should: string;
}

export interface Law {
  /** What the rule does, as a sentence without its subject: "ties on its example". */
  readonly name: string;
  /** What is the case instead, for the person who wrote the rule. */
  readonly broken: string;
  /** What to do about a statement that breaks it. */
  readonly mend: (judged: Judged) => string;
  readonly appliesTo: (rule: CompiledRule) => boolean;
  /** @param example figures for the equation: the rule's own example that ties, or others in its place */
  readonly counterExample: (
    rule: CompiledRule,
    example: Example,
    vocabulary: VocabularyIndex,
  ) => CounterExample | undefined;
}

/** The verdicts of an equation that holds, in words: from "tieout read a verdict". */
const TIES: readonly Verdict[] = ['exact', 'rounding', 'edge'];

const ties = ({ verdict }: Judged): boolean => TIES.includes(verdict);

/** Whether it breaks, or would but for a difference that the rule allows. */
function isBroken({ rule }: CompiledRule, { verdict, reason }: Judged): boolean {
  return (
    verdict === 'breaks' || (verdict === 'unproven' && rule.allows !== undefined && reason === rule.allows.because)
  );
}

const REPORT = 'look at the equation again; if it says what you mean, this is a bug of tieout: please report it';
const NEVER = 'look at the equation again: is there a figure that can break it?';

const always = (): boolean => true;
const decidesNoSign = ({ rule }: CompiledRule): boolean => rule.decides === undefined;
const isEquality = ({ equation }: CompiledRule): boolean => equation.relation === '=';

/** The laws about the two examples of the record; the example that is passed in is not looked at. */
const OWN_EXAMPLES: readonly Law[] = [
  {
    name: 'ties on its example that ties',
    broken: 'its example "ties" does not tie',
    mend: ({ verdict }) =>
      verdict === 'unproven'
        ? 'give the figure that is missing; if a report may leave it out, write ? after it in the equation'
        : 'compare the figures of "ties" with the page they are from, and the equation with what you mean',
    appliesTo: always,
    counterExample: (rule, _, vocabulary) => {
      const judged = judgedOf(rule, rule.rule.ties, vocabulary);
      return ties(judged) ? undefined : { example: rule.rule.ties, judged, should: 'tie' };
    },
  },
  {
    name: 'breaks on its example that breaks',
    broken: 'its example "breaks" does not break',
    mend: ({ verdict }) =>
      verdict === 'rounding' || verdict === 'edge'
        ? 'change a figure of "breaks" by more than rounding explains'
        : 'change one figure of "breaks", so that the equation no longer holds',
    appliesTo: always,
    counterExample: (rule, _, vocabulary) => {
      const judged = judgedOf(rule, rule.rule.breaks, vocabulary);
      return isBroken(rule, judged) ? undefined : { example: rule.rule.breaks, judged, should: 'break' };
    },
  },
];

/** The laws that follow from the equation, for any figures. */
const DERIVED: readonly Law[] = [
  {
    name: 'is unproven without a figure that it needs',
    broken: 'it says more than it can where a figure is missing',
    mend: () => REPORT,
    appliesTo: always,
    counterExample: (rule, example, vocabulary) => {
      for (const node of rule.figures) {
        const without = Object.entries(example.figures).filter(([key]) => key !== exampleKey(node));
        const left: Example = { ...example, figures: Object.fromEntries(without) };
        const judged = judgedOf(rule, left, vocabulary);
        if (
          node.optional &&
          judged.verdict === 'unproven' &&
          // Without a figure that may be left out it may well break, or would but for what the rule allows.
          !isBroken(rule, judged) &&
          judgedOf(rule, example, vocabulary).verdict !== 'unproven'
        )
          return { example: left, judged, should: `count ${exampleKey(node)} as zero and be proven` };
        if (!node.optional && judged.verdict !== 'unproven') return { example: left, judged, should: 'be unproven' };
      }
      return undefined;
    },
  },
  {
    name: 'ties once any one figure is solved for',
    broken: 'it does not tie where one figure is worked out from the others',
    mend: () => REPORT,
    appliesTo: decidesNoSign,
    counterExample: (rule, example, vocabulary) => {
      for (const node of rule.figures) {
        const at = solve(rule, example, node, vocabulary);
        if (!at) continue;
        const { example: solved, judged } = at(0n);
        if (!ties(judged)) return { example: solved, judged, should: 'tie' };
      }
      return undefined;
    },
  },
  {
    name: 'ties up to the last unit within the room, and breaks beyond it',
    broken: 'it does not break where rounding stops to explain the difference',
    mend: () => NEVER,
    appliesTo: (rule) => decidesNoSign(rule) && isEquality(rule),
    counterExample: (rule, example, vocabulary) => {
      for (const node of movable(rule)) {
        const at = solve(rule, example, node, vocabulary);
        if (!at) continue;
        for (const way of [1n, -1n]) {
          const beyond = firstBroken(rule, (units) => at(way * units).judged);
          if (beyond === undefined) return { ...at(way * FURTHEST), should: 'break' };
          const [last, next] = [at(way * (beyond - 1n)), at(way * beyond)];
          if (!ties(last.judged) || outside(last.judged)) return { ...last, should: 'tie: the gap is within the room' };
          if (!outside(next.judged)) return { ...next, should: 'have a gap greater than its room' };
          const further = at(way * beyond * 7n);
          if (!isBroken(rule, further.judged)) return { ...further, should: 'break' };
        }
      }
      return undefined;
    },
  },
  {
    name: 'breaks once the smaller side is moved beyond the room',
    broken: 'it does not break however far a figure is moved',
    mend: () => NEVER,
    appliesTo: (rule) => decidesNoSign(rule) && !isEquality(rule),
    counterExample: (rule, example, vocabulary) => {
      for (const node of movable(rule)) {
        const at = solve(rule, example, node, vocabulary);
        if (!at) continue;
        const up = firstBroken(rule, (units) => at(units).judged);
        const down = firstBroken(rule, (units) => at(-units).judged);
        if (up === undefined && down === undefined) return { ...at(FURTHEST), should: 'break, or its opposite should' };
        if (up !== undefined && down !== undefined)
          return { ...at(-down), should: 'tie: an inequality is missed one way only' };
      }
      return undefined;
    },
  },
  {
    name: 'proves the sign where the opposite one breaks, and nowhere else',
    broken: 'it proves a sign that it cannot know',
    mend: () => REPORT,
    appliesTo: (rule) => !decidesNoSign(rule),
    counterExample: (rule, example, vocabulary) => {
      const [list] = Object.entries(example.figures).find(([, given]) => Array.isArray(given)) ?? [];
      if (list === undefined) return undefined;
      const either = withText(example, list, '(1)');
      const judged = judgedOf(rule, either, vocabulary);
      if (judged.verdict !== 'unproven')
        return { example: either, judged, should: 'be unproven: either sign would do' };
      const neither = withText(example, list, '999,999,999');
      const far = judgedOf(rule, neither, vocabulary);
      return far.verdict === 'breaks' ? undefined : { example: neither, judged: far, should: 'break' };
    },
  },
];

/** Every law, in the order in which a test tells of them. */
export const laws: readonly Law[] = [...OWN_EXAMPLES, ...DERIVED];

/** The laws that hold for any figures, not only those of the rule's own examples. */
export const derivedLaws: readonly Law[] = DERIVED;

/** An example whose names and figures are known to be good: reading a pack sees to that. */
function judgedOf(rule: CompiledRule, example: Example, vocabulary: VocabularyIndex): Judged {
  const result = judgeExample(rule, example, vocabulary);
  if (!result.ok) throw new RangeError(result.problems.map(({ message }) => message).join('; '));
  return result.judged;
}

/**
 * The figures that are moved: in a sum every one; in a quotient the one that stands alone, because a
 * divisor that is moved far enough spans zero, and proves nothing then.
 */
function movable(rule: CompiledRule): readonly FigureNode[] {
  return rule.normal.kind === 'linear' ? rule.figures : rule.alone;
}

/** An example and what is said of it, with one figure moved by so many units of its last place. */
export type At = (units: bigint) => { readonly example: Example; readonly judged: Judged };

/** Decimals beyond the last place, so that rounding what was computed rounds it right. */
const EXTRA_PLACES = 12;

/**
 * The example with one figure solved for, rounded as it is printed and then moved by some units of its
 * last place; the last of them where it stands for lines.
 * @returns undefined where the other figures do not decide it
 */
export function solve(
  rule: CompiledRule,
  example: Example,
  node: FigureNode,
  vocabulary: VocabularyIndex,
): At | undefined {
  const { bound, verdict } = judgedOf(rule, example, vocabulary);
  const printed = bound.figures.get(figureKey(node)) ?? [];
  const target = printed.at(-1);
  if (!target || verdict === 'unproven') return undefined;
  const sum = (of: FigureNode): Interval =>
    (bound.figures.get(figureKey(of)) ?? []).reduce((total, figure) => total.plus(figure.point), Interval.zero);
  const places = Math.max(0, -target.ulp.toScaled().exponent) + EXTRA_PLACES;
  const isTarget = (of: FigureNode): boolean => figureKey(of) === figureKey(node);
  const computed = computedText(rule.normal, { point: sum, box: sum }, isTarget, places);
  if (computed === undefined) return undefined;
  const others = printed.slice(0, -1).reduce((total, figure) => total.plus(figure.value), Decimal.zero);
  const units = BigInt(Decimal.parse(computed).minus(others).quotientText(target.ulp, 0));
  // What rounds to nothing divides nothing.
  if (units === 0n && rule.normal.kind === 'cleared') return undefined;
  const decimals = /\.(\d+)/.exec(target.printed)?.[1]?.length ?? 0;
  const percent = target.printed.trimEnd().endsWith('%') ? '%' : '';
  return (off) => {
    const moved = withText(example, exampleKey(node), `${printUnits(units + off, decimals)}${percent}`);
    return { example: moved, judged: judgedOf(rule, moved, vocabulary) };
  };
}

/** The example with another text for a figure; for the last one of a list. */
function withText(example: Example, key: string, text: string): Example {
  const given = example.figures[key];
  return {
    ...example,
    figures: { ...example.figures, [key]: Array.isArray(given) ? [...given.slice(0, -1), text] : text },
  };
}

/** A whole number of units as an accountant prints it: 1,234 or (1,234). */
export function printUnits(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return units < 0n ? `(${text})` : text;
}

/** No figure that is printed is moved further than this. */
const FURTHEST = 2n ** 60n;

/** By how many units the figure must be moved until the rule breaks; none where it never does. */
function firstBroken(rule: CompiledRule, at: (units: bigint) => Judged): bigint | undefined {
  let [inside, beyond] = [0n, 1n];
  while (!isBroken(rule, at(beyond))) {
    if (beyond >= FURTHEST) return undefined;
    [inside, beyond] = [beyond, beyond * 2n];
  }
  while (beyond - inside > 1n) {
    const middle = (inside + beyond) / 2n;
    if (isBroken(rule, at(middle))) beyond = middle;
    else inside = middle;
  }
  return beyond;
}

/** A move that breaks the rule well beyond doubt; none where none does. */
export function breakingMove(rule: CompiledRule, at: At): bigint | undefined {
  const up = firstBroken(rule, (units) => at(units).judged);
  const down = up === undefined ? firstBroken(rule, (units) => at(-units).judged) : undefined;
  const least = up ?? (down === undefined ? undefined : -down);
  // Ten times what it takes, so that a reader sees it.
  return least === undefined ? undefined : least * 10n;
}

function outside({ gap, room }: Judged): boolean {
  return gap !== undefined && room !== undefined && gap.compare(room) > 0;
}
