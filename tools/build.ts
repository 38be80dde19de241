/**
 * Builds dist/ and puts the command into node_modules/.bin, so that `npx tieout` works in a fresh
 * clone. Run by `npm ci` through the `prepare` script.
 *
 * The modules are joined into a few files (one for what every check needs, one for each reader),
 * because finding and loading seventy of them costs more than a whole check.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { freeze } from '../src/concepts/frozen-vocabulary.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import { freezeProgramme } from '../src/rules/frozen-programme.ts';
import { shippedProgramme } from '../src/rules/shipped.ts';
import { calledBy, compiledWithFile } from './eager.ts';

const root = join(import.meta.dirname, '..');

/** Modules that read, index and compile what ships; in the build their twins take it as it was prepared here. */
const PREPARED = /\/shipped\.ts$/;

/** Where a check of a text begins, and what it always loads: these, and what they import, become one file. */
const ALWAYS = [
  'commands/main',
  'commands/check',
  'commands/config',
  'documents/text',
  'documents/statements',
  'prose/claims',
];

/** The run whose functions are compiled with their file. */
const USUAL = ['check', join(root, 'fixtures/epicept-2006-q1/release.txt')];

/** The modules that these import, and those import, each read as text: an import on demand leads nowhere here. */
function imported(modules: readonly string[], found = new Set<string>()): Set<string> {
  for (const path of modules) {
    if (found.has(path)) continue;
    found.add(path);
    const code = readFileSync(path.replace(PREPARED, '/shipped.built.ts'), 'utf8');
    const from = [...code.matchAll(/^(?:import|export|\})(?! type).*from '(\.[^']+)';$/gm)].map(
      (match) => match[1] ?? '',
    );
    imported(
      from.map((to) => join(dirname(path), to)),
      found,
    );
  }
  return found;
}

async function bundle(into: string): Promise<void> {
  const app = join(into, 'app');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  const external = Object.keys(dependencies)
    // Small and needed by every check: finding it in node_modules cost as much as running it.
    .filter((name) => name !== 'big.js')
    .map((name) => new RegExp(`^${name}(?:/|$)`));
  const core = imported(ALWAYS.map((name) => join(root, `src/${name}.ts`)));
  const build = await rolldown({
    cwd: root,
    input: { main: 'src/commands/main.ts' },
    platform: 'node',
    external: [/^node:/, ...external],
    plugins: [
      {
        name: 'prepared',
        load: (id) => (PREPARED.test(id) ? readFileSync(id.replace(PREPARED, '/shipped.built.ts'), 'utf8') : null),
      },
    ],
  });
  await build.write({
    // One folder down, as src/commands is, so that paths to schemas/ and package.json are the same in both.
    dir: app,
    // CommonJS: linking ES modules, Node's own among them, took a sixth of a whole check.
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // Without comments, and in plain ASCII, which V8 takes as it is.
    comments: false,
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
    codeSplitting: { groups: [{ name: 'core', test: (id) => core.has(id) || id.includes('/big.js/') }] },
  });
  await build.close();
  writeFileSync(join(into, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(app, 'vocabulary.txt'), freeze(shippedVocabulary()));
  writeFileSync(join(app, 'programme.jsonl'), freezeProgramme(shippedProgramme()));
  const run = `require(${JSON.stringify(join(app, 'main.js'))}).main(${JSON.stringify(USUAL)}).then((code) => (process.exitCode = code))`;
  for (const [path, functions] of calledBy(['-e', run])) {
    if (dirname(path) === app) writeFileSync(path, compiledWithFile(readFileSync(path, 'utf8'), functions));
  }
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
