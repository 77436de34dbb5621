import { createHash } from 'node:crypto';
import type { EventLog, LogRecord, Positions } from '@gongwen/ports';

/** Where a view stands in one partition, and what it saw there last. */
export interface Bookmark {
  readonly next: number;
  /** SHA-256 of the last record’s value. */
  readonly digest: string;
}

export function digestOf({ value }: LogRecord): string {
  return createHash('sha256')
    .update(value ?? '')
    .digest('base64');
}

/** Whether the log still has what a view has folded; a view of another log, or of one that was set back, is worthless. */
export async function isContinuation(
  log: EventLog,
  topic: string,
  bookmarks: ReadonlyMap<number, Bookmark>,
): Promise<boolean> {
  if (bookmarks.size === 0) return true;
  const ends = await log.ends(topic);
  if ([...bookmarks].some(([partition, { next }]) => next > (ends.get(partition) ?? 0))) return false;
  const positionsAt = (back: number): Positions =>
    new Map(
      [...ends].map(([partition]) => [partition, Math.max(0, (bookmarks.get(partition)?.next ?? 0) - back)]),
    );
  const found = new Map<number, string>();
  const { signal } = new AbortController();
  for await (const batch of log.read(topic, positionsAt(1), { signal, until: positionsAt(0) })) {
    for (const record of batch) found.set(record.partition, digestOf(record));
  }
  return [...bookmarks].every(([partition, { digest }]) => found.get(partition) === digest);
}
