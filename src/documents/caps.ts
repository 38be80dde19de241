/** How much of a document is read. Beyond it a document is no report, and is refused before it takes the memory. */
import { fail } from '../fault.ts';

/** A report of 10 MB has about 100,000 cells, most of them empty. */
export const MOST_CELLS = 150_000;
/** The largest reports show about 5,000. */
export const MOST_FIGURES = 40_000;
export const MOST_AMOUNTS = 20_000;
export const MOST_LINES = 1_000_000;

/** @throws Fault when so many cells are more than are read */
export function capCells(count: number): void {
  if (count > MOST_CELLS) tooLong(`the tables of this document have more than ${MOST_CELLS} cells`);
}

/** @throws Fault when so many figures are more than are read */
export function capFigures(count: number): void {
  if (count > MOST_FIGURES) tooLong(`the tables of this document show more than ${MOST_FIGURES} figures`);
}

/** @throws Fault when so many amounts in sentences are more than are read */
export function capAmounts(count: number): void {
  if (count > MOST_AMOUNTS) tooLong(`the sentences of this document name more than ${MOST_AMOUNTS} amounts`);
}

/** @throws Fault when so many lines are more than are read */
export function capLines(count: number): void {
  if (count > MOST_LINES) tooLong(`this document has more than ${MOST_LINES} lines`);
}

function tooLong(message: string): never {
  fail({
    code: 'too-long',
    message,
    hint: 'give the exhibits with the financial statements, each as a file of its own',
  });
}
