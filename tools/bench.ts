/**
 * How fast tieout is here, on this machine, now: printed, never asserted. A slow machine must not
 * fail a build; whoever changes something compares two runs of this by hand.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILING, RELEASE } from '../fixtures/twins.ts';
import { bind } from '../src/audit/bind.ts';
import { openLedger } from '../src/audit/ledger.ts';
import { judge } from '../src/audit/verdicts.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import type { Filing } from '../src/generated/types.ts';
import { shippedRules } from '../src/rules/index.ts';
import { compileProgramme } from '../src/rules/program.ts';
import { benchFormats } from './bench-formats.ts';

const command = join(import.meta.dirname, '../bin/tieout.js');
/** Writes the most memory that the process held, in kilobytes, to the standard error as it ends. */
const MEMORY = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak='+process.resourceUsage().maxRSS))`;
const RUNS = 21;

interface Timed {
  readonly milliseconds: number;
  readonly peakKilobytes: number;
}

function run(args: readonly string[]): Timed {
  const start = process.hrtime.bigint();
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return { milliseconds, peakKilobytes: Number(/peak=(\d+)/.exec(stderr)?.[1] ?? 0) };
}

function check(path: string): Timed {
  return run(['--import', MEMORY, command, 'check', path, '-f', 'json', '-o', '/dev/null']);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function startUp(): void {
  const bare: number[] = [];
  const whole: number[] = [];
  run([command, 'check', RELEASE]);
  // In turns, so that whatever else the machine does falls on both alike.
  for (let index = 0; index < RUNS; index += 1) {
    bare.push(run(['-e', '0']).milliseconds);
    whole.push(run([command, 'check', RELEASE]).milliseconds);
  }
  const [a, b] = [median(bare), median(whole)];
  say(
    `check of the release, start to finish: ${b.toFixed(0)} ms; node -e 0: ${a.toFixed(0)} ms; ratio ${(b / a).toFixed(2)} (median of ${RUNS})`,
  );
  say(
    `  fastest of each: ${Math.min(...whole).toFixed(0)} ms and ${Math.min(...bare).toFixed(0)} ms; ratio ${(Math.min(...whole) / Math.min(...bare)).toFixed(2)}`,
  );
}

function equations(): void {
  const vocabulary = shippedVocabulary();
  const programme = compileProgramme(shippedRules, vocabulary);
  const filing = JSON.parse(readFileSync(FILING, 'utf8')) as Filing;
  const ledger = openLedger(filing, vocabulary, () => ({ document: '', line: 1, column: 1 }));
  const { bound } = bind(ledger, programme);
  const rate = (what: string, count: number, work: () => void) => {
    const start = process.hrtime.bigint();
    let done = 0;
    while (process.hrtime.bigint() - start < 1_500_000_000n) {
      work();
      done += count;
    }
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    say(`${what}: ${Math.round(done / seconds).toLocaleString('en-US')} a second`);
  };
  rate('bound equations judged', bound.length, () => bound.forEach(judge));
  rate('equations bound and judged', bound.length, () => bind(ledger, programme).bound.forEach(judge));
}

/** A balance sheet of so many lines, with a total that is their sum. */
function filingOf(rows: number): Filing {
  const lines = Array.from({ length: rows }, (_, index) => ({ label: `Asset ${index + 1}`, printed: ['1,234'] }));
  const total = (1234 * rows).toLocaleString('en-US');
  return {
    format: 'tieout/filing@1',
    statements: [
      {
        kind: 'balanceSheet',
        scale: 1000,
        columns: [{ heading: 'March 31, 2006', period: '2006-03-31' }],
        rows: [...lines, { label: 'Total assets', total: true, printed: [total] }],
      },
    ],
  };
}

function row(cells: readonly (string | number)[]): void {
  say(cells.map((cell) => String(cell).padStart(12)).join(''));
}

function longFiling(folder: string): void {
  say('\none filing, by its rows');
  row(['rows', 'ms', 'ms a row', 'peak MB']);
  for (const rows of [100, 1_000, 10_000]) {
    const path = join(folder, `filing-${rows}.json`);
    writeFileSync(path, JSON.stringify(filingOf(rows)));
    const { milliseconds, peakKilobytes } = check(path);
    row([rows, milliseconds.toFixed(0), (milliseconds / rows).toFixed(3), (peakKilobytes / 1024).toFixed(0)]);
  }
}

function manyFiles(folder: string): void {
  const release = readFileSync(RELEASE);
  say('\na folder of copies of the release');
  row(['files', 'ms', 'ms a file', 'peak MB']);
  for (const files of [10, 100, 1_000]) {
    const copies = join(folder, `copies-${files}`);
    mkdirSync(copies);
    for (let index = 0; index < files; index += 1) writeFileSync(join(copies, `${index}.txt`), release);
    const { milliseconds, peakKilobytes } = check(copies);
    row([files, milliseconds.toFixed(0), (milliseconds / files).toFixed(2), (peakKilobytes / 1024).toFixed(0)]);
  }
}

// `npm run bench -- formats` measures these alone.
const all = process.argv[2] !== 'formats';
const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
try {
  if (all) {
    startUp();
    equations();
    longFiling(folder);
    manyFiles(folder);
  }
  benchFormats(say);
} finally {
  rmSync(folder, { recursive: true });
}
