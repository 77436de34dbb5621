import { DatabaseSync } from 'node:sqlite';
import { maximumListed, pageOf } from '../entry-page.ts';
import type {
  IndexEntry,
  IndexStats,
  SearchIndex,
  SearchQuery,
  SearchResult,
  WriteOutcome,
  EntryPage,
  ListOptions,
  ListedEntry,
} from '../search-index.ts';
import { entryOf, searchTables } from './search-query.ts';
import {
  type Generation,
  createTables,
  dropTables,
  generationsOf,
  prepareDatabase,
  promoteGeneration,
  schemaVersion,
  tablesOf,
} from './search-schema.ts';
import { writerFor } from './search-write.ts';

/** Where the SQLite search index lives. */
export interface SqliteSearchIndexOptions {
  /** The database file; made when missing, shared by any number of processes. */
  readonly path: string;
  /** Opens it also when its live generation has tables of another version, to be rebuilt. Default false. */
  readonly toRebuild?: boolean;
}

/** How long a write waits for another process’s, in milliseconds. */
const lockTimeout = 5000;

/**
 * A search index in one SQLite file, for a city department’s machine without OpenSearch.
 *
 * @throws Error when another version of Gongwen has made its live generation
 */
export function createSqliteSearchIndex({ path, toRebuild = false }: SqliteSearchIndexOptions): SearchIndex {
  const database = new DatabaseSync(path, { timeout: lockTimeout });
  prepareDatabase(database);
  const { schema = schemaVersion } = generationsOf(database).find(({ live }) => live) ?? {};
  if (schema !== schemaVersion && !toRebuild) {
    database.close();
    throw new Error(
      `${path} 的结构版本为 ${schema}，应为 ${schemaVersion}：请运行 gongwen rebuild / has tables of version ${schema}, expected ${schemaVersion}: run gongwen rebuild`,
    );
  }
  return new SqliteSearchIndex(database);
}

class SqliteSearchIndex implements SearchIndex {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async write(entries: readonly IndexEntry[], generation?: string): Promise<readonly WriteOutcome[]> {
    return this.#transaction('IMMEDIATE', () => {
      const target = generation === undefined ? this.#live() : this.#generation(generation);
      return entries.map(writerFor(this.#database, tablesOf(target)));
    });
  }

  async get(documentId: string): Promise<IndexEntry | undefined> {
    return this.#transaction('DEFERRED', () => {
      const { documents } = tablesOf(this.#live());
      const row = this.#database
        .prepare(`SELECT version, eventId, document FROM ${documents} WHERE documentId = ?`)
        .get(documentId);
      return row && entryOf(row);
    });
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    return this.#transaction('DEFERRED', () => searchTables(this.#database, tablesOf(this.#live()), query));
  }

  async list({ generation, after = '', limit = maximumListed }: ListOptions = {}): Promise<EntryPage> {
    return this.#transaction('DEFERRED', () => {
      const target = generation === undefined ? this.#live() : this.#generation(generation);
      const rows = this.#database
        .prepare(
          `SELECT documentId, version, eventId FROM ${tablesOf(target).documents} WHERE documentId > ? ORDER BY documentId LIMIT ?`,
        )
        .all(after, limit + 1);
      return pageOf(rows.map(toListedEntry), limit);
    });
  }

  async createGeneration(name: string): Promise<void> {
    this.#transaction('IMMEDIATE', () => {
      if (this.#generations().some((each) => each.name === name))
        throw new Error(`The generation ${name} exists already`);
      createTables(this.#database, name);
    });
  }

  async promote(name: string): Promise<void> {
    this.#transaction('IMMEDIATE', () => {
      promoteGeneration(this.#database, this.#generation(name).name);
    });
  }

  async dropGeneration(name: string): Promise<void> {
    this.#transaction('IMMEDIATE', () => {
      const generation = this.#generation(name);
      if (generation.live) throw new Error(`The generation ${name} is live and cannot be dropped`);
      dropTables(this.#database, generation);
    });
  }

  async stats(): Promise<IndexStats> {
    return this.#transaction('DEFERRED', () => {
      const counted = this.#generations().map(
        (generation) => [generation.name, { documents: this.#count(generation) }] as const,
      );
      return { live: this.#live().name, generations: Object.fromEntries(counted) };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  #generations(): readonly Generation[] {
    return generationsOf(this.#database);
  }

  #generation(name: string): Generation {
    const generation = this.#generations().find((each) => each.name === name);
    if (generation === undefined) throw new Error(`There is no generation ${name}`);
    return generation;
  }

  #live(): Generation {
    const live = this.#generations().find((each) => each.live);
    if (live === undefined) throw new Error('No generation is live: the index file is damaged');
    return live;
  }

  #count(generation: Generation): number {
    const { documents } = tablesOf(generation);
    return Number(this.#database.prepare(`SELECT count(*) AS count FROM ${documents}`).get()?.['count']);
  }

  #transaction<T>(kind: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
    this.#database.exec(`BEGIN ${kind}`);
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors, such as a full disk
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

function toListedEntry(row: Readonly<Record<string, unknown>>): ListedEntry {
  return {
    documentId: String(row['documentId']),
    version: Number(row['version']),
    eventId: String(row['eventId']),
  };
}
