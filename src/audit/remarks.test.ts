import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import type { Row } from '../generated/types.ts';

const COMMON = 'NetIncomeLossAvailableToCommonStockholdersBasic';
const EPS = 'EarningsPerShareBasic';
const SHARES = 'WeightedAverageNumberOfSharesOutstandingBasic';
const toCommon = rule(`${EPS} = ${COMMON} / ${SHARES}`);
const onNet = rule(`${EPS} = NetIncomeLoss / ${SHARES}`);

function rows(label: string, shares = '100', net: string | null = '(400)', common = '(500)'): Row[] {
  return [
    { label: 'Net result', concept: 'NetIncomeLoss', printed: [net, '(1)'] },
    { label: 'Result to holders', concept: COMMON, printed: [common, '(2)'] },
    { label: 'Count', concept: SHARES, printed: [shares, shares] },
    { label, concept: EPS, printed: ['(5.00)', '(0.02)'] },
  ];
}

function remarks(list: Row[], one = toCommon): string[] {
  return audited(filing(statement(list)), one)
    .audited.notes.filter((note) => note.about === 'label')
    .map((note) => `${note.text} at ${note.at}`);
}

describe('a per-share line that says net loss over the loss to common stockholders', () => {
  it.each([
    'Net loss per share',
    'Basic net (loss) income per share',
    'NET INCOME PER SHARE',
    'Net earnings per share',
    'Net (loss) per share',
  ])('is remarked on once, whatever its columns: %s', (label) => {
    expect(remarks(rows(label))).toEqual([
      `"${label}" says net income or loss, but the figure is checked against "Result to holders" ((500)), not "Net result" ((400)), which would give -4.00; the label should say so at 4:1`,
    ]);
  });

  it('is remarked on without the other result where there are no shares to divide by', () => {
    expect(remarks(rows('Net loss per share', '0'))).toEqual([
      '"Net loss per share" says net income or loss, but the figure is checked against "Result to holders" ((500)), not "Net result" ((400)); the label should say so at 4:1',
    ]);
  });

  it.each([
    ['its label says common stockholders', rows('Net loss per share to common stockholders'), toCommon],
    ['its label says common shareholder', rows('Net loss per share to the common shareholder'), toCommon],
    ['its label says attributable', rows('Net loss per share attributable'), toCommon],
    ['its label says available', rows('Net loss available per share'), toCommon],
    ['its label says applicable', rows('Net loss applicable per share'), toCommon],
    ['its label does not say net', rows('Loss per share'), toCommon],
    ['it is checked against net income', rows('Net loss per share'), onNet],
    ['there is no net income', rows('Net loss per share').slice(1), toCommon],
    [
      'both results are the same',
      rows('Net loss per share', '100', '(500)').map((row) => ({ ...row, printed: row.printed?.slice(0, 1) ?? [] })),
      toCommon,
    ],
    [
      'it is no per-share amount',
      rows('Net loss per share').map((row) => (row.concept === EPS ? { ...row, unit: 'pure' as const } : row)),
      toCommon,
    ],
    [
      'the count is no count',
      rows('Net loss per share').map((row) => (row.concept === SHARES ? { ...row, unit: 'pure' as const } : row)),
      toCommon,
    ],
    [
      'it stands alone with others',
      rows('Net loss per share'),
      rule(`${EPS} * ${SHARES} = 0 + ${COMMON}`, { id: 'test/product' }),
    ],
  ])('is not remarked on where %s', (_, list, one) => {
    expect(remarks(list, one)).toEqual([]);
  });

  it('is remarked on for the column that shows net income', () => {
    expect(remarks(rows('Net loss per share', '100', null))).toEqual([
      '"Net loss per share" says net income or loss, but the figure is checked against "Result to holders" ((2)), not "Net result" ((1)), which would give -0.01; the label should say so at 4:2',
    ]);
  });
});
