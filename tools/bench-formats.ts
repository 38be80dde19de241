/**
 * How long each format takes for so many findings, and how much memory: `npm run bench -- formats`.
 * Each format runs in a process of its own, because the most memory a process held never shrinks.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, loadReporter } from '../src/commands/formats.ts';
import type { Format } from '../src/commands/formats.ts';
import type { Audited, Run, Summary } from '../src/generated/types.ts';

const SIZES = [12_500, 25_000, 50_000, 100_000];
/** Findings of one report: a large filing, of which every fiftieth breaks. */
const A_REPORT = 1_000;

/** A report with so many findings, made of the broken release's. */
function reportOf(index: number, template: Audited): Audited {
  const { findings } = template;
  const broken = findings.find(({ verdict }) => verdict === 'breaks') ?? findings[0];
  const good = findings.filter(({ verdict }) => verdict !== 'breaks');
  const source = `filings/${index}.txt`;
  const made = Array.from({ length: A_REPORT }, (_, at) => {
    const finding = at % 50 === 0 ? broken : good[at % good.length];
    if (!finding) throw new RangeError('the specimen has no findings');
    return { ...finding, id: `${finding.id}#${at}`, place: { ...finding.place, document: source } };
  });
  const breaks = made.filter(({ verdict }) => verdict === 'breaks').length;
  const counts = { exact: made.length - breaks, rounding: 0, edge: 0, breaks, unproven: 0 };
  return { ...template, source, findings: made, counts, notApplied: [], notes: [], diagnoses: [] };
}

async function write(format: Format, count: number): Promise<void> {
  const run = JSON.parse(
    readFileSync(join(import.meta.dirname, '../reports/epicept-2006-q1-broken.json'), 'utf8'),
  ) as Run;
  const [template] = run.filings;
  if (!template) throw new RangeError('the specimen is empty');
  const reporter = await loadReporter(format);
  const start = process.hrtime.bigint();
  let bytes = 0;
  const take = (piece: string | Uint8Array) =>
    (bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length);
  take(reporter.open(run.tool, run.rules ?? []));
  const summary: Summary = { ...run.summary, filings: count / A_REPORT, findings: count };
  for (let index = 0; index < count / A_REPORT; index += 1)
    take(reporter.filing(reportOf(index, template), index === 0));
  take(await reporter.close([], summary));
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  process.stdout.write(JSON.stringify({ milliseconds, bytes, peak: process.resourceUsage().maxRSS / 1024 }));
}

/** Prints a row a format: milliseconds for each size, then what the largest took. */
export function benchFormats(say: (text: string) => void): void {
  say('\nfindings in each format, ms; for the most of them also peak MB and MB written');
  const row = (cells: readonly (string | number)[]) => say(cells.map((cell) => String(cell).padStart(11)).join(''));
  row(['format', ...SIZES, 'peak MB', 'MB', 'x of half']);
  for (const format of FORMATS) {
    const results = SIZES.map((count) => {
      const args = [import.meta.filename, format, String(count)];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (stdout === '') throw new Error(`${format}: ${stderr}`);
      return JSON.parse(stdout) as { milliseconds: number; bytes: number; peak: number };
    });
    const [half, most] = results.slice(-2);
    row([
      format,
      ...results.map(({ milliseconds }) => milliseconds.toFixed(0)),
      (most?.peak ?? 0).toFixed(0),
      ((most?.bytes ?? 0) / 1e6).toFixed(1),
      ((most?.milliseconds ?? 0) / (half?.milliseconds ?? 1)).toFixed(2),
    ]);
  }
}

if (import.meta.main) await write(process.argv[2] as Format, Number(process.argv[3]));
