import { parseLine } from './parse-record.ts';
import { type RawRecord, tooLong } from './raw-record.ts';
import { readArticles } from './read-articles.ts';
import { readChunks } from './read-chunks.ts';
import { splitLines } from './split-lines.ts';

/** A longer record is none; it is not held in memory to find out. */
export const maximumRecordBytes = 16 * 1024 * 1024;

interface ReadOptions {
  /** Default `maximumRecordBytes`. */
  readonly maximumBytes?: number;
  /** Hears how many bytes were read from the disk. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Reads a file record by record in constant memory, plain or gz: JSON Lines, or an XML batch of a jcms. What it is, its
 * first bytes say, not its name.
 */
export async function* readRecords(
  file: string,
  { maximumBytes = maximumRecordBytes, onBytes = () => {} }: ReadOptions = {},
): AsyncGenerator<RawRecord> {
  const chunks = (await readChunks(file, onBytes))[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const all = startingWith(first.value, chunks);
  yield* isXml(first.value) ? readArticles(all, maximumBytes) : readLines(all, maximumBytes);
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next; (next = await rest.next()).done !== true;) yield next.value;
  } finally {
    await rest.return?.(); // closes the file
  }
}

/** Whether the first character is a `<`, after a byte order mark and blanks. */
function isXml(chunk: Buffer): boolean {
  return /^(?:\u00EF\u00BB\u00BF)?\s*</.test(chunk.toString('latin1', 0, 1000));
}

async function* readLines(chunks: AsyncIterable<Buffer>, maximumBytes: number): AsyncGenerator<RawRecord> {
  let line = 0;
  for await (const { bytes, isCut } of splitLines(chunks, maximumBytes)) {
    line++;
    if (isCut) yield tooLong(line, bytes, maximumBytes);
    else if (bytes.some((byte) => byte > 0x20)) yield parseLine(line, bytes);
  }
}
