import { DatabaseSync } from 'node:sqlite';

/** Raised when the tables change: a file of another layout is folded anew. */
const layout = 5;
const tables = ['heads', 'citation_keys', 'events', 'stages', 'alarms', 'positions'];

/** The tables of a view; what they hold can always be folded from the log again. */
export function openViewDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found !== layout) dropTables(database);
  database.exec(`
    PRAGMA user_version = ${layout};
    CREATE TABLE IF NOT EXISTS heads (
      document_id TEXT PRIMARY KEY, version INTEGER NOT NULL, event_id TEXT NOT NULL,
      number TEXT, head TEXT NOT NULL, change INTEGER NOT NULL, acts INTEGER NOT NULL, due_on TEXT,
      citable TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS heads_by_number ON heads (number) WHERE number IS NOT NULL;
    CREATE INDEX IF NOT EXISTS heads_by_change ON heads (change);
    CREATE INDEX IF NOT EXISTS heads_that_act ON heads (document_id) WHERE acts = 1;
    CREATE INDEX IF NOT EXISTS heads_by_due_day ON heads (due_on) WHERE due_on IS NOT NULL;
    CREATE TABLE IF NOT EXISTS citation_keys (
      key TEXT NOT NULL, document_id TEXT NOT NULL, PRIMARY KEY (key, document_id)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS citation_keys_by_document ON citation_keys (document_id);
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
      topic TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL, digest TEXT NOT NULL,
      PRIMARY KEY (topic, partition)
    ) WITHOUT ROWID;
  `);
  return database;
}

/** Forgets everything that was folded. */
export function emptyTables(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  for (const table of tables) database.exec(`DELETE FROM ${table}`);
  database.exec('COMMIT');
}

/** Of a file that another version has made. */
function dropTables(database: DatabaseSync): void {
  for (const table of tables) database.exec(`DROP TABLE IF EXISTS ${table}`);
}
