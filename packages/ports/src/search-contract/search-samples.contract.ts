import { expect } from 'vitest';
import type { IndexDocument, IndexEntry, SearchIndex, SearchQuery, WriteOutcome } from '../search-index.ts';

/** Makes an empty index; called once a test. */
export type SearchIndexFactory = () => Promise<SearchIndex>;

/** The date asked for where a case does not care. */
export const today = '2026-05-21';

/** An entry that holds what the case is about and the least besides. */
export function sample(
  documentId: string,
  given: Partial<IndexDocument> = {},
  { version = 1, eventId = `${documentId}@${version}` }: Partial<Omit<IndexEntry, 'document'>> = {},
): IndexEntry {
  const document: IndexDocument = {
    documentId,
    docClass: 'normative_document',
    department: 'll-hrss',
    publication: 'published',
    title: `标题${documentId}`,
    text: '',
    issuers: [],
    themes: [],
    hasInterpretation: false,
    citationKeys: [],
    citedKeys: [],
    validities: [{ validity: 'in_force' }],
    updatedAt: '2026-05-21T01:30:00.000Z',
    snapshot: {
      documentId,
      department: 'll-hrss',
      publication: { state: 'published' },
      textVersion: version,
      lifecycle: [],
      docClass: 'normative_document',
      title: given.title ?? `标题${documentId}`,
      disclosure: 'active',
    },
    ...given,
  };
  return { version, eventId, document };
}

/** Writes to the live generation and waits until the search shows it, for which an index has two seconds. */
export async function writeAndSettle(
  index: SearchIndex,
  entries: readonly IndexEntry[],
): Promise<readonly WriteOutcome[]> {
  const outcomes = await index.write(entries);
  const written = entries.filter((_, at) => outcomes[at]?.outcome === 'written');
  await expect.poll(() => isShown(index, written), { timeout: 2000, interval: 50 }).toBe(true);
  return outcomes;
}

/** An index that shows these entries. */
export async function indexOf(
  factory: SearchIndexFactory,
  entries: readonly IndexEntry[],
): Promise<SearchIndex> {
  const index = await factory();
  await writeAndSettle(index, entries);
  return index;
}

/** The ids that a query finds, in order. */
export async function found(index: SearchIndex, query: Partial<SearchQuery>): Promise<readonly string[]> {
  const { hits } = await index.search({ on: today, sort: 'relevance', limit: 100, ...query });
  return hits.map(({ document }) => document.documentId);
}

/** Every page of a query, in order. */
export async function allPages(
  index: SearchIndex,
  query: Partial<SearchQuery>,
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let cursor: string | undefined;
  do {
    const asked: SearchQuery = { on: today, sort: 'relevance', limit: 10, ...query };
    const { hits, next } = await index.search(cursor === undefined ? asked : { ...asked, cursor });
    pages.push(hits.map(({ document }) => document.documentId));
    cursor = next;
  } while (cursor !== undefined && pages.length < 100);
  return pages;
}

async function isShown(index: SearchIndex, written: readonly IndexEntry[]): Promise<boolean> {
  const { hits } = await index.search({ on: today, sort: 'publishedOn', limit: 100, includeWithdrawn: true });
  const versions = new Map(hits.map(({ document, version }) => [document.documentId, version]));
  return written.every(({ document, version }) => (versions.get(document.documentId) ?? 0) >= version);
}
