/**
 * How well published documents are read: `npm run accuracy`. Needs the corpus beside the
 * repository (../shared/corpus); says so and exits 0 without it.
 *
 * With --write the tables go to docs/accuracy.md and docs/accuracy.json; with --check the run is
 * compared with docs/accuracy.json and fails when a share falls by more than the margin stated there.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../src/audit/audit.ts';
import { normaliseLabel } from '../src/concepts/labels.ts';
import { shippedVocabulary } from '../src/concepts/shipped.ts';
import { readHtml } from '../src/documents/html.ts';
import { readStatements } from '../src/documents/statements.ts';
import { readText } from '../src/documents/text.ts';
import type { Audited, Figure, Filing, Row, Statement } from '../src/generated/types.ts';
import { compileProgramme } from '../src/rules/program.ts';
import { shippedRules } from '../src/rules/index.ts';
import { structureRule } from '../src/rules/structure.ts';
import { programmeTable } from './programme-table.ts';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '../shared/corpus');
/** A share may fall by so many percentage points before a change fails. */
const MARGIN = 0.5;

const vocabulary = shippedVocabulary();
const programme = compileProgramme(shippedRules, vocabulary);

interface Measured {
  readonly name: string;
  readonly kind: string;
  readonly filing: Filing;
  readonly audited: Audited;
  readonly unreadable: number;
}

function read(path: string, name: string): Measured {
  const text = readFileSync(path, 'utf8');
  const blocks = name.endsWith('.txt') ? readText(text) : readHtml(text);
  const filing = readStatements(blocks, name, vocabulary);
  return {
    ...measure(filing, name),
    kind: name.endsWith('.txt') ? 'text' : name.startsWith('ss_') ? 'tidied' : 'html',
  };
}

function measure(filing: Filing, name: string): Measured {
  const { audited, unreadable } = audit(filing, name, programme, vocabulary, () => ({
    document: name,
    line: 1,
    column: 1,
  }));
  return { name, kind: '', filing, audited, unreadable: unreadable.length };
}

const primary = (filing: Filing) => filing.statements.filter((statement) => statement.kind !== 'other');

type IncomeParts = Record<'revenue' | 'income' | 'perShare' | 'shares', boolean>;

const isIncomeStatement = (one: Statement): boolean =>
  one.kind === 'incomeStatement' || one.kind === 'comprehensiveIncomeStatement';

/** What an income statement with per-share lines must show. */
function incomeParts(all: readonly Statement[], statements = all.filter(isIncomeStatement)): IncomeParts {
  const shows = (pattern: RegExp) =>
    statements.some((one) => one.rows.some((row) => row.printed && pattern.test(row.concept ?? '')));
  return {
    revenue: shows(/^(Revenues|SalesRevenue|.*Revenue.*|InterestAndDividendIncomeOperating|NoninterestIncome)$/),
    income: shows(/^(NetIncomeLoss|ProfitLoss)/),
    perShare: shows(/^EarningsPerShare|PerBasicShare$|PerDilutedShare$|PerBasicAndDilutedShare$/),
    // Some reports print the counts in a note only.
    shares: all.some((one) => one.rows.some((row) => row.printed && row.concept?.startsWith('WeightedAverageNumber'))),
  };
}

/** The same of the one table of highlights that shows the most of it. */
function highlightParts(filing: Filing): IncomeParts {
  const tables = filing.statements.map((one) => incomeParts([one], [one]));
  const count = (parts: IncomeParts) => Object.values(parts).filter(Boolean).length;
  return tables.reduce((best, one) => (count(one) > count(best) ? one : best), incomeParts(filing.statements));
}

interface Truth {
  readonly file: string;
  readonly figures: readonly {
    readonly key: string;
    readonly statement: string;
    readonly label: string;
    readonly values: Record<string, string>;
  }[];
  readonly tieouts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly statement: string;
    readonly total?: string;
    readonly columns?: Record<string, { readonly status: string }>;
  }[];
}

interface TruthScore {
  figures: number;
  found: number;
  wrong: number;
  ties: number;
  reached: number;
  missing: string[];
}

const bare = (text: string) => text.replace(/[$\s]/g, '').replace(/^[-–—]+$/, '-');

