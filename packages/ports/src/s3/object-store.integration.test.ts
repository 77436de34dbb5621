import { createHash, randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testObjectStore } from '../object-store.contract.ts';
import { connectS3 } from './connect.ts';
import { createS3ObjectStore } from './object-store.ts';

const engines = inject('engines');

describe.skipIf(!engines)('S3', () => {
  const connection = engines?.s3 ?? { region: 'us-east-1' };
  const client = connectS3(connection);
  const bucket = `gongwen-test-${randomUUID()}`;

  beforeAll(async () => {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  });

  afterAll(async () => {
    for (;;) {
      const { Contents: objects = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      if (objects.length === 0) break;
      for (const { Key: key } of objects)
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    }
    await client.send(new DeleteBucketCommand({ Bucket: bucket }));
    client.destroy();
  });

  testObjectStore('S3', () => createS3ObjectStore({ ...connection, bucket }));

  it('leaves no probe behind when it starts', async () => {
    await using store = await createS3ObjectStore({ ...connection, bucket });
    expect(await store.list('staging/probe/')).toEqual({ objects: [] });
  });

  it('refuses a bucket that does not exist', async () => {
    await expect(createS3ObjectStore({ ...connection, bucket: 'gongwen-no-such-bucket' })).rejects.toThrow(
      /gongwen-no-such-bucket does not exist: make it/,
    );
  });

  it('refuses wrong credentials, without telling them', async () => {
    const wrong = createS3ObjectStore({ ...connection, bucket, secretAccessKey: 'not-the-secret' });
    await expect(wrong).rejects.toThrow(/403.*check endpoint, credentials and policy/);
    await expect(wrong).rejects.not.toThrow(/not-the-secret/);
  });

  it('takes content that does not fit into memory, and checks it all the same', async () => {
    await using store = await createS3ObjectStore({ ...connection, bucket });
    const part = Buffer.alloc(1024 * 1024, 'x');
    const parts = Array.from({ length: 9 }, () => part);
    const sha256 = createHash('sha256').update(Buffer.concat(parts)).digest('hex');
    const key = `staging/${randomUUID()}`;
    expect(await store.put({ key, content: chunks(parts), sha256 })).toBe('created');
    expect(await store.head(key)).toEqual({ key, bytes: 9 * 1024 * 1024 });
    const other = { key: `${key}-other`, content: chunks(parts), sha256: sha256.replace(/^./, 'f') };
    expect(await store.put({ ...other, sha256: createHash('sha256').digest('hex') })).toBe('digest_mismatch');
    expect(await store.head(other.key)).toBeUndefined();
  });
});

async function* chunks(parts: readonly Uint8Array[]) {
  yield* parts;
}
