import { describe, expect, it } from 'vitest';
import { parseYaml } from '../documents/yaml.ts';
import type { FaultRecord } from '../generated/types.ts';
import { placeLabel } from './labels.ts';
import { readOwnVocabulary, vocabularyFor } from './own-vocabulary.ts';
import { shippedVocabulary } from './shipped.ts';
import type { VocabularyIndex } from './vocabulary.ts';

function read(text: string): ReturnType<typeof readOwnVocabulary> & { readonly faults: readonly FaultRecord[] } {
  const faults: FaultRecord[] = [];
  return { ...readOwnVocabulary(parseYaml(text, 'words.yaml'), shippedVocabulary(), faults), faults };
}

const meaning = (label: string, vocabulary: VocabularyIndex, headings: readonly string[] = []): string | undefined =>
  placeLabel(label, { statement: 'incomeStatement', headings }, vocabulary)?.concept.name;

describe("a vocabulary of one's own", () => {
  const own = read(`concepts:
  - name: AdjustedEbitda
    title: Adjusted EBITDA
    unit: USD
    balance: credit
    period: duration
    statements: [incomeStatement, other]
    labels: [Adjusted EBITDA]
labels:
  - { label: Fees earned from clients, concept: Revenues }
  - { label: Members' shortfall, concept: NetIncomeLoss, negative: true }
  - { label: House, heading: Costs of running, concept: OperatingExpenses }
  - { label: Net sales, concept: GrossProfit, company: 'Example, Inc.' }
`);

  it('adds concepts and labels, beside those that are there', () => {
    expect(own.faults).toEqual([]);
    expect(meaning('Adjusted EBITDA', own.vocabulary)).toBe('AdjustedEbitda');
    expect(meaning('Fees earned from clients:', own.vocabulary)).toBe('Revenues');
    expect(meaning('House', own.vocabulary, ['Costs of running'])).toBe('OperatingExpenses');
    expect(meaning('House', own.vocabulary)).toBeUndefined();
    expect(meaning('Net sales', own.vocabulary)).toBe('Revenues');
    expect(meaning('Adjusted EBITDA', shippedVocabulary())).toBeUndefined();
  });

  it('knows a label whose amounts are negative', () => {
    const placed = placeLabel("Members' shortfall", { statement: 'incomeStatement', headings: [] }, own.vocabulary);
    expect(placed).toMatchObject({ negative: true, concept: { name: 'NetIncomeLoss' } });
  });

  it('gives a label another meaning in the reports of one company only', () => {
    expect(meaning('Net sales', vocabularyFor('EXAMPLE Inc', own.vocabulary, own.overrides))).toBe('GrossProfit');
    expect(meaning('Net sales', vocabularyFor('Other Inc', own.vocabulary, own.overrides))).toBe('Revenues');
  });

  it.each([
    [
      'a concept that is there',
      'concepts:\n  - { name: Revenues, title: R, unit: USD, period: duration, statements: [other], labels: [] }\n',
      'duplicate-concept',
      2,
    ],
    [
      'a label of a new concept that means something else',
      'concepts:\n  - name: Own\n    title: Own\n    unit: USD\n    period: duration\n    statements: [incomeStatement]\n    labels: [net income]\n',
      'label-conflict',
      7,
    ],
    ['a label that means something else', 'labels:\n  - { label: Net loss, concept: Revenues }\n', 'label-conflict', 2],
    ['an unknown concept', 'labels:\n  - { label: Fees, concept: Revenue }\n', 'unknown-concept', 2],
    [
      'an unknown unit',
      'concepts:\n  - { name: Own, title: R, unit: EUR, period: duration, statements: [other], labels: [] }\n',
      'schema',
      2,
    ],
    ['no word', 'labels:\n  - { label: "—", concept: Revenues }\n', 'no-label', 2],
  ])('refuses %s, with its place', (_, text, code, line) => {
    const { faults, vocabulary } = read(text);
    expect(faults).toEqual([expect.objectContaining({ code, place: expect.objectContaining({ line }) })]);
    expect(meaning('Net sales', vocabulary)).toBe('Revenues');
  });
});
