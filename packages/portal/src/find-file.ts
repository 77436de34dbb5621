import { filesOf } from '@gongwen/domain';
import type { ObjectStore } from '@gongwen/ports';
import type { FileReference } from '@gongwen/schemas';
import { ServiceError, requireAvailable } from '@gongwen/service-kit';
import { closingWithdrawal, textWithdrawn } from './closing-withdrawal.ts';
import { type Sources, findDocument } from './find-document.ts';
import { readRecord } from './read-record.ts';

export interface FoundFile {
  readonly file: FileReference;
  readonly content: AsyncIterable<Uint8Array>;
}

/** How many versions back a file is looked for, so that one request has an end. */
const maximumRecords = 500;

/**
 * An original of a document, also of an older version. A file is only given with its text: what was withdrawn takes its
 * files along, whoever still knows their hash; what was withdrawn for good takes those of all earlier versions along.
 *
 * @throws ServiceError ID_INVALID, DOCUMENT_NOT_FOUND, DOCUMENT_WITHDRAWN, FILE_NOT_FOUND, DEPENDENCY_UNAVAILABLE
 */
export async function findFile(sources: Sources, documentId: string, sha256: string): Promise<FoundFile> {
  const { store } = sources;
  const { newest } = await findDocument(sources, documentId);
  if (newest.document.publication.state === 'withdrawn') throw new ServiceError('DOCUMENT_WITHDRAWN');
  const key = `originals/${sha256}`;
  const named = filesOf(newest.document).find((file) => file.sha256 === sha256);
  // an invented hash is answered without reading any record
  const isKept = /^[\da-f]{64}$/.test(sha256) && (await requireAvailable(store.head(key))) !== undefined;
  const file = named ?? (isKept ? await findOlderFile(store, newest, sha256) : undefined);
  const content = file && (await requireAvailable(store.get(key)));
  if (!content) throw new ServiceError('FILE_NOT_FOUND');
  return { file, content };
}

/** From the newest version back to the first hit, or to the withdrawal that closed what was before it. */
async function findOlderFile(
  store: ObjectStore,
  { version: newest, document: { documentId } }: { version: number; document: { documentId: string } },
  sha256: string,
): Promise<FileReference | undefined> {
  for (let version = newest - 1; version >= Math.max(1, newest - maximumRecords); version--) {
    const event = await readRecord(store, documentId, version);
    // it may be that of a withdrawal
    if (!event) return undefined;
    const withdrawal = closingWithdrawal(event);
    if (withdrawal) throw textWithdrawn(withdrawal);
    const file = filesOf(event.data.document).find((one) => one.sha256 === sha256);
    if (file) return file;
  }
  return undefined;
}
