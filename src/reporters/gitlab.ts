import { createHash } from 'node:crypto';
import type { FaultRecord, Severity } from '../generated/types.ts';
import { forJson, forTerminal } from './escape.ts';
import { itemsOf, waivedText } from './items.ts';
import type { Item } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedRecords } from './waivers.ts';

/** One entry of GitLab's code quality report. Source: docs.gitlab.com, Code Quality, report format. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** GitLab code quality: what breaks, holds only on the edge, or could not be proven; faults are blockers. */
export function gitlabReporter(): Reporter {
  let written = false;
  const entries = (issues: readonly Issue[]): string =>
    issues
      .map((issue) => {
        const text = `${written ? ',' : ''}\n${forJson(JSON.stringify(issue))}`;
        written = true;
        return text;
      })
      .join('');
  return {
    extension: 'gitlab.json',
    open: () => '[',
    filing: (audited) => entries(itemsOf(audited).flatMap(issueOf)),
    close: (faults, summary) =>
      `${entries([
        ...faults.map((fault) => recordIssue(fault, 'fault: ', 'blocker')),
        ...lapsedRecords(summary).map((waiver) => recordIssue(waiver, '', 'minor')),
      ])}\n]\n`,
  };
}

const SEVERITIES: Readonly<Record<Severity, Issue['severity']>> = {
  error: 'critical',
  warning: 'major',
  query: 'minor',
  info: 'info',
};

function issueOf(item: Item): Issue[] {
  if (item.verdict === 'exact' || item.verdict === 'rounding') return [];
  const name = [item.title, item.when].filter((part) => part !== '').join(', ');
  const waived = item.waived ? ` (${waivedText(item.waived)})` : '';
  const likely = item.likely.map((text) => `; likely: ${text}`).join('');
  const severity =
    item.waived || item.verdict === 'unproven' ? 'info' : item.verdict === 'edge' ? 'minor' : SEVERITIES[item.severity];
  return [
    made(
      `${item.verdict}${waived}: ${name}: ${item.outcome}${likely}`,
      item.rule,
      severity,
      item.place.document,
      item.place.line,
      item.id,
    ),
  ];
}

function recordIssue(
  { code, message, place, excerpt, hint }: FaultRecord,
  kind: string,
  severity: Issue['severity'],
): Issue {
  const said = [
    message,
    ...(excerpt === undefined ? [] : [`stands there: ${excerpt}`]),
    ...(hint === undefined ? [] : [`next: ${hint}`]),
  ];
  const path = place?.document ?? '';
  return made(
    `${kind}${said.join('; ')}`,
    code,
    severity,
    path,
    place?.line ?? 1,
    `${code} ${place?.line ?? ''} ${place?.column ?? ''} ${message}`,
  );
}

function made(
  description: string,
  rule: string,
  severity: Issue['severity'],
  path: string,
  begin: number,
  id: string,
): Issue {
  return {
    description: forTerminal(description),
    check_name: forTerminal(rule),
    fingerprint: createHash('sha256').update(`${path}\n${id}`).digest('hex'),
    severity,
    // GitLab finds a file only under its plain path.
    location: { path: forTerminal(path.replace(/^(?:\.\/)+/, '')), lines: { begin } },
  };
}
