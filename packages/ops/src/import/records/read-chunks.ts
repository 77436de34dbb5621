import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The bytes of a file, unpacked if its first bytes say that it is gz. `onBytes` hears how many were read from the disk. */
export async function readChunks(
  file: string,
  onBytes: (count: number) => void,
): Promise<AsyncIterable<Buffer>> {
  const isPacked = await isGzip(file);
  const raw = counted(createReadStream(file), onBytes);
  // an error of either stream comes out of the iteration
  return isPacked ? pipeline(Readable.from(raw), createGunzip(), () => {}) : raw;
}

async function* counted(
  source: AsyncIterable<Buffer>,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
}

async function isGzip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}
