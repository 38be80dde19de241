import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from './config.ts';
import { newRule } from './new.ts';

it('tieout new rule, on a terminal, asks again for what cannot be used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
  const answers = [
    'Net Income',
    'own/net-income',
    'Net income is what is left',
    'incomestatement',
    'incomeStatement',
    'Revenues - = NetIncomeLoss',
    'Revenues - OperatingExpenses = NetIncomeLoss',
    'House rule 1',
    '',
    'It is the sum of the page.',
    '900',
    '500',
    '400',
  ];
  const told: string[] = [];
  try {
    const file = join(folder, 'own.yaml');
    const ask = async (): Promise<string> => answers.shift() ?? 'nobody should ask for more';
    await newRule({ file }, await readSettings({}), ask, async (text) => void told.push(text));
    expect(answers).toEqual([]);
    expect(told.join('')).toMatch(/two parts.*\n.*it is one of.*\n.*a figure is missing.*\n.*cannot be empty/);
    expect(readFileSync(file, 'utf8')).toContain('NetIncomeLoss: 400\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
