import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedPipe, folderWith } from '../../fixtures/command.ts';
import { MALFORMED, filingWith } from '../../fixtures/gallery/faults.ts';
import { RELEASE } from '../../fixtures/twins.ts';

const release = readFileSync(RELEASE, 'utf8');

describe('a malformed figure', () => {
  it.each(Object.entries(MALFORMED))('%s does not hide the other figures of its filing', (_, text) => {
    using folder = folderWith({ 'filing.json': filingWith(JSON.stringify(text)) });
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
