/**
 * Follows docs/adding-a-rule.md as a reader would, in an empty folder, and gives the page with what
 * the commands really said. The comments in the page say what is done with the block below them.
 */
import { readFileSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../fixtures/command.ts';
import type { Folder } from '../fixtures/command.ts';

const root = join(import.meta.dirname, '..');

/** A step of the guide, with the exit codes that continuous integration gives after it. */
export interface Step {
  readonly heading: string;
  readonly codes: readonly (number | null)[];
}

export interface Followed {
  readonly page: string;
  readonly steps: readonly Step[];
}

/** The folder of somebody who has installed the package. */
function installed(): Folder {
  const folder = folderWith({ 'package.json': '{ "private": true }\n' });
  mkdirSync(join(folder.path, 'node_modules/.bin'), { recursive: true });
  symlinkSync(root, join(folder.path, 'node_modules/tieout'));
  symlinkSync('../tieout/bin/tieout.js', join(folder.path, 'node_modules/.bin/tieout'));
  return folder;
}

const PART = /^(?:<!-- (?<todo>.*?) -->\n\n)?```(?<language>\w+)\n(?<body>[^]*?)^```$|^## (?<heading>.*)$/gm;

/** @param page the guide; what stands below the commands is replaced */
export function followGuide(page: string): Followed {
  using folder = installed();
  const steps: Step[] = [];
  const heads = [...page.matchAll(/^## (.*)$/gm)].map((found) => found[1] ?? '');
  const house = join(folder.path, 'rules/house.yaml');
  let current = '';
  const done = page.replace(PART, (whole, ...rest) => {
    const { todo, language, body = '', heading } = rest.at(-1) as Record<string, string | undefined>;
    if (heading !== undefined) {
      if (current !== '') steps.push({ heading: current, codes: pipeline(folder) });
      current = heading;
      return whole;
    }
    if (language === 'console')
      return whole.replace(body, () => session(body, folder, todo === 'only the last line of each'));
    if (todo === 'add to rules/house.yaml') writeFileSync(house, `${readFileSync(house, 'utf8')}\n${body}`);
    if (todo === 'put into rules/house.yaml') {
      const text = readFileSync(house, 'utf8');
      const at = text.lastIndexOf(`\n${/^ *\w+:/.exec(body)?.[0] ?? ''}`) + 1;
      writeFileSync(house, text.slice(0, at) + body + text.slice(text.indexOf('\n', at) + 1));
    }
    return whole;
  });
  if (heads.at(-1) === current) steps.push({ heading: current, codes: pipeline(folder) });
  return { page: done, steps };
}

/** The commands of a block, each with what it says. */
function session(block: string, folder: Folder, onlyLast: boolean): string {
  return [...block.matchAll(/^\$ (.*)$/gm)]
    .map(([line, command = '']) => {
      const { out } = folder.shell(`npm_config_loglevel=silent ${command}`);
      const last = out.trimEnd().split('\n').at(-1) ?? '';
      return `${line}\n${onlyLast ? `…\n${last}\n` : out}`;
    })
    .join('\n');
}

/** The exit codes of what GitHub would run: the steps of the workflow, but for those that fetch things. */
function pipeline(folder: Folder): (number | null)[] {
  const workflow = readFileSync(join(folder.path, '.github/workflows/tieout.yml'), 'utf8');
  const commands = [...workflow.matchAll(/^ *- run: (npx .*)$/gm)].map((found) => found[1] ?? '');
  return commands.map((command) => folder.shell(`npm_config_loglevel=silent ${command}`).code);
}
