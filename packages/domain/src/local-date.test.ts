import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, isLocalDate, isWeekday, localDateOf } from './local-date.ts';

describe('localDateOf', () => {
  it.each([
    ['2026-06-14T15:59:59.999Z', '2026-06-14'],
    ['2026-06-14T16:00:00.000Z', '2026-06-15'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('reads the instant %s as %s in Shanghai', (instant, date) => {
    expect(localDateOf(new Date(instant))).toBe(date);
  });
});

describe('addDays', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1800-01-01', -1, '1799-12-31'],
    ['2026-05-04', 0, '2026-05-04'],
    ['1986-05-04', 1, '1986-05-05'], // the first day of a former summer time
    ['2025-01-01', 365, '2026-01-01'],
  ])('goes from %s by %i days to %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-29'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2028-08-31', -6, '2028-02-29'],
    ['2031-09-15', -6, '2031-03-15'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-05-04', 0, '2026-05-04'],
    ['1800-01-31', 13, '1801-02-28'],
  ])('goes from %s by %i months to %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('addYears', () => {
  it.each([
    ['2026-09-16', 5, '2031-09-16'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2024-02-29', -1, '2023-02-28'],
  ])('goes from %s by %i years to %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });
});

describe('isWeekday', () => {
  it.each([
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-11-30', true],
  ])('says of %s: %s', (date, expected) => {
    expect(isWeekday(date)).toBe(expected);
  });
});

describe('isLocalDate', () => {
  it.each(['2026-01-31', '2028-02-29', '2000-02-29', '1800-01-01'])('knows %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '0000-00-00',
    '',
    '2026-01-01T00:00',
    '２０２６-01-01',
  ])('refuses %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});
