import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../fixtures/csv.ts';
import { render, specimenRun } from '../../fixtures/runs.ts';
import { csvReporter } from './csv.ts';
import { forCsv } from './escape.ts';

describe('the CSV report', () => {
  it('has a row for each finding, note and rule that did not apply, and for each fault', async () => {
    const run = specimenRun('epicept-2006-q1-broken');
    const [audited] = run.filings;
    const fault = { code: 'missing-file', message: 'there is no such file', place: { document: 'a.txt' } };
    const [head, ...rows] = parseCsv((await render(csvReporter, { ...run, faults: [fault] })).toString('utf8'));
    const kinds = rows.map((row) => row[head?.indexOf('kind') ?? -1]);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(count('finding')).toBe(audited?.findings.length);
    expect(count('note')).toBe(audited?.notes.length);
    expect(count('not applied')).toBe(audited?.notApplied.length);
    expect(count('fault')).toBe(1);
    expect(rows.find((row) => row.includes('breaks'))).toEqual(
      expect.arrayContaining(['43357000', '43087000', '270000']),
    );
  });

  it.each([
    ['43,087', '"43,087"'],
    ['-47626000', '-47626000'],
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1+cmd', `"'-1+cmd"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['say "no"', '"say ""no"""'],
    ['two\r\nlines', 'two\\u{d}\\u{a}lines'],
  ])('writes %j as %s', (text, written) => {
    expect(forCsv(text)).toBe(written);
  });
});

describe('the strict reader of CSV', () => {
  it.each(['a,b\n', 'a"b\r\n', 'a,b\r\nc\r\n', '"a"b\r\n', 'a'])('refuses %j', (text) => {
    expect(() => parseCsv(text)).toThrow(SyntaxError);
  });
});
