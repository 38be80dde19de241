/**
 * The gates of continuous integration, one after the other, each run to its end whatever the
 * others gave. The last line printed is `N passed, N failed`: the tests as the test runner itself
 * counted them, and each other gate as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, 'coverage/tests.json');
const coverage = join(root, 'coverage/coverage-summary.json');

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What the test runner writes with its JSON reporter. */
interface TestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function run(name: string, command: string, args: readonly string[], expected = 0): Count {
  say(`\n== ${name}: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const good = status === expected;
  say(`== ${name}: ${good ? 'passed' : `FAILED, exit code ${status ?? 'none'} instead of ${expected}`}`);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

/** The README's test command on some of the tests; counted from the runner's own result, not from its exit code alone. */
function tests(name: string, ...args: readonly string[]): Count {
  rmSync(results, { force: true });
  mkdirSync(join(root, 'coverage'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=coverage/tests.json'];
  const { failed } = run(name, 'npm', ['test', '--', ...args, ...reporters]);
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const counted = JSON.parse(readFileSync(results, 'utf8')) as TestResults;
  // A test that was passed over proves nothing, and a file that did not load holds tests nobody counted.
  const skipped = counted.numPendingTests + counted.numTodoTests;
  if (skipped > 0) say(`== ${name}: ${skipped} were passed over`);
  const lost = counted.numFailedTests + skipped;
  return { passed: counted.numPassedTests, failed: lost === 0 && failed > 0 ? 1 : lost };
}

/** The examples must take every branch by themselves: what a property happens upon is another thing in every run. */
function examples(): Count {
  rmSync(coverage, { force: true });
  return tests('tests by example', '--coverage', '--exclude', 'property-tests/**');
}

/** Branches that no test takes yet, by file: each is a debt, and none may be added. The goal is an empty list. */
const OPEN = JSON.parse(readFileSync(join(root, 'tools/open-branches.json'), 'utf8')) as Record<string, number>;

/** Every branch of the modules that decide a verdict is taken by a test, but for those listed as open. */
function branches(): Count {
  const summary = existsSync(coverage)
    ? (JSON.parse(readFileSync(coverage, 'utf8')) as Record<string, { branches: { total: number; covered: number } }>)
    : {};
  const files = Object.entries(summary)
    .filter(([file]) => file !== 'total')
    .map(([file, { branches: counted }]) => {
      const name = file.slice(root.length + 1);
      return { name, open: counted.total - counted.covered, allowed: OPEN[name] ?? 0 };
    });
  for (const { name, open, allowed } of files) {
    if (open > 0 || allowed > 0) say(`${name}: ${open} branches open, ${allowed} listed`);
  }
  const good = files.length > 0 && files.every(({ open, allowed }) => open <= allowed);
  say(`== branch coverage of figures, equations and audit: ${good ? 'passed' : 'FAILED'}`);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

const counts = [
  run('types', 'npm', ['run', '--silent', 'typecheck']),
  run('lint', 'npm', ['run', '--silent', 'lint']),
  run('format', 'npm', ['run', '--silent', 'format:check']),
  run('drift', 'npm', ['run', '--silent', 'drift']),
  run('nothing is unused', 'npm', ['run', '--silent', 'unused']),
  run('the release ties', 'npx', ['tieout', 'check', 'fixtures/epicept-2006-q1/release.txt']),
  run('the captured filing ties', 'npx', ['tieout', 'check', 'fixtures/epicept-2006-q1/filing.json']),
  run('a missing file is a fault', 'npx', ['tieout', 'check', 'fixtures/no-such-file.txt'], 2),
  run('reading accuracy has not fallen', 'npm', ['run', '--silent', 'accuracy', '--', '--quick', '--check']),
  run('mutated documents', 'npm', ['run', '--silent', 'fuzz', '--', '--runs', '300']),
  run(
    'changes of figures and equations are noticed',
    'npm',
    'run --silent mutate -- --only src/figures,src/equations --quick --at-least 95'.split(' '),
  ),
  examples(),
  branches(),
  tests('tests by property', 'property-tests'),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
