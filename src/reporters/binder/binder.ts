/** The binder: one self-contained page with the findings and, beside them, the document itself, ticked. */
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from '../../generated/binder-page.ts';
import type { Audited, FaultRecord, Summary } from '../../generated/types.ts';
import type { Reporter } from '../reporter.ts';
import { lapsedRecords } from '../waivers.ts';
import { countOf, countsText } from '../words.ts';
import { GROUPS, countGroups } from './findings.ts';
import type { Rules } from './findings.ts';
import { showFiling } from './filing.ts';
import { forXml } from '../escape.ts';
import { anchor } from './markup.ts';
import type { Group } from './marks.ts';

/** What the index keeps of a filing once it is written. */
interface Entry {
  readonly title: string;
  readonly source: string;
  readonly figures: number;
  readonly groups: Readonly<Record<Group, number>>;
}

/**
 * Makes a reporter that writes one binder. Between `open` and `close` it keeps what is said
 * of the rules, a line of the index for each filing, and nothing else. The page may run its own script and use its own style, both
 * named by their hash, and may load or send nothing (Content Security Policy, `default-src 'none'`).
 */
export function binderReporter(): Reporter {
  const entries: Entry[] = [];
  let rules: Rules = new Map();
  return {
    extension: 'html',
    wantsDocument: true,
    open: (tool, summaries) => {
      rules = new Map(summaries.map((rule) => [rule.id, rule]));
      return head(tool);
    },
    filing: (audited) => {
      entries.push(entryOf(audited));
      return showFiling(entries.length, audited, rules);
    },
    close: (faults, summary) => foot(entries, faults, summary),
  };
}

function entryOf(audited: Audited): Entry {
  const { company, source, figures } = audited;
  return { title: company ?? source, source, figures: figures.length, groups: countGroups(audited) };
}

const POLICY = `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

function head(tool: { readonly name: string; readonly version: string }): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${forXml(`${tool.name} ${tool.version}`)}">
<meta name="referrer" content="no-referrer">
<title>tieout binder</title>
<style>${STYLE}</style>
<script>${SCRIPT}</script>
</head>
<body>
<header class="bar"><h1>tieout <span>binder</span></h1>
<a class="to-index" href="#index">Index</a>
<div class="panes" role="group" aria-label="Pane"><button type="button" data-pane="findings" aria-pressed="true">Findings</button><button type="button" data-pane="sheet" aria-pressed="false">Document</button></div>
<input type="search" class="search" aria-label="Search findings and figures" placeholder="Search   /" autocomplete="off" spellcheck="false">
<button type="button" class="theme" aria-label="Dark or light"><span aria-hidden="true">◐</span></button>
<button type="button" class="help" aria-label="Keys" aria-haspopup="dialog"><span aria-hidden="true">?</span></button>
</header>
<main>
`;
}

function foot(entries: readonly Entry[], faults: readonly FaultRecord[], summary: Summary): string {
  const rows = entries.map(({ title, source, figures, groups }, at) => {
    const order = Object.keys(GROUPS) as Group[];
    const worst = order.find((group) => groups[group] > 0) ?? 'unproven';
    const cells = [figures, ...order.map((group) => groups[group])];
    return `<tr class="${worst}"><td><a href="#${anchor('filing', at + 1)}">${forXml(title)}</a>${title === source ? '' : ` <span class="source">${forXml(source)}</span>`}</td>${cells.map((count) => `<td class="n">${count === 0 ? '' : count}</td>`).join('')}</tr>\n`;
  });
  const outcome =
    summary.filings === 0
      ? 'No report was checked'
      : `${countOf(summary.filings, 'report')}, ${countOf(summary.figures, 'figure')}: ${countsText(summary.counts, summary.conflicts)}`;
  return `<section class="index" id="index" aria-labelledby="index-title">
<h2 id="index-title">Index</h2>
<p>${outcome}${summary.faults === 0 ? '' : `; <b>${countOf(summary.faults, 'fault')}</b>`}</p>
${faults.map((fault) => showRecord(fault, 'Fault', 'fault')).join('')}${lapsedRecords(summary)
    .map((waiver) => showRecord(waiver, 'Waiver', 'fault lapsed'))
    .join(
      '',
    )}<table class="filings"><thead><tr><th scope="col">Report</th><th scope="col">Figures</th><th scope="col">Break</th><th scope="col">Suspicious</th><th scope="col">Not proven</th><th scope="col">Tie</th></tr></thead>
<tbody>
${rows.join('')}</tbody></table>
</section>
</main>
${KEYS}</body>
</html>
`;
}

function showRecord({ place, excerpt, message, hint }: FaultRecord, kind: string, classes: string): string {
  const line = place?.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`;
  return (
    `<div class="${classes}"><p><b>${kind}</b> ${forXml(place === undefined ? '' : `${place.document}${line}`)}</p>` +
    `${excerpt === undefined ? '' : `<p class="excerpt">${forXml(excerpt)}</p>`}<p>${forXml(message)}</p>` +
    `${hint === undefined ? '' : `<p>Next: ${forXml(hint)}</p>`}</div>\n`
  );
}

const KEYS = `<dialog class="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>
<table><tbody>
<tr><th scope="row">j k</th><td>next, previous finding</td></tr>
<tr><th scope="row">x</th><td>next finding that breaks or is suspicious</td></tr>
<tr><th scope="row">n p</th><td>next, previous figure of the document</td></tr>
<tr><th scope="row">Enter</th><td>choose the figure; open or close the finding</td></tr>
<tr><th scope="row">/</th><td>search; Enter goes to the next figure that matches</td></tr>
<tr><th scope="row">1 2 3 4</th><td>show or hide what breaks, is suspicious, is not proven, ties</td></tr>
<tr><th scope="row">f d</th><td>to the findings, to the document</td></tr>
<tr><th scope="row">[ ] i</th><td>previous, next report; the index</td></tr>
<tr><th scope="row">t</th><td>dark or light</td></tr>
<tr><th scope="row">Esc</th><td>back: close the figure, clear the search</td></tr>
</tbody></table>
<label><input type="checkbox" class="letters" checked> letters are keys</label>
<button type="button" class="close">Close</button></dialog>
`;
