import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { judgeWrite } from '../judge-write.ts';
import { facetValuesOf } from '../search-facets.ts';
import type { IndexDocument, IndexEntry, WriteOutcome } from '../search-index.ts';
import { searchFieldsOf } from '../search-text.ts';
import { type GenerationTables, type KeyKind, noEnd } from './search-schema.ts';

/** Writes one entry within the caller’s transaction. */
export type WriteEntry = (entry: IndexEntry) => WriteOutcome;

interface Statements {
  readonly stored: StatementSync;
  readonly document: StatementSync;
  readonly words: StatementSync;
  readonly forgetFacets: StatementSync;
  readonly facet: StatementSync;
  readonly forgetSpans: StatementSync;
  readonly span: StatementSync;
  readonly forgetKeys: StatementSync;
  readonly key: StatementSync;
}

/** Prepares the statements once for a batch. */
export function writerFor(database: DatabaseSync, tables: GenerationTables): WriteEntry {
  const statements = prepare(database, tables);
  return (entry) => {
    const outcome = judgeWrite(entry, storedVersion(statements, entry));
    if (outcome.outcome === 'written') writeEntry(statements, entry);
    return outcome;
  };
}

function prepare(database: DatabaseSync, tables: GenerationTables): Statements {
  const { documents, facets, spans, keys, words } = tables;
  return {
    stored: database.prepare(`SELECT version, eventId FROM ${documents} WHERE documentId = ?`),
    // an update keeps the row, by which the other tables know the document
    document: database.prepare(`
      INSERT INTO ${documents} (documentId, version, eventId, publication, department, number, numberYear, numberSequence, publishedOn, issuedOn, document)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (documentId) DO UPDATE SET version = excluded.version, eventId = excluded.eventId,
        publication = excluded.publication, department = excluded.department, number = excluded.number,
        numberYear = excluded.numberYear, numberSequence = excluded.numberSequence, publishedOn = excluded.publishedOn,
        issuedOn = excluded.issuedOn, document = excluded.document
      RETURNING row`),
    words: database.prepare(
      `INSERT OR REPLACE INTO ${words} (rowid, title, characters, number, issuers, text) VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    forgetFacets: database.prepare(`DELETE FROM ${facets} WHERE row = ?`),
    facet: database.prepare(`INSERT INTO ${facets} (name, value, row) VALUES (?, ?, ?)`),
    forgetSpans: database.prepare(`DELETE FROM ${spans} WHERE row = ?`),
    span: database.prepare(`INSERT INTO ${spans} (row, since, until, validity) VALUES (?, ?, ?, ?)`),
    forgetKeys: database.prepare(`DELETE FROM ${keys} WHERE row = ?`),
    key: database.prepare(`INSERT OR IGNORE INTO ${keys} (kind, key, row) VALUES (?, ?, ?)`),
  };
}

function storedVersion({ stored }: Statements, { document }: IndexEntry) {
  const row = stored.get(document.documentId);
  return row && { version: Number(row['version']), eventId: String(row['eventId']) };
}

function writeEntry(statements: Statements, entry: IndexEntry): void {
  const { document } = entry;
  const row = writeDocument(statements, entry);
  const { title, characters, number, issuers, text } = searchFieldsOf(document);
  statements.words.run(row, title, characters, number, issuers, text);
  writeFacets(statements, row, document);
  statements.forgetSpans.run(row);
  for (const { from = '', until = noEnd, validity } of document.validities)
    statements.span.run(row, from, until, validity);
  statements.forgetKeys.run(row);
  writeKeys(statements, row, 'cited', document.citedKeys);
  writeKeys(statements, row, 'citation', document.citationKeys);
}

function writeDocument(statements: Statements, { version, eventId, document }: IndexEntry): number {
  const { documentId, publication, department, publishedOn = '', issuedOn = '' } = document;
  const { number = null, numberYear = null, numberSequence = null } = document;
  // prettier-ignore
  const written = statements.document.get(
    documentId, version, eventId, publication, department, number,
    numberYear, numberSequence, publishedOn, issuedOn, JSON.stringify(document),
  );
  return Number(written?.['row']);
}

function writeFacets(statements: Statements, row: number, document: IndexDocument): void {
  statements.forgetFacets.run(row);
  for (const [name, values] of Object.entries(facetValuesOf(document)))
    for (const value of values) statements.facet.run(name, value, row);
}

function writeKeys({ key }: Statements, row: number, kind: KeyKind, keys: readonly string[]): void {
  for (const each of keys) key.run(kind, each, row);
}
