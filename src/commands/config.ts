/**
 * The project's settings: what the flags say, else what the config says, else the default; with where
 * each value came from.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../fault.ts';
import type { Config, FaultPlace, Severity } from '../generated/types.ts';
import type { DataDocument, DataPath } from '../documents/data.ts';

/** A value, and who said so: `tieout.config.yaml:3`, `--fail-on`, `default`. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: string;
  /** Where it stands, if in a file. */
  readonly place?: FaultPlace;
  readonly excerpt?: string;
}

export interface Settings {
  /** Files or patterns. */
  readonly rules: readonly Sourced<string>[];
  readonly vocabulary: readonly Sourced<string>[];
  readonly company: Sourced<string | undefined>;
  /** The file of accepted findings, if there is one. */
  readonly waivers: Sourced<string | undefined>;
  /** Ids or tags; none means all. */
  readonly only: readonly Sourced<string>[];
  readonly skip: readonly Sourced<string>[];
  /** By id or tag. */
  readonly severity: readonly Sourced<{ readonly selector: string; readonly severity: Severity }>[];
  readonly failOn: Sourced<Severity>;
  /** By format; none means text to the screen. */
  readonly outputs: readonly Sourced<{ readonly format: string; readonly file: string }>[];
}

/** What flags can set, by the names of the settings; a flag takes the place of the whole setting. */
export interface Flags {
  readonly config?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly vocabulary?: readonly string[] | undefined;
  readonly company?: string | undefined;
  readonly waivers?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly failOn?: Severity | undefined;
}

/** The names under which a config is looked for, in the folder that the command is run in. */
export const CONFIG_NAMES = [
  'tieout.config.yaml',
  'tieout.config.yml',
  'tieout.config.json',
  'tieout.config.ts',
  'tieout.config.mts',
];

/** The file of waivers, in the folder of the config, if nothing else is said. */
export const WAIVERS = 'tieout.waivers.yaml';

/**
 * The settings of a run.
 * @throws Fault when there is more than one config, or it is no valid one
 */
export async function readSettings(flags: Flags): Promise<Settings> {
  const path = flags.config ?? configIn('.');
  return settle(flags, path === undefined ? undefined : await openConfig(path), dirname(path ?? '.'));
}

function configIn(folder: string): string | undefined {
  const found = CONFIG_NAMES.filter((name) => existsSync(join(folder, name)));
  const [first, second] = found;
  if (second !== undefined)
    fail({
      code: 'two-configs',
      message: `there are two configs in this folder: ${found.join(' and ')}`,
      place: { document: second },
      hint: 'keep one of them',
    });
  return first;
}

/** Loaded only where there is a config: the validators cost more than a whole check. */
async function openConfig(path: string): Promise<DataDocument> {
  const [{ openData }, { validateData }, { validateConfig }] = await Promise.all([
    import('./open-data.ts'),
    import('../documents/schema-fault.ts'),
    import('../generated/validators.ts'),
  ]);
  const data = await openData(path);
  validateData(validateConfig, data, 'a config');
  return data;
}

function settle(flags: Flags, data: DataDocument | undefined, folder: string): Settings {
  const config = (data?.value ?? {}) as Config;
  const said = <T>(path: DataPath, value: T): Sourced<T> => {
    const place = data?.placeOf(path, 'name');
    return {
      value,
      from: place === undefined ? 'default' : `${place.document}${place.line === undefined ? '' : `:${place.line}`}`,
      ...(place && { place }),
      ...(data && { excerpt: data.excerptOf(path, 'name') }),
    };
  };
  const list = (
    name: 'rules' | 'vocabulary' | 'only' | 'skip',
    resolve: (value: string) => string = (value) => value,
  ): Sourced<string>[] => {
    const flag = flags[name];
    if (flag) return flag.map((value) => ({ value, from: `--${name}` }));
    return (config[name] ?? []).map((value, index) => said([name, index], resolve(value)));
  };
  const fromFolder = (path: string): string => join(folder, path);
  const waivers = (): Sourced<string | undefined> => {
    if (flags.waivers !== undefined) return { value: flags.waivers, from: '--waivers' };
    if (config.waivers !== undefined) return said(['waivers'], fromFolder(config.waivers));
    const usual = fromFolder(WAIVERS);
    return { value: existsSync(usual) ? usual : undefined, from: 'default' };
  };
  return {
    rules: list('rules', fromFolder),
    vocabulary: list('vocabulary', fromFolder),
    company:
      flags.company !== undefined
        ? { value: flags.company, from: '--company' }
        : config.company === undefined
          ? { value: undefined, from: 'default' }
          : said(['company'], config.company),
    waivers: waivers(),
    only: list('only'),
    skip: list('skip'),
    severity: Object.entries(config.severity ?? {}).map(([selector, severity]) =>
      said(['severity', selector], { selector, severity }),
    ),
    failOn:
      flags.failOn !== undefined
        ? { value: flags.failOn, from: '--fail-on' }
        : config.failOn === undefined
          ? { value: 'error', from: 'default' }
          : said(['failOn'], config.failOn),
    outputs: Object.entries(config.outputs ?? {}).map(([format, file]) =>
      said(['outputs', format], { format, file: fromFolder(file) }),
    ),
  };
}
