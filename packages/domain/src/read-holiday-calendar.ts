import type { Issue } from '@gongwen/schemas';
import { type HolidayCalendar, type HolidayYear, daysOf, holidayCalendar } from './holiday-calendar.ts';
import { isLocalDate, isWeekday } from './local-date.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';

export type HolidayCalendarReading =
  | { readonly outcome: 'read'; readonly calendar: HolidayCalendar }
  | { readonly outcome: 'refused'; readonly issues: readonly Issue[] };

/**
 * Reads years of holidays that an operator supplies, e.g. of a notice newer than this version:
 * `{ "years": [{ "year": 2027, "notices": ["…"], "daysOff": ["2027-10-01/2027-10-07"], "workedDays": ["2027-10-09"] }] }`.
 *
 * @param base - keeps its years but for those that are supplied; default: the notices of 2015–2026
 * @returns the calendar, or every fault with its pointer
 */
export function readHolidayCalendar(
  json: unknown,
  base: HolidayCalendar = stateCouncilCalendar,
): HolidayCalendarReading {
  const { years } = asObject(json);
  if (!Array.isArray(years) || years.length === 0) {
    return {
      outcome: 'refused',
      issues: [fault('/years', 'type', '应为年份的数组', 'expected an array of years')],
    };
  }
  const issues = years.flatMap((entry: unknown, index) => faultsOf(entry, `/years/${index}`));
  if (issues.length > 0) return { outcome: 'refused', issues };
  const read = years as HolidayYear[]; // checked just above
  const kept = [...base.years.values()].filter(({ year }) => !read.some((each) => each.year === year));
  return { outcome: 'read', calendar: holidayCalendar([...kept, ...read]) };
}

function faultsOf(entry: unknown, pointer: string): Issue[] {
  const { year, notices, daysOff, workedDays } = asObject(entry);
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1949 || year > 2199) {
    return [fault(`${pointer}/year`, 'year', '应为 1949–2199 的年份', 'expected a year, 1949–2199')];
  }
  const spanFault = (span: string) => (isSpanOf(span, year) ? undefined : expectedSpan(year));
  const off = new Set(asTexts(daysOff).flatMap((span) => (isSpanOf(span, year) ? daysOf(span) : [])));
  return [
    ...faultsOfList(notices, `${pointer}/notices`, 1, noticeFault),
    ...faultsOfList(daysOff, `${pointer}/daysOff`, 1, spanFault),
    ...faultsOfList(workedDays, `${pointer}/workedDays`, 0, (day) => workedDayFault(day, year, off)),
  ];
}

type Expectation = readonly [zh: string, en: string];

function faultsOfList(
  list: unknown,
  pointer: string,
  minimum: number,
  faultOf: (text: string) => Expectation | undefined,
): Issue[] {
  if (!Array.isArray(list) || list.length < minimum) {
    return [
      fault(pointer, 'type', `应为至少 ${minimum} 项的数组`, `expected an array of ${minimum} items or more`),
    ];
  }
  return list.flatMap((item: unknown, index) => {
    const wanted = typeof item === 'string' ? faultOf(item) : (['应为文本', 'expected a text'] as const);
    return wanted === undefined ? [] : [fault(`${pointer}/${index}`, 'format', ...wanted)];
  });
}

function noticeFault(text: string): Expectation | undefined {
  return /\S/.test(text) ? undefined : ['应为通知的发文字号', 'expected the 发文字号 of the notice'];
}

function isSpanOf(span: string, year: number): boolean {
  const [first = '', last = first, ...more] = span.split('/');
  return more.length === 0 && first <= last && isDayOf(first, year) && isDayOf(last, year);
}

function expectedSpan(year: number): Expectation {
  return [
    `应为 ${year} 年（或上年 12 月）的日期，或“首日/末日”`,
    `expected a date in ${year} or the December before, or first/last`,
  ];
}

function workedDayFault(day: string, year: number, off: ReadonlySet<string>): Expectation | undefined {
  const isWeekend = isDayOf(day, year) && !isWeekday(day);
  if (isWeekend && !off.has(day)) return undefined;
  return [
    `应为 ${year} 年（或上年 12 月）不放假的星期六或星期日`,
    `expected a Saturday or Sunday in ${year}, or the December before, that is not off`,
  ];
}

/** A notice may begin with the last days of the year before, e.g. 30 December 2018. */
function isDayOf(day: string, year: number): boolean {
  return isLocalDate(day) && (day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`));
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function asObject(value: unknown): Record<string, unknown> {
  // any object can be asked for names
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function fault(pointer: string, rule: string, zh: string, en: string): Issue {
  return { pointer, rule, zh, en };
}
