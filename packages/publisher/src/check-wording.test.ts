import type { Command } from '@gongwen/domain';
import { type EventLog, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import { type View, createLogger, createMetrics, createView } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Accept, createAccept } from './accept.ts';
import type { Actor } from './actor.ts';
import { createCheckWording } from './check-wording.ts';
import { createDecideOnView } from './decide-on-view.ts';
import type { WordingFinding, WordingQuestion } from './wording-check.ts';

const documentId = 'll-hrss:2026-1';
const document = {
  docClass: 'normative_document' as const,
  title: '临澜市灵活就业人员参保补贴办法',
  issuers: [{ name: '临澜市人力资源和社会保障局' }],
  issuedOn: '2026-03-02',
  publishedOn: '2026-03-05',
  effectiveFrom: '2026-04-01',
  disclosure: 'active' as const,
  body: { text: '第一条 见诸报导的，从其规定。' },
};
const actor: Actor = {
  department: { id: 'll-hrss', name: '临澜市人力资源和社会保障局', level: 'city', regionCode: '379900' },
  credential: 'key:cms',
  scopes: new Set(),
};
const passed = { result: 'passed' as const, by: '甲', on: '2026-03-01' };
const provenance = { sources: [], gaps: [] };

let log: EventLog;
let view: View;
let accept: Accept;
let hits: WordingFinding[];
let isAway: boolean;
let asked: WordingQuestion[];

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(1));
  view = createView({ path: ':memory:', log });
  await view.ready;
  [hits, isAway, asked] = [[], false, []];
  const now = () => new Date('2026-11-25T02:00:00Z');
  const ask = async (question: WordingQuestion) => {
    asked.push(question);
    if (isAway) throw new Error('connect ECONNREFUSED');
    return { engine: 'linlan-wording 1.0', hits };
  };
  accept = createAccept({
    log,
    view,
    store: createMemoryObjectStore(),
    metrics: createMetrics(),
    now,
    targets: [],
    decideOnView: createDecideOnView({ view, now, gates: [] }),
    checkWording: createCheckWording({
      ask,
      logger: createLogger({ service: 'test', level: 'silent' }),
      now,
    }),
  });
});

