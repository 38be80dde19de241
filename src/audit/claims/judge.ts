/** What must hold between the amounts in sentences, and between them and the statements: bound and judged like any rule. */
import type { Ledger } from '../ledger.ts';
import { judge } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { agreement, withinLine } from './agreement.ts';
import { change, direction, drivers } from './changes.ts';
import type { Check, ClaimPage } from './checks.ts';
import type { Prose } from './figures.ts';
import { linesOf } from './lines.ts';
import { parts } from './parts.ts';
import { repeats } from './repeats.ts';
import { sales } from './sales.ts';
import { unroundedOf } from './unrounded.ts';

/** What the claims of a filing say, judged. */
export interface Said {
  /** Each check by itself. */
  readonly judged: readonly Judged[];
  /** What also holds of the amounts before they were rounded, and so can be proven together with the statements. */
  readonly unrounded: readonly Judged[];
}

/** Judges everything that the claims of a filing say. */
export function judgeClaims(ledger: Ledger, prose: Prose): Said {
  if (prose.figures.length === 0) return { judged: [], unrounded: [] };
  const page: ClaimPage = {
    prose,
    ledger,
    lines: linesOf(ledger),
    byId: new Map(prose.figures.map((figure) => [figure.id, figure])),
  };
  const checks = [
    ...prose.figures.flatMap((claim) => [
      ...agreement(claim, page),
      ...change(claim, page),
      ...direction(claim, page),
      ...withinLine(claim, page),
    ]),
    ...repeats(page),
    ...parts(page),
    ...sales(page),
    ...drivers(page),
  ];
  const judged = checks.map(judgeCheck);
  return { judged, unrounded: checks.flatMap((check, index) => unroundedOf(check, judged[index] as Judged)) };
}

function judgeCheck({ bound, remark, open }: Check): Judged {
  const judged = judge(bound);
  if (open !== undefined && (judged.verdict === 'breaks' || judged.verdict === 'edge'))
    return { ...judged, verdict: 'unproven', reason: open };
  return remark === undefined || judged.reason !== undefined || judged.verdict === 'breaks'
    ? judged
    : { ...judged, reason: remark };
}
