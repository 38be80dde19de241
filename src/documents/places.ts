/** From an offset in a text to its line, column and excerpt. */
import type { FaultPlace } from '../generated/types.ts';
import { excerptOfLine } from './excerpt.ts';

/** A place in a text that has lines. */
export type TextPlace = FaultPlace & { readonly line: number; readonly column: number };

export interface Places {
  /** @param offset counted from 0, in UTF-16 units */
  readonly placeOf: (offset: number) => TextPlace;
  readonly excerptOf: (offset: number) => string;
}

/** Finds places in one document's text; each in time logarithmic in the number of lines. */
export function placesIn(text: string, document: string): Places {
  const starts = lineStarts(text);
  return {
    placeOf: (offset) => {
      const line = lineOf(starts, offset);
      return { document, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    excerptOf: (offset) => {
      const line = lineOf(starts, offset);
      const start = starts[line] ?? 0;
      return excerptOfLine(text.slice(start, (starts[line + 1] ?? text.length + 1) - 1), offset - start);
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
