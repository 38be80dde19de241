import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import type { Row } from '../generated/types.ts';

const sum = rule('"a" + "b" = "c"');
const limit = rule('"d" <= "e"');
const row = (label: string, ...printed: string[]): Row => ({ label, printed });

/** What is said of a page on which `a + b = c` should hold, and what could not be read. */
function said(...rows: Row[]) {
  const { audited: run, unreadable } = audited(filing(statement(rows)), sum, limit);
  return {
    verdicts: run.findings.map((finding) => finding.verdict),
    printed: run.figures.map((figure) => `${figure.printed} is ${figure.amount}`),
    notes: run.notes.map((note) => note.text),
    unreadable: unreadable.map((one) => one.message),
  };
}

describe('a figure with one parenthesis only', () => {
  it.each(['(3', '3)'])('is read as negative where its equation holds so, as printed: %s', (text) => {
    const missing = text.startsWith('(') ? 'closing' : 'opening';
    expect(said(row('a', '5'), row('b', text), row('c', '2'))).toEqual({
      verdicts: ['exact'],
      printed: ['5 is 5', `${text} is -3`, '2 is 2'],
      notes: [`"${text}" has no ${missing} parenthesis; it is read as negative, because so its equations hold`],
      unreadable: [],
    });
  });

  it.each([
    ['its equation breaks so', [row('a', '5'), row('b', '(3'), row('c', '8')], ['unproven']],
    ['nothing speaks of it', [row('d', '(3')], []],
    ['only a limit is kept so', [row('d', '(3'), row('e', '2')], ['unproven']],
  ])('stays unread where %s', (_, rows, verdicts) => {
    const { verdicts: found, notes, unreadable } = said(...rows);
    expect({ found, notes, unreadable }).toEqual({
      found: verdicts,
      notes: [],
      unreadable: ['"(3" has no closing parenthesis'],
    });
  });

  it('is read as negative where its equation holds so by rounding', () => {
    expect(said(row('a', '5'), row('b', '(3'), row('c', '1'))).toMatchObject({
      verdicts: ['rounding'],
      printed: ['5 is 5', '(3 is -3', '1 is 1'],
    });
  });

  it('stays unread where one of two equations breaks so, and not where one is not proven', () => {
    const other = rule('"b" + "d" = "e"', { id: 'test/other' });
    const { unreadable } = audited(
      filing(statement([row('a', '5'), row('b', '(3'), row('c', '2'), row('d', '9'), row('e', '1')])),
      sum,
      other,
    );
    expect(unreadable).toHaveLength(1);
    const { audited: run, unreadable: none } = audited(
      filing(statement([row('a', '5'), row('b', '(3'), row('c', '2'), row('d', 'x'), row('e', '6')])),
      sum,
      other,
    );
    expect(none.map(({ message }) => message)).toEqual([expect.stringContaining('"x"')]);
    expect(run.findings.map(({ verdict }) => verdict).toSorted()).toEqual(['exact', 'unproven']);
  });

  it('stays unread where its equation is not proven so, or holds only at the very end of all rounding', () => {
    const allowing = rule('"a" + "b" = "c"', {
      allows: { greater: 'left', because: 'a line that need not be printed' },
    });
    const page = filing(statement([row('a', '9'), row('b', '(3'), row('c', '2')]));
    expect(audited(page, sum).unreadable).toHaveLength(1);
    expect(audited(page, allowing).unreadable).toHaveLength(1);
    const four = rule('"a" + "b" + "d" = "c"');
    const edge = filing(statement([row('a', '9'), row('b', '(3'), row('d', '2'), row('c', '6')]));
    expect(audited(edge, four).unreadable).toHaveLength(1);
  });

  it('is read each by itself, beside what cannot be read at all', () => {
    const { verdicts, notes, unreadable } = said(
      row('a', '5', '5', '5'),
      row('b', '(3', '(3', 'x'),
      row('c', '2', '8', '2'),
    );
    expect(verdicts.toSorted()).toEqual(['exact', 'unproven', 'unproven']);
    expect(notes).toHaveLength(1);
    expect(unreadable).toEqual(['"(3" has no closing parenthesis', expect.stringContaining('"x"') as string]);
  });
});
