/** What the text says went up or down, by how much and why, against the two columns of the statement. */
import { Decimal } from '../../figures/decimal.ts';
import { proseRules } from '../../rules/prose.ts';
import type { LedgerFigure } from '../ledger.ts';
import { constant, minus, newNames, pageRule, product, sum } from '../page-rule.ts';
import { judge } from '../verdicts.ts';
import { homeOf, membersOf, nameOf } from './checks.ts';
import type { Check, ClaimPage } from './checks.ts';
import { doubtOf, relationOf } from './doubts.ts';
import type { ClaimFigure } from './figures.ts';
import type { Line } from './lines.ts';
import { remainder } from './remainder.ts';

/** "Increased $4.7 million", "increased 12%": against the two columns. */
export function change(claim: ClaimFigure, page: ClaimPage): Check[] {
  const { relation, concept, measures, since, direction: way, unplaced } = claim.claim;
  if (relation !== 'change' || unplaced !== undefined || way === undefined) return [];
  const percent = claim.unit === 'pure';
  const unit = percent ? (claim.concept?.unit ?? 'USD') : claim.unit;
  const later = page.lines.find(concept, measures, claim.period, unit);
  const earlier = page.lines.find(concept, measures, since, unit);
  if (!later || !earlier || later.statement !== earlier.statement) return [];
  // A loss that turns into a profit has no percentage.
  if (percent && (later.figure.value.sign() !== earlier.figure.value.sign() || later.figure.value.sign() === 0))
    return [];
  // A text may count from its own rounded amounts: 1.6 less 1.4, where the statement shows 1,563 less 1,417.
  const [to, from] = [claim.claim.period, since].map((period) => levelOf(claim, period, page));
  const counted = [later.figure, earlier.figure, ...(to && from ? [to, from] : [])];
  const fromTable = { ...changeOf(claim, later, earlier, later.figure, earlier.figure), counted };
  if (!to || !from || judge(fromTable.bound).verdict !== 'breaks') return [fromTable];
  const fromText = { ...changeOf(claim, later, earlier, to, from), counted };
  return [judge(fromText.bound).verdict === 'breaks' ? fromTable : fromText];
}

/** The amount that the text itself gives for the measure of a change in one of its periods. */
function levelOf(claim: ClaimFigure, period: string | undefined, page: ClaimPage): ClaimFigure | undefined {
  const { concept, measures } = claim.claim;
  return page.prose.figures.find(
    (one) =>
      one.claim.unplaced === undefined &&
      (one.claim.relation ?? 'is') === 'is' &&
      one.claim.period === period &&
      one.unit !== 'pure' &&
      (concept === undefined ? one.claim.measures === measures : one.claim.concept === concept),
  );
}

function changeOf(claim: ClaimFigure, later: Line, earlier: Line, to: LedgerFigure, from: LedgerFigure): Check {
  const percent = claim.unit === 'pure';
  const { direction: way } = claim.claim;
  const names = newNames();
  const [t, s] = [names.node(to, `${nameOf(later)}, later`), names.node(from, `${nameOf(earlier)}, earlier`)];
  const c = names.node(claim, claim.label);
  const grew = (way === 'up') === to.value.sign() >= 0;
  const doubt = doubtOf(claim, later, earlier);
  if (percent) {
    // For a percentage only the magnitudes count: a loss that shrinks by a fifth is four fifths of it.
    const factor = sum([constant(Decimal.one), way === 'up' ? c : minus(c)]);
    return {
      bound: pageRule(proseRules.percent, t, relationOf(claim), product([s, factor]), names, homeOf(later), doubt),
    };
  }
  const difference = grew ? sum([t, minus(s)]) : sum([s, minus(t)]);
  return {
    bound: pageRule(proseRules.change, difference, relationOf(claim), c, names, homeOf(later), doubt),
  };
}

/** "Increased to": against the two columns. */
export function direction(claim: ClaimFigure, page: ClaimPage): Check[] {
  const { relation = 'is', concept, measures, since, direction: way, unplaced } = claim.claim;
  if (relation !== 'is' || unplaced !== undefined || way === undefined) return [];
  const later = page.lines.find(concept, measures, claim.period, claim.unit);
  const earlier = page.lines.find(concept, measures, since, claim.unit);
  if (!later || !earlier || later.statement !== earlier.statement) return [];
  const names = newNames();
  const [t, s] = [
    names.node(later.figure, `${nameOf(later)}, later`),
    names.node(earlier.figure, `${nameOf(earlier)}, earlier`),
  ];
  const grew = (way === 'up') === later.figure.value.sign() >= 0;
  return [
    {
      bound: pageRule(
        proseRules.direction,
        t,
        grew ? '>=' : '<=',
        s,
        names,
        homeOf(later),
        doubtOf(claim, later, earlier),
      ),
    },
  ];
}

/** The causes that the text names against the change that the statement shows. */
export function drivers(page: ClaimPage): Check[] {
  const checks: Check[] = [];
  for (const [whole, own] of membersOf(page, 'driver')) {
    const { concept, measures, since, direction: way } = whole.claim;
    const later = page.lines.find(concept, measures, whole.period, whole.unit);
    const earlier = page.lines.find(concept, measures, since, whole.unit);
    if (!later || !earlier || later.statement !== earlier.statement || way === undefined) continue;
    const names = newNames();
    const [t, s] = [
      names.node(later.figure, `${nameOf(later)}, later`),
      names.node(earlier.figure, `${nameOf(earlier)}, earlier`),
    ];
    const grew = (way === 'up') === later.figure.value.sign() >= 0;
    const named = sum(own.map((one, index) => names.node(one, `cause ${index + 1}, in the text`)));
    const bound = pageRule(
      proseRules.drivers,
      named,
      '=',
      grew ? sum([t, minus(s)]) : sum([s, minus(t)]),
      names,
      homeOf(later),
    );
    const [from, to] = grew ? [earlier.figure, later.figure] : [later.figure, earlier.figure];
    const unexplained = remainder(to, [from, ...own], 'of the change remains unexplained');
    checks.push({
      bound,
      apart: !own.some((one) => one.claim.complete),
      ...(!own.some((one) => one.claim.complete) && {
        open: `${unexplained}; the text does not say that it names every cause`,
      }),
    });
  }
  return checks;
}
