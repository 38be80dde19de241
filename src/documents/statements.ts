/**
 * From blocks to a filing: which tables are statements, what their columns and rows are, and what
 * each label stands for. The same for text and HTML.
 */
import type { Basis, Column, Filing, Note, Row, Scale, Statement, StatementKind } from '../generated/types.ts';
import { placeLabel } from '../concepts/labels.ts';
import { isPerShareLine } from '../concepts/per-share.ts';
import { openHeadings } from '../concepts/open-headings.ts';
import type { HeadingLine } from '../concepts/open-headings.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { parsePrinted } from '../figures/printed.ts';
import type { PrintedAmount } from '../figures/printed.ts';
import type { Block, GridRow, TextLine } from './blocks.ts';
import { findColumns } from './columns.ts';
import { namedDays, periodsOf } from './column-periods.ts';
import type { NamedDays } from './column-periods.ts';
import { basisOf, headingsOver, kindOfTitle, periodParts, showsOf } from './headings.ts';
import { bodyRows, figureCells } from './rows.ts';
import type { BodyRow } from './rows.ts';
import { scaleOfCaption, scaleOfLabel } from './scale.ts';
import type { CaptionScale } from './scale.ts';
import { scalesByArithmetic } from './share-scale.ts';
import type { PerShareColumn } from './share-scale.ts';
import { splitTable } from './split.ts';

/** The lines above a table that may name it: at most so many. */
const LEAD_LINES = 10;

/**
 * Reads the statements out of a document's blocks.
 * @param document the name under which places refer to it
 */
export function readStatements(blocks: readonly Block[], document: string, vocabulary: VocabularyIndex): Filing {
  const statements: Statement[] = [];
  const notes: Note[] = [];
  const named = namedDays(blocks);
  let lead: TextLine[] = [];
  for (const block of blocks) {
    switch (block.kind) {
      case 'part':
        lead = [];
        break;
      case 'prose':
        lead = [...lead, ...block.lines].slice(-LEAD_LINES);
        break;
      case 'table':
        for (const part of splitTable(block.rows)) {
          const read = readStatement({ ...part, spans: block.spans }, titleLines(lead), vocabulary, named);
          if (read) {
            statements.push(read.statement);
            notes.push(...read.notes);
          }
          // What stands above the next part is this part, not the lines above it.
          lead = [];
        }
        break;
    }
  }
  return { format: 'tieout/filing@1', document, statements, ...(notes.length > 0 && { notes }) };
}

/** The last lines above a table that may be its title: a sentence ends them. */
function titleLines(lead: readonly TextLine[]): TextLine[] {
  const sentence = lead.findLastIndex(
    (line) => line.text.length > 120 || (line.text.length > 60 && /[a-z\d][.;,]$/.test(line.text)),
  );
  return lead.slice(sentence + 1);
}

interface Part {
  readonly header: readonly GridRow[];
  readonly body: readonly GridRow[];
  /** Whether the extents of headings say which columns they span. */
  readonly spans: boolean;
}

function readStatement(
  part: Part,
  lead: readonly TextLine[],
  vocabulary: VocabularyIndex,
  named: NamedDays,
): { readonly statement: Statement; readonly notes: Note[] } | undefined {
  const extents = findColumns(part.body.map(figureCells));
  if (extents.length === 0) return undefined;
  const rows = bodyRows(part.body, extents);
  const figures = rows.reduce((sum, row) => sum + row.cells.filter(Boolean).length, 0);
  if (figures < 3) return undefined;

  // Cells are kept apart, so that "December" in one and "12 months" in the next make no date.
  const headerText = part.header.map((row) => row.cells.map((cell) => cell.text).join(' | '));
  const caption = [...lead.map((line) => line.text), ...headerText];
  const titled = titleOf(caption);
  const kind = confirmKind(titled?.kind ?? kindByLines(rows, extents.length, caption, vocabulary), rows, vocabulary);
  const notes: Note[] = [];
  const columns = columnsOf(part, extents, caption, kind, rows, named, notes);
  const scale =
    caption.map(scaleOfCaption).findLast((found) => found !== undefined) ?? scaleOfCaption(caption.join(' '));
  const placedRows = placeRows(rows, kind, part.spans, vocabulary, notes);
  const scales = decideScales(placedRows, scale, notes);
  const basis = statementBasis(titled?.text ?? '', caption, columns);
  const statement: Statement = {
    kind,
    ...(titled && { title: titled.text }),
    ...(basis && { basis }),
    ...(scales.money !== undefined && { scale: scales.money }),
    ...(scales.shares !== undefined && { sharesScale: scales.shares }),
    columns,
    rows: placedRows,
  };
  return { statement, notes };
}

