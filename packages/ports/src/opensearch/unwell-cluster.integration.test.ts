import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { sample } from '../search-contract/search-samples.contract.ts';
import { type Connection, connectOpenSearch } from './call.ts';
import { mappingVersion } from './index-definition.ts';
import { createOpenSearchIndex } from './search-index.ts';
import { IndexUnavailableError } from './write-entries.ts';

const engines = inject('engines');
const url = engines?.opensearch.url ?? '';
const search = { on: '2026-05-21', sort: 'publishedOn', limit: 100 } as const;

describe.skipIf(!engines)('OpenSearch, unwell', () => {
  let name: string;
  let server: Connection;

  beforeEach(() => {
    name = `test-${randomUUID().slice(0, 8)}`;
    server = connectOpenSearch({ url });
  });

  afterEach(async () => {
    const { body } = await server.call<Record<string, unknown>>({
      method: 'GET',
      path: `/${name}*`,
      query: { expand_wildcards: 'all' },
    });
    for (const index of Object.keys(body)) await server.call({ method: 'DELETE', path: `/${index}` });
    await server.close();
  });

  const open = (at = url) => createOpenSearchIndex({ url: at, name, replicas: 0, refreshMs: 100 });

  it('lets eight starts at once end with one index', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => open()));
    const stats = await Promise.all(opened.map((index) => index.stats()));
    expect(new Set(stats.map(({ live }) => live)).size).toBe(1);
    for (const index of opened) await index[Symbol.asyncDispose]();
  });

  it('lets a start that was overtaken use the index of the faster one', async () => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await using proxy = await startProxy(async (path) => {
      if (path !== `/${name}`) return undefined;
      reached.resolve();
      await released.promise;
      return undefined;
    });
    const overtaken = open(proxy.url);
    await reached.promise;
    await using faster = await open();
    await faster.write([sample('ll-gov:1')]);
    released.resolve();
    await using index = await overtaken;
    expect(await index.get('ll-gov:1')).toBeDefined();
  });

  it('refuses an alias that points at a stranger, too', async () => {
    await using index = await open();
    expect((await index.stats()).live).toBe('initial');
    await server.call({ method: 'PUT', path: `/${name}x`, body: { aliases: { [name]: {} } } });
    await expect(open()).rejects.toThrow(/points at .*, expected one/);
  });

  it.each(['closed', 'without a write index'])(
    'throws, and rejects no document, when the index is %s',
    async (fault) => {
      await using index = await open();
      await index.createGeneration('second');
      if (fault === 'closed') await server.call({ method: 'POST', path: `/${name}-initial/_close` });
      else {
        const actions = ['initial', 'second'].map((generation) => ({
          add: { index: `${name}-${generation}`, alias: name, is_write_index: false },
        }));
        await server.call({ method: 'POST', path: '/_aliases', body: { actions } });
      }
      await expect(index.write([sample('ll-gov:1')])).rejects.toThrow(IndexUnavailableError);
    },
  );

  it('tells the same entry twice in a batch apart', async () => {
    await using index = await open();
    const entry = sample('ll-gov:1');
    expect(await index.write([entry, entry])).toEqual([{ outcome: 'written' }, { outcome: 'repeat' }]);
  });

  it('refuses a cluster that makes indices by mistake, and says the request that mends it', async () => {
    const set = (value: string | null) =>
      server.call({
        method: 'PUT',
        path: '/_cluster/settings',
        body: { persistent: { 'action.auto_create_index': value } },
      });
    await set('true');
    try {
      await expect(open()).rejects.toThrow(
        /action.auto_create_index is true, expected false: PUT \/_cluster\/settings/,
      );
    } finally {
      await set(null);
    }
  });

  it('refuses an index of another mapping and one that is not its own', async () => {
    await using index = await open();
    expect((await index.stats()).live).toBe('initial');
    const meta = { gongwen: { alias: name, generation: 'initial', mapping: 0 } };
    await server.call({ method: 'PUT', path: `/${name}-initial/_mapping`, body: { _meta: meta } });
    await expect(open()).rejects.toThrow(
      `has mapping 0, expected mapping ${mappingVersion}: run gongwen rebuild`,
    );
    await server.call({ method: 'PUT', path: `/${name}x`, body: {} });
    const stranger = createOpenSearchIndex({ url, name: `${name}x`, replicas: 0 });
    await expect(stranger).rejects.toThrow(/that Gongwen has not made/);
  });

  it('refuses a lost alias instead of making an index of guessed types', async () => {
    await using index = await open();
    await server.call({ method: 'DELETE', path: `/${name}-initial/_alias/${name}` });
    await expect(index.write([sample('ll-gov:1')])).rejects.toThrow(/There is no index or alias/);
    await expect(open()).rejects.toThrow(/no generation of .* is live: run gongwen rebuild/);
    expect((await server.call({ method: 'GET', path: `/${name}` })).status).toBe(404);
  });

  it.each(['another mapping', 'a lost alias'])('can be rebuilt after %s', async (fault) => {
    await using index = await open();
    await index.write([sample('ll-gov:1')]);
    const meta = { gongwen: { alias: name, generation: 'initial', mapping: 0 } };
    await (fault === 'a lost alias'
      ? server.call({ method: 'DELETE', path: `/${name}-initial/_alias/${name}` })
      : server.call({ method: 'PUT', path: `/${name}-initial/_mapping`, body: { _meta: meta } }));
    await expect(open()).rejects.toThrow(/run gongwen rebuild/);
    await using rebuilding = await createOpenSearchIndex({ url, name, replicas: 0, toRebuild: true });
    expect((await rebuilding.stats()).live).toBe(fault === 'a lost alias' ? undefined : 'initial');
    await rebuilding.createGeneration('second');
    await rebuilding.write([sample('ll-gov:1')], 'second');
    await rebuilding.promote('second');
    await using mended = await open();
    expect(await mended.get('ll-gov:1')).toBeDefined();
  });

  it('throws, and has lost nothing, when the cluster is too busy', async () => {
    let isBusy = true;
    await using proxy = await startProxy((path) => (isBusy && path.includes('_bulk') ? 429 : undefined));
    await using index = await open(proxy.url);
    await expect(index.write([sample('ll-gov:1')])).rejects.toThrow(IndexUnavailableError);
    isBusy = false;
    expect(await index.write([sample('ll-gov:1')])).toEqual([{ outcome: 'written' }]);
  });

  it('halves what is too much at once, and rejects alone what is too large by itself', async () => {
    const maximum = 20_000;
    await using proxy = await startProxy((path, bytes) =>
      path.includes('_bulk') && bytes > maximum ? 413 : undefined,
    );
    await using index = await open(proxy.url);
    const entries = Array.from({ length: 40 }, (_, number) =>
      sample(`ll-gov:${number}`, { text: '绿化与灌溉'.repeat(number === 7 ? 5_000 : 100) }),
    );
    const outcomes = await index.write(entries);
    expect(outcomes.filter(({ outcome }) => outcome === 'written')).toHaveLength(39);
    expect(outcomes[7]).toMatchObject({ outcome: 'rejected', reason: /larger/ });
  });

  it('says that nothing answers, instead of that nothing is there', async () => {
    const proxy = await startProxy(() => undefined);
    await using index = await open(proxy.url);
    await proxy[Symbol.asyncDispose]();
    await expect(index.get('ll-gov:1')).rejects.toThrow();
    await expect(index.search(search)).rejects.toThrow();
    await expect(index.write([sample('ll-gov:1')])).rejects.toThrow();
  });

  it('never answers a search wrongly while generations are swapped (I9)', async () => {
    await using index = await open();
    await index.createGeneration('second');
    for (const generation of ['initial', 'second']) await index.write([sample('ll-gov:1')], generation);
    await expect.poll(async () => (await index.search(search)).total).toBe(1);
    await index.stats(); // refreshes both
    const over = new AbortController();
    const searching = Array.from({ length: 4 }, async () => {
      const totals: number[] = [];
      while (!over.signal.aborted) totals.push((await index.search(search)).total);
      return totals;
    });
    for (let swap = 0; swap < 20; swap++) await index.promote(swap % 2 === 0 ? 'second' : 'initial');
    over.abort();
    const totals = (await Promise.all(searching)).flat();
    expect(totals.length).toBeGreaterThan(20);
    expect(new Set(totals)).toEqual(new Set([1]));
  });
});

/** Stands before the server; answers with a status of its own where `refusal` gives one. */
async function startProxy(
  refusal: (path: string, bytes: number) => number | undefined | Promise<number | undefined>,
) {
  const proxy = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const status = await refusal(request.url ?? '', body.byteLength);
    if (status !== undefined)
      return void response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/json' };
    const answer = await fetch(url + request.url, {
      method: request.method ?? 'GET',
      headers,
      ...(body.byteLength > 0 && { body }),
    });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
