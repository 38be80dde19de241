/**
 * Makes the pages of docs/ that show what the product says: docs/messages.md, of each specimen in
 * fixtures/gallery/, what stands below the commands of docs/adding-a-rule.md, and docs/rules/. Tests compare them.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../fixtures/command.ts';
import { commandFaults } from '../fixtures/gallery/faults.ts';
import { ruleMistakes } from '../fixtures/gallery/rules.ts';
import { followGuide } from './guide.ts';
import { rulePages } from './rule-pages.ts';
import type { Section, Specimen } from '../fixtures/gallery/specimen.ts';

export interface Session {
  readonly code: number | null;
  /** What a person sees who runs the specimen: the command, what it says and the exit code. */
  readonly text: string;
  /** The files of its folder afterwards. */
  readonly files: readonly string[];
}

export function sessionOf({ files, args }: Specimen): Session {
  using folder = folderWith(files);
  const { code, out, err } = folder.tieout(args);
  return {
    code,
    text: `$ ${['tieout', ...args].join(' ')}\n${out}${err}[exit code ${code}]\n`,
    files: folder.files(),
  };
}

/** The entry of a specimen. @param session what its run shows */
export function entryOf(specimen: Specimen, session: string): string {
  const { language, text } = specimen.shown;
  // A command is shown by what its run shows.
  const mistake = language === 'sh' ? '' : `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n\n`;
  return `### ${specimen.title}\n\n${mistake}\`\`\`\n${session}\`\`\`\n`;
}

export const PAGE: readonly Section[] = [...ruleMistakes, ...commandFaults];

const HEAD = `# Messages

What \`tieout\` says when something is written wrong: where it stands, what stands there, what is wrong with it and
what to do next. Every message on this page was made by running the specimen above it (\`npm run docs\`).
`;

/** The page of messages. @param show what the run of a specimen shows */
export function pageOf(show: (specimen: Specimen) => string): string {
  const section = ({ title, about, specimens }: Section): string =>
    `\n## ${title}\n\n${about}\n\n${specimens.map((specimen) => entryOf(specimen, show(specimen))).join('\n')}`;
  return `${HEAD}${PAGE.map(section).join('')}`;
}

if (import.meta.main) {
  const write = (name: string, text: string): void => writeFileSync(join(import.meta.dirname, '../docs', name), text);
  write(
    'messages.md',
    pageOf((specimen) => sessionOf(specimen).text),
  );
  const guide = readFileSync(join(import.meta.dirname, '../docs/adding-a-rule.md'), 'utf8');
  write('adding-a-rule.md', followGuide(guide).page);
  rmSync(join(import.meta.dirname, '../docs/rules'), { recursive: true, force: true });
  mkdirSync(join(import.meta.dirname, '../docs/rules'));
  for (const [name, text] of rulePages()) write(`rules/${name}`, text);
}
