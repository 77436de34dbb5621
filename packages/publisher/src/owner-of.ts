import { parseDocumentId } from '@gongwen/domain';
import { ServiceError, type View } from '@gongwen/service-kit';

/**
 * The department in whose namespace a document is.
 *
 * @throws ServiceError ID_INVALID
 */
export function ownerOf(documentId: string): string {
  const parts = parseDocumentId(documentId);
  if (!parts) throw new ServiceError('ID_INVALID');
  return parts.department;
}

/**
 * Who answers for a document: its id names who published it first, a transfer may have changed that.
 *
 * @throws ServiceError ID_INVALID
 */
export function ownerNow(view: View, documentId: string): string {
  return view.head(documentId)?.document.department ?? ownerOf(documentId);
}
