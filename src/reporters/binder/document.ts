/** The document as published, with every figure in place. */
import type { Audited } from '../../generated/types.ts';
import { showText } from './document-text.ts';
import type { MarkFigure } from './figure-mark.ts';
import type { Mark } from './marks.ts';

export function showDocument(audited: Audited, marks: ReadonlyMap<string, Mark>, markFigure: MarkFigure): string {
  const { document } = audited;
  const { html } = showText(document?.text ?? '', marks.values(), markFigure);
  return html;
}
