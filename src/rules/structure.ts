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

/** The rule behind every total across a page: of the components of equity in one line. */
export const crossFootingRule: typeof structureRule = {
  id: 'structure/columns-give-total',
  title: 'The columns of the line give its total',
  authority: 'PCAOB AS 1105 (recalculation)',
  why: 'A line whose components do not give its total is wrong in one of them.',
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
