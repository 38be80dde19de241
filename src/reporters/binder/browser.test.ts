/** The page in a real browser. Passed over, with a line that says so, where there is no Chromium. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullRun, render, specimenRun, summaryOf } from '../../../fixtures/runs.ts';
import type { Run } from '../../generated/types.ts';
import { binderReporter } from './binder.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SPECIMEN = join(import.meta.dirname, '../../../reports/epicept-2006-q1-broken.html');
const missing = !existsSync(CHROMIUM);
if (missing) process.stderr.write(`no browser at ${CHROMIUM}: the binder is not tried in one\n`);

const BROKEN = 'finding-1-income-statement/operating-expenses-foot@s2/r6/c1';

describe.skipIf(missing)('the binder in a browser', () => {
  let browser: Browser;
  let folder: string;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tieout-binder-'));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page and writes down whatever it says, asks for or trips over. */
  async function open(html: string, hash = '', viewport = { width: 1366, height: 820 }): Promise<Page> {
    const file = join(folder, 'page.html');
    writeFileSync(file, html);
    said.length = 0;
    const page = await browser.newPage({ viewport });
    page.on('console', (message) => said.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      said.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href + (hash && `#${hash}`)) said.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href + (hash && `#${hash}`));
    return page;
  }

  const specimen = (): string => readFileSync(SPECIMEN, 'utf8');
  const chosen = (page: Page): Promise<string[]> =>
    page.locator('.chosen').evaluateAll((list) => list.map((element) => element.id));

  it('shows the equations of a figure that is clicked on', async () => {
    const page = await open(specimen());
    await page.locator('[id="figure-1-s2/r6/c1"]').click();
    const panel = page.locator('.inspector');
    expect(await panel.isVisible()).toBe(true);
    expect(await panel.locator('h3').textContent()).toBe('Total operating expenses');
    expect(await panel.locator('.working').first().textContent()).toContain('43,357computed');
    expect(page.url()).toContain('#figure-1-s2/r6/c1');
    expect(said).toEqual([]);
    await page.close();
  });

  it('marks in the document the figures of a finding that is chosen', async () => {
    const page = await open(specimen());
    await page.locator(`[id="${BROKEN}"] > summary`).click();
    const lit = await page.locator('.doc .lit').evaluateAll((list) => list.map((element) => element.textContent));
    expect(lit).toEqual(['5,961', '3,681', '33,715', '43,087']);
    expect(await page.locator('[id="figure-1-s2/r6/c1"]').isVisible()).toBe(true);
    await page.close();
  });

  it('opens at the finding or the figure that its address names', async () => {
    for (const name of [BROKEN, 'figure-1-s2/r4/c1']) {
      const page = await open(specimen(), name);
      expect(await chosen(page)).toEqual([name]);
      await page.close();
    }
  });

  it('is read with the keyboard alone', async () => {
    const page = await open(specimen());
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('x');
    expect(await chosen(page)).toEqual([BROKEN]);
    await press('j');
    expect((await chosen(page))[0]).toMatch(/^finding-1-.*(?<!s2\/r6\/c1)$/);
    await press('k');
    expect(await chosen(page)).toEqual([BROKEN]);
    // From the finding by Tab to the first of its figures, and with Enter to where it stands.
    await press('Tab', 'Enter');
    expect(await chosen(page)).toEqual(['figure-1-s2/r3/c1']);
    expect(await page.locator('.inspector').isVisible()).toBe(true);
    await press('n', 'n', 'p');
    expect(await chosen(page)).toEqual(['figure-1-s2/r3/c2']);
    expect(await page.evaluate('document.activeElement.id')).toBe('figure-1-s2/r3/c2');
    await press('Escape');
    expect(await page.locator('.inspector').isVisible()).toBe(false);
    await press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await press('Escape', 'Shift+?', 'Space', 'Escape', 'x');
    // Letters are no keys any more.
    expect(await chosen(page)).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });

  it('shows what is asked for: by group, and by what is searched', async () => {
    const page = await open(await binder(specimenRun('epicept-2006-q1-broken')));
    const shown = () =>
      page.locator('.findings .k').evaluateAll((list) => list.filter((item) => item.checkVisibility()).length);
    expect(await shown()).toBe(16);
    await page.locator('[data-filter="ties"]').click();
    expect(await shown()).toBe(1);
    await page.keyboard.press('4');
    await page.keyboard.press('/');
    await page.keyboard.type('per share');
    expect(await shown()).toBe(2);
    expect(await page.locator('.matches').textContent()).toBe('2 shown');
    await page.keyboard.press('Enter');
    expect((await chosen(page))[0]).toMatch(/^figure-1-s2/);
    await page.keyboard.press('Escape');
    expect(await shown()).toBe(16);
    await page.close();
  });

  it('goes back to where one was', async () => {
    const page = await open(specimen(), BROKEN);
    await page.locator(`[id="${BROKEN}"] .working a`).first().click();
    expect(await chosen(page)).toEqual(['figure-1-s2/r3/c1']);
    await page.goBack();
    expect(await chosen(page)).toEqual([BROKEN]);
    await page.close();
  });

  it('shows several reports one at a time, after an index', async () => {
    const page = await open(await binder(several()));
    expect(await page.locator('.index').isVisible()).toBe(true);
    expect(await page.locator('.filing:visible').count()).toBe(0);
    const cells = await page.locator('.filings tbody tr').first().locator('td').allTextContents();
    expect(cells.slice(1)).toEqual(['39', '2', '3', '1', '16']);
    expect(await page.locator('.filings tbody tr').count()).toBe(2);
    await page.locator('.filings a').nth(1).click();
    expect(await page.locator('.filing:visible').getAttribute('id')).toBe('filing-2');
    await page.keyboard.press('[');
    expect(await page.locator('.filing:visible').getAttribute('id')).toBe('filing-1');
    await page.keyboard.press('i');
    expect(await page.locator('.index').isVisible()).toBe(true);
    await page.close();
  });

  it('is printed with its legend, its numbered pages and without what only a screen needs', async () => {
    const page = await open(specimen());
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('.legend').isVisible()).toBe(true);
    expect(await page.locator('.doc').first().isVisible()).toBe(true);
    await page.close();
  });

  it.each([
    { what: 'light', run: () => fullRun(), scheme: 'light', width: 1366, keys: ['x', 'n'] },
    { what: 'dark', run: () => fullRun(), scheme: 'dark', width: 1366, keys: ['x', 'n'] },
    { what: 'narrow', run: () => fullRun(), scheme: 'light', width: 390, keys: ['d'] },
    { what: 'an index', run: () => several(), scheme: 'light', width: 1366, keys: [] },
    { what: 'its keys', run: () => several(), scheme: 'dark', width: 1366, keys: ['?'] },
  ] as const)('has nothing that someone could not use: $what', async ({ run, scheme, width, keys }) => {
    const page = await open(await binder(run()), '', { width, height: 820 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const key of keys) await page.keyboard.press(key);
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate<{
      passes: unknown[];
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }>(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })`);
    expect(passes.length).toBeGreaterThan(20);
    expect(violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
    await page.close();
  });

  it.each(['text', 'html', 'filing'] as const)('lets a hostile document do nothing: %s', async (kind) => {
    const run = specimenRun('epicept-2006-q1-broken');
    for (const audited of run.filings) {
      audited.company = HOSTILE;
      audited.document = { kind, text: HOSTILE };
      for (const finding of audited.findings) finding.title = HOSTILE;
      for (const figure of audited.figures) figure.label = HOSTILE;
    }
    const page = await open(await binder(run));
    for (const key of ['x', 'n', 'n', 'p', 'j']) await page.keyboard.press(key);
    await page.mouse.move(700, 400);
    await page.waitForTimeout(200);
    expect(said).toEqual([]);
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(await page.locator('img, iframe, object, embed, link, base, form').count()).toBe(0);
    expect(await page.locator('body > *').count()).toBe(3);
    await page.close();
  });

  it('would be seen to do something where it could', async () => {
    // The control: the same text, in a page that lets it.
    const page = await open(`<!DOCTYPE html><title>x</title>${HOSTILE}`);
    await page.waitForTimeout(200);
    expect(said.join('\n')).toMatch(/dialog|request/);
    await page.close();
  });
});

const HOSTILE = `</script></style></title></textarea></div></section></main></body></html>
<script>globalThis.hacked = 1; alert(1)</script><img src="http://127.0.0.1:9/x.png" onerror="globalThis.hacked = 2; alert(2)">
<svg onload="globalThis.hacked = 3"><style>@import 'http://127.0.0.1:9/x.css';</style></svg>
<iframe src="http://127.0.0.1:9/"></iframe><base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">
<table background="http://127.0.0.1:9/t.png"><tr><td style="background:url(http://127.0.0.1:9/u.png)">12</td></tr></table>
<form action="http://127.0.0.1:9/"><input autofocus onfocus="globalThis.hacked = 4"></form><a href="javascript:globalThis.hacked = 5">a</a>`;

async function binder(run: Run): Promise<string> {
  return (await render(binderReporter(), run)).toString('utf8');
}

/** Both specimens in one run, and a fault. */
function several(): Run {
  const run = fullRun();
  run.filings.push(...specimenRun('epicept-2006-q1').filings);
  run.summary = summaryOf(run.filings, run.faults.length);
  return run;
}
