import { type LocalDate, addDays } from './local-date.ts';

/** What the State Council’s notices say of one year, as they say it. */
export interface HolidayYear {
  /** The year that the notice arranges; its days may begin in the December before. */
  readonly year: number;
  /** 发文字号 of the notice, and of those that changed it later. */
  readonly notices: readonly string[];
  /** 放假: dates or spans `first/last`, both inclusive; weekends in between may be named or not. */
  readonly daysOff: readonly string[];
  /** 上班: the days of a weekend that are worked instead. */
  readonly workedDays: readonly LocalDate[];
}

/** The years that are known, and every day of them that a notice names: worked or not. */
export interface HolidayCalendar {
  readonly years: ReadonlyMap<number, HolidayYear>;
  readonly namedDays: ReadonlyMap<LocalDate, 'worked' | 'off'>;
}

/** Makes a calendar of the years’ notices. Where two name a day, e.g. the last of December, the later year’s counts. */
export function holidayCalendar(years: readonly HolidayYear[]): HolidayCalendar {
  const inOrder = years.toSorted((a, b) => a.year - b.year);
  return {
    years: new Map(inOrder.map((each) => [each.year, each])),
    namedDays: new Map(inOrder.flatMap(namedDaysOf)),
  };
}

function namedDaysOf({ daysOff, workedDays }: HolidayYear): [LocalDate, 'worked' | 'off'][] {
  return [
    ...daysOff.flatMap(daysOf).map((day): [LocalDate, 'off'] => [day, 'off']),
    ...workedDays.map((day): [LocalDate, 'worked'] => [day, 'worked']),
  ];
}

/** The days of a span `first/last`, or the one day that it is. */
export function daysOf(span: string): LocalDate[] {
  const [first = span, last = first] = span.split('/');
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
