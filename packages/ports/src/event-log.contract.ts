import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maximumRecordBytes } from './record-size.ts';
import type { EventLog, LogRecord, NewRecord, Positions } from './event-log.ts';

const start: Positions = new Map();
const record = (key: string | null, text: string): NewRecord => ({ key, value: Buffer.from(text) });
const textOf = ({ value }: LogRecord) => Buffer.from(value ?? []).toString();

/** What every `EventLog` must do. Each adapter runs it unchanged. */
export function testEventLog(name: string, open: () => Promise<EventLog>): void {
  describe(`EventLog contract: ${name}`, () => {
    let log: EventLog;
    let topic: string;
    let stopping: AbortController;

    beforeEach(async () => {
      log = await open();
      topic = `test.${randomUUID()}`;
      stopping = new AbortController();
      await log.ensureTopics([{ name: topic, partitions: 4, cleanup: 'delete' }]);
    });

    afterEach(async () => {
      stopping.abort();
      await log[Symbol.asyncDispose]();
    });

    async function readAll(from: Positions = start, of = topic): Promise<LogRecord[]> {
      const records: LogRecord[] = [];
      const until = await log.ends(of);
      for await (const batch of log.read(of, from, { signal: stopping.signal, until }))
        records.push(...batch);
      return records;
    }

    it('gives back what was appended, with key, value, headers and a time', async () => {
      const before = Date.now();
      await log.append(topic, [{ key: 'a', value: Buffer.from('文'), headers: { code: 'X' } }]);
      const [found] = await readAll();
      expect(found).toMatchObject({ topic, key: 'a', headers: { code: 'X' } });
      expect(found && textOf(found)).toBe('文');
      expect(found?.time).toBeGreaterThanOrEqual(before - 1000);
    });

    it('keeps null values, null keys and bytes that are no text', async () => {
      await log.append(topic, [{ key: 'a', value: null }]);
      await log.append(topic, [{ key: null, value: Uint8Array.from([0xff, 0, 0xfe]) }]);
      const found = await readAll();
      expect(found.map(({ key, value }) => [key, value && [...value]])).toEqual(
        expect.arrayContaining([
          ['a', null],
          [null, [0xff, 0, 0xfe]],
        ]),
      );
    });

    it('answers one position a record, where the record then stands', async () => {
      const positions = await log.append(
        topic,
        ['a', 'b', 'c', 'a'].map((key, n) => record(key, `${key}${n}`)),
      );
      const found = await readAll();
      const texts = positions.map(({ partition, offset }) =>
        found.filter((other) => other.partition === partition && other.offset === offset).map(textOf),
      );
      expect(texts).toEqual([['a0'], ['b1'], ['c2'], ['a3']]);
    });

    it('keeps the order of each key, one partition a key', async () => {
      const keys = ['a', 'b', 'c', 'd', 'e'];
      for (let n = 0; n < 20; n++)
        await log.append(
          topic,
          keys.map((key) => record(key, String(n))),
        );
      const found = await readAll();
      for (const key of keys) {
        const own = found.filter((other) => other.key === key);
        expect(own.map(textOf)).toEqual(Array.from({ length: 20 }, (_, n) => String(n)));
        expect(new Set(own.map(({ partition }) => partition)).size).toBe(1);
      }
      expect(new Set(found.map(({ partition }) => partition)).size).toBeGreaterThan(1);
    });

    it('gives concurrent appenders their own positions', async () => {
      const keys = Array.from({ length: 50 }, (_, n) => `key-${n}`);
      const answers = await Promise.all(keys.map((key) => log.append(topic, [record(key, key)])));
      const found = await readAll();
      const at = new Map(found.map((other) => [`${other.partition}/${other.offset}`, textOf(other)]));
      expect(answers.map(([position]) => at.get(`${position?.partition}/${position?.offset}`))).toEqual(keys);
    });

    it('reads from given positions and stops before the end that was asked for', async () => {
      const [first] = await log.append(topic, [record('a', '1')]);
      await log.append(topic, [record('a', '2')]);
      const until = await log.ends(topic);
      await log.append(topic, [record('a', '3')]);
      const partition = first?.partition ?? 0;
      const from = new Map(
        [...until].map(([other, end]) => [other, other === partition ? (first?.offset ?? 0) + 1 : end]),
      );
      const found: string[] = [];
      for await (const batch of log.read(topic, from, { signal: stopping.signal, until }))
        found.push(...batch.map(textOf));
      expect(found).toEqual(['2']);
    });

    it('ends at once when there is nothing to read', async () => {
      expect(await readAll()).toEqual([]);
    });

    it('lets several readers follow what is appended later', async () => {
      const followers = [1, 2, 3].map(() => take(log.read(topic, start, { signal: stopping.signal }), 2));
      await log.append(topic, [record('a', '1')]);
      await log.append(topic, [record('a', '2')]);
      const read = await Promise.all(followers);
      expect(read.map((records) => records.map(textOf))).toEqual([
        ['1', '2'],
        ['1', '2'],
        ['1', '2'],
      ]);
    });

    it('ends iteration quietly on abort', async () => {
      const reading = take(log.read(topic, start, { signal: stopping.signal }), 1);
      stopping.abort();
      expect(await reading).toEqual([]);
    });

    it('carries a value of 1 MB', async () => {
      await log.append(topic, [{ key: 'a', value: Buffer.alloc(1_000_000, 'x') }]);
      expect((await readAll())[0]?.value?.byteLength).toBe(1_000_000);
    });

    it('refuses an append with a record beyond the limit, whole', async () => {
      const large = { key: 'b', value: Buffer.alloc(maximumRecordBytes + 1) };
      await expect(log.append(topic, [record('a', '1'), large])).rejects.toThrow(/at most/);
      await log.append(topic, [{ key: 'b', value: Buffer.alloc(maximumRecordBytes) }]);
      expect((await readAll()).map(({ key }) => key)).toEqual(['b']);
    });

    it('counts the ends of every partition', async () => {
      expect([...(await log.ends(topic)).keys()].toSorted()).toEqual([0, 1, 2, 3]);
      const [position] = await log.append(topic, [record('a', '1')]);
      expect((await log.ends(topic)).get(position?.partition ?? 0)).toBe((position?.offset ?? 0) + 1);
    });

    it('resumes a group after its commit and repeats what was not committed', async () => {
      const [one, two] = await log.append(topic, [record('a', '1'), record('a', '2'), record('a', '3')]);
      const leaving = new AbortController();
      const member = log.consume(topic, 'group', leaving.signal);
      expect((await take(member, 3)).map(textOf)).toEqual(['1', '2', '3']);
      await member.commit(new Map([[one?.partition ?? 0, two?.offset ?? 0]]));
      leaving.abort();
      expect((await log.committed(topic, 'group')).get(one?.partition ?? 0)).toBe(two?.offset);
      expect((await take(log.consume(topic, 'group', stopping.signal), 2)).map(textOf)).toEqual(['2', '3']);
    });

    it('keeps groups apart', async () => {
      await log.append(topic, [record('a', '1')]);
      expect(await take(log.consume(topic, 'one', stopping.signal), 1)).toHaveLength(1);
      expect(await take(log.consume(topic, 'two', stopping.signal), 1)).toHaveLength(1);
    });

    it('loses nothing when one of two members leaves', async () => {
      const leaving = new AbortController();
      const seen = new Set<string>();
      const collect = async (signal: AbortSignal) => {
        const member = log.consume(topic, 'group', signal);
        for await (const batch of member) {
          for (const { partition, offset, ...other } of batch) {
            seen.add(String(other.key));
            await member.commit(new Map([[partition, offset + 1]])).catch(() => undefined);
          }
        }
      };
      const members = [collect(leaving.signal), collect(stopping.signal)];
      await log.append(
        topic,
        Array.from({ length: 10 }, (_, n) => record(`early-${n}`, '')),
      );
      await expect.poll(() => seen.size).toBe(10);
      leaving.abort();
      await log.append(
        topic,
        Array.from({ length: 10 }, (_, n) => record(`late-${n}`, '')),
      );
      await expect.poll(() => seen.size, { timeout: 60_000 }).toBe(20);
      stopping.abort();
      await Promise.all(members);
    });

    it('ends a member that still waits for its turn when the log is closed', async () => {
      await log.append(topic, [record('a', '1')]);
      const holding = log.consume(topic, 'group', stopping.signal)[Symbol.asyncIterator]();
      await holding.next();
      const waiting = take(log.consume(topic, 'group', stopping.signal), 1);
      await log[Symbol.asyncDispose]();
      expect(await waiting).toEqual([]);
      await holding.return?.();
    });

    it('accepts topics that are as wanted and refuses others, saying what differs', async () => {
      await log.ensureTopics([{ name: topic, partitions: 4, cleanup: 'delete' }]);
      await expect(log.ensureTopics([{ name: topic, partitions: 5, cleanup: 'delete' }])).rejects.toThrow(
        /4.*5/s,
      );
    });

    it('tells at once that a topic does not exist', async () => {
      const unknown = `test.${randomUUID()}`;
      await expect(log.append(unknown, [record('a', '1')])).rejects.toThrow(unknown);
      await expect(log.ends(unknown)).rejects.toThrow(unknown);
      await expect(log.committed(unknown, 'group')).rejects.toThrow(unknown);
    });

    it('shows the newest record of each key of a compacted topic', async () => {
      const compacted = `test.${randomUUID()}`;
      await log.ensureTopics([{ name: compacted, partitions: 1, cleanup: 'compact' }]);
      for (const text of ['1', '2', '3']) await log.append(compacted, [record('a', text), record('b', text)]);
      const found = await readAll(start, compacted);
      expect(found.findLast(({ key }) => key === 'a')?.value).toEqual(new Uint8Array(Buffer.from('3')));
      expect(found.findLast(({ key }) => key === 'b')?.value).toEqual(new Uint8Array(Buffer.from('3')));
    });

    it('refuses to append after it was closed', async () => {
      await log[Symbol.asyncDispose]();
      await expect(log.append(topic, [record('a', '1')])).rejects.toThrow();
    });
  });
}

/** Takes records from a stream until there are enough, then leaves it. */
async function take(stream: AsyncIterable<readonly LogRecord[]>, count: number): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  for await (const batch of stream) {
    records.push(...batch);
    if (records.length >= count) break;
  }
  return records;
}
