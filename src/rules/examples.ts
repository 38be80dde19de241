/**
 * A rule's own examples, judged as a report's figures would be: what `ties` shows must tie, what
 * `breaks` shows must break.
 */
import type { LedgerFigure, LedgerStatement } from '../audit/ledger.ts';
import { judge } from '../audit/verdicts.ts';
import type { Judged } from '../audit/verdicts.ts';
import type { Concept, VocabularyIndex } from '../concepts/vocabulary.ts';
import { figureKey, printFigure } from '../equations/index.ts';
import type { FigureNode } from '../equations/index.ts';
import { Decimal } from '../figures/decimal.ts';
import { Interval } from '../figures/interval.ts';
import { parsePrinted } from '../figures/printed.ts';
import type { Example, Statement } from '../generated/types.ts';
import type { CompiledRule } from './program.ts';

export type JudgedExample =
  | { readonly ok: true; readonly judged: Judged }
  /** What is wrong with the example itself, each in a sentence. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** The name by which an example gives a figure: as the equation writes it, without the `?`. */
export function exampleKey(figure: FigureNode): string {
  return printFigure({ ...figure, optional: false });
}

/**
 * Judges an example with the product's own check. Amounts are taken as printed, under the concept's
 * own sign; the scale applies to dollars only. A figure that the example leaves out is missing, or
 * zero where a report may leave it out.
 *
 * Where the rule decides a sign, the last figure of a list is the one whose sign is decided.
 */
export function judgeExample(compiled: CompiledRule, example: Example, vocabulary: VocabularyIndex): JudgedExample {
  const problems: string[] = [];
  const missing: string[] = [];
  const figures = new Map<string, readonly LedgerFigure[]>();
  const known = new Set(compiled.figures.map(exampleKey));
  for (const name of Object.keys(example.figures)) {
    if (!known.has(name)) problems.push(`the equation has no figure ${name}`);
  }
  for (const node of compiled.figures) {
    const key = exampleKey(node);
    const given = Object.hasOwn(example.figures, key) ? example.figures[key] : undefined;
    const texts = given === undefined ? [] : [given].flat();
    if (texts.length > 1 && !node.lines) problems.push(`${key} is one figure, and the example gives ${texts.length}`);
    const read = texts.map((text, index): LedgerFigure | undefined => {
      const decided = node.lines && index === texts.length - 1 ? compiled.rule.decides : undefined;
      const concept = vocabulary.byName.get(decided ?? node.name);
      const result = readFigure(text, `${key}#${index + 1}`, node, concept, example.scale ?? 1);
      if (typeof result !== 'string') return result;
      problems.push(result);
      return undefined;
    });
    figures.set(
      figureKey(node),
      read.flatMap((figure) => figure ?? []),
    );
    if (texts.length === 0 && !node.optional) missing.push(`the example has no figure for ${key}`);
  }
  if (problems.length > 0) return { ok: false, problems };
  const statement = emptyStatement(compiled);
  return { ok: true, judged: judge({ compiled, statement, column: 0, basis: 'reported', figures, missing }) };
}

/** One printed figure, or why it is none. */
function readFigure(
  text: string,
  id: string,
  node: FigureNode,
  concept: Concept | undefined,
  scale: number,
): LedgerFigure | string {
  const result = parsePrinted(text);
  if (!result.ok) return result.message;
  const { printed } = result;
  if (printed.kind === 'notMeaningful') return `"${text}" is no amount`;
  const unit = concept?.unit ?? 'USD';
  const hundredth = printed.kind === 'amount' && printed.percent ? Decimal.powerOfTen(-2) : Decimal.one;
  const factor = (unit === 'USD' ? Decimal.parse(String(scale)) : Decimal.one).times(hundredth);
  const places = printed.kind === 'amount' ? printed.places : 0;
  const magnitude = printed.kind === 'amount' ? printed.magnitude.times(factor) : Decimal.zero;
  const amount = printed.kind === 'amount' && printed.negative !== false ? magnitude.negated() : magnitude;
  const ulp = Decimal.powerOfTen(-places).times(factor);
  return {
    id,
    statement: 0,
    row: 0,
    column: 0,
    label: node.name,
    ...(concept && { concept }),
    printed: text,
    amount,
    value: amount,
    ulp,
    unit,
    sign: 'printed',
    basis: 'reported',
    place: { document: '', line: 1, column: 1 },
    point: Interval.point(amount),
    box: Interval.rounded(amount, ulp),
  };
}

/** The statement of an example, which shows nothing but the figures of the equation. */
function emptyStatement(compiled: CompiledRule): LedgerStatement {
  const statement = { kind: compiled.rule.statement, columns: [{ heading: 'example' }], rows: [] } as Statement;
  return { index: 0, statement, basis: 'reported', rows: [] };
}
