import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../concepts/shipped.ts';
import { readHtml } from '../documents/html.ts';
import { readFiling } from './claims.ts';

const ROWS = [
  ['Net revenue', '26,764', '26,539'],
  ['Cost of revenue', '13,446', '13,487'],
  ['Gross profit', '13,318', '13,052'],
  ['Net income', '3,117', '1,291'],
];
const TABLE = `<p>CONSOLIDATED STATEMENTS OF INCOME</p><p>(in thousands)</p><p>Years ended December 31,</p>
<table><tr><td></td><td>2002</td><td>2001</td></tr>${ROWS.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`;

/** Why the only amount of a text is not placed; undefined where it is. */
function unplaced(...before: readonly string[]): string | undefined {
  const text = [...before, 'Net revenue was $26.8 million in the year ended December 31, 2002.'];
  const html = text.map((one) => `<p>${one}</p>`).join('') + TABLE;
  const [claim] = readFiling(readHtml(html), 'test', shippedVocabulary()).claims ?? [];
  return claim?.unplaced;
}

describe('amounts in sentences below the words of one segment', () => {
  it.each(['The revenue of the wireless operating segment was as follows.', 'This segment makes boards.'])(
    'are not placed: %s',
    (before) => expect(unplaced(before)).toBe('the text above it speaks of one segment of the company'),
  );

  it.each([
    ['where the company is one', 'We operate in one reportable segment.'],
    ['where the text speaks of all', 'Our operating segments are described in the notes.'],
    ['below the next heading', 'This segment makes boards.', 'Results of Operations'],
  ])('are placed %s', (_, ...before) => expect(unplaced(...before)).toBeUndefined());
});
