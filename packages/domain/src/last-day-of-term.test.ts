import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOfTerm } from './last-day-of-term.ts';
import { addDays } from './local-date.ts';

describe('lastDayOfTerm', () => {
  it.each([
    ['2026-09-16', 5, '2031-09-15', 'the day before the anniversary'],
    ['2026-01-01', 1, '2026-12-31', 'the end of the year'],
    ['2024-02-29', 5, '2029-02-28', 'the last of February where the anniversary does not exist'],
    ['2024-02-29', 4, '2028-02-28', 'the day before the anniversary where it exists'],
    ['2024-03-01', 5, '2029-02-28', 'the last of February'],
    ['2023-03-01', 5, '2028-02-29', 'a 29 February'],
    ['2021-10-02', 5, '2026-10-01', 'a holiday, on which it ends all the same'],
    ['2021-11-29', 5, '2026-11-28', 'a Saturday, on which it ends all the same'],
  ])('of a term from %s of %i years is %s: %s', (start, years, last) => {
    expect(lastDayOfTerm(start, years)).toBe(last);
  });

  it('of a later start is never earlier', () => {
    const starts = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01', days));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 10 }), (start, years) => {
        expect(lastDayOfTerm(addDays(start, 1), years) >= lastDayOfTerm(start, years)).toBe(true);
      }),
    );
  });
});
