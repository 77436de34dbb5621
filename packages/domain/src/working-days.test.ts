import { isWorkday } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from './holiday-calendar.ts';
import { addDays } from './local-date.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts';

describe('isWorkingDay', () => {
  it.each([
    ['2026-11-25', true, 'an ordinary Wednesday'],
    ['2026-11-28', false, 'an ordinary Saturday'],
    ['2026-10-01', false, 'a Thursday of National Day'],
    ['2026-10-10', true, 'a Saturday that makes up for National Day'],
    ['2026-09-20', true, 'a Sunday before it that does so, too'],
    ['2018-12-29', true, 'a Saturday that the notice of the next year lets work'],
    ['2018-12-31', false, 'a Monday that the notice of the next year lets off'],
    ['2015-09-03', false, 'a day off that a notice of the same year added'],
    ['2019-05-02', false, 'a day off that a later notice added'],
    ['2020-01-31', false, 'a day of the holiday that was made longer in 2020'],
    ['2020-02-01', false, 'a Saturday that the longer holiday of 2020 freed from work'],
  ])('says of %s: %s, %s', (date, isWorked) => {
    expect(isWorkingDay(date)).toBe(isWorked);
  });

  it('agrees with a calendar kept elsewhere on every day of 2015–2026', () => {
    const differing: string[] = [];
    for (let date = '2015-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      if (isWorkingDay(date) !== isWorkday(date)) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it.each(['2014-12-31', '2027-01-01'])('refuses to guess in a year without data: %s', (date) => {
    expect(() => isWorkingDay(date)).toThrow(RangeError);
    expect(() => isWorkingDay(date)).toThrow(
      /没有 20\d\d 年的放假安排.* \/ the holidays of 20\d\d are not known/,
    );
  });

  it('knows what a calendar of its own says', () => {
    const calendar = holidayCalendar([
      { year: 2027, notices: ['样例'], daysOff: ['2026-12-31/2027-01-02'], workedDays: ['2027-01-03'] },
    ]);
    expect(isWorkingDay('2027-01-01', calendar)).toBe(false);
    expect(isWorkingDay('2027-01-03', calendar)).toBe(true);
    expect(isWorkingDay('2027-01-04', calendar)).toBe(true);
  });

  it('follows the later year’s notice in the last days of a year', () => {
    const calendar = holidayCalendar([
      { year: 2027, notices: ['样例'], daysOff: ['2026-12-31'], workedDays: ['2026-12-27'] },
      ...stateCouncilCalendar.years.values(),
    ]);
    expect(isWorkingDay('2026-12-31', calendar)).toBe(false);
    expect(isWorkingDay('2026-12-27', calendar)).toBe(true);
  });
});

describe('the State Council’s calendar', () => {
  const years = [...stateCouncilCalendar.years.values()];

  it('names the notice of every year from 2015 to 2026', () => {
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, index) => 2015 + index));
    for (const { year, notices } of years) {
      expect(notices[0]).toMatch(new RegExp(`^国办发明电〔${year - 1}〕\\d+号$`));
    }
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24', 'the next day'],
    ['2026-11-27', 1, '2026-11-30', 'over a weekend'],
    ['2026-11-28', 1, '2026-11-30', 'from a Saturday'],
    ['2026-09-30', 1, '2026-10-08', 'over National Day'],
    ['2026-10-09', 1, '2026-10-10', 'to a Saturday that is worked'],
    ['2026-12-31', 0, '2026-12-31', 'nowhere'],
    ['2025-12-31', 1, '2026-01-04', 'into the next year, to a Sunday that is worked'],
  ])('counts from %s by %i to %s, %s', (date, days, expected) => {
    expect(addWorkingDays(date, days)).toBe(expected);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d days', (days) => {
    expect(() => addWorkingDays('2026-11-23', days)).toThrow(RangeError);
  });

  it('tells when it would have to count in a year without data', () => {
    expect(addWorkingDays('2026-12-30', 1)).toBe('2026-12-31');
    expect(() => addWorkingDays('2026-12-31', 1)).toThrow(/2027/);
  });
});

describe('countWorkingDays', () => {
  it.each([
    ['2026-11-23', '2026-11-27', 4],
    ['2026-09-30', '2026-10-10', 3],
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-20', 0],
  ])('finds after %s up to %s: %i', (after, until, count) => {
    expect(countWorkingDays(after, until)).toBe(count);
  });

  it('is the inverse of adding', () => {
    for (let days = 1; days < 100; days += 1) {
      expect(countWorkingDays('2025-07-01', addWorkingDays('2025-07-01', days))).toBe(days);
    }
  });
});
