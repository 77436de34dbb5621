import { type EventLog, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import { type DocumentEvent, type PublishCommand, isDocumentEvent } from '@gongwen/schemas';
import { type View, createLogger, createMetrics, createView } from '@gongwen/service-kit';

import { scopes } from '../actor.ts';
import { type RegisteredDepartment, hashKey } from '../department-registry.ts';
import { type Publisher, createPublisher } from '../publisher.ts';

const department = (id: string, decidesFor: string[] = []): RegisteredDepartment => ({
  id,
  name: `部门 ${id}`,
  level: 'city',
  regionCode: '379900',
  decidesFor,
  keys: [{ id: 'cms', sha256: hashKey(`secret-${id}`), scopes }],
});
const departments = [department('ll-gov', ['*']), department('ll-hrss'), department('ll-edu')];

export interface Running extends AsyncDisposable {
  readonly view: View;
  readonly publisher: Publisher;
}

/** One log, and publishers that each have a view of it of their own, as processes would; for tests. */
export interface PublishingCity extends AsyncDisposable {
  readonly log: EventLog;
  /** The civil date; may be set. */
  today: string;
  start(): Promise<Running>;
  /** Every event of the log that a fold admits, by document. */
  admitted(): Promise<Map<string, DocumentEvent[]>>;
}

export async function publishingCity(): Promise<PublishingCity> {
  const log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(2));
  const running = new Set<Running>();
  const city: PublishingCity = {
    log,
    today: '2026-11-25',
    start,
    admitted: () => admittedEvents(log),
    async [Symbol.asyncDispose]() {
      for (const one of running) await one[Symbol.asyncDispose]();
      await log[Symbol.asyncDispose]();
    },
  };
  return city;

  async function start(): Promise<Running> {
    const view = createView({ path: ':memory:', log });
    await view.ready;
    const publisher = createPublisher({
      log,
      view,
      store: createMemoryObjectStore(),
      departments,
      targets: [],
      gates: [],
      requestsPerSecond: 100_000,
      requestsAtOnce: 100_000,
      logger: createLogger({ service: 'test', level: 'silent' }),
      metrics: createMetrics(),
      now: () => new Date(`${city.today}T02:00:00Z`),
    });
    const one = {
      view,
      publisher,
      async [Symbol.asyncDispose]() {
        running.delete(one);
        await publisher[Symbol.asyncDispose]();
        await view[Symbol.asyncDispose]();
      },
    };
    running.add(one);
    return one;
  }
}

export type Content = PublishCommand['document'];

export async function publish({ publisher }: Running, documentId: string, more: Partial<Content> = {}) {
  const document = {
    docClass: 'normative_document',
    title: `关于${documentId}的办法`,
    issuers: [{ name: '临澜市人民政府' }],
    issuedOn: '2020-03-02',
    publishedOn: '2020-03-05',
    disclosure: 'active',
    body: { text: '第一条 为了规范管理，制定本办法。' },
    ...more,
  };
  return send(publisher, 'POST', '/v1/documents', { documentId, document });
}

export async function send({ app }: Publisher, method: string, path: string, body?: unknown) {
  const owner = /ll-\w+(?=:)/.exec(JSON.stringify(body ?? path) + path)?.[0] ?? 'll-gov';
  const answer = await app.request(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer secret-${owner}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
  });
  const content: unknown = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(content));
  return content;
}

async function admittedEvents(log: EventLog): Promise<Map<string, DocumentEvent[]>> {
  const histories = new Map<string, DocumentEvent[]>();
  const ends = await log.ends(topics.events);
  const { signal } = new AbortController();
  for await (const batch of log.read(topics.events, new Map(), { signal, until: ends })) {
    for (const { value } of batch) {
      const event: unknown = JSON.parse(new TextDecoder().decode(value ?? undefined));
      if (!isDocumentEvent(event)) throw new Error('no event');
      const history = histories.get(event.subject) ?? [];
      histories.set(event.subject, history);
      if (event.data.version === history.length + 1) history.push(event);
    }
  }
  return histories;
}
