import type { SearchIndex, SearchQuery, SearchResult } from '@gongwen/ports';
import { InvalidCursorError, QueryTooComplexError } from '@gongwen/ports';
import { type Metrics, ServiceError } from '@gongwen/service-kit';

/**
 * Searches, and tells a query’s faults from the index being away.
 *
 * @throws ServiceError QUERY_TOO_COMPLEX, PARAMETER_INVALID, DEPENDENCY_UNAVAILABLE
 */
export async function searchDocuments(
  index: SearchIndex,
  query: SearchQuery,
  { searchRequests, searchDuration }: Metrics,
): Promise<SearchResult> {
  const stop = searchDuration.startTimer();
  try {
    const result = await index.search(query);
    searchRequests.inc({ outcome: result.total === 0 ? 'empty' : 'found' });
    return result;
  } catch (cause) {
    const isRefused = cause instanceof QueryTooComplexError || cause instanceof InvalidCursorError;
    searchRequests.inc({ outcome: isRefused ? 'refused' : 'failed' });
    if (isRefused) {
      throw new ServiceError(cause.code, {}, { cause });
    }
    throw new ServiceError('DEPENDENCY_UNAVAILABLE', { retryAfterSeconds: 2 }, { cause });
  } finally {
    stop();
  }
}
