/** The programme that ships. The build puts `shipped.built.ts` in this module's place. */
import { shippedVocabulary } from '../concepts/shipped.ts';
import { shippedRules } from './index.ts';
import { compileProgramme } from './program.ts';
import type { CompiledRule } from './program.ts';

let compiled: readonly CompiledRule[] | undefined;

/** The rules that ship, compiled on the first call. */
export function shippedProgramme(): readonly CompiledRule[] {
  compiled ??= compileProgramme(shippedRules, shippedVocabulary());
  return compiled;
}
