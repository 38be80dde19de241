/** `npm start`: checks the release in fixtures/, shows the report and writes it to reports/. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const release = 'fixtures/epicept-2006-q1/release.txt';

function tieout(...args: string[]): number {
  return (
    spawnSync(process.execPath, [join(root, 'bin/tieout.js'), ...args], { cwd: root, stdio: 'inherit' }).status ?? 2
  );
}

const shown = tieout('check', release);
const written = tieout('check', release, '-f', 'text', '-f', 'json', '--output-dir', 'reports/latest');
process.stdout.write('\nWritten to reports/latest/tieout.txt and reports/latest/tieout.json\n');
process.exitCode = Math.max(shown, written);
