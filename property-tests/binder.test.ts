/** Whatever document the binder shows, the page is its own and nothing of the document's text is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../fixtures/page.ts';
import { render, specimenRun } from '../fixtures/runs.ts';
import { linesOf } from '../src/documents/lines.ts';
import type { SourceDocument } from '../src/generated/types.ts';
import { binderReporter } from '../src/reporters/binder/binder.ts';
import { runs } from './support.ts';

const NAMES = (
  'a b i u p div span font table tr td th tbody caption thead pre xmp plaintext script style title textarea template svg ' +
  'math iframe object form input button select details summary dialog main section body html head meta link base img br ' +
  'hr center h1 ul li sup sub ix:header ix:nonfraction page s c'
).split(' ');

const attribute = fc.constantFrom(
  'onclick="alert(1)"',
  "onload='alert(1)'",
  'href="javascript:alert(1)"',
  'src=http://example.test/x',
  'style="background:url(http://example.test/x);position:fixed;color:red"',
  'style="display:none"',
  'style="text-align:right;font-weight:bold;padding-left:1e99pt;border-bottom:3px double"',
  'colspan=999999999',
  'rowspan="-1"',
  'width="100000%"',
  'width="1%&quot; onclick=&quot;x"',
  'class="g chosen" id="filing-1"',
  'align="right"',
  'hidden',
  'x<y',
  '"',
);

const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 2 }))
    .map(([name, list]) => `<${[name, ...list].join(' ')}>`),
  fc.constantFrom(...NAMES).map((name) => `</${name}>`),
  fc.constantFrom(...NAMES).map((name) => `<${name}/>`),
  fc.constantFrom(
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '<?x',
    '<!DOCTYPE x>',
    '<',
    '>',
    '&',
    '&lt;script&gt;',
    '&#60;b&#62;',
    '&#0;',
    '&#x202e;',
    '\u202e',
    '\r\n',
    '\n',
    '\t',
    '</',
    '<a',
    '"',
    "'",
    '12',
    '(46)',
    '--',
    '\ud800',
    '::error::x',
    '\n::error::',
    '##[x]',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const pieces = fc.array(piece, { maxLength: 40 });

/** The page of the broken specimen with another document, its figures standing anywhere. */
async function pageOf(document: SourceDocument, places: readonly (readonly [number, number])[] = []): Promise<string> {
  const run = specimenRun('epicept-2006-q1-broken');
  for (const audited of run.filings) {
    audited.document = document;
    places.forEach(([line, column], at) => {
      const figure = audited.figures[at];
      if (figure) figure.place = { document: '', line, column };
    });
  }
  return (await render(binderReporter(), run)).toString('utf8');
}

const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })), { maxLength: 38 });
const kinds = fc.constantFrom('text', 'html', 'filing') satisfies fc.Arbitrary<SourceDocument['kind']>;

/** The text of the first element of a class. */
function textOf(html: string, name: string): string {
  const found = readPage(html).elements.find(({ attributes }) => attributes['class'] === name);
  return found?.text ?? '';
}

describe('the binder of any document', () => {
  it('holds nothing but its own elements and attributes, each closed, and every figure once', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, pieces, places, async (kind, list, at) => {
        const { wrong, elements } = readPage(await pageOf({ kind, text: list.join('') }, at));
        expect(wrong).toEqual([]);
        const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => id.startsWith('figure-'))).toHaveLength(38);
      }),
      runs(150),
    );
  });

  it('keeps every line of a text exhibit', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'ab12<>&"\t $(),.-'.split('')), maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 120 }), places, async (lines, at) => {
        const text = lines.join('\n');
        const { elements } = readPage(await pageOf({ kind: 'text', text }, at));
        const ink = elements.filter(({ attributes }) => attributes['class'] === 'ink').map((element) => element.text);
        expect(ink.join('\n')).toBe(linesOf(text).join('\n'));
      }),
      runs(60),
    );
  });

  it('keeps the text of a document in HTML, in its order', async () => {
    interface Part {
      readonly html: string;
      readonly text: string;
    }
    const word: fc.Arbitrary<Part> = fc
      .string({ unit: fc.constantFrom(...'ab12(),.'.split('')), minLength: 1, maxLength: 8 })
      .map((text) => ({ html: text, text }));
    const { node } = fc.letrec<{ node: Part; list: Part }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.constantFrom<Part>({ html: '&lt;', text: '<' }, { html: '&#38;', text: '&' }, { html: '<br>', text: '' }),
        fc
          .tuple(fc.constantFrom('p', 'div', 'b', 'font', 'span', 'center', 'a', 'blockquote'), tie('list'))
          .map(([name, { html, text }]) => ({ html: `<${name} align=right>${html}</${name}>`, text })),
        fc.array(fc.array(tie('list'), { maxLength: 3 }), { maxLength: 3 }).map((rows) => ({
          html: `<table>${rows.map((row) => `<tr>${row.map(({ html }) => `<td>${html}</td>`).join('')}</tr>`).join('\n')}</table>`,
          text: rows
            .flat()
            .map(({ text }) => text)
            .join(''),
        })),
      ),
      list: fc.array(tie('node'), { maxLength: 4 }).map((parts) => ({
        html: parts.map(({ html }) => html).join(''),
        text: parts.map(({ text }) => text).join(''),
      })),
    }));
    await fc.assert(
      fc.asyncProperty(node, places, async ({ html, text }, at) => {
        expect(textOf(await pageOf({ kind: 'html', text: html }, at), 'doc html').replace(/\s/g, '')).toBe(text);
      }),
      runs(100),
    );
  });

  it('is the same, byte for byte, each time', async () => {
    const document = { kind: 'text', text: 'Cash  12' } as const;
    expect(await pageOf(document)).toBe(await pageOf(document));
  });
});

describe('the reader of pages', () => {
  it('finds what a page must not hold', async () => {
    const html = await pageOf({ kind: 'text', text: 'a place' });
    for (const bad of [
      '<img src=x>',
      '<script>alert(1)</script>',
      '<a href="http://example.test">x</a>',
      '<p onclick="x">a</p>',
      '<p style="x">a</p>',
      '<div>',
      '</div>',
      '<!-- x -->',
    ])
      expect(readPage(html.replace('a place', bad)).wrong, bad).not.toEqual([]);
  });
});
