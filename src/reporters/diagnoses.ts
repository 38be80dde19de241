/** What may have gone wrong, below a broken finding. Suspicions, in words that do not claim more. */
import type { Audited, Change, Diagnosis, Finding } from '../generated/types.ts';
import { forTerminal } from './escape.ts';
import { countOf, wrap } from './words.ts';
import type { Figures } from './working.ts';

/** More figures than this that are equally likely are only named. */
const MOST_TOLD = 3;

/** The likeliest explanations of a finding, and the names of those that come next. */
export function likelyLines(finding: Finding, audited: Audited, figures: Figures): string[] {
  const own = (audited.diagnoses ?? []).filter((one) => one.explains.includes(finding.id));
  const first = own.filter((one) => one.rank === 1);
  const rest = own.filter((one) => one.rank > 1);
  if (own.length === 0) return [];
  const head =
    first.length > MOST_TOLD
      ? wrap(`Likely: one of ${first.length} figures, none likelier than the others: ${names(first, figures)}.`, 2)
      : first.flatMap((one, index) =>
          wrap(`${index === 0 ? 'Likely' : 'Just as likely'}: ${told(one, finding, audited, figures)}`, 2),
        );
  const others = rest.length === 0 ? [] : wrap(`Less likely: ${names(rest.slice(0, MOST_TOLD), figures)}.`, 2);
  return [...head, ...others];
}

function told(diagnosis: Diagnosis, finding: Finding, audited: Audited, figures: Figures): string {
  const changes = diagnosis.changes.map((change) => changeText(change, figures)).join('; and ');
  const others = audited.findings.filter((one) => one.id !== finding.id && diagnosis.explains.includes(one.id));
  const lines = [...new Set(others.map((one) => one.place.line))];
  const also =
    others.length === 0 ? '' : ` and what breaks on ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
  const who = diagnosis.changes.length === 1 ? 'It alone' : `These ${diagnosis.changes.length} together`;
  return `${changes}. ${who} would repair this${also}.`;
}

function changeText(change: Change, figures: Figures): string {
  const figure = figures.get(change.figure);
  const [edit] = change.edits;
  const meant = bare(edit?.printed ?? '');
  const printed = bare(figure?.printed ?? '');
  const where = `${forTerminal(figure?.label ?? '')}, line ${figure?.place.line ?? 1}`;
  return edit?.kind === 'other'
    ? `${where}: ${meant} would tie where ${printed} is printed`
    : `${where}: ${meant} printed as ${printed} (${forTerminal(edit?.evidence ?? '')})`;
}

function names(list: readonly Diagnosis[], figures: Figures): string {
  const shown = list.slice(0, 2 * MOST_TOLD).map(({ changes }) =>
    changes
      .map((change) => {
        const figure = figures.get(change.figure);
        return `${forTerminal(figure?.label ?? '')} (line ${figure?.place.line ?? 1}, ${bare(change.edits[0]?.printed ?? '')})`;
      })
      .join(' and '),
  );
  const more = list.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${countOf(more, 'more figure')}` : shown.join('; ');
}

/** A figure without the currency sign that its column shows. */
function bare(printed: string): string {
  return forTerminal(printed.replace(/^\$ ?/, ''));
}
