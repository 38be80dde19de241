import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { Fault } from '../fault.ts';
import { parseYaml } from './yaml.ts';

function refusal(text: string): string {
  try {
    parseYaml(text, 'a.yaml');
  } catch (error) {
    if (error instanceof Fault) return error.record.message;
    throw error;
  }
  return 'not refused';
}

describe('YAML as plain text', () => {
  it('keeps every value as it is written', () => {
    const text = 'a: 0.10\nb: 010\nc: 1e3\nd: ~\ne: yes\nf: 2026-03-31\ng: (47,626)\nh: --\n';
    expect(parseYaml(text, 'a.yaml').value).toEqual({
      a: '0.10',
      b: '010',
      c: '1e3',
      d: '~',
      e: 'yes',
      f: '2026-03-31',
      g: '(47,626)',
      h: '--',
    });
  });

  it('makes a number or a yes only of what the schemas say is one', () => {
    expect(parseYaml('scale: 1000\nwalk: true\nnegative: false\ntitle: true\nid: 42\n', 'a.yaml').value).toEqual({
      scale: 1000,
      walk: true,
      negative: false,
      title: 'true',
      id: '42',
    });
    expect(parseYaml('scale: 1e3\nwalk: yes\n', 'a.yaml').value).toEqual({ scale: '1e3', walk: 'yes' });
  });

  it('reads back whatever texts are written as YAML', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    const value = fc.array(fc.record({ id: text, list: fc.array(text, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(value, (rules) => {
        expect(parseYaml(stringify({ rules }, { schema: 'failsafe' }), 'a.yaml').value).toEqual({ rules });
      }),
    );
  });

  it('ends in a value or in a fault with a place, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '&x',
      '*x',
      '!t',
      '%',
      '@',
      '|',
      '>',
      '?',
      '---',
      '...',
      '\t',
      '\r',
      '\u0000',
      '\ufeff',
      '1,2',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        try {
          parseYaml(pieces.join(''), 'a.yaml');
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
          const { place, message, hint } = (error as Fault).record;
          expect(place?.line).toBeGreaterThan(0);
          expect(place?.column).toBeGreaterThan(0);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('places in YAML', () => {
  const text = `rules:
  - id: own/a
    plain: Revenues = B
    single: 'it''s = B'
    double: "a \\"b\\" = B"
    folded: Revenues
      = B
    block: |
      Revenues
      = B
    list: [one, two]
`;
  const data = parseYaml(text, 'a.yaml');
  it.each([
    ['the name of a value', 'id', 'name', 2, 5],
    ['the value', 'id', 'value', 2, 9],
    ['a character of a plain text', 'plain', 11, 3, 23],
    ['a character behind a doubled quote', 'single', 7, 4, 22],
    ['a character behind an escape', 'double', 8, 5, 24],
    ['a character on the next line', 'folded', 11, 7, 9],
    ['a character of a block', 'block', 11, 10, 9],
  ] as const)('%s', (_, name, spot, line, column) => {
    expect(data.placeOf(['rules', 0, name], spot)).toEqual({ document: 'a.yaml', line, column });
  });

  it('an entry of a list, and the nearest part around what is not there', () => {
    expect(data.placeOf(['rules', 0, 'list', 1])).toMatchObject({ line: 11, column: 17 });
    expect(data.placeOf(['rules', 0, 'none', 'deeper'])).toMatchObject({ line: 2, column: 5 });
    expect(data.excerptOf(['rules', 0, 'id'])).toBe('- id: own/a');
  });
});

describe('what YAML can do and plain data cannot', () => {
  it.each([
    ['an anchor', 'a: &x 1\n', /anchor/],
    ['an alias', 'a: *x\n', /alias/],
    ['a tag', 'a: !!int 1\n', /tag/],
    [
      'a bomb of aliases',
      `a: &a [1]\n${Array.from({ length: 50 }, (_, i) => `b${i}: [*a, *a]`).join('\n')}\n`,
      /anchor/,
    ],
    ['a merge', '<<: { a: 1 }\n', /merge/],
    ['a second document', 'a: 1\n---\nb: 2\n', /second document/],
    ['what follows the end', 'a: 1\n...\nb\n', /follows/],
    ['a directive', '%YAML 1.1\n---\na: 1\n', /instruction/],
    ['a key of several lines', '? a\n: b\n', /question mark/],
    ['a list as a key', '[a]: b\n', /one word/],
    ['a name that stands twice', 'a: 1\na: 2\n', /twice/],
    ['a prototype', '__proto__: 1\n', /__proto__/],
    ['deep brackets', '['.repeat(100_000), /nested/],
    ['deep groups', '{a: '.repeat(100_000), /nested/],
    ['deep hyphens', '- '.repeat(100_000), /nested/],
    ['deep lines', Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /nested/],
    ['more than anybody writes', 'a'.repeat(2 ** 20 + 1), /nobody writes/],
    ['many anchors', '&a '.repeat(100_000), /anchor/],
  ])('%s is refused', (_, text, message) => {
    expect(refusal(text)).toMatch(message);
  });

  it('one "---" at the start and one "..." at the end are fine', () => {
    expect(parseYaml('---\na: 1\n...\n', 'a.yaml').value).toEqual({ a: '1' });
  });

  it('text that looks like an anchor within a text is text', () => {
    expect(parseYaml('a: R&D *net* !important\n', 'a.yaml').value).toEqual({ a: 'R&D *net* !important' });
  });
});
