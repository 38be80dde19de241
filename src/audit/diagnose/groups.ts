/** Broken equations that share a figure may have one cause; those that share none have several. */
import type { Judged } from '../verdicts.ts';

/** The equations in groups connected by figures, in the order in which they come. */
export function groupsOf(judged: readonly Judged[]): Judged[][] {
  const groups: { readonly figures: Set<string>; readonly members: Judged[] }[] = [];
  for (const one of judged) {
    const figures = new Set(one.terms.map((term) => term.figure.id));
    const joined = groups.filter((group) => [...figures].some((figure) => group.figures.has(figure)));
    const [home = { figures: new Set<string>(), members: [] }, ...others] = joined;
    if (joined.length === 0) groups.push(home);
    for (const part of [{ figures, members: [one] }, ...others]) {
      for (const figure of part.figures) home.figures.add(figure);
      for (const member of part.members) home.members.push(member);
    }
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups.map((group) => group.members);
}
