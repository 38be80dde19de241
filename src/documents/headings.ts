/**
 * What the lines above a table say of its columns: period, basis, and what they show.
 */
import type { Basis, StatementKind } from '../generated/types.ts';
import { addDays, lastDay, monthsEnded, weeksEnded } from '../figures/period.ts';
import type { Period } from '../figures/period.ts';
import type { Cell, GridRow } from './blocks.ts';
import { overlaps } from './columns.ts';
import type { Extent } from './columns.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const COUNTS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, 'twenty-six': 26, 'twenty-seven': 27, 'thirty-nine': 39, forty: 40, 'fifty-two': 52, 'fifty-three': 53,
}; // prettier-ignore

const SPAN = new RegExp(`\\b(\\d{1,2}|${Object.keys(COUNTS).join('|')})[ -]+(months?|weeks?|quarters?|years?)\\b`, 'i');
const MONTH_DAY_YEAR = new RegExp(`\\b(${MONTH})\\.? *(\\d{1,2})(?:st|nd|rd|th)?,? *((?:19|20)\\d\\d)\\b`, 'i');
const DAY_MONTH_YEAR = new RegExp(`\\b(\\d{1,2}) (${MONTH})\\.?,? ((?:19|20)\\d\\d)\\b`, 'i');
const MONTH_DAY = new RegExp(`\\b(${MONTH})\\.? *(\\d{1,2})(?:st|nd|rd|th)?\\b(?! *\\d)`, 'i');
const MONTH_YEAR = new RegExp(`\\b(${MONTH})\\.?,? *((?:19|20)\\d\\d)\\b`, 'i');
const MONTH_ALONE = new RegExp(`\\b(${MONTH})\\b`, 'i');
const SLASHED = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})\b/;
const YEAR = /\b((?:19|20)\d\d)\b/;
const QUARTER = /\b(?:(first|second|third|fourth|1st|2nd|3rd|4th) +(?:fiscal +)?quarter|q([1-4])|([1-4])q)\b/i;

/** The parts of a period that one heading names. A column's period is put together from several. */
export interface PeriodParts {
  readonly months?: number;
  readonly weeks?: number;
  readonly month?: number;
  readonly day?: number;
  readonly year?: number;
  readonly quarter?: number;
}

/** Reads the parts of a period that a text names. */
export function periodParts(text: string): PeriodParts {
  const parts: { -readonly [K in keyof PeriodParts]: PeriodParts[K] } = {};
  const span = SPAN.exec(text);
  if (span) {
    const count = COUNTS[(span[1] ?? '').toLowerCase()] ?? Number(span[1]);
    const unit = (span[2] ?? '').toLowerCase();
    if (unit.startsWith('week')) parts.weeks = count;
    else if (unit.startsWith('month')) parts.months = count;
    else if (unit.startsWith('quarter') && count <= 4) parts.months = count * 3;
    else if (unit.startsWith('year') && count === 1) parts.months = 12;
  } else if (/\bquarters?\b/i.test(text)) {
    parts.months = 3;
  } else if (
    /\b(?:fiscal|calendar)? *years?[ -]+(?:ended|ending|to date)\b|\bfor the (?:fiscal )?years?\b|\byears? ended\b|\bfull[ -]year\b|\bfiscal (?:year )?(?:19|20)\d\d\b|\bannual\b/i.test(
      text,
    )
  ) {
    parts.months = 12;
  }
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const word = (quarter[1] ?? quarter[2] ?? quarter[3] ?? '').toLowerCase();
    parts.quarter =
      { first: 1, second: 2, third: 3, fourth: 4, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4 }[word] ?? Number(word);
  }
  return { ...parts, ...dateParts(text) };
}

function dateParts(text: string): PeriodParts {
  let found = MONTH_DAY_YEAR.exec(text);
  if (found) return { month: monthOf(found[1]), day: Number(found[2]), year: Number(found[3]) };
  found = DAY_MONTH_YEAR.exec(text);
  if (found) return { month: monthOf(found[2]), day: Number(found[1]), year: Number(found[3]) };
  found = SLASHED.exec(text);
  if (found) {
    const year = Number(found[3]);
    return {
      month: Number(found[1]),
      day: Number(found[2]),
      year: year < 100 ? (year < 70 ? 2000 : 1900) + year : year,
    };
  }
  const year = YEAR.exec(text)?.[1];
  found = MONTH_DAY.exec(text);
  if (found && Number(found[2]) <= 31) {
    return { month: monthOf(found[1]), day: Number(found[2]), ...(year !== undefined && { year: Number(year) }) };
  }
  found = MONTH_YEAR.exec(text) ?? MONTH_ALONE.exec(text);
  // "may" alone is a verb more often than a month.
  if (found && !(found[2] === undefined && /^may$/.test(found[1] ?? ''))) {
    return { month: monthOf(found[1]), ...((found[2] ?? year) !== undefined && { year: Number(found[2] ?? year) }) };
  }
  return year === undefined ? {} : { year: Number(year) };
}

/**
 * The period that the parts make, or undefined while something is missing.
 * @param instant whether the statement shows balances at a day
 */
