import { describe, expect, it } from 'vitest';
import { filing, findingsOf, rule, statement } from '../../../property-tests/support.ts';
import type { Column, Row } from '../../generated/types.ts';

const change = rule('LineCurrent - LinePrior = LineChange', { statement: 'any' });
const row = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });
const CHANGE: Column = { heading: 'Change', shows: 'change' };
const found = (years: readonly string[], rows: Row[]) => {
  const columns = [...years.map((heading) => ({ heading })), CHANGE];
  return findingsOf(filing(statement(rows, { kind: 'other', columns })), change);
};
const verdicts = (years: readonly string[], rows: Row[]) => found(years, rows).map(({ verdict }) => verdict);

describe('a choice of columns', () => {
  const years = ['2006', '2005'];

  it('is believed for as much evidence as is asked for, and for no less', () => {
    // 150 is a hundred times what rounding may move: two digits each. A change of one says nothing.
    const enough = [row('A', '1,150', '1,000', '150'), row('B', '650', '500', '150'), row('C', '3', '2', '1')];
    expect(verdicts(years, enough)).toEqual(['exact', 'exact', 'exact']);
    const less = [row('A', '1,149', '1,000', '149'), ...enough.slice(1)];
    expect(verdicts(years, less)).toEqual([]);
  });

  it('is not believed for many lines that say nothing, the right way round or the other', () => {
    const small = [row('A', '3', '2', '1'), row('B', '5', '4', '1'), row('C', '4', '3', '1'), row('D', '8', '7', '1')];
    expect(verdicts(years, small)).toEqual([]);
    expect(verdicts(years, [...small, ...small])).toEqual([]);
    const turned = small.map(({ label, printed: [a, b, c] = [] }) => row(label, b!, a!, c!));
    expect(verdicts(years, turned)).toEqual([]);
  });

  it('is that of the most lines, where another gives fewer of them', () => {
    const rows = [
      row('Sales', '11,506', '10,480', '10,480', '1,026'),
      row('Costs', '8,027', '7,511', '7,511', '516'),
      row('Rent', '3,620', '3,070', '3,070', '550'),
      row('Profit', '3,479', '2,969', null, '510'),
    ];
    expect(verdicts(['2006', '2005', '2004'], rows)).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('is that of the fewest lines that do not come out', () => {
    const rows = [
      row('Sales', '11,506', '10,480', '10,480', '1,026'),
      row('Costs', '8,027', '7,511', '7,511', '516'),
      row('Rent', '3,620', '3,070', '3,070', '550'),
      row('Profit', '3,479', '2,969', '2,696', '510'),
    ];
    expect(verdicts(['2006', '2005', '2004'], rows)).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('is spoken of with the amounts as they are printed, whatever the label says of signs', () => {
    const rows = [
      row('Net loss', '3,479', '2,969', '510'),
      row('Sales', '11,506', '10,480', '1,026'),
      row('Costs', '8,027', '7,511', '516'),
    ];
    expect(found(years, rows).map(({ stated }) => stated)).toEqual(['510', '1026', '516']);
  });
});
