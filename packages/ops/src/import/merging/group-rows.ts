import type { Identity } from './identify.ts';
import { areSimilar } from './title-key.ts';

/** Collects rows one by one and says at the end which are the same document. */
export interface RowGroups {
  add(identity: Identity): void;
  /** The rows of each document, both in order of their first row. Rows count from 0. */
  groups(): number[][];
  /** Rows whose number another document has too, under an unlike title. */
  sharedNumbers(): ReadonlySet<number>;
}

/** Holds keys and titles only, a few hundred bytes a row. */
export function createRowGroups(): RowGroups {
  const parents: number[] = [];
  const rowOfKey = new Map<string, number>();
  const rowsOfNumber = new Map<string, { row: number; title: string }[]>();

  const rootOf = (row: number): number => {
    let root = row;
    for (let parent; (parent = parents[root] ?? root) !== root; root = parent) {
      parents[root] = parents[parent] ?? parent; // halves the way for the next search
    }
    return root;
  };
  const join = (one: number, other: number) => {
    const [first, second] = [rootOf(one), rootOf(other)].toSorted((a, b) => a - b);
    if (first !== undefined && second !== undefined) parents[second] = first;
  };

  return {
    add({ keys, number, title }) {
      const row = parents.length;
      parents.push(row);
      for (const key of keys) {
        const known = rowOfKey.get(key);
        if (known === undefined) rowOfKey.set(key, row);
        else join(known, row);
      }
      if (number === undefined) return;
      const namesakes = rowsOfNumber.get(number) ?? [];
      for (const other of namesakes) if (areSimilar(other.title, title)) join(other.row, row);
      rowsOfNumber.set(number, [...namesakes, { row, title }]);
    },
    groups() {
      const rows = new Map<number, number[]>();
      for (const row of parents.keys()) {
        const root = rootOf(row);
        const members = rows.get(root);
        if (members) members.push(row);
        else rows.set(root, [row]);
      }
      return [...rows.values()];
    },
    sharedNumbers() {
      const several = [...rowsOfNumber.values()].filter(
        (namesakes) => new Set(namesakes.map(({ row }) => rootOf(row))).size > 1,
      );
      return new Set(several.flatMap((namesakes) => namesakes.map(({ row }) => row)));
    },
  };
}
