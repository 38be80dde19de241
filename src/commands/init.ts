/** `tieout init`: sets up a project. Nothing that is there is overwritten. */
import { existsSync, readFileSync } from 'node:fs';
import { CONFIG_NAMES } from './config.ts';
import { fileSink } from './output.ts';
import { schemaComment } from './yaml-rule.ts';

/** Where editors find the schemas, from the folder of the project. */
const SCHEMAS = 'node_modules/tieout/schemas/editor';

const CONFIG = `${schemaComment(`./${SCHEMAS}/config.json`)}# The settings of tieout. A flag on the command line goes before what stands here.
rules: [rules/*.yaml]
failOn: error
`;

const RULES = `${schemaComment(`../${SCHEMAS}/pack.json`)}# Rules of your own. Each has an equation, and two small examples: one that ties, one that breaks.
rules:
  - id: house/research-exceeds-administration
    title: Research and development is more than general and administrative
    statement: incomeStatement
    equation: ResearchAndDevelopmentExpense >= GeneralAndAdministrativeExpense
    authority: House rule 1
    why: The plan says that most of the money goes into research.
    severity: warning
    ties:
      figures:
        ResearchAndDevelopmentExpense: '4,120'
        GeneralAndAdministrativeExpense: '2,310'
    breaks:
      figures:
        ResearchAndDevelopmentExpense: '2,120'
        GeneralAndAdministrativeExpense: '2,310'
`;

const REPORT = `{
  "format": "tieout/filing@1",
  "company": "Example Corporation",
  "statements": [
    {
      "kind": "incomeStatement",
      "scale": 1000,
      "columns": [
        { "heading": "Three months ended March 31, 2026", "period": "2026-01-01/2026-03-31" },
        { "heading": "Three months ended March 31, 2025", "period": "2025-01-01/2025-03-31" }
      ],
      "rows": [
        { "label": "Revenue", "printed": ["$ 1,295", "$ 1,180"] },
        { "label": "Operating expenses:" },
        { "label": "Research and development", "indent": 2, "printed": ["4,120", "3,870"] },
        { "label": "General and administrative", "indent": 2, "printed": ["2,310", "2,045"] },
        { "label": "Restructuring charges", "indent": 2, "printed": ["640", "--"] },
        { "label": "Total operating expenses", "total": true, "printed": ["7,070", "5,915"] },
        { "label": "Loss from operations", "total": true, "printed": ["(5,775)", "(4,735)"] },
        { "label": "Interest income", "printed": ["210", "190"] },
        { "label": "Net loss", "total": true, "printed": ["$ (5,565)", "$ (4,545)"] }
      ]
    }
  ]
}
`;

/** What continuous integration runs. With a package.json the version is that of its lock; without one, this one. */
function steps(version: string): { readonly prepare: readonly string[]; readonly run: readonly string[] } {
  const locked = existsSync('package-lock.json');
  const command = locked ? 'npx tieout' : `npx --yes tieout@${version}`;
  return { prepare: locked ? ['npm ci'] : [], run: [`${command} test`, `${command} check reports`] };
}

function github(version: string): string {
  const { prepare, run } = steps(version);
  return `name: tieout
on: [push, pull_request]
permissions:
  contents: read
jobs:
  tieout:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
${[...prepare, ...run].map((line) => `      - run: ${line}\n`).join('')}`;
}

function gitlab(version: string): string {
  const { prepare, run } = steps(version);
  return `tieout:
  image: node:24
  script:
${[...prepare, ...run].map((line) => `    - ${line}\n`).join('')}`;
}

/**
 * Writes the files of a project into the folder that the command is run in.
 * @returns what was written and what was there already
 * @throws Fault when a file cannot be written
 */
export async function init(version: string): Promise<string> {
  const config = CONFIG_NAMES.find((name) => existsSync(name)) ?? 'tieout.config.yaml';
  const files: [path: string, text: string, what: string][] = [
    [config, CONFIG, 'the settings'],
    ['rules/house.yaml', RULES, 'your rules, with one to start from'],
    ['reports/example.json', REPORT, 'a report to try them on'],
    ['.github/workflows/tieout.yml', github(version), 'what GitHub runs'],
    ['.gitlab-ci.yml', gitlab(version), 'what GitLab runs'],
  ];
  const width = Math.max(...files.map(([path]) => path.length));
  const lines: string[] = [];
  for (const [path, text, what] of files) {
    const there = existsSync(path);
    if (!there) {
      const sink = fileSink(path);
      await sink.write(text);
      await sink.finish();
    }
    const same = there && readFileSync(path, 'utf8') === text;
    lines.push(
      `  ${there ? 'kept   ' : 'written'}  ${path.padEnd(width)}  ${there && !same ? 'it was there, and is not touched' : what}`,
    );
  }
  return `${lines.join('\n')}\nNext: npx tieout test, then npx tieout check reports\n`;
}
