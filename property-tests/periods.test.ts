import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  closing,
  daysBetween,
  firstDay,
  inWords,
  isInstant,
  isPeriod,
  lastDay,
  lengthInDays,
  monthsEnded,
  opening,
  weeksEnded,
} from '../src/figures/period.ts';
import { runs } from './support.ts';

/** Days of a calendar counted by hand: the oracle, without Date. */
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const dates = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => ({ year, month, day: Math.min(day, lengthOf(year, month)) }));
const days = dates.map(({ year, month, day }) => iso(year, month, day));

describe('a period', () => {
  it('is a day that exists, or two such days in order', () => {
    const anyDate = fc.record({
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 0, max: 14 }),
      day: fc.integer({ min: 0, max: 33 }),
    });
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const exists = ({ year, month, day }: typeof a) =>
          month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
        const [first, last] = [iso(a.year, a.month, a.day), iso(b.year, b.month, b.day)];
        expect(isPeriod(first)).toBe(exists(a));
        expect(isPeriod(`${first}/${last}`)).toBe(exists(a) && exists(b) && first <= last);
      }),
      runs(500),
    );
  });

  it('is never any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 24 }), fc.stringMatching(/^[0-9/:TZ+ -]{8,24}$/)), (text) => {
        if (!/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(text)) expect(isPeriod(text)).toBe(false);
      }),
      runs(500),
    );
  });

  it('opens the day before it starts, closes on its last day and counts both its ends', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), (start, more) => {
        const end = addDays(start, more);
        const period = `${start}/${end}`;
        expect(isPeriod(period)).toBe(true);
        expect(isInstant(period)).toBe(false);
        expect([firstDay(period), lastDay(period), closing(period)]).toEqual([start, end, end]);
        expect(addDays(opening(period), 1)).toBe(start);
        expect(lengthInDays(period)).toBe(more + 1);
        expect(daysBetween(start, end)).toBe(more);
        expect(daysBetween(end, start)).toBe(more === 0 ? 0 : -more);
        expect([firstDay(start), lastDay(start), lengthInDays(start), isInstant(start)]).toEqual([
          start,
          start,
          1,
          true,
        ]);
      }),
      runs(300),
    );
  });

  it('of months that ends on a month’s end starts on the first of a month, so many months before', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 24 }), ({ year, month }, months) => {
        const start = year * 12 + (month - 1) - (months - 1);
        const first = iso(Math.floor(start / 12), (start % 12) + 1, 1);
        const last = iso(year, month, lengthOf(year, month));
        expect(monthsEnded(months, last)).toBe(`${first}/${last}`);
      }),
      runs(200),
    );
  });

  it('of months that ends within a week of a month’s end starts where that month’s would', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -7, max: 7 }),
        ({ year, month }, months, off) => {
          const end = iso(year, month, lengthOf(year, month));
          const last = addDays(end, off);
          expect(monthsEnded(months, last)).toBe(`${firstDay(monthsEnded(months, end))}/${last}`);
        },
      ),
      runs(200),
    );
  });

  it('of weeks has seven days a week', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 53 }), (last, weeks) => {
        const period = weeksEnded(weeks, last);
        expect(lengthInDays(period)).toBe(7 * weeks);
        expect(lastDay(period)).toBe(last);
      }),
      runs(100),
    );
  });

  it('in words names its end, and its length where that is usual', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(3, 6, 9, 12), ({ year, month }, months) => {
        const last = iso(year, month, lengthOf(year, month));
        const names = { 3: 'three months', 6: 'six months', 9: 'nine months', 12: 'year' };
        const words = inWords(monthsEnded(months, last));
        expect(words).toBe(`${names[months]} ended ${inWords(last)}`);
        expect(words).toMatch(new RegExp(`[A-Z][a-z]+ ${lengthOf(year, month)}, ${year}$`));
      }),
      runs(150),
    );
  });
});
