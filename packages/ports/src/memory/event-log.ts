import { createBell } from '../bell.ts';
import { refuseOtherSettings, unknownTopic } from '../check-topics.ts';
import type { EventLog, LogRecord, NewRecord, Position, Positions, TopicDefinition } from '../event-log.ts';
import { createGroupMembership } from '../group-membership.ts';
import { partitionOf } from '../partition-of.ts';
import { requireRecordSizes } from '../record-size.ts';
import { groupConsumer, readLoop } from '../read-loop.ts';

interface Topic {
  readonly definition: TopicDefinition;
  readonly partitions: LogRecord[][];
}

const maximumBatch = 500;

/** A log in memory, for tests: everything is gone with the process. */
export function createMemoryEventLog({ now = () => Date.now() }: { now?: () => number } = {}): EventLog {
  const topics = new Map<string, Topic>();
  const commits = new Map<string, Map<number, number>>();
  const bell = createBell();
  const closing = new AbortController();
  const membership = createGroupMembership();

  function topicOf(name: string): Topic {
    const topic = topics.get(name);
    if (!topic) throw unknownTopic(name);
    return topic;
  }

  function appendOne(name: string, { key, value, headers = {} }: NewRecord): Position {
    const topic = topicOf(name);
    const partition = partitionOf(key, topic.definition.partitions);
    const records = topic.partitions[partition] ?? [];
    const offset = records.length;
    const time = Math.max(now(), records.at(-1)?.time ?? 0);
    // the caller may reuse its buffer
    records.push({
      topic: name,
      partition,
      offset,
      key,
      value: value && Uint8Array.from(value),
      headers,
      time,
    });
    return { partition, offset };
  }

  const source = {
    partitions: (name: string) => topicOf(name).definition.partitions,
    batch: (name: string, partition: number, from: number) =>
      topicOf(name).partitions[partition]?.slice(from, from + maximumBatch) ?? [],
    closed: closing.signal,
  };

  const log: EventLog = {
    async ensureTopics(definitions) {
      for (const definition of definitions) {
        const existing = topics.get(definition.name);
        if (existing) refuseOtherSettings(existing.definition, definition);
        else
          topics.set(definition.name, {
            definition,
            partitions: Array.from({ length: definition.partitions }, () => []),
          });
      }
    },
    async append(name, records) {
      if (closing.signal.aborted) throw new Error('the log is closed');
      requireRecordSizes(name, records);
      const positions = records.map((record) => appendOne(name, record));
      bell.ring();
      return positions;
    },
    read: (name, from, options) => readLoop(source, bell, name, from, options),
    consume: (topic, group, leaving) => {
      const signal = AbortSignal.any([leaving, closing.signal]);
      const done = (positions: Positions) => commit(topic, group, positions);
      return groupConsumer(membership, log, done, { topic, group, signal });
    },
    async ends(name) {
      return new Map(topicOf(name).partitions.map((records, partition) => [partition, records.length]));
    },
    async committed(topic, group) {
      topicOf(topic);
      return new Map(commits.get(`${topic} ${group}`));
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      bell.ring();
    },
  };

  async function commit(topic: string, group: string, positions: Positions): Promise<void> {
    const committed = commits.get(`${topic} ${group}`) ?? new Map<number, number>();
    commits.set(`${topic} ${group}`, committed);
    for (const [partition, next] of positions) committed.set(partition, next);
  }

  return log;
}
