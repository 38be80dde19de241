/** `tieout new rule`: writes a rule into a YAML pack, from flags or by asking on a terminal. */
import { existsSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { decode } from '../documents/decode.ts';
import { parseYaml } from '../documents/yaml.ts';
import { Fault, fail } from '../fault.ts';
import type { Example, FaultRecord, Rule, Severity, StatementKind } from '../generated/types.ts';
import { KIND_NAMES } from '../audit/bind.ts';
import { exampleKey } from '../rules/examples.ts';
import { readPack } from '../rules/pack.ts';
import { compileRule } from '../rules/program.ts';
import type { CompiledRule } from '../rules/program.ts';
import { scaffold } from '../rules/scaffold.ts';
import type { Ask } from './ask.ts';
import type { Settings } from './config.ts';
import { readBytes } from './inputs.ts';
import { fileSink } from './output.ts';
import { soundProgramme } from './programme.ts';
import type { Programme } from './programme.ts';
import { newPack, withRule } from './yaml-rule.ts';

/** What was said of the rule on the command line. Figures are written `Revenues=400`. */
export interface Said {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly statement?: string | undefined;
  readonly equation?: string | undefined;
  readonly authority?: string | undefined;
  readonly why?: string | undefined;
  readonly severity?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly scale?: string | undefined;
  readonly ties?: readonly string[] | undefined;
  readonly breaks?: readonly string[] | undefined;
  readonly file?: string | undefined;
}

const FILE = 'rules/house.yaml';

/** The facts of a rule that are asked for, in this order, each with its question. */
const QUESTIONS = [
  ['id', 'Id, such as house/revenue-covers-research: '],
  ['title', 'What must tie, as a sentence: '],
  ['statement', `On which statement (${Object.keys(KIND_NAMES).join(', ')}): `],
  ['equation', 'Equation, such as Revenues >= ResearchAndDevelopmentExpense: '],
  ['authority', 'Authority, such as ASC 260-10-45-10 or House rule 12: '],
  ['why', 'Why a reader should care: '],
] as const;

/**
 * Adds a rule to a pack; makes the pack if there is none. Nothing is overwritten.
 * @param ask asks for what was not said; absent where nobody can be asked
 * @param tell is told why an answer cannot be used, before it is asked for again
 * @returns what was done, for the reader
 * @throws Fault when something is missing, or the rule would not be a good one
 */
export async function newRule(
  said: Said,
  settings: Settings,
  ask: Ask | undefined,
  tell: (text: string) => Promise<void>,
): Promise<string> {
  const programme = await soundProgramme(settings);
  const file = said.file ?? FILE;
  if (!['.yaml', '.yml'].includes(extname(file)))
    fail({
      code: 'not-yaml',
      message: 'a new rule is written as YAML',
      place: { document: file },
      hint: 'give a --file that ends in .yaml',
    });
  const facts = await complete(said, programme, ask, tell);
  const draft: Rule = {
    id: facts.id,
    title: facts.title,
    statement: facts.statement as StatementKind,
    equation: facts.equation,
    authority: facts.authority,
    why: facts.why,
    severity: (said.severity ?? 'error') as Severity,
    ...(said.tags && said.tags.length > 0 && { tags: [...said.tags] }),
    ties: { figures: {} },
    breaks: { figures: {} },
  };
  const rule = { ...draft, ...(await examplesOf(draft, said, programme, ask, tell)) };
  const text = existsSync(file)
    ? withRule(decode(readBytes(file), file), file, rule)
    : newPack(rule, relative(dirname(file), join('node_modules', 'tieout', 'schemas', 'editor', 'pack.json')));
  const wrong: FaultRecord[] = [];
  readPack(parseYaml(text, file), programme.vocabulary, wrong);
  if (wrong[0]) throw new Fault(wrong[0]);
  const sink = fileSink(file);
  await sink.write(text);
  await sink.finish();
  const found =
    settings.rules.length > 0 ? '' : `; name the file in the config, under "rules", so that every run uses it`;
  return `${file}: the rule ${rule.id} was added\nNext: put figures off a page into its examples, and run tieout test ${file}${found}\n`;
}

type Facts = Record<(typeof QUESTIONS)[number][0], string>;

async function complete(
  said: Said,
  programme: Programme,
  ask: Ask | undefined,
  tell: (text: string) => Promise<void>,
): Promise<Facts> {
  const facts: Partial<Facts> = {};
  const missing: string[] = [];
  for (const [name, question] of QUESTIONS) {
    if (said[name] === undefined && ask === undefined) missing.push(`--${name}`);
    const answer = ask ? await asked(name, question, said[name], programme, ask, tell) : said[name];
    if (answer === undefined) continue;
    const problem = problemWith(name, answer, programme);
    if (problem !== undefined)
      fail({
        code: 'bad-rule',
        message: `--${name} cannot be "${answer}": ${problem}`,
        hint: 'tieout new --help shows an example',
      });
    facts[name] = answer;
  }
  if (missing.length > 0)
    fail({
      code: 'usage',
      message: `a new rule needs ${missing.join(', ')}`,
      hint: 'give them, or run this on a terminal and be asked',
    });
  return facts as Facts;
}

/** Asks until an answer can be used; what was said on the command line is the first answer. */
async function asked(
  name: keyof Facts,
  question: string,
  said: string | undefined,
  programme: Programme,
  ask: Ask,
  tell: (text: string) => Promise<void>,
): Promise<string> {
  let answer = said ?? (await ask(question)).trim();
  for (;;) {
    const problem = problemWith(name, answer, programme);
    if (problem === undefined) return answer;
    await tell(`  ${problem}\n`);
    answer = (await ask(question)).trim();
  }
}

/** Why an answer cannot be used; undefined where it can. */
function problemWith(name: keyof Facts, answer: string, programme: Programme): string | undefined {
  switch (name) {
    case 'id':
      if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(answer))
        return 'an id is two parts of small letters, digits and hyphens, joined by a slash';
      return programme.rules.some(({ compiled }) => compiled.rule.id === answer)
        ? 'there is such a rule already'
        : undefined;
    case 'statement':
      return Object.hasOwn(KIND_NAMES, answer) ? undefined : `it is one of ${Object.keys(KIND_NAMES).join(', ')}`;
    case 'equation': {
      const result = compileRule({ equation: answer } as Rule, programme.vocabulary);
      return result.ok ? undefined : result.problems.map(({ message }) => message).join('; ');
    }
    case 'title':
    case 'authority':
    case 'why':
      return answer === '' ? 'it cannot be empty' : undefined;
  }
}

