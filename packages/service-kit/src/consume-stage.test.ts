import { type EventLog, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog } from '@gongwen/ports/memory';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Consumer } from './consume.ts';
import { consumeStage } from './consume-stage.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { sampleEvent } from './sample-event.ts';

const event = sampleEvent('ll-hrss:a', 1);

let log: EventLog;
let consumer: Consumer | undefined;
let handled: number;

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(1));
  await log.append(topics.events, [{ key: event.subject, value: Buffer.from(JSON.stringify(event)) }]);
  handled = 0;
});

afterEach(async () => {
  await consumer?.[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

function start(seenLog: EventLog, fault?: 'dead'): void {
  consumer = consumeStage({
    log: seenLog,
    stage: 'stored',
    group: 'test',
    maximumBatch: 10,
    concurrency: 1,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics(),
    now: () => new Date('2026-11-25T00:00:01Z'),
    async handle(batch) {
      handled += batch.length;
      return batch.map(() =>
        fault === 'dead'
          ? { outcome: { outcome: 'dead', code: 'SINK_REJECTED', reason: 'too large' } }
          : { outcome: { outcome: 'done' }, facts: { state: 'done' } },
      );
    },
  });
}

const committed = async () => (await log.committed(topics.events, 'test')).get(0);

async function receipts(): Promise<readonly unknown[]> {
  const until = await log.ends(topics.receipts);
  const found: unknown[] = [];
  for await (const batch of log.read(topics.receipts, new Map(), {
    signal: new AbortController().signal,
    until,
  })) {
    found.push(...batch.map(({ value }) => JSON.parse(String(Buffer.from(value ?? '')))));
  }
  return found;
}

it('tells the log what became of an event before it is committed', async () => {
  start(log);
  await expect.poll(committed).toBe(1);
  expect(await receipts()).toMatchObject([{ eventId: event.id, stage: 'stored', state: 'done', offset: 0 }]);
});

it('pauses while receipts cannot be written, and does the event again', async () => {
  let isAway = true;
  start({
    ...log,
    append: async (topic, records) => {
      if (topic === topics.receipts && isAway) throw new Error('away');
      return log.append(topic, records);
    },
  });
  await expect.poll(async () => (await consumer?.status())?.paused).toBe('receipts cannot be written');
  expect(await committed()).toBeUndefined();
  isAway = false;
  await expect.poll(committed, { timeout: 4_000 }).toBe(1);
  expect(handled).toBe(2);
  expect(await receipts()).toHaveLength(1);
});

it('tells of an event that is dead, after it was set aside', async () => {
  start(log, 'dead');
  await expect.poll(committed).toBe(1);
  expect(await receipts()).toMatchObject([{ state: 'dead', code: 'SINK_REJECTED' }]);
  expect((await log.ends(topics.deadLetters)).get(0)).toBe(1);
});
