import type { DatabaseSync } from 'node:sqlite';
import type { DocumentHead } from '@gongwen/domain';
import type { DocumentEvent, Receipt, ReceiptStage } from '@gongwen/schemas';
import type { AdmittedEvent, View, ViewSummary } from './view.ts';

/** What can be asked of a view. */
export type ViewQueries = Pick<
  View,
  | 'head'
  | 'versionOf'
  | 'admitted'
  | 'history'
  | 'documentsByNumber'
  | 'citedAs'
  | 'acting'
  | 'changedAfter'
  | 'lastChange'
  | 'dueBy'
  | 'receipt'
  | 'troubles'
  | 'summary'
  | 'heads'
  | 'documents'
>;

export function viewQueries(database: DatabaseSync): ViewQueries {
  const head = database.prepare('SELECT head FROM heads WHERE document_id = ?');
  const versionOf = database.prepare('SELECT version FROM heads WHERE document_id = ?');
  const byNumber = database.prepare('SELECT document_id FROM heads WHERE number = ? ORDER BY document_id');
  const byKey = database.prepare(
    'SELECT citable FROM citation_keys JOIN heads USING (document_id) WHERE key = ? ORDER BY document_id LIMIT 100',
  );
  const acting = database.prepare('SELECT head FROM heads WHERE acts = 1 ORDER BY document_id');
  const changed = database.prepare(
    'SELECT CASE acts WHEN 1 THEN head ELSE citable END AS head, change FROM heads WHERE change > ? ORDER BY change LIMIT ?',
  );
  const newest = database.prepare('SELECT max(change) AS n FROM heads');
  const due = database.prepare('SELECT head FROM heads WHERE due_on <= ? ORDER BY due_on LIMIT ?');
  const everyHead = database.prepare('SELECT head FROM heads ORDER BY document_id');
  const event = database.prepare('SELECT * FROM events WHERE event_id = ?');
  const ofDocument = database.prepare('SELECT * FROM events WHERE document_id = ? ORDER BY version');
  const stages = database.prepare('SELECT * FROM stages WHERE event_id = ?');
  const troubles = database.prepare(
    `SELECT e.document_id, e.version, s.* FROM stages s JOIN events e USING (event_id)
     WHERE s.state IN ('refused', 'held', 'dead') ORDER BY s.at DESC LIMIT ?`,
  );
  const heads = database.prepare('SELECT document_id, version, event_id FROM heads ORDER BY document_id');
  return {
    head(documentId) {
      const row = head.get(documentId);
      return row && toHead(row);
    },
    versionOf(documentId) {
      const found = versionOf.get(documentId)?.['version'];
      return found === undefined ? undefined : Number(found);
    },
    admitted(eventId) {
      const row = event.get(eventId);
      return row ? toAdmitted(row) : undefined;
    },
    history: (documentId) => ofDocument.all(documentId).map(toAdmitted),
    documentsByNumber: (canonical) => byNumber.all(canonical).map((row) => String(row['document_id'])),
    citedAs: (key) =>
      byKey.all(key).map((row) => (JSON.parse(String(row['citable'])) as DocumentHead).document), // written by the fold
    *acting() {
      for (const row of acting.iterate()) yield toHead(row);
    },
    changedAfter(change, limit) {
      const rows = changed.all(change, limit);
      return { heads: rows.map(toHead), change: Number(rows.at(-1)?.['change'] ?? change) };
    },
    lastChange: () => Number(newest.get()?.['n'] ?? 0),
    dueBy: (date, limit) => due.all(date, limit).map(toHead),
    *documents() {
      for (const row of everyHead.iterate()) yield toHead(row);
    },
    receipt: (admitted, targets) => toReceipt(admitted, stages.all(admitted.eventId), targets),
    troubles: (limit) =>
      troubles.all(limit).map((row) => ({
        documentId: String(row['document_id']),
        version: Number(row['version']),
        stage: toStage(row),
      })),
    summary: () => summarize(database),
    *heads() {
      for (const row of heads.iterate()) {
        yield {
          documentId: String(row['document_id']),
          version: Number(row['version']),
          eventId: String(row['event_id']),
        };
      }
    },
  };
}

type Row = Record<string, unknown>;

function toHead(row: Row): DocumentHead {
  return JSON.parse(String(row['head'])) as DocumentHead; // written by the fold
}

function toAdmitted(row: Row): AdmittedEvent {
  return {
    eventId: String(row['event_id']),
    documentId: String(row['document_id']),
    version: Number(row['version']),
    type: String(row['type']) as DocumentEvent['type'], // only decoded events are written
    commandHash: row['command_hash'] === null ? undefined : String(row['command_hash']),
    time: String(row['time']),
    position: { partition: Number(row['partition']), offset: Number(row['offset']) },
  };
}

function toReceipt(event: AdmittedEvent, rows: readonly Row[], targets: readonly string[]): Receipt {
  const reported = rows.map(toStage);
  const expected: ReceiptStage[] = [
    { stage: 'stored', state: 'pending' },
    { stage: 'indexed', state: 'pending' },
    ...targets.map((target) => ({ stage: 'delivered' as const, target, state: 'pending' as const })),
  ];
  const pending = expected.filter(
    ({ stage, target }) => !reported.some((other) => other.stage === stage && other.target === target),
  );
  const order = ['stored', 'indexed', 'delivered'];
  const stages = [...reported, ...pending].toSorted(
    (a, b) => order.indexOf(a.stage) - order.indexOf(b.stage),
  );
  return {
    receiptId: event.eventId,
    documentId: event.documentId,
    version: event.version,
    type: event.type,
    acceptedAt: event.time,
    replayed: false,
    stages: [{ stage: 'logged', state: 'done', at: event.time }, ...stages],
  };
}

function toStage(row: Row): ReceiptStage {
  const text = (column: string) => (row[column] === null ? undefined : String(row[column]));
  const [target, remoteId, code, detail] = [text('target'), text('remote_id'), text('code'), text('detail')];
  return {
    stage: String(row['stage']) as ReceiptStage['stage'], // validated when it was folded
    state: String(row['state']) as ReceiptStage['state'],
    at: String(row['at']),
    ...(target && { target }),
    ...(remoteId !== undefined && { remoteId }),
    ...(code !== undefined && { code }),
    ...(detail !== undefined && { detail }),
  };
}

function summarize(database: DatabaseSync): ViewSummary {
  const count = (sql: string) => Number(database.prepare(sql).get()?.['n'] ?? 0);
  const stages: Record<string, Record<string, number>> = {};
  // void events are told of, too; they are no part of any document
  const counted = database.prepare(
    'SELECT stage, state, count(*) AS n FROM stages JOIN events USING (event_id) GROUP BY stage, state',
  );
  for (const { stage, state, n } of counted.all()) (stages[String(stage)] ??= {})[String(state)] = Number(n);
  const alarms = database.prepare('SELECT kind, count(*) AS n FROM alarms GROUP BY kind').all();
  return {
    documents: count('SELECT count(*) AS n FROM heads'),
    events: count('SELECT count(*) AS n FROM events'),
    stages,
    alarms: Object.fromEntries(alarms.map(({ kind, n }) => [String(kind), Number(n)])),
  };
}
