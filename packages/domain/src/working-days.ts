import type { HolidayCalendar } from './holiday-calendar.ts';
import { type LocalDate, addDays, isWeekday } from './local-date.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';

/**
 * Whether a 工作日: Monday to Friday but for 放假, and the weekend days that make up for it.
 *
 * @param calendar - default: the notices of 2015–2026
 * @throws RangeError in a year that the calendar does not have: nobody knows its days before the notice is out
 */
export function isWorkingDay(date: LocalDate, calendar: HolidayCalendar = stateCouncilCalendar): boolean {
  const year = Number(date.slice(0, 4));
  if (!calendar.years.has(year)) throw new RangeError(unknownYear(year));
  const named = calendar.namedDays.get(date);
  return named === undefined ? isWeekday(date) : named === 'worked';
}

/**
 * The last of so many working days, counted from the day after (民法典 art. 201).
 *
 * @param days - a whole number from 0 on; 0 is the date itself, whether it is worked or not
 * @throws RangeError for another count, and when the count runs into a year that the calendar does not have
 */
export function addWorkingDays(
  date: LocalDate,
  days: number,
  calendar: HolidayCalendar = stateCouncilCalendar,
): LocalDate {
  if (!Number.isInteger(days) || days < 0) {
    throw new RangeError(
      `工作日数应为非负整数，收到 ${days} / expected a whole number of working days from 0 on, got ${days}`,
    );
  }
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/**
 * How many working days lie after a date up to another, that one included; 0 when it is not later.
 *
 * @throws RangeError when a day between lies in a year that the calendar does not have
 */
export function countWorkingDays(
  after: LocalDate,
  until: LocalDate,
  calendar: HolidayCalendar = stateCouncilCalendar,
): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

function unknownYear(year: number): string {
  return (
    `没有 ${year} 年的放假安排，无法计算工作日；请按国务院办公厅当年的通知补充（readHolidayCalendar）` +
    ` / the holidays of ${year} are not known, so its working days cannot be counted; supply the State Council’s notice of that year (readHolidayCalendar)`
  );
}
