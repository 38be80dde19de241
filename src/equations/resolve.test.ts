import { describe, expect, it } from 'vitest';
import { parseEquation } from './parse.ts';
import { checkNames } from './resolve.ts';

const KNOWN = ['Revenues', 'NetIncomeLoss', 'ProfitLoss'];

function checked(text: string, near: readonly string[]) {
  const result = parseEquation(text);
  if (!result.ok) throw new Error(text);
  return checkNames(
    result.equation,
    (name) => KNOWN.includes(name),
    () => near,
  );
}

describe('the names in an equation', () => {
  it('are accepted where figures are called that', () => {
    expect(checked('Revenues@prior? = lines(NetIncomeLoss)', KNOWN)).toEqual([]);
  });

  it('are accepted where they are quoted labels', () => {
    expect(checked('"Total other costs" + lines("Other") = Revenues', KNOWN)).toEqual([]);
  });

  it.each([
    [['Revenues'], 'column 3: no figure called Revenue; did you mean Revenues?'],
    [['Revenues', 'ProfitLoss'], 'column 3: no figure called Revenue; did you mean Revenues or ProfitLoss?'],
    [KNOWN, 'column 3: no figure called Revenue; did you mean Revenues, NetIncomeLoss or ProfitLoss?'],
  ])('are faults when unknown, with the nearest names %j', (near, message) => {
    expect(checked('3*Revenue = Revenues', near)).toEqual([{ message, span: { start: 2, end: 9 } }]);
  });

  it('are faults with a hint when nothing is near', () => {
    expect(checked('Abc = Abc@prior', [])).toEqual([
      {
        message: 'column 1: no figure called Abc',
        hint: 'a line that is no standard element goes by its label, between double quotes',
        span: { start: 0, end: 3 },
      },
      {
        message: 'column 7: no figure called Abc',
        hint: 'a line that is no standard element goes by its label, between double quotes',
        span: { start: 6, end: 15 },
      },
    ]);
  });
});
