/** The arguments of the command line: what may be said, what was said, and the help about it. */
import { parseArgs } from 'node:util';
import { nearest } from '../documents/nearest.ts';
import { fail } from '../fault.ts';

export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; an option without one is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Whether it may be given more than once. */
  readonly many?: true;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly operands: { readonly name: string; readonly least: number; readonly most: number; readonly help: string };
  readonly options: readonly OptionSpec[];
  readonly help: string;
}

/** What was asked for. `options` holds the values given, by the option's name; a switch has an empty list. */
export type Asked =
  | { readonly kind: 'help'; readonly command?: CommandSpec }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: CommandSpec;
      readonly operands: readonly string[];
      readonly options: ReadonlyMap<string, readonly string[]>;
    };

/**
 * Understands the arguments.
 * @throws Fault with the code `usage` on anything that is not in the specification
 */
export function parseArguments(argv: readonly string[], commands: readonly CommandSpec[]): Asked {
  const [first, ...rest] = argv;
  if (first === undefined)
    return usage('what shall be done?', 'tieout check <path>; tieout --help shows what else there is');
  if (first === 'help' || first === '--help' || first === '-h') return { kind: 'help' };
  if (first === '--version' || first === '-V') return { kind: 'version' };
  const command = commands.find((one) => one.name === first);
  if (!command)
    return unknown(
      'command',
      first,
      commands.map((one) => one.name),
      'tieout --help shows what there is',
    );
  return parseCommand(rest, command);
}

function parseCommand(argv: readonly string[], command: CommandSpec): Asked {
  const help = `tieout ${command.name} --help shows what there is`;
  // Every known option with a value is declared, so that "-f json" and "-fjson" and "--format=json" are the same.
  const declared = Object.fromEntries(
    command.options.map((option) => [
      option.name,
      {
        type: option.value === undefined ? ('boolean' as const) : ('string' as const),
        ...(option.short !== undefined && { short: option.short }),
      },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') return { kind: 'help', command };
    const option = command.options.find((one) => one.name === token.name);
    if (!option)
      return unknown(
        'option',
        token.rawName,
        command.options.map((one) => `--${one.name}`),
        help,
      );
    const given = options.get(option.name) ?? [];
    if (given.length > 0 && !option.many) usage(`${token.rawName} is given twice`, 'keep one of them');
    options.set(
      option.name,
      option.value === undefined ? given : [...given, valueOf(option, token.rawName, token.value)],
    );
  }
  const { name, least, most } = command.operands;
  if (operands.length < least) usage(`tieout ${command.name} needs a ${name}`, `tieout ${command.name} <${name}>`);
  if (operands.length > most)
    usage(
      `"${operands[most] ?? ''}" is one ${name} too many`,
      `tieout ${command.name} ${most === 0 ? '' : `<${name}>`}`.trimEnd(),
    );
  return { kind: 'run', command, operands, options };
}

function valueOf(option: OptionSpec, written: string, value: string | undefined): string {
  if (value === undefined || value === '')
    return usage(`${written} needs a value`, `${written} <${option.value ?? ''}>`);
  if (option.choices && !option.choices.includes(value)) {
    const near = nearest(value, option.choices);
    return usage(
      `${written} cannot be "${value}"`,
      near === undefined ? `one of ${option.choices.join(', ')}` : `did you mean "${near}"?`,
    );
  }
  return value;
}

function unknown(what: string, word: string, known: readonly string[], help: string): never {
  const near = nearest(word, known);
  return usage(`there is no ${what} "${word}"`, near === undefined ? help : `did you mean "${near}"?`);
}

/** @throws Fault with the code `usage` */
export function usage(message: string, hint: string): never {
  return fail({ code: 'usage', message, hint });
}

/** The help about the command line, or about one of its commands. */
export function helpText(about: string, commands: readonly CommandSpec[], command?: CommandSpec): string {
  if (!command) {
    return [
      'Usage: tieout <command> …',
      '',
      about,
      '',
      ...columns(commands.map((one) => [synopsis(one), one.help])),
      '',
      'Exit code: 0 everything ties, 1 something breaks, 2 the run itself went wrong.',
      'tieout <command> --help shows the options of a command; tieout --version the version.',
      '',
    ].join('\n');
  }
  const { operands } = command;
  return [
    `Usage: tieout ${synopsis(command)}${command.options.length > 0 ? ' [options]' : ''}`,
    '',
    `${command.help.slice(0, 1).toUpperCase()}${command.help.slice(1)}.`,
    '',
    ...columns([
      ...(operands.most > 0 ? [[`<${operands.name}>`, operands.help] as const] : []),
      ...command.options.map((option) => [spelling(option), option.help] as const),
    ]),
    '',
  ].join('\n');
}

function synopsis(command: CommandSpec): string {
  const { name, most } = command.operands;
  return `${command.name}${most === 0 ? '' : ` <${name}>`}${most > 1 ? ' …' : ''}`;
}

function spelling(option: OptionSpec): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  return `${short}--${option.name}${option.value === undefined ? '' : ` <${option.value}>`}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
