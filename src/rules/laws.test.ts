import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../concepts/shipped.ts';
import { normalise, parseEquation } from '../equations/index.ts';
import type { Example, Rule } from '../generated/types.ts';
import { rule as ruleOf } from '../../property-tests/support.ts';
import { laws } from './laws.ts';
import { compileRule } from './program.ts';
import type { CompiledRule } from './program.ts';
import { scaffold } from './scaffold.ts';

const vocabulary = shippedVocabulary();

function compiled(equation: string, more: Partial<Rule> = {}): CompiledRule {
  const result = compileRule(ruleOf(equation, more), vocabulary);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.compiled;
}

const broken = (rule: CompiledRule, example: Example = rule.rule.ties): string[] =>
  laws.filter((law) => law.appliesTo(rule) && law.counterExample(rule, example, vocabulary)).map(({ name }) => name);

const figures = (Revenues: string, OperatingExpenses: string, NetIncomeLoss: string): Example => ({
  figures: { Revenues, OperatingExpenses, NetIncomeLoss },
});
const good = {
  ties: figures('900', '500', '400'),
  breaks: figures('900', '500', '404'),
};
const EQUATION = 'Revenues - OperatingExpenses = NetIncomeLoss';

/** The rule with another equation behind its back, as a defect of tieout would be. */
function tampered(rule: CompiledRule, equation: string): CompiledRule {
  const parsed = parseEquation(equation);
  if (!parsed.ok) throw new Error(equation);
  const normal = normalise(parsed.equation);
  if (!('kind' in normal)) throw new Error(equation);
  return { ...rule, normal };
}

describe('the laws of a rule', () => {
  it('hold for a good rule', () => {
    expect(broken(compiled(EQUATION, good))).toEqual([]);
  });

  it.each([
    [
      'an example that should tie and breaks',
      { ...good, ties: figures('900', '500', '450') },
      'ties on its example that ties',
    ],
    ['an example that should break and ties', { ...good, breaks: good.ties }, 'breaks on its example that breaks'],
    [
      'an example that should break and rounds',
      { ...good, breaks: figures('900', '500', '401') },
      'breaks on its example that breaks',
    ],
    [
      'an example that lacks a figure',
      { ...good, ties: { figures: { Revenues: '900', NetIncomeLoss: '400' } } },
      'ties on its example that ties',
    ],
  ])('are broken by %s', (_, examples, law) => {
    expect(broken(compiled(EQUATION, examples))).toEqual([law]);
  });

  it('are broken where the check does not follow the equation', () => {
    const rule = compiled(EQUATION, good);
    expect(broken(tampered(rule, 'Revenues + OperatingExpenses = NetIncomeLoss'))).toContain(
      'ties on its example that ties',
    );
    expect(broken(tampered(rule, 'Revenues - OperatingExpenses <= NetIncomeLoss'))).toContain(
      'ties up to the last unit within the room, and breaks beyond it',
    );
    const least = compiled('Revenues >= NetIncomeLoss', {
      ties: { figures: { Revenues: '900', NetIncomeLoss: '400' } },
      breaks: { figures: { Revenues: '400', NetIncomeLoss: '900' } },
    });
    expect(broken(least)).toEqual([]);
    expect(broken(tampered(least, 'Revenues = NetIncomeLoss'))).toContain(
      'breaks once the smaller side is moved beyond the room',
    );
  });

  it('show the statement that breaks them', () => {
    const rule = compiled(EQUATION, { ...good, breaks: good.ties });
    const law = laws.find(({ name }) => name.startsWith('breaks on its'));
    expect(law?.counterExample(rule, good.ties, vocabulary)).toMatchObject({
      example: good.ties,
      judged: { verdict: 'exact' },
      should: 'break',
    });
  });
});

describe('a scaffold', () => {
  it.each([
    EQUATION,
    'Revenues >= OperatingExpenses',
    'Revenues <= 0.5 * Assets',
    'EarningsPerShareBasic = NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic',
    'lines(OperatingExpenses) = OperatingExpenses',
    'Revenues + OtherNonoperatingIncomeExpense? = OperatingExpenses + NetIncomeLoss',
    'GrossProfit / Revenues >= 0.2',
    'CashAndCashEquivalentsAtCarryingValue@opening + NetIncomeLoss = CashAndCashEquivalentsAtCarryingValue@closing',
  ])('gives %s two examples that prove it', (equation) => {
    const rule = compiled(equation);
    const made = scaffold(rule, vocabulary);
    expect(made).toBeDefined();
    expect(broken(compiled(equation, made))).toEqual([]);
  });

  it('keeps the example that it is given', () => {
    const made = scaffold(compiled(EQUATION), vocabulary, good.ties);
    expect(made?.ties).toEqual(good.ties);
    expect(made?.breaks).not.toEqual(good.ties);
  });
});
