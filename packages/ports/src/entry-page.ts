import type { EntryPage, ListedEntry } from './search-index.ts';

export const maximumListed = 10_000;

/** A page out of one entry more than it may hold, by which it knows whether there is a next one. */
export function pageOf(found: readonly ListedEntry[], limit: number): EntryPage {
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return { entries, ...(last && found.length > limit && { next: last.documentId }) };
}
