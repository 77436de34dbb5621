import type { Document } from '@gongwen/schemas';
import type { HolidayCalendar } from './holiday-calendar.ts';
import type { LocalDate } from './local-date.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';
import { addWorkingDays, countWorkingDays } from './working-days.ts';

/** 政府信息公开条例 art. 26: information for active disclosure is made public within so many working days of its forming. */
export const disclosureWorkingDays = 20;

/** How a document stands against the clock of its disclosure. */
export interface DisclosureStanding {
  /** The last day in time. */
  readonly deadline: LocalDate;
  /** Absent while it is not published. */
  readonly publishedOn?: LocalDate;
  /** Published `in_time` or `late`; not published and `due` by the deadline, or `overdue`. */
  readonly state: 'in_time' | 'late' | 'due' | 'overdue';
  /** The working days that passed from the day after it was formed to its publication, or to today; both included. */
  readonly workingDays: number;
}

/**
 * The last day to publish what was formed or changed on a date: the twentieth working day, counted from the day after.
 * It is a working day by itself, so nothing is ever put off for a holiday.
 *
 * @throws RangeError when the count runs into a year that the calendar does not have
 */
export function disclosureDeadline(
  formedOn: LocalDate,
  calendar: HolidayCalendar = stateCouncilCalendar,
): LocalDate {
  return addWorkingDays(formedOn, disclosureWorkingDays, calendar);
}

/**
 * How a document stands against that clock on a day.
 *
 * @returns `undefined` when no clock runs: it is not for active disclosure, or nobody has stated when it was formed
 * @throws RangeError when a count runs into a year that the calendar does not have
 */
export function disclosureStanding(
  document: Pick<Document, 'disclosure' | 'formedOn' | 'publishedOn'>,
  today: LocalDate,
  calendar: HolidayCalendar = stateCouncilCalendar,
): DisclosureStanding | undefined {
  const { disclosure, formedOn, publishedOn } = document;
  if (disclosure !== 'active' || formedOn === undefined) return undefined;
  const deadline = disclosureDeadline(formedOn, calendar);
  if (publishedOn === undefined || publishedOn > today) {
    const workingDays = countWorkingDays(formedOn, today, calendar);
    return { deadline, state: today <= deadline ? 'due' : 'overdue', workingDays };
  }
  const workingDays = countWorkingDays(formedOn, publishedOn, calendar);
  return { deadline, publishedOn, state: publishedOn <= deadline ? 'in_time' : 'late', workingDays };
}
