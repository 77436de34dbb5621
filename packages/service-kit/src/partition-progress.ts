interface Pending {
  readonly offset: number;
  readonly time: number;
  done: boolean;
}

/** What of one partition is done: only the contiguous completed prefix may be committed. */
export interface PartitionProgress {
  /** Notes a record that was taken in; `false` when it starts over (the partition came back after a re-assignment). */
  take(offset: number, time: number): void;
  complete(offset: number): void;
  /** The next offset to commit; `undefined` while nothing is done. */
  next(): number | undefined;
  /** When the oldest record that is not done was written, in ms since 1970. */
  oldestPending(): number | undefined;
}

export function createPartitionProgress(): PartitionProgress {
  let pending: Pending[] = [];
  const byOffset = new Map<number, Pending>();
  let next: number | undefined;
  return {
    take(offset, time) {
      const record = { offset, time, done: false };
      pending.push(record);
      byOffset.set(offset, record);
    },
    complete(offset) {
      const record = byOffset.get(offset);
      if (record) record.done = true;
      const open = pending.findIndex(({ done }) => !done);
      const completed = pending.slice(0, open === -1 ? undefined : open);
      for (const { offset: done } of completed) {
        byOffset.delete(done);
        next = done + 1;
      }
      if (completed.length > 0) pending = pending.slice(completed.length);
    },
    next: () => next,
    oldestPending: () => pending[0]?.time,
  };
}
