import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from './http-app.ts';
import { type HttpServer, listen } from './http-server.ts';
import { createLogger } from './logger.ts';
import { maximumBodyBytes, readJsonBody } from './request-body.ts';

let server: HttpServer;

beforeAll(async () => {
  const app = createHttpApp({ logger: createLogger({ service: 'test', level: 'silent' }) });
  app.post('/v1/documents', async (context) => context.json({ got: await readJsonBody(context) }));
  server = await listen({ fetch: (request) => app.fetch(request), port: 0, requestTimeoutMs: 300 });
});

afterAll(() => server[Symbol.asyncDispose]());

/** Sends bytes as they are and gives back all that comes until the connection is closed. */
function sendRaw(request: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

const head = 'POST /v1/documents HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('requests that are hardly HTTP (FAULTS §5)', () => {
  it('row 18: a chunked body over the limit is refused', async () => {
    const body = ReadableStream.from([
      Buffer.from('"'),
      Buffer.alloc(maximumBodyBytes, 'a'),
      Buffer.from('"'),
    ]);
    const answer = await fetch(`${server.url}/v1/documents`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'BODY_TOO_LARGE' }]);
  });

  it('row 19: a body shorter than its Content-Length times out', async () => {
    const answer = await sendRaw(`${head}Content-Length: 100\r\n\r\n{"a":1}`);
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('row 20: Content-Length beside Transfer-Encoding is refused and the connection closed', async () => {
    const answer = await sendRaw(`${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer).toContain('"code":"MALFORMED_REQUEST"');
  });

  it('headers over 16 KiB are refused', async () => {
    const answer = await sendRaw(`${head}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
  });

  it('row 92: TRACE is refused with a problem', async () => {
    const answer = await sendRaw('TRACE /v1/documents HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toContain('"code":"METHOD_NOT_ALLOWED"');
  });
});
