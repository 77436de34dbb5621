import { highlight } from '../highlight.ts';
import { cursorAfter } from '../search-cursor.ts';
import { indexedValidityOn } from '../search-facets.ts';
import type { SearchHit, SearchQuery, SearchResult } from '../search-index.ts';
import type { SearchText } from '../search-text.ts';
import { type StoredEntry, fromStored } from './stored-entry.ts';

/** What OpenSearch answers to a search. */
export interface SearchAnswer {
  readonly hits: { readonly total: { readonly value: number }; readonly hits: readonly FoundEntry[] };
  readonly aggregations?: Readonly<Record<string, { readonly values: { readonly buckets: Buckets } }>>;
}

interface FoundEntry {
  readonly _source: StoredEntry;
  readonly sort: readonly [number | string, string];
}

/** A list of a terms aggregation, an object of a filters aggregation. */
type Buckets =
  | readonly { readonly key: string; readonly doc_count: number }[]
  | Readonly<Record<string, { readonly doc_count: number }>>;

export function toSearchResult(
  answer: SearchAnswer,
  query: SearchQuery,
  asked: SearchText | undefined,
): SearchResult {
  const page = answer.hits.hits.slice(0, query.limit);
  const last = page.at(-1);
  const hasNext = last !== undefined && answer.hits.hits.length > page.length;
  return {
    hits: page.map(({ _source }) => toHit(_source, query, asked)),
    total: answer.hits.total.value,
    facets: Object.fromEntries(
      Object.entries(answer.aggregations ?? {}).map(([name, { values }]) => [name, countsOf(values.buckets)]),
    ),
    ...(hasNext && { next: cursorAfter(query, { rank: last.sort[0], documentId: last.sort[1] }) }),
  };
}

function toHit(stored: StoredEntry, { on }: SearchQuery, asked: SearchText | undefined): SearchHit {
  const entry = fromStored(stored);
  const validity = indexedValidityOn(entry.document, on);
  return { ...entry, validity, ...(asked && { highlights: highlight(entry.document, asked) }) };
}

function countsOf(buckets: Buckets): Readonly<Record<string, number>> {
  const counts = Array.isArray(buckets)
    ? buckets.map(({ key, doc_count: count }) => [String(key), Number(count)] as const)
    : Object.entries(buckets).map(([key, { doc_count: count }]) => [key, Number(count)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
