import type { DatabaseSync } from 'node:sqlite';

/** Raised when the tables change in a way that a rebuild must follow. */
export const schemaVersion = 3;

/** A generation and the number in the names of its tables. */
export interface Generation {
  readonly id: number;
  readonly name: string;
  readonly live: boolean;
  /** By which version of the tables it was made. */
  readonly schema: number;
}

/** The tables of one generation; dropping it is dropping them. */
export interface GenerationTables {
  readonly documents: string;
  readonly facets: string;
  readonly spans: string;
  readonly keys: string;
  readonly words: string;
}

/** Whether a document cites by a key, or may be cited by it. */
export type KeyKind = 'cited' | 'citation';

/** What `until` is of a validity without an end: sorts after every date. */
export const noEnd = '~';

const firstGeneration = 'initial';

/** Opens the database so that several processes may use it, and makes its first generation. */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE hits (row INTEGER PRIMARY KEY, documentId TEXT NOT NULL, rank NOT NULL);
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS generations (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, live INTEGER NOT NULL, schema INTEGER NOT NULL DEFAULT 1);
  `);
  // files of the first version did not say so
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all('generations');
  if (!columns.some(({ name }) => name === 'schema'))
    database.exec('ALTER TABLE generations ADD COLUMN schema INTEGER NOT NULL DEFAULT 1');
  if (generationsOf(database).length === 0) {
    createTables(database, firstGeneration);
    promoteGeneration(database, firstGeneration);
  }
  database.exec('COMMIT');
}

/** Every generation, oldest first. */
export function generationsOf(database: DatabaseSync): readonly Generation[] {
  const rows = database.prepare('SELECT id, name, live, schema FROM generations ORDER BY id').all();
  return rows.map(({ id, name, live, schema }) => ({
    id: Number(id),
    name: String(name),
    live: live === 1,
    schema: Number(schema),
  }));
}

/** Makes `name` the one live generation. */
export function promoteGeneration(database: DatabaseSync, name: string): void {
  database.prepare('UPDATE generations SET live = (name = ?)').run(name);
}

/** The tables of a generation; the id is ours, so the names need no quoting. */
export function tablesOf({ id }: Pick<Generation, 'id'>): GenerationTables {
  return {
    documents: `documents_${id}`,
    facets: `facets_${id}`,
    spans: `spans_${id}`,
    keys: `keys_${id}`,
    words: `words_${id}`,
  };
}

/** Creates an empty generation. */
export function createTables(database: DatabaseSync, name: string): void {
  const created = database
    .prepare('INSERT INTO generations (name, live, schema) VALUES (?, 0, ?)')
    .run(name, schemaVersion);
  const { documents, facets, spans, keys, words } = tablesOf({ id: Number(created.lastInsertRowid) });
  database.exec(`
    CREATE TABLE ${documents} (
      row INTEGER PRIMARY KEY, documentId TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, eventId TEXT NOT NULL,
      publication TEXT NOT NULL, department TEXT NOT NULL, number TEXT, numberYear INTEGER, numberSequence INTEGER,
      publishedOn TEXT NOT NULL, issuedOn TEXT NOT NULL, document TEXT NOT NULL);
    CREATE INDEX ${documents}_number ON ${documents} (number);
    CREATE TABLE ${facets} (name TEXT, value TEXT, row INTEGER, PRIMARY KEY (name, value, row)) WITHOUT ROWID;
    CREATE INDEX ${facets}_row ON ${facets} (row);
    CREATE TABLE ${spans} (row INTEGER, since TEXT, until TEXT, validity TEXT);
    CREATE INDEX ${spans}_row ON ${spans} (row, since, until, validity);
    CREATE INDEX ${spans}_validity ON ${spans} (validity, since, until);
    CREATE TABLE ${keys} (kind TEXT, key TEXT, row INTEGER, PRIMARY KEY (kind, key, row)) WITHOUT ROWID;
    CREATE INDEX ${keys}_row ON ${keys} (row);
    CREATE VIRTUAL TABLE ${words} USING fts5 (
      title, characters, number, issuers, text, content = '', contentless_delete = 1, tokenize = 'ascii');
  `);
}

/** Removes a generation and all it holds. */
export function dropTables(database: DatabaseSync, generation: Generation): void {
  for (const table of Object.values(tablesOf(generation))) database.exec(`DROP TABLE ${table}`);
  database.prepare('DELETE FROM generations WHERE id = ?').run(generation.id);
}
