/** The command line: the only place that knows of flags, the environment and the exit code. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { KIND_NAMES } from '../audit/bind.ts';
import { nearest } from '../documents/nearest.ts';
import { Fault, recordOf } from '../fault.ts';
import type { Severity, StatementKind } from '../generated/types.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { faultText, outcomeText } from '../reporters/text.ts';
import type { Paint } from '../reporters/text.ts';
import { helpText, parseArguments } from './arguments.ts';
import type { Asked, CommandSpec, OptionSpec } from './arguments.ts';
import type { Target } from './check.ts';
import type { Flags, Settings } from './config.ts';
import { FORMATS, loadReporter } from './formats.ts';
import type { Format } from './formats.ts';
import { appendSink, standardSink } from './output.ts';
import type { Sink } from './output.ts';
import { isDay } from '../figures/period.ts';
import { progressOn } from './progress.ts';
import { SEVERITIES } from '../severity.ts';

const ABOUT = 'Proves that the figures in a financial report agree with one another, or shows where they do not.';
const KINDS = Object.keys(KIND_NAMES) as StatementKind[];

/** The flags that stand for settings of the config, and take their place. */
const SETTINGS: readonly OptionSpec[] = [
  { name: 'config', value: 'file', help: 'the settings of the project; tieout.config.yaml, .json or .ts if not given' },
  { name: 'rules', value: 'path', many: true, help: 'add the rules of a file, folder or pattern; may be given again' },
  { name: 'vocabulary', value: 'path', many: true, help: 'add concepts and labels of a file; may be given again' },
  { name: 'company', value: 'name', help: 'whose reports these are, for labels that mean something else there' },
  {
    name: 'waivers',
    value: 'file',
    help: 'the findings that are accepted; tieout.waivers.yaml if not given, where there is one',
  },
  { name: 'only', value: 'rule', many: true, help: 'run only this rule, by id or tag; may be given again' },
  { name: 'skip', value: 'rule', many: true, help: 'leave this rule out, by id or tag; may be given again' },
];
const OUTPUT_FILE: OptionSpec = {
  name: 'output-file',
  short: 'o',
  value: 'file',
  help: 'write to a file instead of the standard output',
};

