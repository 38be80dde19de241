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

  it('is read each by itself, beside what cannot be read at all', () => {
    const { verdicts, unreadable } = said(row('a', '5', '5', '5'), row('b', '(3', '(3', 'x'), row('c', '2', '8', '2'));
    expect(verdicts.toSorted()).toEqual(['exact', 'unproven', 'unproven']);
    expect(unreadable).toEqual(['"(3" has no closing parenthesis', expect.stringContaining('"x"') as string]);
  });
});
