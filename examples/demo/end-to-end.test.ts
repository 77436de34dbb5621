import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLibrary } from '@gongwen/example-provincial-library';
import { evidenceOf, reviewed } from '@gongwen/example-sample-city';
import { compareStores } from '@gongwen/checker';
import { type LocalSystem, hashKey, scopes, startLocal } from '@gongwen/local';
import type { DocumentContent } from '@gongwen/schemas';
import { type Client, createClient, webhooks } from '@gongwen/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'gongwen-demo-'));
const keys = webhooks.generateKeys();
let library: Awaited<ReturnType<typeof startLibrary>>;
let system: LocalSystem;
let client: Client;

beforeAll(async () => {
  library = await startLibrary({ publicKeys: [keys.publicKey], allowFaults: true });
  system = await startLocal({
    dataDirectory: directory,
    departments: [
      {
        id: 'll-hrss',
        name: '临澜市人力资源和社会保障局',
        level: 'city',
        regionCode: '379900',
        keys: [{ id: 'test', sha256: hashKey('secret'), scopes }],
      },
    ],
    target: { name: 'province', url: `${library.url}/events`, privateKey: keys.privateKey },
  });
  client = createClient({ baseUrl: system.url, token: 'secret' });
});

afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await library[Symbol.asyncDispose]();
  rmSync(directory, { recursive: true });
});

const content = (title: string, number: number): DocumentContent => ({
  docClass: 'normative_document',
  title,
  documentNumber: { raw: `临澜人社发〔2026〕${number}号` },
  issuers: [{ name: '临澜市人力资源和社会保障局' }],
  issuedOn: '2026-03-02',
  publishedOn: '2026-03-05',
  effectiveFrom: '2026-04-01',
  disclosure: 'active',
  body: { text: '第一条 为了鼓励灵活就业人员参加社会保险，制定本办法。' },
});

const event = (change: object) => Buffer.from(JSON.stringify({ specversion: '1.0', ...change }));

async function stagesOf(receiptId: string) {
  const { stages } = await client.receipts.wait(receiptId, { until: 'delivered', timeoutMs: 20_000 });
  return Object.fromEntries(
    stages.map(({ stage, state, detail }) => [stage, detail ? `${state}: ${detail}` : state]),
  );
}

async function holdings() {
  const held = [...library.holdings.byDocument].map(([id, versions]) => [id, versions.at(-1)] as const);
  return new Map(held.flatMap(([id, newest]) => (newest ? [[id, newest] as const] : [])));
}

