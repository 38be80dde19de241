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

/** The rule behind every per-share figure that some income of the same table gives. */
export const perShareTieRule: typeof structureRule = {
  id: 'structure/income-gives-per-share',
  title: 'An income over the weighted shares gives the per-share figure',
  authority: 'ASC 260-10-45-10',
  why: 'Readers value the company on this number.',
  severity: 'error',
};
