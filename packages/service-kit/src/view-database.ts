import { DatabaseSync } from 'node:sqlite';

/** The tables of a view; what they hold can always be folded from the log again. */
export function openViewDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS heads (
      document_id TEXT PRIMARY KEY, version INTEGER NOT NULL, event_id TEXT NOT NULL,
      number TEXT, head TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS heads_by_number ON heads (number) WHERE number IS NOT NULL;
    CREATE TABLE IF NOT EXISTS events (
      event_id TEXT PRIMARY KEY, document_id TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL,
      command_hash TEXT, time TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS events_by_document ON events (document_id, version);
    CREATE TABLE IF NOT EXISTS stages (
      event_id TEXT NOT NULL, stage TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL,
      remote_id TEXT, code TEXT, detail TEXT, PRIMARY KEY (event_id, stage, target)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS alarms (
      partition INTEGER NOT NULL, offset INTEGER NOT NULL, kind TEXT NOT NULL, document_id TEXT,
      PRIMARY KEY (partition, offset)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS positions (
      topic TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (topic, partition)
    ) WITHOUT ROWID;
  `);
  return database;
}
