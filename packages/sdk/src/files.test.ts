import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './index.ts';
import { type ScriptedGateway, failure, problem, startScriptedGateway } from './scripted-gateway.ts';

let gateway: ScriptedGateway;
let files: Client['files'];
let directory: string;
let path: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongwen-sdk-'));
  path = join(directory, '办法.pdf');
  gateway = await startScriptedGateway();
  files = createClient({ baseUrl: gateway.baseUrl, token: 'key', random: () => 0 }).files;
});
afterEach(async () => {
  await gateway[Symbol.asyncDispose]();
  rmSync(directory, { recursive: true });
});

const bytes = Buffer.alloc(300_000, '公文');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const file = { sha256, bytes: bytes.length, mediaType: 'application/pdf', filename: '办法.pdf' };
const described = { filename: '办法.pdf', mediaType: 'application/pdf' };

describe('uploads', () => {
  it.each([
    ['bytes', bytes],
    ['a Blob', new Blob([bytes])],
  ])('send %s with digest, type and name', async (_name, content) => {
    gateway.answers.push({ status: 201, body: file });
    expect(await files.upload({ content, ...described })).toEqual(file);
    const [request] = gateway.requests;
    expect(request?.body.equals(bytes)).toBe(true);
    expect(request?.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'content-disposition': "attachment; filename*=UTF-8''%E5%8A%9E%E6%B3%95.pdf",
    });
  });

  it('stream a file from disk, again for each attempt', async () => {
    writeFileSync(path, bytes);
    gateway.answers.push(problem('OVERLOADED'), { status: 200, body: file });
    expect(await files.uploadFile(path, { mediaType: 'application/pdf' })).toEqual(file);
    expect(gateway.requests.map(({ body }) => body.equals(bytes))).toEqual([true, true]);
    expect(gateway.requests[0]?.headers['content-disposition']).toContain('%E5%8A%9E%E6%B3%95.pdf');
  });

  it('of a file that is not there fail without a request', async () => {
    expect(await failure(files.uploadFile(path, { mediaType: 'application/pdf' }))).toMatchObject({
      code: 'ENOENT',
    });
    expect(gateway.requests).toEqual([]);
  });

  it('that come back with another hash are refused', async () => {
    gateway.answers.push({ status: 201, body: { ...file, sha256: '0'.repeat(64) } });
    expect(await failure(files.upload({ content: bytes, ...described }))).toMatchObject({
      name: 'ValidationError',
      code: 'DIGEST_MISMATCH',
    });
  });

  it('encode every character of a name that has a meaning in the header', async () => {
    gateway.answers.push({ status: 201, body: file });
    await files.upload({ content: bytes, filename: `a'(b)*;"\ud800.pdf`, mediaType: 'application/pdf' });
    const disposition = gateway.requests[0]?.headers['content-disposition'];
    expect(disposition).toBe("attachment; filename*=UTF-8''a%27%28b%29%2a%3B%22%EF%BF%BD.pdf");
  });
});
