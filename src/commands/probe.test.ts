import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../fixtures/command.ts';
import { FILING } from '../../fixtures/twins.ts';
import type { Filing, Probe, Run, Statement } from '../generated/types.ts';
import { validateProbe } from '../generated/validators.ts';

const filing = JSON.parse(readFileSync(FILING, 'utf8')) as Filing;
/** A statement of the release is enough. */
const small = JSON.stringify({ ...filing, statements: [filing.statements[1] as Statement], document: 'small.json' });

describe('tieout probe', () => {
  it('prints a report for people, and asks for no more than was asked', () => {
    using folder = folderWith({ 'small.json': small });
    const { code, out, err } = folder.tieout(['probe', 'small.json', '--fail-under', '50']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^small\.json\n {2}22 figures, \d+ misprints: \d+ caught/);
    expect(out).toContain('What nobody would notice');
  });

  it('writes JSON that validates, and fails under a share', () => {
    using folder = folderWith({ 'small.json': small });
    const { code, err } = folder.tieout([
      'probe',
      'small.json',
      '-f',
      'json',
      '-o',
      'out/probe.json',
      '--fail-under',
      '100',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^\d+\.\d % of the misprints are caught; at least 100 % are asked for\n$/);
    const written: unknown = JSON.parse(readFileSync(`${folder.path}/out/probe.json`, 'utf8'));
    expect(validateProbe(written)).toBe(true);
  });

  it('puts the power of each figure into the run and the binder of a check, where it is asked for', () => {
    using folder = folderWith({ 'small.json': small });
    const run = (...args: string[]) => folder.tieout(['check', 'small.json', ...args]).out;
    const [audited] = (JSON.parse(run('--power', '-f', 'json')) as Run).filings;
    const probed = JSON.parse(folder.tieout(['probe', 'small.json', '-f', 'json']).out) as Probe;
    const power = audited?.power ?? [];
    expect(power.length).toBeGreaterThan(10);
    // What a check does not touch is not listed; of all others a probe says the same.
    expect(
      probed.figures.flatMap(({ figure, up, down }) =>
        power.some((one) => one.figure === figure)
          ? [{ figure, ...(down !== undefined && { down }), ...(up !== undefined && { up }) }]
          : [],
      ),
    ).toEqual(power);
    expect(run('--power', '-f', 'html')).toMatch(/a change up is noticed from [\d,.]+/);
    expect((JSON.parse(run('-f', 'json')) as Run).filings[0]?.power).toBeUndefined();
  });

  it.each([
    [
      'a share that is none',
      ['probe', 'small.json', '--fail-under', 'most'],
      '--fail-under takes a share in percent, not "most"',
    ],
    ['a share above all', ['probe', 'small.json', '--fail-under', '101'], '--fail-under takes a share in percent'],
    ['a missing file', ['probe', 'missing.txt'], 'missing.txt'],
    ['a figure that is none', ['probe', 'bad.json'], '"1.234,56" has a comma after a point'],
    ['a rule that cannot be used', ['probe', 'small.json', '--rules', 'missing.json'], 'missing.json'],
  ])('faults on %s', (_, args, message) => {
    using folder = folderWith({ 'small.json': small, 'bad.json': small.replace('"5,691"', '"1.234,56"') });
    const { code, out, err } = folder.tieout(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
