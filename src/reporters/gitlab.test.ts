import { describe, expect, it } from 'vitest';
import { fullRun, render, specimenRun } from '../../fixtures/runs.ts';
import { gitlabReporter } from './gitlab.ts';

interface Issue {
  readonly description: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

async function issues(run: ReturnType<typeof fullRun>): Promise<Issue[]> {
  return JSON.parse((await render(gitlabReporter(), run)).toString('utf8')) as Issue[];
}

describe('the code quality report for GitLab', () => {
  it('is an empty list where everything ties', async () => {
    expect(await issues(specimenRun('epicept-2006-q1'))).toEqual([]);
  });

  it('has an entry for whatever does not tie, and for each fault', async () => {
    const list = await issues(fullRun());
    expect(list.map(({ description, severity }) => `${severity} ${description.split(/[ :]/)[0]}`)).toEqual([
      'critical breaks',
      'critical breaks',
      'minor edge',
      'info unproven',
      'minor breaks',
      'info breaks',
      'blocker fault',
    ]);
    expect(list[1]?.location).toEqual({ path: 'epicept-2006-q1-broken/release.txt', lines: { begin: 353 } });
    expect(list[5]?.description).toMatch(/^breaks \(waived by the controller until 2027-01-31: restated\)/);
  });
});
