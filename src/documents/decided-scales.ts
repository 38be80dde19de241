/** In what money and share counts of a statement stand: by its caption, its lines and its arithmetic. */
import { parsePrinted } from '../figures/printed.ts';
import type { PrintedAmount } from '../figures/printed.ts';
import type { Note, Row, Scale } from '../generated/types.ts';
import type { CaptionScale } from './scale.ts';
import { scalesByArithmetic } from './share-scale.ts';
import type { PerShareColumn } from './share-scale.ts';

const PER_SHARE = /^EarningsPerShare|PerBasicShare$|PerDilutedShare$|PerBasicAndDilutedShare$/;
const SHARES = /^WeightedAverageNumber/;
const INCOMES = new Set([
  'NetIncomeLossAvailableToCommonStockholdersBasic',
  'NetIncomeLoss',
  'ProfitLoss',
  'IncomeLossFromContinuingOperations',
]);

interface DecidedScales {
  readonly money?: Scale;
  readonly shares?: 1 | 1000 | 1000000;
}

/** In what money and share counts stand, and by what evidence; noted wherever it was a decision. */
export function decideScales(rows: readonly Row[], caption: CaptionScale | undefined, notes: Note[]): DecidedScales {
  const stated = { ...(caption && { money: caption.money }), ...(caption?.shares && { shares: caption.shares }) };
  const counts = rows.filter((row) => row.concept !== undefined && SHARES.test(row.concept));
  const open = counts.filter((row) => row.scale === undefined);
  const first = counts[0];
  if (!first || (caption && open.length === 0)) return stated;
  const at = first.at?.find((place) => place !== null) ?? `${first.line ?? 1}:1`;
  const proven = scalesByArithmetic(perShareColumns(rows, counts), caption ? [caption.money] : [1, 1000, 1000000]);
  if (!caption) {
    if (!proven || (proven.money === 1 && proven.shares === 1)) return {};
    notes.push({
      about: 'scale',
      text: `no caption states a scale; money is read in ${moneyInWords(proven.money)} and share counts in ${sharesInWords(proven.shares)}, because only so does income divided by shares give the per-share figures`,
      at,
    });
    return proven;
  }
  const says = `the caption "${caption.words}"`;
  if (proven) {
    if (proven.shares !== caption.shares) {
      notes.push({
        about: 'scale',
        text: `share counts are read in ${sharesInWords(proven.shares)}: ${says} leaves it open, and only so does income divided by shares give the per-share figures`,
        at,
      });
    }
    return proven;
  }
  if (caption.shares !== undefined) return stated;
  // No proof: seven printed digits are a count in full; "in $000s" speaks of dollars only.
  const longest = Math.max(...open.flatMap(amountsIn).map((amount) => amount?.magnitude.toFixed(0).length ?? 0));
  const shares =
    caption.moneyOnly || longest >= 7 || caption.money > 1_000_000 ? 1 : (caption.money as 1 | 1000 | 1000000);
  notes.push({
    about: 'scale',
    text: `share counts are read in ${sharesInWords(shares)}, judged by ${says} and their printed length; no per-share figure proves it`,
    at,
  });
  return { money: caption.money, shares };
}

function perShareColumns(rows: readonly Row[], counts: readonly Row[]): PerShareColumn[] {
  const perShares = rows.filter((row) => row.concept !== undefined && PER_SHARE.test(row.concept)).map(amountsIn);
  const incomes = rows.filter((row) => row.concept !== undefined && INCOMES.has(row.concept)).map(amountsIn);
  return counts.flatMap((row) =>
    amountsIn(row).flatMap((shares, column) =>
      perShares.flatMap((figures) => {
        const perShare = figures[column];
        if (!shares || !perShare) return [];
        return [
          {
            perShare,
            shares,
            ...(row.scale && { stated: row.scale }),
            incomes: incomes.flatMap((amounts) => amounts[column] ?? []),
          },
        ];
      }),
    ),
  );
}

function amountsIn(row: Row): (PrintedAmount | undefined)[] {
  return (row.printed ?? []).map((text) => (text === null ? undefined : amountIn(text)));
}

function amountIn(text: string): PrintedAmount | undefined {
  const parsed = parsePrinted(text);
  return parsed.ok && parsed.printed.kind === 'amount' ? parsed.printed : undefined;
}

function moneyInWords(scale: Scale): string {
  return { 1: 'single dollars', 1000: 'thousands', 1000000: 'millions' }[scale as number] ?? `units of ${scale}`;
}

function sharesInWords(scale: 1 | 1000 | 1000000): string {
  return scale === 1 ? 'single shares' : moneyInWords(scale);
}
