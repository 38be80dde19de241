import { forJson } from './escape.ts';
import type { Reporter } from './reporter.ts';

/** The Run itself, valid against schemas/run.schema.json. */
export const jsonReporter: Reporter = {
  extension: 'json',
  open: (tool, rules) =>
    `{\n  "format": "tieout/run@1",\n  "tool": ${JSON.stringify(tool)},\n  "rules": ${indented(rules, 2).trimStart()},\n  "filings": [`,
  filing: (audited, first) => `${first ? '' : ','}\n${indented(audited, 4)}`,
  close: (faults, summary) =>
    `\n  ],\n  "faults": ${indented(faults, 2).trimStart()},\n  "summary": ${indented(summary, 2).trimStart()}\n}\n`,
};

function indented(value: unknown, by: number): string {
  const pad = ' '.repeat(by);
  return forJson(JSON.stringify(value, undefined, 2))
    .split('\n')
    .map((line) => pad + line)
    .join('\n');
}
