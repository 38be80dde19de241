import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../fixtures/github.ts';
import { fullRun, render, specimenRun } from '../../fixtures/runs.ts';
import type { Run } from '../generated/types.ts';
import { githubReporter } from './github.ts';

const annotations = async (run: Run) => commandsIn((await render(githubReporter(), run)).toString('utf8'));

describe('the annotations on GitHub', () => {
  it('point at the figure, with the arithmetic', async () => {
    const [only, ...others] = await annotations(specimenRun('epicept-2006-q1-broken'));
    expect(others).toEqual([]);
    expect(only?.name).toBe('error');
    expect(only?.properties).toEqual({
      file: 'epicept-2006-q1-broken/release.txt',
      line: '353',
      col: '68',
      title: 'Operating expenses foot, three months ended March 31, 2006',
    });
    expect(only?.data.split('\n')).toEqual([
      'computed 43,357, stated 43,087: gap 270, rounding explains at most 2, in thousands',
      '5,961  General and administrative, line 349',
      '3,681  Research and development, line 350',
      '33,715  Acquired in-process research and development, line 351',
      '43,357  computed',
      '43,087  Total operating expenses, stated, line 353',
      '270  gap; rounding explains at most 2',
      'Likely: General and administrative, line 349: 5,691 printed as 5,961 (two digits swapped). It alone would repair this.',
      'Rule income-statement/operating-expenses-foot: lines(OperatingExpenses) = OperatingExpenses',
    ]);
  });

  it('have the level of the severity; what is waived is a notice, a fault an error', async () => {
    const levels = (await annotations(fullRun())).map(({ name, data }) => `${name} ${data.split(/[ ,]/)[0]}`);
    expect(levels).toEqual([
      'error 1',
      'error computed',
      'error there',
      'warning computed',
      'notice computed',
      'notice waived',
    ]);
  });

  it('are no more than ten of a level, of which the last gives the total', async () => {
    const run = specimenRun('epicept-2006-q1-broken');
    const filings = Array.from({ length: 25 }, () => run.filings).flat();
    const list = await annotations({ ...run, filings });
    expect(list).toHaveLength(10);
    expect(list.at(-1)).toMatchObject({ name: 'error', properties: { title: 'tieout: 25 errors in all' } });
    expect(list.at(-1)?.data).toMatch(/^9 of 25 errors are shown here/);
  });

  it('are no longer than GitHub shows, and never cut a character in two', async () => {
    const run = specimenRun('epicept-2006-q1-broken');
    for (const finding of run.filings[0]?.findings ?? []) finding.title = `x${'\u{1f4b0}'.repeat(3_000)}`;
    for (const finding of run.filings[0]?.findings ?? []) finding.equation = '\u{1f4b0}'.repeat(3_000);
    const [only] = await annotations(run);
    expect(only?.data.length).toBeLessThanOrEqual(4_096);
    expect(only?.properties['title']?.length).toBeLessThanOrEqual(255);
    expect(only?.data.isWellFormed() && only.properties['title']?.isWellFormed()).toBe(true);
  });
});
