import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../generated/types.ts';
import { freeze, thaw } from './frozen-vocabulary.ts';
import { normaliseLabel } from './labels.ts';
import { shippedVocabulary } from './shipped.ts';
import { editDistance, indexVocabulary, nearestNames } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const index = shippedVocabulary();
const shipped = JSON.parse(
  readFileSync(new URL('../../schemas/vocabulary.json', import.meta.url), 'utf8'),
) as Vocabulary;

/** Every label of a concept with the key under which it must be unambiguous. */
function labelKeys(concept: Concept): string[] {
  const plain = [...concept.labels, ...(concept.negativeLabels ?? [])];
  const section = (concept.sectionLabels ?? []).map((each) => `${each.heading} > ${each.label}`);
  return concept.statements.flatMap((statement) => [...plain, ...section].map((label) => `${statement}: ${label}`));
}

describe('a frozen vocabulary', () => {
  const thawed = thaw(freeze(index));
  const withoutLabels = (concept: Concept) =>
    Object.fromEntries(Object.entries(concept).filter(([key]) => !/labels$/i.test(key)));
  const meant = (entries: ReturnType<typeof index.byLabel.get>) =>
    entries?.map(({ label, concept, negative }) => [label, concept.name, negative]);

  it('holds every concept, without its labels', () => {
    expect(thawed.concepts).toEqual(shipped.concepts.map(withoutLabels));
    expect([...thawed.byName.keys()]).toEqual([...index.byName.keys()]);
  });

  it.each(['byLabel', 'bySection'] as const)('finds in %s what the indexed one finds, and nothing else', (table) => {
    for (const [key, entries] of index[table]) {
      expect(meant(thawed[table].get(key)), key).toEqual(meant(entries));
      for (const other of [key.slice(0, -1), `${key}s`, ` ${key}`, key.slice(1)])
        expect(thawed[table].has(other), other).toBe(index[table].has(other));
    }
    for (const other of ['', '\t', '\n', '~', 'assets\t1']) expect(thawed[table].has(other)).toBe(false);
  });

  it('goes through its labels in order', () => {
    const keys = [...thawed.byLabel].map(([key]) => key);
    expect(keys).toEqual([...index.byLabel].map(([key]) => key).sort());
  });
});

