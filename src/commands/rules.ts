/** `tieout rules`: the audit programme as a table. */
import { shippedVocabulary } from '../concepts/vocabulary.ts';
import { Fault } from '../fault.ts';
import type { FaultRecord, Rule } from '../generated/types.ts';
import { loadProgramme } from './programme.ts';

/**
 * The programme as text or JSON.
 * @param files further rules
 * @throws Fault on the first rule that cannot be used
 */
export async function rules(format: 'text' | 'json', files: readonly string[]): Promise<string> {
  const faults: FaultRecord[] = [];
  const programme = await loadProgramme(files, {}, shippedVocabulary(), faults);
  if (faults[0]) throw new Fault(faults[0]);
  const list = programme.map((compiled) => compiled.rule);
  return format === 'json' ? `${JSON.stringify(list, undefined, 2)}\n` : table(list);
}

/** One rule a row; what must tie and the equation, which may be long, stand below it. */
function table(list: readonly Rule[]): string {
  const head = ['rule', 'severity', 'authority'];
  const rows = list.map((rule) => [rule.id, rule.severity, rule.authority]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const body = list.map((rule, index) => `${line(rows[index] ?? [])}\n    ${rule.title}\n    ${rule.equation}`);
  return `${line(head)}\n${line(widths.map((width) => '-'.repeat(width)))}\n${body.join('\n')}\n${list.length} rules\n`;
}
