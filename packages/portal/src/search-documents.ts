import {
  InvalidCursorError,
  QueryTooComplexError,
  type SearchIndex,
  type SearchQuery,
  type SearchResult,
  type Synonyms,
} from '@gongwen/ports';
import { type Metrics, ServiceError } from '@gongwen/service-kit';

export interface SearchSources {
  readonly index: SearchIndex;
  readonly synonyms: Synonyms;
  readonly metrics: Metrics;
}

/**
 * Searches, also for other names of what the text names, and tells a query’s faults from the index being away.
 *
 * @throws ServiceError QUERY_TOO_COMPLEX, PARAMETER_INVALID, DEPENDENCY_UNAVAILABLE
 */
export async function searchDocuments(
  { index, synonyms, metrics }: SearchSources,
  query: SearchQuery,
): Promise<SearchResult> {
  const { searchRequests, searchDuration } = metrics;
  const stop = searchDuration.startTimer();
  try {
    const result = await index.search({ ...query, synonyms });
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
