/** What there is to say of one filing, ready to be laid out: each finding, and each conflict of equations. */
import type { Audited, Conflict, Figure, Finding, Place, Severity, Verdict, Waived } from '../generated/types.ts';
import { showAmount, scaleInWords } from './amounts.ts';
import { likelyOf } from './diagnoses.ts';
import { countOf, whenOf } from './words.ts';
import { reasonOf, scaleOf, scaleOfConflict, workingOf, workingOfConflict } from './working.ts';
import type { Figures, Line } from './working.ts';

/** Texts are as they stand in the Run: whoever writes them escapes them for where they go. */
export interface Item {
  /** Stable from run to run. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  /** The period and basis in words; empty where there is none. */
  readonly when: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly waived?: Waived;
  readonly place: Place;
  readonly equation: string;
  /** What came of it, in one sentence. */
  readonly outcome: string;
  /** The arithmetic as a column of amounts; empty where nothing was worked out. */
  readonly working: readonly Line[];
  /** What would repair it, the likeliest first. */
  readonly likely: readonly string[];
  readonly figures: readonly Figure[];
}

/** The rule under which equations that cannot hold together are reported. */
const CONFLICT = {
  rule: 'joint/conflict',
  title: 'Equations that hold one by one contradict each other together',
};

/** Findings in the order of the page, conflicts before them. */
export function itemsOf(audited: Audited): Item[] {
  const figures: Figures = new Map(audited.figures.map((figure) => [figure.id, figure]));
  const findings = new Map(audited.findings.map((finding) => [finding.id, finding]));
  return [
    ...(audited.joint?.conflicts ?? []).map((conflict) => conflictItem(conflict, audited, figures, findings)),
    ...audited.findings.map((finding) => findingItem(finding, audited, figures)),
  ];
}

function findingItem(finding: Finding, audited: Audited, figures: Figures): Item {
  const { id, rule, title, verdict, severity, waived, equation, place, terms } = finding;
  return {
    id,
    rule,
    title,
    when: whenOf(finding),
    verdict,
    severity,
    ...(waived && { waived }),
    place: placeOf(place, audited),
    equation,
    outcome: outcomeOf(finding, audited),
    working: finding.gap === undefined ? [] : workingOf(finding, audited, figures),
    likely: likelyOf(id, audited, figures),
    figures: terms.flatMap((term) => figures.get(term.figure) ?? []),
  };
}

function conflictItem(
  conflict: Conflict,
  audited: Audited,
  figures: Figures,
  findings: ReadonlyMap<string, Finding>,
): Item {
  const members = conflict.members.flatMap(({ finding }) => findings.get(finding) ?? []);
  const [first] = members;
  const scale = scaleOfConflict(conflict, audited, figures);
  const show = (amount: string) => showAmount(amount, scale);
  const words = scaleInWords(scale);
  return {
    ...CONFLICT,
    id: conflict.id,
    when: first ? whenOf(first) : '',
    verdict: 'breaks',
    severity: conflict.severity,
    ...(conflict.waived && { waived: conflict.waived }),
    place: placeOf(first?.place ?? { document: '', line: 1, column: 1 }, audited),
    equation: conflict.derived,
    outcome: `${countOf(members.length, 'equation')} added up give ${conflict.derived}: gap ${show(conflict.gap)}, rounding explains at most ${show(conflict.room)}${words === '' ? '' : `, ${words}`}`,
    working: workingOfConflict(conflict, audited, figures),
    likely: likelyOf(conflict.id, audited, figures),
    figures: conflict.terms.flatMap((term) => figures.get(term.figure) ?? []),
  };
}

function placeOf(place: Place, audited: Audited): Place {
  return place.document === '' ? { ...place, document: audited.source } : place;
}

function outcomeOf(finding: Finding, audited: Audited): string {
  const scale = scaleOf(finding, audited);
  const show = (amount: string | undefined) => showAmount(amount ?? '0', scale);
  const words = scaleInWords(scale);
  const where = words === '' ? '' : `, ${words}`;
  const both =
    finding.computed === undefined || finding.stated === undefined || finding.equation.includes('/')
      ? ''
      : `computed ${show(finding.computed)}, stated ${show(finding.stated)}: `;
  const reason = finding.reason === undefined ? '' : `; ${reasonOf(finding, audited)}`;
  switch (finding.verdict) {
    case 'breaks':
      return `${both}gap ${show(finding.gap)}, rounding explains at most ${show(finding.room)}${where}${reason}`;
    case 'edge':
      return `${both}gap ${show(finding.gap)}, only if every figure was rounded by exactly half a unit, all the same way${where}${reason}`;
    case 'rounding':
      return `ties by rounding: ${both}gap ${show(finding.gap)}, room ${show(finding.room)}${where}${reason}`;
    case 'exact':
      return `ties exactly${reason}`;
    case 'unproven':
      return finding.reason === undefined ? 'no reason is known' : reasonOf(finding, audited);
  }
}

/** By which waiver a finding is accepted, in words. */
export function waivedText({ owner, reason, expires }: Waived): string {
  return `waived by ${owner} until ${expires}: ${reason}`;
}