describe('a document’s way through one process', () => {
  it('goes from the SDK to archive, index and province, with its original', async () => {
    const file = await client.files.upload({
      content: Buffer.from('灵活就业人员参保补贴办法（文字版）'),
      filename: '补贴办法.txt',
      mediaType: 'text/plain',
    });
    const { receiptId } = await client.documents.publish(
      reviewed({
        documentId: 'll-hrss:2026-1',
        document: { ...content('灵活就业人员参保补贴办法', 1), renditions: [{ role: 'original', file }] },
      }),
    );
    expect(await stagesOf(receiptId)).toEqual({
      logged: 'done',
      stored: 'done',
      indexed: 'done',
      delivered: 'done',
    });
    const original = await fetch(`${system.url}/v1/files/${file.sha256}`);
    expect(await original.text()).toBe('灵活就业人员参保补贴办法（文字版）');
    const hits = await client.documents.list({ q: '参保' }).toArray({ limit: 10 });
    expect(hits.map(({ documentId }) => documentId)).toEqual(['ll-hrss:2026-1']);
  });

  it('shows a repeal on the document’s page, in search and at the province', async () => {
    const { receiptId } = await client.documents.repeal('ll-hrss:2026-1', {
      expectedVersion: 1,
      decision: { title: '关于废止部分文件的决定' },
      effectiveOn: '2026-10-01',
    });
    await stagesOf(receiptId);
    const page = await (await fetch(`${system.url}/documents/ll-hrss:2026-1`)).text();
    expect(page).toContain('已废止');
    expect(page).toContain('自 2026-10-01 起废止');
    expect((await client.documents.get('ll-hrss:2026-1', { at: '2026-09-30' })).validity).toBe('in_force');
    expect(library.holdings.byDocument.get('ll-hrss:2026-1')?.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('parks a document that the province refuses, with the reason, and delivers the others', async () => {
    const refused = await client.documents.publish(
      reviewed({
        documentId: 'll-hrss:2026-2',
        document: content('测试用补贴办法', 2),
      }),
    );
    expect(await stagesOf(refused.receiptId)).toMatchObject({
      delivered: 'refused: 标题含“测试”，不收测试文件',
    });
    const corrected = await client.documents.correct('ll-hrss:2026-2', {
      expectedVersion: 1,
      changes: { title: '补贴办法' },
      note: '更正标题',
      gazetteCorrected: false,
    });
    expect((await stagesOf(corrected.receiptId))['delivered']).toMatch(/^held/);
    const other = await client.documents.publish(
      reviewed({
        documentId: 'll-hrss:2026-3',
        document: content('另一办法', 3),
      }),
    );
    expect(await stagesOf(other.receiptId)).toMatchObject({ delivered: 'done' });
    expect(system.view.troubles(10).map(({ documentId }) => documentId)).toContain('ll-hrss:2026-2');
  });

  it('delivers in order after the province was down', async () => {
    const mode = (change: object) =>
      fetch(`${library.url}/mode`, { method: 'POST', body: JSON.stringify(change) });
    await mode({ down: true });
    const { receiptId } = await client.documents.publish(
      reviewed({
        documentId: 'll-hrss:2026-4',
        document: content('停机期间发布的办法', 4),
      }),
    );
    const amended = await client.documents.amend('ll-hrss:2026-4', {
      expectedVersion: 1,
      kind: 'amendment',
      effectiveOn: '2026-11-01',
      note: '提高标准',
      evidence: evidenceOf('2026-10-20'),
      changes: { body: { text: '第一条 标准提高。' } },
    });
    expect((await client.receipts.wait(receiptId, { until: 'indexed' })).stages.at(-1)?.state).toBe(
      'pending',
    );
    await mode({});
    expect(await stagesOf(amended.receiptId)).toMatchObject({ delivered: 'done' });
    expect(library.holdings.byDocument.get('ll-hrss:2026-4')?.map(({ version }) => version)).toEqual([1, 2]);
  }, 30_000);

  it('sets poison aside and goes on (I7)', async () => {
    const poison = [
      { key: 'p', value: Buffer.from([0xff, 0xfe, 0x00]) },
      { key: 'p', value: Buffer.alloc(0) },
      { key: 'p', value: null },
      { key: null, value: Buffer.from('{}') },
      { key: 'p', value: Buffer.from('"scalar"') },
      { key: 'p', value: Buffer.from('[]') },
      { key: 'p', value: Buffer.from('{"type":1}') },
      { key: 'p', value: event({ type: 'cn.gongwen.document.published.v9' }) },
      { key: 'p', value: event({ type: 'cn.gongwen.document.invented.v1' }) },
      { key: 'p', value: event({ type: 'cn.gongwen.document.published.v1' }) },
      { key: 'p', value: Buffer.alloc(1000) },
      { key: 'p', value: Buffer.from('{"__proto__":{"a":1}}') },
      { key: 'p', value: Buffer.from('['.repeat(20_000)) },
    ];
    const at = await system.log.append('documents.events', poison);
    const { receiptId } = await client.documents.publish(
      reviewed({
        documentId: 'll-hrss:2026-5',
        document: content('毒丸之后的办法', 5),
      }),
    );
    expect(await stagesOf(receiptId)).toEqual({
      logged: 'done',
      stored: 'done',
      indexed: 'done',
      delivered: 'done',
    });
    const dead = new Map<string, Set<number>>();
    const until = await system.log.ends('documents.dead-letters');
    const signal = AbortSignal.timeout(5_000);
    for await (const batch of system.log.read('documents.dead-letters', new Map(), { signal, until })) {
      for (const { headers } of batch) {
        const consumer = headers['consumer'] ?? '';
        dead.set(consumer, (dead.get(consumer) ?? new Set()).add(Number(headers['origin-offset'])));
      }
    }
    const expected = new Set(at.map(({ offset }) => offset));
    expect([...dead.keys()].toSorted()).toEqual(['archiver', 'indexer', 'syndicator-province']);
    for (const offsets of dead.values()) expect(offsets).toEqual(expected);
  });

  it('ends with archive, index and province equal to the log, but for what the province refused (I8)', async () => {
    const { documents, differences } = await compareStores(system, await holdings());
    expect(documents).toBe(5);
    expect(differences.map(({ documentId, sink }) => `${sink} ${documentId}`)).toEqual([
      'province ll-hrss:2026-2',
    ]);
  });
});
