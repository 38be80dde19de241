/** What a run is about: the rules that ship and those of the project, and the words that they use. */
import { statSync } from 'node:fs';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { nearest } from '../documents/nearest.ts';
import { Fault, recordOf } from '../fault.ts';
import type { FaultRecord, OwnLabel, Rule, Severity } from '../generated/types.ts';
import type { PackRule } from '../rules/pack.ts';
import type { CompiledRule } from '../rules/program.ts';
import { proseRules } from '../rules/prose.ts';
import { shippedProgramme } from '../rules/shipped.ts';
import { structureRule } from '../rules/structure.ts';
import type { Settings, Sourced } from './config.ts';
import { expand } from './inputs.ts';
import { SEVERITIES } from '../severity.ts';

/** Rules whose equations the page itself makes: they belong to no programme, and run wherever it gives them something. */
const ALWAYS_RUN = [structureRule, ...Object.values(proseRules)];

/** A rule of a run: one that ships, or one of the project's with its file. */
export type LoadedRule =
  | { readonly from: 'tieout'; readonly compiled: CompiledRule }
  | ({ readonly from: 'project'; readonly file: string } & PackRule);

export interface Programme {
  /** The rules that are run, those that ship first. */
  readonly rules: readonly LoadedRule[];
  readonly vocabulary: VocabularyIndex;
  /** The vocabulary for the reports of a company; of the one that the settings name, if a report names none. */
  readonly vocabularyOf: (company: string | undefined) => VocabularyIndex;
  /** The severity of a rule's findings, as the project has set it. */
  readonly severityOf: (id: string, own: Severity) => Severity;
}

/**
 * Loads the programme that the settings describe.
 * @param faults takes what is wrong with a file, a rule or a setting; the rest is run all the same
 */
export async function loadProgramme(settings: Settings, faults: FaultRecord[]): Promise<Programme> {
  const words = await loadVocabulary(settings, faults);
  const own = await loadPacks(settings.rules, words.vocabulary, faults);
  const shipped = shippedProgramme();
  const all: Pick<Rule, 'id' | 'tags'>[] = [
    ...shipped.map(({ rule }) => rule),
    ...own.map(({ compiled }) => compiled.rule),
    ...ALWAYS_RUN,
  ];
  for (const one of [...settings.only, ...settings.skip].filter(({ value }) =>
    ALWAYS_RUN.some(({ id }) => id === value),
  ))
    faults.push({
      code: 'always-run',
      message: `"${one.value}" is made of what the page itself says; it is always run`,
      ...(one.place && { place: one.place, excerpt: one.excerpt ?? '' }),
      hint: 'to let it fail nothing, set its severity to info',
    });
  for (const { value, place, excerpt, from } of selectorsOf(settings)) {
    if (all.some((rule) => isSelected(rule, value))) continue;
    const near = nearest(
      value,
      all.flatMap((rule) => [rule.id, ...(rule.tags ?? [])]),
    );
    faults.push({
      code: 'unknown-rule',
      message: `no rule has the ${value.includes('/') ? 'id' : 'tag'} "${value}"${place ? '' : `, which ${from} names`}`,
      ...(place && { place }),
      ...(excerpt !== undefined && { excerpt }),
      hint: near === undefined ? '`tieout rules` lists them' : `did you mean "${near}"?`,
    });
  }
  const wanted = (rule: Rule): boolean =>
    (settings.only.length === 0 || settings.only.some(({ value }) => isSelected(rule, value))) &&
    !settings.skip.some(({ value }) => isSelected(rule, value));
  const rules: LoadedRule[] = [
    ...shipped.filter(({ rule }) => wanted(rule)).map((compiled) => ({ from: 'tieout' as const, compiled })),
    ...own.filter(({ compiled }) => wanted(compiled.rule)),
  ];
  const severities = new Map(
    all.flatMap((rule) => {
      const set = severityFor(rule, settings.severity);
      return set === undefined ? [] : [[rule.id, set] as const];
    }),
  );
  return {
    rules,
    vocabulary: words.vocabulary,
    vocabularyOf: words.of,
    severityOf: (id, own_) => severities.get(id) ?? own_,
  };
}

/**
 * Loads the programme, for those who do nothing with a part of it.
 * @throws Fault the first thing that is wrong with a file, a rule or a setting
 */
export async function soundProgramme(settings: Settings): Promise<Programme> {
  const faults: FaultRecord[] = [];
  const programme = await loadProgramme(settings, faults);
  if (faults[0]) throw new Fault(faults[0]);
  return programme;
}

