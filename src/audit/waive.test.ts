import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import type { Audited, Row, Verdict, Waiver } from '../generated/types.ts';
import { evidenceOf, isWaivable, questionsOf, waive } from './waive.ts';

const sum = rule('Revenues - OperatingExpenses = NetIncomeLoss', { id: 'test/sum' });
const rows = (net: string): Row[] => [
  { label: 'Revenues', concept: 'Revenues', printed: ['10'] },
  { label: 'Operating expenses', concept: 'OperatingExpenses', printed: ['4'] },
  { label: 'Net income', concept: 'NetIncomeLoss', printed: [net] },
];

function run(net = '9', more: readonly Row[] = []): Audited {
  return audited(filing(statement([...more, ...rows(net)])), sum).audited;
}

function accepted(from: Audited = run(), more: Partial<Waiver> = {}): Waiver {
  const finding = from.findings.find((one) => one.rule === 'test/sum');
  if (!finding) throw new Error('the rule applies');
  const evidence = evidenceOf(finding, new Map(from.figures.map((figure) => [figure.id, figure])));
  return {
    document: 'release.txt',
    ...evidence,
    reason: 'Agreed',
    owner: 'A. Auditor',
    expires: '2026-12-31',
    ...more,
  };
}

const shownAs = (net: string, waiver: Waiver, asOf = '2026-06-30') => {
  const { audited: after, outcomes } = waive(run(net), [waiver], asOf);
  return { outcome: outcomes[0], waived: after.findings.find((one) => one.rule === 'test/sum')?.waived };
};

describe('a waiver', () => {
  it('marks its finding, and leaves it a finding', () => {
    const { outcome, waived } = shownAs('9', accepted());
    expect(outcome).toMatchObject({ status: 'inForce', why: 'accepted by A. Auditor until 2026-12-31' });
    expect(waived).toEqual({ reason: 'Agreed', owner: 'A. Auditor', expires: '2026-12-31' });
    expect(waive(run(), [accepted()], '2026-06-30').audited.findings).toHaveLength(run().findings.length);
  });

  it('follows its finding to another line', () => {
    const moved = run('9', [{ label: 'A heading' }]);
    expect(waive(moved, [accepted()], '2026-06-30').outcomes[0]?.status).toBe('inForce');
  });

  it.each([
    ['2026-12-31', 'inForce', 'accepted by A. Auditor until 2026-12-31'],
    ['2027-01-01', 'expired', 'it expired on 2026-12-31'],
  ])('on %s is %s', (asOf, status, why) => {
    const { outcome, waived } = shownAs('9', accepted(), asOf);
    expect(outcome).toMatchObject({ status, why });
    expect(waived !== undefined).toBe(status === 'inForce');
  });

  it.each<[string, string, Partial<Waiver>, string, string]>([
    ['a figure is printed otherwise', '8', {}, 'void', '"Net income" was 9 and is 8'],
    [
      'a figure is read otherwise',
      '9',
      { figures: [{ label: 'Net income', printed: '9', amount: '9000' }] },
      'void',
      '"Net income" (9) was read as 9000 and is read as 9',
    ],
    [
      'a figure is no longer part of it',
      '9',
      { figures: [{ label: 'Royalties', printed: '9', amount: '9' }] },
      'void',
      '"Royalties" (9) is no longer one of its figures',
    ],
    [
      'a figure has been added',
      '9',
      { figures: [{ label: 'Net income', printed: '9', amount: '9' }] },
      'void',
      'figures have been added to it',
    ],
    ['the equation has changed', '9', { equation: 'A = B' }, 'void', 'the equation of its rule has changed'],
    ['it ties now', '6', {}, 'unmatched', 'what it waives ties now; it can be removed'],
    ['the rule is not run', '9', { rule: 'test/other' }, 'unmatched', 'the report has no such finding any more'],
    ['the column is not there', '9', { column: '1999' }, 'unmatched', 'the report has no such finding any more'],
  ])('is not in force when %s', (_, net, more, status, why) => {
    const { outcome, waived } = shownAs(net, accepted(run(), more));
    expect(outcome).toMatchObject({ status, why });
    expect(waived).toBeUndefined();
  });

  it('is compared with the finding that shares most with it, where its rule has several in the column', () => {
    const two = (last: string) =>
      audited(filing(statement(rows('9')), statement([...rows('9').slice(0, 2), ...rows(last).slice(2)])), sum).audited;
    const waiver = accepted(run('9'), {
      figures: [...accepted().figures, { label: 'Tax', printed: '1', amount: '1' }],
    });
    expect(waive(two('8'), [waiver], '2026-06-30').outcomes[0]).toMatchObject({
      status: 'void',
      why: '"Tax" (1) is no longer one of its figures',
    });
  });

  it('is compared with that finding whichever of them stands first on the page', () => {
    const page = (first: string, second: string) =>
      audited(filing(statement(rows(first)), statement(rows(second))), sum).audited;
    const changed = (first: string, second: string) =>
      waive(page(first, second), [accepted()], '2026-06-30').outcomes[0]?.why;
    expect(changed('12', '8')).toBe('"Net income" was 9 and is 12');
    const [head, ...others] = rows('8') as [ReturnType<typeof rows>[number], ...ReturnType<typeof rows>];
    const far = [{ ...head, printed: ['7'] }, ...others];
    const why = (...pages: ReturnType<typeof rows>[]) =>
      waive(audited(filing(...pages.map((one) => statement(one))), sum).audited, [accepted()], '2026-06-30').outcomes[0]
        ?.why;
    expect(why(far, rows('8'))).toBe(why(rows('8'), far));
  });

  it('is not needed for what ties', () => {
    const verdicts = run('6').findings.filter((one) => one.rule === 'test/sum');
    expect(verdicts.map(isWaivable)).toEqual([false]);
  });

  it.each<[Verdict, boolean]>([
    ['exact', false],
    ['rounding', false],
    ['edge', true],
    ['breaks', true],
    ['unproven', true],
  ])('is for what does not tie, and for nothing else: %s', (verdict, isNeeded) => {
    const [finding] = run().findings;
    if (!finding) throw new Error('there is a finding');
    expect(isWaivable({ ...finding, verdict })).toBe(isNeeded);
  });

  it('is about a finding without a column and with figures that are not there, as well', () => {
    const [finding] = run().findings;
    if (!finding) throw new Error('there is a finding');
    const { column: _, ...bare } = finding;
    expect(evidenceOf(bare, new Map())).toEqual({
      rule: finding.rule,
      equation: finding.equation,
      column: '',
      figures: [],
    });
  });
});

