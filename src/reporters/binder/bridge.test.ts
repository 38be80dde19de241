import { describe, expect, it } from 'vitest';
import { specimenRun } from '../../../fixtures/runs.ts';
import type { Audited, Figure, Finding } from '../../generated/types.ts';
import { showBridges } from './bridge.ts';
import { openVolume } from './findings.ts';

const bridges = (audited: Audited): string => showBridges(openVolume(1, audited, new Map()));

/** The bars of the first bridge: label, amount, what is said of the check. */
function barsOf(html: string): string[][] {
  const [first = ''] = html.split('</table>');
  return [
    ...first.matchAll(
      /<tr class="(\w+)"><th[^>]*>(.*?)<\/th><td class="n">(.*?)<\/td>.*?<td class="check">(.*?)<\/td>/g,
    ),
  ].map((found) => found.slice(1).map((text) => text.replace(/<[^>]*>/g, '')));
}

/** An income statement of one column: label, amount and what gives it. */
function statement(gap: string): Audited {
  const [audited] = specimenRun('epicept-2006-q1').filings as [Audited];
  const names = { r1: '100000', r2: '40000', r3: '60000' };
  const figures = Object.entries(names).map(([row, amount], at): Figure => ({
    ...(audited.figures[0] as Figure),
    id: `s1/${row}/c1`,
    row: at,
    column: 0,
    statement: 0,
    label: ['Revenue', 'Costs', 'Net income'][at] ?? '',
    ...(at === 2 && { concept: 'NetIncomeLoss' }),
    amount,
    unit: 'USD',
  }));
  const finding: Finding = {
    ...(audited.findings[0] as Finding),
    id: 'net',
    rule: 'income-statement/net',
    equation: 'Revenues - CostOfRevenue = NetIncomeLoss',
    terms: [
      { figure: 's1/r1/c1', as: 'Revenues', coefficient: '1' },
      { figure: 's1/r2/c1', as: 'CostOfRevenue', coefficient: '-1' },
      { figure: 's1/r3/c1', as: 'NetIncomeLoss', coefficient: '-1', stated: true },
    ],
    verdict: gap === '0' ? 'exact' : 'breaks',
    gap,
    room: '1.5',
  };
  const statements = [{ kind: 'incomeStatement' as const, columns: [{ heading: '2006' }] }];
  return { ...audited, statements, figures, findings: [finding] };
}

describe('the bridge', () => {
  it('walks from revenue to the loss to common, over every printed subtotal', () => {
    const [audited] = specimenRun('epicept-2006-q1-broken').filings as [Audited];
    expect(barsOf(bridges(audited))).toEqual([
      ['step', 'Revenue', '295', ''],
      ['step', 'General and administrative', '(5,961)', ''],
      ['step', 'Research and development', '(3,681)', ''],
      ['step', 'Acquired in-process research and development', '(33,715)', ''],
      ['subtotal', 'Total operating expenses', '(43,087)', 'gap 270, room 2'],
      ['step', 'Other income (expense), net', '(4,834)', ''],
      ['total', 'Net loss', '(47,626)', 'exact'],
      ['step', 'Deemed dividends and redeemable convertible preferred stock dividends', '(8,964)', ''],
      ['total', 'Loss attributable to common stockholders', '(56,590)', 'exact'],
    ]);
  });

  it('draws a gap of one in fifty thousand at the full width of its own scale', () => {
    const html = bridges(statement('2'));
    expect(barsOf(html).at(-1)).toEqual(['total', 'Net income', '60,000', 'gap 2, room 1.5']);
    expect(html).toContain('<rect class="gap" x="0" y="5" width="180" height="4"/>');
    expect(html).toContain('<rect class="room" x="0" y="1" width="135" height="12"/>');
    expect(html).toContain('<svg class="gauge over"');
  });

  it('draws no gap where there is none', () => {
    expect(bridges(statement('0'))).not.toContain('gauge');
  });

  it('is left out where no check reaches the result', () => {
    expect(bridges({ ...statement('0'), findings: [] })).toBe('');
    expect(bridges({ ...statement('0'), statements: [{ kind: 'balanceSheet', columns: [{ heading: '' }] }] })).toBe('');
  });

  it('ends where equations give each other in a circle', () => {
    const audited = statement('0');
    const [finding] = audited.findings as [Finding];
    const back: Finding = {
      ...finding,
      id: 'back',
      terms: [
        { figure: 's1/r1/c1', as: 'Revenues', coefficient: '1', stated: true },
        { figure: 's1/r3/c1', as: 'NetIncomeLoss', coefficient: '-1' },
      ],
    };
    expect(barsOf(bridges({ ...audited, findings: [finding, back] })).length).toBeLessThan(8);
  });
});
