import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../fixtures/command.ts';
import { RELEASE } from '../../fixtures/twins.ts';
import type { Rule, Run } from '../generated/types.ts';
import { shippedRules } from '../rules/index.ts';

const HOUSE = `rules:
  - id: house/research-exceeds-administration
    title: Research is more than administration
    statement: incomeStatement
    equation: ResearchAndDevelopmentExpense >= GeneralAndAdministrativeExpense
    authority: House rule 1
    why: The plan says so.
    severity: warning
    tags: [plan]
    ties:
      figures: { ResearchAndDevelopmentExpense: 400, GeneralAndAdministrativeExpense: 300 }
    breaks:
      figures: { ResearchAndDevelopmentExpense: 300, GeneralAndAdministrativeExpense: 400 }
`;

/** A filing in which administration costs more than research. */
function filing(company = 'Example plc', label = 'Revenue'): string {
  return JSON.stringify({
    format: 'tieout/filing@1',
    company,
    statements: [
      {
        kind: 'incomeStatement',
        columns: [{ heading: '2025', period: '2025-01-01/2025-12-31' }],
        rows: [
          { label, printed: ['900'] },
          { label: 'Research and development', printed: ['300'] },
          { label: 'General and administrative', printed: ['400'] },
        ],
      },
    ],
  });
}

const runOf = (text: string): Run => JSON.parse(text) as Run;
const idsOf = (text: string): string[] => (JSON.parse(text) as Rule[]).map(({ id }) => id);

