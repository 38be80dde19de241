import { describe, expect, it } from 'vitest';
import { parseWorded, scaleOfWord } from './worded.ts';

/** An amount in one line: amount, one in its last place, unit, then the marks. */
function spelt(text: string): string {
  const read = parseWorded(text);
  if (!read.ok) return 'refused';
  const { amount, ulp, unit, negative, round } = read.worded;
  return [amount, ulp, unit ?? 'no unit', negative && 'negative', round && 'round']
    .filter(Boolean)
    .map(String)
    .join(' ');
}

describe('an amount in a sentence', () => {
  it.each([
    ['$56.6 million', '56600000 100000 USD'],
    ['US$ 3 billion', '3000000000 1000000000 USD'],
    ['$20 million', '20000000 1000000 USD round'],
    ['$1.2bn', '1200000000 100000000 USD'],
    ['$5-million', '5000000 1000000 USD'],
    ['4.1 million shares', '4100000 100000 shares'],
    ['1,250 warrants', '1250 1 shares round'],
    ['$2.59 per share', '2.59 0.01 USD/shares'],
    ['$(2.59)', '-2.59 0.01 USD negative'],
    ['($2.59)', '-2.59 0.01 USD negative'],
    ['-$2.59', '-2.59 0.01 USD negative'],
    ['\u2212$2.59 a diluted share', '-2.59 0.01 USD/shares negative'],
    ['(5)', '-5 1 no unit negative'],
    ['59 cents', '0.59 0.01 USD'],
    ['18.5p', '0.185 0.001 USD'],
    ['4 pence per share', '0.04 0.01 USD/shares'],
    ['59 cents per share', '0.59 0.01 USD/shares'],
    ['12.5%', '0.125 0.001 pure'],
    ['12 percent', '0.12 0.01 pure'],
    ['12 per\u00a0cent', '0.12 0.01 pure'],
    ['1,234', '1234 1 no unit'],
    ['break-even', '0 0 USD round'],
    ['Breakeven', '0 0 USD round'],
    ['no', '0 0 USD round'],
    [' nil\n', '0 0 USD round'],
    [`${' '.repeat(190)}$5 million`, '5000000 1000000 USD'],
    ['$ nil', '0 0 USD round'],
    ['\u20ac5.5 million', '5500000 100000 USD'],
    ['RMB 2,100,000', '2100000 1000 USD round'],
    ['9.1 million euros', '9100000 100000 USD'],
  ])('is read from %s', (text, expected) => {
    expect(spelt(text)).toBe(expected);
  });

  it('takes a percentage in parentheses for a remark, not for a negative one', () => {
    expect(spelt('(12%)')).toBe('0.12 0.01 pure');
    expect(spelt('(-12%)')).toBe('-0.12 0.01 pure negative');
  });

  it.each([
    ['$19,000', '19000 1000 USD round'],
    ['$19,000,000', '19000000 1000000 USD round'],
    ['$19,500', '19500 1 USD round'],
    ['19000', '19000 1 no unit round'],
    ['$1,000 million', '1000000000 1000000 USD round'],
    ['$19,000.00', '19000 0.01 USD'],
  ])('is taken for rounded only by whole groups of zeros: %s', (text, expected) => {
    expect(spelt(text)).toBe(expected);
  });

  it.each(['', 'five', '$', '5 apples', '$5 shares', '59 cents shares', '1,23 million', '5. shares', '9'.repeat(201)])(
    'is never guessed from "%s"',
    (text) => {
      expect(spelt(text)).toBe('refused');
    },
  );

  it('is refused with the text, shortened where it is long', () => {
    expect(parseWorded('5 apples')).toEqual({
      ok: false,
      message: '"5 apples" is not an amount in words',
      hint: 'print it like $56.6 million, $2.59 per share, 4.1 million shares or 12.5%',
    });
    expect(parseWorded(`${'a'.repeat(57)}bcde`)).toMatchObject({
      message: `"${'a'.repeat(57)}…" is not an amount in words`,
    });
    expect(parseWorded('a'.repeat(60))).toMatchObject({ message: `"${'a'.repeat(60)}" is not an amount in words` });
  });

  it.each([
    ['$19,000', 4],
    ['$19,000,000', 8],
    ['$19,500', 0],
    ['$19,000 million', 0],
    ['nil', 0],
  ])('says of %s how many of its characters are zeros of rounding', (text, rounded) => {
    expect(parseWorded(text)).toMatchObject({ worded: { rounded } });
  });
});

describe('a word of scale', () => {
  it('stands for a power of ten in any case of letters', () => {
    expect(['Thousand', 'MM', 'bn', 'trillion', 'dozen'].map(scaleOfWord)).toEqual([3, 6, 9, 12, undefined]);
  });
});
