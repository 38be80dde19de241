/** The programme that ships, as tools/build.ts froze it beside the code. */
import { readFileSync } from 'node:fs';
import { thawProgramme } from './frozen-programme.ts';
import type { CompiledRule } from './program.ts';

let thawed: readonly CompiledRule[] | undefined;

export function shippedProgramme(): readonly CompiledRule[] {
  thawed ??= thawProgramme(readFileSync(new URL('programme.jsonl', import.meta.url), 'utf8'));
  return thawed;
}
