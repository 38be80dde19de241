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
} from './period.ts';

describe('a period', () => {
  it.each(['2006-03-31', '2004-02-29', '2006-01-01/2006-03-31', '2006-03-31/2006-03-31'])('can be %s', (text) => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each([
    '',
    '2006',
    '2006-3-31',
    '2006-02-29',
    '2006-02-30',
    '2006-13-01',
    '2006-00-10',
    '2006-03-31/',
    '2006-03-31/2006-01-01',
    '2006-01-01/2006-02-30',
    '2006-02-30/2006-03-31',
    '2006-01-01 / 2006-03-31',
    '2006-01-01/2006-02-01/2006-03-31',
    '2006-03-31T00:00:00Z',
    '2006-03-31/x',
  ])('cannot be "%s"', (text) => {
    expect(isPeriod(text)).toBe(false);
  });

  const quarter = '2006-01-01/2006-03-31';
  it.each<[string, () => unknown, unknown]>([
    ['knows a day from a duration', () => ['2006-03-31', quarter].map(isInstant), [true, false]],
    ['has a first and a last day', () => [firstDay(quarter), lastDay(quarter)], ['2006-01-01', '2006-03-31']],
    [
      'opens the day before and closes on the last',
      () => [opening(quarter), closing(quarter)],
      ['2005-12-31', '2006-03-31'],
    ],
    ['counts both its ends', () => [quarter, '2006-03-31'].map(lengthInDays), [90, 1]],
    [
      'moves by days over the end of a month',
      () => [addDays('2006-02-28', 1), addDays('2006-03-01', -1)],
      ['2006-03-01', '2006-02-28'],
    ],
    [
      'counts days between',
      () => [daysBetween('2006-01-01', '2006-03-31'), daysBetween('2006-03-31', '2006-01-01')],
      [89, -89],
    ],
    ['of thirteen weeks', () => weeksEnded(13, '2006-04-02'), '2006-01-02/2006-04-02'],
  ])('%s', (_, get, wanted) => {
    expect(get()).toEqual(wanted);
  });
});

describe('so many months ended', () => {
  it.each([
    [3, '2006-03-31', '2006-01-01'],
    [12, '2005-12-31', '2005-01-01'],
    [3, '2004-02-29', '2003-12-01'],
    [12, '2004-09-25', '2003-10-01'],
    [3, '2006-04-02', '2006-01-01'],
    [3, '2006-07-01', '2006-04-01'],
    // Between two months' ends, the nearer one; the later one where both are as near.
    [1, '2006-06-15', '2006-06-01'],
    [1, '2006-06-14', '2006-05-01'],
    [1, '2006-06-16', '2006-06-01'],
  ])('%i months ended %s start on %s', (months, last, first) => {
    expect(monthsEnded(months, last)).toBe(`${first}/${last}`);
  });
});

describe('a period in words', () => {
  it.each([
    ['2006-03-31', 'March 31, 2006'],
    ['2006-12-01', 'December 1, 2006'],
    ['2006-01-01/2006-03-31', 'three months ended March 31, 2006'],
    ['2006-01-01/2006-06-30', 'six months ended June 30, 2006'],
    ['2005-10-01/2006-06-30', 'nine months ended June 30, 2006'],
    ['2005-01-01/2005-12-31', 'year ended December 31, 2005'],
    ['2006-01-01/2006-01-31', '2006-01-01 to 2006-01-31'],
    // 13 weeks are three months; 14 weeks still; twelve days more are not.
    ['2006-01-02/2006-04-02', 'three months ended April 2, 2006'],
    ['2006-01-01/2006-04-09', 'three months ended April 9, 2006'],
    ['2006-01-01/2006-04-10', 'three months ended April 10, 2006'],
    ['2006-01-01/2006-04-11', '2006-01-01 to 2006-04-11'],
    ['2006-01-01/2006-03-23', '2006-01-01 to 2006-03-23'],
    ['2006-01-01/2006-03-24', 'three months ended March 24, 2006'],
    ['2006-01-01/2007-03-31', '2006-01-01 to 2007-03-31'],
  ])('%s is %s', (period, words) => {
    expect(inWords(period)).toBe(words);
  });
});
