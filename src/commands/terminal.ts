/** The terminal: its colours, its width, and what is said beside a report. */
import { styleText } from 'node:util';
import type { Paint } from '../reporters/text.ts';
import type { Sink } from './output.ts';

/** How wide a report for people may be: narrower than usual on a narrow terminal alone. */
export function widthOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY && stream.columns > 0 ? Math.max(40, stream.columns) : undefined;
}

/** Colour only on a terminal that wants it (NO_COLOR, FORCE_COLOR, TERM=dumb). */
export function painter(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true });
}

/** Where annotations go beside a report. */
export const standardError: Sink = {
  write: (piece) => warn(typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')),
  finish: async () => undefined,
  discard: () => undefined,
};

/** Writes to the standard error. If that is closed too, there is nobody left to tell. */
export async function warn(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stderr.once('error', () => resolve());
    process.stderr.write(text, () => resolve());
  });
}
