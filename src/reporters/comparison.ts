/** What changed between two drafts, for people. */
import type { Comparison, Pair } from '../audit/compare.ts';
import { Decimal } from '../figures/decimal.ts';
import { inWords } from '../figures/period.ts';
import type { Figure, Finding } from '../generated/types.ts';
import { showAmount } from './amounts.ts';
import { forTerminal } from './escape.ts';
import { countOf, fit, whenOf, wrap } from './words.ts';

/** @param names the two drafts, as they were named */
export function comparisonText(names: Pair<string>, { figures, findings }: Comparison): string {
  const { changed, appeared, vanished, unchanged } = figures;
  const sections = [
    [forTerminal(`${names.before} → ${names.after}`)],
    section('Figures that changed', changed.flatMap(changeLines)),
    section('Figures that appeared', appeared.map(figureLine)),
    section('Figures that vanished', vanished.map(figureLine)),
    section('New findings', findings.fresh.flatMap(findingLines)),
    section('Findings that are gone', findings.gone.flatMap(findingLines)),
    section('Findings that are still there', findings.unchanged.flatMap(findingLines)),
    [
      `${countOf(changed.length, 'figure')} changed, ${appeared.length} appeared, ${vanished.length} vanished, ${unchanged} unchanged; ` +
        `${countOf(findings.fresh.length, 'finding')} new, ${findings.gone.length} gone, ${findings.unchanged.length} still there, ` +
        `${countOf(findings.ties, 'check')} ${findings.ties === 1 ? 'ties' : 'tie'} in both`,
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

function changeLines({ before, after }: Pair<Figure>): string[] {
  const by = Decimal.parse(after.amount).minus(Decimal.parse(before.amount));
  const more = by.sign() === 0 ? 'the same amount' : `by ${showAmount(by.toString(), 1)}`;
  return [
    `    ${place(after)}  ${fit(nameOf(after), 56)}  ${forTerminal(`${before.printed} → ${after.printed}`)}  ${more}`,
  ];
}

function figureLine(figure: Figure): string {
  return `    ${place(figure)}  ${fit(nameOf(figure), 56)}  ${forTerminal(figure.printed)}`;
}

function findingLines(finding: Finding): string[] {
  const at = `${finding.place.line}:${finding.place.column}`.padEnd(7);
  return [
    `    ${at}  ${finding.verdict.padEnd(8)}  ${finding.rule}`,
    ...wrap([forTerminal(finding.title), whenOf(finding)].filter((part) => part !== '').join(', '), 6),
  ];
}

function nameOf({ label, period }: Figure): string {
  return period === undefined ? label : `${label}, ${inWords(period)}`;
}

function place(figure: Figure): string {
  return `${figure.place.line}:${figure.place.column}`.padEnd(7);
}
