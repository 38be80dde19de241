import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../fixtures/command.ts';
import type { Folder } from '../../fixtures/command.ts';
import { FILING, twins } from '../../fixtures/twins.ts';
import type { Run } from '../generated/types.ts';

const filing = readFileSync(FILING, 'utf8');
const broken = filing.replace('"43,087"', '"39,406"');
const RULE = 'income-statement/operating-expenses-foot';
const ACCEPT = ['--reason', 'Two units', '--owner', 'A. Auditor', '--expires', '2026-12-31'];
const AS_OF = ['--as-of', '2026-06-30'];

const accept = (folder: Folder, more: readonly string[] = ['--finding', RULE]) =>
  folder.tieout(['waive', 'filing.json', ...more, ...ACCEPT]);
const check = (folder: Folder, more: readonly string[] = AS_OF) => folder.tieout(['check', 'filing.json', ...more]);
const runOf = (folder: Folder): Run => JSON.parse(check(folder, [...AS_OF, '-f', 'json']).out) as Run;

/** The folder with every finding of the broken filing accepted. */
function waived(content = broken): Folder {
  const folder = folderWith({ 'filing.json': content });
  const ids = runOf(folder)
    .filings[0]?.findings.filter(({ verdict }) => verdict === 'breaks')
    .map(({ id }) => id);
  const { code, err } = accept(
    folder,
    (ids ?? []).flatMap((id) => ['--finding', id]),
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return folder;
}

describe('tieout waive', () => {
  it('has a broken filing to begin with', () => {
    expect(twins.length).toBeGreaterThan(0);
    using folder = folderWith({ 'filing.json': broken });
    expect(check(folder).code).toBe(1);
  });

  it('accepts findings, which stay in the report and no longer fail it', () => {
    using folder = waived();
    const { code, out } = check(folder);
    expect(code).toBe(0);
    expect(out).toContain(`${RULE}  breaks`);
    expect(out).toContain('This is waived by A. Auditor until 2026-12-31: Two units');
    const { filings, summary } = runOf(folder);
    expect(filings[0]?.findings.filter((one) => one.waived).length).toBe(summary.waived);
    expect(summary.waivers?.every(({ status }) => status === 'inForce')).toBe(true);
  });

  it('writes what a person can read, and leaves comments alone', () => {
    using folder = waived();
    const file = join(folder.path, 'tieout.waivers.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# Findings that somebody has accepted.');
    expect(text).toContain('document: filing.json');
    expect(text).toContain('printed: 39,406');
    writeFileSync(file, text.replace('reason: Two units', 'reason: Two units # agreed by telephone'));
    expect(accept(folder).code).toBe(0);
    expect(readFileSync(file, 'utf8').match(/- document:/g)).toHaveLength(text.match(/- document:/g)?.length ?? 0);
  });

  it('is void once a figure changes, and says which', () => {
    using folder = waived();
    writeFileSync(join(folder.path, 'filing.json'), broken.replace('"39,406"', '"39,506"'));
    const { code, out } = check(folder);
    expect(code).toBe(1);
    expect(out).toContain('void');
    expect(out).toMatch(/was 39,406 and is\s+39,506/);
  });

  it('is void the day after it expires, and says so', () => {
    using folder = waived();
    const { code, out } = check(folder, ['--as-of', '2027-01-01']);
    expect(code).toBe(1);
    expect(out).toContain('expired on 2026-12-31');
  });

  it('that waives nothing any more is reported', () => {
    using folder = waived();
    writeFileSync(join(folder.path, 'filing.json'), filing);
    const { code, out } = check(folder);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('what it waives ties now; it can be removed');
  });

  it('of a report that is gone is reported', () => {
    using folder = waived();
    writeFileSync(join(folder.path, 'other.json'), filing);
    folder.shell('rm filing.json');
    const { out } = folder.tieout(['check', 'other.json', ...AS_OF]);
    expect(out.replace(/\s+/g, ' ')).toContain('there is no such report');
  });

  it.each<[string, string[], string]>([
    ['without a reason', ['--finding', RULE, '--owner', 'A', '--expires', '2027-01-01'], 'a waiver needs --reason'],
    ['without an owner', ['--finding', RULE, '--reason', 'r', '--expires', '2027-01-01'], 'a waiver needs --owner'],
    ['without an end', ['--finding', RULE, '--reason', 'r', '--owner', 'A'], 'a waiver needs --expires'],
    [
      'until a day that is not',
      ['--finding', RULE, '--reason', 'r', '--owner', 'A', '--expires', '2027-02-30'],
      'there is no day 2027-02-30',
    ],
    ['of nothing', ACCEPT, 'which finding shall be waived?'],
    ['of what is not there', ['--finding', 'income-statement/operating-expenses-fot', ...ACCEPT], 'did you mean'],
    ['of what ties', ['--finding', 'balance-sheet/assets-equal-liabilities-and-equity', ...ACCEPT], 'there is'],
    ['in JSON', ['--finding', RULE, '--waivers', 'w.json', ...ACCEPT], 'waivers are written as YAML'],
  ])('refuses a waiver %s, and writes nothing', (_, args, message) => {
    using folder = folderWith({ 'filing.json': broken });
    const { code, err } = folder.tieout(['waive', 'filing.json', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(folder.files()).toEqual(['filing.json']);
  });

  it.each<[string, string, string]>([
    ['a day that is in no calendar', 'expires: 2026-02-30', 'there is no 2026-02-30 in the calendar'],
    ['a word that is no day', 'expires: soon', 'expires'],
    ['no owner', '', 'owner'],
  ])('with %s in its file is a fault at its line', (_, line, message) => {
    using folder = waived();
    const file = join(folder.path, 'tieout.waivers.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, line === '' ? text.replace(/\n *owner: .*/, '') : text.replace(/expires: .*/, line));
    const { code, out, err } = check(folder);
    expect(code).toBe(2);
    expect(out + err).toMatch(/tieout\.waivers\.yaml:\d+:\d+/);
    expect(out + err).toContain(message);
  });
});

describe('tieout diff', () => {
  it('shows what changed between two drafts, and exits 1 where something breaks anew', () => {
    using folder = folderWith({ 'old.json': filing, 'new.json': broken });
    const { code, out } = folder.tieout(['diff', 'old.json', 'new.json']);
    expect(code).toBe(1);
    expect(out).toMatch(/43,087 → 39,406 {2}by \(3,681,000\)/);
    expect(out).toContain(`breaks    ${RULE}`);
    expect(out).toMatch(/1 figure changed, 0 appeared, 0 vanished, \d+ unchanged/);
  });

  it('exits 0 the other way round', () => {
    using folder = folderWith({ 'old.json': broken, 'new.json': filing });
    const { code, out } = folder.tieout(['diff', 'old.json', 'new.json', '-f', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'tieout/diff@1', findings: { fresh: [] } });
  });

  it('of a file that is not there is a fault', () => {
    using folder = folderWith({ 'old.json': filing });
    const { code, err } = folder.tieout(['diff', 'old.json', 'new.json']);
    expect(code).toBe(2);
    expect(err).toContain('new.json  fault');
  });
});
