import type {
  Audited,
  Conflict,
  Coverage,
  FaultRecord,
  Finding,
  Note,
  Severity,
  Summary,
  Verdict,
} from '../generated/types.ts';
import { alike } from './alike.ts';
import type { Alike } from './alike.ts';
import { scaleInWords, showAmount } from './amounts.ts';
import { lessLikelyOf, likelyOf } from './diagnoses.ts';
import { forTerminal } from './escape.ts';
import { waivedText } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedWaivers, waivedCount } from './waivers.ts';
import { WIDTH, countOf, countsText, fit, whenOf, wrap } from './words.ts';
import { reasonOf, scaleOf, scaleOfConflict, workingOf, workingOfConflict } from './working.ts';
import type { Figures, Line } from './working.ts';

/** Of what is said alike, so many are named; the other formats name them all. */
const MOST_NAMED = 12;

/** The first of several reasons; a semicolon may stand in what one quotes. */
const FIRST = /^(?:"(?:[^"\\]|\\.)*"|[^";])+/u;

/** Colours a word; the plain reporter returns it as it is. */
export type Paint = (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;

/**
 * The report for people: what breaks first, with the arithmetic worked out, then what is
 * suspicious or unproven, then what ties, then how the report was read, and the outcome last.
 */
export function textReporter(paint: Paint = (_, text) => text, width: number = WIDTH): Reporter {
  return {
    extension: 'txt',
    open: () => '',
    filing: (audited, first) => narrowed(`${first ? '' : '\n'}${filingText(audited, paint, width)}`, width),
    close: (faults, summary) =>
      narrowed(`${summary.filings > 0 ? '\n' : ''}${outcomeText(faults, summary, paint)}`, width),
  };
}

/** The text for a terminal that is narrower than the lines are otherwise made. */
function narrowed(text: string, width: number): string {
  if (width >= WIDTH) return text;
  return text
    .split('\n')
    .flatMap((line) => (line.length <= width ? [line] : wrap(line.trimStart(), line.search(/\S/), width)))
    .join('\n');
}

/** The faults of a run and what came of it all. */
export function outcomeText(faults: readonly FaultRecord[], summary: Summary, paint: Paint): string {
  const waivers = lapsedWaivers(summary).map((line) => `${line}\n`);
  return `${faults.map((fault) => `${faultText(fault, paint)}\n`).join('')}${waivers.join('')}${summaryText(summary, paint)}\n`;
}

function filingText(audited: Audited, paint: Paint, width: number): string {
  const figures: Figures = new Map(audited.figures.map((figure) => [figure.id, figure]));
  const of = (...verdicts: Verdict[]) => audited.findings.filter((finding) => verdicts.includes(finding.verdict));
  const conflicts = audited.joint?.conflicts ?? [];
  const sections = [
    ...of('breaks', 'edge').map((finding) => detail(finding, audited, figures, paint, width)),
    ...conflicts.map((conflict) => conflictLines(conflict, audited, figures, paint, width)),
    section(
      'Not proven',
      byRule(of('unproven'), (finding) => unprovenLines(finding)),
    ),
    section(
      'Ties',
      byRule(of('exact', 'rounding'), (finding) => tieLines(finding, audited, figures, paint)),
    ),
    section('How it was read', alike(audited.notes, (note) => note.text).flatMap(noteLines)),
    unplaced(audited),
    notApplied(audited, paint),
  ];
  const prose = audited.figures.filter((figure) => figure.claim);
  const placed = prose.filter((figure) => figure.claim?.unplaced === undefined).length;
  const head = [
    paint('bold', forTerminal(audited.source)),
    `  ${countOf(audited.statements.length, 'statement')}, ${countOf(audited.figures.length, 'figure')}: ${outcome(audited.counts, conflicts.length, paint)}`,
    ...togetherLine(audited),
    ...(audited.coverage ? wrap(coverageText(audited.coverage), 2) : []),
    ...(prose.length === 0 ? [] : [`  ${placed} of ${countOf(prose.length, 'amount')} in the text placed`]),
  ];
  return `${[head, ...sections]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** How many figures an equation touches, in one sentence. */
function coverageText({ figures, touched, notRun }: Coverage): string {
  const rest = figures - touched;
  const missing =
    notRun.length === 0 ? '' : `; ${countOf(notRun.length, 'check')} ${notRun.length === 1 ? 'lacks' : 'lack'} one`;
  if (figures === 0) return 'It shows no figure';
  return rest === 0
    ? `Every figure stands in a check${missing}`
    : `${touched} of ${countOf(figures, 'figure')} ${touched === 1 ? 'stands' : 'stand'} in a check, ${rest} in none${missing}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

/** Findings under their rule's title, so that it is said once for all periods. */
function byRule(findings: readonly Finding[], linesOf: (finding: Finding) => string[]): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.title}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => [
    ...wrap(forTerminal(group[0]?.title ?? ''), 4),
    ...group.flatMap(linesOf),
  ]);
}

