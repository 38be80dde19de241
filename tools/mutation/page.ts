/** docs/mutation.md: the score, and every mutant that survived with the reason that a person gave for it. */
import { HOUSES } from './all.ts';
import type { Mutant } from './mutants.ts';

export interface Outcome {
  readonly mutant: Mutant;
  readonly fate: 'killed' | 'timed out' | 'survived';
}

/** A survivor that no test can kill says so in the first word of its reason. */
const EQUIVALENT = /^equivalent\b/;

/** The mutant as a person reads it: the lines before and after. */
function described(source: string, mutant: Mutant): { readonly line: number; readonly key: string } {
  const lineStart = source.lastIndexOf('\n', mutant.start) + 1;
  const lineEnd = source.indexOf('\n', mutant.end);
  const before = source.slice(lineStart, lineEnd);
  const after = source.slice(lineStart, mutant.start) + mutant.text + source.slice(mutant.end, lineEnd);
  return { line: source.slice(0, mutant.start).split('\n').length, key: `${inCode(before)} → ${inCode(after)}` };
}

/** Text as code in a cell of a Markdown table. */
function inCode(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `\`\`${/^`|`$/.test(line) ? ` ${line} ` : line}\`\``.replaceAll('|', '\\|');
}

/** By which a survivor is found again; the formatter may change how many backticks stand around code. */
function reasonKey(file: string, key: string): string {
  return `${file} ${key.replaceAll(/`+ ?| ?`+/g, '')}`;
}

/** The reasons that the page already gives. */
function reasonsIn(page: string): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const line of page.split('\n')) {
    const [, place = '', key = '', reason = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (place.startsWith('src/')) reasons.set(reasonKey(place.replace(/:\d+$/, ''), key), reason);
  }
  return reasons;
}

/**
 * The page, with the reasons that its last version gave.
 *
 * @param flags - with which the tool was run
 * @param old - the page as it was, or ""
 */
export function pageOf(
  outcomes: readonly Outcome[],
  sources: ReadonlyMap<string, string>,
  flags: string,
  old: string,
): string {
  const reasons = reasonsIn(old);
  const survivors = outcomes
    .filter(({ fate }) => fate === 'survived')
    .map(({ mutant }) => {
      const { line, key } = described(sources.get(mutant.file) as string, mutant);
      return { file: mutant.file, line, key, reason: reasons.get(reasonKey(mutant.file, key)) ?? 'not looked at yet' };
    });
  const rows = [...HOUSES, ''].flatMap((house) => {
    const own = outcomes.filter(({ mutant }) => mutant.file.startsWith(house));
    if (own.length === 0) return [];
    const count = (fate: Outcome['fate']): number => own.filter((one) => one.fate === fate).length;
    const dead = own.length - count('survived');
    const equivalent = survivors.filter(({ file, reason }) => file.startsWith(house) && EQUIVALENT.test(reason)).length;
    const cells = [
      own.length,
      count('killed'),
      count('timed out'),
      count('survived'),
      percent(dead, own.length),
      equivalent,
      percent(dead, own.length - equivalent),
    ];
    return [`| ${house || 'together'} | ${cells.join(' | ')} |`];
  });
  const list = survivors.map(({ file, line, key, reason }) => `| ${file}:${line} | ${key} | ${reason} |`);
  return `# Mutation score

What the tests would miss: one token of the sources is changed at a time, and some test must fail. This page is written by

\`\`\`
npm run mutate -- ${flags} --write
\`\`\`

which keeps the reasons in the last column. Every mutant of every module was tried. One that never ends counts as killed. A
mutant that no input can tell from the code is equivalent; the last column leaves those out, for which a reason is given below.

| sources | mutants | killed | timed out | survived | score | equivalent | score without |
| --- | --: | --: | --: | --: | --: | --: | --: |
${rows.join('\n')}

## Survivors

${list.length === 0 ? 'None.' : `| place | change | why it survives |\n| --- | --- | --- |\n${list.join('\n')}`}
`;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
