import type { FaultRecord, Summary } from '../generated/types.ts';
import { forMarkdown } from './escape.ts';
import { itemsOf, waivedText } from './items.ts';
import type { Item } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedWaivers } from './waivers.ts';
import { countOf, countsText } from './words.ts';

/** The longest comment that GitHub takes has 65,536 characters; GitLab takes more. */
const COMMENT_BYTES = 65_536;

type Section = 'breaks' | 'edge' | 'waived' | 'unproven' | 'ties';

/** In the order in which they are worth their room. */
const SECTIONS: Readonly<Record<Section, { readonly title: string; readonly folded: boolean }>> = {
  breaks: { title: 'Breaks', folded: false },
  edge: { title: 'Suspicious', folded: false },
  waived: { title: 'Waived', folded: false },
  unproven: { title: 'Not proven', folded: true },
  ties: { title: 'Ties', folded: true },
};
const ORDER = Object.keys(SECTIONS) as Section[];

interface Kept {
  readonly blocks: string[];
  bytes: number;
  count: number;
}

/**
 * A comment on a pull request (CommonMark with tables): the outcome, then what breaks with its
 * arithmetic, then the rest. What does not fit is left out from the end, and counted.
 * @param limit the most bytes of UTF-8 that the whole may have
 */
export function markdownReporter(limit: number = COMMENT_BYTES): Reporter {
  const kept = Object.fromEntries(ORDER.map((name) => [name, { blocks: [], bytes: 0, count: 0 }])) as unknown as Record<
    Section,
    Kept
  >;
  return {
    extension: 'md',
    open: () => '',
    filing: (audited) => {
      for (const item of itemsOf(audited)) {
        const section = sectionOf(item);
        keep(kept[section], () => (SECTIONS[section].folded ? rowOf(item) : blockOf(item)), limit);
      }
      return '';
    },
    close: (faults, summary) => compose(kept, faults, summary, limit),
  };
}

function sectionOf({ waived, verdict }: Item): Section {
  if (waived) return 'waived';
  return verdict === 'exact' || verdict === 'rounding' ? 'ties' : verdict;
}

/** Holds no more than could ever be shown, however many there are. */
function keep(kept: Kept, write: () => string, limit: number): void {
  kept.count += 1;
  if (kept.bytes > limit) return;
  const block = write();
  kept.blocks.push(block);
  kept.bytes += Buffer.byteLength(block);
}

function compose(
  kept: Readonly<Record<Section, Kept>>,
  faults: readonly FaultRecord[],
  summary: Summary,
  limit: number,
): string {
  const outcome = summary.filings === 0 ? 'no report was checked' : countsText(summary.counts, summary.conflicts);
  const parts = [
    `## tieout: ${outcome}\n`,
    `\n${countOf(summary.filings, 'report')}, ${countOf(summary.figures, 'figure')}${summary.faults > 0 ? `, **${countOf(summary.faults, 'fault')}**` : ''}.\n`,
  ];
  // Room for the last line, which says what was left out.
  let left = limit - 400 - Buffer.byteLength(parts.join(''));
  const cut: string[] = [];
  const add = (title: string, folded: boolean, blocks: readonly string[], count: number): void => {
    const [head, foot] = folded
      ? [
          `\n<details><summary>${title}: ${count}</summary>\n\n| verdict | place | check | outcome |\n| --- | --- | --- | --- |\n`,
          '\n</details>\n',
        ]
      : [`\n### ${title}: ${count}\n`, ''];
    const room = left - Buffer.byteLength(head + foot);
    const shown: string[] = [];
    let used = 0;
    for (const block of blocks) {
      used += Buffer.byteLength(block);
      if (used > room) break;
      shown.push(block);
    }
    if (shown.length < count) cut.push(`${count - shown.length} of ${title.toLowerCase()}`);
    if (shown.length === 0) return;
    const text = head + shown.join('') + foot;
    parts.push(text);
    left -= Buffer.byteLength(text);
  };
  const lapsed = lapsedWaivers(summary)
    .join('\n')
    .split(/\n\n|\n$/)
    .filter((one) => one !== '')
    .map((one) => `\n${forMarkdown(one.replace(/\s+/g, ' '))}\n`);
  add('Faults', false, faults.map(faultBlock), faults.length);
  add('Waivers not in force', false, lapsed, lapsed.length);
  for (const name of ORDER) add(SECTIONS[name].title, SECTIONS[name].folded, kept[name].blocks, kept[name].count);
  if (cut.length > 0)
    parts.push(`\n_Left out, for want of room: ${cut.join(', ')}. \`-f json\` writes all of them._\n`);
  return parts.join('');
}

function nameOf(item: Item): string {
  return forMarkdown([item.title, item.when].filter((part) => part !== '').join(', '));
}

function whereOf({ document, line, column }: Item['place']): string {
  return forMarkdown(`${document}:${line}:${column}`);
}

function blockOf(item: Item): string {
  const { working, likely, waived } = item;
  const table =
    working.length === 0
      ? []
      : [
          '',
          '| amount | | |',
          '| ---: | --- | --- |',
          ...working.map(
            ({ amount, text, place }) =>
              `| ${forMarkdown(amount)} | ${forMarkdown(text)} | ${forMarkdown(place ?? '')} |`,
          ),
        ];
  const lines = [
    '',
    `**${nameOf(item)}**: ${item.verdict}${item.severity === 'error' ? '' : ` (${item.severity})`}  `,
    `${whereOf(item.place)} · ${forMarkdown(item.rule)}`,
    ...(waived ? ['', `Accepted: ${forMarkdown(waivedText(waived))}`] : []),
    ...table,
    '',
    `Outcome: ${forMarkdown(item.outcome)}`,
    ...likely.flatMap((text) => ['', `Likely: ${forMarkdown(text)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function rowOf(item: Item): string {
  return `| ${item.verdict} | ${whereOf(item.place)} | ${nameOf(item)} | ${forMarkdown(item.outcome)} |\n`;
}

function faultBlock({ place, code, message, excerpt, hint }: FaultRecord): string {
  const where = place ? [place.document, place.line, place.column].filter((part) => part !== undefined).join(':') : '';
  const lines = [
    '',
    `**Fault** ${forMarkdown(code)}${where === '' ? '' : `, ${forMarkdown(where)}`}: ${forMarkdown(message)}`,
    ...(excerpt === undefined ? [] : ['', `Stands there: ${forMarkdown(excerpt)}`]),
    ...(hint === undefined ? [] : ['', `Next: ${forMarkdown(hint)}`]),
  ];
  return `${lines.join('\n')}\n`;
}
