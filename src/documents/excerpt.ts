/** At most 100 characters of a line, around a column that is counted from 0. */
export function excerptOfLine(line: string, column: number): string {
  const from = line.length <= 100 ? 0 : Math.max(0, column - 60);
  return line.slice(from, from + 100).trim();
}
