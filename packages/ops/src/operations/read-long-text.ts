import { originalKey } from '@gongwen/archiver';
import type { ObjectStore } from '@gongwen/ports';
import type { FileReference } from '@gongwen/schemas';
import type { LongText } from '@gongwen/syndicator';

/** A longer text stays a file in an export as well. */
const maximumBytes = 8 * 1024 * 1024;

/** The content of a body that was uploaded as a file, if it is a text and the archive has it. */
export async function readLongText(
  store: ObjectStore,
  file: FileReference | undefined,
): Promise<LongText | undefined> {
  const kind = kindOf(file);
  if (!file || !kind || file.bytes > maximumBytes) return undefined;
  const parts = await store.get(originalKey(file.sha256));
  if (!parts) return undefined;
  return { kind, content: Buffer.concat(await Array.fromAsync(parts)).toString() };
}

function kindOf(file: FileReference | undefined): LongText['kind'] | undefined {
  if (file?.mediaType === 'text/plain') return 'text';
  return file?.mediaType === 'text/html' ? 'html' : undefined;
}
