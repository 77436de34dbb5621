import type { DatabaseSync } from 'node:sqlite';
import { highlight } from '../highlight.ts';
import { type PageEnd, cursorAfter, pageEndOf } from '../search-cursor.ts';
import { countedBy, indexedValidityOn, isFilteredBy } from '../search-facets.ts';
import type {
  FacetName,
  IndexDocument,
  IndexEntry,
  SearchHit,
  SearchQuery,
  SearchResult,
} from '../search-index.ts';
import { type SearchText, parseSearchText } from '../search-text.ts';
import { type Sql, hitsOf } from './search-hits.ts';
import type { GenerationTables } from './search-schema.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Answers a query within the caller’s transaction: all hits go to the temporary table once, from which come the total,
 * the facets and the page.
 */
export function searchTables(
  database: DatabaseSync,
  tables: GenerationTables,
  query: SearchQuery,
): SearchResult {
  const asked = query.text === undefined ? undefined : parseSearchText(query);
  const end = pageEndOf(query);
  collectHits(database, hitsOf(tables, query, asked));
  const rows = rowsAfter(database, tables, end, query.limit + 1);
  return {
    ...pageOf(rows, query, asked),
    total: Number(database.prepare('SELECT count(*) AS total FROM temp.hits').get()?.['total']),
    facets: Object.fromEntries(
      (query.facets ?? []).map((name) => [
        name,
        countsOf(database, tables, name, query.on, countedRows(tables, query, asked, name)),
      ]),
    ),
  };
}

/** The entry of a row with version, eventId and document. */
export function entryOf(row: Row): IndexEntry {
  const document = JSON.parse(String(row['document'])) as IndexDocument; // this index wrote it
  return { version: Number(row['version']), eventId: String(row['eventId']), document };
}

function collectHits(database: DatabaseSync, { sql, values }: Sql): void {
  database.exec('DELETE FROM temp.hits');
  database.prepare(`INSERT INTO temp.hits (row, documentId, rank) ${sql}`).run(...values);
}

/** In order, from the beginning or behind the end of the page before. */
function rowsAfter(
  database: DatabaseSync,
  { documents }: GenerationTables,
  end: PageEnd | undefined,
  limit: number,
): readonly Row[] {
  const isAfter = end === undefined ? '1' : '(rank < ? OR (rank = ? AND hits.documentId > ?))';
  const values = end === undefined ? [] : [end.rank, end.rank, end.documentId];
  return database
    .prepare(
      `SELECT rank, version, eventId, document FROM temp.hits JOIN ${documents} USING (row)
       WHERE ${isAfter} ORDER BY rank DESC, hits.documentId LIMIT ?`,
    )
    .all(...values, limit);
}

/** The rows that a facet counts: the hits, unless the facet itself has narrowed them. */
function countedRows(
  tables: GenerationTables,
  query: SearchQuery,
  asked: SearchText | undefined,
  name: FacetName,
): Sql {
  if (!isFilteredBy(query, name)) return { sql: 'temp.hits', values: [] };
  const { sql, values } = hitsOf(tables, countedBy(query, name), asked);
  return { sql: `(${sql})`, values };
}

function countsOf(
  database: DatabaseSync,
  tables: GenerationTables,
  name: FacetName,
  on: string,
  counted: Sql,
): Readonly<Record<string, number>> {
  const { sql, values } =
    name === 'validity'
      ? {
          sql: `SELECT validity AS value, count(*) AS count FROM ${counted.sql} JOIN ${tables.spans} USING (row) WHERE since <= ? AND until > ? GROUP BY value`,
          values: [on, on],
        }
      : {
          sql: `SELECT value, count(*) AS count FROM ${counted.sql} JOIN ${tables.facets} USING (row) WHERE name = ? GROUP BY value`,
          values: [name],
        };
  const rows = database.prepare(sql).all(...counted.values, ...values);
  return Object.fromEntries(rows.map(({ value, count }) => [String(value), Number(count)]));
}

function pageOf(
  rows: readonly Row[],
  query: SearchQuery,
  asked: SearchText | undefined,
): Pick<SearchResult, 'hits' | 'next'> {
  const hits = rows.slice(0, query.limit).map((row) => hitOf(row, query, asked));
  const rank = rows[hits.length - 1]?.['rank'];
  const last = hits.at(-1);
  if (last === undefined || rows.length === hits.length) return { hits };
  const end = { rank: typeof rank === 'number' ? rank : String(rank), documentId: last.document.documentId };
  return { hits, next: cursorAfter(query, end) };
}

function hitOf(row: Row, { on }: SearchQuery, asked: SearchText | undefined): SearchHit {
  const entry = entryOf(row);
  const validity = indexedValidityOn(entry.document, on);
  return { ...entry, validity, ...(asked && { highlights: highlight(entry.document, asked) }) };
}
