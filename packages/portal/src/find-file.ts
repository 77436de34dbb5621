import { filesOf } from '@gongwen/domain';
import { type FileReference } from '@gongwen/schemas';
import { ServiceError, requireAvailable } from '@gongwen/service-kit';
import { type Sources, findDocument, readRecords } from './find-document.ts';

export interface FoundFile {
  readonly file: FileReference;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * An original of a document, also of an older version. A file is only given with its document: what was withdrawn takes
 * its files along, whoever still knows their hash.
 *
 * @throws ServiceError ID_INVALID, DOCUMENT_NOT_FOUND, DOCUMENT_WITHDRAWN, FILE_NOT_FOUND, DEPENDENCY_UNAVAILABLE
 */
export async function findFile(sources: Sources, documentId: string, sha256: string): Promise<FoundFile> {
  const { newest } = await findDocument(sources, documentId);
  if (newest.document.publication.state === 'withdrawn') throw new ServiceError('DOCUMENT_WITHDRAWN');
  const isWanted = (file: FileReference) => file.sha256 === sha256;
  const file =
    filesOf(newest.document).find(isWanted) ??
    (await readRecords(sources.store, documentId, newest.version))
      .flatMap(({ data }) => filesOf(data.document))
      .find(isWanted);
  if (!file) throw new ServiceError('FILE_NOT_FOUND');
  const content = await requireAvailable(sources.store.get(`originals/${file.sha256}`));
  if (!content) throw new ServiceError('FILE_NOT_FOUND');
  return { file, content };
}
