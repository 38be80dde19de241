import { describe, expect, it } from 'vitest';
import { fullRun } from '../../../fixtures/runs.ts';
import type { Audited, Finding, Severity, Verdict } from '../../generated/types.ts';
import { groupOf, marksOf } from './marks.ts';
import type { Tick } from './marks.ts';

const [audited] = fullRun().filings as [Audited];
const STATED = 's2/r6/c1';

/** The mark of the stated figure where one finding like the broken one says this of it. */
function markOf(change: Partial<Finding>) {
  const broken = audited.findings.find(({ verdict }) => verdict === 'breaks') as Finding;
  const { joint: _, ...rest } = audited;
  return marksOf({ ...rest, findings: [{ ...broken, ...change }] }).get(STATED);
}

const two = (first: string, coefficient?: string): Finding['terms'] => [
  { figure: first, as: 'A', ...(coefficient !== undefined && { coefficient }) },
  { figure: STATED, as: 'B', ...(coefficient !== undefined && { coefficient: '-1' }), stated: true },
];

describe('the mark of a figure', () => {
  it.each<{ what: string; change: Partial<Finding>; state: string; tick: Tick }>([
    { what: 'broken', change: { verdict: 'breaks' }, state: 'breaks', tick: 'exception' },
    { what: 'broken, only asking', change: { verdict: 'breaks', severity: 'query' }, state: 'query', tick: 'query' },
    { what: 'on the edge', change: { verdict: 'edge' }, state: 'query', tick: 'query' },
    { what: 'not proven', change: { verdict: 'unproven' }, state: 'unproven', tick: 'unproven' },
    { what: 'footed', change: { verdict: 'exact' }, state: 'exact', tick: 'footed' },
    { what: 'footed by rounding', change: { verdict: 'rounding' }, state: 'rounding', tick: 'footed' },
    {
      what: 'recalculated',
      change: { verdict: 'exact', equation: 'A = B / C', terms: two('s2/r3/c1') },
      state: 'exact',
      tick: 'recalculated',
    },
    {
      what: 'agreed to a table',
      change: { verdict: 'exact', equation: 'A = B', terms: two('s2/r3/c1', '1') },
      state: 'exact',
      tick: 'table',
    },
    {
      what: 'agreed to the text',
      change: { verdict: 'exact', equation: 'A = B', terms: two('p1', '1') },
      state: 'exact',
      tick: 'text',
    },
    {
      what: 'compared',
      change: { verdict: 'exact', equation: 'A <= B', terms: two('s2/r3/c1', '1') },
      state: 'exact',
      tick: 'compared',
    },
  ])('says that it is $what', ({ change, state, tick }) => {
    expect(markOf(change)).toMatchObject({ state, ticks: [tick], stands: [0] });
  });

  it('is the worst of all that is said of it, and shows each tick once', () => {
    const marks = marksOf(audited);
    expect(marks.get(STATED)).toMatchObject({ state: 'breaks', ticks: ['exception', 'query', 'unproven', 'footed'] });
    expect(marks.get('p1')).toMatchObject({ state: 'untied', ticks: [], stands: [] });
  });

  it('asks of the figures of a conflict', () => {
    const mark = marksOf({ ...audited, findings: [] }).get(audited.figures[0]?.id ?? '');
    expect(mark).toMatchObject({ state: 'query', ticks: ['query'], stands: [0] });
  });
});

describe('the group of a finding', () => {
  it.each<[Verdict, Severity, string]>([
    ['breaks', 'error', 'breaks'],
    ['breaks', 'info', 'breaks'],
    ['breaks', 'query', 'query'],
    ['edge', 'error', 'query'],
    ['unproven', 'query', 'unproven'],
    ['exact', 'query', 'ties'],
    ['rounding', 'error', 'ties'],
  ])('%s of severity %s is among: %s', (verdict, severity, group) => {
    expect(groupOf({ verdict, severity })).toBe(group);
  });
});