describe('the shipped vocabulary', () => {
  it('names every concept once', () => {
    expect([...index.byName.keys()]).toHaveLength(index.concepts.length);
    expect(new Set(index.byName.keys()).size).toBe(index.concepts.length);
  });

  it('gives a label to one concept on each statement', () => {
    const owners = new Map<string, string>();
    const conflicts: string[] = [];
    for (const concept of shipped.concepts) {
      for (const key of labelKeys(concept)) {
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, concept.name);
        else conflicts.push(`${key}: ${owner} and ${concept.name}`);
      }
    }
    expect(conflicts).toEqual([]);
  });

  it('keeps labels and headings normalised', () => {
    const wrong = shipped.concepts.flatMap((concept) =>
      [
        ...concept.labels,
        ...(concept.negativeLabels ?? []),
        ...(concept.sectionLabels ?? []).flatMap((each) => [each.heading, each.label]),
      ].filter((label) => normaliseLabel(label) !== label),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps labels sorted', () => {
    for (const { name, labels, negativeLabels = [], sectionLabels = [] } of shipped.concepts) {
      const sections = sectionLabels.map((each) => `${each.heading}\t${each.label}`);
      for (const list of [labels, negativeLabels, sections]) {
        expect(list, name).toEqual([...list].sort());
      }
    }
  });

  it('gives money a side and everything else none', () => {
    const wrong = index.concepts.filter((each) => (each.unit === 'USD') !== (each.balance !== undefined));
    expect(wrong.map((each) => each.name)).toEqual([]);
  });

  it('holds the concepts that the rules name', () => {
    const named = (
      'Assets AssetsCurrent AssetsNoncurrent Liabilities LiabilitiesCurrent LiabilitiesNoncurrent MinorityInterest ' +
      'StockholdersEquity LiabilitiesAndStockholdersEquity TemporaryEquityCarryingAmountAttributableToParent ' +
      'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest Revenues CostOfRevenue GrossProfit ' +
      'OperatingExpenses CostsAndExpenses OperatingIncomeLoss NonoperatingIncomeExpense OtherNonoperatingIncomeExpense ' +
      'InvestmentIncomeInterest InterestExpense IncomeTaxExpenseBenefit ProfitLoss NetIncomeLoss ' +
      'NetIncomeLossAttributableToNoncontrollingInterest PreferredStockDividendsAndOtherAdjustments ' +
      'NetIncomeLossAvailableToCommonStockholdersBasic NetIncomeLossAvailableToCommonStockholdersDiluted ' +
      'EarningsPerShareBasic EarningsPerShareDiluted EarningsPerShareBasicAndDiluted ' +
      'WeightedAverageNumberOfSharesOutstandingBasic WeightedAverageNumberOfDilutedSharesOutstanding ' +
      'WeightedAverageNumberOfShareOutstandingBasicAndDiluted WeightedAverageNumberDilutedSharesOutstandingAdjustment ' +
      'NetCashProvidedByUsedInOperatingActivities NetCashProvidedByUsedInInvestingActivities ' +
      'NetCashProvidedByUsedInFinancingActivities PaymentsToAcquirePropertyPlantAndEquipment ' +
      'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect ' +
      'OtherComprehensiveIncomeLossNetOfTax ComprehensiveIncomeNetOfTax TreasuryStockCommonShares ' +
      'CommonStockSharesAuthorized CommonStockSharesIssued CommonStockSharesOutstanding'
    ).split(' ');
    expect(named.filter((name) => !index.byName.has(name))).toEqual([]);
  });
});

describe('indexVocabulary', () => {
  const vocabulary: Vocabulary = {
    concepts: [
      {
        name: 'NetIncomeLoss',
        title: 'Net income or loss',
        unit: 'USD',
        balance: 'credit',
        period: 'duration',
        statements: ['incomeStatement'],
        labels: ['net income'],
        negativeLabels: ['net loss'],
        sectionLabels: [{ heading: 'per share', label: 'net', negative: true }],
      },
    ],
  };

  it('finds concepts by name, label and heading', () => {
    const small = indexVocabulary(vocabulary);
    expect(small.byName.get('NetIncomeLoss')?.title).toBe('Net income or loss');
    expect(small.byLabel.get('net income')?.[0]?.negative).toBe(false);
    expect(small.byLabel.get('net loss')?.[0]?.negative).toBe(true);
    expect(small.bySection.get('per share\tnet')?.[0]?.negative).toBe(true);
  });

  it('knows no names that objects have by nature', () => {
    const small = indexVocabulary(vocabulary);
    expect(small.byName.get('toString')).toBeUndefined();
    expect(small.byLabel.get('__proto__')).toBeUndefined();
  });
});

describe('nearestNames', () => {
  it('puts the name that differs in case first', () => {
    expect(nearestNames('netincomeloss', index)[0]).toBe('NetIncomeLoss');
  });

  it('finds a misspelt name', () => {
    expect(nearestNames('OperatingExpnses', index)[0]).toBe('OperatingExpenses');
    expect(nearestNames('NetIncomeLos', index)[0]).toBe('NetIncomeLoss');
  });

  it('finds nothing for what is no misspelling', () => {
    expect(nearestNames('Xyzzy', index)).toEqual([]);
    expect(nearestNames('', index)).toEqual([]);
    expect(nearestNames('A'.repeat(100_000), index)).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(nearestNames('EarningsPerShareBasi', index, 1)).toEqual(['EarningsPerShareBasic']);
    expect(nearestNames('EarningsPerShareBasi', index, 0)).toEqual([]);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['kitten', 'sitting', 3],
  ])('between %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
