/**
 * The audit programme, ready to run: each rule's equation parsed, its names and units checked,
 * and brought to the form that is evaluated.
 */
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { nearestNames } from '../concepts/vocabulary.ts';
import {
  checkNames,
  checkUnits,
  figureKey,
  figuresOf,
  normalise,
  parseEquation,
  printFigure,
} from '../equations/index.ts';
import type { Equation, FigureNode, Normal, Problem, Unit } from '../equations/index.ts';
import type { Rule, Unit as UnitName } from '../generated/types.ts';
import { derivations } from './derivations.ts';
import type { ReadingName } from './derivations.ts';

export interface CompiledRule {
  readonly rule: Rule;
  readonly equation: Equation;
  readonly normal: Normal;
  /** The figures of the equation, each once, in the order written. */
  readonly figures: readonly FigureNode[];
  /** The figure without whose line the rule does not apply to a page. */
  readonly anchor: FigureNode;
  /** The figures that stand alone on a side: what the other side should give. */
  readonly alone: readonly FigureNode[];
  /** The way of reading a page that finds the figures of an equation over derivations. */
  readonly reading?: ReadingName;
}

export type Compiled =
  | { readonly ok: true; readonly compiled: CompiledRule }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The exponents of dollars and shares in each unit. */
const UNITS: Record<UnitName, Unit> = {
  USD: { usd: 1, shares: 0 },
  shares: { usd: 0, shares: 1 },
  'USD/shares': { usd: 1, shares: -1 },
  pure: { usd: 0, shares: 0 },
};

/** Compiles one rule, or says what is wrong with its equation, with spans into its text. */
export function compileRule(rule: Rule, vocabulary: VocabularyIndex): Compiled {
  const parsed = parseEquation(rule.equation);
  if (!parsed.ok) return parsed;
  const { equation } = parsed;
  const names = checkNames(
    equation,
    (name) => vocabulary.byName.has(name) || derivations.has(name),
    (name) => nearestNames(name, vocabulary),
  );
  if (names.length > 0) return { ok: false, problems: names };
  const units = checkUnits(equation, (name) => {
    const unit = vocabulary.byName.get(name)?.unit ?? derivations.get(name)?.unit;
    return unit && UNITS[unit];
  });
  if (units.length > 0) return { ok: false, problems: units };
  const normal = normalise(equation);
  if (!('kind' in normal)) return { ok: false, problems: normal };
  const figures = [...new Map(figuresOf(equation).map((figure) => [figureKey(figure), figure])).values()];
  const alone = [equation.left, equation.right].flatMap((side) =>
    side.kind === 'figure' && !side.lines ? [side] : [],
  );
  const anchor = anchorOf(figures);
  const reading = readingOf(figures);
  if (reading !== undefined && typeof reading !== 'string') return { ok: false, problems: [reading] };
  return { ok: true, compiled: { rule, equation, normal, figures, anchor, alone, ...(reading && { reading }) } };
}

/** The first figure that must be reported for the period itself. Every equation names a figure. */
export function anchorOf(figures: readonly FigureNode[]): FigureNode {
  return figures.find((figure) => !figure.optional && figure.reach === undefined) ?? (figures[0] as FigureNode);
}

/** The one reading that an equation's derivations share, if it has any; the problem, if it is not the only one. */
function readingOf(figures: readonly FigureNode[]): ReadingName | Problem | undefined {
  const first = figures.find((figure) => derivations.has(figure.name));
  if (!first) return undefined;
  const reading = derivations.get(first.name)?.reading;
  const other = figures.find(
    (figure) =>
      derivations.get(figure.name)?.reading !== reading ||
      figure.reach !== undefined ||
      figure.lines ||
      figure.optional,
  );
  return other
    ? {
        message: `${printFigure(other)} does not go with ${first.name}, which is read off a page together with others`,
        span: other.span,
      }
    : reading;
}

/**
 * Compiles rules that are known to be good: those that ship, whose tests compile each of them.
 * @throws RangeError on a rule that does not compile
 */
export function compileProgramme(rules: readonly Rule[], vocabulary: VocabularyIndex): CompiledRule[] {
  return rules.map((rule) => {
    const result = compileRule(rule, vocabulary);
    if (!result.ok) throw new RangeError(`${rule.id}: ${result.problems.map((problem) => problem.message).join('; ')}`);
    return result.compiled;
  });
}
