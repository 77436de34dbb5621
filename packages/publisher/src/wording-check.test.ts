import { createServer } from 'node:http';
import { type HttpServer, listen } from '@gongwen/service-kit';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpWordingCheck } from './wording-check.ts';

const question = { documentId: 'll-hrss:2026-1', department: 'll-hrss', title: '临澜市补贴办法' };
const fine = { engine: 'linlan-wording 1.0', hits: [] };
const servers: HttpServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

async function checkerThat(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const server = await listen({ fetch: async (request) => fetch(request), port: 0, host: '127.0.0.1' });
  servers.push(server);
  return server.url;
}

async function ask(answer: () => Response | Promise<Response>, timeoutMs = 2_000) {
  return createHttpWordingCheck({ url: await checkerThat(answer), timeoutMs })(question);
}

const hit = (fields: object) =>
  Response.json({ engine: 'e', hits: [{ word: '报导', severity: 'warn', ...fields }] });

describe('the wording check over HTTP', () => {
  it('sends the words and reads what was found', async () => {
    const asked: unknown[] = [];
    const hits = [{ word: '报导', suggestion: '报道', severity: 'warn' }];
    const url = await checkerThat(async (request) => {
      asked.push([request.method, request.headers.get('content-type'), await request.json()]);
      return Response.json({ engine: 'linlan-wording 1.0', hits, took: 3 });
    });
    expect(await createHttpWordingCheck({ url })(question)).toEqual({ engine: 'linlan-wording 1.0', hits });
    expect(asked).toEqual([['POST', 'application/json', question]]);
  });

  it('cuts what our events cannot hold', async () => {
    const { hits } = await ask(() => hit({ word: `报\n导${'字'.repeat(999)}`, suggestion: null }));
    expect(hits).toEqual([{ word: `报 导${'字'.repeat(197)}`, severity: 'warn' }]);
  });

  it.each<[string, () => Response]>([
    ['a status other than 200', () => new Response(JSON.stringify(fine), { status: 503 })],
    ['an empty success', () => new Response(null, { status: 204 })],
    ['no JSON', () => new Response('<html>fine</html>')],
    ['nothing that is an answer', () => Response.json(null)],
    ['no engine', () => Response.json({ hits: [] })],
    ['a blank engine', () => Response.json({ engine: ' \n', hits: [] })],
    ['no hits', () => Response.json({ engine: 'e' })],
    ['hits that are no list', () => Response.json({ engine: 'e', hits: {} })],
    ['a hit that is none', () => Response.json({ engine: 'e', hits: ['报导'] })],
    ['a hit without a word', () => hit({ word: undefined })],
    ['a severity that nobody knows', () => hit({ severity: 'error' })],
    ['a suggestion that is no text', () => hit({ suggestion: 7 })],
    ['more than an answer can be', () => hit({ word: '字'.repeat(100_000) })],
  ])('takes %s for no answer', async (_what, answer) => {
    await expect(ask(answer)).rejects.toThrow();
  });

  it('follows no redirect, since the text is not public yet', async () => {
    let isReached = false;
    const elsewhere = await checkerThat(() => {
      isReached = true;
      return Response.json(fine);
    });
    await expect(ask(() => Response.redirect(elsewhere, 307))).rejects.toThrow('HTTP 307');
    expect(isReached).toBe(false);
  });

  it('waits no longer than its time for an answer', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    await expect(ask(() => promise, 30)).rejects.toThrow('timeout');
    resolve(Response.json(fine));
  });

  it('waits no longer for the end of an answer than for its start', async () => {
    const server = createServer((_request, response) => void response.writeHead(200).write('{'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const check = createHttpWordingCheck({ url: `http://127.0.0.1:${port}`, timeoutMs: 30 });
    await expect(check(question)).rejects.toThrow('timeout');
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it('rejects when nobody listens', async () => {
    const url = await checkerThat(() => Response.json(fine));
    await servers.pop()?.[Symbol.asyncDispose]();
    await expect(createHttpWordingCheck({ url })(question)).rejects.toThrow('fetch failed');
  });

  it.each(['http://user:secret@check.linlan.example', 'ftp://check.linlan.example', 'check'])(
    'does not start with the address %s',
    (url) => {
      expect(() => createHttpWordingCheck({ url })).toThrow('http(s)://');
      expect(() => createHttpWordingCheck({ url })).not.toThrow('secret');
    },
  );
});
