import type { DatabaseSync } from 'node:sqlite';
import type { NewRecord, Position, TopicDefinition } from '../event-log.ts';
import { partitionOf } from '../partition-of.ts';

interface Pending {
  readonly topic: TopicDefinition;
  readonly records: readonly NewRecord[];
  readonly resolve: (positions: readonly Position[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends that come in one turn of the event loop share one transaction, hence one flush to disk. */
export interface GroupCommit {
  add(topic: string, records: readonly NewRecord[]): Promise<readonly Position[]>;
  /** Writes what is pending now. */
  flush(): Promise<void>;
}

export function createGroupCommit(
  database: DatabaseSync,
  topicOf: (name: string) => TopicDefinition,
  onAppended: () => void,
): GroupCommit {
  const selectEnd = database.prepare('SELECT next, time FROM ends WHERE topic = ? AND partition = ?');
  const writeEnd = database.prepare('INSERT OR REPLACE INTO ends VALUES (?, ?, ?, ?)');
  const insert = database.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const forget = database.prepare('DELETE FROM records WHERE topic = ? AND compacted_key = ?');
  let pending: Pending[] = [];

  function write(
    { name, partitions, cleanup }: TopicDefinition,
    { key, value, headers = {} }: NewRecord,
  ): Position {
    const partition = partitionOf(key, partitions);
    const end = selectEnd.get(name, partition);
    const offset = Number(end?.['next'] ?? 0);
    const time = Math.max(Date.now(), Number(end?.['time'] ?? 0));
    const compactedKey = cleanup === 'compact' ? key : null;
    if (compactedKey !== null) forget.run(name, compactedKey);
    insert.run(name, partition, offset, key, value, JSON.stringify(headers), time, compactedKey);
    writeEnd.run(name, partition, offset + 1, time);
    return { partition, offset };
  }

  function commit(): void {
    const batch = pending;
    pending = [];
    if (batch.length === 0) return;
    try {
      database.exec('BEGIN IMMEDIATE');
      const answers = batch.map(({ topic, records }) => records.map((record) => write(topic, record)));
      database.exec('COMMIT');
      batch.forEach(({ resolve }, index) => resolve(answers[index] ?? []));
      onAppended();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const { reject } of batch) reject(error);
    }
  }

  return {
    add(name, records) {
      const topic = topicOf(name);
      return new Promise((resolve, reject) => {
        pending.push({ topic, records, resolve, reject });
        if (pending.length === 1) setImmediate(commit);
      });
    },
    async flush() {
      commit();
    },
  };
}
