/**
 * How the binder fares in a browser: a document of 5 MB with 1,000 findings, as text and as HTML.
 * Writes what it measured to the standard output; needs Chromium (CHROMIUM names another than Debian's).
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { render, specimenRun, summaryOf } from '../fixtures/runs.ts';
import type { Audited, Figure, Finding, Run, SourceDocument } from '../src/generated/types.ts';
import { binderReporter } from '../src/reporters/binder/binder.ts';

const FINDINGS = 1000;
const BYTES = 5_000_000;
const TIMES = 5;

/** The finding that breaks in the broken release, a thousand times over, each with figures of its own. */
function largeRun(kind: 'text' | 'html'): Run {
  const run = specimenRun('epicept-2006-q1-broken');
  const [audited] = run.filings as [Audited];
  const broken = audited.findings.find(({ verdict }) => verdict === 'breaks') as Finding;
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  const lines: string[] = kind === 'html' ? ['<html><body>'] : [];
  const filler = 'The company may or may not achieve what it expects, for reasons that are beyond its control. ';
  const paragraph = kind === 'html' ? `<p style="text-align:justify">${filler.repeat(2)}</p>` : filler.trimEnd();
  const each = Math.floor(BYTES / FINDINGS / (paragraph.length + 1)) - 8;
  for (let at = 0; at < FINDINGS; at += 1) {
    const row = new Map<string, string>();
    for (const term of broken.terms) {
      const figure = audited.figures.find(({ id }) => id === term.figure) as Figure;
      const id = `s2/r${at * 10 + row.size + 1}/c1`;
      row.set(term.figure, id);
      const line =
        kind === 'html'
          ? `<table><tr><td>${figure.label}</td><td style="text-align:right">${figure.printed}</td></tr></table>`
          : `${figure.label.padEnd(60)}${figure.printed.padStart(12)}`;
      lines.push(line);
      const column = line.indexOf(figure.printed) + 1;
      figures.push({
        ...figure,
        id,
        row: at * 10 + row.size - 1,
        place: { ...figure.place, line: lines.length, column },
      });
    }
    const terms = broken.terms.map((term) => ({ ...term, figure: row.get(term.figure) ?? '' }));
    findings.push({ ...broken, id: `${broken.rule}@${at}`, terms, verdict: at % 10 === 0 ? 'breaks' : 'exact' });
    for (let line = 0; line < each; line += 1) lines.push(paragraph);
  }
  const document: SourceDocument = { kind, text: lines.join('\n') };
  const { diagnoses: _, ...rest } = audited;
  run.filings = [
    {
      ...rest,
      figures,
      findings,
      document,
      counts: { ...audited.counts, breaks: FINDINGS / 10, exact: FINDINGS - FINDINGS / 10 },
    },
  ];
  run.summary = summaryOf(run.filings, 0);
  return run;
}

interface Measured {
  readonly load: number;
  readonly choose: number;
  readonly figure: number;
  readonly search: number;
}

/** Milliseconds from an action to the second frame after it, when what it did can be seen. */
const TIMED = `async (action) => {
  const start = performance.now();
  action();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}`;

async function measure(browser: Browser, file: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 820 } });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const load = await page.evaluate<number>(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))',
  );
  const timed = (action: string) => page.evaluate<number>(`(${TIMED})(() => { ${action} })`);
  const choose = await timed("document.querySelectorAll('.findings .k > summary')[50].click()");
  const figure = await timed("document.querySelectorAll('a.g')[2000].click()");
  const search = await timed(
    "const s = document.querySelector('.search'); s.value = 'development'; s.dispatchEvent(new Event('input'))",
  );
  await page.close();
  return { load, choose, figure, search };
}

const median = (list: readonly number[]): string => (list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0).toFixed(0);

const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  process.stdout.write('document  page      made      load      choose a finding  choose a figure  search\n');
  for (const kind of ['text', 'html'] as const) {
    const run = largeRun(kind);
    const file = join(folder, `${kind}.html`);
    const start = performance.now();
    const bytes = await render(binderReporter(), run);
    const made = performance.now() - start;
    writeFileSync(file, bytes);
    const all: Measured[] = [];
    for (let time = 0; time < TIMES; time += 1) all.push(await measure(browser, file));
    const of = (name: keyof Measured) => `${median(all.map((one) => one[name]))} ms`;
    process.stdout.write(
      `${kind.padEnd(10)}${`${(statSync(file).size / 1e6).toFixed(1)} MB`.padEnd(10)}${`${made.toFixed(0)} ms`.padEnd(10)}` +
        `${of('load').padEnd(10)}${of('choose').padEnd(18)}${of('figure').padEnd(17)}${of('search')}\n`,
    );
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
