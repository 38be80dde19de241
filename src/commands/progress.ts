/** How far long work has come, on a terminal: a line that is written over, and taken away in the end. */
import { forTerminal } from '../reporters/escape.ts';

export interface Progress {
  /** @param done of `total` files; the next one is `name` */
  readonly show: (done: number, total: number, name: string) => void;
  readonly end: () => void;
}

/** Work that is over sooner shows nothing, and the line changes no more often than can be read. */
const FIRST_AFTER = 500;
const THEN_EVERY = 100;

const BAR = 20;

/** `[#####...............] 12 of 48  a/b.txt`, no wider than the terminal. */
export function barText(done: number, total: number, name: string, width: number): string {
  const full = total === 0 ? BAR : Math.floor((BAR * done) / total);
  const text = `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${done} of ${total}  ${forTerminal(name)}`;
  return text.slice(0, Math.max(0, width - 1));
}

/**
 * @param wanted false where a report is written to the same terminal meanwhile
 * @param now the clock, in milliseconds
 */
export function progressOn(
  stream: { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown },
  wanted: boolean,
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let last: number | undefined;
  return {
    show: (done, total, name) => {
      const time = now();
      if (!stream.isTTY || !wanted || time - start < FIRST_AFTER) return;
      if (last !== undefined && time - last < THEN_EVERY) return;
      last = time;
      stream.write(`\r\u001b[K${barText(done, total, name, stream.columns ?? 80)}`);
    },
    end: () => {
      if (last !== undefined) stream.write('\r\u001b[K');
      last = undefined;
    },
  };
}
