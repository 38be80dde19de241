import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly dependencyReasons: Record<string, string>;
}

const { dependencies, devDependencies, dependencyReasons } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
) as Package;
const all = { ...dependencies, ...devDependencies };

describe('package.json', () => {
  it('gives the reason of every dependency, and of no other', () => {
    expect(Object.keys(dependencyReasons).toSorted()).toEqual(Object.keys(all).toSorted());
  });

  it.each(Object.entries(all))('pins %s exactly', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[0-9a-z.]+)?$/);
  });
});
