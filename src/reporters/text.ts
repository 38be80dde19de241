import type { Audited, Counts, FaultRecord, Figure, Finding, Summary } from '../generated/types.ts';
import { inWords } from '../figures/period.ts';
import { Decimal } from '../figures/decimal.ts';
import { scaleInWords, showAmount } from './amounts.ts';
import { forTerminal } from './escape.ts';
import type { Reporter } from './reporter.ts';

/** Colours a word; the plain reporter returns it as it is. */
export type Paint = (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;

const LABEL_WIDTH = 52;

/**
 * The report for a terminal: what breaks first, with the arithmetic worked out, then what is
 * suspicious or unproven, then what ties, one line each.
 */
export function textReporter(paint: Paint = (_, text) => text): Reporter {
  return {
    extension: 'txt',
    open: () => '',
    filing: (audited, first) => `${first ? '' : '\n'}${filingText(audited, paint)}`,
    close: (faults, summary) => `${summary.filings > 0 ? '\n' : ''}${faults.map((fault) => `${faultText(fault, paint)}\n`).join('')}${summaryText(summary, paint)}\n`,
  };
}

function filingText(audited: Audited, paint: Paint): string {
  const { findings } = audited;
  const of = (...verdicts: string[]) => findings.filter((finding) => verdicts.includes(finding.verdict));
  const figures = new Map(audited.figures.map((figure) => [figure.id, figure]));
  const lines: string[] = [paint('bold', forTerminal(audited.source))];
  lines.push(`  ${countOf(audited.statements.length, 'statement')}, ${countOf(audited.figures.length, 'figure')}, ${countsText(audited.counts, paint)}`, '');
  for (const finding of of('breaks', 'edge')) lines.push(...detail(finding, audited, figures, paint), '');
  const unproven = of('unproven');
  if (unproven.length > 0) {
    lines.push('  Not proven');
    for (const finding of unproven) lines.push(`    ${placeOf(finding)}  ${headline(finding)}: ${forTerminal(finding.reason ?? '')}`);
    lines.push('');
  }
  const ties = of('exact', 'rounding');
  if (ties.length > 0) {
    lines.push('  Ties');
    for (const finding of ties) lines.push(`    ${tieLine(finding, audited, figures, paint)}`);
    lines.push('');
  }
  if (audited.notes.length > 0) {
    lines.push('  Notes on the reading');
    for (const note of audited.notes) lines.push(...wrap(`${note.at === undefined ? '' : `line ${note.at.split(':')[0]}: `}${forTerminal(note.text)}`, 4));
    lines.push('');
  }
  if (audited.notApplied.length > 0) {
    lines.push(`  ${countOf(audited.notApplied.length, 'rule')} did not apply`);
    for (const one of audited.notApplied) lines.push(paint('dim', `    ${one.rule}: ${forTerminal(one.reason)}`));
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** One broken or suspicious equation: place, the figures as a column sum, the gap, what to look at. */
function detail(finding: Finding, audited: Audited, figures: ReadonlyMap<string, Figure>, paint: Paint): string[] {
  const { document, line, column } = finding.place;
  const verdict = finding.verdict === 'breaks' ? paint('red', 'breaks') : paint('yellow', finding.verdict);
  const lines = [`${forTerminal(document || audited.source)}:${line}:${column}  ${finding.rule}  ${verdict}  (${finding.severity})`, ''];
  const scale = (finding.statement === undefined ? undefined : audited.statements[finding.statement]?.scale) ?? 1;
  const words = scaleInWords(finding.unit === 'USD' ? scale : 1);
  lines.push(`  ${headline(finding)}${words === '' ? '' : `, ${words}`}`);
  const rows = finding.terms.some((term) => term.coefficient !== undefined)
    ? sumRows(finding, figures, scale)
    : quotientRows(finding, figures, scale);
  const width = Math.max(...rows.map((row) => row.amount.length), 8);
  for (const row of rows) {
    if (row.rule) lines.push(`    ${'-'.repeat(width)}`);
    lines.push(`    ${row.amount.padStart(width)}   ${row.place === undefined ? row.text : `${fit(row.text)}${row.place}`}`);
  }
  if (finding.reason !== undefined) lines.push(`    ${forTerminal(finding.reason)}`);
  lines.push('', ...wrap(hintOf(finding), 2));
  return lines;
}

interface Row {
  readonly amount: string;
  readonly text: string;
  readonly place?: string;
  readonly rule?: boolean;
}

function sumRows(finding: Finding, figures: ReadonlyMap<string, Figure>, scale: number): Row[] {
  const of = (id: string) => figures.get(id);
  const unitScale = finding.unit === 'USD' ? scale : 1;
  const stated = finding.terms.find((term) => term.stated);
  // Every term on the side opposite to the stated figure: what it adds to the computed amount.
  const turn = stated?.coefficient === undefined || stated.coefficient.startsWith('-') ? '' : '-';
  const rows: Row[] = finding.terms
    .filter((term) => !term.stated)
    .flatMap((term) => {
      const figure = of(term.figure);
      if (!figure) return [];
      const share = Decimal.parse(figure.value ?? figure.amount).times(Decimal.parse(term.coefficient ?? '1'));
      const amount = turn === '-' ? share.negated() : share;
      return [{ amount: showAmount(amount.toString(), unitScale), text: figure.label, place: `line ${figure.place.line}` }];
    });
  if (finding.computed !== undefined) rows.push({ amount: showAmount(finding.computed, unitScale), text: 'computed', rule: true });
  const figure = stated && of(stated.figure);
  if (figure && finding.stated !== undefined) {
    const bound = finding.equation.includes('<=') ? ', at most this' : finding.equation.includes('>=') ? ', at least this' : ', stated';
    rows.push({ amount: showAmount(finding.stated, unitScale), text: `${figure.label}${bound}`, place: `line ${figure.place.line}` });
  }
  rows.push(gapRow(finding, unitScale));
  return rows;
}

function quotientRows(finding: Finding, figures: ReadonlyMap<string, Figure>, scale: number): Row[] {
  const rows: Row[] = [];
  for (const term of finding.terms) {
    const figure = figures.get(term.figure);
    if (figure && !term.stated) rows.push({ amount: figure.printed.replace(/^\$ ?/, ''), text: figure.label, place: `line ${figure.place.line}` });
  }
  const stated = figures.get(finding.terms.find((term) => term.stated)?.figure ?? '');
  if (finding.computed !== undefined) rows.push({ amount: showAmount(finding.computed, 1), text: 'computed', rule: true });
  if (stated) rows.push({ amount: showAmount(finding.stated ?? stated.amount, 1), text: `${stated.label}, stated`, place: `line ${stated.place.line}` });
  rows.push(gapRow(finding, finding.unit === 'USD' ? scale : 1));
  return rows;
}

function gapRow(finding: Finding, scale: number): Row {
  const room = showAmount(finding.room ?? '0', scale);
  const cleared = finding.equation.includes('/') ? `, in the numerator (${finding.unit ?? ''}${scale === 1 ? '' : ` ${scaleInWords(scale)}`})` : '';
  return { amount: showAmount(finding.gap ?? '0', scale), text: `gap${cleared}; rounding explains at most ${room}` };
}

function hintOf(finding: Finding): string {
  if (finding.verdict === 'edge') {
    return 'Suspicious: it holds only if every figure was rounded by exactly half a unit, all the same way. Look at the unrounded amounts.';
  }
  return `Next: compare each figure above with its source. ${finding.title}: ${finding.equation}`;
}

function tieLine(finding: Finding, audited: Audited, figures: ReadonlyMap<string, Figure>, paint: Paint): string {
  const stated = figures.get(finding.terms.find((term) => term.stated)?.figure ?? '');
  const scale = (finding.statement === undefined ? undefined : audited.statements[finding.statement]?.scale) ?? 1;
  const how =
    finding.verdict === 'rounding'
      ? `${paint('green', 'rounding')}  gap ${showAmount(finding.gap ?? '0', finding.unit === 'USD' ? scale : 1)} of ${showAmount(finding.room ?? '0', finding.unit === 'USD' ? scale : 1)}`
      : paint('green', 'exact   ');
  const amount = stated ? `  ${stated.printed}` : '';
  const proof = finding.reason === undefined ? '' : `; ${forTerminal(finding.reason)}`;
  return `${placeOf(finding)}  ${how}  ${headline(finding)}${forTerminal(amount)}${proof}`;
}

function placeOf(finding: Finding): string {
  return `${finding.place.line}:${finding.place.column}`.padEnd(8);
}

function headline(finding: Finding): string {
  const when = finding.period === undefined ? finding.column : inWords(finding.period);
  const basis = finding.basis === undefined || finding.basis === 'reported' ? '' : `, ${finding.basis}`;
  return forTerminal(`${finding.title}${when === undefined || when === '' ? '' : `, ${when}`}${basis}`);
}

/** A fault: place, excerpt, what is wrong, what to try next. */
export function faultText(fault: FaultRecord, paint: Paint = (_, text) => text): string {
  const { place } = fault;
  const where = place ? `${place.document}${place.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`}  ` : '';
  const lines = [`${forTerminal(where)}${paint('red', 'fault')}  ${forTerminal(fault.message)}`];
  if (fault.excerpt !== undefined && fault.excerpt !== '') lines.push(`    ${forTerminal(fault.excerpt)}`);
  if (fault.hint !== undefined) lines.push(`    ${forTerminal(fault.hint)}`);
  return `${lines.join('\n')}\n`;
}

function summaryText(summary: Summary, paint: Paint): string {
  const faults = summary.faults === 0 ? '' : `, ${paint('red', countOf(summary.faults, 'fault'))}`;
  return `${countOf(summary.filings, 'report')}, ${countOf(summary.figures, 'figure')}, ${countsText(summary.counts, paint)}${faults}`;
}

function countsText(counts: Counts, paint: Paint): string {
  const total = counts.exact + counts.rounding + counts.edge + counts.breaks + counts.unproven;
  const parts = [
    counts.breaks > 0 ? paint('red', `${counts.breaks} ${counts.breaks === 1 ? 'breaks' : 'break'}`) : 'none breaks',
    `${counts.exact} exact`,
    `${counts.rounding} by rounding`,
    ...(counts.edge > 0 ? [paint('yellow', `${counts.edge} on the edge`)] : []),
    ...(counts.unproven > 0 ? [`${counts.unproven} unproven`] : []),
  ];
  return `${countOf(total, 'check')}: ${parts.join(', ')}`;
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function fit(text: string): string {
  const shown = forTerminal(text);
  return shown.length > LABEL_WIDTH ? `${shown.slice(0, LABEL_WIDTH - 1)}… ` : `${shown.padEnd(LABEL_WIDTH)} `;
}

/** Wraps at 100 columns; following lines are set in a little deeper. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.split(' ')) {
    if (line.length + word.length > 100 && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent + 2);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
