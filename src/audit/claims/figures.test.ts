import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import { statement } from '../../../property-tests/support.ts';
import type { Claim, Filing } from '../../generated/types.ts';
import { openClaims } from './figures.ts';

function opened(...claims: readonly Claim[]) {
  const filing: Filing = { format: 'tieout/filing@1', statements: [statement([]), statement([])], claims: [...claims] };
  // A place that tells for which cell it was asked.
  const placeOf = (table: number, line: number, column: number) => ({ document: `table ${table}`, line, column });
  return openClaims(filing, shippedVocabulary(), placeOf).figures;
}

describe('the amounts of a text', () => {
  it('stand in the first column of a table behind the last statement, where their place is not known', () => {
    expect(opened({ printed: '$5' }, { printed: '$6' }).map(({ place }) => place)).toEqual([
      { document: 'table 2', line: 0, column: 0 },
      { document: 'table 2', line: 1, column: 0 },
    ]);
  });

  it('have the concept that their sentence names, and none where it names none', () => {
    const [named, unnamed] = opened({ printed: '$5', concept: 'Revenues' }, { printed: '$5', measures: 'backlog' });
    expect([named?.concept?.name, unnamed?.concept]).toEqual(['Revenues', undefined]);
  });

  it('stand for what they say, with the sign of the words', () => {
    const figures = opened({ printed: '$5', negative: true }, { printed: '$(5)', negative: true }, { printed: '$5' });
    expect(figures.map(({ amount, value, turned }) => [String(amount), String(value), turned])).toEqual([
      ['-5', '-5', false],
      ['-5', '-5', false],
      ['5', '5', false],
    ]);
  });

  it('stand under one column for each of their periods', () => {
    const [later, earlier] = ['2006-01-01/2006-03-31', '2005-01-01/2005-03-31'];
    const claims = [later, earlier, undefined, later, undefined].map((period) => ({
      printed: '$5 million',
      ...(period !== undefined && { period }),
    }));
    const placeOf = () => ({ document: 'page', line: 1, column: 1 });
    const prose = openClaims({ format: 'tieout/filing@1', statements: [], claims }, shippedVocabulary(), placeOf);
    expect(prose.statement.statement.columns.map(({ period }) => period)).toEqual([later, earlier, undefined]);
    expect(prose.figures.map(({ column }) => column)).toEqual([0, 1, 2, 0, 2]);
  });
});
