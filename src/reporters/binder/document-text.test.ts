import { describe, expect, it } from 'vitest';
import type { Figure } from '../../generated/types.ts';
import { showText } from './document-text.ts';
import type { Mark } from './marks.ts';

function mark(printed: string, line: number, column: number): Mark {
  const figure = { id: `s1/r${line}/c${column}`, printed, place: { document: 'a', line, column } } as Figure;
  return { figure, state: 'exact', ticks: [], stands: [] };
}

const show = (text: string, ...marks: Mark[]) => {
  const { html, lost } = showText(text, marks, (_, ink) => `[${ink}]`);
  const ink = [...html.matchAll(/<div class="ink">([^]*?)<\/div><\/div>/g)].map((found) => found[1]).join('\n');
  return { ink, lost: lost.map(({ figure }) => figure.printed) };
};

describe('a text exhibit', () => {
  it.each([
    { what: 'a figure in its place', text: 'Cash   1,234', marks: [mark('1,234', 1, 8)], ink: 'Cash   [1,234]' },
    {
      what: 'without its currency sign',
      text: 'Cash  $ 1,234',
      marks: [mark('$ 1,234', 1, 9)],
      ink: 'Cash  $ [1,234]',
    },
    {
      what: 'with the blanks of the page',
      text: 'Loss  $(46 )',
      marks: [mark('$ (46)', 1, 8)],
      ink: 'Loss  $[(46 )]',
    },
    {
      what: 'with the sign of its currency, where its place is that',
      text: 'to $400 a',
      marks: [mark('$400', 1, 4)],
      ink: 'to [$400] a',
    },
    { what: 'behind a tab', text: 'Cash\t1,234', marks: [mark('1,234', 1, 9)], ink: 'Cash    [1,234]' },
    { what: 'a dash', text: 'Cash  --', marks: [mark('--', 1, 7)], ink: 'Cash  [--]' },
    { what: 'after a form feed', text: 'a\fCash 12', marks: [mark('12', 2, 6)], ink: 'a\nCash [12]' },
    { what: 'two on a line', text: '1 12', marks: [mark('12', 1, 3), mark('1', 1, 1)], ink: '[1] [12]' },
  ])('shows $what', ({ text, marks, ink }) => {
    expect(show(text, ...marks)).toEqual({ ink, lost: [] });
  });

  it.each([
    { what: 'other ink stands there', text: 'Cash 99', mark: mark('12', 1, 6) },
    { what: 'only its first digits stand there', text: 'Cash 12', mark: mark('123', 1, 6) },
    { what: 'the line is too short', text: 'Cash', mark: mark('12', 1, 6) },
    { what: 'there is no such line', text: 'Cash', mark: mark('12', 7, 1) },
  ])('reports a figure as lost where $what', ({ text, mark: lost }) => {
    expect(show(text, lost)).toEqual({ ink: text, lost: [lost.figure.printed] });
  });

  it('turns no markup and no direction of the document into that of the page', () => {
    expect(show('<b>\u202e&"').ink).toBe('&lt;b&gt;\\u{202e}&amp;&quot;');
  });
});
