/** Same input, same bytes out: in any locale, time zone, working directory, and order of files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../fixtures/command.ts';
import { RELEASE, twinOfText, twins } from '../fixtures/twins.ts';
import { FORMATS } from '../src/commands/formats.ts';

const release = readFileSync(RELEASE, 'utf8');
const files = Object.fromEntries([
  ['b/release.txt', release],
  ...twins.slice(0, 3).map(({ name, edits }) => [`${name}.txt`, twinOfText(release, edits)] as const),
  // Ordered differently by locale: by code point the capital comes first, in Turkish the i's are four letters.
  ['Zeta.txt', release],
  ['alpha.txt', release],
  ['ıi.txt', release],
  ['Iİ.txt', release],
  ['ä.txt', release],
]);

/** The reports of all formats that the command writes, by name. */
function reports(order: readonly string[], env: Record<string, string>): Record<string, string> {
  using folder = folderWith(Object.fromEntries(order.map((name) => [name, files[name] ?? ''])));
  const formats = FORMATS.flatMap((format) => ['-f', format]);
  const { code, err } = folder.tieout(['check', '.', ...formats, '--output-dir', 'out'], env);
  expect({ code, lines: err.split('\n').length }).toEqual({ code: 1, lines: 2 });
  const out = join(folder.path, 'out');
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name)).toString('latin1')]));
}

describe('reports of every format', () => {
  const names = Object.keys(files);
  const plain = reports(names, {});

  it('are all there', () => {
    expect(Object.keys(plain)).toHaveLength(FORMATS.length);
  });

  it.each([
    ['locale C', { LC_ALL: 'C', LANG: 'C' }],
    ['locale de_DE', { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' }],
    ['locale tr_TR', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }],
    ['locale ar_EG', { LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' }],
    ['time zone Pacific/Apia', { TZ: 'Pacific/Apia' }],
    ['time zone America/St_Johns', { TZ: 'America/St_Johns' }],
  ])('are the same under %s, in another folder, with the files made in another order', (_, env) => {
    const made = reports(names.toReversed(), env);
    for (const [name, bytes] of Object.entries(plain)) expect(made[name] === bytes, name).toBe(true);
  });

  it('would show it if the locale told', () => {
    // The control: this does differ under the locales above.
    const shown = ['C', 'de-DE', 'ar-EG'].map((locale) => (1234.5).toLocaleString(locale === 'C' ? 'en-US' : locale));
    expect(new Set(shown).size).toBe(3);
  });
});
