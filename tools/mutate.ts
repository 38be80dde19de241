/**
 * A mutation tester: what would the tests miss? Every mutant of the modules that decide a verdict stands in
 * the sources at once, each behind a switch; every test runs once as it is and once for each mutant that it reaches and
 * that is still alive, in one process.
 *
 *   node tools/mutate.ts [--only PREFIX,…] [--quick | --slow | --tests PATH,…] [--budget SECONDS] [--at-least PERCENT] [--write]
 *
 * Quick is: by the tests of the modules themselves that take no longer than a fifth of a second; slow: by those as well that take longer. --tests names others.
 *
 * One mutant, the canary, must die; where it survives the tests did not run against the mutants at all, and every
 * other number would be a lie.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { allMutants, firstOf, modulesIn } from './mutation/all.ts';
import type { Mutant } from './mutation/mutants.ts';
import { pageOf } from './mutation/page.ts';
import type { Outcome } from './mutation/page.ts';
import type { Task } from './mutation/task.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENT = join(ROOT, 'docs', 'mutation.md');

/**
 * Tests in the order in which mutants meet them: those of the modules themselves, those of whatever uses them, and
 * those by property. Tests that start processes of their own are not among them: what runs there is the built
 * command, which holds no mutants.
 */
const TESTS: readonly (readonly string[])[] = [
  ['src/figures', 'src/equations', 'src/audit'],
  ['src/rules', 'fixtures', 'reports', 'src/documents', 'src/prose', 'src/concepts', 'src/reporters'],
  ['property-tests'],
];

/** Quick tests first: each pass lets tests of up to so many milliseconds try what those before left alive. */
const PASSES: readonly number[] = [20, 200, Number.MAX_SAFE_INTEGER];

/** A run that has told nothing new for so long stands still in a mutant that never ends. */
const STANDSTILL = 120_000;

const SHARDS = 2;

/** The place where every verdict rests: `holdsZero` turned round. */
const CANARY = { file: 'src/figures/interval.ts', code: 'this.#low <= 0n && this.#high >= 0n' };

interface State {
  readonly mutants: readonly Mutant[];
  /** Who died, by the name of the test; "" where the tests never ended. */
  readonly dead: Map<number, string>;
  /** Those that run when their modules are loaded. */
  readonly loaded: Set<number>;
  /** Those that run in some test. */
  readonly run: Set<number>;
  readonly folder: string;
  readonly budget: number;
}

