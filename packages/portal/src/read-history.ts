import type { ObjectStore } from '@gongwen/ports';
import type { DocumentEvent, DocumentReference } from '@gongwen/schemas';
import { closingWithdrawal } from './closing-withdrawal.ts';
import type { FoundDocument } from './find-document.ts';
import { readRecord } from './read-record.ts';

/** What the public may know of an event: never who reviewed or allowed it, nor what the checks found. */
export interface PublicChange {
  readonly version: number;
  readonly eventId: string;
  readonly type: DocumentEvent['type'];
  readonly time: string;
  readonly note?: string;
  readonly effectiveOn?: string;
  readonly decision?: DocumentReference;
  readonly textVersion: number;
  /** Whether its text is public: it has one, and it was not withdrawn for good. */
  readonly isReadable: boolean;
}

export interface PublicHistory {
  /** In order; without those that the archive does not hold yet. */
  readonly changes: readonly PublicChange[];
  /** Whether older ones were left out. */
  readonly isCut: boolean;
}

/**
 * What has happened to a document, one record in memory at a time.
 *
 * @param limit - the newest so many
 * @throws ServiceError DEPENDENCY_UNAVAILABLE
 */
export async function readHistory(
  store: ObjectStore,
  { newest }: Pick<FoundDocument, 'newest'>,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<PublicHistory> {
  const { documentId, publication } = newest.document;
  const changes: PublicChange[] = [];
  const oldest = Math.max(1, newest.version - limit + 1);
  // words of a withdrawn text may stand in the notes on it, too
  let isClosed = publication.state === 'withdrawn';
  for (let version = newest.version; version >= oldest; version--) {
    const event = await readRecord(store, documentId, version);
    if (event) changes.push(publicChange(event, isClosed));
    // one that is not archived yet may be a withdrawal; the newest is not, or all of it were withdrawn
    isClosed ||= event ? closingWithdrawal(event) !== undefined : version < newest.version;
  }
  return { changes: changes.toReversed(), isCut: oldest > 1 };
}

function publicChange({ id, type, time, data }: DocumentEvent, isClosed: boolean): PublicChange {
  const { version, change, document } = data;
  return {
    version,
    eventId: id,
    type,
    time,
    textVersion: document.textVersion,
    isReadable: !isClosed && document.publication.state === 'published',
    ...(!isClosed && {
      ...('note' in change && change.note !== undefined && { note: change.note }),
      ...('effectiveOn' in change && { effectiveOn: change.effectiveOn }),
      ...('decision' in change && change.decision && { decision: change.decision }),
    }),
  };
}
