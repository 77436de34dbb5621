import { randomUUID } from 'node:crypto';
import type { Admin } from 'kafkajs';
import { unknownTopic } from '../check-topics.ts';
import type { EventLog, GroupConsumer, Positions, ReadOptions } from '../event-log.ts';
import { partitionOf } from '../partition-of.ts';
import { requireRecordSizes } from '../record-size.ts';
import { type KafkaConnection, connectKafka, createProducer } from './connect.ts';
import { type PartitionSender, createPartitionSender } from './partition-sender.ts';
import { persist } from './persist.ts';
import { createReadProgress } from './read-progress.ts';
import { type RecordStream, openRecordStream } from './record-stream.ts';
import { type Copies, brokerFaults, topicConfig, topicFaults } from './topic-settings.ts';

export interface KafkaEventLogOptions extends KafkaConnection {
  /** Copies of each record, asserted at start. Default 3; 1 is the explicit profile of a single node. */
  readonly copies?: Copies;
  /** A member that is silent for so long loses its partitions. Default 30 000. */
  readonly sessionTimeoutMs?: number;
}

/**
 * The log on Kafka (kafkajs).
 *
 * @throws Error when no broker answers
 */
export async function createKafkaEventLog(options: KafkaEventLogOptions): Promise<EventLog> {
  const { copies = 3, sessionTimeoutMs = 30_000, onWarning = () => undefined } = options;
  const kafka = connectKafka(options);
  const admin = kafka.admin();
  const producer = createProducer(kafka);
  await admin.connect();
  await producer.connect();

  const closing = new AbortController();
  const partitionCounts = new Map<string, Promise<number>>();
  const senders = new Map<string, PartitionSender>();
  const leaving = new Set<Promise<unknown>>();

  /** One question for all who ask at the same time, so that their appends keep their order. */
  function partitionsOf(topic: string): Promise<number> {
    const known = partitionCounts.get(topic);
    if (known) return known;
    const count = persist(`the partitions of ${topic}`, () => countPartitions(admin, topic)).then((found) => {
      if (found === undefined) throw unknownTopic(topic);
      return found;
    });
    partitionCounts.set(topic, count);
    count.catch(() => partitionCounts.delete(topic)); // it may be made later
    return count;
  }

  function senderOf(topic: string, partition: number): PartitionSender {
    const name = `${topic}/${partition}`;
    const sender = senders.get(name) ?? createPartitionSender(producer, topic, partition);
    senders.set(name, sender);
    return sender;
  }

  const open = (topic: string, group: string, next?: Positions): RecordStream =>
    openRecordStream(kafka, { topic, group, sessionTimeoutMs, onWarning, ...(next && { next }) });

  /** Leaving ends iteration at once; its second or so is waited for at the end of the log only. */
  function leaveAtAbort(
    stream: RecordStream,
    signal: AbortSignal,
    then?: () => Promise<unknown>,
  ): () => void {
    const stop = AbortSignal.any([signal, closing.signal]);
    const leave = () => {
      stop.removeEventListener('abort', leave);
      const left = stream
        .close()
        .then(then)
        .catch(() => undefined) // a group that stays behind is empty, and forgotten by the broker in time
        .finally(() => leaving.delete(left));
      leaving.add(left);
    };
    stop.addEventListener('abort', leave);
    if (stop.aborted) leave();
    return leave;
  }

  async function* read(topic: string, from: Positions, { signal, until }: ReadOptions) {
    const progress = createReadProgress(await partitionsOf(topic), from, until);
    if (progress.isOver()) return;
    const group = `gongwen.reader.${randomUUID()}`; // the client cannot read without a group
    const stream = open(topic, group, progress.next);
    const leave = leaveAtAbort(stream, signal, () => admin.deleteGroups([group]));
    try {
      for await (const batch of stream) {
        const fresh = progress.take(batch);
        if (fresh.length > 0) yield fresh;
        if (progress.isOver()) return;
      }
    } finally {
      leave();
    }
  }

  function consume(topic: string, group: string, signal: AbortSignal): GroupConsumer {
    let stream: RecordStream | undefined;
    return {
      async commit(positions) {
        await stream?.commit(positions);
      },
      async *[Symbol.asyncIterator]() {
        await partitionsOf(topic);
        if (signal.aborted || closing.signal.aborted) return;
        stream = open(topic, group);
        leaveAtAbort(stream, signal);
        yield* stream;
      },
    };
  }

  return {
    async ensureTopics(definitions) {
      const existing = new Set(await admin.listTopics());
      const missing = definitions.filter(({ name }) => !existing.has(name));
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((definition) => topicConfig(definition, copies)),
      });
      const faults = [...(await topicFaults(admin, definitions, copies)), ...(await brokerFaults(admin))];
      if (faults.length > 0) throw new Error(`Kafka is not set up as it must be:\n  ${faults.join('\n  ')}`);
    },
    async append(topic, records) {
      if (closing.signal.aborted) throw new Error('the log is closed');
      requireRecordSizes(topic, records);
      const partitions = await partitionsOf(topic);
      const groups = Map.groupBy(records.entries(), ([, { key }]) => partitionOf(key, partitions));
      const positions = [...groups].map(async ([partition, entries]) => {
        const first = await senderOf(topic, partition).send(entries.map(([, record]) => record));
        return entries.map(([index], place) => [index, { partition, offset: first + place }] as const);
      });
      const placed = new Map((await Promise.all(positions)).flat());
      return records.flatMap((_, index) => placed.get(index) ?? []);
    },
    read,
    consume,
    async ends(topic) {
      await partitionsOf(topic);
      const offsets = await persist(`the ends of ${topic}`, () => admin.fetchTopicOffsets(topic));
      return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
    },
    async committed(topic, group) {
      await partitionsOf(topic);
      const [found] = await persist(`the commits of ${group}`, () =>
        admin.fetchOffsets({ groupId: group, topics: [topic] }),
      );
      const committed = (found?.partitions ?? []).map(
        ({ partition, offset }) => [partition, Number(offset)] as const,
      );
      return new Map(committed.filter(([, offset]) => offset >= 0));
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.all(leaving);
      await producer.disconnect();
      await admin.disconnect();
    },
  };
}

/**
 * What must be mended before the system may run on these brokers, each as one sentence with its remedy; changes nothing.
 */
export async function kafkaFaults(
  options: KafkaEventLogOptions,
  definitions: Parameters<EventLog['ensureTopics']>[0],
): Promise<string[]> {
  const admin = connectKafka(options).admin();
  await admin.connect();
  try {
    return [...(await topicFaults(admin, definitions, options.copies ?? 3)), ...(await brokerFaults(admin))];
  } finally {
    await admin.disconnect();
  }
}

/** `undefined` when there is no such topic; asking for its metadata would be retried for half a minute. */
async function countPartitions(admin: Admin, topic: string): Promise<number | undefined> {
  if (!(await admin.listTopics()).includes(topic)) return undefined;
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]?.partitions.length;
}
