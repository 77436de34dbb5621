import { type LocalDate, addDays, addYears } from './local-date.ts';

/**
 * The last day, inclusive, of a term of whole years that begins with a day: the one before its anniversary.
 *
 * 民法典 art. 201 does not count the day on which a period begins, but a document is in force from that day on
 * (2026-09-16 and 5 years are until 2031-09-15 in a province’s own wording), so the day of art. 202 that
 * corresponds to it is the first one outside. Where that day does not exist, art. 202 ends the period with the last of
 * the month: a term from 2024-02-29 on has the whole of 2029-02-28. The 27th would take a day from it: the fifth year
 * is full only when the day before 1 March is over. Art. 203, which puts the end off to the day after a holiday,
 * protects those who must act by then; a term ends without any act, so it ends on its calendar day.
 */
export function lastDayOfTerm(start: LocalDate, years: number): LocalDate {
  const anniversary = addYears(start, years);
  const exists = anniversary.slice(5) === start.slice(5);
  return exists ? addDays(anniversary, -1) : anniversary;
}
