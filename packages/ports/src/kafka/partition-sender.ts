import { setTimeout as delay } from 'node:timers/promises';
import type { Message, Producer } from 'kafkajs';
import type { NewRecord } from '../event-log.ts';

/** Appends to one partition. */
export interface PartitionSender {
  /** The offset of the first record; the others follow it. Rejects when the outcome is unknown. */
  send(records: readonly NewRecord[]): Promise<number>;
}

interface Waiting {
  readonly records: readonly NewRecord[];
  readonly bytes: number;
  readonly expiresAt: number;
  readonly resolve: (offset: number) => void;
  readonly reject: (error: Error) => void;
}

const deadlineMs = 10_000;
const againAfterMs = 100;
const maximumBatchRecords = 64;
const maximumBatchBytes = 512 * 1024;
const maximumWaiting = 10_000;

/**
 * One open send at a time, ended with all its retries before the next: with two open and an acknowledgement lost, the
 * client reports an event as stored that is not. What comes meanwhile goes together in the next send.
 */
export function createPartitionSender(producer: Producer, topic: string, partition: number): PartitionSender {
  const waiting: Waiting[] = [];
  let isSending = false;

  async function drain(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let batch = nextBatch(waiting); batch.length > 0; batch = nextBatch(waiting)) await settle(batch);
    isSending = false;
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      let offset = await sendUntilStored(batch);
      for (const { records, resolve } of batch) {
        resolve(offset);
        offset += records.length;
      }
    } catch (cause) {
      const error = new Error(`${topic}/${partition}: the append may or may not have been written`, {
        cause,
      });
      for (const { reject } of batch) reject(error);
    }
  }

  /** Again and again while a caller waits: the client itself gives up at some broken connections. */
  async function sendUntilStored(batch: readonly Waiting[]): Promise<number> {
    const messages = batch.flatMap(({ records }) => records.map(toMessage));
    const expiresAt = Math.max(...batch.map((caller) => caller.expiresAt));
    for (;;) {
      try {
        return await sendOnce(messages);
      } catch (error) {
        if (isFinal(error) || Date.now() + againAfterMs >= expiresAt) throw error;
        await delay(againAfterMs);
      }
    }
  }

  async function sendOnce(messages: Message[]): Promise<number> {
    const [metadata] = await producer.send({
      topic,
      acks: -1,
      timeout: deadlineMs,
      messages: messages.map((message) => ({ ...message, partition })),
    });
    if (metadata?.baseOffset === undefined) throw new Error('the broker told no offset');
    return Number(metadata.baseOffset);
  }

  return {
    send: (records) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= maximumWaiting)
          return reject(new Error(`${topic}: too many appends are waiting`));
        // the caller must be answered even while the broker is away; what has not been sent by then never is
        const timer = setTimeout(
          () => reject(new Error(`${topic}: no answer in ${deadlineMs} ms`)),
          deadlineMs,
        );
        waiting.push({
          records,
          bytes: records.reduce((sum, { value }) => sum + (value?.byteLength ?? 0), 0),
          expiresAt: Date.now() + deadlineMs,
          resolve: (offset) => {
            clearTimeout(timer);
            resolve(offset);
          },
          reject: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        });
        void drain();
      }),
  };
}

/** What may go together, and at least one; appends whose callers have given up are left out. */
function nextBatch(waiting: Waiting[]): readonly Waiting[] {
  const batch: Waiting[] = [];
  let records = 0;
  let bytes = 0;
  for (let next = waiting[0]; next; next = waiting[0]) {
    const isTooMuch =
      records + next.records.length > maximumBatchRecords || bytes + next.bytes > maximumBatchBytes;
    if (batch.length > 0 && isTooMuch) break;
    waiting.shift();
    if (next.expiresAt <= Date.now()) continue;
    batch.push(next);
    records += next.records.length;
    bytes += next.bytes;
  }
  return batch;
}

const finalErrors: ReadonlySet<unknown> = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'TOPIC_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
]);

/** The broker has understood and refuses. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('type' in error && finalErrors.has(error.type)) || isFinal(error.cause);
}

function toMessage({ key, value, headers = {} }: NewRecord): Message {
  // the client passes bytes through as they are, and tells null from empty
  return {
    key,
    value: value && Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    headers: { ...headers },
  };
}
