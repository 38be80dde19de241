import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { has, render, specimenRun } from '../../fixtures/runs.ts';
import { junitReporter } from './junit.ts';

const schema = join(import.meta.dirname, '../../fixtures/junit.xsd');
const faults = [{ code: 'missing-file', message: 'there is no such file', place: { document: 'a<b.txt' } }];

function validate(xml: Buffer): string {
  const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return stderr.trim();
}

describe('the JUnit report', () => {
  it('has a test case for each check, of which the broken one fails', async () => {
    const run = specimenRun('epicept-2006-q1-broken');
    const xml = (await render(junitReporter, run)).toString('utf8');
    const { findings, notApplied } = run.filings[0] ?? { findings: [], notApplied: [] };
    expect(xml.match(/<testcase /g)).toHaveLength(findings.length + notApplied.length);
    expect(xml.match(/<failure [^>]*>/g)).toEqual([
      '<failure type="breaks (error)" message="computed 43,357, stated 43,087: gap 270, rounding explains at most 2, in thousands">',
    ]);
  });

  it('names a waived finding as skipped, with its reason', async () => {
    const run = specimenRun('epicept-2006-q1-broken');
    for (const finding of run.filings[0]?.findings ?? [])
      finding.waived = { reason: 'restated in May', owner: 'the controller', expires: '2027-01-31' };
    const xml = (await render(junitReporter, run)).toString('utf8');
    expect(xml).not.toContain('<failure');
    expect(xml).toContain('waived by the controller until 2027-01-31: restated in May; computed 43,357');
  });

  it.skipIf(!has('xmllint'))('is valid against the schema (needs xmllint)', async () => {
    expect(validate(await render(junitReporter, { ...specimenRun('epicept-2006-q1-broken'), faults }))).toBe(
      '- validates',
    );
    expect(validate(Buffer.from('<testsuites><testsuite name="x"/></testsuites>'))).toContain('fails to validate');
  });
});
