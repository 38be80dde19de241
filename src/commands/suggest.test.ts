import { describe, expect, it } from 'vitest';
import { folderWith } from '../../fixtures/command.ts';
import type { Filing } from '../generated/types.ts';

const lines = {
  'Widgets sold in all': ['187,532', '165,289', '143,377'],
  'Price list': ['12', '11', '10'],
  'Red widgets': ['51,234', '42,345', '33,456'],
  'Green widgets': ['61,171', '67,182', '68,193'],
  'Blue widgets': ['75,127', '55,762', '41,728'],
};
const filing: Filing = {
  format: 'tieout/filing@1',
  statements: [
    {
      kind: 'incomeStatement',
      columns: ['2006', '2005', '2004'].map((year) => ({ heading: year, period: `${year}-01-01/${year}-12-31` })),
      rows: Object.entries(lines).map(([label, printed]) => ({ label, printed })),
    },
  ],
};

describe('tieout suggest', () => {
  it('writes a pack that check takes as it stands', () => {
    using folder = folderWith({ 'widgets.json': JSON.stringify(filing) });
    const { code, out, err } = folder.tieout(['suggest', 'widgets.json', '-o', 'kept.yaml']);
    expect([code, out, err]).toEqual([0, '', '']);
    const checked = folder.tieout(['check', 'widgets.json', '--rules', 'kept.yaml', '-f', 'json']);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('"rule": "suggested/sum-1"');
    // What is kept is stated, and not suggested again.
    const again = folder.tieout(['suggest', 'widgets.json', '--rules', 'kept.yaml']);
    expect(again.out).toBe('# What holds in widgets.json and no rule states: nothing was found\n');
  });

  it('says that it is arithmetic and no authority', () => {
    using folder = folderWith({ 'widgets.json': JSON.stringify(filing) });
    const { out } = folder.tieout(['suggest', 'widgets.json']);
    expect(out).toMatch(/^# What holds in widgets\.json and no rule states\. Arithmetic alone says so/);
    expect(out).toContain('authority: "none: observed in widgets.json"');
  });

  it.each([
    ['a missing file', ['suggest', 'missing.txt'], 'missing.txt'],
    ['a figure that is none', ['suggest', 'bad.json'], '"1.234,56" has a comma after a point'],
    ['a rule that cannot be used', ['suggest', 'widgets.json', '--rules', 'missing.json'], 'missing.json'],
  ])('faults on %s', (_, args, message) => {
    const bad = JSON.stringify(filing).replace('51,234', '1.234,56');
    using folder = folderWith({ 'widgets.json': JSON.stringify(filing), 'bad.json': bad });
    const { code, out, err } = folder.tieout(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
