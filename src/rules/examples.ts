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
import { nearest } from '../documents/nearest.ts';
import type { Example, Statement } from '../generated/types.ts';
import { derivations } from './derivations.ts';
import type { CompiledRule } from './program.ts';

export type JudgedExample =
  | { readonly ok: true; readonly judged: Judged }
  /** What is wrong with the example itself. */
  | { readonly ok: false; readonly problems: readonly ExampleProblem[] };

/** A mistake in an example: under which name, in which entry of its list, what, and what to do. */
export interface ExampleProblem {
  readonly figure: string;
  readonly entry?: number;
  readonly message: string;
  readonly hint: string;
}

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
  const problems: ExampleProblem[] = [];
  const missing: string[] = [];
  const figures = new Map<string, readonly LedgerFigure[]>();
  const known = new Set(compiled.figures.map(exampleKey));
  for (const name of Object.keys(example.figures)) {
    if (known.has(name)) continue;
    const near = nearest(name.replace(/\?$/, ''), [...known]);
    problems.push({
      figure: name,
      message: `the equation has no figure ${name}`,
      hint: near === undefined ? `its figures are ${[...known].join(', ')}` : `did you mean ${near}?`,
    });
  }
  for (const node of compiled.figures) {
    const key = exampleKey(node);
    const given = Object.hasOwn(example.figures, key) ? example.figures[key] : undefined;
    const texts = given === undefined ? [] : [given].flat();
    if (texts.length > 1 && !node.lines && !derivations.get(node.name)?.many)
      problems.push({
        figure: key,
        message: `${key} is one figure, and the example gives ${texts.length}`,
        hint: 'give one; only lines(…) stands for several',
      });
    const read = texts.map((text, index): LedgerFigure | undefined => {
      const decided = node.lines && index === texts.length - 1 ? compiled.rule.decides : undefined;
      const concept = vocabulary.byName.get(decided ?? node.name);
      const result = readFigure(text, `${key}#${index + 1}`, node, concept, example.scale ?? 1);
      if (!('message' in result)) return result;
      problems.push({ figure: key, ...(Array.isArray(given) && { entry: index }), ...result });
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
): LedgerFigure | Pick<ExampleProblem, 'message' | 'hint'> {
  const result = parsePrinted(text);
  if (!result.ok) return result;
  const { printed } = result;
  if (printed.kind === 'notMeaningful')
    return { message: `"${text}" is no amount`, hint: 'give a figure as a report prints it: 5,691 or (3,829)' };
  const unit = concept?.unit ?? derivations.get(node.name)?.unit ?? 'USD';
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
    turned: false,
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
  const kind = compiled.rule.statement === 'any' ? 'other' : compiled.rule.statement;
  const statement = { kind, columns: [{ heading: 'example' }], rows: [] } as Statement;
  return { index: 0, statement, basis: 'reported', rows: [] };
}