describe('equations that contradict each other together', () => {
  const line = (label: string, text: string): Row => ({ label, printed: [text] });
  const rules = ['"c" + "d" = "south"', '"a" + "c" = "books"', '"b" + "d" = "maps"'].map((equation, index) =>
    rule(equation, { id: `test/rule-${index}` }),
  );
  const page = (maps = '19') => [
    ...['a', 'b', 'c', 'd'].map((label) => line(label, '10')),
    line('south', '21'),
    line('books', '19'),
    line('maps', maps),
  ];
  const four = (list: readonly Row[] = page()) => audited(filing(statement(list)), ...rules).audited;
  const term = { document: 'release.txt', reason: 'Agreed', owner: 'A. Auditor', expires: '2026-12-31' };
  const waiver = (): Waiver => {
    const question = questionsOf(four()).find(({ id }) => id.startsWith('joint/'));
    if (!question) throw new Error('they contradict each other');
    return { ...term, ...question.evidence };
  };
  const shown = (from: Audited, waivers: readonly Waiver[], asOf = '2026-06-30') => {
    const { audited: after, outcomes } = waive(from, waivers, asOf);
    return [outcomes[0]?.status, after.joint?.conflicts.map(({ waived }) => waived?.owner)];
  };

  it('can be accepted, and stay what they are', () => {
    expect(shown(four(), [waiver()])).toEqual(['inForce', ['A. Auditor']]);
    expect(waiver().figures).toHaveLength(7);
    expect(shown(four([line('A heading', '5'), ...page()]), [waiver()])).toEqual(['inForce', ['A. Auditor']]);
  });

  it('are back when the waiver expires or one of their figures changes', () => {
    expect(shown(four(), [waiver()], '2027-01-01')).toEqual(['expired', [undefined]]);
    const changed = four([...page().slice(0, 3), line('d', '10.0'), ...page().slice(4)]);
    expect(changed.joint?.conflicts).toHaveLength(1);
    expect(shown(changed, [waiver()])).toEqual(['void', [undefined]]);
    expect(shown(four(page('20')), [waiver()])).toEqual(['unmatched', []]);
  });

  it('are accepted with any of their equations', () => {
    const from = four();
    const findings = from.findings.map((one) =>
      one.rule === 'test/rule-1' ? { ...one, verdict: 'edge' as const } : one,
    );
    const member = questionsOf({ ...from, findings }).find(({ isOpen }) => isOpen);
    if (!member) throw new Error('one of them is on the edge');
    expect(shown({ ...from, findings }, [{ ...term, ...member.evidence }])).toEqual(['inForce', ['A. Auditor']]);
  });

  it('are none where nothing was proven jointly', () => {
    const { joint: _joint, ...rest } = run();
    expect(waive(rest, [], '2026-06-30').audited).toEqual(rest);
    expect(questionsOf(rest)).toHaveLength(rest.findings.length);
  });
});
