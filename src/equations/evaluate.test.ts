import { describe, expect, it } from 'vitest';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import { evaluateNode, residual, residualRelation } from './evaluate.ts';
import { normalise, type Normal } from './normalise.ts';
import { parseEquation } from './parse.ts';
import { printNode } from './print.ts';
import type { Equation, FigureNode } from './tree.ts';

function parsed(text: string): Equation {
  const result = parseEquation(text);
  if (!result.ok) throw new Error(text);
  return result.equation;
}

function normal(text: string): Normal {
  const result = normalise(parsed(text));
  if (Array.isArray(result)) throw new Error(text);
  return result;
}

type Printed = readonly [amount: string, ulp: string];

/** Amounts by name; what is not listed counts as zero, as an optional figure does. */
function amounts(printed: Readonly<Record<string, Printed>>): (figure: FigureNode) => Interval {
  return ({ name }) => {
    const [amount, ulp] = printed[name] ?? ['0', '0'];
    return Interval.rounded(Decimal.parse(amount), Decimal.parse(ulp));
  };
}

function ends(interval: Interval): string {
  return `${interval.low().toString()} to ${interval.high().toString()}`;
}

describe('the range of a residual', () => {
  const A: Printed = ['5691', '1'];
  const B: Printed = ['3681', '1'];
  const C: Printed = ['33715', '1'];
  const T: Printed = ['43087', '1'];
  it.each<[string, string, Readonly<Record<string, Printed>>, string]>([
    ['of a total of three is two units each way', 'A + B + C = T', { A, B, C, T }, '-2 to 2'],
    ['is one point for printed amounts', 'A + B = C', { A: ['1', '0'], B: ['2', '0'], C: ['4', '0'] }, '-1 to -1'],
    ['counts a figure twice as one', 'A + A = B', { A: ['5', '1'], B: ['10', '1'] }, '-1.5 to 1.5'],
    ['weighs a figure by its coefficient', 'A * 12 = B', { A: ['5', '1'], B: ['60', '0'] }, '-6 to 6'],
    ['turns round under a minus sign', '0 = A - 3 * B', { A: ['2', '1'], B: ['1', '0.1'] }, '0.35 to 1.65'],
    ['has the number added', 'A - 7 = 0', { A: ['5', '1'] }, '-2.5 to -1.5'],
    ['has a number added that is one', 'A + 1 = 0', { A: ['5', '1'] }, '5.5 to 6.5'],
    [
      'takes amounts of different precision',
      'A = B',
      { A: ['56590000', '1000'], B: ['56.6', '0.1'] },
      '56589443.35 to 56590443.45',
    ],
    [
      'of a cleared quotient is a range of products',
      'E = N / S',
      { E: ['2', '0'], N: ['9', '0'], S: ['4', '2'] },
      '-3 to 1',
    ],
    [
      'of a product is a range of products',
      'A * (B - 1) = C',
      { A: ['3', '2'], B: ['3', '0'], C: ['0', '0'] },
      '4 to 8',
    ],
  ])('%s', (_, text, printed, range) => {
    expect(ends(residual(normal(text), amounts(printed)))).toBe(range);
  });

  it('of an equation that has no terms left is the number', () => {
    const empty: Normal = { kind: 'linear', relation: '=', terms: [], constant: Decimal.parse('5') };
    expect(ends(residual(empty, amounts({})))).toBe('5 to 5');
    expect(ends(residual({ ...empty, constant: Decimal.zero }, amounts({})))).toBe('0 to 0');
  });

  it('is the same for coefficients that are not the shared objects', () => {
    const { A: one, B: two } = { A: ['5', '1'], B: ['3', '1'] } satisfies Record<string, Printed>;
    const form = normal('A = B');
    if (form.kind !== 'linear') throw new Error('linear expected');
    const copied: Normal = {
      ...form,
      terms: form.terms.map((term) => ({ ...term, coefficient: Decimal.parse(term.coefficient.toString()) })),
    };
    expect(ends(residual(copied, amounts({ A: one, B: two })))).toBe('1 to 3');
    expect(ends(residual(form, amounts({ A: one, B: two })))).toBe('1 to 3');
  });
});

describe('the range of a tree', () => {
  it.each([
    ['a number', '5', '5 to 5'],
    ['a figure', 'A', '2.5 to 3.5'],
    ['a sum', 'A - B + 1', '2 to 4'],
    ['a product', '-A * B * 2', '-10.5 to -2.5'],
  ])('of %s', (_, text, range) => {
    const { left } = parsed(`${text} = Z`);
    expect(ends(evaluateNode(left, amounts({ A: ['3', '1'], B: ['1', '1'] })))).toBe(range);
  });

  it('does not exist for a quotient', () => {
    const divide = () => evaluateNode(parsed('A / B = C').left, amounts({}));
    expect(divide).toThrow(new RangeError('a quotient has no exact decimal value; normalise the equation first'));
  });
});

describe('the relation of a residual to zero', () => {
  const negative: Printed = ['-2', '1'];
  const positive: Printed = ['2', '1'];
  it.each([
    ['is the one written where nothing divides', 'A <= B', '<='],
    ['is the one written for a positive divisor', 'A / P <= B', '<='],
    ['turns round for a negative divisor: at most', 'A / N <= B', '>='],
    ['turns round for a negative divisor: at least', 'A / N >= B', '<='],
    ['stays equality', 'A / N = B', '='],
    ['turns round twice for two negative divisors', 'A / N <= B / M', '<='],
    ['turns round twice for a square', 'A / N / N <= 0', '<='],
  ])('%s', (_, text, relation) => {
    const amountOf = amounts({ N: negative, M: negative, P: positive, A: ['1', '0'], B: ['1', '0'] });
    expect(residualRelation(normal(text), amountOf)).toEqual({ ok: true, relation });
  });

  it.each([
    ['reaches zero', ['1', '2']],
    ['holds zero', ['0', '1']],
    ['reaches zero from below', ['-1', '2']],
  ] as const)('is open where a divisor %s', (_, divisor) => {
    const result = residualRelation(normal('A / P = B / D'), amounts({ P: positive, D: divisor }));
    expect(result).toMatchObject({ ok: false, divisor: { name: 'D' } });
    expect(!result.ok && printNode(result.divisor)).toBe('D');
  });
});
