/** From a file's bytes to a filing, by what the file holds. */
import { decode } from '../documents/decode.ts';
import type { VocabularyIndex } from '../concepts/vocabulary.ts';
import { excerptOfLine } from '../documents/excerpt.ts';
import { readText } from '../documents/text.ts';
import { fail, Fault } from '../fault.ts';
import type { Filing, Place, SourceDocument } from '../generated/types.ts';

export interface OpenedReport {
  /** What was read, for reports that show it. */
  readonly document: SourceDocument;
  readonly filing: Filing;
  readonly placeOf: (statement: number, row: number, column: number) => Place;
  /** Where to look for a cell in the file that was read, and the line that stands there. */
  readonly inkAt: (place: Place) => { readonly place: Place; readonly excerpt: string };
}

/**
 * Reads a report: a text exhibit, an HTML document or a filing in JSON, told apart by content.
 * @returns undefined for a JSON file found in a folder that is something else than a filing
 * @throws Fault when it is none of them, or holds no table of figures
 */
export async function openReport(
  bytes: Uint8Array,
  path: string,
  named: boolean,
  vocabulary: VocabularyIndex,
): Promise<OpenedReport | undefined> {
  const text = decode(bytes, path);
  switch (formatOf(text)) {
    case 'json': {
      if (!named && !/"tieout\/filing@1"/.test(text.slice(0, 10_000))) return undefined;
      const { readFilingJson } = await import('../documents/filing-json.ts');
      return { ...readFilingJson(text, path, vocabulary), document: { kind: 'filing', text } };
    }
    case 'html': {
      const [{ readHtml }, { readFiling }] = await Promise.all([
        import('../documents/html.ts'),
        import('../prose/claims.ts'),
      ]);
      const filing = inDocument(path, () => readFiling(readHtml(text), path, vocabulary));
      return document(filing, { kind: 'html', text }, path);
    }
    case 'text': {
      const { readFiling } = await import('../prose/claims.ts');
      const filing = inDocument(path, () => readFiling(readText(text), path, vocabulary));
      return document(filing, { kind: 'text', text }, path);
    }
  }
}

/** Readers know the text and not its name. */
function inDocument<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault && !error.record.place) throw new Fault({ ...error.record, place: { document: path } });
    throw error;
  }
}

function document(filing: Filing, source: SourceDocument, path: string): OpenedReport {
  const printed = filing.statements.some(({ rows }) => rows.some((row) => row.printed?.some((cell) => cell !== null)));
  if (!printed) {
    fail({
      code: 'no-figures',
      message: 'no table of figures was found in this document',
      place: { document: path },
      hint: 'is it the exhibit with the financial statements?',
    });
  }
  return {
    document: source,
    filing,
    placeOf: () => ({ document: path, line: 1, column: 1 }),
    inkAt: (place) => ({
      place,
      excerpt: excerptOfLine(source.text.split(/\r\n|[\r\n\f]/)[place.line - 1] ?? '', place.column - 1),
    }),
  };
}

function formatOf(text: string): 'json' | 'html' | 'text' {
  const head = text.slice(0, 20_000);
  if (/^\ufeff?\s*[{[]/.test(head)) return 'json';
  // A full submission may open with a document in text and have its exhibits in HTML.
  const marked = /<SEC-DOCUMENT>|<DOCUMENT>/i.test(head) ? text : head;
  return /<(?:html|body|div|p|font|td)\b[^>]*>/i.test(marked) ? 'html' : 'text';
}