/** Whether a selector, an id or a tag, means a rule. An id has a slash, and a tag has none. */
function isSelected(rule: Pick<Rule, 'id' | 'tags'>, selector: string): boolean {
  return selector.includes('/') ? rule.id === selector : rule.tags?.includes(selector) === true;
}

function selectorsOf({ only, skip, severity }: Settings): Sourced<string>[] {
  return [...only, ...skip, ...severity.map((one) => ({ ...one, value: one.value.selector }))];
}

/** An id goes before a tag; of several tags the most severe goes. */
function severityFor(rule: Pick<Rule, 'id' | 'tags'>, set: Settings['severity']): Severity | undefined {
  const own = set.filter(({ value }) => isSelected(rule, value.selector)).map(({ value }) => value);
  const byId = own.find(({ selector }) => selector === rule.id);
  return byId?.severity ?? SEVERITIES.find((severity) => own.some((one) => one.severity === severity));
}

/** The rules of the project's packs; an id that is taken is a fault, never a silent replacement. */
async function loadPacks(
  patterns: readonly Sourced<string>[],
  vocabulary: VocabularyIndex,
  faults: FaultRecord[],
): Promise<Extract<LoadedRule, { from: 'project' }>[]> {
  const files = filesOf(patterns, faults);
  if (files.length === 0) return [];
  // Loaded only where rules are added: the validators cost more than a whole check.
  const [{ readPack }, { openData }] = await Promise.all([import('../rules/pack.ts'), import('./open-data.ts')]);
  const taken = new Map(shippedProgramme().map(({ rule }) => [rule.id, 'tieout itself']));
  const loaded: Extract<LoadedRule, { from: 'project' }>[] = [];
  for (const file of files) {
    await guarded(file, faults, async () => {
      for (const rule of readPack(await openData(file), vocabulary, faults)) {
        const { id } = rule.compiled.rule;
        const place = rule.placeOf(['id']);
        const holder = taken.get(id);
        if (holder === undefined) {
          taken.set(id, `${place.document}${place.line === undefined ? '' : `, line ${place.line}`}`);
          loaded.push({ from: 'project', file, ...rule });
        } else
          faults.push({
            code: 'duplicate-rule',
            message: `the rule "${id}" is there already, in ${holder}`,
            place,
            excerpt: rule.excerptOf(['id']),
            hint: 'give one of the two another id',
          });
      }
    });
  }
  return loaded;
}

interface Words {
  readonly vocabulary: VocabularyIndex;
  readonly of: (company: string | undefined) => VocabularyIndex;
}

async function loadVocabulary(settings: Settings, faults: FaultRecord[]): Promise<Words> {
  let vocabulary = shippedVocabulary();
  const files = filesOf(settings.vocabulary, faults);
  if (files.length === 0) return { vocabulary, of: () => vocabulary };
  const [{ readOwnVocabulary, vocabularyFor }, { openData }] = await Promise.all([
    import('../concepts/own-vocabulary.ts'),
    import('./open-data.ts'),
  ]);
  const overrides: OwnLabel[] = [];
  for (const file of files) {
    await guarded(file, faults, async () => {
      const read = readOwnVocabulary(await openData(file), vocabulary, faults);
      vocabulary = read.vocabulary;
      overrides.push(...read.overrides);
    });
  }
  const made = new Map<string, VocabularyIndex>();
  return {
    vocabulary,
    of: (company = settings.company.value) => {
      if (company === undefined) return vocabulary;
      const index = made.get(company) ?? vocabularyFor(company, vocabulary, overrides);
      made.set(company, index);
      return index;
    },
  };
}

/** What goes wrong with one file leaves the others alone. */
async function guarded(file: string, faults: FaultRecord[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    faults.push(recordOf(error, { document: file }));
  }
}

/** The files that paths and patterns mean, each once. A folder means the packs in it. */
function filesOf(patterns: readonly Sourced<string>[], faults: FaultRecord[]): string[] {
  const files = patterns.flatMap(({ value, place, excerpt }) => {
    try {
      const path = statSync(value, { throwIfNoEntry: false })?.isDirectory() ? `${value}/**/*.{yaml,yml,json}` : value;
      return expand(path).map((input) => input.path);
    } catch (error) {
      const record = recordOf(error, { document: value });
      faults.push(
        place
          ? { ...record, message: `${record.message}: ${value}`, place, ...(excerpt !== undefined && { excerpt }) }
          : record,
      );
      return [];
    }
  });
  return [...new Set(files)];
}
