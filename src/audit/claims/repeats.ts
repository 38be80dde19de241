/** Amounts that the text gives twice. */
import { normaliseLabel } from '../../concepts/labels.ts';
import type { Node } from '../../equations/index.ts';
import { proseRules } from '../../rules/prose.ts';
import type { ProseRule } from '../../rules/prose.ts';
import type { LedgerFigure } from '../ledger.ts';
import { newNames, pageRule } from '../page-rule.ts';
import { judge } from '../verdicts.ts';
import { homeInText } from './checks.ts';
import type { Check, ClaimPage } from './checks.ts';
import { doubtOf } from './doubts.ts';
import type { ClaimFigure } from './figures.ts';
import { lineOfClaim } from './lines.ts';
import { mayBeRoundedFrom } from './unrounded.ts';

/** Amounts that say the same thing of the same period: each against the first. */
export function repeats(page: ClaimPage): Check[] {
  const first = new Map<string, ClaimFigure>();
  const checks: Check[] = [];
  for (const claim of page.prose.figures) {
    const { relation = 'is', concept, measures, period, unplaced, hedge } = claim.claim;
    if (unplaced !== undefined || hedge === 'over' || hedge === 'under') continue;
    if (relation !== 'is' && (relation !== 'part' || concept === undefined)) continue;
    const name = concept ?? measures?.toLowerCase();
    if (name === undefined) continue;
    const key = `${claim.unit} ${name} ${concept === undefined ? '' : (period ?? '')}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, claim);
      continue;
    }
    if (period !== undefined && known.period !== undefined && known.period !== period) continue;
    const line = concept === undefined ? undefined : lineOfClaim(claim, page.lines);
    // Other words for the same line prove nothing where no statement shows the line.
    if (concept !== undefined && !line && normaliseLabel(measures ?? '') !== normaliseLabel(known.claim.measures ?? ''))
      continue;
    // The lines of a sum show it too.
    const shown = line ? doubtOf(claim, line) === undefined : claim.claim.sum !== undefined;
    const rule: ProseRule = concept === undefined ? proseRules.events : proseRules.repeats;
    const bindAs = (read: (one: ClaimFigure) => LedgerFigure) => {
      const names = newNames();
      const [a, b] = [known, claim].map((one) => names.node(read(one), one.label)) as [Node, Node];
      return pageRule(rule, a, '=', b, names, homeInText(claim, page), doubtOf(claim));
    };
    const bound = bindAs((one) => one);
    // 8,949.6 in thousands is 8,950 there, and 9.0 million; the ledger gave 8.9496 million.
    const twice =
      line &&
      judge(bound).verdict === 'breaks' &&
      judge(bindAs((one) => mayBeRoundedFrom(line.figure, one))).verdict !== 'breaks';
    const open = shown
      ? twice && 'one of them may have been rounded from the figure of the statement'
      : 'no statement shows it under these words, which may mean two things';
    checks.push({ bound, apart: !shown, ...(typeof open === 'string' && { open }) });
  }
  return checks;
}
