/** A file of rules: from the data as it was written to rules that are ready to run. */
import { nearestNames } from '../concepts/vocabulary.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import type { DataDocument, DataPath, Spot } from '../documents/data.ts';
import { pathOf, schemaFault } from '../documents/schema-fault.ts';
import type { Validate } from '../documents/schema-fault.ts';
import type { FaultPlace, FaultRecord, Rule, RulePack } from '../generated/types.ts';
import { validatePack } from '../generated/validators.ts';
import { judgeExample } from './examples.ts';
import { compileRule } from './program.ts';
import type { CompiledRule } from './program.ts';

/** A rule of one's own, with the place of everything in it. */
export interface PackRule {
  readonly compiled: CompiledRule;
  readonly placeOf: (path: DataPath, spot?: Spot) => FaultPlace;
  readonly excerptOf: (path: DataPath, spot?: Spot) => string;
}

/**
 * The rules of a pack that can be used.
 * @param faults takes what is wrong with the others, each with its place
 */
export function readPack(data: DataDocument, vocabulary: VocabularyIndex, faults: FaultRecord[]): PackRule[] {
  const bad = new Set<number>();
  const validate = validatePack as unknown as Validate;
  if (!validate(data.value)) {
    const errors = validate.errors ?? [];
    const inRule = (error: (typeof errors)[number]): number | undefined => {
      const [list, index] = pathOf(error);
      return list === 'rules' && index !== undefined ? Number(index) : undefined;
    };
    const above = errors.filter((error) => inRule(error) === undefined);
    if (above.length > 0) {
      faults.push(notAPack(data) ?? schemaFault(above, data, 'this is not a file of rules'));
      if (!hasRules(data.value)) return [];
    }
    for (const error of errors) bad.add(inRule(error) ?? -1);
    for (const index of [...bad].filter((one) => one >= 0).sort((a, b) => a - b)) {
      const own = errors.filter((error) => inRule(error) === index);
      faults.push(schemaFault(own, data, `${nameOf(data.value, index)} cannot be used`, ['rules', index]));
    }
  }
  return (data.value as RulePack).rules.flatMap((rule, index) =>
    bad.has(index) ? [] : (useRule(rule, index, data, vocabulary, faults) ?? []),
  );
}

function hasRules(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<RulePack>).rules);
}

/** A list, or a rule that stands alone, lacks only the line that opens the pack. */
function notAPack(data: DataDocument): FaultRecord | undefined {
  const { value } = data;
  if (typeof value !== 'object' || value === null || 'rules' in value) return undefined;
  if (!Array.isArray(value) && !('equation' in value || 'id' in value)) return undefined;
  return {
    code: 'schema',
    message: `a file of rules starts with "rules", and this is ${Array.isArray(value) ? 'a list' : 'one rule'} without it`,
    place: data.placeOf([]),
    excerpt: data.excerptOf([]),
    hint:
      data.language === 'YAML'
        ? 'write "rules:" in the first line, and below it each rule after "  - "'
        : 'write { "rules": [ … ] } around it',
  };
}

/** How a message calls a rule: by its number in the file, and its id if it has one. */
function nameOf(value: unknown, index: number): string {
  const rule: unknown = (value as { rules: unknown[] }).rules[index];
  const id: unknown = typeof rule === 'object' && rule !== null && 'id' in rule ? rule.id : undefined;
  return `rule ${index + 1}${typeof id === 'string' && id !== '' && id.length <= 100 ? `, "${id}",` : ''}`;
}

function useRule(
  rule: Rule,
  index: number,
  data: DataDocument,
  vocabulary: VocabularyIndex,
  faults: FaultRecord[],
): PackRule | undefined {
  const before = faults.length;
  const placeOf = (path: DataPath, spot?: Spot) => data.placeOf(['rules', index, ...path], spot);
  const excerptOf = (path: DataPath, spot?: Spot) => data.excerptOf(['rules', index, ...path], spot);
  const refuse = (code: string, path: DataPath, message: string, hint: string, spot?: Spot): void => {
    faults.push({
      code,
      message: `the rule "${rule.id}" ${message}`,
      place: placeOf(path, spot),
      excerpt: excerptOf(path, spot),
      hint,
    });
  };
  const names: [DataPath, string][] = (rule.unless ?? []).map((name, at) => [['unless', at], name]);
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
  if (!result.ok) {
    for (const problem of result.problems) {
      // The message gives the column in the equation; the place, that in the file.
      const whole = problem.message.replace(/^column \d+: /, '');
      // The last part of the message is what to do, unless that is said apart.
      const [, what, mend] = (problem.hint === undefined && /^(.*); (.*)$/s.exec(whole)) || ['', whole, problem.hint];
      const message = what ?? whole;
      const hint = mend ?? 'compare it with the equations that `tieout rules` lists';
      refuse('bad-rule', ['equation'], `cannot be used: ${message}`, hint, problem.span.start);
    }
    return undefined;
  }
  const { compiled } = result;
  for (const kind of ['ties', 'breaks'] as const) {
    const judged = judgeExample(compiled, rule[kind], vocabulary);
    if (judged.ok) continue;
    for (const { figure, entry, message, hint } of judged.problems) {
      const path = [kind, 'figures', figure, ...(entry === undefined ? [] : [entry])];
      refuse('bad-example', path, `has a mistake in its example "${kind}": ${message}`, hint);
    }
  }
  return faults.length === before ? { compiled, placeOf, excerptOf } : undefined;
}
