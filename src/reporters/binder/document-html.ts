/**
 * A document in HTML as published, made anew: only boxes, tables and spans of classes that the page
 * itself knows, never an element, an attribute or a style of the document's own. So nothing of it
 * can run, load or send anything, and nothing can close the element that holds it.
 */
import { segmentsOf } from '../../documents/html.ts';
import { isTextMark } from '../../documents/html-scan.ts';
import type { Shown } from './document-text.ts';
import { VOID, walkTags } from '../../documents/html-tags.ts';
import type { Attributes, Tag } from '../../documents/html-tags.ts';
import { elementClasses, isHidden } from './document-style.ts';
import type { MarkFigure } from './figure-mark.ts';
import { inkEnd, inkStart } from './ink.ts';
import { documentText } from './markup.ts';
import type { Mark } from './marks.ts';

/** How far an end tag looks back for its start tag, so that hostile nesting stays linear. */
const MOST_LOOK_BACK = 200;
const MOST_OPEN = 250;
const MOST_TABLES = 10;
const MOST_SPAN = 1000;
/** About so much is laid out together; the browser passes over what is out of sight. */
const PART = 40_000;

interface Open {
  readonly name: string;
  readonly kind: 'box' | 'table' | 'row' | 'cell';
  readonly start: string;
  readonly end: string;
  readonly hidden: boolean;
  readonly pre: boolean;
}

const BLOCK = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote address center pre xmp section article header footer nav main ' +
    'aside figure figcaption form fieldset body html document text page'
  ).split(' '),
);
const ATTRIBUTES = new Set('style align valign bgcolor colspan rowspan width nowrap hidden size alt'.split(' '));

/** Where figures stand in the source, in its order; each is asked for once. */
interface Queue {
  readonly marks: readonly Placed[];
  at: number;
  /** Figures in sentences: their places count the line as shown, so that the ink stands some way behind. */
  readonly prose: readonly Placed[];
  proseAt: number;
  /** Those whose ink has not come yet. */
  pending: Placed[];
}

interface Placed {
  readonly mark: Mark;
  readonly offset: number;
}

