/** No format of report hides a waived finding, or a waiver that is not in force. */
import Excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render, specimenRun } from '../fixtures/runs.ts';
import { isWaivable } from '../src/audit/waive.ts';
import { FORMATS, loadReporter } from '../src/commands/formats.ts';
import type { Format } from '../src/commands/formats.ts';
import type { Run } from '../src/generated/types.ts';
import { runs } from './support.ts';

/** The broken release with one of its findings waived. */
function runWith(
  format: Format,
  chosen: number,
  reason: string,
  owner: string,
): { readonly run: Run; readonly rule: string } {
  const run = structuredClone(specimenRun('epicept-2006-q1-broken'));
  // Nothing that could not be proven is annotated, waived or not: the job summary, which is Markdown, has it.
  const isShown = (verdict: string) => format !== 'github' || verdict !== 'unproven';
  const open = run.filings.flatMap((filing) =>
    filing.findings.filter((finding) => isWaivable(finding) && isShown(finding.verdict)),
  );
  const finding = open[chosen % open.length];
  if (!finding) throw new Error('the broken release breaks');
  finding.waived = { reason, owner, expires: '2031-05-17' };
  run.summary.waived = 1;
  return { run, rule: finding.rule };
}

/** A report as the words that are in it, whatever its format puts around and between them. */
async function wordsOf(format: Format, run: Run): Promise<string> {
  const bytes = await render(await loadReporter(format), run);
  if (format !== 'workbook') return bytes.toString('utf8').replace(/\s+/g, ' ');
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const texts: string[] = [];
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text))));
  return texts.join(' ').replace(/\s+/g, ' ');
}

/** A word that no report holds by itself, and that needs no escaping anywhere. */
const word = fc.stringMatching(/^[a-z]{6,10}$/).map((text) => `zq${text}`);

describe.each(FORMATS)('a waived finding in the format %s', (format) => {
  it('is there, with its rule, who answers for it, why and until when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), word, word, async (chosen, reason, owner) => {
        const { run, rule } = runWith(format, chosen, reason, owner);
        const words = await wordsOf(format, run);
        for (const part of [rule, reason, owner, '2031-05-17']) expect(words, part).toContain(part);
      }),
      runs(format === 'workbook' ? 4 : 15),
    );
  });
});

describe.each(FORMATS)('a waiver that is not in force, in the format %s', (format) => {
  it('is there, with its rule, why, and where it stands', async () => {
    const status = fc.constantFrom('void', 'expired', 'unmatched');
    await fc.assert(
      fc.asyncProperty(status, word, word, word, async (lapsed, rule, why, file) => {
        const run = structuredClone(specimenRun('epicept-2006-q1-broken'));
        const place = { document: `${file}.yaml`, line: 12, column: 5 };
        run.summary.waivers = [{ document: 'release.txt', rule, status: lapsed, why, place }];
        const words = await wordsOf(format, run);
        for (const part of [rule, why, file]) expect(words, part).toContain(part);
      }),
      runs(format === 'workbook' ? 4 : 15),
    );
  });
});
