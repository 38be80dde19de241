/** The pages under docs/rules/: the audit programme as `tieout explain` tells it, a page for each family of rules. */
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import { ruleLines } from '../src/commands/explain.ts';
import type { CompiledRule } from '../src/rules/program.ts';
import { shippedProgramme } from '../src/rules/shipped.ts';

/** What comes before the slash of a rule's id. */
const familyOf = ({ rule }: CompiledRule): string => rule.id.slice(0, rule.id.indexOf('/'));

const inTitle = (family: string): string => family.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** The pages by their file names; README.md lists them. */
export function rulePages(): ReadonlyMap<string, string> {
  const families = Map.groupBy(shippedProgramme(), familyOf);
  const pages = [...families].map(([family, rules]) => [`${family}.md`, pageOf(family, rules)] as const);
  return new Map([['README.md', indexOf(families)], ...pages]);
}

function indexOf(families: ReadonlyMap<string, readonly CompiledRule[]>): string {
  const lines = [...families].map(([family, rules]) => `| [${inTitle(family)}](${family}.md) | ${rules.length} |`);
  return `# The audit programme

Every rule that ships, with its equation, what it means, its authority, an example that ties, one that breaks, and what
tieout says of both. Made from the rules by \`npm run docs\`; \`tieout explain <rule>\` shows the same.

| rules | number |
| --- | --: |
${lines.join('\n')}
`;
}

function pageOf(family: string, rules: readonly CompiledRule[]): string {
  const programme = { vocabulary: shippedVocabulary(), severityOf: <T>(_: string, own: T): T => own };
  const entries = rules.map((compiled) => {
    const text = ruleLines({ from: 'tieout', compiled }, programme).join('\n');
    return `## ${compiled.rule.title}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  });
  return `# ${inTitle(family)}\n\n${entries.join('\n')}`;
}
