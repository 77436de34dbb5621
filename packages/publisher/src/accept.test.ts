import type { Command } from '@gongwen/domain';
import { type EventLog, topicDefinitions } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import { type View, createMetrics, createView } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Accept, createAccept } from './accept.ts';
import type { Actor } from './actor.ts';
import { createDecideOnView } from './decide-on-view.ts';

const documentId = 'll-hrss:2026-1';
const publishing = {
  name: 'publish',
  documentId,
  body: {
    documentId,
    document: {
      docClass: 'normative_document',
      title: '临澜市灵活就业人员参保补贴办法',
      issuers: [{ name: '临澜市人力资源和社会保障局' }],
      issuedOn: '2026-03-02',
      publishedOn: '2026-03-05',
      effectiveFrom: '2026-04-01',
      disclosure: 'active',
      body: { text: '第一条 为了鼓励参加社会保险，制定本办法。' },
    },
  },
} satisfies Command;
const repealing = {
  name: 'repeal',
  documentId,
  body: { expectedVersion: 1, decision: { title: '关于废止部分文件的决定' }, effectiveOn: '2026-10-01' },
} satisfies Command;
const actor: Actor = {
  department: { id: 'll-hrss', name: '临澜市人力资源和社会保障局', level: 'city', regionCode: '379900' },
  credential: 'key:cms',
  scopes: new Set(),
};

const now = () => new Date('2026-11-25T02:00:00Z');

let log: EventLog;
const views: View[] = [];

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(2));
});

afterEach(async () => {
  for (const view of views.splice(0)) await view[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

async function startPublisher(own: Partial<EventLog> = {}, deadlineMs = 2_000): Promise<Accept> {
  const view = createView({ path: ':memory:', log: { ...log, ...own } });
  views.push(view);
  await view.ready;
  return createAccept({
    log: { ...log, ...own },
    view,
    store: createMemoryObjectStore(),
    metrics: createMetrics(),
    now,
    targets: [],
    decideOnView: createDecideOnView({ view, now, gates: [] }),
    deadlineMs,
  });
}

/** A publisher that sees nothing new of the log until it is let. */
async function startLaggingPublisher() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const accept = await startPublisher({
    async *read(topic, from, options) {
      for await (const batch of log.read(topic, from, options)) {
        await promise;
        yield batch;
      }
    },
  });
  return { accept, letItSee: resolve };
}

describe('accepting, several publishers side by side', () => {
  it('refuses nothing that another publisher has accepted a moment before', async () => {
    const first = await startPublisher();
    const { accept, letItSee } = await startLaggingPublisher();
    await first({ actor, command: publishing, idempotencyKey: 'a' });
    const repealed = accept({ actor, command: repealing, idempotencyKey: 'b' });
    letItSee();
    expect(await repealed).toMatchObject({ version: 2, type: 'cn.gongwen.document.repealed.v1' });
  });

  it('answers one receipt for the same key at both (I5)', async () => {
    const first = await startPublisher();
    const { accept, letItSee } = await startLaggingPublisher();
    const one = await first({ actor, command: publishing, idempotencyKey: 'a' });
    const other = accept({ actor, command: publishing, idempotencyKey: 'a' });
    letItSee();
    expect(await other).toMatchObject({ receiptId: one.receiptId, version: 1 });
  });

  it('refuses the same key with other content, wherever it was used first', async () => {
    const first = await startPublisher();
    const { accept, letItSee } = await startLaggingPublisher();
    await first({ actor, command: publishing, idempotencyKey: 'a' });
    const { document } = publishing.body;
    const body = { ...publishing.body, document: { ...document, title: '另一办法' } };
    const other = accept({ actor, command: { ...publishing, body }, idempotencyKey: 'a' });
    letItSee();
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('lets one of two win the version and tells the other (I3)', async () => {
    const first = await startPublisher();
    const second = await startPublisher();
    await first({ actor, command: publishing, idempotencyKey: 'a' });
    const answers = await Promise.allSettled([
      first({ actor, command: repealing, idempotencyKey: 'b' }),
      second({ actor, command: repealing, idempotencyKey: 'c' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(reasons).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/^(VERSION_CONFLICT|ILLEGAL_TRANSITION)$/) }),
    ]);
  });
});

describe('accepting while the log is unwell', () => {
  it('answers OUTCOME_UNKNOWN by the deadline when the log does not answer', async () => {
    const accept = await startPublisher({ append: () => new Promise(() => undefined) }, 50);
    await expect(accept({ actor, command: publishing, idempotencyKey: 'a' })).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
  });
});