export function showHtml(source: string, marks: Iterable<Mark>, markFigure: MarkFigure): Shown {
  const starts = lineStarts(source);
  const placed = [...marks]
    .map((mark) => {
      const { line, column } = mark.figure.place;
      return { mark, offset: (starts[line - 1] ?? Infinity) + column - 1 };
    })
    .toSorted((a, b) => a.offset - b.offset);
  const queue: Queue = {
    marks: placed.filter(({ mark }) => mark.figure.statement !== undefined),
    at: 0,
    prose: placed.filter(({ mark }) => mark.figure.statement === undefined),
    proseAt: 0,
    pending: [],
  };
  const lost: Mark[] = [];
  const parts = segmentsOf(source).map(({ start, end, holds, type }) => {
    const text = source.slice(start, end);
    switch (holds) {
      case 'nothing':
        return `<div class="note">${documentText(type ?? '')}: not shown</div>\n`;
      case 'text':
        return `<div class="pre">${markRun([{ text, start, end }], true, queue, markFigure, lost)}</div>\n`;
      case 'markup':
        return remake(text, start, queue, markFigure, lost);
    }
  });
  const left = [...queue.marks.slice(queue.at), ...queue.pending, ...queue.prose.slice(queue.proseAt)];
  lost.push(...left.map(({ mark }) => mark));
  return { html: `<div class="doc html">\n${parts.join('')}</div>\n`, lost };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** A piece of text with its extent in the source; a character reference is longer there than what it gives. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Text that no tag interrupts, with the figures in it marked.
 * @param typed whether its blanks count as typed: places there are those of the line as shown, without
 *   its tags and with its tabs expanded, so that the ink may stand some way behind
 */
function markRun(pieces: readonly Piece[], typed: boolean, queue: Queue, markFigure: MarkFigure, lost: Mark[]): string {
  const text = pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map((piece) => piece.text).join('');
  const end = pieces.at(-1)?.end ?? 0;
  const hits: Hit[] = [];
  let done = 0;
  let piece = 0;
  let base = 0;
  for (let next = queue.marks[queue.at]; next && next.offset < end; next = queue.marks[queue.at]) {
    queue.at += 1;
    while ((pieces[piece]?.end ?? Infinity) <= next.offset) {
      base += pieces[piece]?.text.length ?? 0;
      piece += 1;
    }
    const from = pieces[piece]?.start ?? end;
    const within = Math.min(next.offset - from, (pieces[piece]?.text.length ?? 1) - 1);
    const { printed } = next.mark.figure;
    const carried = within < 0;
    const at = typed
      ? inkBehind(text, Math.max(done, base + Math.max(0, within)), printed)
      : carried
        ? Math.max(done, text.search(/\S|$/u))
        : base + within;
    const stop = at < done ? at : inkEnd(text, at, printed);
    if (stop <= at) {
      if (next.offset > end - FARTHEST_CARRIED && isCarried(text.slice(at, at + LONGEST_SIGN), typed, carried)) {
        queue.at -= 1;
        break;
      }
      lost.push(next.mark);
      continue;
    }
    const start = inkStart(text, at, printed, done);
    hits.push({ mark: next.mark, start, stop });
    done = stop;
  }
  hits.push(...proseIn(text, pieces, hits, queue, lost));
  let html = '';
  done = 0;
  for (const { mark, start, stop } of hits.sort((a, b) => a.start - b.start)) {
    html += documentText(text.slice(done, start)) + markFigure(mark, text.slice(start, stop));
    done = stop;
  }
  return html + documentText(text.slice(done));
}

/** Ink in a run of text. */
interface Hit {
  readonly mark: Mark;
  readonly start: number;
  readonly stop: number;
}

/** More figures than these do not wait for their ink at once. */
const MOST_PENDING = 50;

/** The figures of sentences whose ink stands in a run of text, the first of each behind its place. */
function proseIn(text: string, pieces: readonly Piece[], taken: readonly Hit[], queue: Queue, lost: Mark[]): Hit[] {
  const end = pieces.at(-1)?.end ?? 0;
  for (let next = queue.prose[queue.proseAt]; next && next.offset < end; next = queue.prose[queue.proseAt]) {
    queue.proseAt += 1;
    queue.pending.push(next);
  }
  const hits: Hit[] = [];
  const waiting: Placed[] = [];
  let piece = 0;
  let base = 0;
  for (const placed of queue.pending) {
    const { mark, offset } = placed;
    while ((pieces[piece]?.end ?? Infinity) <= offset) {
      base += pieces[piece]?.text.length ?? 0;
      piece += 1;
    }
    const from = Math.max(hits.at(-1)?.stop ?? 0, base + offset - (pieces[piece]?.start ?? offset));
    const hit = inkOf(mark, text, from, taken);
    if (hit) hits.push(hit);
    else if (offset < end - FARTHEST_CARRIED) lost.push(mark);
    else waiting.push(placed);
  }
  lost.push(...waiting.splice(0, waiting.length - MOST_PENDING).map(({ mark }) => mark));
  queue.pending = waiting;
  return hits;
}

function inkOf(mark: Mark, text: string, from: number, taken: readonly Hit[]): Hit | undefined {
  const digits = /\d[\d,.]*/u.exec(mark.figure.printed)?.[0];
  if (digits === undefined) return undefined;
  const near = text.slice(0, from + FARTHEST_CARRIED);
  for (let at = near.indexOf(digits, from); at >= 0; at = near.indexOf(digits, at + 1)) {
    const stop = inkEnd(text, at, mark.figure.printed);
    const whole = !/[\d.,]/.test(text[at - 1] ?? '') && !/\d/.test(text[stop] ?? '');
    if (stop > at && whole && !taken.some((one) => at < one.stop && one.start < stop)) return { mark, start: at, stop };
  }
  return undefined;
}

/** How far in the source the number may stand from its parenthesis, across tags. */
const FARTHEST_CARRIED = 3000;
const LONGEST_SIGN = 400;

/**
 * Whether the ink may follow behind a tag: on a typed line that goes on, in the next cell where this one
 * holds nothing but the sign.
 */
function isCarried(rest: string, typed: boolean, carried: boolean): boolean {
  if (typed) return !rest.includes('\n');
  return carried ? rest.trim() === '' : /^\s*(?:\p{Sc}\s*)?[([-]?\s*$/u.test(rest);
}

/** How far behind its place ink of a typed line is looked for. */
const FARTHEST = 300;

/** Where a figure begins, at an offset or behind it on the line; the offset itself where it does not. */
function inkBehind(text: string, from: number, printed: string): number {
  for (let at = from; at < Math.min(text.length, from + FARTHEST) && text[at] !== '\n'; at += 1) {
    if (!/[\d.,]/.test(text[at - 1] ?? '') && inkEnd(text, at, printed) > at) return at;
  }
  return from;
}

function remake(source: string, base: number, queue: Queue, markFigure: MarkFigure, lost: Mark[]): string {
  const out: string[] = ['<div class="part">'];
  const open: Open[] = [];
  let size = 0;
  let tables = 0;
  let ignoredTables = 0;
  let run: Piece[] = [];

  const put = (html: string): void => {
    out.push(html);
    size += html.length;
  };
  const hidden = (): boolean => open.at(-1)?.hidden === true;

  function flush(): void {
    if (run.length === 0) return;
    const pieces = run;
    run = [];
    if (hidden()) return;
    const top = open.at(-1)?.kind;
    if (top === 'table' || top === 'row') {
      // Blanks between cells say nothing; words there would be thrown out of the table.
      if (pieces.every((piece) => /^\s*$/.test(piece.text))) return;
      if (top === 'table') push('tr', 'row', '<tr>', '</tr>');
      push('td', 'cell', '<td>', '</td>');
    }
    put(markRun(pieces, inText(), queue, markFigure, lost));
  }

  function push(tag: string, kind: Open['kind'], start: string, end: string, hide = false, pre = false): void {
    const above = open.at(-1);
    const unseen = hide || above?.hidden === true;
    open.push({
      name: tag,
      kind,
      start: unseen ? '' : start,
      end: unseen ? '' : end,
      hidden: unseen,
      pre: pre || (above?.pre === true && kind === 'box'),
    });
    if (kind === 'table') tables += 1;
    if (!unseen) put(start);
  }

  /** Closes what is open from a height on. */
  function closeTo(height: number): void {
    while (open.length > height) {
      const closed = open.pop();
      if (closed?.kind === 'table') tables -= 1;
      if (closed?.end) put(closed.end);
    }
  }

  /** The height of the innermost open element of a kind; -1 if there is none within the table. */
  function innermost(kind: Open['kind']): number {
    for (let at = open.length - 1; at >= 0; at -= 1) {
      if (open[at]?.kind === kind) return at;
      if (open[at]?.kind === 'table') return -1;
    }
    return -1;
  }

  function closeNamed(closed: string): void {
    const lowest = Math.max(0, open.length - MOST_LOOK_BACK);
    for (let at = open.length - 1; at >= lowest; at -= 1) {
      if (open[at]?.kind !== 'box') return;
      if (open[at]?.name === closed) return closeTo(at);
    }
  }

  /** Between blocks outside of tables the document may be parted, whatever wraps it all. */
  function part(): void {
    if (size < PART || tables > 0 || open.length > 20) return;
    size = 0;
    out.push(...open.map((one) => one.end).toReversed(), '</div>\n<div class="part">', ...open.map((one) => one.start));
  }

  /** Whether tags may be marks of a text exhibit: in `<pre>`, but not between the rows of a real table. */
  function inText(): boolean {
    return open.at(-1)?.pre === true;
  }

  /** A tag that is a mark of a text exhibit stands in it as its text. */
  function textMark({ name, start, end }: Tag): boolean {
    if (!inText() || !isTextMark(name, source, start)) return false;
    addText(source.slice(start, end), start, end);
    return true;
  }

  function openTag(opened: Tag): void {
    if (textMark(opened)) return;
    const { name, attributes } = opened;
    flush();
    if (name === 'br' || name === 'hr') {
      if (!hidden() && !between()) put(`<${name}>`);
      return;
    }
    if (name === 'img') {
      if (!hidden() && !between()) put('<span class="note">[image]</span>');
      return;
    }
    if (VOID.has(name)) return;
    const hide = isHidden(name, attributes);
    switch (name) {
      case 'table':
        return openTable(attributes, hide);
      case 'tr':
        return openRow(attributes, hide);
      case 'td':
      case 'th':
        return openCell(opened, hide, span(attributes, 'colspan') + span(attributes, 'rowspan'));
      case 'caption':
        openRow(attributes, hide);
        return openCell(opened, hide, '');
      case 'thead':
      case 'tbody':
      case 'tfoot': {
        const table = tableHeight();
        if (table >= 0) closeTo(table + 1);
        return;
      }
    }
    if (open.length >= MOST_OPEN || between()) return;
    const block = BLOCK.has(name);
    if (block) {
      if (open.at(-1)?.name === 'p' || name === 'p') closeNamed('p');
      part();
    }
    const classes = elementClasses(name, attributes);
    const tag = block ? 'div' : 'span';
    const empty = classes === '' && !block;
    push(
      name,
      'box',
      empty ? '' : `<${tag}${classes}>`,
      empty ? '' : `</${tag}>`,
      hide,
      name === 'pre' || name === 'xmp',
    );
  }

  /** Whether what comes now would stand in a table and in none of its cells. */
  function between(): boolean {
    const top = open.at(-1)?.kind;
    return top === 'table' || top === 'row';
  }

  function tableHeight(): number {
    for (let at = open.length - 1; at >= 0; at -= 1) if (open[at]?.kind === 'table') return at;
    return -1;
  }

  function openTable(attributes: Attributes, hide: boolean): void {
    if (tables >= MOST_TABLES || open.length >= MOST_OPEN) {
      ignoredTables += 1;
      return;
    }
    // A table inside a table but in none of its cells: the outer one was never closed.
    if (between()) closeTo(tableHeight());
    closeNamed('p');
    part();
    push('table', 'table', `<table${elementClasses('table', attributes)}>`, '</table>', hide);
  }

  function openRow(attributes: Attributes, hide: boolean): void {
    const table = tableHeight();
    if (table < 0) return;
    closeTo(table + 1);
    push('tr', 'row', `<tr${elementClasses('tr', attributes)}>`, '</tr>', hide);
  }

  function openCell({ name, attributes }: Tag, hide: boolean, spans: string): void {
    const table = tableHeight();
    if (table < 0) return;
    const row = innermost('row');
    closeTo(row < 0 ? table + 1 : row + 1);
    if (row < 0) push('tr', 'row', '<tr>', '</tr>');
    push(name, 'cell', `<td${spans}${elementClasses(name, attributes)}>`, '</td>', hide);
  }

  function span(attributes: Attributes, which: 'colspan' | 'rowspan'): string {
    const count = Number.parseInt(attributes[which] ?? '', 10);
    return count > 1 ? ` ${which}="${Math.min(count, MOST_SPAN)}"` : '';
  }

  function closeTag(tag: Tag): void {
    if (textMark(tag)) return;
    const closed = tag.name;
    flush();
    switch (closed) {
      case 'br':
        if (!hidden() && !between()) put('<br>');
        return;
      case 'table': {
        if (ignoredTables > 0) ignoredTables -= 1;
        else if (tableHeight() >= 0) closeTo(tableHeight());
        return;
      }
      case 'tr':
      case 'thead':
      case 'tbody':
      case 'tfoot':
      case 'caption': {
        const table = tableHeight();
        if (table >= 0) closeTo(table + 1);
        return;
      }
      case 'td':
      case 'th': {
        const cell = innermost('cell');
        if (cell >= 0) closeTo(cell);
        return;
      }
    }
    closeNamed(closed);
  }

  function addText(text: string, start: number, end: number): void {
    run.push({ text, start: base + start, end: base + end });
  }

  walkTags(source, ATTRIBUTES, { text: addText, open: openTag, close: closeTag });
  flush();
  closeTo(0);
  out.push('</div>\n');
  return out.join('');
}
