import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judged } from '../src/audit/verdicts.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import { figuresOf, parseEquation, printEquation } from '../src/equations/index.ts';
import type { Example, Rule } from '../src/generated/types.ts';
import { validateRule } from '../src/generated/validators.ts';
import { judgeExample } from '../src/rules/examples.ts';
import { derivedLaws, laws } from '../src/rules/laws.ts';
import { shippedRules } from '../src/rules/index.ts';
import { compileRule } from '../src/rules/program.ts';
import type { CompiledRule } from '../src/rules/program.ts';
import { print, runs } from './support.ts';

const vocabulary = shippedVocabulary();
const cases = shippedRules.map((rule) => [rule.id, rule] as const);

function compiled(rule: Rule): CompiledRule {
  const result = compileRule(rule, vocabulary);
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('; '));
  return result.compiled;
}

function judged(rule: Rule, example: Example): Judged {
  const result = judgeExample(compiled(rule), example, vocabulary);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.judged;
}

/** The example with every figure replaced by another number of as many decimals. */
function varied(rule: Rule): fc.Arbitrary<Example> {
  const units = fc.bigInt({ min: 1_000n, max: 999_999n });
  const entries = Object.entries(rule.ties.figures).map(([key, given]) => {
    const texts = [given].flat();
    const places = /\.(\d+)/.exec(texts[0] ?? '')?.[1]?.length ?? 0;
    const one = fc
      .tuple(units, fc.boolean())
      .map(([value, minus]) => print(minus && !/Shares?Outstanding/.test(key) ? -value : value, places));
    const many = fc.array(one, { minLength: 1, maxLength: 5 });
    return [key, Array.isArray(given) ? many : one] as const;
  });
  return fc.record(Object.fromEntries(entries)).map((figures) => ({ ...rule.ties, figures }));
}

describe.each(cases)('%s', (_, rule) => {
  it('is valid, and its equation compiles, units included, and is written in its canonical form', () => {
    expect((validateRule as unknown as (value: unknown) => boolean)(rule)).toBe(true);
    expect(compileRule(rule, vocabulary).ok).toBe(true);
    const parsed = parseEquation(rule.equation);
    expect(parsed.ok && printEquation(parsed.equation)).toBe(rule.equation);
  });

  it('names concepts that exist in all it says of them', () => {
    for (const name of [...(rule.unless ?? []), ...(rule.decides === undefined ? [] : [rule.decides])]) {
      expect(vocabulary.byName.has(name)).toBe(true);
    }
  });

  it('differs between its examples in one figure only, so that the break is seen', () => {
    const keys = new Set([...Object.keys(rule.ties.figures), ...Object.keys(rule.breaks.figures)]);
    const texts = (example: Example, key: string) => [example.figures[key] ?? []].flat();
    const changed = [...keys].filter((key) => texts(rule.ties, key).join('|') !== texts(rule.breaks, key).join('|'));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(2);
  });

  it.each(laws.map((law) => [law.name, law] as const))('%s, with the figures of its example', (__, law) => {
    if (law.appliesTo(compiled(rule)))
      expect(law.counterExample(compiled(rule), rule.ties, vocabulary)).toBeUndefined();
  });

  it.each(derivedLaws.map((law) => [law.name, law] as const))('%s, with any figures', (__, law) => {
    if (!law.appliesTo(compiled(rule)) || rule.decides !== undefined) return;
    fc.assert(
      fc.property(varied(rule), (example) => law.counterExample(compiled(rule), example, vocabulary) === undefined),
      runs(15),
    );
  });

  it('does not add dollars to shares: with the unit of one figure changed, it does not compile', () => {
    // A product held against zero has only its sign.
    if (rule.equation.endsWith(' >= 0')) return;
    for (const node of figuresOf(compiled(rule).equation)) {
      const concept = vocabulary.byName.get(node.name);
      if (!concept) continue;
      const other = concept.unit === 'pure' ? 'USD' : 'pure';
      const byName = new Map(vocabulary.concepts.map((one) => [one.name, one]));
      byName.set(node.name, { ...concept, unit: other });
      const names = new Set(figuresOf(compiled(rule).equation).map((figure) => figure.name));
      if (names.size > 1) expect(compileRule(rule, { ...vocabulary, byName }).ok).toBe(false);
    }
  });
});

describe('the programme', () => {
  it('gives every rule an id of its own', () => {
    expect(new Set(shippedRules.map((rule) => rule.id)).size).toBe(shippedRules.length);
  });
});

describe('an example', () => {
  const rule = shippedRules.find(({ id }) => id === 'income-statement/gross-profit') as Rule;
  it.each<[string, Example['figures'], string]>([
    [
      'with a figure that the equation does not have',
      { ...rule.ties.figures, Assets: '1' },
      'the equation has no figure Assets',
    ],
    [
      'with two texts for one figure',
      { ...rule.ties.figures, Revenues: ['1', '2'] },
      'Revenues is one figure, and the example gives 2',
    ],
    [
      'with text that is no figure',
      { ...rule.ties.figures, Revenues: '1,23' },
      '"1,23" has commas that are not three digits apart',
    ],
    ['with text that says nothing', { ...rule.ties.figures, Revenues: 'NM' }, '"NM" is no amount'],
  ])('%s is refused', (_, figures, message) => {
    expect(judgeExample(compiled(rule), { figures }, vocabulary)).toMatchObject({ ok: false, problems: [{ message }] });
  });

  it('gives a line by its label between quotes, in dollars', () => {
    const own = {
      ...rule,
      equation: '"Widgets sold" = Revenues',
      ties: { scale: 1000 as const, figures: { '"Widgets sold"': '5', Revenues: '5' } },
    };
    expect(judged(own, own.ties)).toMatchObject({ verdict: 'exact' });
    expect(judged(own, own.ties).stated?.amount.toString()).toBe('5000');
  });

  it('takes a dash as nil and a percentage as hundredths', () => {
    const figures = { Revenues: '12%', CostOfRevenue: '—', GrossProfit: '0.12' };
    expect(judged(rule, { figures })).toMatchObject({ verdict: 'exact' });
  });
});
