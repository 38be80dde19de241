/**
 * What reading takes, document by document: `npm run limits`. Every document of ../shared/corpus, where
 * that is at hand, is read (`tieout read`) within one second of processor time for each megabyte, and for
 * less than one, and 300 MB; then invented documents of 5 MB that are as hard as markup and text can be
 * are checked within 20 seconds and 500 MB. Each in a process of its own, start-up included. Fails where one
 * takes more. With a word behind it, only the documents whose names have it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '../shared/corpus');
/** Writes what the process took to the standard error as it ends: memory in kilobytes, processor time in microseconds. */
const TAKEN = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('peak='+maxRSS+' took='+(userCPUTime+systemCPUTime))})`;
const MEGABYTE = 1_000_000;
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

interface Limit {
  readonly milliseconds: number;
  readonly megabytes: number;
}

let beyond = 0;

function measure(verb: readonly string[], name: string, path: string, bytes: number, limit: Limit): void {
  if (only.length > 0 && !only.some((part) => name.includes(part))) return;
  const args = ['--import', TAKEN, join(root, 'bin/tieout.js'), ...verb, path, '-o', '/dev/null'];
  const { stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  const milliseconds = Number(/took=(\d+)/.exec(stderr)?.[1] ?? Infinity) / 1000;
  const megabytes = Number(/peak=(\d+)/.exec(stderr)?.[1] ?? 0) / 1024;
  const over = milliseconds > limit.milliseconds || megabytes > limit.megabytes || status === null;
  if (over) beyond += 1;
  process.stdout.write(
    `${name.padEnd(50)} ${(bytes / MEGABYTE).toFixed(2).padStart(6)} MB ${milliseconds.toFixed(0).padStart(6)} ms ${megabytes.toFixed(0).padStart(5)} MB peak, exit ${status ?? 'none'}${over ? '  BEYOND' : ''}\n`,
  );
}

/** 5 MB each; `fill` repeats a text to that size. */
const SIZE = 5 * MEGABYTE;
const fill = (text: string): string => text.repeat(Math.ceil(SIZE / text.length));
const HARD: Readonly<Record<string, () => string>> = {
  'elements-in-elements.htm': () => fill('<div>'),
  'tables-in-tables.htm': () => fill('<table><tr><td>'),
  'cells-of-one-row.htm': () => `<table><tr>${fill('<td>$')}`,
  'figures-of-one-row.htm': () => `<table><tr><td>a${fill('<td>12,345')}`,
  'rows.htm': () => `<table>${fill('<tr><td>Cash<td>1,204<td>88')}`,
  'rows-under-spans.htm': () => `<table><tr>${'<td rowspan=99999>'.repeat(1000)}${fill('<tr><td>1')}`,
  'wide-spans.htm': () => `<table>${fill('<tr><td colspan=9999>Cash<td>1')}`,
  'small-tables.htm': () => fill('<table><tr><td>Cash<td>1<tr><td>Debt<td>2<tr><td>Total<td>3</table>'),
  'breaks.htm': () => `<table><tr><td>${fill('<br>')}`,
  'blank-lines.htm': () => `<pre>${fill('\n')}`,
  'open-tags.htm': () => fill('<a '),
  'attributes.htm': () => `<p ${fill('style=a ')}>`,
  'entities.htm': () => fill('&amp;'),
  'comments.htm': () => fill('<!-- '),
  'sheets.htm': () => fill('<style>'),
  'digits.htm': () => `<table><tr><td>a<td>${fill('1')}`,
  'statements.htm': () => fill(readFileSync(join(root, 'fixtures/styles/inline-xbrl.htm'), 'utf8')),
  'one-line.txt': () => fill('Total assets  1,204   88  '),
  'rows.txt': () => fill('Cash and equivalents            1,204        88\n'),
  'figures.txt': () => fill(`Cash  ${'1 '.repeat(200)}\n`),
  'dates.txt': () => fill('March 31, 2006 and '),
  'dashes.txt': () => fill('- - -- --- \n'),
  'amounts-in-sentences.txt': () => fill('Revenues were $1.2 million and net loss was $3 million. '),
  'headings.txt': () => fill('Assets:\n  Current assets:\n'),
  'totals.txt': () => fill('Total          1        2        3\n'),
};

if (existsSync(corpus)) {
  for (const folder of ['text', 'html']) {
    for (const name of readdirSync(join(corpus, folder)).sort()) {
      const path = join(corpus, folder, name);
      const bytes = readFileSync(path).length;
      measure(['read'], name, path, bytes, { milliseconds: 1000 * Math.max(1, bytes / MEGABYTE), megabytes: 300 });
    }
  }
} else {
  process.stdout.write('the corpus is not beside this repository (../shared/corpus): invented documents only\n');
}
const temporary = mkdtempSync(join(tmpdir(), 'tieout-limits-'));
try {
  for (const [name, make] of Object.entries(HARD)) {
    const path = join(temporary, name);
    const text = make();
    writeFileSync(path, text);
    measure(['check', '-f', 'json'], name, path, text.length, { milliseconds: 20_000, megabytes: 500 });
  }
} finally {
  rmSync(temporary, { recursive: true });
}
process.stdout.write(`${beyond === 0 ? 'all within their limits' : `${beyond} beyond their limits`}\n`);
process.exitCode = beyond === 0 ? 0 : 1;
