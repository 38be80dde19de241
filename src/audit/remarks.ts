/**
 * What a reader should know of a label that says something else than the figure shows.
 */
import type { Note } from '../generated/types.ts';
import type { Ledger } from './ledger.ts';
import type { Judged } from './verdicts.ts';

const TO_COMMON = 'NetIncomeLossAvailableToCommonStockholdersBasic';

/**
 * A per-share line that says "net loss per share" where the figure is the loss to common
 * stockholders over the shares: tied to what it is, and said so (ASC 260-10-45).
 */
export function labelNotes(ledger: Ledger, judged: readonly Judged[]): Note[] {
  const notes = new Map<string, Note>();
  for (const one of judged) {
    const perShare = one.stated;
    if (perShare?.unit !== 'USD/shares' || !/\bnet (?:\(?loss\)?|income|earnings)/i.test(perShare.label)) continue;
    if (/\bcommon (?:stock|share)holders?\b|\battributable\b|\bavailable\b|\bapplicable\b/i.test(perShare.label))
      continue;
    const common = one.terms.find((term) => term.figure.concept?.name === TO_COMMON)?.figure;
    const shares = one.terms.find((term) => term.figure.unit === 'shares')?.figure;
    const net = ledger.statements[perShare.statement]?.rows.find((row) => row.concept?.name === 'NetIncomeLoss')
      ?.figures[perShare.column];
    if (!common || !shares || !net || net.value.equals(common.value) || notes.has(perShare.label)) continue;
    const other = shares.value.sign() === 0 ? '' : `, which would give ${net.value.quotientText(shares.value, 2)}`;
    notes.set(perShare.label, {
      about: 'label',
      text: `"${perShare.label}" says net income or loss, but the figure is checked against "${common.label}" (${common.printed}), not "${net.label}" (${net.printed})${other}; the label should say so`,
      at: `${perShare.place.line}:${perShare.place.column}`,
    });
  }
  return [...notes.values()];
}
