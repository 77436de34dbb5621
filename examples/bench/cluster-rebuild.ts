import { rmSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '@gongwen/engines/at-exit.ts';
import { type Cluster, gongwen } from '@gongwen/example-cluster';
import { inLanes, printFigure } from './figure.ts';
import { quantile } from './quantile.ts';

export interface RebuildOptions {
  readonly cluster: Cluster;
  /** Of OpenSearch. */
  readonly url: string;
  readonly documents: number;
  readonly rounds: number;
}

const alias = 'documents';
const requestBytes = 5 * 1024 * 1024;

/** `gongwen rebuild` as its user runs it, proof and swap included, and in turn a bare `_bulk` of the bytes that it wrote. */
export async function measureRebuild({ cluster, url, documents, rounds }: RebuildOptions): Promise<void> {
  await using bulk = await prepareBulk(url);
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const { live } = JSON.parse(await command(cluster, ['--list'])) as { live: string }; // `rebuild --list`
    const startedAt = performance.now();
    await command(cluster, ['--generation', `bench-${documents}-${round}`, '--json']);
    ours.push((documents * 1000) / (performance.now() - startedAt));
    await command(cluster, ['--drop', live]);
    raw.push((documents * 1000) / (await bulk.send()));
  }
  printFigure({
    name: `rebuild of ${documents} documents, proven and swapped`,
    ours: quantile(ours, 0.5),
    raw: quantile(raw, 0.5),
    unit: 'documents/s',
    goal: '≥ 0.80',
  });
}

async function command(cluster: Cluster, words: readonly string[]): Promise<string> {
  const { code, output, talk } = await gongwen(['rebuild', ...words], cluster.environment);
  if (code !== 0) throw new Error(output + talk);
  return output;
}

interface Bulk extends AsyncDisposable {
  /** Into an index of the same settings, made for it and then deleted; milliseconds until all is acknowledged. */
  send(): Promise<number>;
}

/** Takes what the live index holds down into a file of requests, so that sending them costs no more than reading it. */
async function prepareBulk(url: string): Promise<Bulk> {
  const directory = await mkdtemp(join(tmpdir(), 'gongwen-bulk-'));
  const letGo = atExit(() => rmSync(directory, { recursive: true, force: true }));
  const file = await open(join(directory, 'requests.ndjson'), 'w+');
  const requests: { readonly position: number; readonly length: number }[] = [];
  let position = 0;
  let lines: string[] = [];
  let bytes = 0;
  const flush = async () => {
    const { bytesWritten: length } = await file.write(Buffer.from(lines.join('')), 0, undefined, position);
    requests.push({ position, length });
    position += length;
    lines = [];
    bytes = 0;
  };
  for await (const { _id: id, _version: version, _source: source } of storedDocuments(url)) {
    const action = { index: { _id: id, version, version_type: 'external' } };
    const text = `${JSON.stringify(action)}\n${JSON.stringify(source)}\n`;
    lines.push(text);
    bytes += Buffer.byteLength(text);
    if (bytes >= requestBytes) await flush();
  }
  if (lines.length > 0) await flush();
  const definition = await liveDefinition(url);

  return {
    async send() {
      const name = 'bench-raw';
      await ask(url, 'PUT', `/${name}`, JSON.stringify(definition));
      const startedAt = performance.now();
      await inLanes(3, requests.values(), async ({ position: at, length }) => {
        const body = Buffer.alloc(length);
        await file.read(body, 0, length, at);
        const { errors } = await ask<{ errors: boolean }>(
          url,
          'POST',
          `/${name}/_bulk?filter_path=errors`,
          body,
        );
        if (errors) throw new Error('the raw loop was refused a document');
      });
      const took = performance.now() - startedAt;
      await ask(url, 'DELETE', `/${name}`);
      return took;
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      letGo();
      await rm(directory, { recursive: true });
    },
  };
}

interface Hit {
  readonly _id: string;
  readonly _version: number;
  readonly _source: unknown;
  readonly sort: readonly unknown[];
}

async function* storedDocuments(url: string): AsyncGenerator<Hit> {
  for (let after: readonly unknown[] | undefined; ;) {
    const page = {
      size: 250,
      version: true,
      sort: [{ documentId: 'asc' }],
      ...(after && { search_after: after }),
    };
    const { hits } = await ask<{ hits: { hits: Hit[] } }>(
      url,
      'POST',
      `/${alias}/_search`,
      JSON.stringify(page),
    );
    yield* hits.hits;
    after = hits.hits.at(-1)?.sort;
    if (!after) return;
  }
}

async function liveDefinition(url: string) {
  const [live] = Object.values(
    await ask<Record<string, { mappings: unknown; settings: { index: Record<string, unknown> } }>>(
      url,
      'GET',
      `/${alias}`,
    ),
  );
  const own = ['uuid', 'creation_date', 'provided_name', 'version'];
  const index = Object.entries(live?.settings.index ?? {}).filter(([name]) => !own.includes(name));
  return { mappings: live?.mappings, settings: { index: Object.fromEntries(index) } };
}

async function ask<Answer>(
  url: string,
  method: string,
  path: string,
  body?: string | Buffer,
): Promise<Answer> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const json = { 'content-type': 'application/json' };
  const answer = await fetch(url + path, {
    method,
    headers: path.includes('_bulk') ? headers : json,
    ...(body !== undefined && { body }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer; // OpenSearch’s own contract
}
