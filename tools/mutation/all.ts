/** The modules that decide a verdict, and what is said of it; and where the numbers of their mutants begin. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';

export const HOUSES: readonly string[] = ['src/figures', 'src/equations', 'src/audit'];

/** The modules of the houses below a folder, in order. */
export function modulesIn(root: string): string[] {
  return HOUSES.flatMap((house) =>
    readdirSync(join(root, house), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => `${house}/${name}`),
  );
}

/** Every mutant; its place in the list is its number. */
export function allMutants(root: string): Mutant[] {
  return modulesIn(root).flatMap((file) => mutantsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** The number of the first mutant of each module. */
export function firstOf(mutants: readonly Mutant[]): Record<string, number> {
  const first: Record<string, number> = {};
  for (const [number, { file }] of mutants.entries()) first[file] ??= number;
  return first;
}
