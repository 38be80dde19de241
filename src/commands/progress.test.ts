import { describe, expect, it } from 'vitest';
import { barText, progressOn } from './progress.ts';

/** A terminal that keeps what was written, and a clock that is set by hand. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  const clock = { time: 0 };
  return {
    written,
    clock,
    now: () => clock.time,
    stream: { isTTY, columns: 60, write: (text: string) => written.push(text) },
  };
}

describe('the progress of long work', () => {
  it.each([
    [0, 48, '[....................] 0 of 48  a.txt'],
    [12, 48, '[#####...............] 12 of 48  a.txt'],
    [48, 48, '[####################] 48 of 48  a.txt'],
  ])('of %i of %i files is %s', (done, total, text) => {
    expect(barText(done, total, 'a.txt', 80)).toBe(text);
  });

  it('is never wider than the terminal, and shows no escape sequence of a file name', () => {
    expect(barText(1, 2, '\u001b[31m'.repeat(20), 40)).toHaveLength(39);
    expect(barText(1, 2, '\u001b[31m', 80)).toContain('\\u{1b}[31m');
  });

  it('is shown after half a second, ten times a second at most, and is taken away', () => {
    const { written, clock, now, stream } = terminal(true);
    const progress = progressOn(stream, true, now);
    for (clock.time = 0; clock.time < 1_000; clock.time += 20) progress.show(clock.time / 20, 50, 'a.txt');
    progress.end();
    expect(written).toHaveLength(6);
    expect(written[0]).toBe(`\r\u001b[K[${'#'.repeat(10)}${'.'.repeat(10)}] 25 of 50  a.txt`);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it.each([
    ['where the standard error is no terminal', false, true],
    ['where a report is written to the terminal', true, false],
  ])('is not shown %s', (_, isTTY, wanted) => {
    const { written, clock, now, stream } = terminal(isTTY);
    const progress = progressOn(stream, wanted, now);
    clock.time = 10_000;
    progress.show(1, 2, 'a.txt');
    progress.end();
    expect(written).toEqual([]);
  });
});
