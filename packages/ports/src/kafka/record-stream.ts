import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { LogRecord, Positions } from '../event-log.ts';
import { type Channel, createChannel } from './batch-channel.ts';
import { type Warn } from './client-log.ts';
import { toLogRecord } from './log-record.ts';

export interface StreamOptions {
  readonly topic: string;
  readonly group: string;
  /** Where to go on at every assignment; without it, at the group’s commits. */
  readonly next?: Positions;
  readonly sessionTimeoutMs: number;
  readonly onWarning: Warn;
}

/** One consumer of a group. It stays a member when iteration ends, so that what was done can still be committed. */
export interface RecordStream extends AsyncIterable<readonly LogRecord[]> {
  commit(positions: Positions): Promise<void>;
  /** Leaves the group. */
  close(): Promise<void>;
}

const heartbeatEveryMs = 2_000;
const reconnectAfterMs = 1_000;

/** Joins in the background; a broker that is away is waited for. */
export function openRecordStream(kafka: Kafka, options: StreamOptions): RecordStream {
  const { topic, group, next, sessionTimeoutMs, onWarning } = options;
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: Math.max(60_000, sessionTimeoutMs),
    heartbeatInterval: heartbeatEveryMs,
    maxWaitTimeInMs: 1_000, // a rebalance is only noticed between two waits
    maxBytesPerPartition: 4 * 1024 * 1024, // no less than the largest event, or it would stop the partition
    maxBytes: 4 * 1024 * 1024,
    allowAutoTopicCreation: false,
  });
  const channel = createChannel<readonly LogRecord[]>();
  const closing = new AbortController();
  let assigned: ReadonlySet<number> = new Set();

  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assigned = new Set(payload.memberAssignment[topic] ?? []);
    // at every join, or the client would go on at the group’s commits, which a reader has none of
    if (next) seekTo(consumer, topic, assigned, next);
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) channel.end(payload.error);
  });

  const started = start();
  started.catch((error: unknown) => channel.end(error instanceof Error ? error : new Error(String(error))));

  async function start(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await consumer.connect();
        // `latest`, the client’s default, skips records when an offset is out of range
        await consumer.subscribe({ topic, fromBeginning: true });
        return await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          eachBatch: (payload) => handOver(payload, channel, closing.signal),
        });
      } catch (error) {
        onWarning(`${group}: ${String(error)}; trying again`);
        await delay(reconnectAfterMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  return {
    [Symbol.asyncIterator]: () => channel[Symbol.asyncIterator](),
    async commit(positions) {
      // a partition that went to another member is that member’s: committing it here would set the other one back
      const own = [...positions].filter(([partition]) => assigned.has(partition));
      if (own.length === 0) return;
      await consumer.commitOffsets(
        own.map(([partition, offset]) => ({ topic, partition, offset: String(offset) })),
      );
    },
    async close() {
      closing.abort();
      channel.end();
      await started.catch(() => undefined);
      await consumer.disconnect().catch(() => undefined); // the session then ends by its time-out
    },
  };
}

function seekTo(consumer: Consumer, topic: string, partitions: ReadonlySet<number>, next: Positions): void {
  for (const partition of partitions) {
    consumer.seek({ topic, partition, offset: String(next.get(partition) ?? 0) });
  }
}

/** Offers a batch until it is taken, alive for the group meanwhile; nothing in here may throw but a rebalance. */
async function handOver(
  { batch, heartbeat, resolveOffset, isRunning, isStale }: EachBatchPayload,
  channel: Channel<readonly LogRecord[]>,
  closing: AbortSignal,
): Promise<void> {
  const last = batch.messages.at(-1);
  if (!last || !isRunning() || isStale()) return;
  const records = batch.messages.map((message) => toLogRecord(batch.topic, batch.partition, message));
  const taken = channel.push(records).then(() => true);
  while (!closing.aborted) {
    const timer = new AbortController();
    const tick = delay(heartbeatEveryMs, false, { signal: timer.signal }).catch(() => false);
    const isTaken = await Promise.race([taken, tick]);
    timer.abort();
    if (isTaken) return resolveOffset(last.offset);
    await heartbeat();
  }
}
