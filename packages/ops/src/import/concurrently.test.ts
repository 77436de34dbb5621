import { describe, expect, it } from 'vitest';
import { concurrently } from './concurrently.ts';

describe('concurrently', () => {
  it('runs every number once, no more than so many at a time', async () => {
    let [running, most] = [0, 0];
    const done: number[] = [];
    await concurrently(20, { concurrency: 3 }, async (index) => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      done.push(index);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
    expect(most).toBe(3);
  });

  it('stops taking at the first failure, awaits what runs, then throws it', async () => {
    const finished: number[] = [];
    const running = concurrently(100, { concurrency: 2 }, async (index) => {
      await Promise.resolve();
      if (index === 3) throw new Error('down');
      finished.push(index);
    });
    await expect(running).rejects.toThrow('down');
    expect(finished.length).toBeLessThan(6);
  });

  it('stops at an abort', async () => {
    const controller = new AbortController();
    const started: number[] = [];
    const running = concurrently(100, { concurrency: 1, signal: controller.signal }, async (index) => {
      started.push(index);
      if (index === 4) controller.abort(new Error('Ctrl-C'));
    });
    await expect(running).rejects.toThrow('Ctrl-C');
    expect(started).toHaveLength(5);
  });
});
