import type { Rule, StatementKind } from '../generated/types.ts';

/** A total and the lines under it, where the total has a name of its own. */
export function footing(
  id: string,
  title: string,
  statement: StatementKind,
  total: string,
  authority: string,
  why: string,
  more: Pick<Rule, 'confirm'> = {},
): Rule {
  const lines = `lines(${total})`;
  return {
    id,
    title,
    statement,
    equation: `${lines} = ${total}`,
    authority,
    ...more,
    why,
    severity: 'error',
    tags: ['footing'],
    ties: { scale: 1000, figures: { [lines]: ['612', '88', '41'], [total]: '741' } },
    breaks: { scale: 1000, figures: { [lines]: ['612', '88', '41'], [total]: '714' } },
  };
}
