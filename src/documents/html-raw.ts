import type { Block } from './blocks.ts';
import type { InkLine } from './html-ink.ts';
import type { Weight } from './html-style.ts';

/** What stands in a cell or between tables: lines of text, and blocks that are read already. */
export type Item = InkLine | Block;

/** A table as marked up, before its spans are laid out on a grid. */
export interface RawTable {
  readonly rows: RawRow[];
}

export interface RawRow {
  readonly offset: number;
  readonly cells: RawCell[];
  /** Whether the row is drawn so low that it can only carry a line. */
  readonly thin: boolean;
  readonly hidden: boolean;
}

export interface RawCell {
  readonly offset: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly items: Item[];
  top: Weight | undefined;
  bottom: Weight | undefined;
}

/** A `colspan` of 0 or of a billion is a slip or an attack: nothing printed is wider than this. */
export const MAX_COLUMNS = 1000;
