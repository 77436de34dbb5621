import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineProcess, engineProcess, freePorts, startProduceProxy } from '@gongwen/engines';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { EventLog, LogRecord } from '../event-log.ts';
import { createKafkaEventLog } from './event-log.ts';

/** A broker of its own, because it is killed and its answers are lost. */
describe.skipIf(!inject('engines'))('Kafka, unwell', () => {
  let directory: string;
  let kafka: EngineProcess;
  let port: number;
  let proxyPort: number;
  let topic: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gongwen-kafka-'));
    [port, proxyPort] = [await freePorts(10), await freePorts(1)];
    kafka = engineProcess('kafka', { DIR: directory, PORT: String(port), PROXY_PORT: String(proxyPort) });
    await kafka.start();
  });

  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function openLog(at = port): Promise<EventLog> {
    const log = await createKafkaEventLog({ brokers: [`127.0.0.1:${at}`], copies: 1 });
    topic = `test.${randomUUID()}`;
    await log.ensureTopics([{ name: topic, partitions: 2, cleanup: 'delete' }]);
    return log;
  }

  it('keeps every acknowledged record, where it was said to be and in order, when acknowledgements and requests are lost', async () => {
    let produced = 0;
    await using proxy = await startProduceProxy({
      port: proxyPort,
      upstream: { host: '127.0.0.1', port: port + 2 },
      fateOf: (request) => {
        produced = request;
        if (request % 3 === 0) return 'lose_answer';
        return request % 5 === 0 ? 'lose_request' : 'pass';
      },
    });
    await using log = await openLog(proxyPort);
    const keys = ['a', 'b', 'c', 'd'];
    const texts = Array.from({ length: 400 }, (_, number) => ({
      key: keys[number % 4] ?? '',
      text: String(number),
    }));
    // not awaited one by one: only one open send of each partition keeps the order then
    const appending: ReturnType<EventLog['append']>[] = [];
    for (const [number, { key, text }] of texts.entries()) {
      await untilTurn(number, () => produced);
      appending.push(log.append(topic, [{ key, value: Buffer.from(text) }]));
    }
    const appended = await Promise.all(appending);
    const found = await readAll(log, topic);
    expect(proxy.lost.answers).toBeGreaterThan(5);
    expect(proxy.lost.requests).toBeGreaterThan(3);
    const at = new Map(found.map((record) => [`${record.partition}/${record.offset}`, textOf(record)]));
    expect(appended.map(([place]) => at.get(`${place?.partition}/${place?.offset}`))).toEqual(
      texts.map(({ text }) => text),
    );
    for (const key of keys) {
      const own = found.filter((record) => record.key === key).map(textOf);
      expect([...new Set(own)]).toEqual(texts.filter((other) => other.key === key).map(({ text }) => text));
    }
  });

  it(
    'goes on with appends, readers and groups after the broker was killed',
    { timeout: 120_000 },
    async () => {
      await using log = await openLog();
      const stopping = new AbortController();
      const read: string[] = [];
      const consumed: string[] = [];
      const member = log.consume(topic, 'group', stopping.signal);
      const following = [
        collect(log.read(topic, new Map(), { signal: stopping.signal }), read),
        collect(member, consumed),
      ];
      await log.append(topic, [{ key: 'a', value: Buffer.from('before') }]);
      await expect.poll(() => [read, consumed], { timeout: 20_000 }).toEqual([['before'], ['before']]);
      await kafka.kill();
      const during = log.append(topic, [{ key: 'a', value: Buffer.from('during') }]);
      await kafka.start();
      await during.catch(() => undefined); // unknown is an answer, too
      await log.append(topic, [{ key: 'a', value: Buffer.from('after') }]);
      await expect.poll(() => read.at(-1), { timeout: 60_000 }).toBe('after');
      await expect.poll(() => consumed.at(-1), { timeout: 60_000 }).toBe('after');
      expect(new Set(consumed)).toEqual(new Set(read));
      stopping.abort();
      await Promise.all(following);
    },
  );

  it(
    'answers an append within its deadline while no broker is there, and writes nothing of it later',
    { timeout: 120_000 },
    async () => {
      await using log = await openLog();
      await log.append(topic, [{ key: 'a', value: Buffer.from('before') }]);
      await kafka.kill();
      await expect(log.append(topic, [{ key: 'a', value: Buffer.from('lost') }])).rejects.toThrow(topic);
      await kafka.start();
      await log.append(topic, [{ key: 'a', value: Buffer.from('after') }]);
      expect((await readAll(log, topic)).map(textOf)).toEqual(['before', 'after']);
    },
  );
});

const textOf = ({ value }: LogRecord) => Buffer.from(value ?? []).toString();

/** Spreads the appends over many requests, so that there is something to lose. */
async function untilTurn(number: number, produced: () => number): Promise<void> {
  await expect
    .poll(produced, { timeout: 50_000, interval: 5 })
    .toBeGreaterThanOrEqual(Math.floor(number / 8) - 2);
}

async function readAll(log: EventLog, topic: string): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  const until = await log.ends(topic);
  for await (const batch of log.read(topic, new Map(), { signal: new AbortController().signal, until })) {
    records.push(...batch);
  }
  return records;
}

async function collect(stream: AsyncIterable<readonly LogRecord[]>, into: string[]): Promise<void> {
  for await (const batch of stream) into.push(...batch.map(textOf));
}