/** Finds each true row in the filing: by label, and by the figures where labels repeat. */
function compare(truth: Truth, measured: Measured): TruthScore {
  const score: TruthScore = { figures: 0, found: 0, wrong: 0, ties: 0, reached: 0, missing: [] };
  const placed = new Map<
    string,
    { readonly statement: number; readonly row: number; readonly columns: Map<string, number> }
  >();
  const taken = new Set<string>();
  for (const figure of truth.figures) {
    const values = Object.entries(figure.values).filter(([, text]) => text !== '');
    score.figures += values.length;
    let best:
      | {
          readonly id: string;
          readonly statement: number;
          readonly row: number;
          readonly hits: number;
          readonly columns: Map<string, number>;
        }
      | undefined;
    measured.filing.statements.forEach((statement, index) =>
      statement.rows.forEach((row, at) => {
        const id = `${index}/${at}`;
        if (taken.has(id) || !row.printed) return;
        const columns = alignment(figure.values, row);
        const hits = values.filter(
          ([key, text]) => bare(row.printed?.[columns.get(key) ?? -1] ?? '') === bare(text),
        ).length;
        const same = normaliseLabel(row.label) === normaliseLabel(figure.label) ? 0.5 : 0;
        if (hits > 0 && hits + same > (best?.hits ?? 0))
          best = { id, statement: index, row: at, hits: hits + same, columns };
      }),
    );
    if (!best) {
      score.missing.push(`${figure.statement}: ${figure.label}`);
      continue;
    }
    taken.add(best.id);
    placed.set(figure.key, best);
    const hits = Math.floor(best.hits);
    score.found += hits;
    score.wrong += values.length - hits;
  }
  for (const tie of truth.tieouts) {
    const stated = tie.total ?? /^(\w+) *=/.exec(tie.statement)?.[1];
    const where = placed.get(stated ?? '');
    if (!tie.columns || (tie.kind !== 'sum' && tie.kind !== 'eps')) continue;
    for (const column of Object.keys(tie.columns)) {
      score.ties += 1;
      const id = where && `s${where.statement + 1}/r${where.row + 1}/c${(where.columns.get(column) ?? -2) + 1}`;
      const reached = measured.audited.findings.some(
        (finding) =>
          (finding.verdict === 'exact' || finding.verdict === 'rounding') &&
          finding.terms.some((term) => term.stated && term.figure === id),
      );
      if (reached) score.reached += 1;
      else score.missing.push(`tie ${tie.id} (${tie.statement}), ${column}`);
    }
  }
  return score;
}

/** The true columns of a row, in order, against the columns of the statement. */
function alignment(values: Record<string, string>, row: Row): Map<string, number> {
  const keys = Object.keys(values);
  const count = row.printed?.length ?? 0;
  // The last columns, where the table has more than the truth names: a row's own columns keep their order.
  return new Map(keys.map((key, index) => [key, keys.length === count ? index : index]));
}

const MISPRINTS: readonly ((text: string) => string | undefined)[] = [swapDigits, changeDigit, dropDigit, flipSign];

/** Plants single misprints in figures that some equation touches, and counts those that are noticed. */
function plant(measured: Measured, most: number): { planted: number; noticed: number } {
  const touched = new Set(
    measured.audited.findings
      .filter((one) => one.verdict === 'exact' || one.verdict === 'rounding')
      .flatMap((one) => one.terms.map((term) => term.figure)),
  );
  const before = new Set(measured.audited.findings.filter((one) => one.verdict === 'breaks').map((one) => one.id));
  const targets = measured.audited.figures.filter(
    (figure) =>
      touched.has(figure.id) &&
      figure.unit === 'USD' &&
      figure.amount !== '0' &&
      figure.statement !== undefined &&
      measured.filing.statements[figure.statement]?.kind !== 'other',
  );
  let planted = 0;
  let noticed = 0;
  for (let index = 0; index < Math.min(most, targets.length); index += 1) {
    // Spread evenly over the document, with the kinds of misprint in turn: the same in every run.
    const figure = targets[Math.floor((index * targets.length) / Math.min(most, targets.length))];
    const text = figure && MISPRINTS[index % MISPRINTS.length]?.(figure.printed);
    if (!figure || text === undefined || text === figure.printed) continue;
    const filing = withFigure(measured.filing, figure, text);
    const after = measure(filing, measured.name);
    planted += 1;
    if (after.audited.findings.some((one) => one.verdict === 'breaks' && !before.has(one.id))) noticed += 1;
  }
  return { planted, noticed };
}

