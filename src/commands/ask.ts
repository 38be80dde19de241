/** Questions on a terminal. */
import { createInterface } from 'node:readline/promises';
import { usage } from './arguments.ts';

/** Asks a question and gives the answer. */
export type Ask = (question: string) => Promise<string>;

/**
 * Does work that may ask.
 * @param work is given nobody to ask where there is no terminal
 * @throws Fault when the questions are broken off
 */
export async function withQuestions<T>(work: (ask: Ask | undefined) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return work(undefined);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Line by line, so that answers that are pasted all at once are not lost.
  const lines = terminal[Symbol.asyncIterator]();
  try {
    return await work(async (question) => {
      terminal.setPrompt(question);
      terminal.prompt();
      const line = await lines.next();
      // Ctrl-D ends the questions; nothing has been written by then.
      return line.done
        ? usage('the questions were not answered to the end', 'nothing was written; run it again')
        : line.value;
    });
  } finally {
    terminal.close();
  }
}