describe('settings', () => {
  const files = { 'rules/house.yaml': HOUSE, 'report.json': filing() };

  it('come from the config, with patterns of rules', () => {
    using folder = folderWith({ ...files, 'tieout.config.yaml': 'rules: [rules/*.yaml]\nfailOn: warning\n' });
    const { code, out } = folder.tieout(['check', 'report.json']);
    expect(code).toBe(1);
    expect(out).toContain('house/research-exceeds-administration  breaks  (warning)');
  });

  it('give way to a flag', () => {
    using folder = folderWith({ ...files, 'tieout.config.yaml': 'rules: [rules/*.yaml]\nfailOn: warning\n' });
    expect(folder.tieout(['check', 'report.json', '--fail-on', 'error']).code).toBe(0);
    expect(folder.tieout(['check', 'report.json', '--skip', 'plan']).code).toBe(0);
    expect(
      idsOf(folder.tieout(['rules', '--only', 'house/research-exceeds-administration', '-f', 'json']).out),
    ).toEqual(['house/research-exceeds-administration']);
  });

  it('set severities by id and by tag, the id before the tag', () => {
    using folder = folderWith({ ...files, 'tieout.config.yaml': 'rules: [rules]\nseverity: { plan: error }\n' });
    expect(folder.tieout(['check', 'report.json']).code).toBe(1);
    writeFileSync(
      join(folder.path, 'tieout.config.yaml'),
      'rules: [rules]\nseverity: { plan: error, house/research-exceeds-administration: info }\n',
    );
    expect(folder.tieout(['check', 'report.json']).code).toBe(0);
    expect(folder.tieout(['rules', '--severity', 'info']).out).toContain('house/research-exceeds-administration  info');
  });

  it('are the same as YAML, as JSON and as TypeScript', () => {
    const shown = [
      { 'tieout.config.yaml': 'rules: [rules/*.yaml]\nskip: [shares]\nfailOn: warning\n' },
      { 'tieout.config.json': '{ "rules": ["rules/*.yaml"], "skip": ["shares"], "failOn": "warning" }' },
      {
        'tieout.config.ts':
          'const failOn: string = "warning";\nexport default { rules: ["rules/*.yaml"], skip: ["shares"], failOn };\n',
      },
    ].map((config) => {
      using folder = folderWith({ ...files, ...config });
      return folder
        .tieout(['config'])
        .out.replace(/tieout\.config\S*/g, 'CONFIG')
        .replace(/ +/g, ' ');
    });
    expect(shown[0]).toContain('failOn warning CONFIG');
    expect(new Set(shown).size).toBe(1);
  });

  it('are shown with where each comes from', () => {
    using folder = folderWith({ ...files, 'tieout.config.yaml': '# ours\nrules: [rules/*.yaml]\nskip:\n  - shares\n' });
    expect(folder.tieout(['config', '--company', 'Example plc']).out).toMatchInlineSnapshot(`
      "rules       rules/*.yaml           tieout.config.yaml:2
      vocabulary  (the one that ships)   default
      company     Example plc            --company
      waivers     (none)                 default
      only        (all rules)            default
      skip        shares                 tieout.config.yaml:4
      severity    (as each rule says)    default
      failOn      error                  default
      outputs     (none but the screen)  default
      "
    `);
  });

  it('write the outputs that they name, besides the screen', () => {
    using folder = folderWith({
      ...files,
      'tieout.config.yaml': 'outputs: { json: out/run.json, markdown: out/run.md }\n',
    });
    const { code, out } = folder.tieout(['check', 'report.json']);
    expect(code).toBe(0);
    expect(out).toContain('report.json');
    expect(runOf(readFileSync(join(folder.path, 'out/run.json'), 'utf8')).filings).toHaveLength(1);
    expect(folder.files()).toContain(join('out', 'run.md'));
    writeFileSync(join(folder.path, 'tieout.config.yaml'), 'outputs: { jsn: out/run.json }\n');
    expect(folder.tieout(['check', 'report.json']).err).toMatch(
      /tieout\.config\.yaml:1:12 {2}fault[^]*did you mean "json"/,
    );
  });

  it('that run code and fail are a fault without a trace', () => {
    using folder = folderWith({ ...files, 'tieout.config.ts': 'throw new Error("no database");\n' });
    const { code, err } = folder.tieout(['check', 'report.json']);
    expect(code).toBe(2);
    expect(err).toContain('this module does not load: no database');
    expect(err).not.toMatch(/\bat .*:\d+/);
  });

  it('in TypeScript have another ending where modules are CommonJS', () => {
    const text = 'export default { failOn: "warning" as string };\n';
    const commonjs = { ...files, 'package.json': '{ "type": "commonjs" }' };
    using folder = folderWith({ ...commonjs, 'tieout.config.ts': text });
    expect(folder.tieout(['config']).err).toContain('name it tieout.config.mts');
    using other = folderWith({ ...commonjs, 'tieout.config.mts': text });
    expect(other.tieout(['config']).out).toMatch(/failOn +warning +tieout\.config\.mts/);
  });

  it('may name a TypeScript module of rules, which is code that runs', () => {
    const record = { ...shippedRules[0], id: 'house/copy', title: 'A copy' };
    using folder = folderWith({ 'house.ts': `export default { rules: [${JSON.stringify(record)}] };\n` });
    expect(idsOf(folder.tieout(['rules', '--rules', 'house.ts', '-f', 'json']).out)).toContain('house/copy');
    expect(folder.tieout(['test', 'house.ts']).code).toBe(0);
  });

  it('keep the other rules where one is bad', () => {
    using folder = folderWith({ ...files, 'rules/bad.yaml': 'rules:\n  - id: house/bad\n' });
    const { code, out } = folder.tieout(['check', 'report.json', '--rules', 'rules', '--fail-on', 'warning']);
    expect(code).toBe(2);
    expect(out).toContain('rules/bad.yaml:2:5  fault');
    expect(out).toContain('house/research-exceeds-administration  breaks');
  });
});

describe('a check of a text without a project', () => {
  it('loads no parser of data and no validator', () => {
    using folder = folderWith({ 'release.txt': readFileSync(RELEASE) });
    const { err } = folder.tieout(['check', 'release.txt'], { NODE_DEBUG: 'module' });
    const loaded = [...err.matchAll(/load "([^"]*)"/g)].map((found) => found[1] ?? '');
    expect(loaded.some((path) => path.endsWith('core.js'))).toBe(true);
    expect(loaded.filter((path) => /node_modules|app\/(?:validators|yaml|json|pack|open-data)\.js/.test(path))).toEqual(
      [],
    );
  });
});

