import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, test } from 'vitest';
import { applied, mutantsOf, switched } from './mutants.ts';

const SOURCE = `
interface Shape { readonly kind: 'exact' | 'breaks'; readonly sides: 0 | 1 }
const label: 'exact' = 'exact'; // 0 and true in a comment
const told: string[] = [];
const plain = { 0: 'zero', key: 1 };
function judge(a: number, b: number, big = 1n): unknown {
  if (a < b && !(a === 0)) told.push('less');
  else if (a >= b || big > 0n) told.push(\`more \${a + b}\`);
  let sum = 0;
  for (const each of [a, b]) sum += Math.max(each, a) - 1;
  const words = 'a' + 'b';
  if (a !== 1 && b !== 2 && a < 9) return sum > 3 ? { verdict: 'breaks' as const, told: told.splice(0), words } : true;
  return [sum, label, plain, told.splice(0), (): boolean => b > a];
}
`;
const INPUTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 2],
  [1, 1],
  [1, 3],
  [2, 1],
  [-3, 4],
];

const results = (source: string): string => {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the sources are written above
    const judge = new Function(`${stripTypeScriptTypes(source)}; return judge;`)() as (a: number, b: number) => unknown;
    const all = INPUTS.map(([a, b]) => judge(a, b));
    return JSON.stringify(all, (_, value: unknown) =>
      typeof value === 'function' ? (value as () => unknown)() : value,
    );
  } catch (error) {
    return String(error);
  }
};

const on = (number: number): void => {
  Object.assign(globalThis, { mutantsIn: (file: string) => (one: number) => file === 'sample.ts' && one === number });
};

const mutants = mutantsOf('sample.ts', SOURCE);

describe('the mutants of a source', () => {
  test('change operators, truth values, verdicts and results, and nothing in types, names and comments', () => {
    const changes = mutants.map(({ start, end, text }) => `${SOURCE.slice(start, end)} → ${text}`);
    expect(changes).toEqual([
      "'exact' → 'rounding'",
      '1 → 0',
      '1n → 0n',
      '&& → ||',
      '< → <=',
      '< → >',
      '! → ',
      '=== → !==',
      '0 → 1',
      "told.push('less'); → ;",
      '|| → &&',
      '>= → >',
      '> → >=',
      '> → <',
      'told.push(`more ${a + b}`); → ;',
      '+ → -',
      '0 → 1',
      'sum += Math.max(each, a) - 1; → ;',
      '+= → -=',
      '- → +',
      'Math.max → Math.min',
      '1 → 0',
      '&& → ||',
      'a !== 1 && b !== 2 → (a !== 1 || b !== 2)',
      '!== → ===',
      '1 → 0',
      '!== → ===',
      '< → <=',
      '< → >',
      "sum > 3 ? { verdict: 'breaks' as const, told: told.splice(0), words } : true → undefined",
      '> → >=',
      '> → <',
      "'breaks' → 'unproven'",
      '0 → 1',
      'true → false',
      '[sum, label, plain, told.splice(0), (): boolean => b > a] → undefined',
      '0 → 1',
      '> → >=',
      '> → <',
    ]);
  });

  test('are none of theirs that run when none is switched on', () => {
    on(-1);
    expect(results(switched('sample.ts', SOURCE))).toBe(results(SOURCE));
  });

  test.each(mutants.map((mutant, number) => ({ number, change: `${mutant.start}: ${mutant.text}`, mutant })))(
    'does what the changed source does when number $number is switched on ($change)',
    ({ number, mutant }) => {
      on(number);
      expect(results(switched('sample.ts', SOURCE))).toBe(results(applied(SOURCE, mutant)));
    },
  );
});
