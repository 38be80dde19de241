/** The command line: the only place that knows of flags, the environment and the exit code. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Fault } from '../fault.ts';
import type { Severity } from '../generated/types.ts';
import { faultText, textReporter } from '../reporters/text.ts';
import type { Paint } from '../reporters/text.ts';
import type { Target } from './check.ts';
import { standardSink } from './output.ts';

const tool = {
  name: 'tieout' as const,
  version: (createRequire(import.meta.url)('../../package.json') as { version: string }).version,
};

const FORMATS = ['text', 'json'] as const;
type Format = (typeof FORMATS)[number];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'query', 'info'];

interface CheckFlags {
  format?: Format[];
  outputFile?: string;
  outputDir?: string;
  failOn?: Severity;
}

/**
 * Runs the command line.
 * @param argv the arguments after `tieout`
 * @returns the exit code: 0 everything ties, 1 findings at or above the threshold, 2 a fault
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('tieout')
    .description('Proves that the figures in a financial report agree with one another, or shows where they do not.')
    .version(tool.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(tieout --help shows what there is)');
  program
    .command('check')
    .description('check reports: text or HTML as published, or filings in JSON')
    .argument('<path...>', 'files, folders or globs')
    .addOption(new Option('-f, --format <format>', `text or json; may be given more than once`).argParser(collectFormat))
    .option('-o, --output-file <file>', 'write the report to a file instead of the standard output')
    .option('--output-dir <folder>', 'write one file a format, tieout.txt and tieout.json, to a folder')
    .addOption(new Option('--fail-on <severity>', 'exit 1 when a rule of this severity or above breaks').choices([...SEVERITIES]))
    .action(async (paths: string[], flags: CheckFlags) => {
      const [{ check }, { readConfig }] = await Promise.all([import('./check.ts'), import('./config.ts')]);
      const config = await readConfig('tieout.config.json');
      code = await check({
        paths,
        failOn: flags.failOn ?? config.failOn ?? 'error',
        severity: config.severity ?? {},
        targets: await targetsOf(flags),
        tool,
      });
    });
  program
    .command('read')
    .description('read a document and write its figures as a filing in JSON')
    .argument('<document>', 'a text or HTML document')
    .option('-o, --output-file <file>', 'write to a file instead of the standard output')
    .action(async (path: string, flags: { outputFile?: string }) => {
      const { read } = await import('./read.ts');
      code = await read(path, flags.outputFile);
    });
  program
    .command('rules')
    .description('list the audit programme')
    .addOption(new Option('-f, --format <format>', 'text or json').choices([...FORMATS]).default('text'))
    .action(async (flags: { format: Format }) => {
      const { rules } = await import('./rules.ts');
      await standardSink().write(rules(flags.format));
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Fault) {
      await standardError(faultText(error.record, painter(process.stderr)));
      return 2;
    }
    throw error;
  }
}

async function targetsOf(flags: CheckFlags): Promise<Target[]> {
  const formats = [...new Set(flags.format ?? ['text' as const])];
  const reporters = await Promise.all(
    formats.map(async (format) => {
      const toTerminal = flags.outputFile === undefined && flags.outputDir === undefined;
      if (format === 'json') return (await import('../reporters/json.ts')).jsonReporter;
      return textReporter(toTerminal ? painter(process.stdout) : undefined);
    }),
  );
  if (flags.outputDir !== undefined) {
    const folder = flags.outputDir;
    return reporters.map((reporter) => ({ reporter, to: join(folder, `tieout.${reporter.extension}`) }));
  }
  const [reporter, second] = reporters;
  if (second) throw usage('more than one format needs --output-dir', 'tieout check … -f text -f json --output-dir reports');
  if (!reporter) return [];
  return [{ reporter, to: flags.outputFile ?? standardSink() }];
}

function usage(message: string, hint: string): Fault {
  return new Fault({ code: 'usage', message, hint });
}

function collectFormat(value: string, before: Format[] = []): Format[] {
  const format = FORMATS.find((known) => known === value);
  if (!format) throw new InvalidArgumentError(`one of ${FORMATS.join(', ')}.`);
  return [...before, format];
}

/** Colour only on a terminal that wants it (NO_COLOR, FORCE_COLOR, TERM=dumb). */
function painter(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true });
}

async function standardError(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stderr.once('error', () => resolve());
    process.stderr.write(text, () => resolve());
  });
}
