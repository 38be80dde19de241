/**
 * Writes the specimens of reports/: one of each format for the release and for a broken twin of
 * it. A test compares them byte for byte.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../src/commands/formats.ts';
import { RELEASE, twinOfText, twins } from '../fixtures/twins.ts';

const root = join(import.meta.dirname, '..');

/** The specimens by their file's name below reports/, made by the built command. */
export function specimens(): Map<string, Buffer> {
  const release = readFileSync(RELEASE, 'utf8');
  const [twin] = twins;
  const sources = { 'epicept-2006-q1': release, 'epicept-2006-q1-broken': twinOfText(release, twin?.edits ?? []) };
  const made = new Map<string, Buffer>();
  const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
  try {
    for (const [name, text] of Object.entries(sources)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'release.txt'), text);
      const formats = FORMATS.flatMap((format) => ['-f', format]);
      const args = [join(root, 'bin/tieout.js'), 'check', `${name}/release.txt`, ...formats, '--output-dir', 'made'];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      // 1 where something breaks, as in the twin; a fault would leave the set of before, or none.
      if (status !== 0 && status !== 1) throw new Error(`the command failed: ${stderr}`);
      for (const file of readdirSync(join(folder, 'made')))
        made.set(
          file.replace('tieout', () => name),
          readFileSync(join(folder, 'made', file)),
        );
      rmSync(join(folder, 'made'), { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return made;
}

if (import.meta.main) {
  for (const [name, text] of specimens()) writeFileSync(join(root, 'reports', name), text);
}
