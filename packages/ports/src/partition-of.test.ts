import { describe, expect, it } from 'vitest';
import { partitionOf } from './partition-of.ts';

describe('partitionOf', () => {
  it.each([
    ['edu/1', 0],
    ['edu/2', 1],
    ['health/中文', 3],
    ['a', 0],
  ])('puts %s into partition %i of 4, as every Kafka client does', (key, partition) => {
    expect(partitionOf(key, 4)).toBe(partition);
  });
});
