import type { FaultRecord, Severity } from '../generated/types.ts';
import { forTerminal } from './escape.ts';
import { itemsOf, waivedText } from './items.ts';
import type { Item } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedRecords } from './waivers.ts';
import { countOf } from './words.ts';

/** GitHub shows this many annotations of each level for a step, and drops the others without a word. */
const MOST_OF_A_LEVEL = 10;
/** It cuts longer messages, and longer titles. */
const MOST_CHARACTERS = 4_096;
const MOST_IN_TITLE = 255;

const LEVELS = ['error', 'warning', 'notice'] as const;
type Level = (typeof LEVELS)[number];

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly place?: { readonly document: string; readonly line?: number; readonly column?: number };
}

/**
 * Workflow commands that GitHub shows beside the lines of a pull request: an annotation for each
 * fault, for what breaks and what holds only on the edge. Beyond what GitHub shows, the last of
 * each level says how many there are. Source: docs.github.com, Workflow commands for GitHub Actions.
 */
export function githubReporter(): Reporter {
  const kept: Record<Level, Annotation[]> = { error: [], warning: [], notice: [] };
  const counts: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  const keep = (annotation: Annotation): void => {
    counts[annotation.level] += 1;
    if (kept[annotation.level].length < MOST_OF_A_LEVEL) kept[annotation.level].push(annotation);
  };
  return {
    extension: 'github.txt',
    open: () => '',
    filing: (audited) => {
      for (const item of itemsOf(audited)) {
        const level = levelOf(item);
        if (level) keep(annotationOf(item, level));
      }
      return '';
    },
    close: (faults, summary) => {
      for (const fault of faults) keep(recordAnnotation(fault, 'error', `fault: ${fault.code}`));
      for (const waiver of lapsedRecords(summary))
        keep(recordAnnotation(waiver, 'warning', 'a waiver is not in force'));
      return LEVELS.flatMap((level) => shownOf(level, kept[level], counts[level]))
        .map(command)
        .join('');
    },
  };
}

const BY_SEVERITY: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  query: 'notice',
  info: 'notice',
};

/** None for what ties, and for what could not be proven, of which a report may have hundreds. */
function levelOf({ verdict, severity, waived }: Item): Level | undefined {
  switch (verdict) {
    case 'exact':
    case 'rounding':
    case 'unproven':
      return undefined;
    case 'edge':
      return waived ? 'notice' : 'warning';
    case 'breaks':
      return waived ? 'notice' : BY_SEVERITY[severity];
  }
}

function shownOf(level: Level, kept: readonly Annotation[], count: number): readonly Annotation[] {
  if (count <= kept.length) return kept;
  const shown = kept.slice(0, MOST_OF_A_LEVEL - 1);
  const what = countOf(count, level);
  return [
    ...shown,
    {
      level,
      title: `tieout: ${what} in all`,
      message: `${shown.length} of ${what} are shown here. The job summary and the log have the others.`,
    },
  ];
}

function annotationOf(item: Item, level: Level): Annotation {
  const lines = [
    ...(item.waived ? [waivedText(item.waived)] : []),
    item.outcome,
    ...item.working.map(({ amount, text, place }) => `${amount}  ${text}${place === undefined ? '' : `, ${place}`}`),
    ...item.likely.map((text) => `Likely: ${text}`),
    `Rule ${item.rule}: ${item.equation}`,
  ];
  const title = [item.title, item.when].filter((part) => part !== '').join(', ');
  return { level, title, message: lines.map(forTerminal).join('\n'), place: item.place };
}

function recordAnnotation({ message, place, excerpt, hint }: FaultRecord, level: Level, title: string): Annotation {
  const lines = [
    message,
    ...(excerpt === undefined ? [] : [`| ${excerpt}`]),
    ...(hint === undefined ? [] : [`Next: ${hint}`]),
  ];
  return {
    level,
    title,
    message: lines.map(forTerminal).join('\n'),
    ...(place && { place }),
  };
}

function command({ level, title, message, place }: Annotation): string {
  const properties = {
    ...(place && place.document !== '' && { file: place.document, line: place.line, col: place.column }),
    title: cut(forTerminal(title), MOST_IN_TITLE),
  };
  const list = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${forProperty(forTerminal(String(value)))}`],
  );
  return `::${level} ${list.join(',')}::${forData(cut(message, MOST_CHARACTERS))}\n`;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not within a pair of surrogates.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The text of a command, which goes on to the end of the line. */
function forData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a command. */
function forProperty(text: string): string {
  return forData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
