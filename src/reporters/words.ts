/** Words and lines that reports for people share. */
import { inWords } from '../figures/period.ts';
import type { Counts, Finding } from '../generated/types.ts';
import { forTerminal } from './escape.ts';

/** No line of a report for people is wider, unless a single word is; a narrower terminal has narrower ones. */
export const WIDTH = 100;

/** `1 figure`, `38 figures`. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/**
 * What came of the checks: `all 16 checks tie (14 exact, 2 by rounding)`, `1 of 16 checks breaks (…)`.
 * @param conflicts how many sets of equations hold one by one and not together
 */
export function countsText(counts: Counts, conflicts = 0): string {
  const together =
    conflicts === 0 ? '' : `; ${conflicts === 1 ? 'one set' : `${conflicts} sets`} of them cannot hold together`;
  return `${oneByOne(counts)}${together}`;
}

function oneByOne(counts: Counts): string {
  const { exact, rounding, edge, breaks, unproven } = counts;
  const total = exact + rounding + edge + breaks + unproven;
  if (total === 0) return 'nothing to check was found';
  const parts = [
    ...(exact > 0 ? [`${exact} exact`] : []),
    ...(rounding > 0 ? [`${rounding} by rounding`] : []),
    ...(edge > 0 ? [`${edge} on the edge`] : []),
    ...(unproven > 0 ? [`${unproven} unproven`] : []),
  ];
  const rest = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  if (breaks > 0) return `${breaks} of ${countOf(total, 'check')} ${breaks === 1 ? 'breaks' : 'break'}${rest}`;
  if (edge + unproven > 0) return `${total === 1 ? 'no check breaks' : `none of ${total} checks breaks`}${rest}`;
  return `${total === 1 ? 'the one check ties' : `all ${total} checks tie`}${rest}`;
}

/** When a finding is about: `three months ended March 31, 2006`, with the basis if it is not the reported one. */
export function whenOf(finding: Finding): string {
  const when = finding.period === undefined ? (finding.column ?? '') : inWords(finding.period);
  const basis = finding.basis === undefined || finding.basis === 'reported' ? '' : finding.basis;
  return forTerminal([when, basis].filter((part) => part !== '').join(', '));
}

/**
 * Wraps a text; the lines after the first are set in a little deeper.
 * @param width of the whole line, indent and all
 */
export function wrap(text: string, indent: number, width: number = WIDTH): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent + 2);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}

/** A text in a column of its own: cut where it is too long, filled up where it is too short. */
export function fit(text: string, width: number): string {
  const shown = forTerminal(text);
  return shown.length > width ? `${shown.slice(0, width - 1)}…` : shown.padEnd(width);
}
