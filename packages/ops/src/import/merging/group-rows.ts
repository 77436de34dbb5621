import { createDisjointSets } from './disjoint-sets.ts';
import type { Identity } from './identify.ts';
import { areSimilar } from '@gongwen/domain';

/** Collects rows one by one and says at the end which are the same document. */
export interface RowGroups {
  add(identity: Identity): void;
  /** The rows of each document, both in order of their first row. Rows count from 0. */
  groups(): number[][];
  /** Of each document whose number another one has too, under an unlike title, at least one row. */
  sharedNumbers(): ReadonlySet<number>;
}

/** Holds keys and titles only, not the records. */
export function createRowGroups(): RowGroups {
  const documents = createDisjointSets();
  const rowOfKey = new Map<string, number>();
  const titlesOfNumber = new Map<string, Map<string, number>>();

  const joinNamesakes = (number: string, title: string, row: number) => {
    const titles = titlesOfNumber.get(number) ?? new Map<string, number>();
    titlesOfNumber.set(number, titles);
    const known = titles.get(title);
    if (known !== undefined) return documents.join(known, row);
    for (const [other, otherRow] of titles) if (areSimilar(other, title)) documents.join(otherRow, row);
    titles.set(title, row);
  };
  return {
    add({ keys, number, title }) {
      const row = documents.add();
      for (const key of keys) {
        const known = rowOfKey.get(key);
        if (known === undefined) rowOfKey.set(key, row);
        else documents.join(known, row);
      }
      if (number !== undefined) joinNamesakes(number, title, row);
    },
    groups: documents.sets,
    sharedNumbers() {
      const namesakes = [...titlesOfNumber.values()].map((titles) => [...titles.values()]);
      return new Set(namesakes.filter((rows) => new Set(rows.map(documents.rootOf)).size > 1).flat());
    },
  };
}
