import type { Audited, FaultRecord, Finding } from '../generated/types.ts';
import { forCsv } from './escape.ts';
import { itemsOf, waivedText } from './items.ts';
import type { Item } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedRecords } from './waivers.ts';

const COLUMNS = [
  'kind',
  'source',
  'verdict',
  'severity',
  'waived',
  'rule',
  'title',
  'period',
  'basis',
  'equation',
  'computed',
  'stated',
  'gap',
  'room',
  'unit',
  'outcome',
  'likely',
  'document',
  'line',
  'column',
  'id',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | undefined>>;

/**
 * A row for each finding, conflict, note, rule that did not apply, and fault (RFC 4180, UTF-8
 * without a mark). Amounts are exact and in units, not in the scale of the page.
 */
export const csvReporter: Reporter = {
  extension: 'csv',
  open: () => `${COLUMNS.join(',')}\r\n`,
  filing: (audited) => rowsOf(audited).map(line).join(''),
  close: (faults, summary) =>
    [
      ...faults.map((fault) => recordRow('fault', fault)),
      ...lapsedRecords(summary).map((waiver) => recordRow('waiver', waiver)),
    ]
      .map(line)
      .join(''),
};

function line(row: Row): string {
  return `${COLUMNS.map((column) => forCsv(String(row[column] ?? ''))).join(',')}\r\n`;
}

function rowsOf(audited: Audited): Row[] {
  const findings = new Map(audited.findings.map((finding) => [finding.id, finding]));
  return [
    ...itemsOf(audited).map((item) => itemRow(item, findings.get(item.id), audited)),
    ...audited.notes.map(({ about, text, at }) => {
      const [number, column] = at?.split(':') ?? [];
      return { kind: 'note', source: audited.source, title: about, outcome: text, line: number, column };
    }),
    ...audited.notApplied.map(({ rule, reason }) => ({
      kind: 'not applied',
      source: audited.source,
      rule,
      outcome: reason,
    })),
  ];
}

function itemRow(item: Item, finding: Finding | undefined, audited: Audited): Row {
  return {
    kind: finding ? 'finding' : 'conflict',
    source: audited.source,
    verdict: item.verdict,
    severity: item.severity,
    waived: item.waived && waivedText(item.waived),
    rule: item.rule,
    title: item.title,
    period: finding?.period ?? finding?.column,
    basis: finding?.basis,
    equation: item.equation,
    computed: finding?.computed,
    stated: finding?.stated,
    gap: finding?.gap,
    room: finding?.room,
    unit: finding?.unit,
    outcome: item.outcome,
    likely: item.likely.join(' | '),
    ...item.place,
    id: item.id,
  };
}

function recordRow(kind: string, { code, message, place, excerpt, hint }: FaultRecord): Row {
  const said = [message, ...(excerpt === undefined ? [] : [`stands there: ${excerpt}`])].join('; ');
  return { kind, rule: code, outcome: said, likely: hint, ...place };
}