function withFigure(filing: Filing, { statement, row, column }: Figure, text: string): Filing {
  // Only the statement in question: the misprint can show nowhere else but where it is bound.
  return {
    ...filing,
    statements: filing.statements.map((one, index) =>
      index !== statement
        ? one
        : ({
            ...one,
            rows: one.rows.map((line, at) =>
              at !== row ? line : { ...line, printed: line.printed?.map((cell, c) => (c === column ? text : cell)) },
            ),
          } as Statement),
    ),
  };
}

function swapDigits(text: string): string | undefined {
  const digits = [...text.matchAll(/\d/g)].map((found) => found.index);
  for (let index = 0; index + 1 < digits.length; index += 1) {
    const [a = 0, b = 0] = [digits[index], digits[index + 1]];
    if (text[a] !== text[b] && !(index === 0 && text[b] === '0'))
      return text.slice(0, a) + text[b] + text.slice(a + 1, b) + text[a] + text.slice(b + 1);
  }
  return undefined;
}

function changeDigit(text: string): string | undefined {
  const at = text.search(/[1-9]/);
  return at < 0 ? undefined : text.slice(0, at) + String((Number(text[at]) % 9) + 1) + text.slice(at + 1);
}

function dropDigit(text: string): string | undefined {
  const digits = text.replace(/[^\d]/g, '');
  if (digits.length < 3 || text.includes('.')) return undefined;
  return text.replace(/[\d,]+/, digits.slice(0, -1).replace(/\B(?=(?:\d{3})+$)/g, ','));
}

