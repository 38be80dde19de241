/**
 * Builds dist/ and puts the command into node_modules/.bin, so that `npx tieout` works in a fresh
 * clone. Run by `npm ci` through the `prepare` script.
 *
 * The modules are joined into a few files (one for what every check needs, one for each reader),
 * because finding and loading seventy of them costs more than a whole check.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');

/** What the check of a text does not need, and is loaded only where it is used. */
const RARE =
  /\/src\/(?:generated\/|documents\/(?:html|json|filing-json|yaml|data|schema-fault|places)|concepts\/own-|rules\/(?:pack|laws|examples)|commands\/(?:read|rules|open-data|test|explain|init|new)\b|reporters\/(?!text|words|working|amounts|escape))/;

async function bundle(into: string): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  const external = [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`))];
  const build = await rolldown({ cwd: root, input: { main: 'src/commands/main.ts' }, platform: 'node', external });
  await build.write({
    // One folder down, as src/commands is, so that paths to schemas/ and package.json are the same in both.
    dir: join(into, 'app'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'core', test: (id) => !RARE.test(id) }] },
  });
  await build.close();
}

/** Puts the new build in place of the old one at once: a run that starts meanwhile finds one of them. */
async function buildDist(): Promise<void> {
  const dist = join(root, 'dist');
  const made = join(root, `dist.${process.pid}.new`);
  const old = join(root, `dist.${process.pid}.old`);
  await bundle(made);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

function linkCommand(): void {
  const bin = join(root, 'node_modules/.bin');
  const link = join(bin, 'tieout');
  mkdirSync(bin, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../bin/tieout.js', link);
}

await buildDist();
linkCommand();
