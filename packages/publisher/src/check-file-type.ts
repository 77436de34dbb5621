import { ServiceError } from '@gongwen/service-kit';
import { fileTypeFromBuffer } from 'file-type';

/** Media type → what the first bytes may be; an empty list = text, which has no magic bytes. */
const signatures: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf'],
  'application/ofd': ['application/zip'],
  'application/msword': ['application/x-cfb'],
  'application/vnd.ms-excel': ['application/x-cfb'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/zip',
  ],
  'image/png': ['image/png'],
  'image/jpeg': ['image/jpeg'],
  'audio/mpeg': ['audio/mpeg'],
  'video/mp4': ['video/mp4'],
  'text/plain': [],
  'text/html': [],
};

export const acceptedMediaTypes: ReadonlySet<string> = new Set(Object.keys(signatures));

/**
 * Compares the first bytes of a file with its declared media type.
 *
 * @throws ServiceError FILE_TYPE_MISMATCH
 */
export async function checkFileType(head: Uint8Array, mediaType: string): Promise<void> {
  const expected = signatures[mediaType] ?? [];
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (expected.length > 0 ? found !== undefined && expected.includes(found) : isText(head, found)) return;
  throw new ServiceError('FILE_TYPE_MISMATCH');
}

function isText(head: Uint8Array, found: string | undefined): boolean {
  return (found === undefined || found === 'application/xml') && !head.includes(0);
}