/** One broken or suspicious equation: place, the figures as a column sum, the gap, what to look at. */
function detail(finding: Finding, audited: Audited, figures: Figures, paint: Paint, across: number): string[] {
  const { document, line, column } = finding.place;
  const verdict = finding.verdict === 'breaks' ? paint('red', 'breaks') : paint('yellow', finding.verdict);
  const words = scaleInWords(scaleOf(finding, audited));
  return [
    `${forTerminal(document || audited.source)}:${line}:${column}  ${forTerminal(finding.rule)}  ${verdict}${grade(finding.severity)}${finding.waived ? '  (waived)' : ''}`,
    '',
    ...wrap([forTerminal(finding.title), whenOf(finding), words].filter((part) => part !== '').join(', '), 2),
    ...columnOf(workingOf(finding, audited, figures), across),
    ...(finding.reason === undefined ? [] : ['', ...wrap(reasonOf(finding, audited), 2)]),
    '',
    ...likelyLines(finding, audited, figures),
    ...wrap(finding.waived ? `This is ${forTerminal(waivedText(finding.waived))}` : nextStep(finding), 2),
    ...wrap(`Rule: ${forTerminal(finding.equation)}`, 2),
    ...wrap(`Finding: ${finding.id}`, 2),
  ];
}

/** An amount with its label, which goes on below where it is long, and its place. */
function labelled(amount: string, text: string, place: string | undefined, across: number): string[] {
  if (place === undefined) return [`    ${amount}   ${forTerminal(text)}`];
  const room = Math.max(16, Math.min(56, across - amount.length - place.length - 9));
  const [first = '', ...rest] = wrap(forTerminal(text), 0, room);
  return [
    `    ${amount}   ${first.padEnd(room)}  ${place}`,
    ...rest.map((line) => `${' '.repeat(amount.length + 7)}${line}`),
  ];
}

/** What may have gone wrong: the likeliest, those as likely, and the names of what comes next. */
function likelyLines({ id }: { readonly id: string }, audited: Audited, figures: Figures): string[] {
  const rest = lessLikelyOf(id, audited, figures);
  return [
    ...likelyOf(id, audited, figures).flatMap((text, index) =>
      wrap(`${index === 0 ? 'Likely' : 'Or, as likely'}: ${forTerminal(text)}`, 2),
    ),
    ...(rest === '' ? [] : wrap(`Less likely: ${forTerminal(rest)}.`, 2)),
  ];
}

/** Amounts below one another, with a line above each sum. */
function columnOf(lines: readonly Line[], across: number): string[] {
  const width = Math.max(...lines.map(({ amount }) => amount.length), 8);
  return lines.flatMap(({ amount, text, place, sum }) => [
    ...(sum ? [`    ${'-'.repeat(width)}`] : []),
    ...labelled(amount.padStart(width), text, place, across),
  ]);
}

