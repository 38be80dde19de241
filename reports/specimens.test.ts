import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { specimens } from '../tools/specimens.ts';

describe('the committed specimens', () => {
  const made = specimens();

  it('are all that there are', () => {
    const committed = readdirSync(import.meta.dirname).filter((name) => /\.(?:txt|json)$/.test(name));
    expect(committed.toSorted()).toEqual([...made.keys()].toSorted());
  });

  it.each([...made])('%s is what the command gives now', (name, text) => {
    expect(text).toBe(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
  });
});
