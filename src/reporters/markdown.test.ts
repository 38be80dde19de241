import markdownit from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { render, specimenRun, summaryOf } from '../../fixtures/runs.ts';
import type { Run } from '../generated/types.ts';
import { markdownReporter } from './markdown.ts';

const markdown = async (run: Run, limit?: number) => (await render(markdownReporter(limit), run)).toString('utf8');
const html = (text: string) => markdownit({ html: true, linkify: true }).render(text);

/** The broken twin with so many copies of its findings. */
function large(copies: number): Run {
  const run = specimenRun('epicept-2006-q1-broken');
  const filings = Array.from({ length: copies }, () => run.filings).flat();
  return { ...run, filings, summary: summaryOf(filings, 0) };
}

describe('the Markdown report', () => {
  it('leads with the outcome, then what breaks as a table, then what ties, folded', async () => {
    const page = html(await markdown(specimenRun('epicept-2006-q1-broken')));
    expect(page).toMatch(/^<h2>tieout: 1 of \d+ checks breaks \(\d+ exact\)<\/h2>/);
    expect(page).toContain(
      '<h3>Breaks: 1</h3>\n<p><strong>Operating expenses foot, three months ended March 31, 2006</strong>: breaks<br>',
    );
    expect(page).toMatch(/<td style="text-align:right">5,961<\/td>\s*<td>General and administrative<\/td>/);
    expect(page).toMatch(/<details><summary>Ties: \d+<\/summary>\n\s*<table>/);
    expect(page).toContain('</table>\n</details>');
    expect(page).not.toMatch(/\\|<a /);
  });

  it('never grows beyond its limit, and says what it left out', async () => {
    const text = await markdown(large(500));
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(html(text)).toMatch(
      /Left out, for want of room: \d+ of breaks, \d+ of ties\. <code>-f json<\/code> writes all of them\./,
    );
    expect(text).toContain('## tieout: 500 of');
  });

  it('shows what breaks before what ties, in whichever report it stands', async () => {
    const run = large(1);
    const good = specimenRun('epicept-2006-q1').filings;
    const filings = [...Array.from({ length: 100 }, () => good).flat(), ...run.filings];
    const text = await markdown({ ...run, filings, summary: summaryOf(filings, 0) }, 20_000);
    expect(text).toContain('### Breaks: 1');
    expect(text).toContain('43,357');
  });
});
