import { describe, expect, it } from 'vitest';
import { disclosureDeadline, disclosureStanding } from './disclosure-clock.ts';
import { holidayCalendar } from './holiday-calendar.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';
import { isWorkingDay } from './working-days.ts';

describe('disclosureDeadline', () => {
  it.each([
    ['2026-11-02', '2026-11-30', 'twenty working days and no holiday'],
    ['2026-11-01', '2026-11-27', 'formed on a Sunday'],
    [
      '2026-09-18',
      '2026-10-22',
      'over National Day, with a Sunday before and a Saturday after it that are worked',
    ],
    ['2026-09-30', '2026-11-03', 'formed on the eve of National Day'],
    ['2026-10-03', '2026-11-03', 'formed in the middle of the holiday'],
    ['2025-12-31', '2026-01-29', 'into the next year'],
    ['2020-01-22', '2020-02-27', 'over the Spring Festival that was made longer'],
  ])('for what was formed on %s is %s: %s', (formedOn, deadline) => {
    expect(disclosureDeadline(formedOn)).toBe(deadline);
    expect(isWorkingDay(deadline)).toBe(true);
  });

  it('tells when it lies in a year without data', () => {
    expect(disclosureDeadline('2026-12-03')).toBe('2026-12-31');
    expect(() => disclosureDeadline('2026-12-04')).toThrow(/2027/);
  });

  it('lies in a further year when that one is supplied', () => {
    const further = { year: 2027, notices: ['样例'], daysOff: ['2027-01-01/2027-01-03'], workedDays: [] };
    const calendar = holidayCalendar([...stateCouncilCalendar.years.values(), further]);
    expect(disclosureDeadline('2026-12-04', calendar)).toBe('2027-01-04');
  });
});

describe('disclosureStanding', () => {
  const formed = { disclosure: 'active', formedOn: '2026-09-18' } as const;
  const deadline = '2026-10-22';

  it.each([
    ['2026-09-18', 0],
    ['2026-09-20', 1],
    ['2026-09-24', 5],
    ['2026-10-22', 20],
  ])('is due on %s, after %i working days', (today, workingDays) => {
    expect(disclosureStanding(formed, today)).toEqual({ deadline, state: 'due', workingDays });
  });

  it('is overdue from the day after the deadline on', () => {
    expect(disclosureStanding(formed, '2026-10-23')).toEqual({ deadline, state: 'overdue', workingDays: 21 });
  });

  it.each([
    ['2026-10-22', 'in_time', 20],
    ['2026-10-23', 'late', 21],
    ['2026-09-18', 'in_time', 0],
    ['2026-09-10', 'in_time', 0],
  ])('published on %s is %s for good', (publishedOn, state, workingDays) => {
    expect(disclosureStanding({ ...formed, publishedOn }, '2026-11-25')).toEqual({
      deadline,
      publishedOn,
      state,
      workingDays,
    });
  });

  it('is not published before its day of publication has come', () => {
    const planned = { ...formed, publishedOn: '2026-10-19' };
    expect(disclosureStanding(planned, '2026-10-12')).toMatchObject({ state: 'due' });
    expect(disclosureStanding(planned, '2026-10-12')).not.toHaveProperty('publishedOn');
  });

  it('has no clock without the day on which it was formed', () => {
    expect(
      disclosureStanding({ disclosure: 'active', publishedOn: '2026-10-19' }, '2026-11-25'),
    ).toBeUndefined();
  });

  it.each(['on_request', 'none'] as const)('has no clock when its disclosure is %s', (disclosure) => {
    expect(disclosureStanding({ ...formed, disclosure }, '2026-11-25')).toBeUndefined();
  });

  it('tells when today lies in a year without data', () => {
    expect(() => disclosureStanding(formed, '2027-01-04')).toThrow(/2027/);
    expect(disclosureStanding({ ...formed, publishedOn: '2026-10-12' }, '2027-01-04')).toMatchObject({
      state: 'in_time',
    });
  });
});
