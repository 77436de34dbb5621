import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type EngineProcess, engineProcess, freePorts } from '@gongwen/engines';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectS3 } from './connect.ts';
import { createS3ObjectStore } from './object-store.ts';

const account = { region: 'us-east-1', accessKeyId: 'testkey', secretAccessKey: 'testsecret' };
const bucket = 'gongwen';

/** A server of its own, because it is killed, and what goes to it is tampered with. */
describe.skipIf(!inject('engines'))('S3, unwell', () => {
  let directory: string;
  let s3: EngineProcess;
  let endpoint: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gongwen-s3-'));
    s3 = engineProcess('s3', { DIR: directory, PORT: String(await freePorts(1)) });
    endpoint = await s3.start();
    const client = connectS3({ endpoint, ...account });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    client.destroy();
  });

  afterAll(async () => {
    await s3.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const object = (text: string) => {
    const content = Buffer.from(text);
    return {
      key: `records/${randomUUID()}`,
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  };

  it.each([
    ['If-None-Match', 412, /answers 200 to a second write with If-None-Match.*expected 412/],
    ['checksums', 400, /answers 200 to a write with a wrong checksum, expected 400/],
  ])('refuses to start on a server that ignores %s', async (_name, refusal, message) => {
    await using proxy = await startProxy(endpoint, (_request, response, status) => {
      if (status !== refusal) return false;
      response.writeHead(200).end();
      return true;
    });
    await expect(createS3ObjectStore({ endpoint: proxy.url, ...account, bucket })).rejects.toThrow(message);
  });

  it('keeps an object once when the answer to its write was lost', async () => {
    let lost = 0;
    await using proxy = await startProxy(endpoint, (request, response) => {
      if (request.method !== 'PUT' || !request.url?.includes('records/') || lost > 0) return false;
      lost++;
      response.destroy();
      return true;
    });
    await using store = await createS3ObjectStore({ endpoint: proxy.url, ...account, bucket });
    const mine = object('公文');
    expect(await store.put(mine)).toBe('exists'); // its own first attempt
    expect(lost).toBe(1);
    expect(await textOf(store.get(mine.key))).toBe('公文');
  });

  it('goes on after the server was killed and started again', async () => {
    await using store = await createS3ObjectStore({ endpoint, ...account, bucket });
    const before = Array.from({ length: 20 }, (_, number) => object(`before ${number}`));
    await Promise.all(before.map((one) => store.put(one)));
    await s3.kill();
    await s3.start();
    const after = object('after');
    expect(await store.put(after)).toBe('created');
    for (const { key, content } of [...before, after])
      expect(await textOf(store.get(key))).toBe(content.toString());
  });

  it('says that nothing answers, instead of that nothing is there', async () => {
    await using store = await createS3ObjectStore({ endpoint, ...account, bucket });
    await s3.kill();
    await expect(store.head('records/a')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket/);
    await s3.start();
    expect(await store.head('records/a')).toBeUndefined();
  });
});

async function textOf(content: Promise<AsyncIterable<Uint8Array> | undefined>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of (await content) ?? []) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Passes requests on, and their answers unless `answer` has given another. */
async function startProxy(
  upstream: string,
  answer: (request: IncomingMessage, response: ServerResponse, status: number) => boolean,
) {
  const { hostname, port } = new URL(upstream);
  const server: Server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    const passed = send({ hostname, port, method, path, headers }, (answered) => {
      if (answer(request, response, answered.statusCode ?? 0)) return void answered.resume();
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
