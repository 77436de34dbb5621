import { createHash } from 'node:crypto';
import { InvalidCursorError, type SearchQuery, facetNames } from './search-index.ts';

/** Where a page ends: hits are ordered by `rank` descending, then by documentId ascending. */
export interface PageEnd {
  /** The score, or the date (`''` without one, so that it comes last). */
  readonly rank: number | string;
  readonly documentId: string;
}

/** An opaque cursor that only the same query takes back; limit and facets may change between pages. */
export function cursorAfter(query: SearchQuery, { rank, documentId }: PageEnd): string {
  return Buffer.from(JSON.stringify([hashOf(query), rank, documentId])).toString('base64url');
}

/**
 * Where the page before ended, `undefined` on the first page.
 *
 * @throws InvalidCursorError when the cursor was not made for this query
 */
export function pageEndOf(query: SearchQuery): PageEnd | undefined {
  if (query.cursor === undefined) return undefined;
  const parts = parse(query.cursor);
  const [hash, rank, documentId] = Array.isArray(parts) ? (parts as readonly unknown[]) : []; // checked next
  const rankType = ranksByScore(query) ? 'number' : 'string';
  if (hash !== hashOf(query) || typeof documentId !== 'string') throw invalid();
  if ((typeof rank !== 'number' && typeof rank !== 'string') || typeof rank !== rankType) throw invalid();
  return { rank, documentId };
}

/** Relevance needs a text to be relevant to. */
export function ranksByScore({ sort, text }: SearchQuery): boolean {
  return sort === 'relevance' && text !== undefined;
}

function hashOf(query: SearchQuery): string {
  const { text, number, numberYear, numberSequence, department, citing, citedAs, on, sort } = query;
  const { filters = {}, includeWithdrawn = false } = query;
  const values = facetNames.map((name) => filters[name] ?? []);
  // a list, since the order of an object’s fields is the caller’s
  const asked = [text, number, numberYear, numberSequence, values, department, citing, citedAs, on, sort];
  const hash = createHash('sha256').update(JSON.stringify([...asked, includeWithdrawn]));
  return hash.digest('base64url').slice(0, 16);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw invalid();
  }
}

function invalid(): InvalidCursorError {
  return new InvalidCursorError('The cursor was not made for this query; ask for the first page again.');
}
