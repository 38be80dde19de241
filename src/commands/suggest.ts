/** `tieout suggest`: relations that hold in a report and that no rule states, as rules to keep. */
import { stringify } from 'yaml';
import { suggest } from '../audit/suggest/suggest.ts';
import type { Rule } from '../generated/types.ts';
import { forTerminal } from '../reporters/escape.ts';
import { auditOne } from './audit-report.ts';
import type { Settings } from './config.ts';
import { fileSink, standardSink } from './output.ts';

/**
 * Writes a pack of rules that hold in a report; an empty list where nothing was found.
 * @returns the exit code 0; whatever goes wrong is a fault
 */
export async function suggestRules(path: string, settings: Settings, outputFile: string | undefined): Promise<0> {
  const { page } = await auditOne(path, settings);
  const sink = outputFile === undefined ? standardSink() : fileSink(outputFile);
  await sink.write(packText(suggest(page, path), path));
  await sink.finish();
  return 0;
}

/** The rules as a pack that `--rules` takes, each as it would be written by hand. */
function packText(rules: readonly Rule[], path: string): string {
  const holds = `# What holds in ${forTerminal(path)} and no rule states`;
  if (rules.length === 0) return `${holds}: nothing was found\n`;
  const use = '# give it an id, an authority and a severity of your own, and use it with --rules.';
  return `${holds}. Arithmetic alone says so: keep what you can confirm,\n${use}\n${stringify({ rules }, { lineWidth: 120 })}`;
}
