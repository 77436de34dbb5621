import type { IndexEntry, WriteOutcome } from './search-index.ts';

const maximumIdBytes = 512; // OpenSearch’s limit of an _id
const maximumTitleBytes = 32_766; // Lucene’s limit of one term: titles are also indexed whole

/** What becomes of an entry beside the stored one: only a strictly higher version is written. */
export function judgeWrite(
  { version, eventId, document }: IndexEntry,
  stored?: Pick<IndexEntry, 'version' | 'eventId'>,
): WriteOutcome {
  if (Buffer.byteLength(document.documentId) > maximumIdBytes)
    return { outcome: 'rejected', reason: `documentId is longer than ${maximumIdBytes} bytes` };
  if (Buffer.byteLength(document.title) > maximumTitleBytes)
    return { outcome: 'rejected', reason: `title is longer than ${maximumTitleBytes} bytes` };
  if (stored === undefined || version > stored.version) return { outcome: 'written' };
  const isRepeat = version === stored.version && eventId === stored.eventId;
  return { outcome: isRepeat ? 'repeat' : 'stale' };
}
