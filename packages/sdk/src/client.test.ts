import { type IncomingMessage, type Server, createServer } from 'node:http';
import { errorTable, isErrorCode, isRetryable } from '@gongwen/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, isPublishingError } from './index.ts';

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

let server: Server;
let baseUrl: string;
let answers: Answer[];
let requests: { url: string; headers: IncomingMessage['headers'] }[];

beforeEach(async () => {
  answers = [];
  requests = [];
  server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    request.resume().on('end', () => {
      const { status, body, headers = {} } = answers.shift() ?? { status: 500, body: {} };
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function problem(code: keyof typeof errorTable, more: object = {}): Answer {
  const { status, zh } = errorTable[code];
  const body = {
    type: 'about:blank',
    title: zh,
    status,
    detail: zh,
    code,
    requestId: 'r1',
    retryable: isRetryable(code),
    ...more,
  };
  return { status, body, headers: { 'retry-after': '0' } };
}

const receipt = {
  receiptId: 'x',
  documentId: 'a:1',
  version: 1,
  type: 't',
  acceptedAt: 'now',
  replayed: false,
  stages: [],
};
const accepted: Answer = { status: 201, body: receipt };
const repeal = { expectedVersion: 1, decision: { title: '某决定' }, effectiveOn: '2026-01-01' };
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it succeeded'),
    (error: unknown) => error,
  );

describe('the client', () => {
  it('repeats with the same key until the answer is definite', async () => {
    answers = [problem('OVERLOADED'), problem('OUTCOME_UNKNOWN'), accepted];
    const retries: string[] = [];
    const client = createClient({ baseUrl, token: 'key', onRetry: ({ code }) => retries.push(code) });
    expect(await client.documents.repeal('a:1', repeal)).toEqual(receipt);
    expect(retries).toEqual(['OVERLOADED', 'OUTCOME_UNKNOWN']);
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(requests[0]?.headers.authorization).toBe('Bearer key');
  });

  it('never repeats a refusal, and tells it by type, code and issue', async () => {
    answers = [problem('VERSION_CONFLICT', { currentVersion: 4, expectedVersion: 1 })];
    const error = await caught(createClient({ baseUrl }).documents.repeal('a:1', repeal));
    expect(isPublishingError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'VersionConflictError',
      code: 'VERSION_CONFLICT',
      currentVersion: 4,
      requestId: 'r1',
    });
    expect(requests).toHaveLength(1);
  });

  it('does not retry at all with retries: 0, and keeps the key on the error', async () => {
    answers = [problem('RATE_LIMITED')];
    const call = createClient({ baseUrl, retries: 0 }).documents.repeal('a:1', repeal, {
      idempotencyKey: 'mine',
    });
    expect(await caught(call)).toMatchObject({
      code: 'RATE_LIMITED',
      idempotencyKey: 'mine',
      retryable: true,
    });
    expect(requests).toHaveLength(1);
  });

  it('tells when nobody answers', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', retries: 0 });
    expect(await caught(client.documents.get('a:1'))).toMatchObject({ code: 'NETWORK', retryable: true });
  });

  it('asks for the token at the call, not before', async () => {
    let asked = 0;
    const client = createClient({ baseUrl, token: async () => `t${++asked}` });
    expect(asked).toBe(0);
    answers = [accepted];
    await client.documents.repeal('a:1', repeal);
    expect(requests[0]?.headers.authorization).toBe('Bearer t1');
  });

  it('pages through a list by itself', async () => {
    const page = (ids: string[], next?: string) => ({
      status: 200,
      body: {
        items: ids.map((documentId) => ({ documentId })),
        total: { value: 3, relation: 'eq' },
        links: next ? { next } : {},
      },
    });
    answers = [page(['a:1', 'a:2'], '/v1/documents?q=x&cursor=c2'), page(['a:3'])];
    const found: string[] = [];
    for await (const { documentId } of createClient({ baseUrl }).documents.list({ q: 'x' }))
      found.push(documentId);
    expect(found).toEqual(['a:1', 'a:2', 'a:3']);
    expect(requests[1]?.url).toContain('cursor=c2');
  });

  it('waits until the stage is no longer pending', async () => {
    const at = (state: string) => ({
      status: 200,
      body: { ...receipt, stages: [{ stage: 'indexed', state }] },
    });
    answers = [at('pending'), at('done')];
    const { stages } = await createClient({ baseUrl }).receipts.wait('x', { until: 'indexed' });
    expect(stages).toEqual([{ stage: 'indexed', state: 'done' }]);
  });

  it('refuses an upload whose hash came back different', async () => {
    answers = [
      { status: 201, body: { sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain', filename: 'a' } },
    ];
    const upload = createClient({ baseUrl }).files.upload({
      content: Buffer.from('a'),
      filename: 'a',
      mediaType: 'text/plain',
    });
    expect(await caught(upload)).toMatchObject({ code: 'DIGEST_MISMATCH' });
  });

  it.each(Object.keys(errorTable))('knows %s by one error class', async (code) => {
    answers = isErrorCode(code) ? [problem(code)] : [];
    const error = await caught(createClient({ baseUrl, retries: 0 }).documents.get('a:1'));
    expect(error).toMatchObject({ code });
    expect((error as Error).name).not.toBe('PublishingError');
  });
});
