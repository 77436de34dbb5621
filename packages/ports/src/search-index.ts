import type { Document, DocClass, Validity } from '@gongwen/schemas';
import type { Synonyms } from './synonyms.ts';

/** How long one validity holds: `from` inclusive, `until` exclusive, absent = open. */
export interface IndexedValidity {
  readonly validity: Validity;
  readonly from?: string;
  readonly until?: string;
}

/** What is searched of a document. Text is normalised (NFKC, simplified) by the indexer. */
export interface IndexDocument {
  readonly documentId: string;
  readonly docClass: DocClass;
  readonly department: string;
  readonly publication: 'published' | 'withdrawn';
  readonly title: string;
  readonly text: string;
  /** Canonical 文号, see `parseDocumentNumber`. */
  readonly number?: string;
  /** Its 机关代字, year and 顺序号, as far as its form has them. */
  readonly agencyCode?: string;
  readonly numberYear?: number;
  readonly numberSequence?: number;
  readonly issuers: readonly string[];
  readonly themes: readonly string[];
  readonly officialForm?: string;
  readonly level?: string;
  readonly issuedOn?: string;
  readonly publishedOn?: string;
  readonly effectiveFrom?: string;
  /** Of 成文日期, else of 发布日期. */
  readonly year?: string;
  readonly hasInterpretation: boolean;
  /** What this document may be cited by, see `citationKeysOf`. */
  readonly citationKeys: readonly string[];
  /** What its relations and lifecycle decisions cite, see `citedKeysOf`. At most 5 000. */
  readonly citedKeys: readonly string[];
  /** Without gaps and in order; the first has no `from`, the last no `until`. */
  readonly validities: readonly IndexedValidity[];
  /** ISO instant of the event. */
  readonly updatedAt: string;
  /** The whole snapshot, stored and not searched. */
  readonly snapshot: Document;
}

export interface IndexEntry {
  readonly version: number;
  readonly eventId: string;
  readonly document: IndexDocument;
}

/** `repeat` = the same event again; `stale` = the index has this version from another event, or a higher one. */
export type WriteOutcome =
  | { readonly outcome: 'written' | 'repeat' | 'stale' }
  | { readonly outcome: 'rejected'; readonly reason: string };

export const facetNames = [
  'docClass',
  'issuer',
  'theme',
  'year',
  'validity',
  'officialForm',
  'level',
  'interpretation',
] as const;
export type FacetName = (typeof facetNames)[number];

export interface SearchQuery {
  /** All words must occur in title, number or text; a 文号 in any spelling finds its document first. */
  readonly text?: string;
  /** A word of the text that contains a name also finds its other names; words in quotes do not. Default none. */
  readonly synonyms?: Synonyms;
  /** Canonical 文号, exact. */
  readonly number?: string;
  /** The year in the 文号. */
  readonly numberYear?: number;
  /** The 顺序号 in the 文号. */
  readonly numberSequence?: number;
  /**
   * Values of one facet are alternatives, facets must all hold. `theme` also matches `A` for `A\B`; `interpretation` is
   * `yes` or `no`.
   */
  readonly filters?: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly department?: string;
  /** Documents that cite one of these keys, at most 1 000. None = no document. */
  readonly citing?: readonly string[];
  /** Documents that may be cited by one of these keys, at most 1 000. None = no document. */
  readonly citedAs?: readonly string[];
  /** The civil date on which `validity` is asked (filter, facet and hits). */
  readonly on: string;
  /** Tombstones too. Default false. */
  readonly includeWithdrawn?: boolean;
  /** `relevance` without a text is `publishedOn`. Newest first, ties by documentId. */
  readonly sort: 'relevance' | 'publishedOn' | 'issuedOn';
  /** 1–100. */
  readonly limit: number;
  /** From the page before; opaque. */
  readonly cursor?: string;
  /**
   * Facets to count. Each counts what the query would find without the facet’s own filter, so that a reader sees what
   * another value would add.
   */
  readonly facets?: readonly FacetName[];
}

export interface SearchHit {
  readonly version: number;
  readonly eventId: string;
  readonly document: IndexDocument;
  /** On the date asked for. */
  readonly validity: Validity;
  /** The words as published, as HTML, escaped, with `<mark>` around what matched; absent without a text. */
  readonly highlights?: { readonly title: string; readonly text: string };
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Exact. */
  readonly total: number;
  readonly facets: Partial<Readonly<Record<FacetName, Readonly<Record<string, number>>>>>;
  readonly next?: string;
}

export interface IndexStats {
  /** The generation that is live; none when a cluster has lost its alias and waits for a rebuild. */
  readonly live?: string;
  readonly generations: Readonly<Record<string, { readonly documents: number }>>;
}

/** Which entry a generation holds of a document. */
export interface ListedEntry {
  readonly documentId: string;
  readonly version: number;
  readonly eventId: string;
}

export interface EntryPage {
  readonly entries: readonly ListedEntry[];
  /** Pass it as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

export interface ListOptions {
  /** Default the live one. */
  readonly generation?: string;
  readonly after?: string;
  /** Default 9 999, which is the most. */
  readonly limit?: number;
}

/**
 * The search index: entries at external versions, in generations of which one is live.
 *
 * An implementer guarantees: a version is only replaced by a strictly higher one, whatever the order of writes;
 * tombstones are kept; a written entry is found by `get` at once and by `search` within 2 s; `promote` is atomic.
 * Not its job: what a document’s text is, retries, validity rules.
 */
export interface SearchIndex extends AsyncDisposable {
  /** One outcome an entry, in order. Throws only when the index as a whole cannot be written. */
  write(entries: readonly IndexEntry[], generation?: string): Promise<readonly WriteOutcome[]>;
  get(documentId: string): Promise<IndexEntry | undefined>;
  /** @throws QueryTooComplexError, InvalidCursorError */
  search(query: SearchQuery): Promise<SearchResult>;
  /**
   * Every entry of a generation, tombstones too, in order of documentId, with all that was written before the first page
   * was asked for: what rebuilds are proven by and stores compared by.
   */
  list(options?: ListOptions): Promise<EntryPage>;
  createGeneration(name: string): Promise<void>;
  /** Makes a generation live in one step; the one before it stays for a rollback. */
  promote(name: string): Promise<void>;
  /** Refuses to drop the live one. */
  dropGeneration(name: string): Promise<void>;
  stats(): Promise<IndexStats>;
}

/** The query has too many words or characters. */
export class QueryTooComplexError extends Error {
  override readonly name = 'QueryTooComplexError';
  readonly code = 'QUERY_TOO_COMPLEX';
}

/** The cursor was not made by this index for this query. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
  readonly code = 'PARAMETER_INVALID';
}