const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    operands: { name: 'path', least: 1, most: Infinity, help: 'files, folders or patterns such as "reports/**/*.txt"' },
    help: 'check reports: text or HTML as published, or filings in JSON',
    options: [
      {
        name: 'format',
        short: 'f',
        value: 'format',
        choices: FORMATS,
        many: true,
        help: `${FORMATS.join(', ')}; text if not given; may be given again`,
      },
      OUTPUT_FILE,
      {
        name: 'output-dir',
        value: 'folder',
        help: 'write tieout.txt, tieout.json and so on, one file a format, to a folder',
      },
      {
        name: 'fail-on',
        value: 'severity',
        choices: SEVERITIES,
        help: `exit 1 when a rule of this severity or above breaks: ${SEVERITIES.join(', ')}; error if not given`,
      },
      { name: 'as-of', value: 'day', help: 'the day by which waivers expire, such as 2026-12-31; today if not given' },
      ...SETTINGS,
    ],
  },
  {
    name: 'read',
    operands: { name: 'document', least: 1, most: 1, help: 'a text or HTML document' },
    help: 'read a document and write its figures as a filing in JSON',
    options: [OUTPUT_FILE],
  },
  {
    name: 'suggest',
    operands: { name: 'report', least: 1, most: 1, help: 'a text or HTML document, or a filing in JSON' },
    help: 'write rules for what holds in a report and no rule states',
    options: [OUTPUT_FILE, ...SETTINGS],
  },
  {
    name: 'probe',
    operands: { name: 'report', least: 1, most: 1, help: 'a text or HTML document, or a filing in JSON' },
    help: 'print every plausible misprint in a report, one at a time, and say what nobody would notice',
    options: [
      { name: 'format', short: 'f', value: 'format', choices: ['text', 'json'], help: 'text or json' },
      OUTPUT_FILE,
      { name: 'fail-under', value: 'percent', help: 'exit 1 when a smaller share of the misprints is caught' },
      ...SETTINGS,
    ],
  },
  {
    name: 'rules',
    operands: { name: 'argument', least: 0, most: 0, help: '' },
    help: 'list the audit programme',
    options: [
      { name: 'format', short: 'f', value: 'format', choices: ['text', 'json'], help: 'text or json' },
      {
        name: 'statement',
        value: 'kind',
        choices: KINDS,
        many: true,
        help: `only of this statement: ${KINDS.join(', ')}`,
      },
      {
        name: 'severity',
        value: 'severity',
        choices: SEVERITIES,
        many: true,
        help: 'only of this severity; may be given again',
      },
      { name: 'tag', value: 'tag', many: true, help: 'only with this tag; may be given again' },
      ...SETTINGS,
    ],
  },
  {
    name: 'test',
    operands: {
      name: 'rules',
      least: 0,
      most: 1,
      help: 'a file, folder or pattern; the rules of the config if not given',
    },
    help: 'test rules against their examples and the laws of their equations',
    options: [{ name: 'all', help: 'test the rules that ship too' }, ...SETTINGS],
  },
  {
    name: 'new',
    operands: { name: 'rule', least: 1, most: 1, help: 'the word "rule"' },
    help: 'write a rule into a YAML file: asks on a terminal, takes flags otherwise',
    options: [
      { name: 'id', value: 'id', help: 'two parts joined by a slash: house/revenue-covers-research' },
      { name: 'title', value: 'text', help: 'what must tie, as a sentence' },
      { name: 'statement', value: 'kind', choices: KINDS, help: KINDS.join(', ') },
      { name: 'equation', value: 'text', help: '"Revenues >= ResearchAndDevelopmentExpense"' },
      { name: 'authority', value: 'text', help: 'the paragraph that demands it, or a house rule' },
      { name: 'why', value: 'text', help: 'why a reader should care' },
      {
        name: 'severity',
        value: 'severity',
        choices: SEVERITIES,
        help: `${SEVERITIES.join(', ')}; error if not given`,
      },
      { name: 'tag', value: 'tag', many: true, help: 'a word to choose it by; may be given again' },
      {
        name: 'scale',
        value: 'number',
        choices: ['1', '1000', '1000000'],
        help: 'what one printed unit of the examples stands for',
      },
      {
        name: 'ties',
        value: 'figure',
        many: true,
        help: 'a figure that ties, as printed: Revenues=400; made up if not given',
      },
      { name: 'breaks', value: 'figure', many: true, help: 'a figure that breaks it instead; worked out if not given' },
      { name: 'file', value: 'file', help: 'the YAML file; rules/house.yaml if not given' },
    ],
  },
  {
    name: 'init',
    operands: { name: 'argument', least: 0, most: 0, help: '' },
    help: 'set up a project here: settings, rules, a report to try them on, CI workflows',
    options: [],
  },
  {
    name: 'explain',
    operands: {
      name: 'rule or file:line',
      least: 1,
      most: 2,
      help: 'the id of a rule, and a report in which to show it; or a line of a report',
    },
    help: 'explain a rule, or what stands on a line of a report',
    options: SETTINGS,
  },
  {
    name: 'waive',
    operands: { name: 'report', least: 1, most: 1, help: 'the report whose findings are accepted' },
    help: 'accept findings of a report, for the figures they stand on now',
    options: [
      { name: 'finding', value: 'id', many: true, help: 'the id of a finding, or of a rule; may be given again' },
      { name: 'reason', value: 'text', help: 'why it is accepted' },
      { name: 'owner', value: 'name', help: 'who answers for it' },
      { name: 'expires', value: 'day', help: 'the last day on which it is in force, such as 2027-03-31' },
      ...SETTINGS,
    ],
  },
  {
    name: 'diff',
    operands: { name: 'report', least: 2, most: 2, help: 'the old draft and the new one' },
    help: 'compare two drafts: figures and findings that are new, changed or gone',
    options: [
      { name: 'format', short: 'f', value: 'format', choices: ['text', 'json'], help: 'text or json' },
      {
        name: 'fail-on',
        value: 'severity',
        choices: SEVERITIES,
        help: 'exit 1 when a rule of this severity breaks anew',
      },
      ...SETTINGS,
    ],
  },
  {
    name: 'config',
    operands: { name: 'argument', least: 0, most: 0, help: '' },
    help: 'show the settings, and where each comes from',
    options: SETTINGS,
  },
];

/**
 * Runs the command line.
 * @param argv the arguments after `tieout`
 * @returns the exit code: 0 everything ties, 1 findings at or above the threshold, 2 a fault
 */
export async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  try {
    return await run(parseArguments(argv, COMMANDS));
  } catch (error) {
    await warn(faultText(recordOf(error), painter(process.stderr)));
    if (debugging()) await warn(traceOf(error));
    return 2;
  }
}

async function run(asked: Asked): Promise<0 | 1 | 2> {
  switch (asked.kind) {
    case 'version':
      await standardSink().write(`${version()}\n`);
      return 0;
    case 'help':
      await standardSink().write(helpText(ABOUT, COMMANDS, asked.command));
      return 0;
    case 'run':
      return runCommand(asked);
  }
}