/** Starts Vitest on some tests; the numbers of mutants that made it stand still. */
async function run(state: State, name: string, tests: readonly string[], part: Partial<Task>): Promise<boolean> {
  const path = (what: string): string => join(state.folder, `${name}.${what}`);
  const task: Task = {
    count: state.mutants.length,
    first: firstOf(state.mutants),
    tried: [],
    slowest: Number.MAX_SAFE_INTEGER,
    budget: state.budget,
    dead: path('dead'),
    running: path('running'),
    reached: path('reached'),
    ...part,
  };
  writeFileSync(path('task'), JSON.stringify(task));
  writeFileSync(task.dead, '');
  writeFileSync(task.running, '');
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=tools/mutation/vitest.config.ts',
      '--reporter=minimal',
      ...(part.always === undefined ? [] : ['--bail=1']),
      ...tests,
    ],
    { cwd: ROOT, detached: true, stdio: 'ignore', env: { ...process.env, TIEOUT_MUTATION: path('task') } },
  );
  let stuck = false;
  const began = Date.now();
  const watch = setInterval(() => {
    const last = Math.max(began, statSync(task.running).mtimeMs);
    if (Date.now() - last < STANDSTILL) return;
    stuck = true;
    process.kill(-(child.pid as number), 'SIGKILL');
  }, 1000);
  const passed = await new Promise<boolean>((done) => child.on('close', (code) => done(code === 0)));
  clearInterval(watch);
  for (const line of readFileSync(task.dead, 'utf8').split('\n')) {
    const [number, test] = [Number.parseInt(line, 10), line.slice(line.indexOf(' ') + 1)];
    if (line !== '') state.dead.set(number, test);
  }
  if (stuck && part.always === undefined) {
    const number = readFileSync(task.running, 'utf8');
    if (number === '') throw new Error(`the tests stand still without any mutant: ${tests.join(' ')}`);
    state.dead.set(Number(number), '');
    return run(state, name, tests, { ...part, tried: task.tried.filter((one) => !state.dead.has(one)) });
  }
  if (part.always === undefined && existsSync(task.reached)) {
    const reached = JSON.parse(readFileSync(task.reached, 'utf8')) as { loaded: number[]; run: number[] };
    for (const number of reached.loaded) state.loaded.add(number);
    for (const number of reached.run) state.run.add(number);
  }
  return passed;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'src/' },
      quick: { type: 'boolean', default: false },
      slow: { type: 'boolean', default: false },
      tests: { type: 'string' },
      budget: { type: 'string', default: '10' },
      'at-least': { type: 'string', default: '0' },
      write: { type: 'boolean', default: false },
    },
  });
  const only = values.only.split(',');
  const mutants = allMutants(ROOT);
  const state: State = {
    mutants,
    dead: new Map(),
    loaded: new Set(),
    run: new Set(),
    folder: mkdtempSync(join(tmpdir(), 'tieout-mutate-')),
    budget: Number(values.budget) * 1000,
  };
  const sources = new Map(modulesIn(ROOT).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
  const chosen = [...mutants.keys()].filter((n) =>
    only.some((prefix) => (mutants[n] as Mutant).file.startsWith(prefix)),
  );
  const alive = (): number[] => chosen.filter((number) => !state.dead.has(number));
  try {
    const at = (sources.get(CANARY.file) as string).indexOf(CANARY.code);
    const canary = mutants.findIndex(({ file, start }) => file === CANARY.file && at >= 0 && start >= at);
    await run(state, 'canary', TESTS[0] as readonly string[], { tried: [canary], slowest: 20 });
    if (!state.dead.has(canary)) throw new Error('the canary survived: the tests do not run against the mutants');

    const passes = values.slow || values.tests !== undefined ? PASSES : PASSES.slice(0, -1);
    const sets = values.tests !== undefined ? [values.tests.split(',')] : values.quick ? TESTS.slice(0, 1) : TESTS;
    for (const slowest of passes) {
      for (const [nth, tests] of sets.entries()) {
        const left = alive();
        // Each shard its own mutants, over all the tests.
        const shards = Array.from({ length: SHARDS }, (_, shard) =>
          left.filter((_number, place) => place % SHARDS === shard),
        );
        const passed = await Promise.all(
          shards.map((tried, shard) => run(state, `${slowest}-${nth}-${shard}`, tests, { tried, slowest })),
        );
        console.log(
          `${time()} tests to ${slowest} ms of ${tests.join(' ')}: ${left.length - alive().length} of ${left.length} died`,
        );
        if (passed.includes(false)) console.log('  some tests failed after a mutant had run; they killed nothing');
      }
    }
    const constant =
      values.quick || values.tests !== undefined
        ? []
        : alive().filter((number) => state.loaded.has(number) && !state.run.has(number));
    await Promise.all(
      Array.from({ length: SHARDS }, async (_, shard) => {
        for (const number of constant.filter((_number, place) => place % SHARDS === shard))
          if (!(await run(state, `always-${shard}`, TESTS.slice(0, 2).flat(), { always: number })))
            state.dead.set(number, 'when it is loaded');
      }),
    );
    console.log(
      `${time()} ${constant.length} ran when their module was loaded: ${constant.filter((n) => state.dead.has(n)).length} died`,
    );

    const outcomes = chosen.map((number): Outcome => ({
      mutant: mutants[number] as Mutant,
      fate: state.dead.get(number) === '' ? 'timed out' : state.dead.has(number) ? 'killed' : 'survived',
    }));
    const flags = [
      ...(values.only === 'src/' ? [] : ['--only', values.only]),
      ...(values.quick ? ['--quick'] : []),
      ...(values.slow ? ['--slow'] : []),
      ...(values.tests === undefined ? [] : ['--tests', values.tests]),
      '--budget',
      values.budget,
    ].join(' ');
    const page = pageOf(outcomes, sources, flags, existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '');
    console.log(page);
    const died = outcomes.filter(({ fate }) => fate !== 'survived').length;
    if ((100 * died) / outcomes.length < Number(values['at-least'])) process.exitCode = 1;
    if (values.write) writeFileSync(DOCUMENT, await format(page, { parser: 'markdown' }));
  } finally {
    rmSync(state.folder, { recursive: true, force: true });
  }
}

const time = (): string => `${Math.round(performance.now() / 1000)} s:`;

await main();
