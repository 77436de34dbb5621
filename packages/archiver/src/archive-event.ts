import { createHash } from 'node:crypto';
import { filesOf } from '@gongwen/domain';
import type { ObjectStore } from '@gongwen/ports';
import type { DocumentEvent, FileReference } from '@gongwen/schemas';
import type { Delivery } from '@gongwen/service-kit';

/** `void`: the event lost its version to another one, whose record stays. */
export type ArchiveOutcome =
  { readonly outcome: 'stored' | 'void' } | { readonly outcome: 'missing'; readonly sha256: string };

/** Where an original and the exact bytes of an event are kept (DESIGN §8). */
export const originalKey = (sha256: string) => `originals/${sha256}`;
export const recordKey = (documentId: string, version: number) => `records/${documentId}/${version}.json`;

/**
 * Bytes before record: first every file that the event names is promoted out of staging, then the event itself is
 * written. Object storage alone can then rebuild the log.
 */
export async function archiveEvent(store: ObjectStore, { event, record }: Delivery): Promise<ArchiveOutcome> {
  for (const file of filesOf(event.data.document)) {
    if (!(await promote(store, event, file))) return { outcome: 'missing', sha256: file.sha256 };
  }
  const content = record.value ?? new Uint8Array();
  const key = recordKey(event.subject, event.data.version);
  const put = await store.put({ key, content, sha256: createHash('sha256').update(content).digest('hex') });
  if (put === 'digest_mismatch') throw new Error(`the store did not keep the bytes of ${key}`);
  return put === 'created' || (await holds(store, key, event.id))
    ? { outcome: 'stored' }
    : { outcome: 'void' };
}

async function promote(
  store: ObjectStore,
  event: DocumentEvent,
  { sha256 }: FileReference,
): Promise<boolean> {
  const original = originalKey(sha256);
  if (await store.head(original)) return true;
  for (const department of stagedBy(event)) {
    if ((await store.copy(`staging/${department}/${sha256}`, original)) !== undefined) return true;
  }
  return false;
}

/** Files are staged below the department that sent the event: after a transfer another than the id names. */
function stagedBy({ source, subject }: DocumentEvent): ReadonlySet<string> {
  const [sender] = /(?<=^urn:gongwen:department:).+$/.exec(source) ?? [];
  const [publisher = ''] = subject.split(':');
  return new Set([...(sender === undefined ? [] : [sender]), publisher]);
}

async function holds(store: ObjectStore, key: string, eventId: string): Promise<boolean> {
  const content = await store.get(key);
  if (!content) return false;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  const stored: unknown = JSON.parse(Buffer.concat(parts).toString());
  return typeof stored === 'object' && stored !== null && 'id' in stored && stored.id === eventId;
}
