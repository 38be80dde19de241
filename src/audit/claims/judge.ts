/** What must hold between the amounts in sentences, and between them and the statements: bound and judged like any rule. */
import type { Ledger } from '../ledger.ts';
import { judge } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { agreement, withinLine } from './agreement.ts';
import { change, direction, drivers } from './changes.ts';
import { membersOf } from './checks.ts';
import type { Check, ClaimPage } from './checks.ts';
import type { Prose } from './figures.ts';
import { linesOf, nameOfRow, namesAsked } from './lines.ts';
import type { Lines } from './lines.ts';
import { partsOf } from './parts.ts';
import { repeats } from './repeats.ts';
import { shareOf } from './shares.ts';
import { sales } from './sales.ts';
import { unroundedOf } from './unrounded.ts';

/** What the claims of a filing say, judged. */
export interface Said {
  /** Each check by itself. */
  readonly judged: readonly Judged[];
  /** What also holds of the amounts before they were rounded, and so can be proven together with the statements. */
  readonly unrounded: readonly Judged[];
  /** The same, apart by what they were made from. */
  readonly sayings: readonly Saying[];
}

/** What one claim says, or all claims together say of one kind. */
interface Saying extends Spoken {
  readonly judged: readonly Judged[];
  readonly unrounded: readonly Judged[];
}

/** What a saying was made from. */
interface Spoken {
  /** The names of the lines that it asked for, found or not. */
  readonly lines: ReadonlySet<string>;
  /** The statements of which it looked at other lines too, by their index. */
  readonly statements: ReadonlySet<number>;
}

/** The same claims as they were heard over other figures. */
interface Heard {
  readonly ledger: Ledger;
  readonly said: Said;
}

interface Kind {
  readonly make: (page: ClaimPage) => readonly Check[];
  /** Whether it looks at what stands around the lines that it finds. */
  readonly around: boolean;
}

/**
 * Judges everything that the claims of a filing say.
 * @param before what they say over another ledger of the same page: only what speaks of a line that differs is made anew
 */
export function judgeClaims(ledger: Ledger, prose: Prose, before?: Heard): Said {
  if (prose.figures.length === 0) return { judged: [], unrounded: [], sayings: [] };
  const page: ClaimPage = {
    prose,
    ledger,
    lines: linesOf(ledger),
    byId: new Map(prose.figures.map((figure) => [figure.id, figure])),
  };
  const differs = before && differsFrom(before.ledger, ledger);
  const sayings = kindsOf(page).map((kind, index) => {
    const known = before?.said.sayings[index];
    return known && differs?.(known) === false ? known : say(kind, page);
  });
  if (before && sayings.every((one, index) => one === before.said.sayings[index])) return before.said;
  return {
    judged: sayings.flatMap((one) => one.judged),
    unrounded: sayings.flatMap((one) => one.unrounded),
    sayings,
  };
}

function kindsOf(page: ClaimPage): Kind[] {
  const plain = (make: Kind['make']): Kind => ({ make, around: false });
  const ofOne = [agreement, change, direction, shareOf, withinLine];
  return [
    ...page.prose.figures.map((claim) => plain((on) => ofOne.flatMap((kind) => kind(claim, on)))),
    plain(repeats),
    ...[...membersOf(page, 'part')].map(([whole, own]): Kind => ({
      make: (on) => partsOf(whole, own, on),
      around: true,
    })),
    plain(sales),
    plain(drivers),
  ];
}

function say({ make, around }: Kind, page: ClaimPage): Saying {
  const lines = new Set<string>();
  const statements = new Set<number>();
  const find: Lines['find'] = (concept, label, period, unit) => {
    for (const name of namesAsked(concept, label)) lines.add(name);
    const line = page.lines.find(concept, label, period, unit);
    if (line && around) statements.add(line.statement.index);
    return line;
  };
  const checks = make({ ...page, lines: { find } });
  const judged = checks.map(judgeCheck);
  const unrounded = checks.flatMap((check, index) => unroundedOf(check, judged[index] as Judged));
  return { judged, unrounded, lines, statements };
}

/** Whether what was said over one ledger may be said otherwise over another of the same page. */
function differsFrom(before: Ledger, after: Ledger): (spoken: Spoken) => boolean {
  const changed = after.statements.flatMap((statement, at) =>
    statement.rows
      .filter((row) => row !== before.statements[at]?.rows[row.index])
      .map((row) => ({ line: nameOfRow(row), statement: at })),
  );
  return ({ lines, statements }) => changed.some(({ line, statement }) => lines.has(line) || statements.has(statement));
}

function judgeCheck({ bound, remark, open }: Check): Judged {
  const judged = judge(bound);
  if (open !== undefined && (judged.verdict === 'breaks' || judged.verdict === 'edge'))
    return { ...judged, verdict: 'unproven', reason: open };
  return remark === undefined || judged.reason !== undefined || judged.verdict === 'breaks'
    ? judged
    : { ...judged, reason: remark };
}
