/**
 * Mutated documents against the reader and the audit: `npm run fuzz -- --runs 20000 --seed 1`.
 *
 * Bytes are flipped, lines dropped, doubled and joined, tags left unclosed, cells moved. Nothing
 * may crash or take longer than five seconds of processor time, and no figure may be zero unless a zero or a dash is
 * printed. The script gives the process a heap of 300 MB, so that a document which needs more ends the run.
 * Also reads documents of ../shared/corpus, in pieces, where that is at hand.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { audit } from '../src/audit/audit.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import { readHtml } from '../src/documents/html.ts';
import { readText } from '../src/documents/text.ts';
import { readFiling } from '../src/prose/claims.ts';
import { compileProgramme } from '../src/rules/program.ts';
import { shippedRules } from '../src/rules/index.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    // The number of one run, to have it again by itself.
    only: { type: 'string' },
  },
});
const runs = Number(values.runs);
const root = join(import.meta.dirname, '..');
const vocabulary = shippedVocabulary();
const programme = compileProgramme(shippedRules, vocabulary);
const LONGEST = 5_000;

/** A small generator with a seed (mulberry32), so that a failing run can be had again. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(Number(values.seed));
const below = (count: number) => Math.floor(random() * count);

/** The specimens: the fixture release, the same as HTML, the invented reports, and pieces of the corpus. */
function specimens(): { readonly text: string; readonly html: boolean }[] {
  const release = readFileSync(join(root, 'fixtures/epicept-2006-q1/release.txt'), 'utf8');
  const list = [
    { text: release, html: false },
    { text: asHtml(release), html: true },
  ];
  const styles = join(root, 'fixtures/styles');
  for (const name of readdirSync(styles).sort())
    list.push({ text: readFileSync(join(styles, name), 'utf8'), html: name.endsWith('.htm') });
  const corpus = join(root, '../shared/corpus');
  for (const folder of existsSync(corpus) ? ['text', 'html'] : []) {
    for (const name of readdirSync(join(corpus, folder)).sort()) {
      const text = readFileSync(join(corpus, folder, name), 'utf8');
      const at = text.search(/statements? of (?:operations|income|earnings)[^]{0,40}$/im);
      const start = Math.max(0, (at < 0 ? text.length / 2 : at) - 2_000);
      list.push({ text: text.slice(start, start + 40_000), html: folder === 'html' });
    }
  }
  return list;
}

function asHtml(text: string): string {
  const rows = text.split('\n').map(
    (line) =>
      `<tr>${line
        .split(/ {2,}/)
        .map((cell) => `<td>${cell.replace(/[<>&]/g, '')}</td>`)
        .join('')}</tr>`,
  );
  return `<html><body><p>STATEMENT OF OPERATIONS</p><table>${rows.join('\n')}</table></body></html>`;
}

type Mutation = (text: string) => string;

const splice = (text: string, at: number, remove: number, insert: string) =>
  text.slice(0, at) + insert + text.slice(at + remove);

const MUTATIONS: readonly Mutation[] = [
  (text) => splice(text, below(text.length), 1, String.fromCharCode(below(0x250))),
  (text) => splice(text, below(text.length), below(80), ''),
  (text) => {
    const at = below(text.length);
    return splice(text, at, 0, text.slice(at, at + below(400)));
  },
  (text) => onLines(text, (lines) => void lines.splice(below(lines.length), 1 + below(3))),
  (text) =>
    onLines(text, (lines) => {
      const [a, b] = [below(lines.length), below(lines.length)];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    }),
  (text) => onLines(text, (lines) => void (lines[below(lines.length)] += '  (1,234  $ 5,6,7 1e9 --- NaN 00 ((')),
  (text) =>
    splice(
      text,
      below(text.length),
      0,
      [
        '<TABLE>',
        '</TABLE>',
        '<td',
        '</tr>',
        '<table><td>',
        '<!--',
        '&#0;',
        '<S>',
        '\u202e',
        '\u0000'.slice(1),
        '$'.repeat(300),
        '('.repeat(300),
        '-'.repeat(500),
      ][below(13)] ?? '',
    ),
  (text) => text.replace(/<\/t[dr]>/i, ''),
  (text) => splice(text, below(text.length), 0, '\t'),
];

function onLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

let slowest = 0;
let failures = 0;
const all = specimens();
for (let run = 0; run < runs; run += 1) {
  const specimen = all[run % all.length];
  if (!specimen) break;
  let text = specimen.text;
  for (let count = 1 + below(8); count > 0; count -= 1) text = MUTATIONS[below(MUTATIONS.length)]?.(text) ?? text;
  if (values.only !== undefined && Number(values.only) !== run) continue;
  // Processor time: what else the machine does is no fault of the document.
  const begin = process.cpuUsage();
  try {
    const filing = readFiling(specimen.html ? readHtml(text) : readText(text), 'mutated', vocabulary);
    const { audited } = audit(filing, 'mutated', programme, vocabulary, () => ({
      document: 'mutated',
      line: 1,
      column: 1,
    }));
    const guessed = audited.figures.find(
      (figure) => figure.amount === '0' && /[1-9]/.test(figure.printed.replace(/ ?[[(]?\d{1,2}[\])]?$/, '')),
    );
    if (guessed) throw new Error(`read as zero: ${JSON.stringify(guessed.printed)}`);
  } catch (error) {
    failures += 1;
    process.stdout.write(`run ${run}: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
  const { user, system } = process.cpuUsage(begin);
  const took = (user + system) / 1000;
  slowest = Math.max(slowest, took);
  if (took > LONGEST) {
    failures += 1;
    process.stdout.write(`run ${run}: took ${took.toFixed(0)} ms\n`);
  }
}
process.stdout.write(
  `${runs} mutated documents from ${all.length} specimens: ${failures} failures; slowest ${slowest.toFixed(0)} ms; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`,
);
process.exitCode = failures === 0 ? 0 : 1;
