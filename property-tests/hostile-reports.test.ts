/** Whatever a document, a rule, a waiver or a file name holds, in no format does it do anything. */
import exceljs from 'exceljs';
import fc from 'fast-check';
import markdownit from 'markdown-it';
import { SaxesParser } from 'saxes';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../fixtures/csv.ts';
import { commandsIn } from '../fixtures/github.ts';
import { readPage } from '../fixtures/page.ts';
import { fullRun, render, withTexts } from '../fixtures/runs.ts';
import { FORMATS, loadReporter } from '../src/commands/formats.ts';
import type { Format } from '../src/commands/formats.ts';
import type { Run } from '../src/generated/types.ts';
import { forTerminal } from '../src/reporters/escape.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details></td>',
  '=HYPERLINK("http://example.test";"x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '::error::x',
  '::set-output name=a::b',
  ':',
  '::',
  '##[error]x',
  '##vso[task.complete]x',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;http://example.test\u0007link',
  '\u009b31m',
  '\u202egpj.exe',
  '\u2066x\u2069',
  ']]>',
  '<![CDATA[',
  '&amp;&#0;&lt;',
  '|a|b|',
  '```\n# title',
  '`code`',
  '**bold** __x__ ~~y~~',
  '[a](javascript:alert(1))',
  '![a](http://example.test/x.png)',
  '<http://example.test>',
  'http://example.test www.example.test a@example.test',
  '@octocat #1 GH-1',
  '$a$ $$b$$',
  '%0A::error::x',
  '%25',
  'a,b;c\r\nd',
  '\'"\\',
  '{0} {{1}} [x](1)',
  '\ud800',
  'x\udc00y',
  '\u0000\u0007\u0008',
  '\u2028\u2029\u0085',
  '\ufffe\uffff',
  '__proto__',
  '_x000D__x001B_',
  ' leading and trailing ',
  '',
] as const;

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((units) => String.fromCharCode(...units)),
);

/** A run in which every text from outside is one of these, in turn. */
function runOf(texts: readonly string[]): Run {
  let next = 0;
  return withTexts(fullRun(), () => texts[next++ % texts.length] ?? '');
}

/** What no format that a terminal, an editor or a log shows may hold. */
const ACTIVE = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

