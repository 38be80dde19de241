import type { Example, Rule } from '../generated/types.ts';

/**
 * The two examples of a rule: figures that tie, and the same with what breaks them.
 * @param broken the figures that differ, one of them as a rule
 */
export function pair(
  scale: 1 | 1000,
  figures: Example['figures'],
  broken: Example['figures'],
): Pick<Rule, 'ties' | 'breaks'> {
  const scaled = scale === 1 ? {} : { scale };
  return { ties: { ...scaled, figures }, breaks: { ...scaled, figures: { ...figures, ...broken } } };
}
