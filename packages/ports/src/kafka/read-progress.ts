import type { LogRecord, Positions } from '../event-log.ts';

/** How far one reader has come. The client repeats records after it has joined again; a reader wants each once. */
export interface ReadProgress {
  readonly next: Positions;
  /** The records not seen before, up to the end that was asked for. */
  take(batch: readonly LogRecord[]): readonly LogRecord[];
  isOver(): boolean;
}

/** @param until stop before these positions; without them there is no end */
export function createReadProgress(partitions: number, from: Positions, until?: Positions): ReadProgress {
  const next = new Map(
    Array.from({ length: partitions }, (_, partition) => [partition, from.get(partition) ?? 0]),
  );
  const isBeforeEnd = (partition: number, offset: number) => !until || offset < (until.get(partition) ?? 0);
  return {
    next,
    take(batch) {
      const fresh = batch.filter(
        ({ partition, offset }) => offset >= (next.get(partition) ?? 0) && isBeforeEnd(partition, offset),
      );
      for (const { partition, offset } of batch) {
        next.set(partition, Math.max(next.get(partition) ?? 0, offset + 1));
      }
      return fresh;
    },
    isOver: () =>
      until !== undefined && [...next].every(([partition, offset]) => !isBeforeEnd(partition, offset)),
  };
}
