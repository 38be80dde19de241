import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';

describe('the figures that a check touches', () => {
  const sum = rule('"a" + "b" = "c"');
  const coverage = (...printed: readonly (string | null)[]) =>
    audited(filing(statement(printed.map((text, at) => ({ label: 'abcd'.charAt(at), printed: [text] })))), sum).audited
      .coverage;

  it.each(['3', '9'])('are those of a check that was decided, which gives 3 where the page has %s', (total) => {
    expect(coverage('1', '2', total, '4')).toEqual({ figures: 4, touched: 3, untouched: ['s1/r4/c1'], notRun: [] });
  });

  it('are none where the check could not run, and what it lacks is said', () => {
    expect(coverage('1', null, '3')).toEqual({
      figures: 2,
      touched: 0,
      untouched: ['s1/r1/c1', 's1/r3/c1'],
      notRun: [{ finding: 'test/rule@s1/r1/c1+s1/r3/c1', missing: ['no figure for b in this column'] }],
    });
  });
});
