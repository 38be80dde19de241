/**
 * The workbook that an auditor files: the figures as printed, each tie-out as a live formula over
 * their named cells, and the exceptions with room for a conclusion. exceljs is known to this folder alone.
 */
import exceljs from 'exceljs';
import type { CellValue, Worksheet } from 'exceljs';
import type { Audited, FaultRecord, Figure, Finding, RuleSummary, Run, Summary } from '../../generated/types.ts';
import { Decimal } from '../../figures/decimal.ts';
import { inWords } from '../../figures/period.ts';
import { marksOf, TICKS } from '../binder/marks.ts';
import { forTerminal } from '../escape.ts';
import { itemsOf, waivedText } from '../items.ts';
import type { Item } from '../items.ts';
import type { Reporter } from '../reporter.ts';
import { lapsedRecords } from '../waivers.ts';
import { countsText } from '../words.ts';
import { withoutClock } from './clock.ts';
import { tieOf } from './formula.ts';
import type { Names, Tie } from './formula.ts';
import {
  BROKEN,
  differ,
  EXCEPTIONS,
  FIGURES,
  heightOf,
  layOut,
  page,
  REMARKS,
  sheet,
  styleOf,
  TIES,
  tone,
} from './sheets.ts';

/**
 * A sheet could have 1,048,576 rows; a row of formulas takes some 40 KB of memory while it is written, and what
 * an auditor can look through has far fewer. Exceptions, which have few cells, are never left out before.
 */
const MOST_ROWS = 20_000;
const MOST_EXCEPTIONS = 200_000;
/** A cell holds no more. */
const MOST_CHARACTERS = 32_767;

type Value = CellValue;

/** Fills a workbook as the filings come, and gives its bytes at the end. */
export function workbookReporter(): Reporter {
  const book = new exceljs.Workbook();
  // The clock has no place in a report: same input, same bytes.
  book.created = book.modified = new Date(Date.UTC(1980, 0, 1));
  book.creator = book.lastModifiedBy = 'tieout';
  book.calcProperties.fullCalcOnLoad = true;
  const lead = book.addWorksheet('Lead', { pageSetup: page('portrait') });
  const figures = sheet(book, 'Figures', FIGURES);
  const ties = sheet(book, 'Tie-outs', TIES);
  const exceptions = sheet(book, 'Exceptions', EXCEPTIONS);
  const remarks = sheet(book, 'Remarks', REMARKS);
  const names: { name: string; ranges: string[] }[] = [];
  const sources: string[] = [];
  const left = { figures: 0, ties: 0 };
  let tool = '';
  let authorities = new Map<string, string>();
  const fits = (to: Worksheet, rows: number): boolean =>
    to.rowCount + rows <= (to === exceptions ? MOST_EXCEPTIONS : MOST_ROWS);
  return {
    extension: 'xlsx',
    open: ({ name, version }: Run['tool'], rules: readonly RuleSummary[]) => {
      tool = `${name} ${version}`;
      authorities = new Map(rules.map((rule) => [rule.id, rule.authority]));
      return '';
    },
    filing: (audited) => {
      const report = sources.push(audited.source);
      const placed = fits(figures, audited.figures.length);
      if (placed) names.push(...addFigures(figures, audited, report));
      else left.figures += audited.figures.length;
      const byId = new Map(audited.figures.map((figure) => [figure.id, figure]));
      const findings = new Map(audited.findings.map((finding) => [finding.id, finding]));
      for (const item of itemsOf(audited)) {
        const finding = findings.get(item.id);
        let verdict: Value = item.verdict;
        if (finding && fits(ties, 1)) {
          const tie = placed ? tieOf(finding, byId, (figure) => namesOf(figure, report)) : undefined;
          const row = addTie(ties, item, finding, tie && 'relation' in tie ? tie : undefined, {
            report,
            authority: authorities.get(item.rule) ?? '',
            why: tie && 'why' in tie ? tie.why : 'its figures are not in this workbook',
          });
          verdict = { formula: `'Tie-outs'!B${row}`, result: item.verdict };
        } else if (finding) left.ties += 1;
        if (item.verdict === 'exact' || item.verdict === 'rounding' || !fits(exceptions, 1)) continue;
        exceptions.addRow([
          exceptions.rowCount,
          verdict,
          text(item.title),
          text(item.when),
          text(item.outcome),
          text(item.likely.join('\n')),
          text(item.waived ? waivedText(item.waived) : ''),
          text(placeText(item.place)),
          '',
          '',
          '',
        ]);
      }
      for (const note of audited.notes)
        if (fits(remarks, 1))
          remarks.addRow(['how it was read', report, text(note.about), text(note.text), text(note.at ?? '')]);
      for (const { rule, reason } of audited.notApplied)
        if (fits(remarks, 1)) remarks.addRow(['did not apply', report, text(rule), text(reason), '']);
      return '';
    },
    close: async (faults, summary) => {
      for (const fault of faults) if (fits(remarks, 1)) remarks.addRow(recordRow('fault', fault));
      for (const waiver of lapsedRecords(summary)) if (fits(remarks, 1)) remarks.addRow(recordRow('waiver', waiver));
      if (left.figures + left.ties > 0)
        remarks.addRow([
          'left out',
          null,
          'for want of rows',
          `${left.figures} figures and ${left.ties} tie-outs: -f json and -f csv write all of them`,
          '',
        ]);
      fillLead(lead, tool, sources, summary);
      for (const [to, columns, last] of [
        [figures, FIGURES, 'L'],
        [ties, TIES, 'L'],
        [exceptions, EXCEPTIONS, 'K'],
        [remarks, REMARKS, 'E'],
      ] as const)
        layOut(to, columns, last);
      for (const [to, column] of [
        [ties, 'B'],
        [ties, 'C'],
        [exceptions, 'B'],
      ] as const)
        tone(to, column);
      differ(ties);
      book.definedNames.model = names;
      return withoutClock(new Uint8Array(await book.xlsx.writeBuffer()));
    },
  };
}

