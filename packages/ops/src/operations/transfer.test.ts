import { type EventLog, topicDefinitions } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import { type Publisher, type Scope, createPublisher, hashKey, scopes } from '@gongwen/publisher';
import type { DocumentContent } from '@gongwen/schemas';
import { type Client, type Documents, createClient } from '@gongwen/sdk';
import { type View, createLogger, createMetrics, createView } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDocumentOwners } from './document-owners.ts';
import { type TransferOptions, planTransfer, transferDocuments } from './transfer.ts';

const department = (
  id: string,
  allowed: readonly Scope[] = scopes.filter((one) => one !== 'operations'),
) => ({
  id,
  name: `部门 ${id}`,
  level: 'city' as const,
  regionCode: '379900',
  keys: [{ id: 'cms', sha256: hashKey(`key-${id}`), scopes: allowed }],
});

const scope = { from: 'll-labour', to: 'll-hrss', basis: '市级机构改革方案' };
const idOf = (number: number) => `ll-labour:2026-${number}`;

let log: EventLog;
let view: View;
let publisher: Publisher;
let client: Client;

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(2));
  view = createView({ path: ':memory:', log });
  await view.ready;
  publisher = createPublisher({
    log,
    view,
    store: createMemoryObjectStore(),
    departments: [
      department('ll-labour'),
      department('ll-hrss'),
      department('ll-civil'),
      department('ll-operators', scopes),
    ],
    targets: [],
    gates: [],
    requestsPerSecond: 10_000,
    requestsAtOnce: 10_000,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics(),
    now: () => new Date('2026-11-25T02:00:00Z'),
  });
  client = clientOf('ll-labour');
  for (const number of Array(40).keys()) await publish(number);
});