afterEach(async () => {
  await view[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

type Body<Name extends Command['name']> = Omit<Extract<Command, { name: Name }>['body'], 'expectedVersion'>;

const publish = (more: Partial<Body<'publish'>> = {}, key = 'k1') =>
  accept({
    actor,
    command: { name: 'publish', documentId, body: { documentId, document, ...more } },
    idempotencyKey: key,
  });

function change<Name extends Exclude<Command['name'], 'publish'>>(name: Name, body: Body<Name>, key = name) {
  const expectedVersion = view.head(documentId)?.version ?? 0;
  // TypeScript does not see that name and body belong together
  const command = { name, documentId, body: { ...body, expectedVersion } } as unknown as Command;
  return accept({ actor, command, idempotencyKey: key });
}

const amending = { kind: 'amendment', effectiveOn: '2026-12-01', note: '改' } as const;
const withdrawal = { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' } as const;

async function eventsInLog() {
  const events: { data: { change: { evidence?: object } } }[] = [];
  const until = await log.ends(topics.events);
  const reading = { until, signal: AbortSignal.timeout(2_000) };
  for await (const records of log.read(topics.events, new Map([[0, 0]]), reading)) {
    for (const { value } of records) events.push(JSON.parse(Buffer.from(value ?? []).toString()));
  }
  return events;
}

describe('words that go out', () => {
  it('are looked through first, and what the checker let pass is kept with the event', async () => {
    hits = [{ word: '报导', suggestion: '报道', severity: 'warn' }];
    await publish({ evidence: { secrecyReview: passed } });
    const { title, body } = document;
    expect(asked).toEqual([{ documentId, department: 'll-hrss', title, text: body.text }]);
    expect((await eventsInLog()).map(({ data }) => data.change.evidence)).toEqual([
      {
        secrecyReview: passed,
        wordingCheck: {
          engine: 'linlan-wording 1.0',
          at: '2026-11-25T02:00:00.000Z',
          hits: [{ text: '报导', advice: '报道', severity: 'warning' }],
        },
      },
    ]);
  });

  it('are refused with an issue for each wording that must not, and nothing is written', async () => {
    hits = [
      { word: '报导', suggestion: '报道', severity: 'refuse' },
      { word: '灵活就业', severity: 'refuse' },
      { word: '从其规定', severity: 'warn' },
    ];
    await expect(publish()).rejects.toMatchObject({
      code: 'WORDING_REFUSED',
      details: {
        issues: [
          {
            pointer: '/document/body/text',
            rule: 'wording',
            got: '报导',
            expected: '报道',
            zh: '用词不当：“报导”，建议改为“报道”',
            en: 'wording that must not go out: “报导”; suggested: “报道”',
          },
          { pointer: '/document/title', got: '灵活就业', zh: '用词不当：“灵活就业”' },
        ],
      },
    });
    expect(await eventsInLog()).toEqual([]);
  });

  it('do not go out while the checker is away, and do with the same key when it is back', async () => {
    isAway = true;
    await expect(publish()).rejects.toMatchObject({
      code: 'DEPENDENCY_UNAVAILABLE',
      details: { retryAfterSeconds: 2 },
    });
    expect(await eventsInLog()).toEqual([]);
    isAway = false;
    expect(await publish()).toMatchObject({ version: 1, replayed: false });
  });

  it('are those that a change brings, with pointers into it', async () => {
    await publish();
    hits = [{ word: '报导', severity: 'refuse' }];
    const html = '<p>见诸报<b>导</b>的。</p>';
    await expect(change('amend', { ...amending, changes: { body: { html } } })).rejects.toMatchObject({
      details: { issues: [{ pointer: '/changes/body/html' }] },
    });
    await expect(
      change('correct', { changes: { title: '报导办法' }, note: '误', gazetteCorrected: false }),
    ).rejects.toMatchObject({ details: { issues: [{ pointer: '/changes/title' }] } });
    const head = { documentId, department: 'll-hrss' };
    expect(asked.slice(1)).toEqual([
      { ...head, html },
      { ...head, title: '报导办法' },
    ]);
  });

  it('of amendments and corrections keep what was found, too', async () => {
    await publish();
    await change('amend', { ...amending, changes: { title: '临澜市补贴办法' } });
    const changes = { title: '临澜市参保补贴办法' };
    await change('correct', { changes, note: '误', gazetteCorrected: false });
    const found = { wordingCheck: { engine: 'linlan-wording 1.0', hits: [] } };
    const evidence = (await eventsInLog()).map(({ data }) => data.change.evidence);
    expect(evidence).toMatchObject([found, found, found]);
  });

  it('of a restored document are all looked through again', async () => {
    await publish();
    await change('withdraw', withdrawal);
    hits = [{ word: '报导', severity: 'refuse' }];
    const restored = change('restore', { reason: '已更正', authorizer: '信息公开科' });
    await expect(restored).rejects.toMatchObject({ code: 'WORDING_REFUSED' });
    expect(asked.at(-1)).toMatchObject({ title: document.title, text: document.body.text });
  });

  it('are what the city’s checker says of them, not what the command says', async () => {
    await publish({ evidence: { wordingCheck: { engine: 'own', at: '2026-03-01T00:00:00Z', hits: [] } } });
    expect((await eventsInLog())[0]?.data.change.evidence).toMatchObject({
      wordingCheck: { engine: 'linlan-wording 1.0' },
    });
  });
});

describe('the checker is not asked', () => {
  it('about an import, even while it is away', async () => {
    isAway = true;
    await publish({ document: { ...document, provenance } });
    await change('amend', { ...amending, changes: { body: { text: '第一条 旧文本。' }, provenance } });
    expect(asked).toEqual([]);
  });

  it('when the same key and content are answered again', async () => {
    const { receiptId } = await publish();
    isAway = true;
    expect(await publish()).toMatchObject({ receiptId, replayed: true });
    expect(asked).toHaveLength(1);
  });

  it('about what brings no words', async () => {
    await publish();
    isAway = true;
    const decision = { title: '关于修改部分文件的决定' };
    await change('amend', { ...amending, decision, changes: {} });
    await change('correct', { changes: { keywords: ['参保'] }, note: '误', gazetteCorrected: false });
    await change('repeal', { decision, effectiveOn: '2027-01-01' });
    await change('withdraw', withdrawal);
    expect(asked).toHaveLength(1);
  });

  it('about what is refused anyway', async () => {
    await expect(publish({ document: { ...document, disclosure: 'none' } })).rejects.toThrow();
    await expect(
      change('correct', { changes: { title: '无' }, note: '误', gazetteCorrected: false }),
    ).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});
