import type { IndexEntry, IndexedValidity, WriteOutcome } from './search-index.ts';

const maximumIdBytes = 512; // OpenSearch’s limit of an _id
const maximumTitleBytes = 32_766; // Lucene’s limit of one term: titles are also indexed whole

/** What becomes of an entry beside the stored one: only a strictly higher version is written. */
export function judgeWrite(
  entry: IndexEntry,
  stored?: Pick<IndexEntry, 'version' | 'eventId'>,
): WriteOutcome {
  const reason = rejectionOf(entry);
  if (reason !== undefined) return { outcome: 'rejected', reason };
  if (stored === undefined || entry.version > stored.version) return { outcome: 'written' };
  const isRepeat = entry.version === stored.version && entry.eventId === stored.eventId;
  return { outcome: isRepeat ? 'repeat' : 'stale' };
}

/** Why no index takes an entry, `undefined` when it does. Writing it would fail its batch, or every search that finds it. */
export function rejectionOf({ version, document }: IndexEntry): string | undefined {
  if (Buffer.byteLength(document.documentId) > maximumIdBytes)
    return `documentId is longer than ${maximumIdBytes} bytes`;
  if (Buffer.byteLength(document.title) > maximumTitleBytes)
    return `title is longer than ${maximumTitleBytes} bytes`;
  if (!Number.isSafeInteger(version) || version < 1) return 'version is not a positive whole number';
  if (!coverAllDates(document.validities)) return 'validities do not follow one another without gaps';
  return undefined;
}

function coverAllDates(validities: readonly IndexedValidity[]): boolean {
  return (
    validities.length > 0 &&
    validities.at(-1)?.until === undefined &&
    validities.every(({ from }, index) => from === validities[index - 1]?.until)
  );
}
