/**
 * Runs each test once as it is, to see which mutants it reaches, and then once for each of those that is still
 * alive. Vitest takes this in the place of its own runner.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { TestRunner } from 'vitest';
import type { RunnerTestCase } from 'vitest';
import type { Task } from './task.ts';

/** A mutant that takes so many times the steps of the test without it, and this many at least, never ends. */
const PATIENCE = 20;
const LEAST_PATIENCE = 1_000_000;

class Endless extends Error {}

const task = JSON.parse(readFileSync(process.env['TIEOUT_MUTATION'] as string, 'utf8')) as Task;

const NONE = -1;
let active = task.always ?? NONE;
let steps = 0;
let patience = Number.POSITIVE_INFINITY;
/** By number: whether code that holds the mutant ran. Whatever runs between tests runs but once, when it is loaded. */
let reached = new Uint8Array(task.count);
const loaded = reached;
const seen = new Uint8Array(task.count);
const alive = new Set(task.tried);
const spent = new Map<number, number>();

Object.assign(globalThis, {
  mutantsIn: (file: string) => {
    const first = task.first[file] as number;
    return (nth: number): boolean => {
      const number = first + nth;
      reached[number] = 1;
      steps += 1;
      if (steps > patience) throw new Endless('more steps than the test takes without the mutant');
      return number === active;
    };
  },
});

// The first thing that fails is enough.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

export default class MutationRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    if (task.always === undefined) await tryMutants(run, `${test.file.name} > ${test.name}`);
    else await run();
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles([]);
    const numbers = (flags: Uint8Array): number[] => [...flags.keys()].filter((number) => flags[number] === 1);
    writeFileSync(task.reached, JSON.stringify({ loaded: numbers(loaded), run: numbers(seen) }));
  }
}

async function tryMutants(run: () => unknown, name: string): Promise<void> {
  const own = new Uint8Array(task.count);
  try {
    reached = own;
    const began = performance.now();
    await run();
    own.forEach((flag, number) => {
      if (flag === 1) seen[number] = 1;
    });
    if (performance.now() - began > task.slowest) return;
    const reach = [...alive].filter((number) => own[number] === 1 && (spent.get(number) ?? 0) < task.budget);
    const limit = Math.max(LEAST_PATIENCE, PATIENCE * steps);
    const dead: number[] = [];
    for (const number of reach) {
      [active, steps, patience] = [number, 0, limit];
      writeFileSync(task.running, String(number));
      const start = performance.now();
      try {
        await run();
      } catch {
        dead.push(number);
      }
      spent.set(number, (spent.get(number) ?? 0) + performance.now() - start);
    }
    [active, patience] = [NONE, Number.POSITIVE_INFINITY];
    if (dead.length === 0) return;
    // What one mutant left behind must not have killed the next.
    await run();
    for (const number of dead) alive.delete(number);
    appendFileSync(task.dead, dead.map((number) => `${number} ${name.replaceAll('\n', ' ')}\n`).join(''));
  } finally {
    [active, steps, patience] = [NONE, 0, Number.POSITIVE_INFINITY];
    reached = loaded;
  }
}
