/** A system of linear rows over boxes, as plain data, and which of its rows hang together. */

/** What a variable may be, ends included; no end where it is undefined. Never empty. */
export interface Box {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

/** `coefficient × variable`; the variable is an index into the boxes. */
export interface Entry {
  readonly variable: number;
  readonly coefficient: bigint;
}

/** The sum of the entries and the constant, against zero. Each variable at most once. */
export interface Row {
  readonly entries: readonly Entry[];
  readonly constant: bigint;
  readonly relation: '=' | '<=';
}

/** Everything is a whole number: the caller brings its amounts to a common power of ten. */
export interface System {
  readonly boxes: readonly Box[];
  readonly rows: readonly Row[];
}

/**
 * The rows in groups such that no two groups share a variable; each can be decided by itself.
 * @param chosen the rows to look at, by index
 */
export function connected(system: System, chosen: readonly number[]): number[][] {
  // Union-find: each variable points at another of its group, the first one at itself.
  const parent = new Map<number, number>();
  const rootOf = (variable: number): number => {
    let root = variable;
    for (let up = parent.get(root) ?? root; up !== root; up = parent.get(root) ?? root) root = up;
    for (let at = variable; at !== root;) {
      const up = parent.get(at) as number;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const row of chosen) {
    const [first, ...others] = (system.rows[row] as Row).entries;
    for (const { variable } of others) parent.set(rootOf(variable), rootOf((first as Entry).variable));
  }
  const groups = Map.groupBy(chosen, (row) => {
    const first = (system.rows[row] as Row).entries[0];
    // A row without a variable is a group by itself.
    return first ? rootOf(first.variable) : -1 - row;
  });
  return [...groups.values()];
}
