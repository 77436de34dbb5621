import { originalKey, recordKey } from '@gongwen/archiver';
import type { EventLog, ObjectStore, SearchIndex } from '@gongwen/ports';
import { type AdmittedVersion, type LogFacts, foldLog } from './fold-log.ts';

/** What one sink lacks, or has that the log has not; versions as `version:eventId`. */
export interface Difference {
  readonly documentId: string;
  readonly sink: 'index' | 'archive' | 'originals' | 'province';
  readonly expected: string;
  readonly found: string;
}

export interface Comparison {
  readonly documents: number;
  readonly events: number;
  /** Events of the log that lost their version. */
  readonly voids: number;
  /** Records of the log that should not be there. */
  readonly alarms: readonly string[];
  readonly differences: readonly Difference[];
}

/** The newest version of each document that another system holds, e.g. the provincial library. */
export type Holdings = ReadonlyMap<string, AdmittedVersion>;

export interface Stores {
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly index: SearchIndex;
}

const readersOfRecords = 16;

/** Compares the fold of the log with archive, index and, when given, the province, in both directions (I8). */
export async function compareStores({ log, store, index }: Stores, province?: Holdings): Promise<Comparison> {
  const facts = await foldLog(log);
  const differences = [
    ...compareHoldings('index', facts, await indexed(index)),
    ...(await compareArchive(facts, store)),
    ...(await compareOriginals(facts, store)),
    ...(province ? compareHoldings('province', facts, province) : []),
  ];
  const events = [...facts.documents.values()].reduce((sum, versions) => sum + versions.length, 0);
  return { documents: facts.documents.size, events, voids: facts.voids, alarms: facts.alarms, differences };
}

async function indexed(index: SearchIndex): Promise<Holdings> {
  const holdings = new Map<string, AdmittedVersion>();
  for (let after: string | undefined; ;) {
    const { entries, next } = await index.list(after === undefined ? {} : { after });
    for (const { documentId, version, eventId } of entries) holdings.set(documentId, { version, eventId });
    if (next === undefined) return holdings;
    after = next;
  }
}

function compareHoldings(sink: Difference['sink'], { documents }: LogFacts, held: Holdings): Difference[] {
  const wrong = [...documents].flatMap(([documentId, versions]) =>
    differenceOf(sink, documentId, versions.at(-1), held.get(documentId)),
  );
  const foreign = [...held].flatMap(([documentId, version]) =>
    documents.has(documentId) ? [] : differenceOf(sink, documentId, undefined, version),
  );
  return [...wrong, ...foreign];
}

/** Every version from 1, none above, and the newest with the event that the log admitted. */
async function compareArchive({ documents }: LogFacts, store: ObjectStore): Promise<Difference[]> {
  const archived = await archivedVersions(store);
  const differences: Difference[] = [];
  const left = [...documents];
  await Promise.all(
    Array.from({ length: readersOfRecords }, async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const [documentId, versions] = next;
        const found = archived.get(documentId) ?? new Set();
        const missing = versions.find(({ version }) => !found.has(version));
        const newest = versions.at(-1);
        if (missing) differences.push(...differenceOf('archive', documentId, missing, undefined));
        else if (newest) {
          const eventId = await archivedEventId(store, documentId, newest.version);
          differences.push(
            ...differenceOf('archive', documentId, newest, { version: newest.version, eventId }),
          );
        }
      }
    }),
  );
  for (const [documentId, versions] of archived) {
    for (const version of versions) {
      if (version <= (documents.get(documentId)?.length ?? 0)) continue;
      differences.push(...differenceOf('archive', documentId, undefined, { version, eventId: '?' }));
    }
  }
  return differences;
}

async function archivedVersions(store: ObjectStore): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const archived = new Map<string, Set<number>>();
  for await (const key of keysBelow(store, 'records/')) {
    const [, documentId = '', name = ''] = key.split('/');
    const versions = archived.get(documentId) ?? new Set();
    archived.set(documentId, versions.add(Number(name.replace('.json', ''))));
  }
  return archived;
}

async function archivedEventId(store: ObjectStore, documentId: string, version: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of (await store.get(recordKey(documentId, version))) ?? []) parts.push(part);
  const event = JSON.parse(Buffer.concat(parts).toString()) as { id: string }; // written by the archiver
  return event.id;
}

async function compareOriginals({ files }: LogFacts, store: ObjectStore): Promise<Difference[]> {
  const kept = new Set<string>();
  for await (const key of keysBelow(store, 'originals/')) kept.add(key);
  return [...files].flatMap((sha256) =>
    kept.has(originalKey(sha256))
      ? []
      : [{ documentId: sha256, sink: 'originals', expected: 'kept', found: 'missing' } as const],
  );
}

async function* keysBelow(store: ObjectStore, prefix: string): AsyncGenerator<string> {
  for (let after: string | undefined; ;) {
    const { objects, next } = await store.list(prefix, after === undefined ? {} : { after });
    for (const { key } of objects) yield key;
    if (next === undefined) return;
    after = next;
  }
}

function differenceOf(
  sink: Difference['sink'],
  documentId: string,
  expected: AdmittedVersion | undefined,
  found: AdmittedVersion | undefined,
): Difference[] {
  const [wanted, had] = [expected, found].map((version) =>
    version ? `${version.version}:${version.eventId}` : 'nothing',
  );
  return wanted === had ? [] : [{ documentId, sink, expected: wanted ?? '', found: had ?? '' }];
}
