import { describe, expect, it } from 'vitest';
import type { Probe } from '../generated/types.ts';
import { probeText, scoreText, share } from './probe.ts';

const place = { document: 'page', line: 7, column: 3 };
const many = Array.from({ length: 14 }, (_, index) => ({ kind: 'one-digit' as const, printed: `${index}` }));
const probe: Probe = {
  format: 'tieout/probe@1',
  source: 'page\u001b.txt',
  score: { misprints: 30, caught: 10, first: 9, withinThree: 10 },
  figures: [
    {
      figure: 's1/r1/c1',
      label: 'Revenue',
      printed: '1,234',
      place,
      down: '2000',
      up: '1234.5',
      score: { misprints: 15, caught: 10, first: 9, withinThree: 10 },
      survivors: [],
    },
    {
      figure: 's1/r2/c1',
      label: 'Costs',
      printed: '5',
      place,
      down: '1/3',
      score: { misprints: 15, caught: 0, first: 0, withinThree: 0 },
      survivors: [
        { reason: 'no check touches it', misprints: many },
        { reason: 'rounding allows it', misprints: [{ kind: 'sign', printed: '(5)' }] },
      ],
    },
  ],
};

describe('the report of a probe', () => {
  it('says what is caught, figure by figure, and what nobody would notice', () => {
    expect(probeText(probe)).toBe(
      [
        'page\\u{1b}.txt',
        '  2 figures, 30 misprints: 10 caught (33.3 %); of these the right figure is named first for 90.0 %,',
        '    within three for 100.0 %',
        '',
        '  figure                                                printed   noticed from, in units   caught',
        '  7: Revenue                                              1,234        -2,000 / +1,234.5   10 of 15',
        '  7: Costs                                                    5             -1/3 / never   0 of 15',
        '',
        '  What nobody would notice',
        '    line 7: Costs, 5',
        '      14 misprints, no check touches it: 0; 1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11; and 2 more',
        '      1 misprint, rounding allows it: (5)',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what is not there', () => {
    expect(probeText({ ...probe, figures: probe.figures.slice(0, 1) })).not.toContain('What nobody');
    expect(scoreText({ misprints: 0, caught: 0, first: 0, withinThree: 0 })).toBe('0 misprints: 0 caught (none)');
  });

  it('rounds no share up to all', () => {
    expect([share(9_999, 10_000), share(10, 10), share(0, 0)]).toEqual(['99.9 %', '100.0 %', 'none']);
  });
});
