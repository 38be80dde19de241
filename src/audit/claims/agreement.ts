/** A claim against the line of the statement that it is the whole of, or that it stands in. */
import { proseRules } from '../../rules/prose.ts';
import { newNames, pageRule, sum } from '../page-rule.ts';
import { homeOf, nameOf } from './checks.ts';
import type { Check, ClaimPage } from './checks.ts';
import { doubtOf, relationOf, under } from './doubts.ts';
import type { ClaimFigure } from './figures.ts';
import { lineOfClaim } from './lines.ts';
import { magnitude, remainder } from './remainder.ts';

/** The claim against the line of the statement, or against the lines that it sums up. */
export function agreement(claim: ClaimFigure, page: ClaimPage): Check[] {
  const { relation = 'is', unplaced } = claim.claim;
  if (unplaced !== undefined || (relation !== 'is' && relation !== 'part')) return [];
  const names = newNames();
  const line = claim.claim.concept === undefined && relation === 'part' ? undefined : lineOfClaim(claim, page.lines);
  if (line) {
    const table = names.node(under(claim, line.figure), nameOf(line));
    return [
      {
        bound: pageRule(
          proseRules.agrees,
          table,
          relationOf(claim),
          names.node(claim, claim.label),
          names,
          homeOf(line),
          doubtOf(claim, line),
        ),
      },
    ];
  }
  const terms = (claim.claim.sum ?? []).map((name) => page.lines.find(name, undefined, claim.period, claim.unit));
  const found = terms.flatMap((term) => term ?? []);
  const [first] = found;
  if (!first || found.length < terms.length) return [];
  const left = sum(found.map((each) => names.node(each.figure, nameOf(each))));
  const doubt = ['the statement may have further lines that belong to it', doubtOf(claim, ...found)]
    .filter((one) => one !== undefined)
    .join('; ');
  return [
    {
      bound: pageRule(
        proseRules.sums,
        left,
        relationOf(claim),
        names.node(claim, claim.label),
        names,
        homeOf(first),
        doubt,
      ),
    },
  ];
}

/** A part that stands in a line: no more than the line, and what else is in it. */
export function withinLine(claim: ClaimFigure, page: ClaimPage): Check[] {
  const { within, unplaced } = claim.claim;
  if (within === undefined || unplaced !== undefined) return [];
  const line = page.lines.find(within, undefined, claim.period, claim.unit);
  if (!line) return [];
  const names = newNames();
  const whole = magnitude(line.figure);
  const bound = pageRule(
    proseRules.partOfLine,
    names.node(claim, claim.label),
    '<=',
    names.node(whole, nameOf(line)),
    names,
    homeOf(line),
    doubtOf(claim, line),
  );
  return [
    {
      bound,
      remark: remainder(whole, [claim], 'of the line is something else'),
    },
  ];
}
