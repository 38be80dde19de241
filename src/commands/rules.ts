/** `tieout rules`: the audit programme as a table. */
import type { Rule, Severity, StatementKind } from '../generated/types.ts';
import type { Settings } from './config.ts';
import { soundProgramme } from './programme.ts';

/** Which rules are listed: those that are of one of the kinds named, and so on; all where nothing is named. */
export interface Filters {
  readonly statement?: readonly StatementKind[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly tag?: readonly string[] | undefined;
}

/**
 * The programme as text or JSON.
 * @throws Fault on the first rule that cannot be used
 */
export async function rules(format: 'text' | 'json', settings: Settings, filters: Filters): Promise<string> {
  const programme = await soundProgramme(settings);
  const { statement, severity, tag } = filters;
  const list = programme.rules
    .map(({ compiled: { rule } }) => ({ ...rule, severity: programme.severityOf(rule.id, rule.severity) }))
    .filter(
      (rule) =>
        (rule.statement === 'any' || (statement?.includes(rule.statement) ?? true)) &&
        (severity?.includes(rule.severity) ?? true) &&
        (tag?.some((one) => rule.tags?.includes(one)) ?? true),
    );
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
