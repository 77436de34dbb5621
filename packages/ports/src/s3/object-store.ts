import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { requireObjectKey, requireStagedKey } from '../object-key.ts';
import type { ByteRange, NewObject, ObjectInfo, ObjectStore, PutOutcome } from '../object-store.ts';
import { type S3Connection, connectS3, statusOf } from './connect.ts';
import { proveConditionalWrites } from './prove-conditional-writes.ts';
import { spool } from './spool.ts';

export interface S3ObjectStoreOptions extends S3Connection {
  /** Must exist. */
  readonly bucket: string;
}

const pageSize = 1_000;
const conflictAttempts = 5;

/**
 * Objects in a bucket of S3 or of a server that speaks it.
 *
 * @throws Error when the bucket is missing or the server does not keep its promises on conditional writes
 */
export async function createS3ObjectStore({
  bucket,
  ...connection
}: S3ObjectStoreOptions): Promise<ObjectStore> {
  const client = connectS3(connection);
  await proveConditionalWrites(client, bucket);

  return {
    async put(object) {
      requireObjectKey(object.key);
      return putNew(client, bucket, object);
    },
    async get(key, range) {
      requireObjectKey(key);
      return getContent(client, bucket, key, range);
    },
    async head(key) {
      requireObjectKey(key);
      return headObject(client, bucket, key);
    },
    async list(prefix, { after, limit = pageSize } = {}) {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: limit, StartAfter: after }),
      );
      const objects = (page.Contents ?? []).flatMap(({ Key: key, Size: bytes = 0 }) =>
        key === undefined ? [] : [{ key, bytes }],
      );
      const last = objects.at(-1);
      return { objects, ...(page.IsTruncated && last && { next: last.key }) };
    },
    async copy(from, to) {
      requireObjectKey(from);
      requireObjectKey(to);
      // a copy by the server would overwrite: no server honours a condition on the target of a copy
      const content = await getContent(client, bucket, from);
      if (!content) return undefined;
      await using spooled = await spool(content);
      return (await putSpooled(client, bucket, to, spooled)) === 'created' ? 'created' : 'exists';
    },
    async deleteStaged(key) {
      requireStagedKey(key);
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
    },
  };
}

async function putNew(
  client: S3Client,
  bucket: string,
  { key, content, sha256 }: NewObject,
): Promise<PutOutcome> {
  await using spooled = await spool(content);
  if (spooled.sha256 !== sha256) return 'digest_mismatch';
  return putSpooled(client, bucket, key, spooled);
}

type Spooled = Awaited<ReturnType<typeof spool>>;

/** One PUT that only a free key takes. Of racing writers the server lets one win, and tells some to come again. */
async function putSpooled(
  client: S3Client,
  bucket: string,
  key: string,
  spooled: Spooled,
): Promise<'created' | 'exists'> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(putCommand(bucket, key, spooled));
      return 'created';
    } catch (error) {
      // after a lost answer this may be our own object, which the caller learns as it learns of any repeat: by reading it
      if (statusOf(error) === 412) return 'exists';
      if (statusOf(error) !== 409 || attempt === conflictAttempts) throw error;
    }
  }
}

function putCommand(bucket: string, key: string, spooled: Spooled): PutObjectCommand {
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: spooled.body(),
    ContentLength: spooled.bytes,
    ChecksumSHA256: Buffer.from(spooled.sha256, 'hex').toString('base64'),
    IfNoneMatch: '*',
    Metadata: { sha256: spooled.sha256 },
  });
  // the signature needs the hash that we have; without it the SDK would read the content once more, a stream to its end
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }; // an HTTP request, typed unknown there
      headers['x-amz-content-sha256'] = spooled.sha256;
      return next(args);
    },
    { step: 'build' },
  );
  return command;
}

async function getContent(
  client: S3Client,
  bucket: string,
  key: string,
  range?: ByteRange,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const found = await unlessMissing(
    client.send(
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ...(range && { Range: `bytes=${range.start}-${range.end}` }),
      }),
    ),
  );
  if (!found) return undefined;
  // a readable stream in Node; its errors reach whoever iterates it
  return found.Body as AsyncIterable<Uint8Array> | undefined;
}

async function headObject(client: S3Client, bucket: string, key: string): Promise<ObjectInfo | undefined> {
  const found = await unlessMissing(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
  return found && { key, bytes: found.ContentLength ?? 0 };
}

async function unlessMissing<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