/** What is known of all equations together, where there is more than one. */
function togetherLine({ joint }: Audited): string[] {
  if (!joint || joint.equations < 2 || joint.status === 'infeasible') return [];
  return wrap(
    joint.status === 'feasible'
      ? `Together: the ${joint.equations} equations that were read with certainty hold at once, for some unrounded amounts.`
      : `Together: not decided, because ${forTerminal(joint.reason ?? 'no reason is known')}.`,
    2,
  );
}

/** Equations that hold one by one and not together: what they add up to, worked out, and which they are. */
function conflictLines(conflict: Conflict, audited: Audited, figures: Figures, paint: Paint, across: number): string[] {
  const findings = new Map(audited.findings.map((finding) => [finding.id, finding]));
  const members = conflict.members.flatMap(({ finding: id, multiplier }) => {
    const finding = findings.get(id);
    return finding ? [{ finding, multiplier }] : [];
  });
  const { document, line, column } = (figures.get(conflict.terms[0]?.figure ?? '') ?? members[0]?.finding)?.place ?? {};
  const words = scaleInWords(scaleOfConflict(conflict, audited, figures));
  const count = members.length === 2 ? 'Two' : members.length === 3 ? 'Three' : String(members.length);
  return [
    `${forTerminal(document || audited.source)}:${line ?? 1}:${column ?? 1}  joint/conflict  ${paint('red', 'breaks')}${grade(conflict.severity)}${conflict.waived ? '  (waived)' : ''}`,
    '',
    ...wrap(
      [`${count} equations hold one by one and contradict each other together`, words].filter(Boolean).join(', '),
      2,
    ),
    ...columnOf(workingOfConflict(conflict, audited, figures), across),
    '',
    ...wrap(`Added up: ${forTerminal(conflict.derived)}`, 2),
    ...members.flatMap(({ finding, multiplier }) =>
      wrap(`${timesText(multiplier)} ${placeOf(finding)} ${forTerminal(`${finding.title}: ${finding.equation}`)}`, 4),
    ),
    '',
    ...likelyLines(conflict, audited, figures),
    ...wrap(
      conflict.waived
        ? `This is ${forTerminal(waivedText(conflict.waived))}`
        : 'Next: at least one of these figures is wrong, or of those that cancel; compare each with its source.',
      2,
    ),
  ];
}

/** `+`, `-`, `+ 2 ×`: how often an equation is counted. */
function timesText(multiplier: string): string {
  const [sign, size] = multiplier.startsWith('-') ? ['-', multiplier.slice(1)] : ['+', multiplier];
  return size === '1' ? sign : `${sign} ${size} ×`;
}

/** A severity is worth a word where it is not the usual one. */
function grade(severity: Severity): string {
  return severity === 'error' ? '' : `  (${severity})`;
}

function nextStep(finding: Finding): string {
  return finding.verdict === 'edge'
    ? 'Next: look at the unrounded amounts. It holds only if every figure was rounded by exactly half a unit, all the same way.'
    : 'Next: compare each of these figures with its source.';
}

function unprovenLines(finding: Finding): string[] {
  return wrap(
    `${placeOf(finding)}  ${whenOf(finding)}: ${forTerminal([finding.reason ?? 'no reason is known', ...(finding.waived ? [waivedText(finding.waived)] : [])].join('; '))}`,
    6,
  );
}

function tieLines(finding: Finding, audited: Audited, figures: Figures, paint: Paint): string[] {
  const stated = figures.get(finding.terms.find((term) => term.stated)?.figure ?? '');
  const scale = scaleOf(finding, audited);
  const gap =
    finding.verdict === 'rounding'
      ? `  gap ${showAmount(finding.gap ?? '0', scale)}, room ${showAmount(finding.room ?? '0', scale)}`
      : '';
  const amount = forTerminal(stated?.printed ?? '').padStart(16);
  const line = `      ${placeOf(finding)}  ${paint('green', finding.verdict.padEnd(8))}  ${fit(whenOf(finding), 38)}${amount}${gap}`;
  const lines =
    gap !== '' && line.length > WIDTH
      ? [line.slice(0, -gap.length).trimEnd(), `        ${gap.trim()}`]
      : [line.trimEnd()];
  return [...lines, ...(finding.reason === undefined ? [] : wrap(reasonOf(finding, audited), 8))];
}

