/**
 * Periods as ISO 8601 text: an instant is a day (`2006-03-31`), a duration is its first and last
 * day, both included (`2006-01-01/2006-03-31`). Text that `isPeriod` has accepted sorts by date.
 */
export type Period = string;

const PERIOD = /^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/;
const DAY = 86_400_000;

/** Whether the text is a period whose days exist and whose first day is not after its last. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text) && text.split('/').every(isDay) && firstDay(text) <= lastDay(text);
}

export function isInstant(period: Period): boolean {
  return !period.includes('/');
}

/** The first day of a duration; the day itself of an instant. */
export function firstDay(period: Period): string {
  return period.slice(0, 10);
}

/** The last day of a duration; the day itself of an instant. */
export function lastDay(period: Period): string {
  return period.slice(-10);
}

/** The instant just before the period starts: the closing of the day before. */
export function opening(period: Period): Period {
  return addDays(firstDay(period), -1);
}

/** The instant at the end of the period. */
export function closing(period: Period): Period {
  return lastDay(period);
}

/** Days from the first day to the last, both counted. */
export function lengthInDays(period: Period): number {
  return (Date.parse(lastDay(period)) - Date.parse(firstDay(period))) / DAY + 1;
}

/** The day so many days later (earlier, if negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one day to another, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/**
 * The duration of whole months that ends on a day: three months ended 2006-03-31 start on
 * 2006-01-01. Where the last day is not a month's end (a 52/53-week year), the start is counted
 * from the nearest month's end.
 */
export function monthsEnded(months: number, last: string): Period {
  const anchor = nearestMonthEnd(last);
  const year = Number(anchor.slice(0, 4));
  const month = Number(anchor.slice(5, 7));
  const start = new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
  return `${start}/${last}`;
}

/** The duration of whole weeks that ends on a day. */
export function weeksEnded(weeks: number, last: string): Period {
  return `${addDays(last, 1 - 7 * weeks)}/${last}`;
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

/** A period as an accountant writes it: `three months ended March 31, 2006`, `March 31, 2006`. */
export function inWords(period: Period): string {
  const last = lastDay(period);
  const date = `${MONTHS[Number(last.slice(5, 7)) - 1]} ${Number(last.slice(8))}, ${last.slice(0, 4)}`;
  if (isInstant(period)) return date;
  const days = lengthInDays(period);
  const months = Math.round(days / 30.44);
  const names: Record<number, string> = { 3: 'three months', 6: 'six months', 9: 'nine months', 12: 'year' };
  const name = names[months];
  return name !== undefined && Math.abs(days - months * 30.44) < 9
    ? `${name} ended ${date}`
    : period.replace('/', ' to ');
}

function nearestMonthEnd(day: string): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  // The ends of the month before and of the month itself, whichever is nearer.
  const before = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  const own = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return daysBetween(before, day) < daysBetween(day, own) ? before : own;
}

/** Whether the text is a day of the calendar, written as 2006-03-31. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
