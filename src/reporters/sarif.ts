import { createHash } from 'node:crypto';
import type {
  Invocation,
  Location,
  Notification,
  PhysicalLocation,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif';
import type { FaultRecord, Place, RuleSummary, Severity } from '../generated/types.ts';
import { forJson, forTerminal } from './escape.ts';
import { itemsOf, waivedText } from './items.ts';
import type { Item } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedRecords } from './waivers.ts';

/** GitHub takes no file with more results, and shows the first 5,000. */
const MOST_RESULTS = 25_000;

/** What is written first, and left out last. What ties is counted, not listed: GitHub would alert to it. */
const RANKS = ['error', 'warning', 'query', 'info', 'edge', 'waived', 'unproven'] as const;
type Rank = (typeof RANKS)[number];

/**
 * SARIF 2.1.0: what breaks as failures, what holds only on the edge for review, what could not be
 * proven as open; waived results are suppressed, not left out; faults are notifications of the run.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
export function sarifReporter(most: number = MOST_RESULTS): Reporter {
  const rules = new Map<string, { readonly index: number; readonly descriptor: ReportingDescriptor }>();
  const kept = new Map<Rank, string[]>(RANKS.map((rank) => [rank, []]));
  const counts = new Map<Rank, number>(RANKS.map((rank) => [rank, 0]));
  let total = 0;
  const know = (rule: RuleSummary): number => {
    const known = rules.get(rule.id);
    if (known) return known.index;
    rules.set(rule.id, { index: rules.size, descriptor: descriptorOf(rule) });
    return rules.size - 1;
  };
  const keep = (rank: Rank, write: () => string): void => {
    counts.set(rank, (counts.get(rank) ?? 0) + 1);
    const list = kept.get(rank) ?? [];
    if (total >= most) {
      // Whatever ranks lowest makes room; nothing does for more of the lowest itself.
      const lowest = RANKS.findLast((one) => (kept.get(one) ?? []).length > 0);
      if (lowest === undefined || RANKS.indexOf(lowest) <= RANKS.indexOf(rank)) return;
      kept.get(lowest)?.pop();
      total -= 1;
    }
    list.push(write());
    total += 1;
  };
  let version = '';
  return {
    extension: 'sarif',
    open: (tool, list) => {
      version = tool.version;
      list.forEach(know);
      return '';
    },
    filing: (audited) => {
      for (const item of itemsOf(audited)) {
        const rank = rankOf(item);
        if (rank === undefined) continue;
        const index = know({ id: item.rule, title: item.title, severity: item.severity, authority: '', why: '' });
        keep(rank, () => json(resultOf(item, index)));
      }
      return '';
    },
    close: (faults, summary) => {
      const left = RANKS.map((rank) => ({ rank, count: (counts.get(rank) ?? 0) - (kept.get(rank) ?? []).length }));
      const notes = [
        ...faults.map((fault) => notificationOf(fault, 'error')),
        ...lapsedRecords(summary).map((waiver) => notificationOf(waiver, 'warning')),
        ...cutNote(left, most),
      ];
      const driver = {
        name: 'tieout',
        semanticVersion: version,
        rules: [...rules.values()].map(({ descriptor }) => descriptor),
      };
      const invocation: Invocation = {
        executionSuccessful: faults.length === 0,
        toolExecutionNotifications: notes,
      };
      return [
        `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{`,
        `"tool":{"driver":${json(driver)}},`,
        `"columnKind":"utf16CodeUnits",`,
        `"invocations":[${json(invocation)}],`,
        `"properties":${json({ summary })},`,
        `"results":[\n${RANKS.flatMap((rank) => kept.get(rank) ?? []).join(',\n')}\n]}]}\n`,
      ].join('\n');
    },
  };
}

function json(value: unknown): string {
  return forJson(JSON.stringify(value));
}

function rankOf({ verdict, severity, waived }: Item): Rank | undefined {
  switch (verdict) {
    case 'exact':
    case 'rounding':
      return undefined;
    case 'unproven':
      return 'unproven';
    case 'edge':
      return waived ? 'waived' : 'edge';
    case 'breaks':
      return waived ? 'waived' : severity;
  }
}

function cutNote(left: readonly { readonly rank: Rank; readonly count: number }[], most: number): Notification[] {
  const cut = left.filter(({ count }) => count > 0);
  if (cut.length === 0) return [];
  const list = cut.map(({ rank, count }) => `${count} (${rank})`).join(', ');
  return [{ level: 'warning', message: plain(`Only ${most} results may stand in this file. Left out: ${list}.`) }];
}

/** The links and placeholders that SARIF reads in a message are taken as the characters they are. */
function plain(text: string): { text: string } {
  return {
    text: forTerminal(text)
      .replace(/[\\[\]]/g, '\\$&')
      .replace(/[{}]/g, '$&$&'),
  };
}

