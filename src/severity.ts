import type { Severity } from './generated/types.ts';

/** From most to least severe. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'query', 'info'];

/** Whether a severity is at or above a threshold. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** The least severe of some. */
export function lowest(severities: readonly Severity[]): Severity {
  return severities.reduce((low, one) => (atLeast(low, one) ? one : low), 'error');
}
