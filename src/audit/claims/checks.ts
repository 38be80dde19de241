/** What one check of a claim is made of, and what all of them are made from. */
import type { Bound } from '../bind.ts';
import type { Ledger, LedgerFigure } from '../ledger.ts';
import type { Home } from '../page-rule.ts';
import type { ClaimFigure, Prose } from './figures.ts';
import type { Line, Lines } from './lines.ts';

/** An equation with what is to be said of it besides, once it is judged. */
export interface Check {
  readonly bound: Bound;
  /** What a reader should know where it holds. */
  readonly remark?: string;
  /** Why a miss is no contradiction, where the text leaves it open. */
  readonly open?: string;
  /** The amounts from which the claim may have been counted. */
  readonly counted?: readonly LedgerFigure[];
  /** Whether it need not hold of the amounts before they were rounded. */
  readonly apart?: boolean;
}

export interface ClaimPage {
  readonly prose: Prose;
  readonly lines: Lines;
  readonly ledger: Ledger;
  readonly byId: ReadonlyMap<string, ClaimFigure>;
}

export function nameOf(line: Line): string {
  return line.row.row.label || 'total without a label';
}

export function homeOf(line: Line): Home {
  return { statement: line.statement, column: line.figure.column };
}

export function homeInText(claim: ClaimFigure, page: ClaimPage): Home {
  return { statement: page.prose.statement, column: claim.column };
}

/** Claims with the claims that point at them. */
export function membersOf(page: ClaimPage, relation: 'part' | 'driver'): Map<ClaimFigure, ClaimFigure[]> {
  const members = new Map<ClaimFigure, ClaimFigure[]>();
  for (const claim of page.prose.figures) {
    const whole =
      claim.claim.relation === relation && claim.claim.unplaced === undefined
        ? page.byId.get(claim.claim.of ?? '')
        : undefined;
    if (!whole || whole === claim || whole.unit !== claim.unit) continue;
    const list = members.get(whole);
    if (list) list.push(claim);
    else members.set(whole, [claim]);
  }
  return members;
}
