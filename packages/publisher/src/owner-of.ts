import { parseDocumentId } from '@gongwen/domain';
import { ServiceError } from '@gongwen/service-kit';

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
