import type { ObjectStore } from '@gongwen/ports';
import { type DocumentEvent, isDocumentEvent } from '@gongwen/schemas';
import { requireAvailable } from '@gongwen/service-kit';

/**
 * One event of a document with its whole snapshot, as the archive holds it. Whoever needs several reads one after the
 * other and keeps only what it needs: a snapshot may have a megabyte, and a document hundreds of them.
 *
 * @throws ServiceError DEPENDENCY_UNAVAILABLE
 */
export async function readRecord(
  store: ObjectStore,
  documentId: string,
  version: number,
): Promise<DocumentEvent | undefined> {
  const content = await requireAvailable(store.get(`records/${documentId}/${version}.json`));
  if (!content) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  const event: unknown = JSON.parse(Buffer.concat(parts).toString());
  return isDocumentEvent(event) ? event : undefined;
}
