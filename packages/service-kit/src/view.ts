import type { DatabaseSync } from 'node:sqlite';
import type { DocumentHead, LocalDate } from '@gongwen/domain';
import { type EventLog, type Position, type Positions, topics } from '@gongwen/ports';
import type { Document, DocumentEvent, Receipt, ReceiptStage } from '@gongwen/schemas';
import { type Bookmark, isContinuation } from './view-continuity.ts';
import { emptyTables, openViewDatabase } from './view-database.ts';
import { createViewFold } from './view-fold.ts';
import { viewQueries } from './view-queries.ts';

/** An event that the log admitted. */
export interface AdmittedEvent {
  readonly eventId: string;
  readonly documentId: string;
  readonly version: number;
  readonly type: DocumentEvent['type'];
  readonly commandHash: string | undefined;
  readonly time: string;
  readonly position: Position;
}

export interface ViewSummary {
  readonly documents: number;
  readonly events: number;
  /** stage → state → events. */
  readonly stages: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Records that are no admissible event, by kind. */
  readonly alarms: Readonly<Record<string, number>>;
}

/** What a service knows from the log (DESIGN §3): heads, idempotency keys, receipts, positions. Deleting it costs a re-read. */
export interface View extends AsyncDisposable {
  head(documentId: string): DocumentHead | undefined;
  /** The head’s version alone: a decision of thousands of targets is large. */
  versionOf(documentId: string): number | undefined;
  admitted(eventId: string): AdmittedEvent | undefined;
  history(documentId: string): readonly AdmittedEvent[];
  documentsByNumber(canonical: string): readonly string[];
  /** Documents that may be cited under a key of `citationKeysOf`, without texts and relations; 100 at the most. */
  citedAs(key: string): readonly Document[];
  /** Heads that further events may follow from: what they do to others, or others to them. */
  acting(): Iterable<DocumentHead>;
  /**
   * Heads that changed since, the oldest change first, and the change up to which these are all. Those from which nothing
   * follows (see `acting`) are without texts and relations.
   */
  changedAfter(
    change: number,
    limit: number,
  ): { readonly heads: readonly DocumentHead[]; readonly change: number };
  /** The number of the newest change. */
  lastChange(): number;
  /** Heads on which the calendar must act by that day. */
  dueBy(date: LocalDate, limit: number): readonly DocumentHead[];
  /** Every head, in order of id. */
  documents(): Iterable<DocumentHead>;
  /** Stages that have reported on an event; `targets` that have not are pending. */
  receipt(event: AdmittedEvent, targets: readonly string[]): Receipt;
  /** Documents whose newest event was refused, held or is dead, newest first. */
  troubles(limit: number): readonly { documentId: string; version: number; stage: ReceiptStage }[];
  summary(): ViewSummary;
  /** Every head as `documentId:version:eventId`, in order of id: what the sinks are compared with. */
  heads(): Iterable<{ documentId: string; version: number; eventId: string }>;
  /** Resolves when everything before these positions of a topic is folded. Rejects when the signal aborts. */
  caughtUp(topic: string, positions: Positions, signal: AbortSignal): Promise<void>;
  /** Resolves at the next fold of events. */
  nextEvents(signal: AbortSignal): Promise<void>;
  /** Resolves at the next fold of receipts. */
  nextReceipts(signal: AbortSignal): Promise<void>;
  /** Why the view has not reached the log’s end as seen at start; `undefined` when it has. */
  readonly notReady: string | undefined;
  /** Settles when the view has reached the log’s end as seen at start. */
  readonly ready: Promise<void>;
}

interface Waiter {
  readonly isMet: () => boolean;
  readonly resolve: () => void;
}

const followed: readonly string[] = [topics.events, topics.receipts];

export function createView({ path, log }: { path: string; log: EventLog }): View {
  const database = openViewDatabase(path);
  const fold = createViewFold(database);
  const positions = new Map<string, Map<number, number>>();
  const stopping = new AbortController();
  const waiters = new Set<Waiter>();
  let notReady: string | undefined = 'reading the log';
  const folds = { events: 0, receipts: 0 };

  /** A view that was folded from another log is emptied; deleting it costs a re-read, nothing else. */
  async function takeUp(): Promise<void> {
    const bookmarks = new Map(followed.map((topic) => [topic, readBookmarks(database, topic)]));
    const checks = [...bookmarks].map(([topic, marks]) => isContinuation(log, topic, marks));
    const isSame = (await Promise.all(checks)).every(Boolean);
    if (!isSame) emptyTables(database);
    for (const [topic, marks] of bookmarks) {
      const taken = isSame ? [...marks].map(([partition, { next }]) => [partition, next] as const) : [];
      positions.set(topic, new Map(taken));
    }
    wake(); // who waits for what is folded already would wait for a record that may never come
  }

  async function follow(topic: string): Promise<void> {
    for await (const batch of log.read(topic, new Map(positions.get(topic)), { signal: stopping.signal })) {
      fold(batch);
      for (const { partition, offset } of batch) positions.get(topic)?.set(partition, offset + 1);
      folds[topic === topics.receipts ? 'receipts' : 'events']++;
      wake();
    }
  }

  function wake(): void {
    for (const waiter of waiters) if (waiter.isMet()) waiter.resolve();
  }

  function wait(isMet: () => boolean, signal: AbortSignal): Promise<void> {
    if (isMet()) return Promise.resolve();
    if (signal.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const settle = (action: () => void) => () => {
        waiters.delete(waiter);
        signal.removeEventListener('abort', abort);
        action();
      };
      const waiter: Waiter = { isMet, resolve: settle(resolve) };
      const abort = settle(() => reject(signal.reason));
      signal.addEventListener('abort', abort, { once: true });
      waiters.add(waiter);
    });
  }

  function nextFold(of: keyof typeof folds, signal: AbortSignal): Promise<void> {
    const seen = folds[of];
    return wait(() => folds[of] > seen, signal);
  }

  const hasReached = (topic: string, wanted: Positions) =>
    [...wanted].every(([partition, next]) => (positions.get(topic)?.get(partition) ?? 0) >= next);

  async function reachEnd(): Promise<void> {
    for (const topic of followed) {
      const ends = await log.ends(topic);
      await wait(() => hasReached(topic, ends), stopping.signal);
    }
    notReady = undefined;
  }

  const following = takeUp().then(() => Promise.all(followed.map(follow)));
  following.catch((error: unknown) => {
    notReady = `the log cannot be read: ${String(error)}`;
  });
  const ready = reachEnd();
  ready.catch(() => undefined);

  return {
    ...viewQueries(database),
    caughtUp: (topic, wanted, signal) => wait(() => hasReached(topic, wanted), signal),
    nextEvents: (signal) => nextFold('events', signal),
    nextReceipts: (signal) => nextFold('receipts', signal),
    get notReady() {
      return notReady;
    },
    ready,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await following.catch(() => undefined);
      database.close();
    },
  };
}

function readBookmarks(database: DatabaseSync, topic: string): ReadonlyMap<number, Bookmark> {
  const rows = database.prepare('SELECT partition, next, digest FROM positions WHERE topic = ?').all(topic);
  return new Map(
    rows.map((row) => [
      Number(row['partition']),
      { next: Number(row['next']), digest: String(row['digest']) },
    ]),
  );
}
