import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventLog, type SearchIndex, topicDefinitions } from '@gongwen/ports';
import type { DocumentEvent } from '@gongwen/schemas';
import { createMemoryEventLog, createMemorySearchIndex } from '@gongwen/ports/memory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpointFile } from './checkpoint-file.ts';
import { appendEvents, eventIdOf, publishedEvent as published } from './published-event.ts';
import { rebuild } from './rebuild.ts';

let log: EventLog;
let index: SearchIndex;
let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongwen-rebuild-'));
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(3));
  index = createMemorySearchIndex();
});

afterEach(async () => {
  await log[Symbol.asyncDispose]();
  await index[Symbol.asyncDispose]();
  rmSync(directory, { recursive: true });
});

const many = Array.from({ length: 50 }, (_, number) => published(number));

function rebuildInto(generation: string, more: { index?: SearchIndex; signal?: AbortSignal } = {}) {
  const checkpoint = checkpointFile(join(directory, `${generation}.json`));
  return rebuild({ log, index, generation, checkpoint, signal: new AbortController().signal, ...more });
}

describe('rebuild', () => {
  it('makes a generation that holds what the log admits, and makes it live (I9)', async () => {
    await appendEvents(log, ...many, published(1, 2), published(1, 2, eventIdOf(900, 2)), published(3, 2));
    const result = await rebuildInto('second');
    expect(result).toMatchObject({ documents: 50, previous: 'initial', faults: [], rejected: [] });
    expect((await index.stats()).live).toBe('second');
    const { entries } = await index.list();
    expect(entries).toHaveLength(50);
    expect(entries.find(({ documentId }) => documentId === 'll-hrss:2026-1')).toMatchObject({
      version: 2,
      eventId: eventIdOf(1, 2),
    });
    const again = await rebuildInto('third');
    expect(again.faults).toEqual([]);
    expect(await index.list()).toEqual({ entries });
  });

  it('leaves the live one live when the new one is not as the log is', async () => {
    await appendEvents(log, ...many);
    const forgetful: SearchIndex = wrapped({
      write: async (entries, generation) => {
        await index.write(entries.slice(1), generation);
        return entries.map(() => ({ outcome: 'written' }));
      },
    });
    const { faults } = await rebuildInto('second', { index: forgetful });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatch(/the log and the generation second differ/);
    expect((await index.stats()).live).toBe('initial');
  });

  it('goes back when the new one does not answer sample questions', async () => {
    await appendEvents(log, ...many);
    const mute = wrapped({ search: async () => ({ hits: [], total: 0, facets: {} }) });
    const { faults } = await rebuildInto('second', { index: mute });
    expect(faults[0]).toMatch(/is not found by its title/);
    expect((await index.stats()).live).toBe('initial');
  });

  it('goes on where it was broken off, and writes what was written meanwhile', async () => {
    await appendEvents(log, ...many.map(withLongText)); // several portions
    let writes = 0;
    const dying = wrapped({
      write: async (entries, generation) => {
        if (++writes > 1) throw new Error('killed');
        return index.write(entries, generation);
      },
    });
    await expect(rebuildInto('second', { index: dying })).rejects.toThrow('killed');
    expect((await index.stats()).live).toBe('initial');
    await appendEvents(log, published(99));
    const { written, documents, faults } = await rebuildInto('second');
    expect({ documents, faults }).toEqual({ documents: 51, faults: [] });
    expect(written).toBeLessThan(51);
    expect((await index.list()).entries).toHaveLength(51);
  });

  it('brings an older generation up to date and makes it live again', async () => {
    await appendEvents(log, ...many);
    await rebuildInto('second');
    await appendEvents(log, published(7, 2));
    expect((await rebuildInto('initial')).faults).toEqual([]);
    expect((await index.stats()).live).toBe('initial');
    expect(await index.get('ll-hrss:2026-7')).toMatchObject({ version: 2 });
  });
});

function withLongText(event: DocumentEvent): DocumentEvent {
  const document = { ...event.data.document, body: { text: `条${' '.repeat(90_000)}` } };
  return { ...event, data: { ...event.data, document } } as DocumentEvent; // of the same type as before
}

/** The index with some of its answers replaced. */
function wrapped(own: Partial<SearchIndex>): SearchIndex {
  return {
    write: (entries, generation) => index.write(entries, generation),
    get: (documentId) => index.get(documentId),
    search: (query) => index.search(query),
    list: (options) => index.list(options),
    createGeneration: (name) => index.createGeneration(name),
    promote: (name) => index.promote(name),
    dropGeneration: (name) => index.dropGeneration(name),
    stats: () => index.stats(),
    async [Symbol.asyncDispose]() {},
    ...own,
  };
}
