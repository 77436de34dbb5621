import type { EntryPage, ListedEntry } from './search-index.ts';

/** One more than a page is asked for, and OpenSearch gives at most 10 000. */
export const maximumListed = 9_999;

/** A page out of one entry more than it may hold, by which it knows whether there is a next one. */
export function pageOf(found: readonly ListedEntry[], limit: number): EntryPage {
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return { entries, ...(last && found.length > limit && { next: last.documentId }) };
}
