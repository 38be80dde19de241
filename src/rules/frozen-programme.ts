/**
 * A compiled programme as text. The rules that ship are the same in every run; parsing and checking
 * their equations anew took longer than reading and checking a whole release.
 *
 * A line is a rule: what tells whether it applies to a page, a tab, and what it is judged with, which is
 * read only for a rule that does. Most reports show the figures of one rule in five.
 */
import { asciiJson } from '../ascii-json.ts';
import { minusOne } from '../equations/index.ts';
import { Decimal } from '../figures/decimal.ts';
import type { CompiledRule } from './program.ts';

/** What a rule is judged with. */
type Judged = Pick<CompiledRule, 'equation' | 'normal' | 'figures' | 'alone'>;

export function freezeProgramme(programme: readonly CompiledRule[]): string {
  return programme
    .map(({ rule, anchor, reading, equation, normal, figures, alone }) => {
      const judged: Judged = { equation, normal, figures, alone };
      return `${textOf({ rule, anchor, ...(reading && { reading }) })}\t${textOf(judged)}`;
    })
    .join('\n');
}

function textOf(value: unknown): string {
  return asciiJson(value, (_, part) => (part instanceof Decimal ? { decimal: part.toString() } : part));
}

/** What `freezeProgramme` wrote. Only that: the text is trusted like the code beside it. */
export function thawProgramme(text: string): readonly CompiledRule[] {
  return text.split('\n').map(thawRule);
}

function thawRule(line: string): CompiledRule {
  const tab = line.indexOf('\t');
  let thawed: Judged | undefined;
  const judged = (): Judged => {
    if (thawed === undefined) {
      thawed = JSON.parse(line.slice(tab + 1)) as Judged;
      thawIn(thawed);
    }
    return thawed;
  };
  return {
    ...(JSON.parse(line.slice(0, tab)) as Omit<CompiledRule, keyof Judged>),
    get equation() {
      return judged().equation;
    },
    get normal() {
      return judged().normal;
    },
    get figures() {
      return judged().figures;
    },
    get alone() {
      return judged().alone;
    },
  };
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
