/** `tieout config`: the settings of a run, each with where it came from. */
import type { Settings, Sourced } from './config.ts';

/** One setting a line: its name, its value, and the flag or the place that it came from. */
export function showConfig(settings: Settings): string {
  const rows: [name: string, value: string, from: string][] = [];
  const list = (name: string, values: readonly Sourced<string>[], none: string): void => {
    if (values.length === 0) rows.push([name, none, 'default']);
    values.forEach(({ value, from }, index) => rows.push([index === 0 ? name : '', value, from]));
  };
  list('rules', settings.rules, '(those that ship)');
  list('vocabulary', settings.vocabulary, '(the one that ships)');
  rows.push(['company', settings.company.value ?? '(as each report says)', settings.company.from]);
  rows.push(['waivers', settings.waivers.value ?? '(none)', settings.waivers.from]);
  list('only', settings.only, '(all rules)');
  list('skip', settings.skip, '(none)');
  list(
    'severity',
    settings.severity.map((one) => ({ ...one, value: `${one.value.selector}: ${one.value.severity}` })),
    '(as each rule says)',
  );
  rows.push(['failOn', settings.failOn.value, settings.failOn.from]);
  list(
    'outputs',
    settings.outputs.map((one) => ({ ...one, value: `${one.value.format}: ${one.value.file}` })),
    '(none but the screen)',
  );
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([name, value, from]) => `${name.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${from}\n`)
    .join('');
}
