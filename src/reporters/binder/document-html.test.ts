import { describe, expect, it } from 'vitest';
import type { Figure } from '../../generated/types.ts';
import { showHtml } from './document-html.ts';
import type { Mark } from './marks.ts';

/** A mark on the place in the source that is marked with `@`, which is taken out. */
function marked(source: string, ...printed: string[]): { readonly text: string; readonly marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  for (const [index, part] of source.split('@').entries()) {
    text += part;
    const ink = printed[index];
    if (ink === undefined) continue;
    const lines = text.split('\n');
    const place = { document: 'a', line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    const figure = { id: `s1/r1/c${index + 1}`, statement: 0, printed: ink, place } as Figure;
    marks.push({ figure, state: 'exact', ticks: [], stands: [] });
  }
  return { text, marks };
}

const show = (source: string, ...printed: string[]) => {
  const { text, marks } = marked(source, ...printed);
  const { html, lost } = showHtml(text, marks, (_, ink) => `[${ink}]`);
  return { inner: html.replace(/^<div class="doc html">\n/, '').replace(/<\/div>\n$/, ''), lost: lost.length };
};
const part = (html: string) => `<div class="part">${html}</div>\n`;

describe('a document in HTML', () => {
  it.each([
    {
      what: 'tables, with alignment, rules and spans',
      html: '<table><tr><td colspan=2 style="text-align:right;border-bottom:1px solid #000">5</td></tr></table>',
      shown: '<table><tr><td colspan="2" class="ar b1">5</td></tr></table>',
    },
    {
      what: 'bold and italic type',
      html: '<B>a</B><i>b</i>',
      shown: '<span class="b">a</span><span class="i">b</span>',
    },
    {
      what: 'indents, of cells too',
      html: '<p style="padding-left:20pt;text-indent:-10pt">a</p>',
      shown: '<div class="para in2 out1">a</div>',
    },
    { what: 'character references as text', html: '&lt;b&gt; &#38; &nbsp;', shown: '&lt;b&gt; &amp; \u00a0' },
    { what: 'no program', html: 'a<script>alert(1)</script><style>b{}</style>c', shown: 'ac' },
    { what: 'no handler, no address', html: '<a href="javascript:x" onclick="y">a</a>', shown: 'a' },
    {
      what: 'no image',
      html: '<img src="http://example.test/a.png" onerror="x">',
      shown: '<span class="note">[image]</span>',
    },
    {
      what: 'no style of its own',
      html: '<div style="background:url(x);position:fixed">a</div>',
      shown: '<div class="sh">a</div>',
    },
    { what: 'no form', html: '<form action=x><input name=y><button>z</button></form>', shown: '<div>z</div>' },
    { what: 'no frame', html: '<iframe src=x>a</iframe>b', shown: 'b' },
    { what: 'nothing that it hides', html: '<div style="display:none">a<b>b</b></div>c', shown: 'c' },
    { what: 'no comment', html: 'a<!-- <b>x --></b>b', shown: 'ab' },
    { what: 'end tags that nothing opened as nothing', html: '</div></section></main>a</table></td>', shown: 'a' },
    { what: 'what was never closed as closed', html: '<div><b>a', shown: '<div><span class="b">a</span></div>' },
    {
      what: 'a cell that was never closed beside the next',
      html: '<table><tr><td>a<td>b<tr><td>c</table>',
      shown: '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    },
    {
      what: 'words between cells in a cell of their own',
      html: '<table>a<tr>b<td>c</td></tr></table>',
      shown: '<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>',
    },
    { what: 'cells without a table as text', html: '<td>a</td><tr>b</tr>', shown: 'ab' },
    {
      what: 'the marks of a text exhibit in <pre>',
      html: '<pre>a <S> <C>\n1</pre>',
      shown: '<div class="pre">a &lt;S&gt; &lt;C&gt;\n1</div>',
    },
  ])('shows $what', ({ html, shown }) => {
    expect(show(html).inner).toBe(part(shown));
  });

  it.each([
    { what: 'in its cell', html: '<td>$</td><td>@1,234</td>', printed: ['$ 1,234'], shown: '$[1,234]' },
    {
      what: 'on a later line',
      html: 'a\r\nb\n<b>@12</b>',
      printed: ['12'],
      shown: 'a\nb\n<span class="b">[12]</span>',
    },
    { what: 'whose parenthesis stands in the next cell', html: '@(46<td>)</td>', printed: ['(46)'], shown: '[(46])' },
    { what: 'that begins with a character reference', html: 'a @&#40;46)', printed: ['(46)'], shown: 'a [(46)]' },
    {
      what: 'behind character references',
      html: '&nbsp;&#36;@5 &amp; @6',
      printed: ['5', '6'],
      shown: '\u00a0$[5] &amp; [6]',
    },
    { what: 'with the sign that stands before its place', html: '<td>-@9%</td>', printed: ['-9%'], shown: '[-9%]' },
    { what: 'with the point that stands before its place', html: '$ .@028', printed: ['$ .028'], shown: '$ [.028]' },
    {
      what: 'whose parenthesis stands in a cell of its own',
      html: '<table><tr><td>@(</td><td> 46</td><td>)</td></tr></table>',
      printed: ['(46)'],
      shown: '<table><tr><td>(</td><td> [46]</td><td>)</td></tr></table>',
    },
    { what: 'a dash', html: '<p>@&#8212;</p>', printed: ['\u2014'], shown: '<div class="para">[\u2014]</div>' },
    {
      what: 'on a line of <pre> whose tags its place does not count',
      html: '<pre>\nCash @<b>x</b>    12  12\n</pre>',
      printed: ['12'],
      shown: '<div class="pre">\nCash <span class="b">x</span>    [12]  12\n</div>',
    },
  ])('marks a figure $what', ({ html, printed, shown }) => {
    expect(show(html, ...printed)).toEqual({ inner: part(shown), lost: 0 });
  });

  it('marks the figures of sentences, whose places do not count tags and references', () => {
    const { text, marks } = marked(
      '<p>rose @to <b>$1.5&nbsp;million</b>, by @3%, to 13% &amp; 3%',
      '$1.5 million',
      '3%',
    );
    const prose = marks.map((mark, at) => {
      const { statement: _, ...figure } = mark.figure;
      return { ...mark, figure: { ...figure, id: `p${at + 1}` } };
    });
    const { html, lost } = showHtml(text, prose, (_, ink) => `[${ink}]`);
    expect(html).toContain('rose to <span class="b">$[1.5\u00a0million]</span>, by [3%], to 13% &amp; 3%');
    expect(lost).toEqual([]);
  });

  it.each([
    { what: 'other ink stands there', html: 'a @99', printed: '12' },
    { what: 'it is hidden', html: '<div hidden>@12</div>', printed: '12' },
    { what: 'the document ends before', html: 'a@', printed: '12' },
  ])('reports a figure as lost where $what', ({ html, printed }) => {
    expect(show(html, printed).lost).toBe(1);
  });

  it('names the parts of a submission that hold nothing to read', () => {
    const source =
      '<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nplain @12\n</TEXT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\n';
    const { inner, lost } = show(source, '12');
    expect(inner).toContain('plain [12]');
    expect(inner).toContain('<div class="note">GRAPHIC: not shown</div>');
    expect(lost).toBe(0);
  });

  it('parts a long document between its blocks, inside of what wraps them all', () => {
    const { inner } = show(`<div><font>${'<p>a line of text</p>'.repeat(5000)}</font></div>`);
    const parts = inner.split('<div class="part">').slice(1);
    expect(parts.length).toBeGreaterThan(2);
    for (const one of parts) expect(one.split('<div').length).toBe(one.split('</div').length - 1);
  });
});