/** A text for a cell. A spreadsheet takes `_x000D_` for a character, so that its first sign is written out. */
function text(value: string): string {
  return forTerminal(value)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, MOST_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '');
}

function placeText({ document, line, column }: Item['place']): string {
  return `${document}:${line}:${column}`;
}

function namesOf({ id }: Figure, report: number): Names {
  const stem = `${report}_${id.replaceAll('/', '_')}`;
  return { value: `amount_${stem}`, low: `least_${stem}`, high: `most_${stem}` };
}

/** The number in a cell; a text where a double would not hold it. */
function inCell(amount: string): number | string {
  return /[1-9]/.test(amount) && amount.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length > 15
    ? amount
    : Number(amount);
}

function addFigures(to: Worksheet, audited: Audited, report: number): { name: string; ranges: string[] }[] {
  const marks = marksOf(audited);
  const used = new Set(audited.findings.flatMap((finding) => finding.terms.map((term) => term.figure)));
  return audited.figures.flatMap((figure) => {
    const statement = figure.statement === undefined ? undefined : audited.statements[figure.statement];
    const value = figure.value ?? figure.amount;
    const half = Decimal.parse(figure.ulp).times(Decimal.parse('0.5'));
    const row = to.rowCount + 1;
    const end = (sign: '-' | '+', amount: string): Value =>
      Decimal.parse(value)[sign === '-' ? 'minus' : 'plus'](half).toString() === amount
        ? { formula: `G${row}${sign}H${row}/2`, result: Number(amount) }
        : inCell(amount);
    const made = to.addRow([
      (marks.get(figure.id)?.ticks ?? []).map((tick) => TICKS[tick].glyph).join(' '),
      report,
      text(statement?.title ?? statement?.kind ?? 'text'),
      text(figure.label),
      figure.period === undefined ? '' : inWords(figure.period),
      text(figure.printed),
      inCell(value),
      inCell(figure.ulp),
      end('-', figure.low),
      end('+', figure.high),
      figure.unit,
      text(placeText(figure.place)),
      figure.concept ?? '',
      figure.id,
    ]);
    if ([value, figure.ulp, figure.low].some((amount) => amount.includes('.')))
      for (const column of ['G', 'H', 'I', 'J']) made.getCell(column).numFmt = BROKEN;
    if (!used.has(figure.id)) return [];
    const { value: name, low, high } = namesOf(figure, report);
    return [
      { name, ranges: [`Figures!$G$${row}`] },
      { name: low, ranges: [`Figures!$I$${row}`] },
      { name: high, ranges: [`Figures!$J$${row}`] },
    ];
  });
}

