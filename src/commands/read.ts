/** `tieout read`: a document's figures as a filing in JSON. */
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Filing } from '../generated/types.ts';
import { readBytes } from './inputs.ts';
import { openReport } from './open-report.ts';
import { fileSink, standardSink } from './output.ts';

/** @returns the exit code 0; whatever goes wrong is a fault */
export async function read(path: string, outputFile: string | undefined): Promise<0> {
  const opened = await openReport(readBytes(path), path, true, shippedVocabulary());
  const sink = outputFile === undefined ? standardSink() : fileSink(outputFile);
  if (opened) await sink.write(printFiling(opened.filing));
  await sink.finish();
  return 0;
}

/** A filing as text that is pleasant to read and to compare: one row of a statement on one line. */
export function printFiling(filing: Filing): string {
  const { statements, claims, notes, ...head } = filing;
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const list = statements.map((statement) => {
    const { columns, rows, ...rest } = statement;
    const parts = Object.entries(rest).map(([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    parts.push(`      "columns": [\n${columns.map((column) => `        ${spaced(column)}`).join(',\n')}\n      ]`);
    parts.push(`      "rows": [\n${rows.map((row) => `        ${spaced(row)}`).join(',\n')}\n      ]`);
    return `    {\n${parts.join(',\n')}\n    }`;
  });
  lines.push(`  "statements": [\n${list.join(',\n')}\n  ]`);
  if (claims) lines.push(`  "claims": [\n${claims.map((claim) => `    ${spaced(claim)}`).join(',\n')}\n  ]`);
  if (notes) lines.push(`  "notes": [\n${notes.map((note) => `    ${spaced(note)}`).join(',\n')}\n  ]`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** One line of JSON with a blank after each comma and colon outside of texts. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, part]) => `${JSON.stringify(key)}: ${spaced(part)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}
