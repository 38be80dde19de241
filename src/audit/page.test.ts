import { describe, expect, it } from 'vitest';
import { filing, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Claim, Row } from '../generated/types.ts';
import { openPage, reprint } from './page.ts';
import type { Page, Reprint } from './page.ts';

const rows: Row[] = [
  { label: 'Income:' },
  { label: 'Revenues', printed: ['10', '20'] },
  { label: 'Wages', printed: ['4', '8'] },
];
const notes: Row[] = [{ label: 'Orders', printed: ['7'] }];
const claims: Claim[] = [{ printed: '$10' }, { printed: '$4' }, { printed: '$7' }];

const page = openPage(
  { ...filing(statement(rows), statement(notes, { kind: 'other' })), claims },
  { rules: [], vocabulary: shippedVocabulary(), placeOf: () => ({ document: 'page', line: 1, column: 1 }) },
);

const cell = (text: string, row = 1, column = 0): Reprint => ({ statement: 0, row, column, text });
/** The claims stand in a table behind the two statements. */
const claim = (text: string, row = 1): Reprint => ({ statement: 2, row, column: 0, text });
const textsOf = ({ filing: { statements, claims: said } }: Page) => ({
  tables: statements.map((one) => one.rows.flatMap(({ printed }) => printed ?? [])),
  said: said?.map(({ printed }) => printed),
});

describe('a page printed otherwise', () => {
  it.each<[string, Reprint[], ReturnType<typeof textsOf>]>([
    [
      'in a cell differs in that cell alone',
      [cell('11')],
      { tables: [['11', '20', '4', '8'], ['7']], said: ['$10', '$4', '$7'] },
    ],
    [
      'in a sentence differs in that sentence alone',
      [claim('$5')],
      { tables: [['10', '20', '4', '8'], ['7']], said: ['$10', '$5', '$7'] },
    ],
    [
      'in both differs in both',
      [cell('9', 2, 1), claim('$8', 2)],
      { tables: [['10', '20', '4', '9'], ['7']], said: ['$10', '$4', '$8'] },
    ],
    [
      'twice in one place shows what came last',
      [cell('11'), claim('$5'), cell('12'), claim('$6')],
      { tables: [['12', '20', '4', '8'], ['7']], said: ['$10', '$6', '$7'] },
    ],
  ])('%s', (_, prints, wanted) => {
    expect(textsOf(reprint(page, prints))).toEqual(wanted);
  });

  it.each<[string, Reprint, Reprint]>([
    ['a cell', cell('11'), cell('10')],
    ['the last cell of a line', cell('21', 1, 1), cell('20', 1, 1)],
    ['a sentence', claim('$5'), claim('$4')],
  ])('is the page it was made from once %s is as it was', (_, there, back) => {
    expect(reprint(reprint(page, [there]), [back])).toBe(page);
  });

  it.each<[string, Reprint, Reprint]>([
    ['in the same cell', cell('11'), cell('12')],
    ['in another cell of the line', cell('11'), cell('21', 1, 1)],
    ['in another line', cell('11'), cell('5', 2)],
    ['in another table', cell('11'), { statement: 1, row: 0, column: 0, text: '8' }],
    ['in the same sentence', claim('$5'), claim('$6')],
    ['in a sentence after a cell', cell('11'), claim('$5')],
  ])('is a page of its own when it is printed otherwise again %s', (_, first, second) => {
    const again = reprint(reprint(page, [first]), [second]);
    expect(again).not.toBe(page);
    expect(again.origin).toBe(page);
    expect(textsOf(again)).toEqual(textsOf(reprint(page, [first, second])));
  });
});
