/**
 * Waivers: findings that somebody has accepted, each pinned to the evidence that it was accepted
 * for. A waiver never hides a finding; it says of it that it is accepted, by whom and until when.
 */
import type { Audited, Conflict, Figure, Finding, Pin, Waived, Waiver, WaiverStatus } from '../generated/types.ts';

/** What became of one waiver. */
export interface Outcome {
  readonly waiver: Waiver;
  readonly status: WaiverStatus;
  /** In words, for the one who keeps the file. */
  readonly why: string;
}

export interface Waiving {
  readonly audited: Audited;
  readonly outcomes: readonly Outcome[];
}

/** Whether a finding is one that can be accepted: what ties needs no waiver. */
export function isWaivable(finding: Finding): boolean {
  return finding.verdict !== 'exact' && finding.verdict !== 'rounding';
}

/** What a waiver of a finding is pinned to: the equation, and every figure as printed and as read. */
export function evidenceOf(
  finding: Finding,
  figures: ReadonlyMap<string, Figure>,
): Pick<Waiver, 'rule' | 'equation' | 'column' | 'figures'> {
  return {
    rule: finding.rule,
    equation: finding.equation,
    column: finding.column ?? '',
    figures: finding.terms.flatMap((term): Pin[] => {
      const figure = figures.get(term.figure);
      return figure ? [{ label: figure.label, printed: figure.printed, amount: figure.amount }] : [];
    }),
  };
}

/** What can be asked about in a report: a finding, or equations that contradict each other together. */
export interface Question {
  readonly of: Finding | Conflict;
  readonly id: string;
  /** What ties needs no waiver. */
  readonly isOpen: boolean;
  /** What a waiver of it is pinned to: the equation, and every figure as printed and as read. */
  readonly evidence: Evidence;
}

export function questionsOf({ findings, figures, joint }: Audited): Question[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const own = findings.map((finding): Question => ({
    of: finding,
    id: finding.id,
    isOpen: isWaivable(finding),
    evidence: evidenceOf(finding, byId),
  }));
  const jointly = (joint?.conflicts ?? []).map((conflict): Question => {
    const members = membersOf(conflict, findings);
    return {
      of: conflict,
      id: conflict.id,
      isOpen: true,
      evidence: {
        rule: CONFLICT,
        // Not the derived equation, which names places: a line that moves keeps its waiver.
        equation: members.map(({ equation }) => equation).join('; '),
        column: '',
        figures: unique(members.flatMap((finding) => evidenceOf(finding, byId).figures)),
      },
    };
  });
  return [...own, ...jointly];
}

/** The rule under which reports show equations that contradict each other together. */
const CONFLICT = 'joint/conflict';

function membersOf({ members }: Conflict, findings: readonly Finding[]): Finding[] {
  const ids = new Set(members.map(({ finding }) => finding));
  return findings.filter(({ id }) => ids.has(id));
}

function unique(pins: readonly Pin[]): Pin[] {
  return [...new Map(pins.map((pin) => [JSON.stringify(pin), pin])).values()];
}

/**
 * Marks the findings of one report that are waived.
 * @param waivers those of this report
 * @param asOf the day of the run, as 2026-03-31: a waiver is in force through the day on which it expires
 */
export function waive(audited: Audited, waivers: readonly Waiver[], asOf: string): Waiving {
  const questions = questionsOf(audited);
  const accepted = new Map<Finding | Conflict, Waived>();
  const outcomes = waivers.map((waiver): Outcome => {
    const key = keyOf(waiver);
    const meant = questions.filter(({ isOpen, evidence }) => isOpen && keyOf(evidence) === key);
    if (meant.length === 0) return { waiver, ...withoutMatch(waiver, questions) };
    if (asOf > waiver.expires) return { waiver, status: 'expired', why: `it expired on ${waiver.expires}` };
    const { reason, owner, expires } = waiver;
    for (const one of meant) accepted.set(one.of, { reason, owner, expires });
    return { waiver, status: 'inForce', why: `accepted by ${owner} until ${expires}` };
  });
  const findings = audited.findings.map((finding) => marked(finding, accepted.get(finding)));
  const { joint } = audited;
  return {
    outcomes,
    audited: {
      ...audited,
      findings,
      ...(joint && {
        joint: {
          ...joint,
          // A contradiction follows from its equations: who accepts one of them accepts what follows.
          conflicts: joint.conflicts.map((conflict) =>
            marked(conflict, accepted.get(conflict) ?? membersOf(conflict, findings).find((one) => one.waived)?.waived),
          ),
        },
      }),
    },
  };
}

function marked<T extends Finding | Conflict>(one: T, waived: Waived | undefined): T {
  return waived ? { ...one, waived } : one;
}

type Evidence = ReturnType<typeof evidenceOf>;

/** Equal for the same evidence only, whatever the texts hold; the order of the figures does not matter. */
function keyOf({ rule, equation, column, figures }: Evidence): string {
  const pins = figures.map(({ label, printed, amount }) => JSON.stringify([label, printed, amount])).sort();
  return JSON.stringify([rule, equation, column, pins]);
}

function withoutMatch(waiver: Waiver, questions: readonly Question[]): Pick<Outcome, 'status' | 'why'> {
  const near = questions
    .filter(({ evidence }) => evidence.rule === waiver.rule && evidence.column === waiver.column)
    // Of several findings of the rule in the column, the one that shares most with what was accepted.
    .map((one) => ({ ...one, shared: sharedPins(waiver, one.evidence) }))
    .sort((a, b) => b.shared - a.shared)[0];
  if (!near) return { status: 'unmatched', why: 'the report has no such finding any more' };
  if (!near.isOpen) return { status: 'unmatched', why: 'what it waives ties now; it can be removed' };
  return { status: 'void', why: changeIn(waiver, near.evidence) };
}

function sharedPins(a: Evidence, b: Evidence): number {
  const pins = new Set(b.figures.map((pin) => JSON.stringify(pin)));
  return a.figures.filter((pin) => pins.has(JSON.stringify(pin))).length;
}

/** The first thing that is not as it was when the finding was accepted. */
function changeIn(waiver: Evidence, now: Evidence): string {
  if (waiver.equation !== now.equation) return 'the equation of its rule has changed';
  for (const pin of waiver.figures) {
    const same = now.figures.filter(({ label }) => label === pin.label);
    if (same.some(({ printed, amount }) => printed === pin.printed && amount === pin.amount)) continue;
    const [figure] = same;
    if (!figure) return `"${pin.label}" (${pin.printed}) is no longer one of its figures`;
    if (figure.printed !== pin.printed) return `"${pin.label}" was ${pin.printed} and is ${figure.printed}`;
    return `"${pin.label}" (${pin.printed}) was read as ${pin.amount} and is read as ${figure.amount}`;
  }
  return 'figures have been added to it';
}
