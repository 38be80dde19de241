/** `tieout test`: every rule against its own examples and against the laws that follow from its equation. */
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { fail } from '../fault.ts';
import type { Example, FaultRecord } from '../generated/types.ts';
import { exampleLines, verdictLines } from '../reporters/example.ts';
import { faultText } from '../reporters/text.ts';
import type { Paint } from '../reporters/text.ts';
import { countOf, wrap } from '../reporters/words.ts';
import { laws, printUnits } from '../rules/laws.ts';
import type { CounterExample, Law } from '../rules/laws.ts';
import type { Settings } from './config.ts';
import { loadProgramme } from './programme.ts';
import type { LoadedRule } from './programme.ts';

/**
 * Tests the rules of the project; with `all` those that ship too.
 * @param path the rules to test instead of those that the settings name
 * @returns the report, and 0 where every law holds, 1 where one is broken, 2 on a fault
 * @throws Fault when there is no rule to test
 */
export async function test(
  settings: Settings,
  path: string | undefined,
  all: boolean,
  paint: Paint,
): Promise<{ readonly text: string; readonly code: 0 | 1 | 2 }> {
  const faults: FaultRecord[] = [];
  const given = path === undefined ? settings : { ...settings, rules: [{ value: path, from: 'the command line' }] };
  const { rules, vocabulary } = await loadProgramme(given, faults);
  const tested = rules.filter((rule) => all || rule.from === 'project').map((rule) => testRule(rule, vocabulary));
  if (tested.length === 0 && faults.length === 0)
    fail({
      code: 'no-rules',
      message: 'there is no rule of your own to test',
      hint: 'tieout test rules/house.yaml; tieout test --all tests the rules that ship',
    });
  const broken = tested.filter(({ failed }) => failed.length > 0);
  const lines = [
    ...byFile(tested).flatMap(([file, list]) => [
      paint('bold', file),
      ...list.flatMap((one) => ruleLines(one, vocabulary, paint)),
      '',
    ]),
    ...faults.map((fault) => faultText(fault, paint)),
    outcome(tested, broken.length, faults.length, paint),
  ];
  return { text: `${lines.join('\n')}\n`, code: faults.length > 0 ? 2 : broken.length > 0 ? 1 : 0 };
}

interface Tested {
  readonly rule: LoadedRule;
  readonly held: number;
  readonly failed: readonly { readonly law: Law; readonly counter: CounterExample }[];
}

/** Other figures than the example's own, the same on every run. */
const VARIATIONS = 4;

function testRule(rule: LoadedRule, vocabulary: VocabularyIndex): Tested {
  const { compiled } = rule;
  const examples = [compiled.rule.ties];
  for (let seed = 1; seed <= VARIATIONS; seed += 1) examples.push(varied(compiled.rule.ties, seed));
  const applied = laws.filter((law) => law.appliesTo(compiled));
  const failed = applied.flatMap((law) => {
    for (const example of compiled.rule.decides === undefined ? examples : examples.slice(0, 1)) {
      const counter = law.counterExample(compiled, example, vocabulary);
      if (counter) return [{ law, counter }];
    }
    return [];
  });
  return { rule, held: applied.length - failed.length, failed };
}

/** The example with other figures of as many decimals; share counts stay positive, as they are divided by. */
function varied(example: Example, seed: number): Example {
  let state = seed;
  // Park and Miller's generator: whole numbers below 2 ** 31, the same everywhere.
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  const one = (key: string, text: string): string => {
    const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
    const units = BigInt(1_000 + (next() % 999_000));
    const negative = next() % 3 === 0 && !/Shares?Outstanding/.test(key);
    return `${printUnits(negative ? -units : units, places)}${text.trimEnd().endsWith('%') ? '%' : ''}`;
  };
  const figures = Object.entries(example.figures).map(([key, given]) => [
    key,
    Array.isArray(given) ? given.map((text) => one(key, text)) : one(key, given),
  ]);
  return { ...example, figures: Object.fromEntries(figures) as Example['figures'] };
}

function byFile(tested: readonly Tested[]): [string, Tested[]][] {
  const files = new Map<string, Tested[]>();
  for (const one of tested) {
    const file = one.rule.from === 'tieout' ? 'the rules that ship' : one.rule.file;
    const list = files.get(file);
    if (list) list.push(one);
    else files.set(file, [one]);
  }
  return [...files];
}

function ruleLines({ rule, held, failed }: Tested, vocabulary: VocabularyIndex, paint: Paint): string[] {
  const { id } = rule.compiled.rule;
  if (failed.length === 0) return [`  ${paint('green', 'ok  ')}  ${id}  (${countOf(held, 'law')})`];
  return [
    `  ${paint('red', 'FAIL')}  ${id}`,
    ...failed.flatMap(({ law, counter }) => [
      '',
      ...wrap(`${placeOf(rule, law)}${law.broken}:`, 8),
      '',
      ...exampleLines(rule.compiled, counter.example, vocabulary, 12),
      '',
      ...verdictLines(counter.judged, counter.example, 8),
      ...wrap(`It should ${counter.should}.`, 8),
      ...wrap(`Next: ${law.mend(counter.judged)}`, 8),
    ]),
    '',
    ...wrap(`Rule: ${rule.compiled.rule.equation}`, 8),
    '',
  ];
}

/** Where the rule, or the example that the law is about, stands. */
function placeOf(rule: LoadedRule, { name }: Law): string {
  if (rule.from === 'tieout') return '';
  const { document, line, column } = rule.placeOf(
    name.endsWith('example that ties') ? ['ties'] : name.endsWith('example that breaks') ? ['breaks'] : ['equation'],
    'name',
  );
  return `${document}${line === undefined ? '' : `:${line}:${column ?? 1}`}  `;
}

function outcome(tested: readonly Tested[], broken: number, faults: number, paint: Paint): string {
  const held = tested.reduce((sum, one) => sum + one.held, 0);
  const count = tested.reduce((sum, one) => sum + one.held + one.failed.length, 0);
  if (tested.length === 0) return paint('yellow', `No rule was tested; ${countOf(faults, 'fault')}`);
  const first =
    broken === 0
      ? paint(faults === 0 ? 'green' : 'yellow', `${countOf(tested.length, 'rule')}: all ${count} laws hold`)
      : paint(
          'red',
          `${broken} of ${countOf(tested.length, 'rule')} ${broken === 1 ? 'fails' : 'fail'}: ${held} of ${count} laws hold`,
        );
  return faults === 0 ? first : `${first}; ${paint('red', countOf(faults, 'fault'))}`;
}
