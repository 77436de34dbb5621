import type { ObjectStore } from '@gongwen/ports';
import type { FileReference } from '@gongwen/schemas';
import { type HttpApp, ServiceError, refuseEncoding, requireAvailable } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import { acceptedMediaTypes, checkFileType } from '../check-file-type.ts';
import { stagedKey } from '../require-uploaded-files.ts';

export interface FileRouteOptions {
  readonly store: ObjectStore;
  readonly identify: (context: Context) => Promise<Actor>;
}

const maximumFileBytes = 200 * 1024 * 1024;
const sniffedBytes = 64 * 1024;

/** `POST /v1/files`: streams a file to the department’s staging area under its hash (RFC 9530 Content-Digest). */
export function mountFileRoute(app: HttpApp, { store, identify }: FileRouteOptions): void {
  app.post('/v1/files', async (context) => {
    const actor = await identify(context);
    authorize(actor, 'files:write');
    refuseEncoding(context);
    const mediaType = readMediaType(context.req.header('content-type'));
    const filename = readFilename(context.req.header('content-disposition'));
    const sha256 = readDigest(context.req.header('content-digest'));
    const counted = { bytes: 0 };
    const key = stagedKey(actor.department.id, sha256);
    const content = limited(context.req.raw.body, counted, mediaType);
    const outcome = await requireAvailable(store.put({ key, content, sha256 }));
    if (outcome === 'digest_mismatch') throw new ServiceError('DIGEST_MISMATCH');
    const bytes = (await requireAvailable(store.head(key)))?.bytes ?? counted.bytes;
    const file: FileReference = { sha256, bytes, mediaType, filename };
    return context.json(file, outcome === 'created' ? 201 : 200);
  });
}

/** Passes the bytes on, counting them, after a look at the first ones: a file must be what it says. */
async function* limited(
  body: ReadableStream<Uint8Array> | null,
  counted: { bytes: number },
  mediaType: string,
): AsyncIterable<Uint8Array> {
  const head: Uint8Array[] = [];
  let isChecked = false;
  for await (const part of body ?? []) {
    counted.bytes += part.byteLength;
    if (counted.bytes > maximumFileBytes) throw new ServiceError('FILE_TOO_LARGE');
    if (isChecked) {
      yield part;
      continue;
    }
    head.push(part);
    if (counted.bytes < sniffedBytes) continue;
    isChecked = true;
    await checkFileType(Buffer.concat(head), mediaType);
    yield* head;
  }
  if (counted.bytes === 0) throw new ServiceError('FILE_EMPTY');
  if (isChecked) return;
  await checkFileType(Buffer.concat(head), mediaType);
  yield* head;
}

function readMediaType(header: string | undefined): string {
  const [mediaType = ''] = (header ?? '').toLowerCase().split(';');
  if (acceptedMediaTypes.has(mediaType.trim())) return mediaType.trim();
  throw new ServiceError(
    mediaType.startsWith('multipart/') ? 'UNSUPPORTED_MEDIA_TYPE' : 'FILE_TYPE_NOT_ALLOWED',
  );
}

/** `attachment; filename*=UTF-8''<percent-encoded>` (RFC 6266, RFC 8187). */
function readFilename(header: string | undefined): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]{1,900})/i.exec(header ?? '') ?? [];
  const filename = decode(encoded).normalize('NFC');
  const isSound = /^[^/\\:*?"<>|.\p{Cc}\p{Cf}][^/\\:*?"<>|\p{Cc}\p{Cf}]{0,199}$/u.test(filename);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(filename);
  if (!isSound || isDevice) throw new ServiceError('FILENAME_INVALID');
  return filename;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function readDigest(header: string | undefined): string {
  const [, base64] = /(?:^|,\s*)sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? '') ?? [];
  if (base64 === undefined) throw new ServiceError('DIGEST_MISSING');
  return Buffer.from(base64, 'base64').toString('hex');
}
