import { recordKey } from '@gongwen/archiver';
import type { ObjectStore, SearchIndex } from '@gongwen/ports';
import type { View } from '@gongwen/service-kit';

/** What one sink lacks, or has that the log has not. */
export interface Difference {
  readonly documentId: string;
  readonly sink: string;
  readonly expected: string;
  readonly found: string;
}

export interface Comparison {
  readonly documents: number;
  readonly differences: readonly Difference[];
}

/** The newest version of each document that another system holds, e.g. the provincial library. */
export type Holdings = ReadonlyMap<string, { readonly version: number; readonly eventId: string }>;

/** Compares the fold of the log with archive, index and, when given, the province (I8). */
export async function compareStores(
  { view, store, index }: { view: View; store: ObjectStore; index: SearchIndex },
  province?: Holdings,
): Promise<Comparison> {
  const differences: Difference[] = [];
  let documents = 0;
  for (const { documentId, version, eventId } of view.heads()) {
    documents++;
    const expected = `${version}:${eventId}`;
    const note = (sink: string, found: string) => {
      if (found !== expected) differences.push({ documentId, sink, expected, found });
    };
    const entry = await index.get(documentId);
    note('index', entry ? `${entry.version}:${entry.eventId}` : 'missing');
    note('archive', await archived(store, documentId, version));
    if (!province) continue;
    const held = province.get(documentId);
    note('province', held ? `${held.version}:${held.eventId}` : 'missing');
  }
  return { documents, differences };
}

/** The newest record, after seeing that every version from 1 is there and none above. */
async function archived(store: ObjectStore, documentId: string, version: number): Promise<string> {
  const { objects } = await store.list(`records/${documentId}/`);
  const keys = new Set(objects.map(({ key }) => key));
  for (let number = 1; number <= version; number++) {
    if (!keys.has(recordKey(documentId, number))) return `version ${number} missing`;
  }
  if (keys.size !== version) return `${keys.size} versions`;
  const parts: Uint8Array[] = [];
  for await (const part of (await store.get(recordKey(documentId, version))) ?? []) parts.push(part);
  const event = JSON.parse(Buffer.concat(parts).toString()) as { id: string }; // written by the archiver
  return `${version}:${event.id}`;
}