describe('a vocabulary of the project', () => {
  const rule = HOUSE.replace(/GeneralAndAdministrativeExpense/g, 'ClientFees').replace(
    /ResearchAndDevelopmentExpense/g,
    'Revenues',
  );
  const words = `concepts:
  - name: ClientFees
    title: Fees from clients
    unit: USD
    balance: credit
    period: duration
    statements: [incomeStatement]
    labels: [Fees from clients]
labels:
  - { label: Turnover of the house, concept: Revenues, company: Example plc }
`;

  it('gives rules their concepts, and labels their meaning, for one company', () => {
    using folder = folderWith({
      'rules.yaml': rule,
      'words.yaml': words,
      'a.json': filing('Example PLC', 'Turnover of the house').replace(
        'General and administrative',
        'Fees from clients',
      ),
      'b.json': filing('Other plc', 'Turnover of the house').replace('General and administrative', 'Fees from clients'),
    });
    const args = ['--rules', 'rules.yaml', '--vocabulary', 'words.yaml', '-f', 'json'];
    const { filings } = runOf(folder.tieout(['check', 'a.json', 'b.json', ...args]).out);
    const verdicts = filings.map(({ findings }) =>
      findings.filter((one) => one.rule.startsWith('house/')).map((one) => one.verdict),
    );
    expect(verdicts).toEqual([['exact'], []]);
    const named = runOf(folder.tieout(['check', 'b.json', '--company', 'Example plc', ...args]).out);
    // The report names its company, which goes before the flag.
    expect(named.filings[0]?.findings.some((one) => one.rule.startsWith('house/'))).toBe(false);
    expect(folder.tieout(['rules', '--rules', 'rules.yaml']).err).toContain('no figure called');
  });
});

