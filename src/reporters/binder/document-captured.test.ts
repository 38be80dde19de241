import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILING } from '../../../fixtures/twins.ts';
import { specimenRun } from '../../../fixtures/runs.ts';
import type { Audited } from '../../generated/types.ts';
import { showCaptured } from './document-captured.ts';
import { marksOf } from './marks.ts';

const [audited] = specimenRun('epicept-2006-q1').filings as [Audited];

/** The rows as text: cells set apart, figures in brackets. */
function rowsOf(source: string | undefined, of: Audited = audited): string[] {
  const html = showCaptured(of, source, marksOf(of), (_, ink) => `[${ink}]`);
  return [...html.matchAll(/<tr.*?>(.*?)<\/tr>/g)].map((row) =>
    (row[1] ?? '').replace(/<\/t[hd]>(?=<)/g, ' | ').replace(/<[^>]*>/g, ''),
  );
}

describe('a captured filing', () => {
  it('is shown as statements, with the lines that have no figures', () => {
    const rows = rowsOf(readFileSync(FILING, 'utf8'));
    expect(rows).toContain('Operating expenses: |  | ');
    expect(rows).toContain('Research and development | [3,681] | [487]');
    expect(rows.join('\n').match(/\[/g)).toHaveLength(38);
  });

  it('is made of its figures where its text is not there, or is no filing', () => {
    for (const source of [
      undefined,
      '',
      '{',
      'null',
      '[1]',
      '{"statements":{"0":1}}',
      '{"statements":[{"rows":[null,{"label":3}]}]}',
    ]) {
      const rows = rowsOf(source);
      expect(rows.join('\n').match(/\[/g), source).toHaveLength(38);
    }
  });

  it('lists the figures that belong to no statement', () => {
    const figures = audited.figures.map((figure, at) => (at === 0 ? { ...figure, statement: 7 } : figure));
    expect(rowsOf(undefined, { ...audited, figures })).toContain('Cash and cash equivalents | [$ 11,508] | 322:70');
  });
});
