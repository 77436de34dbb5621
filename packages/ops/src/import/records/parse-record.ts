import { parseArticle } from './parse-article.ts';
import type { RawRecord } from './raw-record.ts';

const lessThan = 0x3c;

/** Reads one record again, for whoever has kept its bytes: they say what it is. */
export function parseRecord(line: number, bytes: Buffer): RawRecord {
  const isArticle = bytes.find((byte) => byte > 0x20) === lessThan;
  return isArticle ? parseArticle(line, bytes) : parseLine(line, bytes);
}

/** Reads one line of JSON. */
export function parseLine(line: number, bytes: Buffer): RawRecord {
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