async function runCommand({ command, operands, options }: Extract<Asked, { kind: 'run' }>): Promise<0 | 1 | 2> {
  const one = (name: string) => options.get(name)?.[0];
  switch (command.name) {
    case 'check': {
      const [{ check }, { readSettings }] = await Promise.all([import('./check.ts'), import('./config.ts')]);
      const settings = await readSettings(flagsOf(options));
      const formats = (options.get('format') ?? ['text']) as Format[];
      const { targets, shown } = ['format', 'output-file', 'output-dir'].some((name) => options.has(name))
        ? await targetsOf(formats, one('output-file'), one('output-dir'))
        : await configuredTargets(settings);
      if (process.env['GITHUB_ACTIONS'] === 'true') targets.push(...(await githubTargets(formats)));
      return check({
        paths: operands,
        settings,
        asOf: dayOf(one('as-of')),
        targets,
        // Where the report does not go before the reader's eyes, what went wrong still does.
        progress: progressOn(process.stderr, !(shown && process.stdout.isTTY)),
        ...(!shown && {
          aside: (faults, summary) => warn(outcomeText(faults, summary, painter(process.stderr))),
        }),
        tool: { name: 'tieout', version: version() },
        ...(debugging() && { trace: (error: unknown) => void warn(traceOf(error)) }),
      });
    }
    case 'suggest': {
      const [{ suggestRules }, { readSettings }] = await Promise.all([import('./suggest.ts'), import('./config.ts')]);
      return suggestRules(operands[0] ?? '', await readSettings(flagsOf(options)), one('output-file'));
    }
    case 'probe': {
      const [{ probeReport }, { readSettings }] = await Promise.all([import('./probe.ts'), import('./config.ts')]);
      const bar = progressOn(process.stderr, true);
      return probeReport({
        path: operands[0] ?? '',
        settings: await readSettings(flagsOf(options)),
        format: (one('format') ?? 'text') as 'text' | 'json',
        outputFile: one('output-file'),
        failUnder: percentOf(one('fail-under')),
        progress: (done, of) => (done === of ? bar.end() : bar.show(done, of, '')),
        warn,
      });
    }
    case 'read': {
      const { read } = await import('./read.ts');
      return read(operands[0] ?? '', one('output-file'));
    }
    case 'test': {
      const [{ test }, { readSettings }] = await Promise.all([import('./test.ts'), import('./config.ts')]);
      const { text, code } = await test(
        await readSettings(flagsOf(options)),
        operands[0],
        options.has('all'),
        painter(process.stdout),
      );
      await standardSink().write(text);
      return code;
    }
    case 'new': {
      if (operands[0] !== 'rule') throw usage(`tieout new makes rules, not "${operands[0]}"`, 'tieout new rule');
      await makeRule(options);
      return 0;
    }
    case 'init': {
      const { init } = await import('./init.ts');
      await standardSink().write(await init(version()));
      return 0;
    }
    case 'explain': {
      const [{ explain }, { readSettings }] = await Promise.all([import('./explain.ts'), import('./config.ts')]);
      await standardSink().write(await explain(operands[0] ?? '', operands[1], await readSettings(flagsOf(options))));
      return 0;
    }
    case 'waive': {
      const [{ acceptFindings }, { readSettings }] = await Promise.all([import('./waive.ts'), import('./config.ts')]);
      const settings = await readSettings(flagsOf(options));
      const text = await acceptFindings(
        {
          report: operands[0] ?? '',
          findings: options.get('finding') ?? [],
          reason: one('reason'),
          owner: one('owner'),
          expires: one('expires'),
        },
        settings,
      );
      await standardSink().write(text);
      return 0;
    }
    case 'diff': {
      const [{ diff }, { readSettings }] = await Promise.all([import('./diff.ts'), import('./config.ts')]);
      const [before = '', after = ''] = operands;
      const settings = await readSettings(flagsOf(options));
      const { text, code } = await diff(before, after, one('format') === 'json' ? 'json' : 'text', settings);
      await standardSink().write(text);
      return code;
    }
    case 'config': {
      const [{ showConfig }, { readSettings }] = await Promise.all([import('./show-config.ts'), import('./config.ts')]);
      await standardSink().write(showConfig(await readSettings(flagsOf(options))));
      return 0;
    }
    default: {
      const [{ rules }, { readSettings }] = await Promise.all([import('./rules.ts'), import('./config.ts')]);
      const text = await rules((one('format') ?? 'text') as 'text' | 'json', await readSettings(flagsOf(options)), {
        statement: options.get('statement') as StatementKind[] | undefined,
        severity: options.get('severity') as Severity[] | undefined,
        tag: options.get('tag'),
      });
      await standardSink().write(text);
      return 0;
    }
  }
}

