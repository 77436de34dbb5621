import { type EventLog, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog } from '@gongwen/ports/memory';
import type { DocumentEvent } from '@gongwen/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConsumeOptions, type Consumer, type Outcome, consume } from './consume.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { sampleEvent as event } from './sample-event.ts';

let log: EventLog;
let consumers: Consumer[];

beforeEach(async () => {
  log = createMemoryEventLog();
  consumers = [];
  await log.ensureTopics(topicDefinitions(1));
});

afterEach(async () => {
  for (const consumer of consumers) await consumer[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

const append = (...events: DocumentEvent[]) =>
  log.append(
    topics.events,
    events.map((item) => ({ key: item.subject, value: Buffer.from(JSON.stringify(item)) })),
  );

function start(handle: ConsumeOptions['handle'], more: Partial<ConsumeOptions> = {}): Consumer {
  const consumer = consume({
    log,
    topic: topics.events,
    group: 'test',
    handle,
    maximumBatch: 10,
    concurrency: 4,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics(),
    now: () => new Date(),
    ...more,
  });
  consumers.push(consumer);
  return consumer;
}

const done: Outcome = { outcome: 'done' };
const deadLetters = async () => (await log.ends(topics.deadLetters)).get(0);
const committed = async () => (await log.committed(topics.events, 'test')).get(0);

describe('consume', () => {
  it('keeps the order of a document while others run beside it', async () => {
    const seen: string[] = [];
    start(async (batch) => {
      expect(new Set(batch.map((item) => item.event.subject)).size).toBe(batch.length);
      seen.push(...batch.map((item) => `${item.event.subject} ${item.event.data.version}`));
      return batch.map(() => done);
    });
    await append(
      ...[1, 2, 3].flatMap((version) => [event('ll-hrss:a', version), event('ll-hrss:b', version)]),
    );
    await expect.poll(() => seen.length).toBe(6);
    expect(seen.filter((name) => name.includes(':a'))).toEqual(
      [1, 2, 3].map((version) => `ll-hrss:a ${version}`),
    );
  });

  it('commits only the contiguous prefix of what is done', async () => {
    const release = Promise.withResolvers<void>();
    start(
      async ([item]) => {
        if (item?.event.subject === 'll-hrss:slow') await release.promise;
        return [done];
      },
      { maximumBatch: 1 },
    );
    await append(event('ll-hrss:a', 1), event('ll-hrss:slow', 1), event('ll-hrss:b', 1));
    await expect.poll(committed).toBe(1);
    release.resolve();
    await expect.poll(committed).toBe(3);
  });

  it('sets a poison event aside after three tries and spares its batch', async () => {
    const handled = new Map<string, number>();
    const dead: string[] = [];
    start(
      async (batch) => {
        for (const { event: item } of batch) handled.set(item.subject, (handled.get(item.subject) ?? 0) + 1);
        if (batch.some((item) => item.event.subject === 'll-hrss:poison'))
          throw new TypeError('cannot read this');
        return batch.map(() => done);
      },
      { onDead: async ({ event: item }, code) => void dead.push(`${item.subject} ${code}`) },
    );
    await append(event('ll-hrss:a', 1), event('ll-hrss:poison', 1), event('ll-hrss:b', 1));
    await expect.poll(() => dead).toEqual(['ll-hrss:poison HANDLER_FAILED']);
    expect(await deadLetters()).toBe(1);
    await expect.poll(committed).toBe(3);
  });

  it('gives up on a handler that never answers', async () => {
    start(
      (batch) =>
        batch[0]?.event.subject === 'll-hrss:hangs' ? new Promise(() => undefined) : Promise.resolve([done]),
      {
        maximumBatch: 1,
        handlerTimeoutMs: 20,
      },
    );
    await append(event('ll-hrss:hangs', 1), event('ll-hrss:a', 1));
    await expect.poll(committed, { timeout: 4_000 }).toBe(2);
    expect(await deadLetters()).toBe(1);
  });

  it('hands out nothing while the sink is unwell, and then the same event again', async () => {
    const handled: number[] = [];
    const consumer = start(
      async ([item]) => {
        handled.push(item?.event.data.version ?? 0);
        return handled.length === 1
          ? [{ outcome: 'pause', afterMs: 100, reason: 'the sink is away' }]
          : [done];
      },
      { maximumBatch: 1, concurrency: 1 },
    );
    await append(event('ll-hrss:a', 1), event('ll-hrss:b', 1));
    await expect.poll(async () => (await consumer.status()).paused).toBe('the sink is away');
    expect(handled).toHaveLength(1);
    await expect.poll(committed).toBe(2);
    expect(handled).toHaveLength(3);
    expect(await deadLetters()).toBe(0);
  });

  it('lets one document wait without the others', async () => {
    const order: string[] = [];
    start(
      async ([item]) => {
        const subject = item?.event.subject ?? '';
        order.push(subject);
        const waits = subject === 'll-hrss:waits' && order.filter((name) => name === subject).length === 1;
        return [waits ? { outcome: 'retry', afterMs: 50, reason: 'not yet' } : done];
      },
      { maximumBatch: 1, concurrency: 1 },
    );
    await append(event('ll-hrss:waits', 1), event('ll-hrss:a', 1));
    await expect.poll(committed).toBe(2);
    expect(order).toEqual(['ll-hrss:waits', 'll-hrss:a', 'll-hrss:waits']);
  });

  it('commits what is done when it stops, and a successor goes on from there', async () => {
    const first: string[] = [];
    const consumer = start(async (batch) => {
      first.push(...batch.map((item) => item.event.subject));
      return batch.map(() => done);
    });
    await append(event('ll-hrss:a', 1));
    await expect.poll(() => first).toEqual(['ll-hrss:a']);
    await consumer[Symbol.asyncDispose]();
    const second: string[] = [];
    start(async (batch) => {
      second.push(...batch.map((item) => item.event.subject));
      return batch.map(() => done);
    });
    await append(event('ll-hrss:b', 1));
    await expect.poll(() => second).toEqual(['ll-hrss:b']);
  });
});
