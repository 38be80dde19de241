/** A rule as the text of a YAML pack, and the pack with it added: what is there is kept as it stands. */
import { stringify } from 'yaml';
import { parseYaml } from '../documents/yaml.ts';
import { fail } from '../fault.ts';
import type { Rule } from '../generated/types.ts';

/** The comment by which editors find the schema of a file. @param schema its path or address */
export function schemaComment(schema: string): string {
  return `# yaml-language-server: $schema=${schema}\n`;
}

/** A pack that holds one rule. */
export function newPack(rule: Rule, schema: string): string {
  return `${schemaComment(schema)}rules:\n${ruleText(rule, 2)}`;
}

/**
 * The text of a pack with a rule added below the others.
 * @throws Fault where the pack is not written so that a rule can be added at its end
 */
export function withRule(text: string, file: string, rule: Rule): string {
  const before = parseYaml(text, file);
  const list = (before.value as { readonly rules?: unknown } | null)?.rules;
  const { column } = before.placeOf(['rules', 0]);
  const count = Array.isArray(list) ? list.length : 0;
  // The entry stands behind its hyphen; the next one's hyphen goes under that.
  const added = `${text.trimEnd()}\n\n${ruleText(rule, count === 0 ? 2 : Math.max(0, column - 3))}`;
  if (count === 0 || !isAdded(added, file, before.value, rule))
    fail({
      code: 'cannot-add',
      message: 'a rule cannot be added at the end of this file',
      place: before.placeOf(['rules'], 'name'),
      excerpt: before.excerptOf(['rules'], 'name'),
      hint: 'let "rules:" be the last part of the file, with every rule on lines of its own after "- "; or give another --file',
    });
  return added;
}

/** Whether the text with the rule says what it said before, and the rule. */
function isAdded(text: string, file: string, before: unknown, rule: Rule): boolean {
  const wanted = before as { readonly rules: readonly unknown[] };
  try {
    const read = parseYaml(text, file).value as { readonly rules: readonly unknown[] };
    return JSON.stringify(read) === JSON.stringify({ ...wanted, rules: [...wanted.rules, rule] });
  } catch {
    return false;
  }
}

function ruleText(rule: Rule, indent: number): string {
  const lines = stringify([rule], { schema: 'failsafe', lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })
    .trimEnd()
    .split('\n');
  return `${lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n')}\n`;
}