/** Reads a report again as its readers do, and says what is wrong with it. */
const INSPECT: Partial<Record<Format, (text: string, run: Run, bytes: Buffer) => void | Promise<void>>> = {
  text: inert,
  json: (text, run) => {
    inert(text);
    expect(JSON.parse(text)).toEqual(run);
  },
  html: (text, run) => {
    inert(text);
    const { wrong, elements } = readPage(text);
    expect(wrong).toEqual([]);
    const [heading] = elements.filter(({ name }) => name === 'h2');
    expect(heading?.text).toBe(forTerminal(run.filings[0]?.company ?? ''));
    const titles = elements.filter(({ name }) => name === 'h4').map((element) => element.text);
    expect(titles).toEqual(
      expect.arrayContaining(run.filings.flatMap(({ findings }) => findings.map(({ title }) => forTerminal(title)))),
    );
    const fault = elements.find(({ attributes }) => attributes['class'] === 'fault');
    expect(fault?.text).toContain(forTerminal(run.faults[0]?.message ?? ''));
  },
  markdown: (text, run) => {
    inert(text);
    const tokens = markdownit({ html: true, linkify: true })
      .parse(text, {})
      .flatMap((token) => [token, ...(token.children ?? [])]);
    const own = /^(?:<details><summary>[A-Z][a-z ]+: \d+<\/summary>|<\/details>)\s*$/;
    const bad = tokens.filter(
      ({ type, content }) =>
        ((type === 'html_block' || type === 'html_inline') && !own.test(content)) ||
        [
          'link_open',
          'image',
          'fence',
          'code_block',
          'em_open',
          's_open',
          'blockquote_open',
          'list_item_open',
          'hr',
        ].includes(type) ||
        (type === 'code_inline' && content !== '-f json'),
    );
    expect(bad).toEqual([]);
    const shown = tokens.filter(({ type }) => type === 'text').map(({ content }) => content);
    expect(shown.filter((content) => /@\w|#\d|www\.|GH-/i.test(content))).toEqual([]);
    expect(text).not.toContain('$');
    // Each row of a table has as many cells as its head.
    const cells: number[] = [];
    for (const { type } of tokens) {
      if (type === 'tr_open') cells.push(0);
      if (type === 'th_open' || type === 'td_open') cells.push((cells.pop() ?? 0) + 1);
    }
    expect(new Set(cells).size).toBeLessThanOrEqual(2);
    const [fault] = run.faults;
    if (fault)
      expect(shown.join('\n').replaceAll('\u200b', '')).toContain(
        forTerminal(fault.message).trim().split(/\s/)[0] ?? '',
      );
  },
  sarif: (text, run) => {
    inert(text);
    const log = JSON.parse(text) as Log;
    const [notification] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(unSarif(notification?.message.text ?? '')).toContain(forTerminal(run.faults[0]?.message ?? ''));
    for (const { message } of log.runs[0]?.results ?? []) expect(links(message.text ?? '')).toEqual([]);
  },
  junit: (text, run) => {
    inert(text);
    const names: string[] = [];
    const suites: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      names.push(name);
      if (name === 'testsuite') suites.push(attributes['name'] ?? '');
    });
    parser.write(text).close();
    expect([...new Set(names)].toSorted()).toEqual([
      'error',
      'failure',
      'skipped',
      'testcase',
      'testsuite',
      'testsuites',
    ]);
    expect(suites).toEqual([...run.filings.map(({ source }) => forTerminal(source)), 'faults of the run']);
  },
  github: (text) => {
    expect(text).not.toMatch(ACTIVE);
    const lines = text.split('\n').slice(0, -1);
    const commands = commandsIn(text);
    expect(commands).toHaveLength(lines.length);
    for (const { name, properties, data } of commands) {
      expect(['error', 'warning', 'notice']).toContain(name);
      expect(Object.keys(properties).every((key) => ['file', 'line', 'col', 'title'].includes(key))).toBe(true);
      expect(data.length).toBeLessThanOrEqual(4_096);
      // Shown in the log and the annotation, the text is once more text.
      expect(commandsIn(data)).toEqual([]);
    }
  },
  gitlab: (text) => {
    inert(text);
    const issues = JSON.parse(text) as { fingerprint: string; location: { lines: { begin: number } } }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(issues.every(({ location }) => location.lines.begin >= 1)).toBe(true);
  },
  workbook: async (_, run, bytes) => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
    const strings: string[] = [];
    const formulas: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect([cell.hyperlink, cell.note]).toEqual([undefined, undefined]);
          if (cell.type === exceljs.ValueType.Formula) formulas.push(cell.formula);
          else if (cell.type === exceljs.ValueType.String) strings.push(cell.text);
          else expect([exceljs.ValueType.Number, exceljs.ValueType.Null]).toContain(cell.type);
        }),
      );
    inert(strings.join('\n'));
    // Names of cells and sheets, and these functions; no text of a document is ever part of a formula.
    const own =
      /^(?:ABS|AND|COUNTIFS|IF|MAX|MIN|ROUND|'Tie-outs'!|"(?:breaks|edge|unproven|rounding|exact|differs)?"|(?:amount|least|most)_\d+_(?:s\d+_r\d+_c\d+|p\d+)|[A-Z]\d*|[\d.]+|[-+*/(),<>=:])+$/;
    expect(formulas.filter((formula) => !own.test(formula))).toEqual([]);
    // A spreadsheet reads `_x005F_` as the sign that it escapes.
    const label = forTerminal(run.filings[0]?.figures[0]?.label ?? '');
    expect(strings.map((one) => one.replaceAll('_x005F_', '_'))).toContain(label.replaceAll('_x005F_', '_'));
  },
  csv: (text, run) => {
    inert(text.replaceAll('\r\n', '\n'));
    const records = parseCsv(text);
    const formula = records
      .flat()
      .filter((field) => /^[\s'"]*[=+\-@]/.test(field) && !/^'|^-?\d+(?:\.\d+)?$/.test(field));
    expect(formula).toEqual([]);
    const source = records[0]?.indexOf('source') ?? -1;
    expect(records[1]?.[source]?.replace(/^'/, '')).toBe(forTerminal(run.filings[0]?.source ?? '').replace(/^'/, ''));
  },
};

function inert(text: string): void {
  expect(text).not.toMatch(ACTIVE);
  expect(commandsIn(text)).toEqual([]);
}

/** The text that a reader of SARIF shows: escapes undone. */
function unSarif(text: string): string {
  return text.replace(/\\([\\[\]])/g, '$1').replace(/([{}])\1/g, '$1');
}

/** The links and placeholders that a reader of SARIF would make of a message. */
function links(text: string): string[] {
  const bare = text.replace(/\\[\\[\]]/g, '').replace(/\{\{|\}\}/g, '');
  return [...(bare.match(/\[[^\]]*\]\([^)]*\)/g) ?? []), ...(bare.match(/\{\d+\}/g) ?? [])];
}

describe.each(FORMATS)('hostile text in a report of the format %s', (format) => {
  it('does nothing, and is read back as text', async () => {
    const inspect = INSPECT[format];
    expect(inspect, `how to read ${format} again`).toBeDefined();
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 30 }), async (texts) => {
        const run = runOf(texts);
        const bytes = await render(await loadReporter(format), run);
        await inspect?.(bytes.toString('utf8'), run, bytes);
      }),
      // A workbook takes its time to be opened.
      { numRuns: format === 'workbook' ? 8 : 40 },
    );
  });

  it('is found where a writer would let it through', () => {
    // The control: the same texts, joined as they are.
    const naive = HOSTILE.map((text) => `  ${text}\n`).join('');
    expect(() => inert(naive)).toThrow('not to match');
    expect(commandsIn(naive).map(({ name }) => name)).toEqual(expect.arrayContaining(['error', 'set-output']));
  });
});
