/** `tieout diff`: two drafts of a report set side by side. */
import { compare } from '../audit/compare.ts';
import type { Comparison } from '../audit/compare.ts';
import { comparisonText } from '../reporters/comparison.ts';
import { auditOne } from './audit-report.ts';
import type { Settings } from './config.ts';
import { atLeast } from '../severity.ts';

/**
 * Compares two drafts.
 * @returns what is shown, and the exit code: 1 where a rule breaks that did not break in the old draft
 */
export async function diff(
  before: string,
  after: string,
  format: 'text' | 'json',
  settings: Settings,
): Promise<{ readonly text: string; readonly code: 0 | 1 }> {
  const comparison = compare((await auditOne(before, settings)).audited, (await auditOne(after, settings)).audited);
  const worse = comparison.findings.fresh.some(
    ({ verdict, severity }) => verdict === 'breaks' && atLeast(severity, settings.failOn.value),
  );
  return {
    text: format === 'json' ? json(before, after, comparison) : comparisonText({ before, after }, comparison),
    code: worse ? 1 : 0,
  };
}

function json(before: string, after: string, comparison: Comparison): string {
  return `${JSON.stringify({ format: 'tieout/diff@1', before, after, ...comparison }, undefined, 2)}\n`;
}
