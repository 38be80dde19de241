/** The formats of reports, each by its name and how it is loaded: what is not asked for costs nothing. */
import type { Reporter } from '../reporters/reporter.ts';
import { textReporter } from '../reporters/text.ts';
import type { Paint } from '../reporters/text.ts';

/** Makes a report anew for each run. `paint` colours a report for people, which is at most so wide. */
type Load = (paint?: Paint, width?: number) => Promise<Reporter>;

const LOADERS = {
  text: async (paint, width) => textReporter(paint, width),
  json: async () => (await import('../reporters/json.ts')).jsonReporter,
  html: async () => (await import('../reporters/binder/binder.ts')).binderReporter(),
  markdown: async () => (await import('../reporters/markdown.ts')).markdownReporter(),
  sarif: async () => (await import('../reporters/sarif.ts')).sarifReporter(),
  junit: async () => (await import('../reporters/junit.ts')).junitReporter,
  github: async () => (await import('../reporters/github.ts')).githubReporter(),
  gitlab: async () => (await import('../reporters/gitlab.ts')).gitlabReporter(),
  workbook: async () => (await import('../reporters/workbook/workbook.ts')).workbookReporter(),
  csv: async () => (await import('../reporters/csv.ts')).csvReporter,
} as const satisfies Record<string, Load>;

export type Format = keyof typeof LOADERS;
export const FORMATS = Object.keys(LOADERS) as Format[];

export function loadReporter(format: Format, paint?: Paint, width?: number): Promise<Reporter> {
  const load: Load = LOADERS[format];
  return load(paint, width);
}
