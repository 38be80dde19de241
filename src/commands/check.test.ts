import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../fixtures/github.ts';
import { folderWith } from '../../fixtures/command.ts';
import { FILING, RELEASE, twinOfText, twins } from '../../fixtures/twins.ts';
import type { Rule, Run } from '../generated/types.ts';
import * as validators from '../generated/validators.ts';
import { shippedRules } from '../rules/index.ts';

const release = readFileSync(RELEASE, 'utf8');
const filing = readFileSync(FILING, 'utf8');
const broken = twinOfText(release, twins[0]?.edits ?? []);
const validateRun = validators.validateRun as unknown as { (value: unknown): boolean; errors?: ErrorObject[] | null };

function runOf(text: string): Run {
  const value: unknown = JSON.parse(text);
  expect(validateRun(value), JSON.stringify(validateRun.errors?.[0])).toBe(true);
  return value as Run;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

describe('tieout check', () => {
  it('exits 0 when everything ties, and says so last', () => {
    using folder = folderWith({ 'release.txt': release });
    const { code, out, err } = folder.tieout(['check', 'release.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lastLine(out)).toMatch(
      /^1 report, 76 figures: none of \d+ checks breaks \(\d+ exact, 1 by rounding, 1 unproven\)$/,
    );
  });

  it('exits 1 when something breaks, with the place, the arithmetic and the gap', () => {
    using folder = folderWith({ 'release.txt': broken });
    const { code, out } = folder.tieout(['check', 'release.txt']);
    expect(code).toBe(1);
    expect(out).toContain('release.txt:353:68  income-statement/operating-expenses-foot  breaks');
    expect(out).toMatch(/ 270 {3}gap; rounding explains at most 2/);
    expect(lastLine(out)).toMatch(
      /^1 report, 76 figures: 3 of \d+ checks break \(\d+ exact, 1 by rounding, 1 unproven\)$/,
    );
  });

  it('exits 2 on a fault, and still checks the other files', () => {
    using folder = folderWith({ 'release.txt': broken });
    const { code, out } = folder.tieout(['check', 'missing.txt', 'release.txt']);
    expect(code).toBe(2);
    expect(out).toContain('missing.txt  fault');
    expect(out).toContain('release.txt:353:68');
    expect(lastLine(out)).toMatch(/^1 report, 76 figures: 3 of .*; 1 fault$/);
  });

  it('keeps every line within 100 columns, long names apart', () => {
    using folder = folderWith({ 'release.txt': broken });
    const wide = folder
      .tieout(['check', 'release.txt'])
      .out.split('\n')
      .filter((line) => line.length > 100 && line.trim().includes(' '));
    expect(wide).toEqual([]);
  });

  it('gives JSON that is a valid run', () => {
    using folder = folderWith({ 'a.txt': release, 'b.txt': broken });
    const { code, out } = folder.tieout(['check', 'a.txt', 'b.txt', 'missing.txt', '-f', 'json']);
    const run = runOf(out);
    expect(code).toBe(2);
    expect(run.filings.map((one) => one.source)).toEqual(['a.txt', 'b.txt']);
    expect(run.faults.map((one) => one.code)).toEqual(['missing-file']);
    expect(run.summary.filings).toBe(2);
  });

  it('tells of faults and the outcome on the standard error where the report is JSON', () => {
    using folder = folderWith({ 'a.txt': broken });
    const { err } = folder.tieout(['check', 'a.txt', 'missing.txt', '-f', 'json']);
    expect(err).toContain('missing.txt  fault');
    expect(lastLine(err)).toMatch(/3 of \d+ checks break/);
  });

  it('gives the same findings for a document and for the filing read from it', () => {
    using folder = folderWith({ 'fixtures/epicept-2006-q1/release.txt': release });
    const document = 'fixtures/epicept-2006-q1/release.txt';
    expect(folder.tieout(['read', document, '-o', 'filing.json'])).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder.path, 'filing.json'), 'utf8')).toBe(filing);
    const [one, other] = [document, 'filing.json'].map(
      (path) => runOf(folder.tieout(['check', path, '-f', 'json']).out).filings[0],
    );
    expect(other?.findings).toEqual(one?.findings);
    expect(other?.figures).toEqual(one?.figures);
  });

  it('writes a filing to the standard output', () => {
    using folder = folderWith({ 'release.txt': release });
    const { code, out } = folder.tieout(['read', 'release.txt']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { format: string }).format).toBe('tieout/filing@1');
  });

  it('searches folders to the bottom, sorted, and leaves alone what is no report', () => {
    using folder = folderWith({
      'all/b.txt': release,
      'all/a/filing.json': filing,
      'all/settings.json': '{"a": 1}',
      'all/.hidden.txt': 'x',
      'all/node_modules/c.txt': release,
      'all/notes.md': '',
    });
    const run = runOf(folder.tieout(['check', 'all', '-f', 'json']).out);
    expect(run.filings.map((one) => one.source)).toEqual(['all/a/filing.json', 'all/b.txt']);
    expect(run.faults).toEqual([]);
  });

  it('expands patterns itself, and checks a file named twice once', () => {
    using folder = folderWith({ 'x/b.txt': release, 'x/a.txt': release, 'x/c.md': '' });
    const run = runOf(folder.tieout(['check', 'x/*.txt', './x/a.txt', '-f', 'json']).out);
    expect(run.filings.map((one) => one.source)).toEqual(['x/a.txt', 'x/b.txt']);
  });

  it('writes to a file with -o, and nothing else beside it', () => {
    using folder = folderWith({ 'release.txt': release });
    const { code, out, err } = folder.tieout(['check', 'release.txt', '-f', 'json', '-o', 'new/run.json']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(lastLine(err)).toMatch(/none of \d+ checks breaks/);
    expect(folder.files()).toEqual(['new', 'new/run.json', 'release.txt']);
    runOf(readFileSync(join(folder.path, 'new/run.json'), 'utf8'));
  });

  it('writes one file a format with --output-dir', () => {
    using folder = folderWith({ 'release.txt': release });
    const { code } = folder.tieout([
      'check',
      'release.txt',
      '-f',
      'text',
      '--format=json',
      '-fjson',
      '--output-dir',
      'out',
    ]);
    expect(code).toBe(0);
    expect(folder.files()).toEqual(['out', 'out/tieout.json', 'out/tieout.txt', 'release.txt']);
    expect(readFileSync(join(folder.path, 'out/tieout.txt'), 'utf8')).toBe(folder.tieout(['check', 'release.txt']).out);
  });

  it('annotates and summarises by itself under GitHub Actions, and leaves the standard output alone', () => {
    using folder = folderWith({ 'a.txt': broken, summary: 'before\n' });
    const plain = folder.tieout(['check', 'a.txt', '-f', 'json']);
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary' };
    const { code, out, err } = folder.tieout(['check', 'a.txt', '-f', 'json'], env);
    expect({ code, out }).toEqual({ code: 1, out: plain.out });
    expect(
      commandsIn(err).map(({ name, properties }) => `${name} ${properties['file']}:${properties['line']}`),
    ).toEqual(['error a.txt:353', 'error a.txt:176', 'warning a.txt:56']);
    expect(readFileSync(join(folder.path, 'summary'), 'utf8')).toMatch(/^before\n## tieout: 3 of \d+ checks break/);
  });

  it('keeps the job summary within what GitHub takes, whatever stands in it already', () => {
    using folder = folderWith({ 'a.txt': broken, summary: 'x'.repeat(1_048_576 - 700) });
    folder.tieout(['check', 'a.txt'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary' });
    const text = readFileSync(join(folder.path, 'summary'), 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    expect(text).toContain('Left out, for want of room: 3 of breaks');
  });

  it('is the same from everywhere: locale, time zone, order of files', () => {
    using folder = folderWith({ 'a.txt': broken, 'b.txt': release });
    const plain = folder.tieout(['check', '.', '-f', 'json']).out;
    expect(
      folder.tieout(['check', '.', '-f', 'json'], { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }).out,
    ).toBe(plain);
  });
});

describe('--fail-on and the config', () => {
  const warning = JSON.stringify({
    severity: { 'income-statement/operating-expenses-foot': 'warning', 'prose/agrees-with-statement': 'warning' },
  });

  it('fails at or above the threshold only', () => {
    using folder = folderWith({ 'release.txt': broken, 'tieout.config.json': warning });
    expect(folder.tieout(['check', 'release.txt']).code).toBe(0);
    expect(folder.tieout(['check', 'release.txt', '--fail-on', 'warning']).code).toBe(1);
    expect(folder.tieout(['check', 'release.txt', '--fail-on', 'info']).code).toBe(1);
  });

  it('leaves out a rule that is skipped', () => {
    using folder = folderWith({
      'release.txt': broken,
      'tieout.config.json': JSON.stringify({
        failOn: 'info',
        skip: ['income-statement/operating-expenses-foot'],
      }),
    });
    const { out } = folder.tieout(['check', 'release.txt']);
    expect(out).not.toContain('income-statement/operating-expenses-foot');
  });

  it('names a rule of the config that does not exist', () => {
    using folder = folderWith({
      'release.txt': release,
      'tieout.config.json': '{"severity": {"per-share/combine": "info"}}',
    });
    const { code, out } = folder.tieout(['check', 'release.txt']);
    expect(code).toBe(2);
    expect(out).toContain('did you mean "per-share/combined"?');
  });
});

describe('colour', () => {
  const escape = '\u001b[';

  it('is not written into a pipe', () => {
    using folder = folderWith({ 'release.txt': broken });
    expect(folder.tieout(['check', 'release.txt']).out).not.toContain(escape);
  });

  it('is written where FORCE_COLOR asks for it, and not where NO_COLOR forbids it', () => {
    using folder = folderWith({ 'release.txt': broken });
    expect(folder.tieout(['check', 'release.txt'], { FORCE_COLOR: '1' }).out).toContain(`${escape}31m`);
    expect(folder.tieout(['check', 'release.txt'], { NO_COLOR: '1' }).out).not.toContain(escape);
  });

  it('never goes into a file', () => {
    using folder = folderWith({ 'release.txt': broken });
    folder.tieout(['check', 'release.txt', '-o', 'report.txt'], { FORCE_COLOR: '1' });
    expect(readFileSync(join(folder.path, 'report.txt'), 'utf8')).not.toContain(escape);
  });
});

describe('tieout rules', () => {
  it('lists every shipped rule, as the real command loads it', () => {
    using folder = folderWith({});
    const { code, out } = folder.tieout(['rules']);
    expect(code).toBe(0);
    for (const rule of shippedRules) expect(out).toContain(`${rule.id} `);
    expect(lastLine(out)).toBe(`${shippedRules.length} rules`);
    expect(JSON.parse(folder.tieout(['rules', '-f', 'json']).out)).toEqual(shippedRules);
  });
});

describe('--rules', () => {
  const own: Rule = {
    id: 'own/revenue-covers-research',
    title: 'Revenue covers research and development',
    statement: 'incomeStatement',
    equation: 'Revenues >= ResearchAndDevelopmentExpense',
    authority: 'House rule',
    why: 'The plan says so.',
    severity: 'warning',
    ties: { figures: { Revenues: '400', ResearchAndDevelopmentExpense: '300' } },
    breaks: { figures: { Revenues: '300', ResearchAndDevelopmentExpense: '400' } },
  };

  it('adds the rules of one or more files', () => {
    using folder = folderWith({
      'release.txt': release,
      'one.json': JSON.stringify({ rules: [own] }),
      'list.json': JSON.stringify({ rules: [{ ...own, id: 'own/b' }] }),
    });
    const run = runOf(
      folder.tieout(['check', 'release.txt', '--rules', 'one.json', '--rules', 'list.json', '-f', 'json']).out,
    );
    const found = run.filings[0]?.findings.filter((finding) => finding.rule.startsWith('own/')) ?? [];
    expect(found.map(({ rule, verdict }) => `${rule} ${verdict}`).toSorted()).toEqual([
      'own/b breaks',
      'own/b breaks',
      'own/revenue-covers-research breaks',
      'own/revenue-covers-research breaks',
    ]);
    expect(folder.tieout(['rules', '--rules', 'one.json']).out).toContain('own/revenue-covers-research');
  });
});
