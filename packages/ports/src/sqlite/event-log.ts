import type { DatabaseSync } from 'node:sqlite';
import { createBell } from '../bell.ts';
import { refuseOtherSettings, unknownTopic } from '../check-topics.ts';
import type { EventLog, LogRecord, Positions, TopicDefinition } from '../event-log.ts';
import { createGroupMembership } from '../group-membership.ts';
import { requireRecordSizes } from '../record-size.ts';
import { groupConsumer, readLoop } from '../read-loop.ts';
import { createGroupCommit } from './group-commit.ts';
import { openLogDatabase } from './log-schema.ts';

const maximumBatch = 500;
const maximumBatchBytes = 4 * 1024 * 1024;

/**
 * A log in one SQLite file. One process writes at a time; others may read it meanwhile. A group’s members are of one
 * process, and the first of them holds every partition until it leaves.
 */
export function createSqliteEventLog({ path }: { path: string }): EventLog {
  const database = openLogDatabase(path);
  const topics = new Map(readTopics(database));
  const bell = createBell();
  const closing = new AbortController();
  const membership = createGroupMembership();
  const topicOf = (name: string) => topics.get(name) ?? reread(name);
  const appends = createGroupCommit(database, (name) => topicOf(name), bell.ring);
  const select = database.prepare(
    'SELECT * FROM records WHERE topic = ? AND partition = ? AND offset >= ? ORDER BY offset LIMIT ?',
  );
  const selectEnds = database.prepare('SELECT partition, next FROM ends WHERE topic = ?');
  const selectCommitted = database.prepare(
    'SELECT partition, next FROM committed WHERE topic = ? AND consumer_group = ?',
  );
  const writeCommitted = database.prepare('INSERT OR REPLACE INTO committed VALUES (?, ?, ?, ?)');

  /** Another process may have made it. */
  function reread(name: string): TopicDefinition {
    for (const [known, definition] of readTopics(database)) topics.set(known, definition);
    const topic = topics.get(name);
    if (!topic) throw unknownTopic(name);
    return topic;
  }

  function batch(topic: string, partition: number, from: number): LogRecord[] {
    const records: LogRecord[] = [];
    let bytes = 0;
    for (const row of select.iterate(topic, partition, from, maximumBatch)) {
      const record = toRecord(row);
      records.push(record);
      bytes += record.value?.byteLength ?? 0;
      if (bytes >= maximumBatchBytes) break;
    }
    return records;
  }

  const source = { partitions: (name: string) => topicOf(name).partitions, batch, closed: closing.signal };

  const log: EventLog = {
    async ensureTopics(definitions) {
      const create = database.prepare('INSERT OR IGNORE INTO topics VALUES (?, ?, ?)');
      for (const definition of definitions) {
        create.run(definition.name, definition.partitions, definition.cleanup);
        refuseOtherSettings(reread(definition.name), definition);
      }
    },
    async append(topic, records) {
      if (closing.signal.aborted) throw new Error('the log is closed');
      requireRecordSizes(topic, records);
      return appends.add(topic, records);
    },
    read: (topic, from, options) => readLoop(source, bell, topic, from, options),
    consume: (topic, group, leaving) => {
      const signal = AbortSignal.any([leaving, closing.signal]);
      const done = (positions: Positions) => commit(topic, group, positions);
      return groupConsumer(membership, log, done, { topic, group, signal });
    },
    async ends(topic) {
      const ends = new Map(
        Array.from({ length: topicOf(topic).partitions }, (_, partition) => [partition, 0]),
      );
      for (const { partition, next } of selectEnds.all(topic)) ends.set(Number(partition), Number(next));
      return ends;
    },
    async committed(topic, group) {
      topicOf(topic);
      const rows = selectCommitted.all(topic, group);
      return new Map(rows.map(({ partition, next }) => [Number(partition), Number(next)]));
    },
    async [Symbol.asyncDispose]() {
      if (closing.signal.aborted) return;
      await appends.flush();
      closing.abort();
      bell.ring();
      // readers that were about to look once more must not find a closed database
      await new Promise((resolve) => setImmediate(resolve));
      database.close();
    },
  };

  async function commit(topic: string, group: string, positions: Positions): Promise<void> {
    database.exec('BEGIN IMMEDIATE');
    for (const [partition, next] of positions) writeCommitted.run(topic, group, partition, next);
    database.exec('COMMIT');
  }

  return log;
}

function readTopics(database: DatabaseSync): [string, TopicDefinition][] {
  return database
    .prepare('SELECT name, partitions, cleanup FROM topics')
    .all()
    .map((row) => {
      const name = String(row['name']);
      const cleanup = row['cleanup'] === 'compact' ? 'compact' : 'delete';
      return [name, { name, partitions: Number(row['partitions']), cleanup }];
    });
}

function toRecord(row: Record<string, unknown>): LogRecord {
  return {
    topic: String(row['topic']),
    partition: Number(row['partition']),
    offset: Number(row['offset']),
    key: row['key'] === null ? null : String(row['key']),
    value: row['value'] instanceof Uint8Array ? row['value'] : null,
    headers: JSON.parse(String(row['headers'])) as Record<string, string>, // written by the append
    time: Number(row['time']),
  };
}
