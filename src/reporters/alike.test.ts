import { describe, expect, it } from 'vitest';
import { alike } from './alike.ts';

describe('texts that are alike', () => {
  it.each<[string, string[], [text: string, count: number, about: string[]][]]>([
    ['one text stays as it is', ['no line for Revenues'], [['no line for Revenues', 1, []]]],
    [
      'the same text counts its items',
      ['no line for Revenues', 'no line for Revenues'],
      [['no line for Revenues', 2, []]],
    ],
    [
      'texts that differ in a name are one, with the names in their order',
      ['no line for Revenues', 'the report has no cash flow statement', 'no line for Assets'],
      [
        ['no line for …', 2, ['Revenues', 'Assets']],
        ['the report has no cash flow statement', 1, []],
      ],
    ],
    [
      'texts that differ in what they quote are one',
      ['"Other, net" is no label', '"A \\"new\\" line" is no label'],
      [['… is no label', 2, ['"Other, net"', '"A \\"new\\" line"']]],
    ],
    [
      'a capital at the beginning is no name',
      ['Revenues fell', 'Assets fell'],
      [
        ['Revenues fell', 1, []],
        ['Assets fell', 1, []],
      ],
    ],
    ['nothing is nothing', [], []],
  ])('%s', (_, texts, groups) => {
    expect(alike(texts, (text) => text).map(({ text, items, about }) => [text, items.length, about])).toEqual(groups);
  });
});
