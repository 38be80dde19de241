import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { specimens } from '../tools/specimens.ts';

describe('the committed specimens', () => {
  const made = specimens();

  it('are all that there are', () => {
    const committed = readdirSync(import.meta.dirname).filter((name) => name.startsWith('epicept'));
    expect(committed.toSorted()).toEqual([...made.keys()].toSorted());
  });

  it.each([...made])('%s is what the command gives now', (name, bytes) => {
    const committed = readFileSync(`${import.meta.dirname}/${name}`);
    // As text first: a difference in a text is shown line by line.
    if (!name.endsWith('.xlsx')) expect(bytes.toString('utf8')).toBe(committed.toString('utf8'));
    expect(bytes.equals(committed), '`npm run specimens` writes it anew').toBe(true);
  });
});