function flipSign(text: string): string | undefined {
  return text.includes('(') ? text.replace(/[()]/g, '') : text.replace(/[\d,.]+/, '($&)');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

const isWhole = (parts: IncomeParts) => parts.income && parts.perShare && parts.shares;

const lackingOf = (parts: IncomeParts) =>
  Object.entries(parts)
    .filter(([, has]) => !has)
    .map(([part]) => part)
    .join(', ');

function main(): number {
  if (!existsSync(corpus)) {
    process.stdout.write('accuracy: skipped, the corpus is not beside this repository (../shared/corpus)\n');
    return 0;
  }
  const documents = ['text', 'html'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .sort()
      .map((name) => read(join(corpus, folder, name), name)),
  );
  if (process.argv.includes('--programme')) {
    const page = programmeTable(
      documents.map((one) => one.audited),
      shippedRules,
      [structureRule.id],
    ).join('\n');
    process.stdout.write(page);
    writeFileSync(join(root, 'docs/programme-on-filings.md'), page);
    return 0;
  }
  const lines: string[] = [
    '# Accuracy',
    '',
    'Made by `npm run accuracy -- --write` over published filings that are not part of this repository.',
    'What breaks was looked at in each document (`accuracy-judged.md`). Amounts in sentences have a page of their own (`accuracy-prose.md`).',
    '',
  ];
  lines.push(
    '| document | figures | statements | columns with period | lines placed | exact | rounding | edge | breaks | unproven | unreadable |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
  );
  const sum = { figures: 0, columns: 0, dated: 0, rows: 0, placed: 0, breaks: 0 };
  for (const { name, filing, audited, unreadable } of documents) {
    const statements = primary(filing);
    const columns = statements
      .filter((one) => one.kind !== 'equityStatement')
      .flatMap((one) => one.columns.filter((column) => column.shows === undefined));
    const rows = statements
      .filter((one) => one.kind !== 'equityStatement')
      .flatMap((one) => one.rows.filter((row) => row.printed && row.label !== ''));
    const counts = {
      columns: columns.length,
      dated: columns.filter((one) => one.period !== undefined).length,
      rows: rows.length,
      placed: rows.filter((row) => row.concept !== undefined).length,
    };
    sum.figures += audited.figures.length;
    sum.columns += counts.columns;
    sum.dated += counts.dated;
    sum.rows += counts.rows;
    sum.placed += counts.placed;
    sum.breaks += audited.counts.breaks;
    const { exact, rounding, edge, breaks, unproven } = audited.counts;
    lines.push(
      `| ${name} | ${audited.figures.length} | ${statements.length} | ${counts.dated}/${counts.columns} | ${counts.placed}/${counts.rows} | ${exact} | ${rounding} | ${edge} | ${breaks} | ${unproven} | ${unreadable} |`,
    );
  }
  const shares: Record<string, number> = {
    'columns with period': (100 * sum.dated) / sum.columns,
    'lines placed': (100 * sum.placed) / sum.rows,
  };
  lines.push(
    '',
    `In all: ${sum.figures} figures; columns with period ${share(sum.dated, sum.columns)}; lines placed ${share(sum.placed, sum.rows)}; ${sum.breaks} breaks.`,
    '',
  );

  lines.push('## Income statements with per-share lines', '');
  const expected = new Map(
    readFileSync(join(corpus, 'index.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map((cells) => [cells[0]?.split('/')[1] ?? '', cells[3] === 'y' && cells[4] === 'y']),
  );
  for (const kind of ['text', 'html', 'tidied']) {
    const wanted = documents.filter((one) => one.kind === kind && expected.get(one.name));
    const parts = wanted.map(({ name, filing }) => {
      const own = incomeParts(filing.statements);
      // Some documents have no statement but a table of highlights that shows what matters of one.
      return { name, own, any: isWhole(own) ? own : highlightParts(filing) };
    });
    const whole = parts.filter((one) => isWhole(one.any));
    const lacking = parts.filter((one) => !isWhole(one.any));
    const highlights = whole.filter((one) => !isWhole(one.own));
    shares[`income statement found, ${kind}`] = (100 * whole.length) / wanted.length;
    lines.push(
      `- ${kind}: net income, per-share figures and weighted shares found in ${whole.length} of ${wanted.length} (${share(whole.length, wanted.length)})${
        highlights.length > 0 ? `, in ${highlights.length} of them in a table of highlights only` : ''
      }.${
        lacking.length > 0
          ? ` Not whole: ${lacking.map((one) => `${one.name} (lacks ${lackingOf(one.any)})`).join('; ')}.`
          : ''
      }`,
    );
  }

  lines.push(
    '',
    '## Against documents read by hand',
    '',
    '| document | figures | found in the right column | wrong | ties | reached |',
    '| --- | --: | --: | --: | --: | --: |',
  );
  for (const file of readdirSync(join(corpus, 'truth')).sort()) {
    const truth = JSON.parse(readFileSync(join(corpus, 'truth', file), 'utf8')) as Truth;
    const measured = documents.find((one) => truth.file.endsWith(one.name));
    if (!measured) continue;
    const score = compare(truth, measured);
    shares[`figures found, ${file}`] = (100 * score.found) / score.figures;
    shares[`ties reached, ${file}`] = (100 * score.reached) / score.ties;
    lines.push(
      `| ${truth.file} | ${score.figures} | ${score.found} (${share(score.found, score.figures)}) | ${score.wrong} | ${score.ties} | ${score.reached} (${share(score.reached, score.ties)}) |`,
    );
    for (const one of score.missing) process.stderr.write(`${file}: not found: ${one}\n`);
  }

  const most = process.argv.includes('--quick') ? 4 : 24;
  const total = { planted: 0, noticed: 0 };
  for (const document of documents) {
    const { planted, noticed } = plant(document, most);
    total.planted += planted;
    total.noticed += noticed;
  }
  lines.push(
    '',
    '## Planted misprints',
    '',
    `In figures of primary statements that some equation touches, at most ${most} a document (two digits swapped, one digit changed, last digit dropped, sign flipped): ${total.noticed} of ${total.planted} noticed (${share(total.noticed, total.planted)}).`,
    '',
  );
  shares['planted misprints noticed'] = (100 * total.noticed) / total.planted;

  const report = lines.join('\n');
  process.stdout.write(`${report}\n`);
  const baseline = join(root, 'docs/accuracy.json');
  if (process.argv.includes('--write')) {
    const judged = existsSync(join(root, 'docs/accuracy-judged.md'))
      ? readFileSync(join(root, 'docs/accuracy-judged.md'), 'utf8')
      : '';
    writeFileSync(join(root, 'docs/accuracy.md'), `${report}${judged}`);
    writeFileSync(
      baseline,
      `${JSON.stringify({ margin: MARGIN, shares: Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, Number(value.toFixed(1))])) }, undefined, 2)}\n`,
    );
  }
  if (!process.argv.includes('--check')) return 0;
  const known = JSON.parse(readFileSync(baseline, 'utf8')) as { margin: number; shares: Record<string, number> };
  const fallen = Object.entries(known.shares).filter(
    ([name, value]) => (shares[name] ?? 0) < value - known.margin && name !== 'planted misprints noticed',
  );
  for (const [name, value] of fallen)
    process.stderr.write(`accuracy fell: ${name} ${(shares[name] ?? 0).toFixed(1)} %, was ${value} %\n`);
  return fallen.length === 0 ? 0 : 1;
}

process.exitCode = main();
