/** Examples for a rule that has none yet: figures made up so that the equation ties, and then broken. */
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import type { Example } from '../generated/types.ts';
import { exampleKey } from './examples.ts';
import { breakingMove, solve } from './laws.ts';
import type { CompiledRule } from './program.ts';

/**
 * Two examples: one that ties, and the same with one figure moved so that it breaks.
 * @param given an example to start from, which is kept as it is
 * @returns undefined where no figure can be solved for
 */
export function scaffold(
  rule: CompiledRule,
  vocabulary: VocabularyIndex,
  given?: Example,
): { readonly ties: Example; readonly breaks: Example } | undefined {
  const start = given ?? { figures: madeUp(rule, vocabulary) };
  for (const node of rule.alone.length > 0 ? rule.alone : rule.figures) {
    const at = solve(rule, start, node, vocabulary);
    const move = at && breakingMove(rule, at);
    if (at && move !== undefined) return { ties: given ?? at(0n).example, breaks: at(move).example };
  }
  return undefined;
}

/** Figures of the size that a reader would expect of their unit, each another. */
function madeUp(rule: CompiledRule, vocabulary: VocabularyIndex): Example['figures'] {
  return Object.fromEntries(
    rule.figures.map((node, index) => {
      const unit = vocabulary.byName.get(node.name)?.unit ?? 'USD';
      const text = MADE_UP[unit](index + 1);
      return [exampleKey(node), node.lines ? [text, MADE_UP[unit](index + 2)] : text];
    }),
  );
}

const MADE_UP = {
  USD: (step: number): string => `${step},500`,
  shares: (step: number): string => `${step},000`,
  'USD/shares': (step: number): string => `${step}.25`,
  pure: (step: number): string => `0.${step}0`,
} as const;
