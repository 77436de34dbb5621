import { DatabaseSync } from 'node:sqlite';

/** Opens the log’s file. FULL: an acknowledged append is on disk, not only with the system. */
export function openLogDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS topics (
      name TEXT PRIMARY KEY, partitions INTEGER NOT NULL, cleanup TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ends (
      topic TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL, time INTEGER NOT NULL,
      PRIMARY KEY (topic, partition)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS records (
      topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
      key TEXT, value BLOB, headers TEXT NOT NULL, time INTEGER NOT NULL, compacted_key TEXT
    );
    CREATE INDEX IF NOT EXISTS records_to_compact ON records (topic, compacted_key) WHERE compacted_key IS NOT NULL;
    CREATE UNIQUE INDEX IF NOT EXISTS records_in_order ON records (topic, partition, offset);
    CREATE TABLE IF NOT EXISTS committed (
      topic TEXT NOT NULL, consumer_group TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL,
      PRIMARY KEY (topic, consumer_group, partition)
    ) WITHOUT ROWID;
  `);
  return database;
}
