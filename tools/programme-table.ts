/** How often each rule of the programme spoke of published filings, and what it said. */
import type { Audited, Rule, Verdict } from '../src/generated/types.ts';

const VERDICTS: readonly Verdict[] = ['exact', 'rounding', 'edge', 'breaks', 'unproven'];

/**
 * The page, a row a rule.
 * @param audits one for each filing
 * @param others rules that are not of the programme, such as the footings that pages show by themselves
 */
export function programmeTable(
  audits: readonly Audited[],
  rules: readonly Rule[],
  others: readonly string[],
): readonly string[] {
  const rows = [...rules.map((rule) => rule.id), ...others].map((id) => {
    const own = audits.map((one) => one.findings.filter((finding) => finding.rule === id));
    const counts = VERDICTS.map((verdict) => own.flat().filter((finding) => finding.verdict === verdict).length);
    return { id, documents: own.filter((findings) => findings.length > 0).length, counts };
  });
  const bound = rows.slice(0, rules.length).filter((row) => row.documents > 0).length;
  return [
    '# The programme on published filings',
    '',
    `Made by \`npm run accuracy -- --programme\` over ${audits.length} published filings that are not part of this repository:`,
    `${bound} of ${rules.length} rules found their figures in at least one of them.`,
    '',
    `| rule | filings | ${VERDICTS.join(' | ')} |`,
    `| --- | --: | ${VERDICTS.map(() => '--:').join(' | ')} |`,
    ...rows.map(({ id, documents, counts }) => `| ${id} | ${documents} | ${counts.join(' | ')} |`),
    '',
  ];
}