afterEach(async () => {
  await publisher[Symbol.asyncDispose]();
  await view[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

function clientOf(id: string): Client {
  return createClient({
    baseUrl: 'http://gongwen.example',
    token: `key-${id}`,
    retries: 0,
    fetch: async (input, init) => publisher.app.fetch(new Request(input, init)),
  });
}

function publish(number: number) {
  const document: DocumentContent = {
    docClass: number % 10 === 0 ? 'interpretation' : 'normative_document',
    title: `临澜市第${number}号用工办法`,
    issuers: [{ name: '临澜市劳动局' }],
    issuedOn: '2026-03-02',
    publishedOn: '2026-03-05',
    disclosure: 'active',
    body: { text: '第一条 略。' },
  };
  return client.documents.publish({ documentId: idOf(number), document });
}

const withdraw = (number: number) =>
  client.documents.withdraw(idOf(number), {
    expectedVersion: 1,
    reasonCode: 'published_by_mistake',
    publicReason: '误发',
    authorizer: '办公室主任',
  });
const repeal = (number: number) =>
  client.documents.repeal(idOf(number), {
    expectedVersion: 1,
    decision: { title: '关于废止部分文件的决定' },
    effectiveOn: '2026-10-01',
  });

const owners = () => readDocumentOwners(log, new AbortController().signal);

async function execute(more: Partial<TransferOptions> = {}) {
  return transferDocuments({
    owners: await owners(),
    scope,
    transfer: client.documents.transfer,
    ...more,
  });
}

/** Does something of its own before the call of that number. */
function before(call: number, act: () => Promise<unknown>): Documents['transfer'] {
  let calls = 0;
  return async (...given) => {
    if (++calls === call) await act();
    return client.documents.transfer(...given);
  };
}

/** Event types by document. */
const histories = () =>
  Array.from(Array(40).keys(), (number) => view.history(idOf(number)).map(({ type }) => type));
const transfersOf = (types: readonly string[]) =>
  types.filter((type) => type === 'cn.gongwen.document.transferred.v1').length;
const departments = () => new Set([...view.documents()].map(({ document: { department: owner } }) => owner));

describe('planTransfer', () => {
  it('counts by class and publication state, and changes nothing', async () => {
    await withdraw(1);
    expect(planTransfer(await owners(), scope)).toEqual({
      documents: 40,
      byClass: { interpretation: 4, normative_document: 36 },
      byPublication: { published: 39, withdrawn: 1 },
      alreadyThere: 0,
    });
    expect(departments()).toEqual(new Set(['ll-labour']));
  });
});

describe('transferDocuments', () => {
  it('moves every document once, withdrawn and ended ones too', async () => {
    await withdraw(1);
    await repeal(2);
    expect(await execute()).toEqual({ transferred: 40, alreadyThere: 0, refused: [] });
    expect(departments()).toEqual(new Set(['ll-hrss']));
    expect(histories().map(transfersOf)).toEqual(Array(40).fill(1));
    expect(view.head(idOf(1))?.document.publication.state).toBe('withdrawn');
    expect(view.head(idOf(2))?.document.lifecycle).toMatchObject([{ change: 'repealed' }]);
  });

  it('goes on where it was broken off', async () => {
    const broken = before(20, () => Promise.reject(Object.assign(new Error('reset'), { code: 'NETWORK' })));
    await expect(execute({ transfer: broken })).rejects.toThrow('reset');
    const { documents, alreadyThere } = planTransfer(await owners(), scope);
    expect(documents).toBeGreaterThan(0);
    expect(alreadyThere).toBeGreaterThan(0);
    expect(await execute()).toEqual({ transferred: documents, alreadyThere, refused: [] });
    expect(await execute()).toEqual({ transferred: 0, alreadyThere: 40, refused: [] });
    expect(histories().map(transfersOf)).toEqual(Array(40).fill(1));
  });

  it('sends what changed meanwhile again, with its new version', async () => {
    const transfer = before(3, () => repeal(39));
    expect(await execute({ transfer })).toEqual({ transferred: 40, alreadyThere: 0, refused: [] });
    expect(histories()[39]).toEqual([
      'cn.gongwen.document.published.v1',
      'cn.gongwen.document.repealed.v1',
      'cn.gongwen.document.transferred.v1',
    ]);
  });

  it('counts as done what another has moved meanwhile', async () => {
    const { to, basis } = scope;
    const transfer = before(3, () => client.documents.transfer(idOf(39), { expectedVersion: 1, to, basis }));
    expect(await execute({ transfer })).toEqual({ transferred: 39, alreadyThere: 1, refused: [] });
  });

  it.each(['ll-labour', 'll-operators'])(
    'lists what has gone elsewhere meanwhile, with the code, by the key of %s',
    async (actor) => {
      let calls = 0;
      const transfer: Documents['transfer'] = async (...given) => {
        if (++calls === 3)
          await client.documents.transfer(idOf(39), {
            expectedVersion: 1,
            to: 'll-civil',
            basis: '另行划转',
          });
        return clientOf(actor).documents.transfer(...given);
      };
      const code = actor === 'll-labour' ? 'FORBIDDEN_NAMESPACE' : 'VERSION_CONFLICT';
      expect(await execute({ transfer })).toMatchObject({
        transferred: 39,
        refused: [{ documentId: idOf(39), code }],
      });
    },
  );

  it('stops at once at a department that nobody knows', async () => {
    await expect(execute({ scope: { ...scope, to: 'll-nobody' } })).rejects.toMatchObject({
      code: 'SCHEMA_VIOLATION',
      issues: [{ pointer: '/to' }],
    });
    expect(departments()).toEqual(new Set(['ll-labour']));
  });

  it('stops at once with a key that may not write', async () => {
    const { transfer } = clientOf('ll-nobody').documents;
    await expect(execute({ transfer })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('moves documents there, back and there again', async () => {
    await execute();
    const back = { from: scope.to, to: scope.from, basis: scope.basis };
    await execute({ scope: back, transfer: clientOf('ll-hrss').documents.transfer });
    expect(await execute()).toEqual({ transferred: 40, alreadyThere: 0, refused: [] });
    expect(departments()).toEqual(new Set(['ll-hrss']));
  });
});
