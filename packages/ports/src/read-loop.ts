import type { EventLog, GroupConsumer, LogRecord, Positions, ReadOptions } from './event-log.ts';
import type { Bell } from './bell.ts';
import type { GroupMembership } from './group-membership.ts';

/** What an adapter without a server gives: a batch of one partition from an offset, in order; empty at the end. */
export interface RecordSource {
  partitions(topic: string): number;
  batch(topic: string, partition: number, from: number): readonly LogRecord[];
  readonly closed: AbortSignal;
}

/** For what another process appends; what this one does rings the bell. Shorter would burn an idle core. */
const pollMs = 500;

/** Reads all partitions in turn, up to `until` or for ever. */
export async function* readLoop(
  source: RecordSource,
  bell: Bell,
  topic: string,
  from: Positions,
  { signal, until }: ReadOptions,
): AsyncIterable<readonly LogRecord[]> {
  const stop = AbortSignal.any([signal, source.closed]);
  const next = Array.from({ length: source.partitions(topic) }, (_, partition) => from.get(partition) ?? 0);
  while (!stop.aborted) {
    let isIdle = true;
    for (const [partition, offset] of next.entries()) {
      const end = until ? (until.get(partition) ?? 0) : Number.POSITIVE_INFINITY;
      if (stop.aborted || offset >= end) continue;
      const batch = source.batch(topic, partition, offset).filter((record) => record.offset < end);
      const last = batch.at(-1);
      // a compacted topic may have nothing left before the end
      next[partition] = last ? last.offset + 1 : until ? end : offset;
      if (!last) continue;
      isIdle = false;
      yield batch;
    }
    if (until && next.every((offset, partition) => offset >= (until.get(partition) ?? 0))) return;
    // nothing slips in between: looking and waiting are of one turn of the event loop
    if (isIdle) await bell.wait(stop, pollMs);
  }
}

/** A group member on top of `readLoop`. */
export function groupConsumer(
  membership: GroupMembership,
  log: Pick<EventLog, 'committed' | 'read'>,
  commit: (positions: Positions) => Promise<void>,
  { topic, group, signal }: { topic: string; group: string; signal: AbortSignal },
): GroupConsumer {
  return {
    commit,
    async *[Symbol.asyncIterator]() {
      const leave = await membership.join(`${topic} ${group}`, signal);
      if (!leave) return;
      try {
        yield* log.read(topic, await log.committed(topic, group), { signal });
      } finally {
        leave();
      }
    },
  };
}
