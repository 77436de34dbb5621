import { type EventLog, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import {
  type DecisionTargets,
  type DocumentEvent,
  type PublishCommand,
  isDocumentEvent,
} from '@gongwen/schemas';
import { type View, createLogger, createMetrics, createView } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RegisteredDepartment, hashKey, scopes } from '../index.ts';
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

interface Running extends AsyncDisposable {
  readonly view: View;
  readonly publisher: Publisher;
}

let log: EventLog;
let today: string;
let running: Running[];

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(2));
  today = '2026-11-25';
  running = [];
});

afterEach(async () => {
  for (const one of running) await one[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

/** A publisher with a view of its own, as another process would be. */
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
    now: () => new Date(`${today}T02:00:00Z`),
  });
  const one = {
    view,
    publisher,
    async [Symbol.asyncDispose]() {
      running = running.filter((other) => other !== one);
      await publisher[Symbol.asyncDispose]();
      await view[Symbol.asyncDispose]();
    },
  };
  running.push(one);
  return one;
}

type Content = PublishCommand['document'];

async function publish({ publisher }: Running, documentId: string, more: Partial<Content> = {}) {
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

async function send({ app }: Publisher, method: string, path: string, body?: unknown) {
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

const decisionId = 'll-gov:2026-q';

function decide(one: Running, relations: NonNullable<Content['relations']>, more: Partial<Content> = {}) {
  const content = {
    docClass: 'lifecycle_decision',
    title: '关于公布清理结果的决定',
    issuedOn: '2026-11-20',
  } as const;
  return publish(one, decisionId, { ...content, publishedOn: '2026-11-20', relations, ...more });
}

const targetsOfDecision = async ({ publisher }: Running) =>
  (await send(publisher, 'GET', `/v1/documents/${decisionId}/targets`)) as DecisionTargets;

async function countsBecome(one: Running, counts: Record<string, number>) {
  await vi.waitFor(async () => expect((await targetsOfDecision(one)).counts).toEqual(counts), {
    timeout: 40_000,
  });
}

/** Every event of the log that a fold admits, by document. */
async function admitted(): Promise<Map<string, DocumentEvent[]>> {
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

const repeals = (target: object) => ({ type: 'repeals' as const, target });
const number = (sequence: number) => `临政发〔2020〕${sequence}号`;

describe('a decision that acts on others', () => {
  it('repeals each target once, cited by id, by 文号 in any spelling, or by title and date only', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2', { documentNumber: { raw: number(2) } });
    await publish(one, 'll-gov:3', { title: '临澜市供水办法' });
    await decide(one, [
      repeals({ documentId: 'll-gov:1' }),
      repeals({ number: '临政发[2020]第02号' }),
      repeals({ title: '《临澜市供水办法》', issuedOn: '2020-03-02' }),
    ]);
    await countsBecome(one, { applied: 3 });
    const histories = await admitted();
    const [decided] = histories.get(decisionId) ?? [];
    for (const target of ['ll-gov:1', 'll-gov:2', 'll-gov:3']) {
      expect(histories.get(target)).toHaveLength(2);
      expect(histories.get(target)?.[1]).toMatchObject({
        type: 'cn.gongwen.document.repealed.v1',
        causationid: decided?.id,
        source: 'urn:gongwen:system:decisions',
        data: { change: { effectiveOn: '2026-11-20', decision: { documentId: decisionId } } },
      });
    }
  });

  it('decision mixing 修改 and 废止: each target is changed in its own way, on its own day', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2');
    await decide(one, [
      { type: 'amends', target: { documentId: 'll-gov:1' }, effectiveOn: '2027-01-01', scope: '第三条' },
      repeals({ documentId: 'll-gov:2' }),
    ]);
    await countsBecome(one, { applied: 2 });
    expect(one.view.head('ll-gov:1')?.document).toMatchObject({
      textVersion: 1,
      lifecycle: [{ change: 'amended', effectiveOn: '2027-01-01', decision: { documentId: decisionId } }],
    });
    expect(one.view.head('ll-gov:2')?.document.lifecycle).toMatchObject([{ change: 'repealed' }]);
  });

  it('target not in the system: is kept as unresolved, and acted upon when it is imported later', async () => {
    const one = await start();
    await decide(one, [repeals({ number: number(7) })], { undisclosedTargetCount: 107 });
    await countsBecome(one, { unresolved: 1 });
    expect(await targetsOfDecision(one)).toMatchObject({ undisclosed: 107 });
    await publish(one, 'll-gov:7', { documentNumber: { raw: number(7) } });
    await countsBecome(one, { applied: 1 });
  });

  it('names the candidates when several fit, and takes the one that is meant after a correction', async () => {
    const one = await start();
    await publish(one, 'll-gov:1', { title: '工作要点', issuedOn: '2019-03-01' });
    await publish(one, 'll-gov:2', { title: '工作要点' });
    await decide(one, [repeals({ title: '工作要点' })]);
    await countsBecome(one, { ambiguous: 1 });
    expect((await targetsOfDecision(one)).items[0]).toMatchObject({ candidates: ['ll-gov:1', 'll-gov:2'] });
    await send(one.publisher, 'PUT', `/v1/documents/${decisionId}/links`, {
      expectedVersion: 1,
      links: [repeals({ title: '工作要点', issuedOn: '2019-03-01' })],
    });
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('repeals an old rule from within the new one, and never itself', async () => {
    const one = await start();
    await publish(one, 'll-gov:old', { title: '信访办法', issuedOn: '2010-01-01' });
    await publish(one, 'll-gov:new', { title: '信访办法', relations: [repeals({ title: '信访办法' })] });
    await vi.waitFor(() => expect(one.view.head('ll-gov:old')?.version).toBe(2));
    expect(one.view.head('ll-gov:new')?.version).toBe(1);
  });

  it('touches other departments’ documents only where its department may (I6)', async () => {
    const one = await start();
    await publish(one, 'll-edu:1');
    await publish(one, 'll-hrss:q', { relations: [repeals({ documentId: 'll-edu:1' })] });
    await decide(one, [repeals({ documentId: 'll-hrss:q' })]);
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-edu:1')?.version).toBe(1);
  });

  it('tells what a target’s state refuses, and writes nothing', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    const by = { decision: { title: '早先的决定' }, effectiveOn: '2021-01-01', expectedVersion: 1 };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:1/repeal', by);
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { refused: 1 });
    expect((await targetsOfDecision(one)).items[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('takes what the target’s own department has written for done', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    const by = {
      decision: { title: '关于公布清理结果的决定' },
      effectiveOn: '2026-11-20',
      expectedVersion: 1,
    };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:1/repeal', by);
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('carrier with 3 instruments: a decision on two of them leaves the third in force', async () => {
    const one = await start();
    const instruments = ['节水细则', '供水细则', '排水细则'].map((title) => ({ title }));
    await publish(one, 'll-gov:1', { title: '关于印发节水细则等三个文件的通知', instruments });
    await decide(one, [repeals({ title: '《节水细则》' }), repeals({ title: '供水细则' })]);
    await countsBecome(one, { applied: 2 });
    const change = 'partially_ended';
    expect(
      one.view.head('ll-gov:1')?.document.lifecycle.map(({ articles, ...entry }) => [entry.change, articles]),
    ).toEqual(
      expect.arrayContaining([
        [change, ['节水细则']],
        [change, ['供水细则']],
      ]),
    );
    expect(one.view.head('ll-gov:1')?.version).toBe(3);
  });

  it('amends one document in steps, each on its own day', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    const amends = (effectiveOn: string) => ({
      type: 'amends' as const,
      target: { documentId: 'll-gov:1' },
      effectiveOn,
    });
    await decide(one, [amends('2027-01-01'), amends('2028-01-01')]);
    await countsBecome(one, { applied: 2 });
    const days = one.view.head('ll-gov:1')?.document.lifecycle.map(({ effectiveOn }) => effectiveOn);
    expect(days?.toSorted()).toEqual(['2027-01-01', '2028-01-01']);
  });

  it('ends articles of one document that it names one by one', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    const ends = (article: string, effectiveOn: string) => ({
      type: 'partially_ends' as const,
      target: { documentId: 'll-gov:1' },
      articles: [article],
      effectiveOn,
    });
    await decide(one, [ends('第七条', '2026-11-20'), ends('第九条', '2026-11-20')]);
    await countsBecome(one, { applied: 2 });
    const { lifecycle } = one.view.head('ll-gov:1')?.document ?? { lifecycle: [] };
    expect(
      lifecycle.map(({ articles, effectiveOn }) => `${articles?.join()} ${effectiveOn}`).toSorted(),
    ).toEqual(['第七条 2026-11-20', '第九条 2026-11-20']);
  });

  it('same decision title, two bodies: each ends what it names, in its own name', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-edu:1');
    const title = '关于公布清理结果的决定';
    for (const body of ['ll-gov', 'll-edu']) {
      const relations = [repeals({ documentId: `${body}:1` })];
      const issued = {
        issuedOn: '2026-11-20',
        publishedOn: '2026-11-20',
        issuers: [{ name: `部门 ${body}` }],
      };
      await publish(one, `${body}:q`, { docClass: 'lifecycle_decision', title, relations, ...issued });
    }
    for (const body of ['ll-gov', 'll-edu']) {
      await vi.waitFor(() => expect(one.view.head(`${body}:1`)?.version).toBe(2));
      expect(one.view.head(`${body}:1`)?.document.lifecycle).toMatchObject([
        { change: 'repealed', decision: { documentId: `${body}:q`, title, issuer: `部门 ${body}` } },
      ]);
    }
  });

  it('withdrawn then republished: a repeal of meanwhile is carried out when the document is back', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    const withdrawal = { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' };
    const path = '/v1/documents/ll-gov:1';
    await send(one.publisher, 'POST', `${path}/withdrawal`, { ...withdrawal, expectedVersion: 1 });
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { refused: 1 });
    const restoration = { reason: '已更正', authorizer: '信息公开科', expectedVersion: 2 };
    await send(one.publisher, 'POST', `${path}/restoration`, restoration);
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-gov:1')?.document.lifecycle).toMatchObject([{ change: 'repealed' }]);
  });

  it('duplicate delivery: records that come twice change nothing, for a new view either', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { applied: 1 });
    const events = [...(await admitted()).values()].flat();
    for (const event of events.toReversed())
      await log.append(topics.events, [{ key: event.subject, value: Buffer.from(JSON.stringify(event)) }]);
    const other = await start();
    expect(other.view.head('ll-gov:1')).toEqual(one.view.head('ll-gov:1'));
    expect(other.view.head('ll-gov:1')?.document.lifecycle).toHaveLength(1);
    await countsBecome(other, { applied: 1 });
  });

  it('out-of-order amend/repeal: an amendment of March that is told after the repeal of June is refused', async () => {
    const one = await start();
    await publish(one, 'll-gov:1');
    const acts = (localId: string, relation: NonNullable<Content['relations']>[number], issuedOn: string) =>
      publish(one, localId, {
        docClass: 'lifecycle_decision',
        title: '关于公布清理结果的决定',
        relations: [relation],
        issuedOn,
        publishedOn: issuedOn,
      });
    await acts('ll-gov:june', repeals({ documentId: 'll-gov:1' }), '2026-06-01');
    await vi.waitFor(() => expect(one.view.head('ll-gov:1')?.version).toBe(2));
    await acts(decisionId, { type: 'amends', target: { documentId: 'll-gov:1' } }, '2026-03-01');
    await countsBecome(one, { refused: 1 });
    expect((await targetsOfDecision(one)).items[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('decision with 2,274 targets: each has exactly one event, with two publishers, one of which stops on the way', async () => {
    const count = 2_274;
    const [one, other] = [await start(), await start()];
    const sequences = Array.from({ length: count }, (_, index) => index + 1);
    await Promise.all(
      sequences.map((n) => publish(one, `ll-gov:${n}`, { documentNumber: { raw: number(n) } })),
    );
    await decide(
      one,
      sequences.map((n) => repeals({ number: number(n) })),
    );
    await vi.waitFor(
      async () => expect((await targetsOfDecision(one)).counts['applied']).toBeGreaterThan(100),
      { timeout: 20_000 },
    );
    await one[Symbol.asyncDispose]();
    await countsBecome(other, { applied: count });
    const third = await start();
    await countsBecome(third, { applied: count });
    const histories = await admitted();
    for (const n of sequences) expect(histories.get(`ll-gov:${n}`)).toHaveLength(2);
  }, 60_000);
});

describe('the calendar', () => {
  it('ends each term once, with two publishers, also after a downtime', async () => {
    const first = await start();
    for (let n = 1; n <= 40; n++) {
      await publish(first, `ll-gov:${n}`, { effectiveUntil: '2026-11-25' });
    }
    await first[Symbol.asyncDispose]();
    today = '2027-03-01';
    const [one, other] = [await start(), await start()];
    await vi.waitFor(() => {
      expect(one.view.dueBy(today, 100)).toEqual([]);
      expect(other.view.dueBy(today, 100)).toEqual([]);
    });
    for (const [, history] of await admitted()) {
      expect(history.slice(1)).toMatchObject([
        {
          type: 'cn.gongwen.document.expired.v1',
          data: { change: { cause: 'term', effectiveOn: '2026-11-26' } },
        },
      ]);
    }
  });

  it('renewal on the last day: is in time, what was not renewed ends, and the day after is too late', async () => {
    const first = await start();
    for (const n of [1, 2, 3]) await publish(first, `ll-gov:${n}`, { effectiveUntil: '2026-11-25' });
    const renewal = { effectiveOn: '2026-11-26', effectiveUntil: '2031-11-25', expectedVersion: 1 };
    await send(first.publisher, 'POST', '/v1/documents/ll-gov:1/renewal', renewal);
    await first[Symbol.asyncDispose]();
    today = '2026-11-26';
    const one = await start();
    await vi.waitFor(() => expect(one.view.dueBy(today, 100)).toEqual([]));
    const histories = await admitted();
    const typesOf = (localId: number) =>
      histories.get(`ll-gov:${localId}`)?.map(({ type }) => type.split('.')[3]);
    expect([1, 2, 3].map(typesOf)).toEqual([
      ['published', 'renewed'],
      ['published', 'expired'],
      ['published', 'expired'],
    ]);
    const late = send(one.publisher, 'POST', '/v1/documents/ll-gov:2/renewal', {
      ...renewal,
      expectedVersion: 2,
    });
    await expect(late).rejects.toThrow('ILLEGAL_TRANSITION');
  });

  it('conditional lapse met / not met: only what was not cancelled by its day is told as lapsed', async () => {
    const first = await start();
    const schedule = { action: 'schedule', dueOn: '2026-12-01', condition: '未修订的，失效' };
    for (const n of [1, 2]) {
      await publish(first, `ll-gov:${n}`);
      const path = `/v1/documents/ll-gov:${n}/scheduled-end`;
      await send(first.publisher, 'POST', path, { ...schedule, expectedVersion: 1 });
    }
    const cancel = { action: 'cancel', dueOn: '2026-12-01', expectedVersion: 2 };
    await send(first.publisher, 'POST', '/v1/documents/ll-gov:2/scheduled-end', cancel);
    await first[Symbol.asyncDispose]();
    today = '2026-12-02';
    const one = await start();
    await vi.waitFor(() => expect(one.view.head('ll-gov:1')?.version).toBe(3));
    expect(one.view.dueBy(today, 100)).toEqual([]);
    const lastOf = (localId: number) => one.view.head(`ll-gov:${localId}`)?.document.lifecycle.at(-1);
    expect([lastOf(1), lastOf(2)]).toMatchObject([
      { change: 'declared_lapsed', effectiveOn: '2026-12-01' },
      { change: 'end_cancelled', effectiveOn: '2026-11-25' },
    ]);
  });

  it('leaves a term alone on its inclusive last day', async () => {
    const one = await start();
    await publish(one, 'll-gov:1', { effectiveUntil: '2026-11-25' });
    await publish(one, 'll-gov:2', { effectiveUntil: '2026-11-24' });
    await vi.waitFor(() => expect(one.view.head('ll-gov:2')?.version).toBe(2));
    expect(one.view.head('ll-gov:1')?.version).toBe(1);
  });
});