async function examplesOf(
  draft: Rule,
  said: Said,
  programme: Programme,
  ask: Ask | undefined,
  tell: (text: string) => Promise<void>,
): Promise<Pick<Rule, 'ties' | 'breaks'>> {
  const result = compileRule(draft, programme.vocabulary);
  if (!result.ok) return fail({ code: 'bad-rule', message: result.problems.map(({ message }) => message).join('; ') });
  const { compiled } = result;
  const ties = said.ties ? figuresSaid(said.ties) : ask ? await askFigures(compiled, ask, tell) : undefined;
  const scale = said.scale === undefined ? undefined : (Number(said.scale) as NonNullable<Example['scale']>);
  const start = ties && { ...(scale !== undefined && { scale }), figures: ties };
  const made = scaffold(compiled, programme.vocabulary, start);
  const breaks = said.breaks && {
    ...(scale !== undefined && { scale }),
    figures: { ...ties, ...figuresSaid(said.breaks) },
  };
  if (!made && !(start && breaks))
    fail({
      code: 'no-example',
      message: 'no example that breaks can be made up for this equation',
      hint: 'give the figures of both: --ties Revenues=400 … --breaks Revenues=300 …',
    });
  return {
    ties: start ?? (made as NonNullable<typeof made>).ties,
    breaks: breaks ?? (made as NonNullable<typeof made>).breaks,
  };
}

/** `Revenues=400`; a name given again makes a list. */
function figuresSaid(given: readonly string[]): Example['figures'] {
  const figures: Record<string, string | string[]> = {};
  for (const each of given) {
    const [, name, text] = /^([^=]+)=(.*)$/.exec(each) ?? [];
    if (name === undefined || text === undefined)
      fail({ code: 'usage', message: `"${each}" is no figure of an example`, hint: 'write it as Revenues=400' });
    const key = name.trim();
    const before = figures[key];
    figures[key] = before === undefined ? (key.startsWith('lines(') ? [text] : text) : [...[before].flat(), text];
  }
  return figures;
}

async function askFigures(
  compiled: CompiledRule,
  ask: Ask,
  tell: (text: string) => Promise<void>,
): Promise<Example['figures'] | undefined> {
  await tell('An example that ties, figures as printed (leave the first one empty to have figures made up):\n');
  const figures: Record<string, string | string[]> = {};
  for (const node of compiled.figures) {
    const key = exampleKey(node);
    const answer = (
      await ask(`  ${key}${node.lines ? ', with ; between' : ''}${node.optional ? ' (may be left out)' : ''}: `)
    ).trim();
    if (answer === '' && Object.keys(figures).length === 0 && !node.optional) return undefined;
    if (answer === '') continue;
    figures[key] = node.lines ? answer.split(';').map((text) => text.trim()) : answer;
  }
  return figures;
}
