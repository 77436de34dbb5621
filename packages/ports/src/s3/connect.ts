import { S3Client } from '@aws-sdk/client-s3';

export interface S3Connection {
  /** Default: AWS by its region. */
  readonly endpoint?: string;
  readonly region: string;
  /** Default: the SDK’s own ways of finding credentials. */
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

export function connectS3({ endpoint, region, accessKeyId, secretAccessKey }: S3Connection): S3Client {
  return new S3Client({
    region,
    forcePathStyle: true,
    maxAttempts: 4, // pooled sockets are dead after a server has crashed
    // we say every checksum ourselves; the SDK’s own would be sent as a trailer, which some servers store as content
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    expectContinueHeader: false, // a server that never says “continue” would hold large uploads up for ever
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 30_000,
      throwOnRequestTimeout: true, // by default it only complains and waits on
      httpAgent: { keepAlive: true, maxSockets: 50 },
      httpsAgent: { keepAlive: true, maxSockets: 50 },
    },
    ...(endpoint !== undefined && { endpoint }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
  });
}

/** The HTTP status of an error of the SDK; `undefined` when no answer came. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  const { $metadata: metadata } = error;
  const isTold = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return isTold ? Number(metadata.httpStatusCode) : undefined;
}
