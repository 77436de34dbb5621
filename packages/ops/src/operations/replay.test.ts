import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventLog, type ObjectStore, type SearchIndex, topicDefinitions, topics } from '@gongwen/ports';
import {
  createMemoryEventLog,
  createMemoryObjectStore,
  createMemorySearchIndex,
} from '@gongwen/ports/memory';
import { type Target, type TargetAnswer, followDeliveryStates } from '@gongwen/syndicator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpointFile } from './checkpoint-file.ts';
import { appendEvents, eventIdOf, publishedEvent } from './published-event.ts';
import { readOperations, recordOperation } from './record-operation.ts';
import { type ReplayScope, type Sink, planReplay, replay } from './replay.ts';

let log: EventLog;
let store: ObjectStore;
let index: SearchIndex;
let directory: string;
let sent: string[];
let answer: TargetAnswer;
const { signal } = new AbortController();

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongwen-replay-'));
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(2));
  store = createMemoryObjectStore();
  index = createMemorySearchIndex();
  sent = [];
  answer = { answer: 'accepted' };
  await appendEvents(
    log,
    publishedEvent(1),
    publishedEvent(2),
    publishedEvent(1, 2),
    publishedEvent(1, 2, eventIdOf(9, 9)),
  );
});

afterEach(async () => {
  await log[Symbol.asyncDispose]();
  rmSync(directory, { recursive: true });
});

const target: Target = {
  name: 'province',
  async send(eventId) {
    sent.push(eventId);
    return answer;
  },
};

function execute(sinks: readonly Sink[], scope: ReplayScope = {}) {
  const checkpoint = checkpointFile(join(directory, 'replay.json'));
  return replay({ log, store, index, sinks, scope, target, checkpoint, signal, now: () => new Date() });
}

describe('replay', () => {
  it.each<[string, ReplayScope, number]>([
    ['everything', {}, 3],
    ['a document', { documentId: 'll-hrss:2026-1' }, 2],
    ['a type', { type: 'repealed' }, 0],
    ['a department', { department: 'll-hrss' }, 3],
    ['another department', { department: 'll-edu' }, 0],
    ['a time before', { until: '2026-11-25T02:00:00.000Z' }, 0],
    ['a time from', { from: '2026-11-25T02:00:00.000Z' }, 3],
  ])('plans the admitted events of %s and changes nothing', async (_name, scope, events) => {
    expect(await planReplay(log, scope, ['index'], signal)).toMatchObject({
      events,
      sinks: { index: events },
    });
    expect(await index.list()).toEqual({ entries: [] });
    expect(sent).toEqual([]);
  });

  it('gives archive and index what they lack, and tells the province nothing unless it is named', async () => {
    expect(await execute(['archive', 'index'])).toEqual({
      outcomes: { archive: { stored: 3 }, index: { written: 3 } },
    });
    expect((await execute(['index'])).outcomes).toEqual({ index: { repeat: 2, stale: 1 } });
    expect(sent).toEqual([]);
  });

  it('delivers again in order, and what was held behind a refusal goes on', async () => {
    await using states = await followDeliveryStates(log, 'province');
    await states.record('ll-hrss:2026-1', { deliveredVersion: 0, parkedFrom: 1, reason: '缺少附件' });
    expect((await execute(['province'], { documentId: 'll-hrss:2026-1' })).outcomes).toEqual({
      province: { accepted: 2 },
    });
    expect(sent).toEqual([eventIdOf(1, 1), eventIdOf(1, 2)]);
    await states.catchUp();
    expect(states.of('ll-hrss:2026-1')).toEqual({ deliveredVersion: 2 });
    expect([...(await log.ends(topics.receipts)).values()].reduce((sum, end) => sum + end)).toBe(2);
  });

  it('stops when the province is away, and goes on from there', async () => {
    answer = { answer: 'unavailable', reason: 'HTTP 503' };
    await expect(execute(['province'])).rejects.toThrow(/province is unavailable: HTTP 503/);
    answer = { answer: 'accepted' };
    expect((await execute(['province'])).outcomes['province']?.['accepted']).toBeGreaterThan(0);
  });
});

describe('a record of an operation (I10)', () => {
  it('is there before anything is done, and tells how it ended', async () => {
    const operation = await recordOperation(store, { kind: 'replay', sinks: ['province'] });
    const [begun] = await Array.fromAsync(readOperations(store));
    expect(begun).toMatchObject({ id: operation.id, kind: 'replay', sinks: ['province'] });
    expect(begun).not.toHaveProperty('ended');
    await operation.end({ outcomes: {} });
    expect(await Array.fromAsync(readOperations(store))).toEqual([
      expect.objectContaining({
        id: operation.id,
        ended: expect.objectContaining({ result: { outcomes: {} } }),
      }),
    ]);
  });
});
