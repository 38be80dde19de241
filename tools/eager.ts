/**
 * Functions that a check always calls are compiled with their file, and so kept by Node's compile cache.
 *
 * V8 compiles a function when it is first called, unless it stands in parentheses: then together with what it
 * stands in. Node's cache holds what was compiled as the file was loaded and nothing of what was compiled later,
 * so that every run compiled a thousand functions anew: a fifth of a whole check.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

/** From a file to the functions in it that were called, each as `start:end` in its text. */
type Called = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Runs Node and says which functions of which files it called, by V8's own count.
 * @throws Error where the run fails: what it called would not be what such a run calls
 */
export function calledBy(args: readonly string[]): Called {
  const called = new Map<string, Set<string>>();
  const folder = mkdtempSync(join(tmpdir(), 'tieout-build-'));
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: folder };
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the run whose functions are counted failed: ${stderr}`);
    for (const name of readdirSync(folder)) {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage;
      for (const { url, functions } of result) {
        if (!url.startsWith('file:')) continue;
        const path = fileURLToPath(url);
        const found = called.get(path) ?? new Set();
        called.set(path, found);
        for (const { ranges } of functions) {
          const [whole] = ranges;
          if (whole && whole.count > 0) found.add(`${whole.startOffset}:${whole.endOffset}`);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return called;
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The same program, with the functions that are called in parentheses. A declaration is one in no parentheses;
 * at the top of a file it becomes a variable that is set before everything else, as a declaration is.
 * @param called the functions, each as `start:end`
 */
export function compiledWithFile(code: string, called: ReadonlySet<string>): string {
  const program = parseAst(code) as unknown as Node & { readonly body: readonly (Node & Declaration)[] };
  /** What is put in before the character at an offset. */
  const marks: { readonly at: number; readonly text: string }[] = [];
  const wrapped = (value: unknown, isMethod: boolean): void => {
    if (Array.isArray(value)) for (const one of value) wrapped(one, false);
    if (!isNode(value)) return;
    const isFunction = value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression';
    if (isFunction && !isMethod && called.has(`${value.start}:${value.end}`))
      marks.push({ at: value.start, text: '(' }, { at: value.end, text: ')' });
    const holdsMethod =
      value.type === 'MethodDefinition' ||
      ('method' in value && (value['method'] === true || value['kind'] !== 'init'));
    for (const [key, part] of Object.entries(value)) wrapped(part, holdsMethod && key === 'value');
  };
  wrapped(program.body, false);
  const first = program.body.find(({ directive }) => directive === undefined)?.start ?? code.length;
  const marked = (from: number, to: number): string => {
    let [text, at] = ['', from];
    for (const mark of marks.filter((one) => one.at >= from && one.at < to).toSorted((a, b) => a.at - b.at)) {
      text += code.slice(at, mark.at) + mark.text;
      ({ at } = mark);
    }
    return text + code.slice(at, to);
  };
  let [variables, rest, at] = ['', '', first];
  for (const { type, start, end, id } of program.body) {
    if (type !== 'FunctionDeclaration' || !called.has(`${start}:${end}`)) continue;
    const text = marked(start, end);
    variables += `var ${id?.name}=(${text});\n`;
    rest += marked(at, start);
    at = end;
  }
  return `${code.slice(0, first)}${variables}${rest}${marked(at, code.length + 1)}`;
}

interface Declaration {
  readonly directive?: string;
  readonly id?: { readonly name: string };
}

function isNode(value: unknown): value is Node & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'type' in value;
}
