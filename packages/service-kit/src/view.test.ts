import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventLog, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog } from '@gongwen/ports/memory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleEvent, sampleEventId } from './sample-event.ts';
import { createView } from './view.ts';

let directory: string;
const logs: EventLog[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongwen-view-'));
});

afterEach(async () => {
  for (const log of logs.splice(0)) await log[Symbol.asyncDispose]();
  rmSync(directory, { recursive: true });
});

async function logOf(...documentIds: readonly string[]): Promise<EventLog> {
  const log = createMemoryEventLog();
  logs.push(log);
  await log.ensureTopics(topicDefinitions(2));
  for (const documentId of documentIds) await append(log, documentId);
  return log;
}

let nextEvent = 1;

async function append(log: EventLog, documentId: string): Promise<void> {
  const event = sampleEvent(documentId, 1, sampleEventId(nextEvent++));
  await log.append(topics.events, [{ key: documentId, value: Buffer.from(JSON.stringify(event)) }]);
}

async function documentsOf(log: EventLog): Promise<readonly string[]> {
  await using view = createView({ path: join(directory, 'view.db'), log });
  await view.ready;
  return [...view.heads()].map(({ documentId }) => documentId);
}

describe('a view that was closed', () => {
  it('goes on where it was', async () => {
    const log = await logOf('ll-hrss:a', 'll-hrss:b');
    expect(await documentsOf(log)).toEqual(['ll-hrss:a', 'll-hrss:b']);
    await append(log, 'll-hrss:c');
    expect(await documentsOf(log)).toEqual(['ll-hrss:a', 'll-hrss:b', 'll-hrss:c']);
  });

  it('is ready when nothing was added since', async () => {
    const log = await logOf('ll-hrss:a', 'll-hrss:b');
    for (let time = 1; time <= 2; time++) {
      expect(await documentsOf(log)).toEqual(['ll-hrss:a', 'll-hrss:b']);
    }
  });

  it.each([
    ['another log', ['ll-hrss:x', 'll-hrss:y', 'll-hrss:z']],
    ['a log that was set back', ['ll-hrss:a']],
    ['an empty log', []],
  ])('is folded anew from %s', async (_name, documentIds) => {
    await documentsOf(await logOf('ll-hrss:a', 'll-hrss:b'));
    expect(await documentsOf(await logOf(...documentIds))).toEqual(documentIds);
  });
});
