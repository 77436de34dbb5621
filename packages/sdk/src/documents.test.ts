import { readFileSync } from 'node:fs';
import type { PublishCommand } from '@gongwen/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './index.ts';
import {
  type Answer,
  type ScriptedGateway,
  accepted,
  failure,
  problem,
  receipt,
  startScriptedGateway,
} from './scripted-gateway.ts';

let gateway: ScriptedGateway;
let documents: Client['documents'];
beforeEach(async () => {
  gateway = await startScriptedGateway();
  documents = createClient({ baseUrl: gateway.baseUrl, token: 'key' }).documents;
});
afterEach(() => gateway[Symbol.asyncDispose]());

const example = new URL('../../schemas/examples/commands/publish/valid/rich.json', import.meta.url);
const publication = JSON.parse(readFileSync(example, 'utf8')) as PublishCommand;
const decision = { title: '某决定' };
const sent = () => gateway.requests.map(({ method, url }) => `${method} ${url}`);

describe('commands', () => {
  it.each<[string, (documents: Client['documents']) => Promise<unknown>]>([
    ['/v1/documents', (to) => to.publish(publication)],
    [
      '/v1/documents/a%3A1/amendments',
      (to) =>
        to.amend('a:1', {
          expectedVersion: 1,
          kind: 'amendment',
          effectiveOn: '2026-01-01',
          note: '改',
          changes: {},
        }),
    ],
    [
      '/v1/documents/a%3A1/corrections',
      (to) => to.correct('a:1', { expectedVersion: 1, note: '更正', gazetteCorrected: false, changes: {} }),
    ],
    [
      '/v1/documents/a%3A1/repeal',
      (to) => to.repeal('a:1', { expectedVersion: 1, decision, effectiveOn: '2026-01-01' }),
    ],
    [
      '/v1/documents/a%3A1/expiry',
      (to) => to.expire('a:1', { expectedVersion: 1, cause: 'term', effectiveOn: '2026-01-01' }),
    ],
    [
      '/v1/documents/a%3A1/withdrawal',
      (to) =>
        to.withdraw('a:1', {
          expectedVersion: 1,
          reasonCode: 'privacy',
          publicReason: '含个人信息',
          authorizer: '办公室',
        }),
    ],
    [
      '/v1/documents/a%3A1/restoration',
      (to) => to.restore('a:1', { expectedVersion: 1, reason: '已处理', authorizer: '办公室' }),
    ],
  ])('go to %s and answer the receipt', async (path, command) => {
    gateway.answers.push(accepted);
    expect(await command(documents)).toEqual(receipt);
    expect(sent()).toEqual([`POST ${path}`]);
    expect(gateway.requests[0]?.headers['content-type']).toBe('application/json');
  });

  it('take clientReference for their key, unless one is given', async () => {
    gateway.answers.push(accepted, accepted);
    const command = { ...publication, clientReference: 'outbox-17' };
    await documents.publish(command);
    await documents.publish(command, { idempotencyKey: 'mine' });
    expect(gateway.requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['outbox-17', 'mine']);
  });

  it.each(['', '含中文', 'a b', 'x'.repeat(256)])(
    'refuse the key %j before anything is sent',
    async (idempotencyKey) => {
      expect(await failure(documents.publish(publication, { idempotencyKey }))).toMatchObject({
        name: 'IdempotencyError',
        code: 'IDEMPOTENCY_KEY_INVALID',
      });
      expect(sent()).toEqual([]);
    },
  );
});

describe('validate', () => {
  it('finds faults of the schema without a network', async () => {
    expect(await documents.validate(publication)).toEqual({ valid: true, issues: [] });
    const { document: _document, ...incomplete } = publication;
    expect(await documents.validate(incomplete, { remote: true })).toMatchObject({
      valid: false,
      code: 'SCHEMA_VIOLATION',
      issues: [{ pointer: '/document', zh: '必须提供', en: 'is required' }],
    });
    expect(sent()).toEqual([]);
  });

  it('asks the gateway for the rules of the domain when told to', async () => {
    const answer = { valid: false, code: 'MANDATORY_FIELD_MISSING', issues: [] };
    gateway.answers.push({ status: 200, body: answer });
    expect(await documents.validate(publication, { remote: true })).toEqual(answer);
    expect(sent()).toEqual(['POST /v1/documents:validate']);
    expect(gateway.requests[0]?.headers['idempotency-key']).toBeUndefined();
  });
});

