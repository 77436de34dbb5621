import { describe, expect, it } from 'vitest';
import { readHolidayCalendar } from './read-holiday-calendar.ts';
import { isWorkingDay } from './working-days.ts';

const year = {
  year: 2027,
  notices: ['样例〔2026〕1号'],
  daysOff: ['2027-01-01/2027-01-03', '2027-10-01/2027-10-07'],
  workedDays: ['2027-10-09'],
};

function issuesOf(json: unknown) {
  const reading = readHolidayCalendar(json);
  return reading.outcome === 'refused' ? reading.issues : [];
}

describe('readHolidayCalendar', () => {
  it('adds a further year to those that are shipped', () => {
    const reading = readHolidayCalendar({ years: [year] });
    if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.issues));
    expect(isWorkingDay('2027-10-07', reading.calendar)).toBe(false);
    expect(isWorkingDay('2027-10-09', reading.calendar)).toBe(true);
    expect(isWorkingDay('2026-10-10', reading.calendar)).toBe(true);
  });

  it('replaces a year that is known already, e.g. after a notice that changed it', () => {
    const changed = { ...year, year: 2026, daysOff: ['2026-11-25'], workedDays: [] };
    const reading = readHolidayCalendar({ years: [changed] });
    if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.issues));
    expect(isWorkingDay('2026-11-25', reading.calendar)).toBe(false);
    expect(isWorkingDay('2026-10-01', reading.calendar)).toBe(true);
  });

  it('accepts days of the December before', () => {
    expect(issuesOf({ years: [{ ...year, daysOff: ['2026-12-31/2027-01-02'] }] })).toEqual([]);
  });

  it.each([
    [undefined, '/years'],
    [{ years: [] }, '/years'],
    [[year], '/years'],
    [{ years: [null] }, '/years/0/year'],
    [{ years: [{ ...year, year: '2027' }] }, '/years/0/year'],
    [{ years: [{ ...year, notices: [] }] }, '/years/0/notices'],
    [{ years: [{ ...year, notices: [' '] }] }, '/years/0/notices/0'],
    [{ years: [{ ...year, daysOff: '2027-01-01' }] }, '/years/0/daysOff'],
    [{ years: [{ ...year, daysOff: ['2027-02-29'] }] }, '/years/0/daysOff/0'],
    [{ years: [{ ...year, daysOff: ['2026-11-30'] }] }, '/years/0/daysOff/0'],
    [{ years: [{ ...year, daysOff: ['2027-01-03/2027-01-01'] }] }, '/years/0/daysOff/0'],
    [{ years: [{ ...year, daysOff: ['2027-01-01/2027-01-02/2027-01-03'] }] }, '/years/0/daysOff/0'],
    [{ years: [{ ...year, daysOff: ['2027-01-01/9999-12-31'] }] }, '/years/0/daysOff/0'],
    [{ years: [{ ...year, workedDays: [20_271_009] }] }, '/years/0/workedDays/0'],
    [{ years: [{ ...year, workedDays: ['2027-10-08'] }] }, '/years/0/workedDays/0'],
    [{ years: [{ ...year, workedDays: ['2027-10-02'] }] }, '/years/0/workedDays/0'],
  ])('refuses %j, naming %s', (json, pointer) => {
    const issues = issuesOf(json);
    expect(issues.map((issue) => issue.pointer)).toContain(pointer);
    for (const { zh, en } of issues) expect([zh, en]).not.toContain('');
  });

  it('names every fault at once', () => {
    const wrong = { ...year, notices: [], daysOff: ['1 May'], workedDays: ['soon'] };
    expect(issuesOf({ years: [wrong, { ...year, year: 1 }] })).toHaveLength(4);
  });
});
