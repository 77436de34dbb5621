import type { Context } from 'hono';
import { ServiceError } from './service-error.ts';
import { parseStrictJson } from './strict-json.ts';

export const maximumBodyBytes = 2 * 1024 * 1024;

/**
 * The JSON body of a request, with every limit that holds before a schema sees it.
 *
 * @throws ServiceError UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING, BODY_TOO_LARGE and what `parseStrictJson` throws
 */
export async function readJsonBody(context: Context): Promise<unknown> {
  requireJson(context.req.header('content-type'));
  refuseEncoding(context);
  return parseStrictJson(await readBytes(context, maximumBodyBytes));
}

export function refuseEncoding(context: Context): void {
  const encoding = context.req.header('content-encoding');
  if (encoding !== undefined && encoding !== 'identity') throw new ServiceError('UNSUPPORTED_ENCODING');
}

function requireJson(contentType: string | undefined): void {
  const [mediaType = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isJson = mediaType === 'application/json';
  const isUtf8 = parameters.every(
    (parameter) => /^charset="?utf-8"?$/.test(parameter) || !parameter.startsWith('charset'),
  );
  if (!isJson || !isUtf8) throw new ServiceError('UNSUPPORTED_MEDIA_TYPE');
}

/** Counts what arrives, because a chunked body declares no length. */
async function readBytes(context: Context, limit: number): Promise<Uint8Array> {
  if (Number(context.req.header('content-length') ?? 0) > limit) throw new ServiceError('BODY_TOO_LARGE');
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of context.req.raw.body ?? []) {
    bytes += part.byteLength;
    if (bytes > limit) throw new ServiceError('BODY_TOO_LARGE');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
