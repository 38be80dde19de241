import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audited } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import { shippedRules } from '../rules/index.ts';
import { readHtml } from './html.ts';
import { readStatements } from './statements.ts';
import { readText } from './text.ts';

/**
 * Invented reports in the styles in which reports are published: every company, figure and sentence is
 * made up, and all of them foot. golden/styles.txt was compared with them by hand: the statements, their
 * columns' periods, and the lines that keep their own label because the vocabulary has none for them.
 */
const folder = join(import.meta.dirname, '../../fixtures/styles');
const names = readdirSync(folder).sort();

function read(name: string) {
  const text = readFileSync(join(folder, name), 'utf8');
  return readStatements(name.endsWith('.txt') ? readText(text) : readHtml(text), name, shippedVocabulary());
}

/** Each statement of a report: its kind, its columns, and the labels that mean nothing to the vocabulary. */
function statementsOf(name: string): string[] {
  return read(name).statements.flatMap((one) => {
    if (one.kind === 'other') return [];
    const lines = one.rows.filter((row) => row.printed);
    const unnamed = lines.filter((row) => row.concept === undefined && row.unit === undefined);
    const scales = [one.scale, one.sharesScale].map((scale) => scale ?? 1).join(' and ');
    return [
      `  ${one.kind}, ${lines.length} lines, scales ${scales}`,
      ...one.columns.map((column) => `    ${column.shows ?? column.period ?? 'no period'} "${column.heading}"`),
      ...unnamed.map((row) => `    unnamed: ${row.label}`),
    ];
  });
}

describe('reports in the styles in which they are published', () => {
  it('have their statements with periods and lines', async () => {
    const said = names.flatMap((name) => [name, ...statementsOf(name), '']);
    await expect(said.join('\n')).toMatchFileSnapshot('golden/styles.txt');
  });

  it.each(names)('break nowhere: %s', (name) => {
    const { audited: run, unreadable } = audited(read(name), ...shippedRules);
    expect(run.findings.filter((finding) => finding.verdict === 'breaks').map((finding) => finding.working)).toEqual(
      [],
    );
    expect(unreadable).toEqual([]);
    expect(run.counts.exact).toBeGreaterThan(0);
  });
});
