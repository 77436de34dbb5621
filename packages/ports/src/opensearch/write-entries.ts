import { rejectionOf } from '../judge-write.ts';
import type { IndexEntry, WriteOutcome } from '../search-index.ts';
import { type Call, type Failure, pathOf, reasonOf } from './call.ts';
import { toStored } from './stored-entry.ts';

interface BulkAnswer extends Failure {
  readonly items?: readonly { readonly index: BulkItem }[];
}

interface BulkItem {
  readonly status: number;
  readonly error?: { readonly type: string; readonly reason: string };
}

interface Line {
  /** In the batch; one entry may stand in it twice. */
  readonly place: number;
  readonly entry: IndexEntry;
  /** Action and source, two lines. */
  readonly bytes: Buffer;
}

const maximumBytes = 5 * 1024 * 1024; // the best throughput that was measured, far below the server’s limit

/** The index cannot be written at the moment; what was sent may be sent again. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

/**
 * Writes entries at their external versions; the answer tells of each.
 *
 * @param target an index, or the alias when `isAlias`
 * @throws IndexUnavailableError when the whole batch is to be repeated
 */
export async function writeEntries(
  call: Call,
  target: { readonly name: string; readonly isAlias: boolean },
  entries: readonly IndexEntry[],
): Promise<readonly WriteOutcome[]> {
  const outcomes = new Map<number, WriteOutcome>();
  const lines: Line[] = [];
  for (const [place, entry] of entries.entries()) {
    const reason = rejectionOf(entry);
    if (reason === undefined) lines.push({ place, entry, bytes: linesOf(entry) });
    else outcomes.set(place, { outcome: 'rejected', reason });
  }
  for (const request of inRequests(lines)) await writeRequest(request);
  return entries.map((_, place) => outcomes.get(place) ?? { outcome: 'rejected', reason: 'not written' });

  async function writeRequest(request: readonly Line[]): Promise<void> {
    const { status, body } = await send(request);
    if (status === 413) return writeHalves(request);
    if (status !== 200) throw unavailable(status, reasonOf(body));
    const conflicts: Line[] = [];
    for (const [at, line] of request.entries()) {
      const item = body.items?.[at]?.index;
      if (!item) throw unavailable(status, 'the answer lacks items');
      const outcome = outcomeOf(item, target.name);
      if (outcome) outcomes.set(line.place, outcome);
      else conflicts.push(line);
    }
    for (const [place, outcome] of await judgeConflicts(call, target.name, conflicts))
      outcomes.set(place, outcome);
  }

  async function writeHalves(request: readonly Line[]): Promise<void> {
    const [only] = request;
    if (only && request.length === 1) {
      outcomes.set(only.place, { outcome: 'rejected', reason: 'the entry is larger than the index takes' });
      return;
    }
    const half = Math.ceil(request.length / 2);
    await writeRequest(request.slice(0, half));
    await writeRequest(request.slice(half));
  }

  async function send(request: readonly Line[]) {
    return call<BulkAnswer>({
      method: 'POST',
      path: pathOf(target.name, '_bulk'),
      query: {
        require_alias: target.isAlias,
        filter_path: 'items.*.status,items.*.error.type,items.*.error.reason,error',
      },
      lines: Buffer.concat(request.map((line) => line.bytes)),
    });
  }
}

function linesOf(entry: IndexEntry): Buffer {
  const action = {
    index: { _id: entry.document.documentId, version: entry.version, version_type: 'external' },
  };
  return Buffer.from(`${JSON.stringify(action)}\n${JSON.stringify(toStored(entry))}\n`);
}

function* inRequests(lines: readonly Line[]): Generator<readonly Line[]> {
  let request: Line[] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = line.bytes.byteLength;
    if (request.length > 0 && bytes + size > maximumBytes) {
      yield request;
      request = [];
      bytes = 0;
    }
    request.push(line);
    bytes += size;
  }
  if (request.length > 0) yield request;
}

/** `undefined` for a version conflict, which is judged by what is stored. */
function outcomeOf({ status, error }: BulkItem, index: string): WriteOutcome | undefined {
  if (status >= 200 && status < 300) return { outcome: 'written' };
  if (status === 409) return undefined;
  const reason = `${error?.type ?? status}: ${error?.reason ?? ''}`.slice(0, 500);
  if (status === 404 && error?.type === 'index_not_found_exception') {
    throw new Error(
      `There is no index or alias ${index}: ${reason}; run gongwen doctor, then gongwen rebuild`,
    );
  }
  if (status === 400 && isOfDocument(error?.type, reason)) return { outcome: 'rejected', reason };
  throw unavailable(status, reason);
}

/**
 * Other refusals with 400 are of the index: closed, an alias that cannot be written, a mapping that is not ours. Every
 * document would be rejected for good, though each is sound.
 */
function isOfDocument(type: string | undefined, reason: string): boolean {
  return type === 'mapper_parsing_exception' || reason.includes('immense term');
}

/** An equal version of the same event is a repeat; any other conflict means that the index is further. */
async function judgeConflicts(
  call: Call,
  index: string,
  conflicts: readonly Line[],
): Promise<readonly (readonly [number, WriteOutcome])[]> {
  if (conflicts.length === 0) return [];
  const ids = [...new Set(conflicts.map(({ entry }) => entry.document.documentId))];
  const { status, body } = await call<Failure & { docs?: readonly StoredVersion[] }>({
    method: 'POST',
    path: pathOf(index, '_mget'),
    query: { _source_includes: 'eventId' },
    body: { ids },
  });
  if (status !== 200 || !body.docs) throw unavailable(status, reasonOf(body));
  const stored = new Map(body.docs.map((found) => [found['_id'], found]));
  return conflicts.map(({ place, entry }) => {
    const found = stored.get(entry.document.documentId);
    const isRepeat = found?.['_version'] === entry.version && found['_source']?.eventId === entry.eventId;
    return [place, { outcome: isRepeat ? 'repeat' : 'stale' }];
  });
}

interface StoredVersion {
  readonly _id: string;
  readonly _version?: number;
  readonly _source?: { readonly eventId: string };
}

function unavailable(status: number, reason: string): IndexUnavailableError {
  return new IndexUnavailableError(`OpenSearch cannot be written: ${status} ${reason}`);
}
