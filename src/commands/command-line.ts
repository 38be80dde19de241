/** What can be said on the command line: the commands, their options, and a line of help for each. */
import { KIND_NAMES } from '../audit/bind.ts';
import type { StatementKind } from '../generated/types.ts';
import { SEVERITIES } from '../severity.ts';
import type { CommandSpec, OptionSpec } from './arguments.ts';
import { FORMATS } from './formats.ts';

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

/** Every command, in the order of the help. */
export const COMMANDS = [
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
      {
        name: 'power',
        help: 'say of each figure by how much it could be wrong unnoticed; takes some seconds a report',
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
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof COMMANDS)[number]['name'];
