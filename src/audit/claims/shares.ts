/** What the text says is the share of one line in another: "gross margin of 56%", "14% of net sales". */
import { proseRules } from '../../rules/prose.ts';
import { newNames, pageRule, quotient } from '../page-rule.ts';
import { homeOf, nameOf } from './checks.ts';
import type { Check, ClaimPage } from './checks.ts';
import { doubtOf, relationOf, under } from './doubts.ts';
import type { ClaimFigure } from './figures.ts';

/** The share against the two lines, of one statement and one period. Costs that are shown as negative count by their size. */
export function shareOf(claim: ClaimFigure, page: ClaimPage): Check[] {
  const { relation, concept, measures, against, unplaced } = claim.claim;
  if (relation !== 'share' || against === undefined || unplaced !== undefined) return [];
  const part = page.lines.find(concept, measures, claim.period, 'USD');
  const whole = page.lines.find(against, undefined, claim.period, 'USD');
  if (!part || !whole || part.statement !== whole.statement) return [];
  const names = newNames();
  const bound = pageRule(
    proseRules.share,
    quotient(names.node(under(claim, part.figure), nameOf(part)), names.node(whole.figure, nameOf(whole))),
    relationOf(claim),
    names.node(claim, claim.label),
    names,
    homeOf(part),
    // "Gross margin" is what the gross profit is of the revenue, whatever the line is called.
    doubtOf(
      /\bmargins?\b/i.test(measures ?? '') ? { ...claim, claim: { ...claim.claim, measures: nameOf(part) } } : claim,
      part,
    ),
  );
  return [{ bound }];
}
