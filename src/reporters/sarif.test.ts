import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { fullRun, render, specimenRun, summaryOf } from '../../fixtures/runs.ts';
import type { Run } from '../generated/types.ts';
import { sarifReporter } from './sarif.ts';

/** The official schema (OASIS, SARIF 2.1.0), in draft 04 of JSON Schema. */
const schema = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif')),
  'schemas/sarif-2.1.0-rtm.5.json',
);
// The formats that it names (uri, date-time) are checked where they matter, below.
const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile<Log>(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
);

async function sarif(run: Run, most?: number): Promise<Log> {
  const log: unknown = JSON.parse((await render(sarifReporter(most), run)).toString('utf8'));
  expect(validate(log), JSON.stringify(validate.errors?.[0])).toBe(true);
  return log as Log;
}

const resultsOf = (log: Log): Result[] => log.runs[0]?.results ?? [];

describe('the SARIF report', () => {
  it('gives the broken twin one failure, at its figure, with the figures it was computed from', async () => {
    const log = await sarif(specimenRun('epicept-2006-q1-broken'));
    expect(resultsOf(log)).toHaveLength(1);
    const [result] = resultsOf(log);
    expect(result).toMatchObject({ ruleId: 'income-statement/operating-expenses-foot', kind: 'fail', level: 'error' });
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'epicept-2006-q1-broken/release.txt' },
      region: { startLine: 353, startColumn: 68, endColumn: 74, snippet: { text: '43,087' } },
    });
    expect(result?.relatedLocations?.map(({ message }) => message?.text)).toContain('5,961 General and administrative');
    const rule = log.runs[0]?.tool.driver.rules?.[result?.ruleIndex ?? -1];
    expect(rule?.id).toBe(result?.ruleId);
    expect(rule?.help?.text).toContain('Authority: Regulation S-X 5-03');
  });

  it('is valid with everything in it: conflicts, waivers, diagnoses, faults', async () => {
    const log = await sarif(fullRun());
    const results = resultsOf(log);
    expect(results.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'fail error',
      'fail error',
      'fail note',
      'review none',
      'fail error',
      'open none',
    ]);
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    expect(results.map(({ ruleIndex }) => rules[ruleIndex ?? -1]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
    const waived = results.filter(({ suppressions }) => suppressions !== undefined);
    expect(waived.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification: 'waived by the controller until 2027-01-31: restated' }],
    ]);
    expect(results[0]?.ruleId).toBe('joint/conflict');
    expect(results[1]?.message.text).toContain(
      'Likely: General and administrative, line 349: 5,691 printed as 5,961 (two digits swapped)',
    );
    expect(log.runs[0]?.invocations?.[0]).toMatchObject({ executionSuccessful: false });
  });

  it('keeps a fingerprint when the document moves the line, and has one a result', async () => {
    const run = fullRun();
    const before = resultsOf(await sarif(run)).map(({ partialFingerprints }) => partialFingerprints);
    for (const finding of run.filings[0]?.findings ?? [])
      finding.place = { ...finding.place, line: finding.place.line + 7 };
    const after = resultsOf(await sarif(run)).map(({ partialFingerprints }) => partialFingerprints);
    expect(after).toEqual(before);
    expect(new Set(after.map((one) => JSON.stringify(one))).size).toBe(after.length);
  });

  it('holds no more than so many results, breaks first, and says what was left out', async () => {
    const filings = [fullRun(), fullRun(), fullRun()].flatMap((run) => run.filings);
    const log = await sarif({ ...fullRun(), filings, summary: summaryOf(filings, 0), faults: [] }, 7);
    expect(resultsOf(log).map(({ properties }) => properties?.['severity'] as string)).toEqual([
      ...Array.from({ length: 6 }, () => 'error'),
      'query',
    ]);
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      'Only 7 results may stand in this file. Left out: 2 (query), 3 (edge), 3 (waived), 3 (unproven).',
    );
  });

  it.each([
    ['a b/ü%.txt', 'a%20b/%C3%BC%25.txt'],
    ['/tmp/a.txt', 'file:///tmp/a.txt'],
    ['C:\\reports\\a.txt', 'file:///C:/reports/a.txt'],
    ['../a#b?.txt', '../a%23b%3F.txt'],
  ])('names the file %j as %s', async (document, uri) => {
    const run = specimenRun('epicept-2006-q1-broken');
    for (const finding of run.filings[0]?.findings ?? []) finding.place.document = document;
    const [result] = resultsOf(await sarif(run));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });
});
