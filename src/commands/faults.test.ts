import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedPipe, folderWith } from '../../fixtures/command.ts';
import type { Folder } from '../../fixtures/command.ts';
import { RELEASE } from '../../fixtures/twins.ts';

const release = readFileSync(RELEASE, 'utf8');

/** A filing written by hand, one figure of which is given. */
function filingWith(figure: string): string {
  return `{
  "format": "tieout/filing@1",
  "statements": [
    {
      "kind": "balanceSheet",
      "scale": 1000,
      "columns": [{ "heading": "March 31, 2006", "period": "2006-03-31" }],
      "rows": [
        { "label": "Total assets", "printed": [${figure}] },
        { "label": "Total liabilities and stockholders' equity", "printed": ["19,511"] }
      ]
    }
  ]
}
`;
}

const malformed = {
  'european-figure': '1.234,56',
  'commas-misplaced': '1,23,456',
  'parenthesis-open': '(1,234',
  'not-a-number': 'NaN',
  'exponential-figure': '1e400',
  'too-many-digits': '1'.repeat(65),
};

/** One line of the release changed, so that a figure in it is malformed. */
function releaseWith(figure: string): string {
  return release.replace(
    'Marketable securities                                                 3,968',
    `Marketable securities                                                 ${figure}`,
  );
}

interface Case {
  readonly files?: Record<string, string | Uint8Array>;
  readonly args: readonly string[];
}

const cases: Record<string, Case> = {
  'missing-file': { args: ['check', 'release.txt'] },
  'folder-without-reports': { files: { 'empty/notes.md': '' }, args: ['check', 'empty'] },
  'pattern-without-match': { args: ['check', 'q*.txt'] },
  'binary-input': {
    files: { 'release.pdf': Buffer.from('%PDF-1.7\n\u0000\u0001rest') },
    args: ['check', 'release.pdf'],
  },
  'invalid-utf8': {
    files: { 'release.txt': Buffer.from('Total assets\nRevenue in caf\u00e9s', 'latin1') },
    args: ['check', 'release.txt'],
  },
  'no-figures': { files: { 'letter.txt': 'Dear shareholders,\nall is well.\n' }, args: ['check', 'letter.txt'] },
  'empty-file': { files: { 'empty.txt': '' }, args: ['check', 'empty.txt'] },
  'duplicate-key': {
    files: {
      'filing.json': filingWith('"19,511"').replace(
        '"kind": "balanceSheet",',
        '"kind": "balanceSheet", "kind": "other",',
      ),
    },
    args: ['check', 'filing.json'],
  },
  'proto-key': {
    files: { 'filing.json': filingWith('"19,511"').replace('"scale": 1000,', '"__proto__": {},') },
    args: ['check', 'filing.json'],
  },
  'json-comma': { files: { 'filing.json': filingWith('"19,511",') }, args: ['check', 'filing.json'] },
  'json-trailing': { files: { 'filing.json': `${filingWith('"19,511"')}]` }, args: ['check', 'filing.json'] },
  'json-too-deep': { files: { 'filing.json': '['.repeat(100) }, args: ['check', 'filing.json'] },
  'number-for-text': { files: { 'filing.json': filingWith('19511') }, args: ['check', 'filing.json'] },
  'misspelt-field': {
    files: { 'filing.json': filingWith('"19,511"').replace('"label": "Total assets"', '"lable": "Total assets"') },
    args: ['check', 'filing.json'],
  },
  'misspelt-kind': {
    files: { 'filing.json': filingWith('"19,511"').replace('balanceSheet', 'balancesheet') },
    args: ['check', 'filing.json'],
  },
  'unknown-concept': {
    files: {
      'filing.json': filingWith('"19,511"').replace(
        '"label": "Total assets",',
        '"label": "Total assets", "concept": "Asets",',
      ),
    },
    args: ['check', 'filing.json'],
  },
  'impossible-date': {
    files: { 'filing.json': filingWith('"19,511"').replace('2006-03-31', '2006-02-31') },
    args: ['check', 'filing.json'],
  },
  'too-few-figures': { files: { 'filing.json': filingWith('"19,511", "2,747"') }, args: ['check', 'filing.json'] },
  'rule-missing-file': { args: ['rules', '--rules', 'rule.json'] },
  'config-misspelt': {
    files: { 'tieout.config.json': '{\n  "failon": "error"\n}\n', 'release.txt': release },
    args: ['check', 'release.txt'],
  },
  'no-command': { args: [] },
  'unknown-command': { args: ['chek', 'release.txt'] },
  'unknown-option': { args: ['check', '--failon', 'error', 'release.txt'] },
  'unknown-format': { args: ['check', '-f', 'xml', 'release.txt'] },
  'no-path': { args: ['check'] },
  'option-without-value': { args: ['check', 'release.txt', '-o'] },
  'option-twice': { args: ['check', 'release.txt', '-o', 'a', '-o', 'b'] },
  'two-formats-one-output': { args: ['check', 'release.txt', '-f', 'text', '-f', 'json'] },
  'file-and-folder': { args: ['check', 'release.txt', '-o', 'a', '--output-dir', 'b'] },
  'two-documents-to-read': { args: ['read', 'a.txt', 'b.txt'] },
};
for (const [name, figure] of Object.entries(malformed)) {
  cases[`${name}-in-filing`] = {
    files: { 'filing.json': filingWith(JSON.stringify(figure)) },
    args: ['check', 'filing.json', '-f', 'json'],
  };
}
for (const name of ['european-figure', 'commas-misplaced', 'parenthesis-open', 'too-many-digits'] as const) {
  cases[`${name}-in-document`] = {
    files: { 'release.txt': releaseWith(malformed[name]) },
    args: ['check', 'release.txt', '-f', 'json'],
  };
}

