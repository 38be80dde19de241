import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedProgramme } from '../src/rules/shipped.ts';
import { rulePages } from './rule-pages.ts';

const folder = join(import.meta.dirname, '../docs/rules');

describe('the pages of the audit programme', () => {
  const pages = rulePages();

  it('are those in docs/rules, and no others', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
  });

  it.each([...pages])('%s is what the rules say now (npm run docs)', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('show every rule that ships, with its equation and both of its examples', () => {
    const all = [...pages.values()].join('\n');
    for (const { rule } of shippedProgramme()) {
      const entry = all.split(`\n${rule.id}\n`)[1]?.split('\n## ')[0] ?? '';
      expect(entry, rule.id).toContain('Such figures tie:');
      expect(entry, rule.id).toContain('Such figures break it:');
    }
  });
});
