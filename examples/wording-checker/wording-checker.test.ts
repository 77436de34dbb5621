import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidenceOf, reviewed } from '@gongwen/example-sample-city';
import { type LocalSystem, hashKey, scopes, startLocal } from '@gongwen/local';
import type { DocumentEvent } from '@gongwen/schemas';
import { type Client, createClient } from '@gongwen/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChecker } from './index.ts';

const directory = mkdtempSync(join(tmpdir(), 'gongwen-wording-'));
let checker: Awaited<ReturnType<typeof startChecker>>;
let system: LocalSystem;
let client: Client;

beforeAll(async () => {
  checker = await startChecker();
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
    wordingCheckUrl: checker.url,
  });
  // without repeats of its own every answer is seen
  client = createClient({ baseUrl: system.url, token: 'secret', retries: 0 });
});

afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await checker[Symbol.asyncDispose]();
  rmSync(directory, { recursive: true });
});

const command = (localId: string, text: string) =>
  reviewed({
    documentId: `ll-hrss:${localId}`,
    document: {
      docClass: 'normative_document',
      title: '临澜市灵活就业人员参保补贴办法',
      issuers: [{ name: '临澜市人力资源和社会保障局' }],
      issuedOn: '2026-03-02',
      publishedOn: '2026-03-05',
      effectiveFrom: '2026-04-01',
      disclosure: 'active',
      body: { text },
    },
  });

const topic = 'documents.events';

async function eventsInLog() {
  const events: DocumentEvent[] = [];
  const reading = { until: await system.log.ends(topic), signal: AbortSignal.timeout(2_000) };
  for await (const records of system.log.read(topic, new Map([[0, 0]]), reading)) {
    for (const { value } of records) events.push(JSON.parse(Buffer.from(value ?? []).toString()));
  }
  return events;
}

describe('a city’s wording check', () => {
  it('lets a text pass, with its warnings in the event', async () => {
    await client.documents.publish(command('w-1', '第一条 见诸报导的，从其规定。'));
    expect((await eventsInLog()).map(({ data }) => data.change)).toMatchObject([
      {
        evidence: {
          secrecyReview: { result: 'passed' },
          wordingCheck: {
            engine: 'linlan-wording 1.0',
            hits: [{ text: '报导', advice: '报道', severity: 'warning' }],
          },
        },
      },
    ]);
  });

  it('refuses a text with what must not go out, and says where and what to write', async () => {
    const publishing = client.documents.publish(command('w-2', '第一条 临谰市居民可以按装。'));
    await expect(publishing).rejects.toMatchObject({
      code: 'WORDING_REFUSED',
      status: 422,
      issues: [
        { pointer: '/document/body/text', got: '临谰市', expected: '临澜市' },
        { pointer: '/document/body/text', got: '按装', expected: '安装' },
      ],
    });
    expect(await eventsInLog()).toHaveLength(1);
  });

  it('says before, too, what publishing would say', async () => {
    const { valid, code } = await client.documents.validate(command('w-2', '可以按装。'), { remote: true });
    expect({ valid, code }).toEqual({ valid: false, code: 'WORDING_REFUSED' });
    expect(await client.documents.validate(command('w-2', '可以安装。'), { remote: true })).toMatchObject({
      valid: true,
    });
  });

  it('looks through the new text of an amendment', async () => {
    const amendment = {
      expectedVersion: 1,
      kind: 'amendment' as const,
      effectiveOn: '2026-12-01',
      note: '改',
      evidence: evidenceOf('2026-11-20'),
    };
    const amending = client.documents.amend('ll-hrss:w-1', {
      ...amendment,
      changes: { body: { html: '<p>可以<b>按</b>装。</p>' } },
    });
    await expect(amending).rejects.toMatchObject({
      issues: [{ pointer: '/changes/body/html', got: '按装' }],
    });
  });

  it('takes nothing while the checker is away, and the same request when it is back', async () => {
    const publish = () => client.documents.publish(command('w-3', '第一条 略。'), { idempotencyKey: 'w-3' });
    await checker[Symbol.asyncDispose]();
    await expect(publish()).rejects.toMatchObject({ code: 'DEPENDENCY_UNAVAILABLE', status: 503 });
    const before = await eventsInLog();
    checker = await startChecker({ port: Number(new URL(checker.url).port) });
    expect(await publish()).toMatchObject({ documentId: 'll-hrss:w-3', version: 1, replayed: false });
    expect((await eventsInLog()).length - before.length).toBe(1);
  });
});
