import { describe, expect, it } from 'vitest';
import { parseRetryAfter, retryDelayMs } from './retry-delay.ts';

const now = new Date('2026-11-25T02:00:00Z');

describe('retryDelayMs', () => {
  it('spreads attempts over a span that doubles from half a second to five minutes', () => {
    const longest = [1, 2, 3, 10, 11, 40].map((attempt) => retryDelayMs(attempt, undefined, () => 1));
    expect(longest).toEqual([500, 1000, 2000, 256_000, 300_000, 300_000]);
    expect(retryDelayMs(5, undefined, () => 0)).toBe(0);
  });

  it('waits no less than the server asks, and no more than a minute for it', () => {
    expect(retryDelayMs(1, 7, () => 0.5)).toBe(7000);
    expect(retryDelayMs(8, 7, () => 0.5)).toBe(32_000);
    expect(retryDelayMs(1, 3600, () => 0)).toBe(60_000);
  });
});

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    ['120', 120],
    ['Wed, 25 Nov 2026 02:00:30 GMT', 30],
    ['Wed, 25 Nov 2026 01:59:00 GMT', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2027-01-01', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %j as %s', (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds);
  });
});
