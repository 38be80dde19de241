/** The audit programme of a run: the rules that ship, and those that the auditor adds. */
import type { ErrorObject } from 'ajv';
import { nearestNames } from '../concepts/vocabulary.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { decode } from '../documents/decode.ts';
import type { JsonDocument, JsonPath } from '../documents/json.ts';
import { nearest } from '../documents/nearest.ts';
import { fail, recordOf } from '../fault.ts';
import type { Config, FaultRecord, Rule } from '../generated/types.ts';
import { shippedRules } from '../rules/index.ts';
import { compileProgramme, compileRule } from '../rules/program.ts';
import type { CompiledRule } from '../rules/program.ts';
import { readBytes } from './inputs.ts';

/**
 * Compiles the rules that ship and those of the given files.
 * @param faults takes what is wrong with an added rule; the others are run all the same
 */
export async function loadProgramme(
  files: readonly string[],
  severity: NonNullable<Config['severity']>,
  vocabulary: VocabularyIndex,
  faults: FaultRecord[],
): Promise<CompiledRule[]> {
  const wanted = (rule: Rule) => severity[rule.id] !== 'off';
  const programme = compileProgramme(shippedRules.filter(wanted), vocabulary);
  const known = new Set(shippedRules.map((rule) => rule.id));
  for (const file of files) {
    const added = await readRules(file, vocabulary, known, faults);
    programme.push(...added.filter(({ rule }) => wanted(rule)));
  }
  for (const id of Object.keys(severity)) {
    if (known.has(id)) continue;
    const near = nearest(id, [...known]);
    faults.push({
      code: 'unknown-rule',
      message: `the config sets the severity of "${id}", but no rule is called so`,
      place: { document: 'tieout.config.json' },
      hint: near === undefined ? '`tieout rules` lists them' : `did you mean "${near}"?`,
    });
  }
  return programme;
}

/**
 * Reads a file with one rule or a list of rules.
 * @param known the ids that are taken; those of the file are added
 * @param faults takes what is wrong with the file or with one of its rules
 */
export async function readRules(
  path: string,
  vocabulary: VocabularyIndex,
  known: Set<string>,
  faults: FaultRecord[],
): Promise<CompiledRule[]> {
  // Loaded only where rules are added: the validators cost more than a whole check.
  const [{ parseJson, failSchema }, validators] = await Promise.all([
    import('../documents/json.ts'),
    import('../generated/validators.ts'),
  ]);
  const validate = validators.validateRule as unknown as { (value: unknown): boolean; errors?: ErrorObject[] | null };
  const compiled: CompiledRule[] = [];
  const keep = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      faults.push(recordOf(error, { document: path }));
    }
  };
  keep(() => {
    const json = parseJson(decode(readBytes(path), path), path);
    const list: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
    list.forEach((value, index) =>
      keep(() => {
        const base = Array.isArray(json.value) ? [index] : [];
        if (!validate(value)) failSchema(validate.errors ?? [], json, 'a rule', base);
        compiled.push(compileAdded(value as Rule, json, base, vocabulary, known));
      }),
    );
  });
  return compiled;
}

function compileAdded(
  rule: Rule,
  json: JsonDocument,
  base: JsonPath,
  vocabulary: VocabularyIndex,
  known: Set<string>,
): CompiledRule {
  const refuse = (code: string, path: JsonPath, message: string, hint: string, within?: number): never =>
    fail({
      code,
      message: `the rule "${rule.id}" ${message}`,
      place: json.placeOf([...base, ...path], within),
      excerpt: json.excerptOf([...base, ...path], within),
      hint,
    });
  if (known.has(rule.id))
    refuse(
      'duplicate-rule',
      ['id'],
      'is there already',
      'give it an id of its own; `tieout rules` lists those that are taken',
    );
  known.add(rule.id);
  const names: [JsonPath, string][] = (rule.unless ?? []).map((name, index) => [['unless', index], name]);
  if (rule.decides !== undefined) names.push([['decides'], rule.decides]);
  for (const [path, name] of names) {
    if (vocabulary.byName.has(name)) continue;
    const near = nearestNames(name, vocabulary, 1)[0];
    refuse(
      'unknown-concept',
      path,
      `names "${name}", which is no concept`,
      near === undefined ? 'concepts are named as in US-GAAP' : `did you mean "${near}"?`,
    );
  }
  const result = compileRule(rule, vocabulary);
  if (result.ok) return result.compiled;
  const [problem] = result.problems;
  // The message gives the column in the equation; the place, that in the file.
  const message = `cannot be used: ${problem?.message.replace(/^column \d+: /, '') ?? 'its equation is not understood'}`;
  return refuse(
    'bad-rule',
    ['equation'],
    message,
    problem?.hint ?? 'compare it with the equations that `tieout rules` lists',
    problem?.span.start,
  );
}
