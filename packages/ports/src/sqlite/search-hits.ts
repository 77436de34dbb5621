import type { SQLInputValue } from 'node:sqlite';
import { ranksByScore } from '../search-cursor.ts';
import { type FacetName, type SearchQuery, facetNames } from '../search-index.ts';
import type { SearchText, TokenSequence, Wording } from '../search-text.ts';
import type { GenerationTables, KeyKind } from './search-schema.ts';

/** A piece of SQL and the values of its placeholders, in order. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Higher than any bm25. */
const numberScore = 1e9;

/** Selects row, documentId and rank of every hit of a query. */
export function hitsOf(tables: GenerationTables, query: SearchQuery, asked: SearchText | undefined): Sql {
  const matched = asked === undefined ? plain('') : matchedBy(tables, asked);
  const date = query.sort === 'issuedOn' ? 'issuedOn' : 'publishedOn';
  const rank = ranksByScore(query) ? 'score' : date;
  const conditions = conditionsOf(tables, query);
  return {
    sql: `SELECT d.row, d.documentId, ${rank} FROM ${tables.documents} d ${matched.sql}
          WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    values: [...matched.values, ...conditions.flatMap(({ values }) => values)],
  };
}

/** Rows with what the text asks for, joined so that each has its score. */
function matchedBy({ documents, words }: GenerationTables, { parts, number }: SearchText): Sql {
  const match = parts.map(anyOf).join(' AND ');
  const scored = `SELECT rowid AS row, -bm25(${words}, 4, 4, 4, 2, 1) AS score FROM ${words} WHERE ${words} MATCH ?`;
  if (number === undefined) {
    const found =
      parts.length > 0
        ? { sql: scored, values: [match] }
        : plain(`SELECT row, 0 AS score FROM ${documents} WHERE 0`);
    return { sql: `JOIN (${found.sql}) m ON m.row = d.row`, values: found.values };
  }
  const numbered = `SELECT row, ${numberScore} FROM ${documents} WHERE number = ?`;
  const both = `SELECT row, max(score) AS score FROM (${scored} UNION ALL ${numbered}) GROUP BY row`;
  return { sql: `JOIN (${both}) m ON m.row = d.row`, values: [match, number] };
}

function anyOf(wordings: readonly Wording[]): string {
  return `(${wordings.map((wording) => `(${wording.map(adjacent).join(' AND ')})`).join(' OR ')})`;
}

/** Tokens are letters and digits only, so nothing of a query can be FTS5 syntax. */
function adjacent(sequence: TokenSequence): string {
  return `"${sequence.join(' ')}"`;
}

function conditionsOf(tables: GenerationTables, query: SearchQuery): readonly Sql[] {
  const { number, numberYear, numberSequence, department, citing, citedAs, on } = query;
  const { includeWithdrawn = false, filters = {} } = query;
  const facets = facetNames.map((name) => facetCondition(tables, name, filters[name] ?? [], on));
  return [
    includeWithdrawn ? plain('1') : plain(`publication = 'published'`),
    equal('number', number),
    equal('numberYear', numberYear),
    equal('numberSequence', numberSequence),
    equal('department', department),
    keyCondition(tables, 'cited', citing),
    keyCondition(tables, 'citation', citedAs),
    ...facets,
  ];
}

function keyCondition({ keys }: GenerationTables, kind: KeyKind, wanted?: readonly string[]): Sql {
  if (wanted === undefined) return plain('1');
  // one placeholder, whatever the number of keys
  const sql = `d.row IN (SELECT row FROM ${keys} WHERE kind = ? AND key IN (SELECT value FROM json_each(?)))`;
  return { sql, values: [kind, JSON.stringify(wanted)] };
}

function equal(column: string, value: string | number | undefined): Sql {
  return value === undefined ? plain('1') : { sql: `d.${column} = ?`, values: [value] };
}

function facetCondition(
  tables: GenerationTables,
  name: FacetName,
  wanted: readonly string[],
  on: string,
): Sql {
  if (wanted.length === 0) return plain('1');
  const list = wanted.map(() => '?').join(', ');
  if (name === 'validity')
    return {
      sql: `d.row IN (SELECT row FROM ${tables.spans} WHERE validity IN (${list}) AND since <= ? AND until > ?)`,
      values: [...wanted, on, on],
    };
  return {
    sql: `d.row IN (SELECT row FROM ${tables.facets} WHERE name = ? AND value IN (${list}))`,
    values: [name, ...wanted],
  };
}

function plain(sql: string): Sql {
  return { sql, values: [] };
}