describe('tieout test', () => {
  it('passes on good rules, and says how many laws hold', () => {
    using folder = folderWith({ 'rules.yaml': HOUSE });
    const { code, out } = folder.tieout(['test', 'rules.yaml']);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'rules.yaml\n  ok    house/research-exceeds-administration  (5 laws)\n\n1 rule: all 5 laws hold\n',
    });
  });

  it('passes on every rule that ships', () => {
    using folder = folderWith({});
    const { code, out } = folder.tieout(['test', '--all']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^${shippedRules.length} rules: all \\d+ laws hold$`));
  });

  it('needs something to test', () => {
    using folder = folderWith({});
    expect(folder.tieout(['test'])).toMatchObject({ code: 2, err: expect.stringContaining('no rule of your own') });
  });
});

describe('tieout explain', () => {
  const files = {
    'rules/house.yaml': HOUSE,
    'tieout.config.yaml': 'rules: [rules]\n',
    'report.json': filing().replaceAll(',{', ',\n{'),
  };

  it('explains a rule, and where it applied', () => {
    using folder = folderWith(files);
    expect(folder.tieout(['explain', 'house/research-exceeds-administration', 'report.json']).out)
      .toMatchInlineSnapshot(`
      "house/research-exceeds-administration  rules/house.yaml:2
        Research is more than administration

        Equation   ResearchAndDevelopmentExpense >= GeneralAndAdministrativeExpense
        In words   Research and development is at least general and administrative.
        Statement  income statement
        Authority  House rule 1
        Why        The plan says so.
        Severity   warning
        Tags       plan

        Such figures tie:

            Research and development         400
            General and administrative       300
            It ties exactly.

        Such figures break it:

            Research and development         300
            General and administrative       400
            It breaks: the gap is 100, and rounding explains at most 1.

        In report.json:
            3:50    breaks, year ended December 31, 2025   300 - 400
      "
    `);
  });

  it('says why a rule did not apply', () => {
    using folder = folderWith(files);
    expect(folder.tieout(['explain', 'per-share/basic', 'report.json']).out).toContain(
      'it did not apply: no line for EarningsPerShareBasic',
    );
  });

  it('explains a line of a report', () => {
    using folder = folderWith(files);
    expect(folder.tieout(['explain', 'report.json:3']).out).toMatchInlineSnapshot(`
      "report.json:3
        "General and administrative", in the income statement

        Figures
          column 50: 400 is 400 USD; from 399.5 to 400.5 before rounding; 2025

        Concept
          GeneralAndAdministrativeExpense: General and administrative
          Why: label "general and administrative" is listed for GeneralAndAdministrativeExpense
          Nearest labels: "general and administrative" (GeneralAndAdministrativeExpense), "administrative
            and general" (GeneralAndAdministrativeExpense), "selling and general and administrative"
            (SellingGeneralAndAdministrativeExpense)

        1 check touches it
            3:50    breaks  house/research-exceeds-administration, year ended December 31, 2025   300 -
              400
      "
    `);
  });

  it.each([
    ['a rule that does not exist', ['explain', 'per-share/basc'], 'did you mean "per-share/basic"?'],
    ['a line without a figure', ['explain', 'report.json:40'], 'figures stand on lines 1, 2, 3'],
    ['a file without a line', ['explain', 'report.json'], 'tieout explain report.json:12'],
    ['a file that is not there', ['explain', 'gone.txt:4'], 'the file cannot be read'],
  ])('asks for another subject than %s', (_, args, hint) => {
    using folder = folderWith(files);
    const { code, err } = folder.tieout(args);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(hint);
  });
});

describe('tieout new rule', () => {
  const rest = '--title|It ties: always|--statement|incomeStatement|--authority|House rule 2'.split('|');
  const flags = (id: string, equation: string): string[] =>
    ['new', 'rule', '--id', id, '--equation', equation, '--why', "The board's wish"].concat(rest);

  it('writes rules that pass their test, one below the other, and keeps what is there', () => {
    using folder = folderWith({ 'rules/house.yaml': `# ours\n${HOUSE}` });
    expect(folder.tieout(flags('house/a', 'Revenues - OperatingExpenses = OperatingIncomeLoss')).code).toBe(0);
    expect(
      folder.tieout([...flags('house/b', 'lines(OperatingExpenses) = OperatingExpenses'), '--tag', 'plan']).code,
    ).toBe(0);
    expect(folder.tieout([...flags('house/c', '"Widgets sold" = Revenues'), '--file', 'new/own.yaml']).code).toBe(0);
    const text = readFileSync(join(folder.path, 'rules/house.yaml'), 'utf8');
    expect(text.startsWith(`# ours\n${HOUSE}`)).toBe(true);
    expect(folder.tieout(['test', 'rules']).out).toContain('3 rules: all 15 laws hold');
    expect(folder.tieout(['test', 'new']).code).toBe(0);
  });

  it('takes the figures of the examples', () => {
    using folder = folderWith({});
    const figures = ['--ties', 'Revenues=400', '--ties', 'GrossProfit=4,00'];
    const bad = folder.tieout([...flags('house/a', 'Revenues >= GrossProfit'), ...figures]);
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('commas') });
    expect(folder.files()).toEqual([]);
    folder.tieout([
      ...flags('house/a', 'Revenues >= GrossProfit'),
      '--ties',
      'Revenues=4,000',
      '--ties',
      'GrossProfit=(12)',
    ]);
    expect(readFileSync(join(folder.path, 'rules/house.yaml'), 'utf8')).toContain('GrossProfit: (12)');
  });

  it.each([
    [
      'without what it needs',
      ['new', 'rule', '--id', 'house/a'],
      '--title, --statement, --equation, --authority, --why',
    ],
    ['under an id that is taken', flags('per-share/basic', 'Revenues >= 0'), 'there is such a rule already'],
    ['with an equation that is none', flags('house/a', 'Revenues ='), 'the equation ends after ='],
    ['into JSON', [...flags('house/a', 'Revenues >= 0'), '--file', 'a.json'], 'ends in .yaml'],
    [
      'into a list that it cannot add to',
      [...flags('house/a', 'Revenues >= 0'), '--file', 'flow.yaml'],
      'cannot be added at the end',
    ],
    ['that is no rule', ['new', 'concept'], 'tieout new rule'],
  ])('refuses one %s, and writes nothing', (_, args, message) => {
    const flow = `{ rules: [${JSON.stringify({ ...shippedRules[0], id: 'own/flow' })}] }\n`;
    using folder = folderWith({ 'flow.yaml': flow });
    const { code, err } = folder.tieout(args);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(message);
    expect(folder.files()).toEqual(['flow.yaml']);
    expect(readFileSync(join(folder.path, 'flow.yaml'), 'utf8')).toBe(flow);
  });
});

describe('tieout init', () => {
  it('sets up a project that ties, and touches nothing that is there', () => {
    using folder = folderWith({ '.gitlab-ci.yml': 'ours: {}\n' });
    const { code, out } = folder.tieout(['init']);
    expect(code).toBe(0);
    expect(out).toMatch(/kept +\.gitlab-ci\.yml +it was there, and is not touched/);
    expect(readFileSync(join(folder.path, '.gitlab-ci.yml'), 'utf8')).toBe('ours: {}\n');
    expect(folder.tieout(['test']).code).toBe(0);
    expect(folder.tieout(['check', 'reports', '--fail-on', 'info']).code).toBe(0);
    const before = folder.files();
    expect(folder.tieout(['init']).out).not.toContain('written');
    expect(folder.files()).toEqual(before);
  });

  it('does not add a second config', () => {
    using folder = folderWith({ 'tieout.config.json': '{}' });
    folder.tieout(['init']);
    expect(folder.files()).not.toContain('tieout.config.yaml');
    expect(folder.tieout(['check', 'reports']).code).toBe(0);
  });
});
