/** An example of a rule as a small filled-in statement, and what the rule says of it. */
import type { Judged } from '../audit/verdicts.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { exampleKey } from '../rules/examples.ts';
import type { CompiledRule } from '../rules/program.ts';
import type { Example } from '../generated/types.ts';
import { scaleInWords, showAmount } from './amounts.ts';
import { forTerminal } from './escape.ts';
import { wrap } from './words.ts';

/** The figures of an example, one a line, as they would stand on the page. */
export function exampleLines(
  rule: CompiledRule,
  example: Example,
  vocabulary: VocabularyIndex,
  indent: number,
): string[] {
  const rows = rule.figures.flatMap((node) => {
    const given = example.figures[exampleKey(node)];
    const title = node.label ? node.name : (vocabulary.byName.get(node.name)?.title ?? node.name);
    const when = node.reach === undefined ? '' : `, ${node.reach}`;
    if (given === undefined) return [{ label: `${title}${when}`, text: '(not shown)' }];
    return [given].flat().map((text, index) => ({
      label: node.lines ? `line ${index + 1} under ${title}${when}` : `${title}${when}`,
      text,
    }));
  });
  const wide = Math.max(...rows.map(({ label }) => label.length));
  const far = Math.max(...rows.map(({ text }) => text.length), 8);
  const scale =
    example.scale === undefined || example.scale === 1 ? [] : [`${' '.repeat(indent)}${scaleInWords(example.scale)}`];
  return [
    ...scale,
    ...rows.map(
      ({ label, text }) =>
        `${' '.repeat(indent)}${forTerminal(label.padEnd(wide))}  ${forTerminal(text).padStart(far)}`,
    ),
  ];
}

/** What the rule says of an example, in a sentence. */
export function verdictLines(
  { bound, verdict, gap, room, reason }: Judged,
  example: Example,
  indent: number,
): string[] {
  const scale = example.scale ?? 1;
  const amounts =
    gap === undefined || room === undefined || verdict === 'exact' || verdict === 'unproven'
      ? ''
      : `: the gap${bound.compiled.normal.kind === 'cleared' ? ' in the numerator' : ''} is ${showAmount(gap.toString(), scale)}, and rounding explains at most ${showAmount(room.toString(), scale)}`;
  const why = reason === undefined ? '' : `: ${forTerminal(reason)}`;
  return wrap(`${SAID[verdict]}${amounts}${why}.`, indent);
}

const SAID: Record<Judged['verdict'], string> = {
  exact: 'It ties exactly',
  rounding: 'It ties by rounding',
  edge: 'It ties, on the edge',
  breaks: 'It breaks',
  unproven: 'It is unproven',
};