/** The line that names the statement: the last one above the figures that names a kind. */
function titleOf(caption: readonly string[]): { readonly text: string; readonly kind: StatementKind } | undefined {
  for (const text of caption.toReversed()) {
    // In a row of headings, "accumulated other comprehensive income" is a column.
    if (text.includes(' | ') && !/\b(?:statements?|sheets?)\b/i.test(text)) continue;
    const kind = kindOfTitle(text);
    if (kind) return { text, kind };
  }
  return undefined;
}

/** Tables that show lines of an income statement and are none. */
const EXCERPTS = /\b(?:selected|summary|summar\w+|highlights?|quarter(?:s|ly)?|unaudited pro ?forma|segments?)\b/i;

/** A table without a title that can only be an income statement, by the lines that it shows. */
function kindByLines(
  rows: readonly BodyRow[],
  columns: number,
  caption: readonly string[],
  vocabulary: VocabularyIndex,
): StatementKind | undefined {
  const headings: HeadingLine[] = [];
  const plain = new Set<string>();
  const names = new Set<string>();
  rows.forEach((row, at) => {
    if (!row.cells.some(Boolean)) {
      headings.unshift({ label: row.label, indent: row.indent, row: at });
      return;
    }
    const place = (open: readonly string[]) =>
      placeLabel(row.label, { statement: 'incomeStatement', headings: open }, vocabulary)?.concept.name;
    plain.add(place([]) ?? '');
    names.add(place(openHeadings(headings, at, row.indent)) ?? '');
  });
  plain.delete('');
  names.delete('');
  const has = (set: ReadonlySet<string>, pattern: RegExp) => [...set].some((name) => pattern.test(name));
  // Highlights and five-year summaries have more columns, or fewer lines.
  if (columns > 6 || !has(names, /^(?:NetIncomeLoss|ProfitLoss)$/) || !has(names, /^EarningsPerShare/))
    return undefined;
  const named =
    plain.size >= 7 &&
    has(plain, /^EarningsPerShare/) &&
    has(plain, /^(?:OperatingExpenses|CostsAndExpenses|GrossProfit|IncomeTaxExpenseBenefit)$/);
  const whole =
    names.size >= 9 &&
    has(names, /^WeightedAverageNumber/) &&
    has(names, /BeforeIncomeTaxes/) &&
    has(names, /^IncomeTaxExpenseBenefit$/) &&
    !caption.some((line) => EXCERPTS.test(line));
  return named || whole ? 'incomeStatement' : undefined;
}

const INCOME_LINES = ['Revenues', 'OperatingExpenses', 'GrossProfit', 'OperatingIncomeLoss', 'IncomeTaxExpenseBenefit'];

