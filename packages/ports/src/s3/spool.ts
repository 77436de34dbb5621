import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { NewObject } from '../object-store.ts';

/** Content whose length and hash are known, to be sent from its beginning as often as needed. */
export interface Spooled extends AsyncDisposable {
  readonly bytes: number;
  readonly sha256: string;
  body(): Uint8Array | Readable;
}

const maximumBytesInMemory = 8 * 1024 * 1024;

/**
 * Takes content in whole before anything is sent: a PUT must say its length and hash, and a source that fails half-way
 * must leave nothing behind. Large content waits in a temporary file.
 */
export async function spool(content: NewObject['content']): Promise<Spooled> {
  if (!(content instanceof Uint8Array)) return spoolStream(content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { bytes: content.byteLength, sha256, body: () => content, async [Symbol.asyncDispose]() {} };
}

async function spoolStream(content: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const hash = createHash('sha256');
  const parts: Uint8Array[] = [];
  let bytes = 0;
  await using stack = new AsyncDisposableStack();
  let file: TemporaryFile | undefined;
  for await (const part of content) {
    hash.update(part);
    bytes += part.byteLength;
    if (!file && bytes > maximumBytesInMemory) file = await openTemporary(stack);
    if (!file) parts.push(part);
    else for (const held of [...parts.splice(0), part]) await file.handle.writeFile(held); // at the current position
  }
  const kept = stack.move();
  const whole = Buffer.concat(parts);
  return {
    bytes,
    sha256: hash.digest('hex'),
    body: () => (file ? createReadStream(file.path) : whole),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

interface TemporaryFile {
  readonly handle: FileHandle;
  readonly path: string;
}

async function openTemporary(stack: AsyncDisposableStack): Promise<TemporaryFile> {
  const path = join(tmpdir(), `gongwen-upload-${randomUUID()}`);
  const handle = await open(path, 'wx', 0o600);
  stack.defer(async () => {
    await handle.close();
    await rm(path, { force: true });
  });
  return { handle, path };
}