function placeOf(finding: Finding): string {
  return `${finding.place.line}:${finding.place.column}`.padEnd(7);
}

/** A note under its place; notes that say the same of different things as one, with what each is about. */
function noteLines({ text, items, about }: Alike<Note>): string[] {
  const [only] = items;
  if (only && items.length === 1) return wrap(`${(only.at ?? '').padEnd(8)} ${forTerminal(text)}`.trimStart(), 4);
  const named = items.map(({ at = '' }, index) => (about.length === 0 ? at : `${about[index]} (${at})`));
  return wrap(`${items.length} times: ${forTerminal(text)}${few(named)}`, 4);
}

/** The amounts in sentences that could not be placed: how many for each reason. The list is in the JSON. */
function unplaced(audited: Audited): string[] {
  const left = audited.figures.flatMap(({ claim, place }) =>
    claim?.unplaced === undefined ? [] : [{ reason: claim.unplaced, place }],
  );
  const lines = alike(left, ({ reason }) => reason).flatMap(({ text, items }) =>
    wrap(`${items.length}: ${forTerminal(text)}${few(items.map(({ place }) => `${place.line}:${place.column}`))}`, 4),
  );
  return section(`${countOf(left.length, 'amount')} in the text could not be placed`, lines);
}

/** How many rules said nothing, and for want of what. Which they are is in the other formats. */
function notApplied(audited: Audited, paint: Paint): string[] {
  // Where a rule lacks several things, the first is enough to say why it is silent.
  const lines = alike(audited.notApplied, ({ reason }) => FIRST.exec(reason)?.[0] ?? reason).flatMap(
    ({ text, items, about }) => wrap(`${items.length}: ${forTerminal(text)}${few([...new Set(about)])}`, 4),
  );
  return section(
    `${countOf(audited.notApplied.length, 'rule')} did not apply; \`tieout explain <rule> <report>\` shows one`,
    lines,
  ).map((line, index) => (index === 0 ? line : paint('dim', line)));
}

/** `: a, b, c and 9 more` behind a text; nothing where there is nothing to name. */
function few(names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length - MOST_NAMED;
  return `: ${names.slice(0, MOST_NAMED).map(forTerminal).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A fault: the place, the excerpt, what is wrong, what to try next. */
export function faultText(fault: FaultRecord, paint: Paint = (_, text) => text): string {
  const { place } = fault;
  const where = place
    ? `${place.document}${place.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`}  `
    : '';
  const lines = [`${forTerminal(where)}${paint('red', 'fault')}`];
  if (fault.excerpt !== undefined && fault.excerpt !== '')
    lines.push(
      `    | ${forTerminal(fault.excerpt)
        .slice(0, WIDTH - 6)
        .trimEnd()}`,
    );
  lines.push(...wrap(forTerminal(fault.message), 4));
  if (fault.hint !== undefined) lines.push(...wrap(`Next: ${forTerminal(fault.hint)}`, 4));
  return `${lines.join('\n')}\n`;
}

function summaryText(summary: Summary, paint: Paint): string {
  const faults = summary.faults === 0 ? '' : `; ${paint('red', countOf(summary.faults, 'fault'))}`;
  if (summary.filings === 0) return `No report was checked${faults}`;
  return `${countOf(summary.filings, 'report')}, ${countOf(summary.figures, 'figure')}: ${outcome(summary.counts, summary.conflicts, paint)}${waivedCount(summary)}${faults}`;
}

function outcome(counts: Summary['counts'], conflicts: number, paint: Paint): string {
  const text = countsText(counts, conflicts);
  if (counts.breaks + conflicts > 0) return paint('red', text);
  return counts.edge + counts.unproven > 0 || counts.exact + counts.rounding === 0
    ? paint('yellow', text)
    : paint('green', text);
}