/** What a statement of each kind must show, apart from its title, to be believed. */
function confirmKind(
  titled: StatementKind | undefined,
  rows: readonly BodyRow[],
  vocabulary: VocabularyIndex,
): StatementKind {
  const shows = (kind: StatementKind) => {
    const names = new Set<string>();
    for (const row of rows) {
      if (!row.cells.some(Boolean)) continue;
      const placed = placeLabel(row.label, { statement: kind, headings: [] }, vocabulary);
      if (placed) names.add(placed.concept.name);
    }
    return names;
  };
  const untitled = () => {
    const names = shows('balanceSheet');
    return names.has('Assets') && names.has('LiabilitiesAndStockholdersEquity') ? 'balanceSheet' : 'other';
  };
  if (titled === 'balanceSheet') {
    const names = shows('balanceSheet');
    return names.has('Assets') || names.has('LiabilitiesAndStockholdersEquity') ? titled : 'other';
  }
  if (titled === 'incomeStatement' || titled === 'comprehensiveIncomeStatement') {
    const income = shows(titled);
    const count = [
      'Revenues',
      'NetIncomeLoss',
      'ProfitLoss',
      'OperatingExpenses',
      'OperatingIncomeLoss',
      'CostsAndExpenses',
      'ComprehensiveIncomeNetOfTax',
    ].filter((name) => income.has(name)).length;
    // "Statements of operations and comprehensive loss" over two lines is an income statement.
    if (titled === 'comprehensiveIncomeStatement' && INCOME_LINES.some((name) => shows('incomeStatement').has(name)))
      return 'incomeStatement';
    if (count > 0 && income.size >= 3) return titled;
    return untitled();
  }
  if (titled === 'cashFlowStatement')
    return [...shows(titled)].some((name) => name.startsWith('NetCashProvidedBy')) ? titled : 'other';
  if (titled === 'equityStatement') return titled;
  return untitled();
}