export function periodOf(parts: PeriodParts, instant: boolean): Period | undefined {
  const { year } = parts;
  if (year === undefined) return undefined;
  // A quarter or a fiscal year without a date is nobody's calendar: never guessed.
  if (parts.month === undefined) return undefined;
  const day = parts.day === undefined ? endOfMonth(year, parts.month) : isoDay(year, parts.month, parts.day);
  if (day === undefined) return undefined;
  if (instant) return day;
  if (parts.weeks !== undefined) return weeksEnded(parts.weeks, day);
  if (parts.months !== undefined) return monthsEnded(parts.months, day);
  return undefined;
}

/** On which basis a heading says that the figures stand. */
export function basisOf(text: string): Basis | undefined {
  if (/\bas (?:previously|originally) (?:reported|stated)\b|\bpreviously reported\b/i.test(text))
    return 'asPreviouslyReported';
  if (/\bnon[- ]?gaap\b/i.test(text) && !/\bgaap (?:to|and) non/i.test(text)) return 'nonGaap';
  if (/\bpro[- ]?forma\b/i.test(text)) return 'proForma';
  if (/\b(?:as )?restated\b/i.test(text)) return 'restated';
  if (/\bas adjusted\b|\badjusted\b/i.test(text)) return 'nonGaap';
  if (/\badjustments?\b|\beliminations?\b|\breclassifications?\b/i.test(text)) return 'adjustment';
  if (/\bparent[- ]company\b|\bparent only\b/i.test(text)) return 'parentOnly';
  if (/\bsegments?\b/i.test(text)) return 'segment';
  return undefined;
}

/** What a column shows that is not an amount. */
export function showsOf(text: string): 'change' | 'percent' | 'note' | undefined {
  if (/%|\bper ?cent(?:age)?\b|\bpct\b/i.test(text)) return 'percent';
  if (/\bchange\b|\bvariance\b|\bincrease\b|\bdecrease\b|\bbetter\b/i.test(text)) return 'change';
  if (/^notes?(?: (?:no|ref)\w*\.?)?$|^notes?\b.{0,12}$/i.test(text.trim())) return 'note';
  return undefined;
}

/** The kind of statement that a title names; undefined when it names none. */
export function kindOfTitle(text: string): StatementKind | undefined {
  const title = text.toLowerCase().replace(/\s+/g, ' ');
  if (/\bcash flows?\b/.test(title)) return 'cashFlowStatement';
  if (
    /\bbalance sheets?\b|\bstatements? of (?:consolidated )?(?:financial (?:position|condition)|assets and liabilities|net assets)\b/.test(
      title,
    )
  ) {
    return 'balanceSheet';
  }
  if (
    /\bstatements? of (?:consolidated |condensed )*(?:results of )?(?:operations|income|earnings|loss(?:es)?|profit|net income)\b|\bincome statements?\b|\bearnings statements?\b|\b(?:consolidated |condensed )+results of operations\b/.test(
      title,
    )
  ) {
    return 'incomeStatement';
  }
  if (/\bcomprehensive (?:income|loss|earnings)\b/.test(title)) return 'comprehensiveIncomeStatement';
  if (
    /\b(?:stockholders?|shareholders?|shareowners?|members?|partners?)['\u2019]? ?s?['\u2019]? ?(?:equity|deficit|deficiency|investment|capital)\b|\bchanges in (?:equity|capital|net assets)\b|\bretained earnings\b/.test(
      title,
    ) &&
    /\bstatements?\b|\bchanges\b/.test(title)
  ) {
    return 'equityStatement';
  }
  return undefined;
}

/**
 * The heading lines above each column, from top to bottom. A heading centred over several columns
 * belongs to all of them: the line drawn under it says over which, else the nearness.
 */
export function headingsOver(rows: readonly GridRow[], columns: readonly Extent[]): string[][] {
  const headings: string[][] = columns.map(() => []);
  rows.forEach((row, index) => {
    const cells = row.cells.filter((cell) => cell.right > (columns[0]?.left ?? 0) - 12 || cell.left > 0);
    const over = cells.map((cell) => widened(cell, rows[index + 1]));
    const area = over.filter((cell) => reaches(cell, columns));
    if (area.length === 0) return;
    columns.forEach((column, at) => {
      const cell = area.length === columns.length ? area[at] : closest(column, area);
      if (cell) headings[at]?.push(cell.text);
    });
  });
  return headings;
}

/** A heading with a rule drawn right under it reaches as far as the rule. */
function widened(cell: Cell, below: GridRow | undefined): Cell {
  if (!below || below.cells.length > 0) return cell;
  const rule = below.underlines.find((line) => overlaps(line, cell));
  // One rule across the whole table parts header and body; it does not gather columns.
  if (!rule || below.underlines.length === 1) return cell;
  return { ...cell, left: Math.min(cell.left, rule.left), right: Math.max(cell.right, rule.right) };
}

function reaches(cell: Cell, columns: readonly Extent[]): boolean {
  const first = columns[0];
  return first !== undefined && (cell.right > first.left || (cell.left + cell.right) / 2 > first.left);
}

function closest(column: Extent, cells: readonly Cell[]): Cell | undefined {
  const middle = (column.left + column.right) / 2;
  const away = (cell: Cell) => Math.max(cell.left - middle, middle - cell.right, 0);
  let best: Cell | undefined;
  for (const cell of cells) {
    if (!best || away(cell) < away(best)) best = cell;
  }
  return best;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function endOfMonth(year: number, month: number): string {
  return lastDay(addDays(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), -1));
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return day >= 1 && text <= endOfMonth(year, month) ? text : undefined;
}
