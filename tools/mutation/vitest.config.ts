/** The tests, with every mutant of the sources behind its switch. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { HOUSES, modulesIn } from './all.ts';
import { switched } from './mutants.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const modules = new Set(modulesIn(ROOT));

/** The tests of figures first, which are the quickest and meet nearly every mutant. */
class Quickest extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const house = HOUSES.findIndex((name) => relative(ROOT, moduleId).startsWith(name));
      return house < 0 ? HOUSES.length : house;
    };
    return files.sort((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  root: ROOT,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      load(id) {
        const file = relative(ROOT, id);
        return modules.has(file) ? switched(file, readFileSync(id, 'utf8')) : undefined;
      },
    },
  ],
  test: {
    runner: 'tools/mutation/runner.ts',
    include: ['{src,fixtures,property-tests,reports}/**/*.test.ts'],
    env: { TZ: 'Pacific/Apia', NO_COLOR: '1', TIEOUT_SEED: '1' },
    sequence: { sequencer: Quickest },
    isolate: false,
    fileParallelism: false,
    testTimeout: 0,
  },
});
