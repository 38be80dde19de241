/** `tieout rules`: the audit programme as a table. */
import { shippedRules } from '../rules/index.ts';

export function rules(format: 'text' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(shippedRules, undefined, 2)}\n`;
  const rows = shippedRules.map((rule) => [rule.id, rule.severity, rule.title, rule.equation]);
  const head = ['rule', 'severity', 'what must tie', 'equation'];
  // The equation is last and may be long; the others line up.
  const widths = [0, 1, 2].map((column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return `${[line(head), line(head.map((text, column) => '-'.repeat(widths[column] ?? text.length))), ...rows.map(line)].join('\n')}\n${rows.length} rules\n`;
}
