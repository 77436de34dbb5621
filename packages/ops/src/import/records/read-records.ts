import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Refusal } from '../mapping/draft.ts';

/** A longer line is no record; it is not held in memory to find out. */
export const maximumLineBytes = 16 * 1024 * 1024;

/** One line that is not blank. `bytes` are the line’s own, without its line break. */
export type RawRecord = {
  readonly line: number;
  readonly bytes: Buffer;
} & ({ readonly value: unknown } | { readonly refusal: Refusal });

interface ReadOptions {
  /** Default `maximumLineBytes`. */
  readonly maximumBytes?: number;
  /** Hears how many bytes were read from the disk. */
  readonly onBytes?: (count: number) => void;
}

const lineFeed = 0x0a;

/**
 * Reads a JSON Lines file, plain or gz (told by its first bytes, not its name), line by line in
 * constant memory.
 */
export async function* readRecords(
  file: string,
  { maximumBytes = maximumLineBytes, onBytes = () => {} }: ReadOptions = {},
): AsyncGenerator<RawRecord> {
  let line = 0;
  for await (const { bytes, isCut } of lines(file, maximumBytes, onBytes)) {
    line++;
    if (isCut) yield { line, bytes, refusal: tooLong(maximumBytes) };
    else if (bytes.some((byte) => byte > 0x20)) yield parseRecord(line, bytes);
  }
}

/** The lines of a file; of one that is too long, its beginning. */
async function* lines(
  file: string,
  maximumBytes: number,
  onBytes: (count: number) => void,
): AsyncGenerator<{ bytes: Buffer; isCut: boolean }> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = () => {
    const bytes = Buffer.concat(parts);
    const isCut = length > maximumBytes;
    [parts, length] = [[], 0];
    return { bytes: isCut ? bytes.subarray(0, maximumBytes) : bytes, isCut };
  };
  for await (const chunk of await chunks(file, onBytes)) {
    let start = 0;
    for (let end; (end = chunk.indexOf(lineFeed, start)) !== -1; start = end + 1) {
      if (length <= maximumBytes) parts.push(chunk.subarray(start, end));
      length += end - start;
      yield take();
    }
    if (length <= maximumBytes) parts.push(chunk.subarray(start));
    length += chunk.length - start;
  }
  if (length > 0) yield take();
}

async function chunks(file: string, onBytes: (count: number) => void): Promise<AsyncIterable<Buffer>> {
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

/** Reads one line again, for whoever has kept its bytes. */
export function parseRecord(line: number, bytes: Buffer): RawRecord {
  let text: string;
  try {
    // a byte order mark is dropped at the beginning of the file only
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: line !== 1 }).decode(bytes);
  } catch {
    const reason = '不是 UTF-8 / not UTF-8';
    return { line, bytes, refusal: { code: 'INVALID_UNICODE', pointer: '', reason } };
  }
  try {
    return { line, bytes, value: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { line, bytes, refusal: { code: 'MALFORMED_JSON', pointer: '', reason } };
  }
}

function tooLong(maximumBytes: number): Refusal {
  return {
    code: 'BODY_TOO_LARGE',
    pointer: '',
    reason: `一行超过 ${maximumBytes} 字节 / the line is longer`,
  };
}
