/** Sets of numbers from 0 that only ever join. */
export interface DisjointSets {
  /** A new set of one member; returns the member. */
  add(): number;
  join(one: number, other: number): void;
  /** The first member of the set. */
  rootOf(member: number): number;
  /** All sets, members in order, sets in order of their first member. */
  sets(): number[][];
}

export function createDisjointSets(): DisjointSets {
  const parents: number[] = [];
  const rootOf = (member: number): number => {
    let root = member;
    for (let parent; (parent = parents[root] ?? root) !== root; root = parent) {
      parents[root] = parents[parent] ?? parent; // halves the way for the next search
    }
    return root;
  };
  return {
    add: () => parents.push(parents.length) - 1,
    join(one, other) {
      const [first, second] = [rootOf(one), rootOf(other)];
      parents[Math.max(first, second)] = Math.min(first, second);
    },
    rootOf,
    sets: () => [...Map.groupBy(parents.keys(), rootOf).values()],
  };
}