describe('reading', () => {
  it('asks for a date or a version', async () => {
    gateway.answers.push({ status: 200, body: {} }, { status: 200, body: {} });
    await documents.get('ll-hrss:2026-1', { at: '2026-09-30', version: 2 });
    await documents.get('ll-hrss:2026-1');
    expect(sent()).toEqual([
      'GET /v1/documents/ll-hrss%3A2026-1?at=2026-09-30&version=2',
      'GET /v1/documents/ll-hrss%3A2026-1',
    ]);
  });

  it('tells what is not there from what was withdrawn', async () => {
    gateway.answers.push(
      problem('DOCUMENT_NOT_FOUND'),
      problem('DOCUMENT_WITHDRAWN', { detail: '文件已撤回：误发' }),
    );
    expect(await failure(documents.get('a:1'))).toMatchObject({ name: 'NotFoundError' });
    expect(String(await failure(documents.get('a:1')))).toContain('误发');
  });
});

describe('list', () => {
  const page = (ids: string[], next?: string): Answer => ({
    status: 200,
    body: {
      items: ids.map((documentId) => ({ documentId })),
      total: { value: 3, relation: 'eq' },
      links: next === undefined ? {} : { next },
    },
  });
  const twoPages = () =>
    gateway.answers.push(page(['a:1', 'a:2'], 'http://inside/v1/documents?q=x&cursor=c%2F2'), page(['a:3']));

  it('iterates over every page, and asks for nothing before', async () => {
    twoPages();
    const hits = documents.list({ q: '养老' });
    expect(sent()).toEqual([]);
    const found: string[] = [];
    for await (const { documentId } of hits) found.push(documentId);
    expect(found).toEqual(['a:1', 'a:2', 'a:3']);
    expect(gateway.requests[1]?.url).toBe(`/v1/documents?q=${encodeURIComponent('养老')}&cursor=c%2F2`);
  });

  it('asks for one page with its cursor', async () => {
    twoPages();
    const hits = documents.list();
    const first = await hits.page();
    expect(first).toMatchObject({ total: { value: 3 }, nextCursor: 'c/2' });
    expect(await hits.page(first.nextCursor)).not.toHaveProperty('nextCursor');
  });

  it.each([
    [0, [], 0],
    [2, ['a:1', 'a:2'], 1],
    [9, ['a:1', 'a:2', 'a:3'], 2],
  ])('takes the first %i, and no page more than that needs', async (limit, expected, requests) => {
    twoPages();
    const hits = await documents.list().toArray({ limit });
    expect(hits.map(({ documentId }) => documentId)).toEqual(expected);
    expect(gateway.requests).toHaveLength(requests);
  });

  it('writes filters and facets as the API has them', async () => {
    gateway.answers.push(page([]));
    await documents
      .list({
        filter: { validity: ['in_force', 'unknown'], year: ['2026'], interpretation: ['yes'] },
        facets: ['theme', 'level'],
        withdrawn: true,
        includeEnded: true,
        numberYear: 2026,
        numberSequence: 7,
        limit: 5,
      })
      .page();
    const url = new URL(gateway.requests[0]?.url ?? '', gateway.baseUrl);
    expect([...url.searchParams]).toEqual([
      ['withdrawn', 'true'],
      ['includeEnded', 'true'],
      ['numberYear', '2026'],
      ['numberSequence', '7'],
      ['limit', '5'],
      ['filter[validity]', 'in_force'],
      ['filter[validity]', 'unknown'],
      ['filter[year]', '2026'],
      ['filter[interpretation]', 'yes'],
      ['facets', 'theme,level'],
    ]);
  });
});
