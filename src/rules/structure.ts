import type { Rule } from '../generated/types.ts';

/**
 * The rule behind every footing that a page shows by itself: the same for each total, whatever it
 * is called. Its equation is made from the page, line by line.
 */
export const structureRule: Pick<Rule, 'id' | 'title' | 'authority' | 'why' | 'severity'> = {
  id: 'structure/lines-give-total',
  title: 'The lines above give the total',
  authority: 'PCAOB AS 1105 (recalculation)',
  why: 'A total that its lines do not give is wrong, or a line is.',
  severity: 'error',
};
