/** A stretch of an equation's text: 0-based offsets in UTF-16 units, the end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/**
 * What is wrong with an equation, in words for the person who wrote it. The message names the
 * 1-based column, so that it can be read without the span; the span is for editors and excerpts.
 */
export type Problem = { readonly message: string; readonly span: Span; readonly hint?: string };

/** The 1-based column at which a span starts. */
export function columnOf(span: Span): number {
  return span.start + 1;
}

/** A problem whose message starts with its column. */
export function problemAt(span: Span, what: string, hint?: string): Problem {
  const message = `column ${columnOf(span)}: ${what}`;
  return hint === undefined ? { message, span } : { message, span, hint };
}
