/**
 * A compiled programme as text. The rules that ship are the same in every run; parsing and checking
 * their equations anew took longer than reading and checking a whole release.
 */
import { minusOne } from '../equations/index.ts';
import { Decimal } from '../figures/decimal.ts';
import type { CompiledRule } from './program.ts';

export function freezeProgramme(programme: readonly CompiledRule[]): string {
  return JSON.stringify(programme, (_, value: unknown) =>
    value instanceof Decimal ? { decimal: value.toString() } : value,
  );
}

/** What `freezeProgramme` wrote. Only that: the text is trusted like the code beside it. */
export function thawProgramme(text: string): readonly CompiledRule[] {
  const programme = JSON.parse(text) as CompiledRule[];
  for (const { equation, normal, figures, alone } of programme) thawIn([equation, normal, figures, alone]);
  return programme;
}

/** Puts decimals back in place of what was written for them. */
function thawIn(parent: unknown): void {
  const parts = parent as Record<string, unknown>;
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part !== 'object' || part === null) continue;
    if ('decimal' in part) parts[key] = decimalOf(part.decimal as string);
    else thawIn(part);
  }
}

/** One and minus one as the shared objects, which evaluation recognises. */
function decimalOf(text: string): Decimal {
  if (text === '1') return Decimal.one;
  if (text === '-1') return minusOne;
  return text === '0' ? Decimal.zero : Decimal.parse(text);
}