function columnsOf(
  part: Part,
  extents: readonly { readonly left: number; readonly right: number }[],
  caption: readonly string[],
  kind: StatementKind,
  rows: readonly BodyRow[],
  named: NamedDays,
  notes: Note[],
): Column[] {
  const instant = kind === 'balanceSheet';
  const over = headingsOver(part.header, extents, part.spans).map((lines) =>
    lines
      .filter((line) => !saysNothingOfOne(line))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const periods = kind === 'equityStatement' ? [] : periodsOf(over, caption, instant, named);
  const first = over.map(currencyOf).find((currency) => currency !== undefined);
  return over.map((heading, index) => {
    // A translation for the reader's convenience shows the same period again in another currency.
    const currency = currencyOf(heading);
    const translated = currency !== undefined && currency !== first;
    const period = translated ? undefined : periods[index];
    const cells = rows.flatMap((row) => row.cells[index] ?? []);
    const percent = cells.length > 1 && cells.filter((cell) => cell.text.includes('%')).length > cells.length / 2;
    const shows = percent
      ? 'percent'
      : isNoteColumn(cells.map((cell) => cell.text))
        ? 'note'
        : showsOf(withoutDates(heading));
    const basis = basisOf(heading);
    if (!period && !shows && kind !== 'other' && kind !== 'equityStatement') {
      notes.push({
        about: 'period',
        text: `column ${index + 1} ("${heading}"): its period could not be read, so its figures are tied within the column only`,
      });
    }
    return { heading, ...(period !== undefined && { period }), ...(basis && { basis }), ...(shows && { shows }) };
  });
}

/** A column of references to notes: `1`, `3`, `1,2`. */
function isNoteColumn(texts: readonly string[]): boolean {
  return texts.every((text) => /^\d{1,2}(?:,\d{1,2})*$/.test(text)) && texts.some((text) => /^\d,\d{1,2}$/.test(text));
}

/** The currency that a heading names. */
function currencyOf(heading: string): string | undefined {
  const found = /\b(?:RMB|CNY|EUR|GBP|JPY|INR|CAD|HKD|TWD|KRW|USD|US ?\$|HK\$|NT\$|C\$)|[\u20ac\u00a3\u00a5]/.exec(
    heading,
  )?.[0];
  return found?.startsWith('US') ? 'USD' : found;
}

/** Lines of the header that speak of the whole table: titles, scales, "unaudited", several years at once. */
function saysNothingOfOne(line: string): boolean {
  if (/^\(?(?:unaudited|audited)\)?$/i.test(line)) return true;
  if (scaleOfCaption(line) && !/\d{4}\b(?!s)/.test(line.replace(/000/g, ''))) return true;
  // "Accumulated other comprehensive income" is a column, not a title.
  if (kindOfTitle(line) && /\b(?:statements?|sheets?)\b/i.test(line) && !/\bend(?:ed|ing)\b/i.test(line)) return true;
  return new Set(line.match(/\b(?:19|20)\d\d\b/g)).size > 1 && periodParts(line).start === undefined;
}

function withoutDates(heading: string): string {
  return heading.replace(/\b(?:19|20)\d\d\b/g, '').trim();
}

function statementBasis(title: string, caption: readonly string[], columns: readonly Column[]): Basis | undefined {
  const at = caption.indexOf(title);
  const around = at < 0 ? caption : caption.slice(Math.max(0, at - 1), at + 3);
  const basis = around.map(basisOf).find((found) => found !== undefined);
  // "As restated" above a table whose columns say so one by one speaks of those columns.
  return basis !== undefined && columns.some((column) => column.basis === basis) ? undefined : basis;
}

function placeRows(
  rows: readonly BodyRow[],
  kind: StatementKind,
  runTogether: boolean,
  vocabulary: VocabularyIndex,
  notes: Note[],
): Row[] {
  const least = Math.min(...rows.map((row) => row.indent));
  const headings: HeadingLine[] = [];
  const siblings = rows.map((row) => row.label);
  let stem = '';
  return rows.map((row, at) => {
    const figures = row.cells.some(Boolean);
    // "Net income - excluding one-time items" above "- as reported": the second is a net income too.
    const continues = DASHED.test(row.label) && stem !== '';
    if (!DASHED.test(row.label)) stem = figures ? (/^(.{3,80}?) [-\u2013\u2014] /.exec(row.label)?.[1] ?? '') : '';
    for (const cell of row.stray) {
      notes.push({
        about: 'unplaced',
        text: `"${cell.text}" stands under no column and was left out`,
        at: `${cell.line}:${cell.column}`,
      });
    }
    const base = {
      label: row.label,
      ...(row.indent > least && { indent: Math.min(row.indent - least, 400) }),
      line: row.line,
    };
    if (!figures) {
      headings.unshift({ label: row.label, indent: row.indent, row: at });
      return base;
    }
    const open = openHeadings(headings, at, row.indent);
    const label = continues ? `${stem} ${row.label}` : row.label;
    const found = placeLabel(label, { statement: kind, headings: open, siblings, runTogether }, vocabulary);
    const perShare =
      found?.concept.unit !== 'USD/shares' &&
      isPerShareLine(
        open,
        row.cells.flatMap((cell) => cell?.text ?? []),
      );
    const placed = perShare ? undefined : found;
    const scale = scaleOfLabel(row.label);
    const total =
      /^(?:sub)?-?totals?\b|^grand total/i.test(row.label) || row.ruled || placed?.concept.subtotal === true;
    if (!placed && kind !== 'other' && kind !== 'equityStatement' && row.label !== '') {
      notes.push({
        about: 'unplaced',
        text: `"${row.label}" is not a label of the vocabulary; the line keeps its label as its name`,
        // Where a page is one long line, the line alone leads nowhere.
        at: `${row.line}:${row.cells.find((cell) => cell?.line === row.line)?.column ?? 1}`,
      });
    }
    return {
      ...base,
      ...(placed && { concept: placed.concept.name }),
      ...(perShare && { unit: 'USD/shares' as const }),
      ...(total && { total: true as const }),
      ...(scale !== undefined && { scale }),
      printed: row.cells.map((cell) => cell?.text ?? null),
      at: row.cells.map((cell) => (cell ? `${cell.line}:${cell.column}` : null)),
    };
  });
}

/** A line that goes on from the one above it. */
const DASHED = /^[-\u2013\u2014] ?\S/;

const PER_SHARE = /^EarningsPerShare|PerBasicShare$|PerDilutedShare$|PerBasicAndDilutedShare$/;
const SHARES = /^WeightedAverageNumber/;
const INCOMES = new Set([
  'NetIncomeLossAvailableToCommonStockholdersBasic',
  'NetIncomeLoss',
  'ProfitLoss',
  'IncomeLossFromContinuingOperations',
]);

interface DecidedScales {
  readonly money?: Scale;
  readonly shares?: 1 | 1000 | 1000000;
}

/** In what money and share counts stand, and by what evidence; noted wherever it was a decision. */
function decideScales(rows: readonly Row[], caption: CaptionScale | undefined, notes: Note[]): DecidedScales {
  const stated = { ...(caption && { money: caption.money }), ...(caption?.shares && { shares: caption.shares }) };
  const counts = rows.filter((row) => row.concept !== undefined && SHARES.test(row.concept));
  const open = counts.filter((row) => row.scale === undefined);
  const first = counts[0];
  if (!first || (caption && open.length === 0)) return stated;
  const at = first.at?.find((place) => place !== null) ?? `${first.line ?? 1}:1`;
  const proven = scalesByArithmetic(perShareColumns(rows, counts), caption ? [caption.money] : [1, 1000, 1000000]);
  if (!caption) {
    if (!proven || (proven.money === 1 && proven.shares === 1)) return {};
    notes.push({
      about: 'scale',
      text: `no caption states a scale; money is read in ${moneyInWords(proven.money)} and share counts in ${sharesInWords(proven.shares)}, because only so does income divided by shares give the per-share figures`,
      at,
    });
    return proven;
  }
  const says = `the caption "${caption.words}"`;
  if (proven) {
    if (proven.shares !== caption.shares) {
      notes.push({
        about: 'scale',
        text: `share counts are read in ${sharesInWords(proven.shares)}: ${says} leaves it open, and only so does income divided by shares give the per-share figures`,
        at,
      });
    }
    return proven;
  }
  if (caption.shares !== undefined) return stated;
  // No proof: seven printed digits are a count in full; "in $000s" speaks of dollars only.
  const longest = Math.max(...open.flatMap(amountsIn).map((amount) => amount?.magnitude.toFixed(0).length ?? 0));
  const shares =
    caption.moneyOnly || longest >= 7 || caption.money > 1_000_000 ? 1 : (caption.money as 1 | 1000 | 1000000);
  notes.push({
    about: 'scale',
    text: `share counts are read in ${sharesInWords(shares)}, judged by ${says} and their printed length; no per-share figure proves it`,
    at,
  });
  return { money: caption.money, shares };
}

function perShareColumns(rows: readonly Row[], counts: readonly Row[]): PerShareColumn[] {
  const perShares = rows.filter((row) => row.concept !== undefined && PER_SHARE.test(row.concept)).map(amountsIn);
  const incomes = rows.filter((row) => row.concept !== undefined && INCOMES.has(row.concept)).map(amountsIn);
  return counts.flatMap((row) =>
    amountsIn(row).flatMap((shares, column) =>
      perShares.flatMap((figures) => {
        const perShare = figures[column];
        if (!shares || !perShare) return [];
        return [
          {
            perShare,
            shares,
            ...(row.scale && { stated: row.scale }),
            incomes: incomes.flatMap((amounts) => amounts[column] ?? []),
          },
        ];
      }),
    ),
  );
}

function amountsIn(row: Row): (PrintedAmount | undefined)[] {
  return (row.printed ?? []).map((text) => (text === null ? undefined : amountIn(text)));
}

function amountIn(text: string): PrintedAmount | undefined {
  const parsed = parsePrinted(text);
  return parsed.ok && parsed.printed.kind === 'amount' ? parsed.printed : undefined;
}

function moneyInWords(scale: Scale): string {
  return { 1: 'single dollars', 1000: 'thousands', 1000000: 'millions' }[scale as number] ?? `units of ${scale}`;
}

function sharesInWords(scale: 1 | 1000 | 1000000): string {
  return scale === 1 ? 'single shares' : moneyInWords(scale);
}
