/** The page in a real browser. Passed over, with a line that says so, where there is no Chromium. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
    await page.locator(`[id="${BROKEN}"] summary`).click();
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
});
