/**
 * Relations that hold on a page and that no rule states, as rules that an auditor can keep. Each has
 * been compiled, bound to the page in all its periods and judged there, and its examples have been
 * judged as well: what is suggested runs as it stands.
 */
import { printFigure } from '../../equations/index.ts';
import type { FigureNode } from '../../equations/index.ts';
import type { Example, Rule } from '../../generated/types.ts';
import { judgeExample } from '../../rules/examples.ts';
import { compileRule } from '../../rules/program.ts';
import type { CompiledRule } from '../../rules/program.ts';
import { inkOf, printInk } from '../diagnose/ink.ts';
import { HOLDS } from '../diagnose/suspects.ts';
import { bind } from '../bind.ts';
import type { LedgerFigure } from '../ledger.ts';
import type { Page } from '../page.ts';
import { misprintsOf } from '../probe/misprints.ts';
import { judge } from '../verdicts.ts';
import type { Judged } from '../verdicts.ts';
import { impliedBy } from './implied.ts';
import { relationsOf } from './relations.ts';
import type { Found, Line, Relation } from './relations.ts';

/** So many suggestions are made at most, the least likely by chance first. */
const MOST = 40;

/** @param source the file, as it was named */
export function suggest(page: Page, source: string): Rule[] {
  const rules: Rule[] = [];
  const known = page.judged.filter((one) => HOLDS.has(one.verdict));
  const stated = impliedBy(known);
  for (const found of relationsOf(page.ledger.statements)) {
    if (rules.length === MOST) break;
    const rule = ruleOf(found, source, rules.length + 1);
    const made = rule && confirmed(page, rule);
    if (!rule || !made || !stated.adds(made.judged)) continue;
    const examples = examplesOf(page, made.compiled, made.judged[0] as Judged);
    if (examples) rules.push({ ...rule, ...examples });
  }
  return rules;
}

/** The rule compiled, and judged on the page, if it holds wherever it binds. */
function confirmed(
  page: Page,
  rule: Rule,
): { readonly compiled: CompiledRule; readonly judged: readonly Judged[] } | undefined {
  const result = compileRule(rule, page.standards.vocabulary);
  if (!result.ok) return undefined;
  const judged = bind(page.ledger, [result.compiled])
    .bound.filter((one) => one.compiled === result.compiled)
    .map(judge);
  return judged.every((one) => HOLDS.has(one.verdict)) ? { compiled: result.compiled, judged } : undefined;
}

/** @returns undefined where two lines go by one name */
function ruleOf({ relation, chance, columns }: Found, source: string, number: number): Rule | undefined {
  const { gives } = relation;
  const names = equationOf(relation);
  if (names === undefined) return undefined;
  const rarity =
    chance < 1e-6
      ? 'less than one report in a million'
      : `one report in ${Math.round(1 / chance).toLocaleString('en-US')}`;
  return {
    id: `suggested/${relation.kind}-${number}`,
    title: titleOf(relation),
    statement: gives.statement.statement.kind,
    equation: names,
    authority: `none: observed in ${source}`,
    why: `It holds in ${columns === 1 ? 'the one period' : `all ${columns} periods`} that ${columns === 1 ? 'shows' : 'show'} it; by chance ${rarity} like it would hold one as good.`,
    severity: 'query',
    ties: { figures: {} },
    breaks: { figures: {} },
  };
}

function equationOf(relation: Relation): string | undefined {
  const gives = nameOf(relation.gives);
  if (relation.kind === 'quotient') return `${gives} = ${nameOf(relation.top)} / ${nameOf(relation.bottom)}`;
  const lines = relation.kind === 'equal' ? [relation.line] : relation.lines;
  const names = lines.map(nameOf);
  if (new Set([...names, gives]).size < lines.length + 1) return undefined;
  // The first figure is sought on the statement itself, and only the others elsewhere.
  return relation.kind === 'equal'
    ? `${gives} = ${relation.opposite ? '-' : ''}${names.join('')}`
    : `${names.join(' + ')} = ${gives}`;
}

/** How an equation names a line: by its concept, else by its label between quotes. One without a label does not compile. */
function nameOf({ row }: Line): string {
  if (row.concept) return row.concept.name;
  return printFigure({
    kind: 'figure',
    name: row.row.label,
    label: true,
    optional: false,
    lines: false,
    span: { start: 0, end: 0 },
  });
}

function titleOf(relation: Relation): string {
  const label = (line: Line) => `"${line.row.row.label}"`;
  const gives = label(relation.gives);
  const text =
    relation.kind === 'quotient'
      ? `${gives} is ${label(relation.top)} over ${label(relation.bottom)}`
      : relation.kind === 'equal'
        ? `${gives} is ${relation.opposite ? 'the opposite of ' : ''}${label(relation.line)} of the ${relation.line.statement.statement.title ?? 'other statement'}`
        : `${relation.lines.map(label).join(' plus ')} give ${gives}`;
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** The figures of the first period as an example that ties, and with a misprint as one that breaks. */
function examplesOf(page: Page, compiled: CompiledRule, judged: Judged): Pick<Rule, 'ties' | 'breaks'> | undefined {
  const { scale } = judged.bound.statement.statement;
  const texts = new Map(judged.terms.map(({ node, figure }) => [keyOf(node), textOf(figure)]));
  const verdictOf = (example: Example) => {
    const result = judgeExample(compiled, example, page.standards.vocabulary);
    return result.ok ? result.judged.verdict : 'unproven';
  };
  // An example takes a figure without a concept for money, so that a percentage would be scaled with it.
  for (const scaled of scale === undefined ? [{}] : [{ scale }, {}]) {
    const ties = { ...scaled, figures: Object.fromEntries(texts) };
    if (!HOLDS.has(verdictOf(ties))) continue;
    const misprinted = judged.terms.flatMap(({ node, figure }) =>
      misprintsOf(page, figure, []).map(({ text }) => ({
        ...scaled,
        figures: { ...ties.figures, [keyOf(node)]: text },
      })),
    );
    // A thousand times a figure that is not zero breaks every such relation.
    return { ties, breaks: misprinted.find((example) => verdictOf(example) === 'breaks') as Example };
  }
  return undefined;
}

function keyOf(node: FigureNode): string {
  return printFigure({ ...node, optional: false });
}

/** What is printed, with the sign that the equation gives it. */
function textOf(figure: LedgerFigure): string {
  const ink = inkOf(figure.printed);
  return ink ? printInk({ ...ink, negative: figure.value.sign() < 0 }) : figure.printed;
}
