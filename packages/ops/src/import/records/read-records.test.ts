import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawRecord } from './raw-record.ts';
import { readRecords } from './read-records.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'read-records-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Buffer | string, maximumBytes?: number): Promise<RawRecord[]> {
  const file = join(folder, 'list');
  writeFileSync(file, bytes);
  const options = maximumBytes === undefined ? {} : { maximumBytes };
  return Array.fromAsync(readRecords(file, options));
}

describe('readRecords', () => {
  it('reads plain and gz files alike, whatever their names', async () => {
    const text = '{"title":"甲"}\n\n  \r\n{"title":"乙"}';
    const plain = await read(text);
    expect(plain.map(({ line }) => line)).toEqual([1, 4]);
    expect(plain[1]).toMatchObject({ value: { title: '乙' } });
    expect(await read(gzipSync(text))).toEqual(plain);
  });

  it('keeps the bytes of a line as they are', async () => {
    const bytes = Buffer.from('{"title":\t"甲" }\r\n');
    expect((await read(bytes))[0]?.bytes).toEqual(bytes.subarray(0, -1));
  });

  it('refuses what is not JSON or not UTF-8 and goes on', async () => {
    const records = await read(
      Buffer.concat([Buffer.from('{"a":\n'), Buffer.from([0xff, 0x0a]), Buffer.from('{}')]),
    );
    expect(records.map((record) => ('refusal' in record ? record.refusal.code : 'read'))).toEqual([
      'MALFORMED_JSON',
      'INVALID_UNICODE',
      'read',
    ]);
  });

  it('refuses a line beyond the limit without holding it, and reads the next', async () => {
    const [long, next] = await read(`{"a":"${'甲'.repeat(100_000)}"}\n{"b":1}`, 64);
    expect(long).toMatchObject({ line: 1, refusal: { code: 'BODY_TOO_LARGE' } });
    expect(long?.bytes).toHaveLength(64);
    expect(next).toMatchObject({ line: 2, value: { b: 1 } });
  });

  it('drops a byte order mark at the beginning', async () => {
    expect(await read('\ufeff{"a":1}')).toMatchObject([{ value: { a: 1 } }]);
  });

  it('throws for a gz file that is cut off', async () => {
    const packed = gzipSync('{"a":1}\n'.repeat(1000));
    await expect(read(packed.subarray(0, -12))).rejects.toThrow();
  });
});
