import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../concepts/shipped.ts';
import { readFiling } from '../prose/claims.ts';
import { MOST_AMOUNTS, MOST_CELLS, MOST_FIGURES, MOST_LINES } from './caps.ts';
import { readHtml } from './html.ts';
import { readText } from './text.ts';

const read = (text: string) =>
  readFiling(text.startsWith('<') ? readHtml(text) : readText(text), 'test', shippedVocabulary());

describe('a document that is larger than any report is refused', () => {
  it.each([
    ['cells of HTML', `<table><tr>${'<td>'.repeat(MOST_CELLS + 1)}`, 'more than 150000 cells'],
    ['cells of text', 'Cash  1  2  3  4  5  6  7  8  9\n'.repeat(MOST_CELLS / 9), 'more than 150000 cells'],
    ['figures', 'Cash         1,204\n'.repeat(MOST_FIGURES + 1), 'show more than 40000 figures'],
    ['lines of text', '\n'.repeat(MOST_LINES + 1), 'more than 1000000 lines'],
    ['preformatted lines', `<pre>${'\n'.repeat(MOST_LINES + 1)}`, 'more than 1000000 lines'],
    ['amounts in sentences', 'We paid $1.2 million.\n\n'.repeat(MOST_AMOUNTS + 1), 'name more than 20000 amounts'],
  ])('by its %s', (_, text, message) => expect(() => read(text)).toThrow(message));
});
