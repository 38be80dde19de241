/** Where the reports of a check go: the screen, files, and what a step of GitHub Actions shows. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../documents/nearest.ts';
import { Fault } from '../fault.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { usage } from './arguments.ts';
import type { Target } from './check.ts';
import type { Settings } from './config.ts';
import { FORMATS, loadReporter } from './formats.ts';
import type { Format } from './formats.ts';
import { appendSink, standardSink } from './output.ts';
import { painter, screenWidth, standardError } from './terminal.ts';

export interface Targets {
  readonly targets: Target[];
  /** Whether a report for people goes to the standard output. */
  readonly shown: boolean;
}

/** The screen, and the files that the config asks for. */
export async function configuredTargets({ outputs }: Settings): Promise<Targets> {
  const screen: Target = { reporter: await loadReporter('text', painter(1)), to: standardSink() };
  const files = outputs.map(async ({ value: { format, file }, place, excerpt }): Promise<Target> => {
    const known = FORMATS.find((one) => one === format);
    if (known) return { reporter: await loadReporter(known), to: file };
    const near = nearest(format, FORMATS);
    throw new Fault({
      code: 'unknown-format',
      message: `there is no format "${format}"`,
      ...(place && { place }),
      ...(excerpt !== undefined && { excerpt }),
      hint: near === undefined ? `one of ${FORMATS.join(', ')}` : `did you mean "${near}"?`,
    });
  });
  return { shown: true, targets: [screen, ...(await Promise.all(files))] };
}

export async function targetsOf(
  wanted: readonly Format[],
  file: string | undefined,
  folder: string | undefined,
): Promise<Targets> {
  const formats = [...new Set(wanted)];
  const toScreen = file === undefined && folder === undefined;
  const reporters: Reporter[] = await Promise.all(
    formats.map((format) => (toScreen ? loadReporter(format, painter(1), screenWidth()) : loadReporter(format))),
  );
  if (folder !== undefined) {
    if (file !== undefined) usage('--output-file and --output-dir exclude each other', 'keep one of them');
    return {
      shown: false,
      targets: reporters.map((reporter) => ({ reporter, to: join(folder, `tieout.${reporter.extension}`) })),
    };
  }
  if (reporters.length > 1)
    usage('more than one format needs --output-dir', 'tieout check … -f text -f json --output-dir reports');
  return {
    shown: toScreen && formats[0] === 'text',
    targets: reporters.map((reporter) => ({ reporter, to: file ?? standardSink() })),
  };
}

/** GitHub limits what the summaries of one step may hold together. */
const SUMMARY_BYTES = 1_048_576;

/**
 * What a step of GitHub Actions shows besides: annotations and the job summary. Annotations go to the
 * standard error, where the runner reads them as well, so that the standard output stays the report's.
 */
export async function githubTargets(formats: readonly Format[]): Promise<Target[]> {
  const targets: Target[] = [];
  if (!formats.includes('github')) targets.push({ reporter: await loadReporter('github'), to: standardError });
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '') {
    const { markdownReporter } = await import('../reporters/markdown.ts');
    const left = SUMMARY_BYTES - (statSync(summary, { throwIfNoEntry: false })?.size ?? 0);
    targets.push({ reporter: markdownReporter(left), to: appendSink(summary) });
  }
  return targets;
}
