/** `tieout probe`: by how much the figures of a report could be wrong and nobody notice. */
import { probe } from '../audit/probe/probe.ts';
import { probeText, share } from '../reporters/probe.ts';
import { auditOne } from './audit-report.ts';
import type { Settings } from './config.ts';
import { fileSink, standardSink } from './output.ts';

export interface ProbeOptions {
  readonly path: string;
  readonly settings: Settings;
  readonly format: 'text' | 'json';
  readonly outputFile: string | undefined;
  /** The least share of misprints, in percent, that must be caught. */
  readonly failUnder: number | undefined;
  /** Shows how far it is, where somebody is looking. */
  readonly progress: (done: number, of: number) => void;
  readonly warn: (text: string) => Promise<void>;
}

/**
 * Probes one report.
 * @returns the exit code: 0; 1 where less is caught than asked; whatever goes wrong is a fault
 */
export async function probeReport(options: ProbeOptions): Promise<0 | 1> {
  const { path } = options;
  const { page } = await auditOne(path, options.settings);
  const result = probe(page, path, options.progress);
  const sink = options.outputFile === undefined ? standardSink() : fileSink(options.outputFile);
  await sink.write(options.format === 'json' ? `${JSON.stringify(result, undefined, 2)}\n` : probeText(result));
  await sink.finish();
  const { caught, misprints } = result.score;
  if (options.failUnder === undefined || 100 * caught >= options.failUnder * misprints) return 0;
  await options.warn(
    `${share(caught, misprints)} of the misprints are caught; at least ${options.failUnder} % are asked for\n`,
  );
  return 1;
}
