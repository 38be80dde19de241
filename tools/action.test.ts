import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../fixtures/command.ts';
import { RELEASE, twinOfText, twins } from '../fixtures/twins.ts';
import { FORMATS } from '../src/commands/formats.ts';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly env?: Record<string, string>;
}

interface Action {
  readonly inputs: Record<string, { readonly default?: string; readonly required?: boolean }>;
  readonly runs: { readonly steps: readonly Step[] };
}

const root = join(import.meta.dirname, '..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const check = action.runs.steps.find(({ name }) => name === 'Check');
const release = readFileSync(RELEASE, 'utf8');

/** Runs the step as the runner does: inputs by way of its environment, the script by bash with -e. */
function run(cwd: string, inputs: Record<string, string>): { code: number | null; err: string } {
  const env = Object.fromEntries(
    Object.entries(check?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    }),
  );
  const { status, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', check?.run ?? 'exit 9'],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', GITHUB_ACTION_PATH: root, GITHUB_ACTIONS: 'true', ...env },
    },
  );
  return { code: status, err: stderr };
}

describe('the action', () => {
  it('writes its formats, annotates, and fails where a report does not tie', () => {
    using folder = folderWith({ 'in/a.txt': twinOfText(release, twins[0]?.edits ?? []) });
    const { code, err } = run(folder.path, { paths: 'in' });
    expect(code).toBe(1);
    expect(err).toContain('::error file=in/a.txt,line=353,');
    expect(folder.files()).toEqual(
      expect.arrayContaining(['tieout/tieout.sarif', 'tieout/tieout.junit.xml', 'tieout/tieout.xlsx']),
    );
  });

  it('names formats that there are', () => {
    const wanted = action.inputs['formats']?.default?.trim().split('\n') ?? [];
    expect(wanted.filter((format) => !(FORMATS as readonly string[]).includes(format))).toEqual([]);
  });

  it('runs nothing that an input holds', () => {
    using folder = folderWith({ 'a b.txt': release, "-f $(touch x) `touch x` ';touch x.txt": release });
    const paths = "a b.txt\n-f $(touch x) `touch x` ';touch x.txt\n";
    const { code } = run(folder.path, { paths, formats: 'json', 'output-dir': '$(touch y)' });
    expect(code).toBe(0);
    expect(folder.files()).toEqual(expect.arrayContaining(['$(touch y)', '$(touch y)/tieout.json']));
    expect(folder.files()).not.toEqual(expect.arrayContaining(['x']));
    expect(action.runs.steps.every(({ run: script }) => !script.includes('${{'))).toBe(true);
  });
});
