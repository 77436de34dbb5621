/** A civil date in Asia/Shanghai as `YYYY-MM-DD`. Such dates compare as strings. */
export type LocalDate = string;

const millisecondsPerDay = 86_400_000;
const sunday = 0;
const saturday = 6;
const shanghaiOffset = 8 * 3_600_000; // China has had one zone and, since 1991, no summer time

/** The civil date in Asia/Shanghai at an instant. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10);
}

/** The date some days later (or earlier, for a negative count). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The same day some months later (or earlier, for a negative count); the last of the month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** The same day some years later (or earlier): of 29 February the 28th where the year has none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Monday to Friday, whatever the holidays. */
export function isWeekday(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== sunday && weekday !== saturday;
}

/** True for a date that exists: `2026-02-30` does not. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The later of two. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
