/** What can be changed in a source, and the source with every change in it, each behind a switch. */
import { parseSync } from 'rolldown/utils';

/** One change: the text between two places becomes another. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Mutants of one node: their sources take turns with the node's own. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly statement: boolean;
  readonly mutants: Mutant[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const VERDICTS: readonly string[] = ['exact', 'rounding', 'edge', 'breaks', 'unproven'];

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>'],
  '<=': ['<'],
  '>': ['>=', '<'],
  '>=': ['>'],
  '+': ['-'],
  '-': ['+'],
  '+=': ['-='],
  '-=': ['+='],
  '&&': ['||'],
  '||': ['&&'],
};

const LITERALS: Readonly<Record<string, string>> = {
  true: 'false',
  false: 'true',
  0: '1',
  1: '0',
  '0n': '1n',
  '1n': '0n',
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Types of nodes that hold running code although their name says TypeScript. */
const TYPED = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

/**
 * Every mutant of one source, by the node that it changes, in order of place: comparisons moved and turned
 * round, sums and differences, `&&` and `||`, `!`, truth values, 0 and 1, verdicts, the lesser and the greater,
 * results left out, statements left out.
 */
function placesOf(file: string, source: string): Place[] {
  const places = new Map<string, Place>();
  const add = (node: Node, start: number, end: number, text: string, statement = false): void => {
    const key = `${node.start} ${node.end}`;
    const place = places.get(key) ?? { start: node.start, end: node.end, statement, mutants: [] };
    place.mutants.push({ file, start, end, text });
    places.set(key, place);
  };
  const visit = (node: Node, parent: Node | undefined): void => {
    if (node.type.startsWith('TS') && !TYPED.has(node.type)) return;
    mutate(node, parent);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'typeParameters' || key === 'returnType')
        continue;
      // The name of a property is no value.
      if (key === 'key' && node['computed'] === false) continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) visit(child, node);
    }
  };
  const mutate = (node: Node, parent: Node | undefined): void => {
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression': {
        const [left, right, operator] = [node['left'] as Node, node['right'] as Node, node['operator'] as string];
        if (operator === '+' && [left, right].some(isText)) return;
        const at = left.end + source.slice(left.end, right.start).lastIndexOf(operator);
        // `a && b && c` is `(a && b) && c`: the change stays within what is changed.
        const inner = operator === '&&' && parent?.type === 'LogicalExpression' && parent['operator'] === '&&';
        if (inner)
          add(
            node,
            node.start,
            node.end,
            `(${applied(source, { file, start: at, end: at + 2, text: '||' }).slice(node.start, node.end)})`,
          );
        else for (const other of OTHERS[operator] ?? []) add(node, at, at + operator.length, other);
        return;
      }
      case 'Literal': {
        const raw = node['raw'] as string;
        // A text that is told, and a bound that is moved by its comparison already.
        if (parent?.type === 'BinaryExpression' && /^[<>]=?$/.test(parent['operator'] as string)) return;
        const verdict = VERDICTS.indexOf(raw.slice(1, -1));
        const other =
          LITERALS[raw] ?? (verdict < 0 ? undefined : `'${VERDICTS[(verdict + 1) % VERDICTS.length] as string}'`);
        if (other !== undefined) add(node, node.start, node.end, other);
        return;
      }
      case 'UnaryExpression':
        if (node['operator'] === '!') add(node, node.start, (node['argument'] as Node).start, '');
        return;
      case 'MemberExpression': {
        const name = /^Math\.(min|max)$/.exec(source.slice(node.start, node.end))?.[1];
        if (name !== undefined) add(node, node.start, node.end, name === 'min' ? 'Math.max' : 'Math.min');
        return;
      }
      case 'ReturnStatement': {
        const argument = node['argument'];
        if (isNode(argument) && source.slice(argument.start, argument.end) !== 'undefined')
          add(argument, argument.start, argument.end, 'undefined');
        return;
      }
      case 'ExpressionStatement':
        add(node, node.start, node.end, ';', true);
        return;
      default:
    }
  };
  visit(parseSync(file, source, { lang: 'ts' }).program as unknown as Node, undefined);
  return [...places.values()].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(b.statement) - Number(a.statement),
  );
}

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');

/** The mutants of a source; their place in this list is their number in {@link switched}. */
export function mutantsOf(file: string, source: string): Mutant[] {
  return placesOf(file, source).flatMap(({ mutants }) => mutants);
}

/** A source with one change. */
export function applied(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end);
}

/**
 * The source with every mutant in it. `mutantsIn(file)` gives the source its switch: where that is true of n, the n-th
 * mutant runs in the place of what is written. Nothing but the source decides the text, which Vitest keeps between runs.
 */
export function switched(file: string, source: string): string {
  let number = 0;
  const places = placesOf(file, source).map((place) => {
    const from = number;
    number += place.mutants.length;
    return { ...place, from };
  });
  let next = 0;
  const render = (start: number, end: number): string => {
    let text = '';
    let at = start;
    while (next < places.length && (places[next] as Place).start < end) {
      const place = places[next] as (typeof places)[number];
      next += 1;
      const inner = render(place.start, place.end);
      text += source.slice(at, place.start) + (place.statement ? skipped(place.from, inner) : chosen(place, inner));
      at = place.end;
    }
    return text + source.slice(at, end);
  };
  const chosen = (place: Place & { readonly from: number }, inner: string): string => {
    const own = source.slice(place.start, place.end);
    const others = place.mutants.map((mutant, nth) => {
      const text = applied(own, { ...mutant, start: mutant.start - place.start, end: mutant.end - place.start });
      return `mutant(${place.from + nth}) ? (${text}) : `;
    });
    return `(${others.join('')}(${inner}))`;
  };
  return `const mutant = globalThis.mutantsIn(${JSON.stringify(file)}); ${render(0, source.length)}`;
}

const skipped = (number: number, statement: string): string => `{ if (!mutant(${number})) { ${statement} } }`;
