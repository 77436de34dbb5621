import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientOptions, type Retry, createClient, isPublishingError } from './index.ts';
import {
  type ScriptedGateway,
  accepted,
  failure,
  problem,
  receipt,
  startScriptedGateway,
} from './scripted-gateway.ts';

let gateway: ScriptedGateway;
beforeEach(async () => {
  gateway = await startScriptedGateway();
});
afterEach(() => gateway[Symbol.asyncDispose]());

const repeal = { expectedVersion: 1, decision: { title: '某决定' }, effectiveOn: '2026-01-01' };
const clientOf = (options: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl: gateway.baseUrl, token: 'key', random: () => 0, ...options });
const repealOne = (options: Partial<ClientOptions> = {}, idempotencyKey?: string) =>
  clientOf(options).documents.repeal('a:1', repeal, idempotencyKey === undefined ? {} : { idempotencyKey });
const headersSent = (name: string) => gateway.requests.map(({ headers }) => headers[name]);

describe('retries', () => {
  it('repeat with the same key until the answer is definite', async () => {
    gateway.answers.push(
      problem('OVERLOADED'),
      { status: 0, fault: 'cut' },
      problem('OUTCOME_UNKNOWN'),
      problem('INTERNAL'),
      { status: 502, body: '<html>bad gateway</html>' },
      accepted,
    );
    const retries: string[] = [];
    expect(await repealOne({ onRetry: ({ error }) => retries.push(error.code) })).toEqual(receipt);
    expect(retries).toEqual(['OVERLOADED', 'NETWORK', 'OUTCOME_UNKNOWN', 'INTERNAL', 'HTTP_502']);
    expect(new Set(headersSent('idempotency-key')).size).toBe(1);
    expect(headersSent('idempotency-key')[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('make a new key for each call', async () => {
    gateway.answers.push(accepted, accepted);
    await repealOne();
    await repealOne();
    expect(new Set(headersSent('idempotency-key')).size).toBe(2);
  });

  it('never follow a refusal', async () => {
    gateway.answers.push(
      problem('VERSION_CONFLICT', { currentVersion: 4, expectedVersion: 1, currentEventId: 'e4' }),
    );
    expect(await failure(repealOne())).toMatchObject({
      name: 'VersionConflictError',
      code: 'VERSION_CONFLICT',
      status: 409,
      requestId: 'r1',
      retryable: false,
      currentVersion: 4,
      expectedVersion: 1,
      currentEventId: 'e4',
    });
    expect(gateway.requests).toHaveLength(1);
  });

  it('are none with retries: 0', async () => {
    gateway.answers.push(problem('RATE_LIMITED', {}, { 'retry-after': '7' }));
    expect(await failure(repealOne({ retries: 0 }, 'mine'))).toMatchObject({
      name: 'RateLimitError',
      idempotencyKey: 'mine',
      retryable: true,
      retryAfterSeconds: 7,
    });
    expect(gateway.requests).toHaveLength(1);
  });

  it('end after the number that was asked for', async () => {
    gateway.answers.push(problem('OVERLOADED'), problem('OVERLOADED'), problem('OVERLOADED'), accepted);
    expect(await failure(repealOne({ retries: 2 }))).toMatchObject({ name: 'UnavailableError' });
    expect(gateway.requests).toHaveLength(3);
  });

  it.each([
    ['7', 7000],
    ['9999', 60_000],
    ['Wed, 25 Nov 2026 02:00:20 GMT', 20_000],
    ['-3', 0],
    ['later', 0],
  ])('wait as Retry-After %s asks', async (retryAfter, expected) => {
    gateway.answers.push(problem('OVERLOADED', {}, { 'retry-after': retryAfter }));
    const stop = new AbortController();
    const delays: number[] = [];
    const onRetry = ({ delayMs }: Retry) => {
      delays.push(delayMs);
      stop.abort();
    };
    const client = clientOf({ timeoutMs: 120_000, now: () => new Date('2026-11-25T02:00:00Z'), onRetry });
    await failure(client.documents.repeal('a:1', repeal, { signal: stop.signal }));
    expect(delays).toEqual([expected]);
  });

  it('are given up at once when the next one would come after the whole time', async () => {
    gateway.answers.push(problem('RATE_LIMITED', {}, { 'retry-after': '30' }));
    expect(await failure(repealOne({ timeoutMs: 20_000 }))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(gateway.requests).toHaveLength(1);
  });
});

describe('time', () => {
  it('of an attempt is limited, and the next one may succeed', async () => {
    gateway.answers.push({ status: 0, fault: 'silent' }, accepted);
    const codes: string[] = [];
    const options = { attemptTimeoutMs: 50, onRetry: ({ error }: Retry) => codes.push(error.code) };
    expect(await repealOne(options)).toEqual(receipt);
    expect(codes).toEqual(['TIMEOUT']);
  });

  it('of the whole call is limited, and the error says how to go on', async () => {
    gateway.answers.push({ status: 0, fault: 'silent' });
    const error = await failure(repealOne({ timeoutMs: 50 }, 'mine'));
    expect(error).toMatchObject({ name: 'TimeoutError', idempotencyKey: 'mine', retryable: true });
    expect(error).toHaveProperty('requestId', headersSent('x-request-id')[0]);
  });

  it('ends for a token that never comes, too', async () => {
    const token = () => new Promise<string>(() => undefined);
    expect(await failure(repealOne({ timeoutMs: 20, token }))).toMatchObject({ code: 'TIMEOUT' });
  });

  it('ends when the caller aborts, with the caller’s reason', async () => {
    gateway.answers.push(problem('OVERLOADED', {}, { 'retry-after': '30' }));
    const stop = new AbortController();
    const reason = new Error('shutting down');
    const client = clientOf({ onRetry: () => setImmediate(() => stop.abort(reason)) });
    expect(await failure(client.documents.repeal('a:1', repeal, { signal: stop.signal }))).toBe(reason);
    expect(await failure(client.documents.repeal('a:1', repeal, { signal: stop.signal }))).toBe(reason);
    expect(gateway.requests).toHaveLength(1);
  });
});

describe('credentials', () => {
  it('are asked for at the call, not before, and sent as a bearer token', async () => {
    let asked = 0;
    const client = clientOf({ token: async () => `t${++asked}\n` });
    expect(asked).toBe(0);
    gateway.answers.push(accepted);
    await client.documents.repeal('a:1', repeal);
    expect(headersSent('authorization')).toEqual(['Bearer t1']);
  });

  it('are renewed once after a 401, also without retries', async () => {
    let asked = 0;
    gateway.answers.push(problem('TOKEN_EXPIRED'), problem('TOKEN_EXPIRED'));
    expect(await failure(repealOne({ token: () => `t${++asked}`, retries: 0 }))).toMatchObject({
      name: 'AuthenticationError',
      code: 'TOKEN_EXPIRED',
    });
    expect(headersSent('authorization')).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it.each([undefined, '', '  '])(
    'that are missing (%j) are told with both ways to mend it',
    async (token) => {
      const error = await failure(repealOne({ token, locale: 'en' }, 'mine'));
      expect(error).toMatchObject({ name: 'AuthenticationError', idempotencyKey: 'mine' });
      expect(String(error)).toMatch(/option token.*GONGWEN_TOKEN/);
      expect(gateway.requests).toEqual([]);
    },
  );

  it('that cannot be a header are refused without showing them', async () => {
    const error = await failure(repealOne({ token: 'sec\nret' }));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(String(error)).not.toContain('ret\n');
    expect(String(error)).not.toContain('sec');
  });

  it('are neither needed nor sent for reading', async () => {
    gateway.answers.push({ status: 200, body: {} }, { status: 200, body: {} });
    await clientOf({ token: undefined }).documents.get('a:1');
    await clientOf().documents.get('a:1');
    expect(headersSent('authorization')).toEqual([undefined, undefined]);
  });
});

describe('answers that are not the gateway’s', () => {
  it('are not followed elsewhere', async () => {
    gateway.answers.push({ status: 302, body: '', headers: { location: 'https://login.example/' } });
    const error = await failure(repealOne());
    expect(error).toMatchObject({ code: 'HTTP_302', status: 302, retryable: false });
    expect(String(error)).toContain('https://login.example/');
  });

  it('are no success, even with status 200', async () => {
    gateway.answers.push({ status: 200, body: '<html>please log in</html>' });
    expect(await failure(repealOne({ retries: 0 }))).toMatchObject({
      name: 'OutcomeUnknownError',
      code: 'NETWORK',
    });
  });

  it('are told with the reason when there is nobody', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', retries: 0 });
    const error = await failure(client.documents.get('a:1'));
    expect(error).toMatchObject({ name: 'UnavailableError', code: 'NETWORK', retryable: true });
    expect(String(error)).not.toMatch(/fetch failed/);
    expect(isPublishingError(error)).toBe(true);
  });
});

describe('addresses', () => {
  it('keep the path of the base address', async () => {
    gateway.answers.push(accepted);
    await repealOne({ baseUrl: `${gateway.baseUrl}/gongwen/` });
    expect(gateway.requests[0]?.url).toBe('/gongwen/v1/documents/a%3A1/repeal');
  });

  it.each(['', 'gateway.example', 'ftp://gateway.example'])(
    'that are none (%j) are refused',
    async (baseUrl) => {
      expect(await failure(repealOne({ baseUrl }))).toMatchObject({
        code: 'CONFIGURATION',
        retryable: false,
      });
    },
  );
});

describe('concurrency', () => {
  it('is capped, and every call comes to its turn', async () => {
    const gate = Promise.withResolvers<void>();
    gateway.answers.push(...Array.from({ length: 7 }, () => ({ ...accepted, after: gate.promise })));
    const client = clientOf({ concurrency: 3 });
    const calls = Array.from({ length: 7 }, () => client.documents.repeal('a:1', repeal));
    await expect.poll(() => gateway.requests.length).toBe(3);
    gate.resolve();
    expect(await Promise.all(calls)).toHaveLength(7);
    expect(gateway.mostAtOnce()).toBe(3);
  });
});
