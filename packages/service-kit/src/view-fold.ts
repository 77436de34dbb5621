import type { DatabaseSync } from 'node:sqlite';
import {
  type DocumentHead,
  admit,
  answeredBy,
  citationKeysOf,
  evolve,
  interpretationsOf,
  interpretedDocuments,
  nextDueDay,
  targetsOf,
} from '@gongwen/domain';
import { type LogRecord, topics } from '@gongwen/ports';
import { type Document, type DocumentEvent, type StageReceipt, isStageReceipt } from '@gongwen/schemas';
import { decodeEvent } from './decode-event.ts';
import { digestOf } from './view-continuity.ts';

/** Folds batches of records into the view’s tables, each batch and its positions in one transaction. */
export function createViewFold(database: DatabaseSync): (batch: readonly LogRecord[]) => void {
  const readHead = database.prepare('SELECT head FROM heads WHERE document_id = ?');
  const writeHead = database.prepare('INSERT OR REPLACE INTO heads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const forgetKeys = database.prepare('DELETE FROM citation_keys WHERE document_id = ?');
  const writeKey = database.prepare('INSERT OR IGNORE INTO citation_keys VALUES (?, ?)');
  const lastChange = database.prepare('SELECT max(change) AS n FROM heads');
  const writeEvent = database.prepare('INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const writeAlarm = database.prepare('INSERT OR IGNORE INTO alarms VALUES (?, ?, ?, ?)');
  const writePosition = database.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?)');
  // the last word of a stage counts, but a repeat after a crash does not undo what is done
  const writeStage = database.prepare(
    `INSERT INTO stages VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state,
     at = excluded.at, remote_id = excluded.remote_id, code = excluded.code, detail = excluded.detail
     WHERE stages.state <> 'done'`,
  );

  function foldEvent(record: LogRecord, event: DocumentEvent): void {
    const row = readHead.get(event.subject);
    const head = row ? (JSON.parse(String(row['head'])) as DocumentHead) : undefined; // written below
    const admission = admit(head?.version ?? 0, event.data.version);
    if (admission === 'gap') writeAlarm.run(record.partition, record.offset, 'gap', event.subject);
    if (admission !== 'admitted') return;
    const next = evolve(head, event);
    if (!next) return;
    foldHead(next);
    foldKeys(head, next);
    writeEvent.run(
      event.id,
      event.subject,
      event.data.version,
      event.type,
      event.commandhash ?? null,
      event.time,
      record.partition,
      record.offset,
    );
  }

  function foldHead(head: DocumentHead): void {
    const { documentId, version, eventId, document } = head;
    const number = document.documentNumber?.canonical ?? null;
    const change = Number(lastChange.get()?.['n'] ?? 0) + 1;
    const others = [targetsOf, interpretedDocuments, interpretationsOf, answeredBy];
    const acts = others.some((of) => of(document).length > 0) ? 1 : 0;
    const dueOn = nextDueDay(document) ?? null;
    const citable = JSON.stringify({ ...head, document: citableFacts(document) });
    writeHead.run(documentId, version, eventId, number, JSON.stringify(head), change, acts, dueOn, citable);
  }

  function foldKeys(before: DocumentHead | undefined, { documentId, document }: DocumentHead): void {
    const keys = citationKeysOf(document);
    if (before && citationKeysOf(before.document).join('\n') === keys.join('\n')) return;
    forgetKeys.run(documentId);
    for (const key of keys) writeKey.run(key, documentId);
  }

  function foldReceipt({ value }: LogRecord): void {
    const receipt = readReceipt(value);
    if (!receipt) return;
    const { eventId, stage, target = '', state, at, remoteId = null, code = null, detail = null } = receipt;
    writeStage.run(eventId, stage, target, state, at, remoteId, code, detail);
  }

  return (batch) => {
    const last = new Map<number, LogRecord>(); // a batch is of one topic
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const record of batch) {
        if (record.topic === topics.receipts) foldReceipt(record);
        else {
          const decoded = decodeEvent(record);
          if (decoded.outcome === 'event') foldEvent(record, decoded.event);
          else writeAlarm.run(record.partition, record.offset, decoded.code, record.key);
        }
        last.set(record.partition, record);
      }
      for (const record of last.values()) {
        writePosition.run(record.topic, record.partition, record.offset + 1, digestOf(record));
      }
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
}

/** What a citation is matched by: a title may be that of many documents, and their texts are long. */
function citableFacts(document: Document): Document {
  const {
    body: _body,
    renditions: _renditions,
    attachments: _attachments,
    relations: _relations,
    abstract: _abstract,
    captionNote: _captionNote,
    ...facts
  } = document;
  return facts;
}

function readReceipt(value: Uint8Array | null): StageReceipt | undefined {
  try {
    const receipt: unknown = JSON.parse(new TextDecoder().decode(value ?? undefined));
    return isStageReceipt(receipt) ? receipt : undefined;
  } catch {
    return undefined;
  }
}
