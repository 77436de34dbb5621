interface Pending {
  readonly offset: number;
  readonly time: number;
  done: boolean;
}

/** What of one partition is done: only the contiguous completed prefix may be committed. */
export interface PartitionProgress {
  /**
   * Notes a record. Not new = taken in before: a partition repeats records when it comes back to this member. A jump =
   * not the one after the last: the partition has come, or come back, and another member may have worked on it.
   */
  take(offset: number, time: number): { readonly isNew: boolean; readonly isJump: boolean };
  complete(offset: number): void;
  /** The next offset to commit; `undefined` while there is nothing that the group does not know. */
  toCommit(): number | undefined;
  committed(next: number): void;
  /** When the oldest record that is not done was written, in ms since 1970. */
  oldestPending(): number | undefined;
}

export function createPartitionProgress(): PartitionProgress {
  let pending: Pending[] = [];
  const byOffset = new Map<number, Pending>();
  let taken = -1;
  let seen: number | undefined;
  let next: number | undefined;
  let known: number | undefined;
  return {
    take(offset, time) {
      const isJump = offset - 1 !== seen;
      seen = offset;
      if (offset <= taken) {
        known = undefined; // what was done while the partition was elsewhere could not be committed then
        return { isNew: false, isJump };
      }
      taken = offset;
      const record = { offset, time, done: false };
      pending.push(record);
      byOffset.set(offset, record);
      return { isNew: true, isJump };
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
    toCommit: () => (next === known ? undefined : next),
    committed(position) {
      known = position;
    },
    oldestPending: () => pending[0]?.time,
  };
}
