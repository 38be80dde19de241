/** The document as published, with every figure in place. */
import type { Audited } from '../../generated/types.ts';
import { showCaptured, showLoose } from './document-captured.ts';
import { showHtml } from './document-html.ts';
import { showText } from './document-text.ts';
import type { MarkFigure } from './figure-mark.ts';
import type { Mark } from './marks.ts';

/** Every figure is shown once: in the document, or in a list below it where its ink was not found. */
export function showDocument(audited: Audited, marks: ReadonlyMap<string, Mark>, markFigure: MarkFigure): string {
  const { document } = audited;
  switch (document?.kind) {
    case 'text': {
      const { html, lost } = showText(document.text, marks.values(), markFigure);
      return html + showLoose(LOST, lost, markFigure);
    }
    case 'html': {
      const { html, lost } = showHtml(document.text, marks.values(), markFigure);
      return html + showLoose(LOST, lost, markFigure);
    }
    case 'filing':
    case undefined:
      return showCaptured(audited, document?.text, marks, markFigure);
  }
}

const LOST = 'Figures not marked in the document: their ink was not found, or carries another mark';
