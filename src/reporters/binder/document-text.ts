/** A text exhibit as published, line for line, with its figures marked in place. */
import { linesOf } from '../../documents/lines.ts';
import type { MarkFigure } from './figure-mark.ts';
import { inkEnd } from './ink.ts';
import { documentText } from './markup.ts';
import type { Mark } from './marks.ts';

/** A document as shown, and the figures whose ink was not found in it. */
export interface Shown {
  readonly html: string;
  readonly lost: readonly Mark[];
}

/** Lines that are laid out together; the browser passes over those that are out of sight. */
const LINES_TOGETHER = 50;

export function showText(text: string, marks: Iterable<Mark>, markFigure: MarkFigure): Shown {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const { line } = mark.figure.place;
    const list = byLine.get(line);
    if (list) list.push(mark);
    else byLine.set(line, [mark]);
  }
  const lines = linesOf(text);
  const lost: Mark[] = [];
  for (const [line, list] of byLine) if (line > lines.length) lost.push(...list);
  const parts: string[] = [];
  for (let first = 0; first < lines.length; first += LINES_TOGETHER) {
    const together = lines.slice(first, first + LINES_TOGETHER);
    const numbers = together.map((_, index) => first + index + 1).join('\n');
    const shown = together.map((line, index) => {
      const list = byLine.get(first + index + 1);
      return list ? markLine(line, list, markFigure, lost) : documentText(line);
    });
    parts.push(
      `<div class="lines"><div class="no" aria-hidden="true">${numbers}</div><div class="ink">${shown.join('\n')}</div></div>\n`,
    );
  }
  return { html: `<div class="doc text">\n${parts.join('')}</div>\n`, lost };
}

function markLine(line: string, marks: readonly Mark[], markFigure: MarkFigure, lost: Mark[]): string {
  let html = '';
  let done = 0;
  for (const mark of marks.toSorted((a, b) => a.figure.place.column - b.figure.place.column)) {
    const start = mark.figure.place.column - 1;
    const end = start < done ? start : inkEnd(line, start, mark.figure.printed);
    if (end === start) {
      lost.push(mark);
      continue;
    }
    html += documentText(line.slice(done, start)) + markFigure(mark, line.slice(start, end));
    done = end;
  }
  return html + documentText(line.slice(done));
}
