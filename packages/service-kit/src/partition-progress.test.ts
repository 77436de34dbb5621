import { describe, expect, it } from 'vitest';
import { createPartitionProgress } from './partition-progress.ts';

describe('the progress of a partition', () => {
  it('commits the contiguous prefix of what is done, once', () => {
    const progress = createPartitionProgress();
    for (const offset of [5, 6, 7]) progress.take(offset, offset);
    progress.complete(6);
    expect(progress.toCommit()).toBeUndefined();
    progress.complete(5);
    expect(progress.toCommit()).toBe(7);
    progress.committed(7);
    expect(progress.toCommit()).toBeUndefined();
    expect(progress.oldestPending()).toBe(7);
  });

  it('does not take what it has at work when the partition comes back, and still commits it', () => {
    const progress = createPartitionProgress();
    progress.take(5, 0);
    progress.take(6, 0);
    progress.complete(5);
    expect(progress.take(5, 0)).toEqual({ isNew: false, isJump: true });
    expect(progress.take(6, 0)).toEqual({ isNew: false, isJump: false });
    progress.complete(6);
    expect(progress.toCommit()).toBe(7);
  });

  it('commits again what was done while the partition was elsewhere', () => {
    const progress = createPartitionProgress();
    progress.take(5, 0);
    progress.complete(5);
    progress.committed(6); // the log let it drop, the partition being another member’s
    progress.take(5, 0);
    expect(progress.toCommit()).toBe(6);
  });

  it.each([
    ['its first record', [[5, true]]],
    [
      'records in a row',
      [
        [5, true],
        [6, false],
      ],
    ],
    [
      'records that another member has skipped',
      [
        [5, true],
        [9, true],
        [10, false],
      ],
    ],
    [
      'a return to earlier ones',
      [
        [5, true],
        [6, false],
        [5, true],
        [6, false],
      ],
    ],
  ] as const)('tells a takeover by a jump: %s', (_name, takes) => {
    const progress = createPartitionProgress();
    expect(takes.map(([offset]) => progress.take(offset, 0).isJump)).toEqual(
      takes.map(([, isJump]) => isJump),
    );
  });
});
