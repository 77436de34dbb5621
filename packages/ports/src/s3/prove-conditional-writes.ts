import { createHash, randomUUID } from 'node:crypto';
import { DeleteObjectCommand, HeadBucketCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { statusOf } from './connect.ts';

const probe = Buffer.from('probe');
const checksum = createHash('sha256').update(probe).digest('base64');
const otherChecksum = createHash('sha256').update('other').digest('base64');

/**
 * “The first writer wins” and “nothing half” rest on two promises that not every server keeps; both are tried before
 * anything is entrusted to it. Each start has keys of its own, so that starts do not disturb one another.
 *
 * @throws Error that says what was found, what was expected and how to mend it
 */
export async function proveConditionalWrites(client: S3Client, bucket: string): Promise<void> {
  await requireBucket(client, bucket);
  const key = `staging/probe/${randomUUID()}`;
  const put = (name: string, sum: string) =>
    client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: name,
        Body: probe,
        ContentLength: probe.byteLength,
        ChecksumSHA256: sum,
        IfNoneMatch: '*',
      }),
    );
  try {
    await put(key, checksum);
    await requireRefusal(put(key, checksum), 412, 'a second write with If-None-Match: *');
    await requireRefusal(put(`${key}-damaged`, otherChecksum), 400, 'a write with a wrong checksum');
  } finally {
    for (const name of [key, `${key}-damaged`]) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name })).catch(() => undefined);
    }
  }
}

async function requireBucket(client: S3Client, bucket: string): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (cause) {
    const status = statusOf(cause);
    const found =
      status === 404
        ? 'does not exist: make it (aws s3api create-bucket) or name another one'
        : `cannot be used (${status ?? String(cause)}): check endpoint, credentials and policy`;
    throw new Error(`the bucket ${bucket} ${found}`, { cause });
  }
}

async function requireRefusal(writing: Promise<unknown>, expected: number, what: string): Promise<void> {
  const found = await writing.then(
    () => 200,
    (error: unknown) => statusOf(error),
  );
  if (found === expected) return;
  throw new Error(
    `the object store answers ${found ?? 'nothing'} to ${what}, expected ${expected}: originals could be overwritten; use a server that supports conditional writes and checksums`,
  );
}
