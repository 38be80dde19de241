/** What an auditor would write beside each figure: how it fared, and by which checks. */
import type { Audited, Conflict, Figure, Finding, Severity, Verdict } from '../../generated/types.ts';

/** How a figure fared in the worst of the checks that it stands in. */
export type State = 'breaks' | 'query' | 'unproven' | 'rounding' | 'exact' | 'untied';

/** A tickmark, from the most to the least urgent. */
export const TICKS = {
  exception: { glyph: '✗', means: 'exception: no unrounded amounts fit' },
  query: { glyph: '?', means: 'query: suspicious, ask' },
  unproven: { glyph: 'u', means: 'could not be proven' },
  footed: { glyph: 'Σ', means: 'footed: the figures above add up to it' },
  recalculated: { glyph: 'R', means: 'recalculated: a product or quotient gives it' },
  table: { glyph: '✓', means: 'agreed to another figure of a table' },
  text: { glyph: '¶', means: 'agreed to the text' },
  compared: { glyph: '≤', means: 'compared: within its limit' },
} as const;
export type Tick = keyof typeof TICKS;

export interface Mark {
  readonly figure: Figure;
  readonly state: State;
  readonly ticks: readonly Tick[];
  /** Positions in the filing's findings and, counted on from them, in its conflicts. */
  readonly stands: readonly number[];
}

/** Where a finding is shown: what breaks, what is suspicious, what could not be proven, what ties. */
export type Group = 'breaks' | 'query' | 'unproven' | 'ties';

/** A broken rule that only asks a question is suspicious and no break. */
export function groupOf(finding: { readonly verdict: Verdict; readonly severity: Severity }): Group {
  switch (finding.verdict) {
    case 'breaks':
      return finding.severity === 'query' ? 'query' : 'breaks';
    case 'edge':
      return 'query';
    case 'unproven':
      return 'unproven';
    case 'exact':
    case 'rounding':
      return 'ties';
  }
}

const WORST: readonly State[] = ['breaks', 'query', 'unproven', 'rounding', 'exact', 'untied'];

interface Draft {
  state: State;
  readonly ticks: Set<Tick>;
  readonly stands: number[];
}

/** The mark of every figure of a filing, by the figure's id. */
export function marksOf(audited: Audited): Map<string, Mark> {
  const figures = new Map(audited.figures.map((figure) => [figure.id, figure]));
  const drafts = new Map<string, Draft>();
  for (const id of figures.keys()) drafts.set(id, { state: 'untied', ticks: new Set(), stands: [] });
  const touch = (id: string, state: State, at: number): Draft | undefined => {
    const draft = drafts.get(id);
    if (draft && draft.stands.at(-1) !== at) draft.stands.push(at);
    if (draft && WORST.indexOf(state) < WORST.indexOf(draft.state)) draft.state = state;
    return draft;
  };
  audited.findings.forEach((finding, at) => {
    const state = stateOf(finding);
    const tick = tickOf(finding);
    const stated = finding.terms.filter((term) => term.stated);
    for (const { figure } of finding.terms) touch(figure, state, at);
    for (const { figure } of stated.length > 0 ? stated : finding.terms) drafts.get(figure)?.ticks.add(tick);
  });
  (audited.joint?.conflicts ?? []).forEach((conflict, at) => {
    for (const id of figuresOfConflict(conflict, audited))
      touch(id, 'query', audited.findings.length + at)?.ticks.add('query');
  });
  const order = Object.keys(TICKS) as Tick[];
  return new Map(
    [...figures].map(([id, figure]) => {
      const { state, ticks, stands } = drafts.get(id) ?? {
        state: 'untied' as const,
        ticks: new Set<Tick>(),
        stands: [],
      };
      return [id, { figure, state, ticks: order.filter((tick) => ticks.has(tick)), stands }];
    }),
  );
}

/** The figures that a conflict weighs; where they all cancel, those of its members. */
function figuresOfConflict(conflict: Conflict, audited: Audited): string[] {
  if (conflict.terms.length > 0) return conflict.terms.map((term) => term.figure);
  const members = new Set(conflict.members.map((member) => member.finding));
  return audited.findings.flatMap((finding) =>
    members.has(finding.id) ? finding.terms.map((term) => term.figure) : [],
  );
}

export function stateOf(finding: Finding): State {
  const group = groupOf(finding);
  return group === 'ties' ? (finding.verdict === 'rounding' ? 'rounding' : 'exact') : group;
}

function tickOf(finding: Finding): Tick {
  switch (groupOf(finding)) {
    case 'breaks':
      return 'exception';
    case 'query':
      return 'query';
    case 'unproven':
      return 'unproven';
    case 'ties': {
      const { equation, terms } = finding;
      if (/[<>]=/.test(equation)) return 'compared';
      if (terms.length === 2 && terms.some((term) => term.figure.startsWith('p'))) return 'text';
      if (terms.some((term) => term.coefficient === undefined)) return 'recalculated';
      return terms.length === 2 && !equation.includes('lines(') ? 'table' : 'footed';
    }
  }
}
