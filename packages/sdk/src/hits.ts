import type { DocumentHit, DocumentList } from '@gongwen/schemas';
import { toQueryString } from './query-string.ts';
import type { Transport } from './transport.ts';

/** What hits can be filtered by and counted for. */
export type FacetName =
  'docClass' | 'issuer' | 'theme' | 'year' | 'validity' | 'officialForm' | 'level' | 'interpretation';

/** A search (docs/http.md). */
export interface ListQuery {
  /** Text. */
  readonly q?: string;
  /** 发文字号 in any spelling. */
  readonly number?: string;
  /** The year in the 发文字号. */
  readonly numberYear?: number;
  /** The 顺序号 in the 发文字号. */
  readonly numberSequence?: number;
  /** Of several values of one facet any may hold, of several facets all must. `interpretation` is `yes` or `no`. */
  readonly filter?: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly department?: string;
  /** Validity on this civil date (`YYYY-MM-DD`). Default today. */
  readonly at?: string;
  /** What is repealed, expired, lapsed or superseded on that date, too. Default false, unless `filter.validity` says more. */
  readonly includeEnded?: boolean;
  /** Tombstones, too. Default false. */
  readonly withdrawn?: boolean;
  /** Default `relevance`. */
  readonly sort?: 'relevance' | 'publishedOn' | 'issuedOn';
  /** Hits of one page, 1–100. Default 20. */
  readonly limit?: number;
  /** Each is counted over the hits of the query without the facet’s own filter. */
  readonly facets?: readonly FacetName[];
}

/** One page; `nextCursor` is absent on the last. */
export interface HitsPage extends DocumentList {
  readonly nextCursor?: string;
}

/** The hits of a search: iterate over all, take some, or page. */
export interface Hits extends AsyncIterable<DocumentHit> {
  /** The first page, or the one at a `nextCursor`; with the total and the facets. */
  page(cursor?: string): Promise<HitsPage>;
  /** The first `limit` hits. */
  toArray(options: { readonly limit: number }): Promise<DocumentHit[]>;
}

export function createHits(transport: Transport, query: ListQuery, signal: AbortSignal | undefined): Hits {
  const { filter = {}, facets, ...rest } = query;
  const filters = Object.entries(filter).map(([name, values]) => [`filter[${name}]`, values] as const);
  const parameters = { ...rest, ...Object.fromEntries(filters), facets: facets?.join(',') };

  const page = async (cursor?: string): Promise<HitsPage> => {
    const path = `/v1/documents${toQueryString({ ...parameters, cursor })}`;
    const list = (await transport({ method: 'GET', path, isPublic: true, signal })) as DocumentList; // the portal’s contract
    const nextCursor = cursorOf(list.links.next);
    return { ...list, ...(nextCursor !== undefined && { nextCursor }) };
  };
  async function* all(): AsyncGenerator<DocumentHit> {
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await page(cursor);
      yield* items;
      cursor = nextCursor;
    } while (cursor !== undefined);
  }
  return {
    page,
    [Symbol.asyncIterator]: all,
    async toArray({ limit }) {
      const found: DocumentHit[] = [];
      if (limit <= 0) return found;
      for await (const hit of all()) if (found.push(hit) >= limit) break;
      return found;
    },
  };
}

/** The link is an address, absolute or not; only its cursor counts, so that a proxy’s host name does not matter. */
function cursorOf(next: string | undefined): string | undefined {
  if (next === undefined) return undefined;
  return new URL(next, 'http://relative.invalid').searchParams.get('cursor') ?? undefined;
}
