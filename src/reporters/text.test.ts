import { describe, expect, it } from 'vitest';
import { fullRun, render, specimenRun } from '../../fixtures/runs.ts';
import { textReporter } from './text.ts';

const LABEL = 'Acquired in-process research and development of the companies that were bought in the period';

describe('the report for people', () => {
  it.each([40, 60, 80])('fits into a terminal of %i columns, and loses nothing', async (width) => {
    const run = specimenRun('epicept-2006-q1-broken');
    const text = (await render(textReporter(undefined, width), run)).toString('utf8');
    const wide = text.split('\n').filter((line) => line.length > width && line.trim().includes(' '));
    expect(wide).toEqual([]);
    const words = (shown: string) => shown.split(/\s+/).toSorted();
    expect(words(text)).toEqual(words((await render(textReporter(), run)).toString('utf8')));
  });

  it('lets a long label go on below, and cuts nothing', async () => {
    const run = specimenRun('epicept-2006-q1-broken');
    for (const figure of run.filings[0]?.figures ?? []) if (figure.printed === '33,715') figure.label = LABEL;
    const text = (await render(textReporter(), run)).toString('utf8');
    expect(text).toMatch(/ {4}33,715 {3}Acquired in-process research .* line 351\n {15,}\S/);
    expect(text.replace(/line 351/g, ' ').replace(/\s+/g, ' ')).toContain(LABEL);
  });

  it('marks what is waived, and shows it all the same', async () => {
    const text = (await render(textReporter(), fullRun())).toString('utf8');
    expect(text).toMatch(/breaks {2}\(waived\)\n/);
    expect(text).toContain('This is waived by the controller until 2027-01-31: restated');
  });
});