/** What a person sees who runs the command, as one text. */
function session(args: readonly string[], folder: Folder): { readonly code: number | null; readonly shown: string } {
  const { code, out, err } = folder.tieout(args);
  // How many checks the release has is no matter of its faults.
  const shown = `$ tieout ${args.join(' ')}\n${args.includes('json') ? '' : out}${err}[exit code ${code}]\n`.replace(
    /^1 report, .*; /m,
    '',
  );
  return { code, shown };
}

describe('each fault says where, what and what next, and exits 2', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    const { files = {}, args } = cases[name] ?? { args: [] };
    using folder = folderWith(files);
    const before = folder.files();
    const { code, shown } = session(args, folder);
    expect(code).toBe(2);
    expect(shown).not.toMatch(/\bat .*\.[jt]s:\d+|node:internal/);
    expect(folder.files()).toEqual(before);
    await expect(shown).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});

describe('a malformed figure', () => {
  it.each(Object.keys(malformed))('%s does not hide the other figures of its filing', (name) => {
    using folder = folderWith({ 'filing.json': filingWith(JSON.stringify(malformed[name as keyof typeof malformed])) });
    const run = JSON.parse(folder.tieout(['check', 'filing.json', '-f', 'json']).out) as {
      filings: { figures: unknown[] }[];
      faults: { place: unknown; excerpt: string }[];
    };
    expect(run.filings[0]?.figures).toHaveLength(1);
    expect(run.faults).toHaveLength(1);
    expect(run.faults[0]?.place).toEqual({ document: 'filing.json', line: 9, column: 48 });
    expect(run.faults[0]?.excerpt).toContain('"label": "Total assets"');
  });
});

describe('an output that cannot be written', () => {
  it('a folder below a file', () => {
    using folder = folderWith({ 'release.txt': release });
    const { code, err } = folder.tieout(['check', 'release.txt', '--output-dir', 'release.txt/reports']);
    expect(code).toBe(2);
    expect(err).toContain('a part of the path is a file');
    expect(folder.files()).toEqual(['release.txt']);
  });

  it('a folder under the name of the file', () => {
    using folder = folderWith({ 'release.txt': release, 'out/kept.txt': '' });
    const { code, err } = folder.tieout(['check', 'release.txt', '-o', 'out']);
    expect(code).toBe(2);
    expect(err).toContain('this is a folder');
    expect(folder.files()).toEqual(['out', 'out/kept.txt', 'release.txt']);
  });

  it('leaves the report of an earlier run as it was', () => {
    using folder = folderWith({ 'release.txt': release, 'report.txt': 'earlier' });
    expect(folder.tieout(['check', 'release.txt', '-o', 'report.txt', '--rules']).code).toBe(2);
    expect(readFileSync(join(folder.path, 'report.txt'), 'utf8')).toBe('earlier');
  });

  if (existsSync('/dev/full')) {
    it.each(['/dev/full as a file', '/dev/full as the standard output'])('a full disk: %s', (how) => {
      using folder = folderWith({ 'release.txt': release });
      const target = how.endsWith('file') ? '-o /dev/full' : '> /dev/full';
      const { code, err } = folder.shell(`$TIEOUT check release.txt ${target}`);
      expect(code).toBe(2);
      expect(err).toContain('no space is left on the disk');
      expect(folder.files()).toEqual(['release.txt']);
    });
  }

  if (existsSync('/proc')) {
    it('a folder below /proc, on which Node itself never ends', () => {
      using folder = folderWith({ 'release.txt': release });
      expect(folder.tieout(['check', 'release.txt', '-o', '/proc/none/report.txt']).code).toBe(2);
    });
  }

  it('a closed pipe', async () => {
    using folder = folderWith({ 'release.txt': release });
    const { code, err } = await closedPipe(['check', 'release.txt', '-f', 'json'], folder.path);
    expect(code).toBe(2);
    expect(err).toContain('standard output  fault');
  });

  it('what is no plain file is written to, not replaced', () => {
    using folder = folderWith({ 'release.txt': release });
    const { code, out } = folder.shell('$TIEOUT check release.txt -o /dev/stdout | cat');
    expect(code).toBe(0);
    expect(out).toContain('1 report, 76 figures');
  });
});

describe('a bug of tieout', () => {
  const preload = 'String.prototype.normalize = () => { throw new TypeError("undefined is not a figure"); };\n';
  const files = { 'release.txt': release, 'preload.mjs': preload };

  it('is called one, without a trace of the code', () => {
    using folder = folderWith(files);
    const { code, out, err } = folder.tieout(['check', 'release.txt'], { NODE_OPTIONS: '--import ./preload.mjs' });
    expect(code).toBe(2);
    expect(out).toMatch(/this is a bug of tieout, not of your report: TypeError: undefined is not a\s+figure/);
    expect(`${out}${err}`).not.toMatch(/\bat .*\.[jt]s:\d+/);
  });

  it('shows where it happened with TIEOUT_DEBUG=1', () => {
    using folder = folderWith(files);
    const { err } = folder.tieout(['check', 'release.txt'], {
      NODE_OPTIONS: '--import ./preload.mjs',
      TIEOUT_DEBUG: '1',
    });
    expect(err).toMatch(/\bat .*preload\.mjs:\d+/);
  });
});