const LEVELS: Readonly<Record<Severity, ReportingConfiguration.level>> = {
  error: 'error',
  warning: 'warning',
  query: 'note',
  info: 'note',
};

function descriptorOf({ id, title, equation, authority, why, severity }: RuleSummary): ReportingDescriptor {
  const lines = [
    ...(equation === undefined ? [] : [`Rule: ${equation}.`]),
    ...(why === '' ? [] : [`Why: ${why}`]),
    ...(authority === '' ? [] : [`Authority: ${authority}.`]),
    'Next: compare each of the figures with its source. There is no tolerance to set: rounding explains what it can.',
  ];
  return {
    id: forTerminal(id),
    shortDescription: plain(title),
    fullDescription: plain(why === '' ? title : `${title}. ${why}`),
    help: plain(lines.join(' ')),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(item: Item, ruleIndex: number): Result {
  const name = [item.title, item.when].filter((part) => part !== '').join(', ');
  const likely = item.likely.map((text) => ` Likely: ${text}`).join('');
  const kinds = { breaks: 'fail', edge: 'review', unproven: 'open', exact: 'pass', rounding: 'pass' } as const;
  const kind = kinds[item.verdict];
  return {
    ruleId: forTerminal(item.rule),
    ruleIndex,
    kind,
    // The standard allows a level other than "none" to a failure alone.
    level: kind === 'fail' ? LEVELS[item.severity] : 'none',
    message: plain(`${name}: ${item.outcome}.${likely}`),
    locations: [
      {
        physicalLocation: physical(
          item.place,
          item.figures.find((figure) => samePlace(figure.place, item.place))?.printed,
        ),
      },
    ],
    ...(item.figures.length > 0 && {
      relatedLocations: item.figures.map((figure, index): Location => ({
        id: index + 1,
        physicalLocation: physical(figure.place, figure.printed),
        message: plain(`${figure.printed} ${figure.label}`),
      })),
    }),
    partialFingerprints: {
      // Under GitHub's own name too, so that it does not compute one from a line that may move.
      primaryLocationLineHash: `${fingerprint(item)}:1`,
      'tieoutFinding/v1': fingerprint(item),
    },
    ...(item.waived && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: forTerminal(waivedText(item.waived)) }],
    }),
    properties: {
      verdict: item.verdict,
      severity: item.severity,
      id: forTerminal(item.id),
      equation: forTerminal(item.equation),
    },
  };
}

/** The rule and the figure, not the line, which moves when the document is edited. */
function fingerprint({ id, place }: Item): string {
  return createHash('sha256').update(`${place.document}\n${id}`).digest('hex').slice(0, 32);
}

function samePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column;
}

function physical({ document, line, column }: Place, printed?: string): PhysicalLocation {
  // Between the parts of "$ 11,508" the page may have had more blanks than were kept.
  const end = printed === undefined || /\s/.test(printed) ? {} : { endColumn: column + printed.length };
  return {
    artifactLocation: { uri: uriOf(document) },
    region: {
      startLine: line,
      startColumn: column,
      ...end,
      ...(printed !== undefined && { snippet: { text: forTerminal(printed) } }),
    },
  };
}

/** A path as a reference in the sense of RFC 3986. */
function uriOf(path: string): string {
  const parts = path.toWellFormed().replaceAll('\\', '/').split('/');
  const encoded = parts.map((part) => encodeURIComponent(part)).join('/');
  if (encoded.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]%3A\//.test(encoded) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

function notificationOf(
  { code, message, place, excerpt, hint }: FaultRecord,
  level: 'error' | 'warning',
): Notification {
  const said = [
    message,
    ...(excerpt === undefined ? [] : [`Stands there: ${excerpt}`]),
    ...(hint === undefined ? [] : [`Next: ${hint}`]),
  ];
  return {
    level,
    descriptor: { id: forTerminal(code) },
    message: plain(said.join('. ')),
    ...(place && {
      locations: [{ physicalLocation: physical({ line: 1, column: 1, ...place }) }],
    }),
  };
}
