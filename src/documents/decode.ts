import { isUtf8 } from 'node:buffer';
import { fail } from '../fault.ts';

/** The most bytes of one document that are read. */
export const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Decodes a document. UTF-8 unless an HTML page itself declares one of the older Western sets.
 * @throws Fault on binary content and on bytes that are no UTF-8, with line and column
 */
export function decode(bytes: Uint8Array, document: string): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) {
    fail({
      code: 'utf-16',
      message: 'this file is saved as UTF-16, which some editors call "Unicode"',
      place: { document, line: 1, column: 1 },
      hint: 'save it as UTF-8',
    });
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    fail({
      code: 'binary-input',
      message: 'this is binary content, not a report: it holds a zero byte',
      place: { document, ...placeAt(bytes, zero) },
      excerpt: excerptAt(bytes, zero),
      hint: 'give the text or HTML of the report; a PDF or workbook has to be exported first',
    });
  }
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const declared = declaredCharset(bytes);
  if (declared !== undefined) return new TextDecoder(declared).decode(bytes);
  const wrong = firstInvalid(bytes);
  return fail({
    code: 'invalid-utf8',
    message: `this character is not saved as UTF-8 (byte ${hex(bytes[wrong] ?? 0)})`,
    place: { document, ...placeAt(bytes, wrong) },
    excerpt: excerptAt(bytes, wrong),
    hint: 'save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8',
  });
}

/** The character set that an HTML page declares in its first bytes, if it is an older Western one. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const name = /<(?:meta|\?xml)[^>]*(?:charset|encoding)=["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  return name !== undefined && /^(?:windows-1252|iso-8859-1|us-ascii|latin1)$/.test(name) ? 'windows-1252' : undefined;
}

/** Offset of the first byte that no UTF-8 sequence explains. */
function firstInvalid(bytes: Uint8Array): number {
  // A lossy decoding puts U+FFFD there; one that the document holds itself is the bytes EF BF BD.
  const text = new TextDecoder('utf-8').decode(bytes);
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf('\ufffd', from);
    if (at < 0) return Math.min(offset, bytes.length - 1);
    offset += encoder.encode(text.slice(from, at)).length;
    if (!(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) return offset;
    offset += 3;
    from = at + 1;
  }
}

function placeAt(bytes: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line += 1;
    start = at + 1;
  }
  const column = new TextDecoder('utf-8').decode(bytes.subarray(start, offset)).length + 1;
  return { line, column };
}

function excerptAt(bytes: Uint8Array, offset: number): string {
  const from = Math.max(bytes.lastIndexOf(10, Math.max(offset - 1, 0)) + 1, offset - 40);
  const end = bytes.indexOf(10, offset);
  const to = Math.min(end < 0 ? bytes.length : end, offset + 30);
  return [...bytes.subarray(from, to)]
    .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${hex(byte)}`))
    .join('');
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
