/**
 * Builds dist/ with plain tsc and puts the command into node_modules/.bin, so that `npx tieout`
 * works in a fresh clone. Run by `npm ci` through the `prepare` script.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');

rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(join(bin, 'tsc'), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });

mkdirSync(bin, { recursive: true });
const link = join(bin, 'tieout');
rmSync(link, { force: true });
if (!existsSync(link)) symlinkSync('../../bin/tieout.js', link);
