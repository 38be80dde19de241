/** The command line: the only place that knows of the environment and the exit code. */
import { readFileSync } from 'node:fs';
import { recordOf } from '../fault.ts';
import { isDay } from '../figures/period.ts';
import type { Severity, StatementKind } from '../generated/types.ts';
import { faultText, outcomeText } from '../reporters/text.ts';
import { helpText, parseArguments, usage } from './arguments.ts';
import type { Asked } from './arguments.ts';
import { COMMANDS } from './command-line.ts';
import type { CommandName } from './command-line.ts';
import { readSettings } from './config.ts';
import type { Settings } from './config.ts';
import type { Format } from './formats.ts';
import { standardSink } from './output.ts';
import { progressOn } from './progress.ts';
import { configuredTargets, githubTargets, targetsOf } from './targets.ts';
import { mayBeTerminal, painter, warn } from './terminal.ts';

const ABOUT = 'Proves that the figures in a financial report agree with one another, or shows where they do not.';

/** 0 everything ties, 1 findings at or above the threshold, 2 a fault. */
type ExitCode = 0 | 1 | 2;

/**
 * Runs the command line.
 * @param argv the arguments after `tieout`
 */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    return await run(parseArguments(argv, COMMANDS));
  } catch (error) {
    await warn(faultText(recordOf(error), painter(2)));
    if (debugging()) await warn(traceOf(error));
    return 2;
  }
}

async function run(asked: Asked): Promise<ExitCode> {
  switch (asked.kind) {
    case 'version':
      return say(`${version()}\n`);
    case 'help':
      return say(helpText(ABOUT, COMMANDS, asked.command));
    case 'run':
      return RUN[asked.command.name as CommandName](callOf(asked));
  }
}

/** A command as it was asked for. */
interface Call {
  readonly operands: readonly string[];
  readonly first: string;
  readonly all: (option: string) => readonly string[] | undefined;
  readonly one: (option: string) => string | undefined;
  /** The settings of the project, under what the flags say. */
  readonly settings: () => Promise<Settings>;
}

function callOf({ operands, options }: Extract<Asked, { kind: 'run' }>): Call {
  const all = (option: string) => options.get(option);
  const one = (option: string) => all(option)?.[0];
  return {
    operands,
    first: operands[0] ?? '',
    all,
    one,
    settings: () =>
      readSettings({
        config: one('config'),
        rules: all('rules'),
        vocabulary: all('vocabulary'),
        company: one('company'),
        waivers: one('waivers'),
        only: all('only'),
        skip: all('skip'),
        failOn: one('fail-on') as Severity | undefined,
      }),
  };
}

/** Each command is loaded when it is asked for. */
const RUN: Record<CommandName, (call: Call) => Promise<ExitCode>> = {
  async check({ operands, all, one, settings: read }) {
    const { check } = await import('./check.ts');
    const settings = await read();
    const formats = (all('format') ?? ['text']) as Format[];
    const { targets, shown } = ['format', 'output-file', 'output-dir'].some((name) => all(name))
      ? await targetsOf(formats, one('output-file'), one('output-dir'))
      : await configuredTargets(settings);
    if (process.env['GITHUB_ACTIONS'] === 'true') targets.push(...(await githubTargets(formats)));
    return check({
      paths: operands,
      settings,
      asOf: dayOf(one('as-of')),
      power: all('power') !== undefined,
      targets,
      // Where the report does not go before the reader's eyes, what went wrong still does.
      ...(mayBeTerminal(2) && {
        progress: progressOn(process.stderr, !(shown && mayBeTerminal(1) && process.stdout.isTTY)),
      }),
      ...(!shown && { aside: (faults, summary) => warn(outcomeText(faults, summary, painter(2))) }),
      tool: { name: 'tieout', version: version() },
      ...(debugging() && { trace: (error: unknown) => void warn(traceOf(error)) }),
    });
  },

  async read({ first, one }) {
    const { read } = await import('./read.ts');
    return read(first, one('output-file'));
  },

  async suggest({ first, one, settings }) {
    const { suggestRules } = await import('./suggest.ts');
    return suggestRules(first, await settings(), one('output-file'));
  },

  async probe({ first, one, settings }) {
    const { probeReport } = await import('./probe.ts');
    const bar = progressOn(process.stderr, true);
    return probeReport({
      path: first,
      settings: await settings(),
      format: formatOf(one('format')),
      outputFile: one('output-file'),
      failUnder: percentOf(one('fail-under')),
      progress: (done, of) => (done === of ? bar.end() : bar.show(done, of, '')),
      warn,
    });
  },

  async rules({ all, one, settings }) {
    const { rules } = await import('./rules.ts');
    const filters = {
      statement: all('statement') as StatementKind[] | undefined,
      severity: all('severity') as Severity[] | undefined,
      tag: all('tag'),
    };
    return say(await rules(formatOf(one('format')), await settings(), filters));
  },

  async test({ operands, all, settings }) {
    const { test } = await import('./test.ts');
    const { text, code } = await test(await settings(), operands[0], all('all') !== undefined, painter(1));
    await say(text);
    return code;
  },

  async new({ first, all, one }) {
    if (first !== 'rule') usage(`tieout new makes rules, not "${first}"`, 'tieout new rule');
    const [{ newRule }, { withQuestions }] = await Promise.all([import('./new.ts'), import('./ask.ts')]);
    const said = {
      id: one('id'),
      title: one('title'),
      statement: one('statement'),
      equation: one('equation'),
      authority: one('authority'),
      why: one('why'),
      severity: one('severity'),
      tags: all('tag'),
      scale: one('scale'),
      ties: all('ties'),
      breaks: all('breaks'),
      file: one('file'),
    };
    const settings = await readSettings({});
    return say(await withQuestions((ask) => newRule(said, settings, ask, standardSink().write)));
  },

  async init() {
    const { init } = await import('./init.ts');
    return say(await init(version()));
  },

  async explain({ first, operands, settings }) {
    const { explain } = await import('./explain.ts');
    return say(await explain(first, operands[1], await settings()));
  },

  async waive({ first, all, one, settings }) {
    const { acceptFindings } = await import('./waive.ts');
    const said = {
      report: first,
      findings: all('finding') ?? [],
      reason: one('reason'),
      owner: one('owner'),
      expires: one('expires'),
    };
    return say(await acceptFindings(said, await settings()));
  },

  async diff({ first, operands, one, settings }) {
    const { diff } = await import('./diff.ts');
    const { text, code } = await diff(first, operands[1] ?? '', formatOf(one('format')), await settings());
    await say(text);
    return code;
  },

  async config({ settings }) {
    const { showConfig } = await import('./show-config.ts');
    return say(showConfig(await settings()));
  },
};

async function say(text: string): Promise<0> {
  await standardSink().write(text);
  return 0;
}

function formatOf(format: string | undefined): 'text' | 'json' {
  return format === 'json' ? 'json' : 'text';
}

function percentOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text) || Number(text) > 100)
    usage(`--fail-under takes a share in percent, not "${text}"`, 'a number from 0 to 100, such as 75');
  return Number(text);
}

/** The day of the run, in universal time: the only clock that a report depends on. */
function dayOf(asOf: string | undefined): string {
  if (asOf === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) usage(`there is no day ${asOf}`, 'write it as --as-of 2026-12-31');
  return asOf;
}

/** The path is the same from src/commands and from dist/app. */
function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
}

function debugging(): boolean {
  return process.env['TIEOUT_DEBUG'] === '1';
}

function traceOf(error: unknown): string {
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