/** @returns the number of the row */
function addTie(
  to: Worksheet,
  item: Item,
  finding: Finding,
  tie: Tie | undefined,
  about: { readonly report: number; readonly authority: string; readonly why: string },
): number {
  const row = to.rowCount + 1;
  const live = (formula: string | undefined, result?: string | number): Value =>
    formula === undefined ? '' : { formula, ...(result !== undefined && { result }) };
  const room = `IF(R${row}>=0,R${row}-S${row},T${row}-R${row})`;
  const gap = finding.gap === undefined ? '' : inCell(finding.gap);
  const made = to.addRow([
    row - 1,
    tie ? live(verdictFormula(tie, row), finding.verdict) : finding.verdict,
    finding.verdict,
    tie ? live(`IF(B${row}=C${row},"","differs")`, '') : 'not live',
    text(item.title),
    text(item.when),
    tie ? live(`IF(${missed(tie, row)},ABS(R${row}),0)*W${row}`, Number(finding.gap)) : gap,
    tie ? live(`${room}*W${row}`, Number(finding.room)) : finding.room === undefined ? '' : inCell(finding.room),
    finding.unit ?? '',
    text(finding.working ?? ''),
    text(tie || finding.verdict === 'unproven' ? item.outcome : `${item.outcome} (as recorded: ${about.why})`),
    text(item.waived ? waivedText(item.waived) : ''),
    finding.severity,
    text(finding.rule),
    text(about.authority),
    about.report,
    text(placeText(item.place)),
    live(tie?.point),
    live(tie?.low),
    live(tie?.high),
    live(tie?.stated?.low),
    live(tie?.stated?.high),
    tie ? 10 ** tie.exponent : '',
  ]);
  if (`${finding.gap}${finding.room}`.includes('.'))
    for (const column of ['G', 'H']) made.getCell(column).numFmt = BROKEN;
  made.getCell('W').numFmt = 'General';
  return row;
}

/** Whether the printed amounts miss the relation. */
function missed({ relation }: Tie, row: number): string {
  switch (relation) {
    case '=':
      return `R${row}<>0`;
    case '<=':
      return `R${row}>0`;
    case '>=':
      return `R${row}<0`;
  }
}

/** The verdict as `audit/check.ts` defines it, on whole numbers. */
function verdictFormula(tie: Tie, row: number): string {
  const room = `IF(R${row}>=0,R${row}-S${row},T${row}-R${row})`;
  const tail = `IF(${room}>ABS(R${row}),"rounding",IF(${room}=ABS(R${row}),"edge","breaks"))`;
  const rounds = tie.stated ? `IF(AND(U${row}<=0,V${row}>=0),"exact",${tail})` : tail;
  return `IF(${missed(tie, row)},${rounds},"exact")`;
}

function recordRow(kind: string, { code, message, place, excerpt, hint }: FaultRecord): Value[] {
  const said = [
    message,
    ...(excerpt === undefined ? [] : [`Stands there: ${excerpt}`]),
    ...(hint === undefined ? [] : [`Next: ${hint}`]),
  ];
  const where = place ? [place.document, place.line, place.column].filter((part) => part !== undefined).join(':') : '';
  return [kind, null, text(code), text(said.join('\n')), text(where)];
}

function fillLead(lead: Worksheet, tool: string, sources: readonly string[], summary: Summary): void {
  lead.columns = [20, 60, 11, 11, 11, 11, 11].map((width) => ({ width, style: styleOf('wrapped') }));
  const head = (values: Value[]): void => {
    lead.addRow(values).font = { bold: true };
  };
  const title = lead.addRow(['Tie-out of figures']);
  title.font = { bold: true, size: 16 };
  title.alignment = { wrapText: false };
  title.height = 24;
  lead.addRow(['Outcome', text(summary.filings === 0 ? 'no report was checked' : countsText(summary.counts))]);
  lead.addRow(['Made by', tool]);
  for (const line of ['Prepared by', 'Date', 'Reviewed by', 'Date']) lead.addRow([line, '']);
  lead.addRow([]);
  const verdicts = ['breaks', 'edge', 'unproven', 'rounding', 'exact'];
  head(['Report', 'Source', ...verdicts]);
  sources.forEach((source, index) => {
    const row = lead.addRow([
      index + 1,
      text(source),
      ...verdicts.map((verdict) => ({ formula: `COUNTIFS('Tie-outs'!P:P,${index + 1},'Tie-outs'!B:B,"${verdict}")` })),
    ]);
    row.numFmt = '0';
    row.getCell(2).numFmt = '@';
  });
  lead.addRow([]);
  head(['Tickmark', 'Means']);
  for (const { glyph, means } of Object.values(TICKS)) lead.addRow([glyph, means]);
  lead.addRow([]);
  head(['Verdict', 'Means']);
  for (const [verdict, means] of [
    ['exact', 'the stated figure is what the other printed amounts give, rounded as it is printed'],
    ['rounding', 'it is not, but some unrounded amounts satisfy the equation'],
    ['edge', 'only if every figure was rounded by exactly half a unit, all the same way: suspicious'],
    ['breaks', 'no unrounded amounts can satisfy it'],
    ['unproven', 'it could not be decided; the outcome says why'],
  ])
    lead.addRow([verdict, means]);
  lead.addRow([]);
  lead.addRow([
    'How it computes',
    'Verdict, gap and room are formulas over the named cells of the sheet Figures: change an amount there and they follow. They count in whole numbers below 100,000,000,000,000, in which a spreadsheet is exact; what goes beyond is shown as recorded, and marked "not live".',
  ]);
  lead.eachRow((row, number) => {
    if (number > 1) row.height = heightOf([[row.getCell(2).text, 60]]);
  });
}
