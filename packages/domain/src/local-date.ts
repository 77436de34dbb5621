/** A civil date in Asia/Shanghai as `YYYY-MM-DD`. Such dates compare as strings. */
export type LocalDate = string;

const millisecondsPerDay = 86_400_000;
const shanghaiOffset = 8 * 3_600_000; // China has had one zone and, since 1991, no summer time

/** The civil date in Asia/Shanghai at an instant. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10);
}

/** The date some days later (or earlier, for a negative count). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
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