async function makeRule(options: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const [{ newRule }, { readSettings }] = await Promise.all([import('./new.ts'), import('./config.ts')]);
  const one = (name: string) => options.get(name)?.[0];
  const said = {
    id: one('id'),
    title: one('title'),
    statement: one('statement'),
    equation: one('equation'),
    authority: one('authority'),
    why: one('why'),
    severity: one('severity'),
    tags: options.get('tag'),
    scale: one('scale'),
    ties: options.get('ties'),
    breaks: options.get('breaks'),
    file: one('file'),
  };
  const settings = await readSettings({});
  const out = standardSink();
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    return out.write(await newRule(said, settings, undefined, out.write));
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Line by line, so that answers that are pasted all at once are not lost.
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    terminal.setPrompt(question);
    terminal.prompt();
    const line = await lines.next();
    // Ctrl-D ends the questions; nothing has been written by then.
    if (line.done) throw usage('the questions were not answered to the end', 'nothing was written; run it again');
    return line.value;
  };
  try {
    await out.write(await newRule(said, settings, ask, out.write));
  } finally {
    terminal.close();
  }
}

function percentOf(text: string | undefined): number | undefined {
  if (text === undefined || (/^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) <= 100)) {
    return text === undefined ? undefined : Number(text);
  }
  throw usage(`--fail-under takes a share in percent, not "${text}"`, 'a number from 0 to 100, such as 75');
}

function flagsOf(options: ReadonlyMap<string, readonly string[]>): Flags {
  return {
    config: options.get('config')?.[0],
    rules: options.get('rules'),
    vocabulary: options.get('vocabulary'),
    company: options.get('company')?.[0],
    waivers: options.get('waivers')?.[0],
    only: options.get('only'),
    skip: options.get('skip'),
    failOn: options.get('fail-on')?.[0] as Severity | undefined,
  };
}

interface Targets {
  readonly targets: Target[];
  /** Whether a report for people goes to the standard output. */
  readonly shown: boolean;
}

/** The screen, and the files that the config asks for. */
async function configuredTargets({ outputs }: Settings): Promise<Targets> {
  const screen: Target = { reporter: await loadReporter('text', painter(process.stdout)), to: standardSink() };
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

async function targetsOf(
  wanted: readonly Format[],
  file: string | undefined,
  folder: string | undefined,
): Promise<Targets> {
  const formats = [...new Set(wanted)];
  const toScreen = file === undefined && folder === undefined;
  const reporters: Reporter[] = await Promise.all(
    formats.map((format) =>
      toScreen ? loadReporter(format, painter(process.stdout), widthOf(process.stdout)) : loadReporter(format),
    ),
  );
  if (folder !== undefined) {
    if (file !== undefined) throw usage('--output-file and --output-dir exclude each other', 'keep one of them');
    return {
      shown: false,
      targets: reporters.map((reporter) => ({ reporter, to: join(folder, `tieout.${reporter.extension}`) })),
    };
  }
  if (reporters.length > 1)
    throw usage('more than one format needs --output-dir', 'tieout check … -f text -f json --output-dir reports');
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
async function githubTargets(formats: readonly Format[]): Promise<Target[]> {
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

function usage(message: string, hint: string): Fault {
  return new Fault({ code: 'usage', message, hint });
}

/** The day of the run, in universal time: the only clock that a report depends on. */
function dayOf(asOf: string | undefined): string {
  if (asOf === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) throw usage(`there is no day ${asOf}`, 'write it as --as-of 2026-12-31');
  return asOf;
}

/** The path is the same from src/commands and from dist/app. */
function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
}

/** How wide a report for people may be: narrower than usual on a narrow terminal alone. */
function widthOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY && stream.columns > 0 ? Math.max(40, stream.columns) : undefined;
}

/** Colour only on a terminal that wants it (NO_COLOR, FORCE_COLOR, TERM=dumb). */
function painter(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true });
}

function debugging(): boolean {
  return process.env['TIEOUT_DEBUG'] === '1';
}

function traceOf(error: unknown): string {
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

/** Where annotations go beside a report. */
const standardError: Sink = {
  write: (piece) => warn(typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')),
  finish: async () => undefined,
  discard: () => undefined,
};

/** Writes to the standard error. If that is closed too, there is nobody left to tell. */
async function warn(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stderr.once('error', () => resolve());
    process.stderr.write(text, () => resolve());
  });
}
