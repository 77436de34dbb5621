import type { Document } from '@gongwen/schemas';
import { disclosureWorkingDays } from './disclosure-clock.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';
import { type LocalDate, addDays, addMonths, later } from './local-date.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';
import { termPolicies } from './term-policies.ts';
import { type TermPolicy, termPolicyFor } from './term-policy.ts';
import { isEnded, pendingConditionOf, validityOn } from './validity-on.ts';
import { isWorkingDay } from './working-days.ts';

/** Something that falls due for a document on a day. */
export interface DueDate {
  readonly on: LocalDate;
  readonly kind: DueKind;
}

/**
 * `enters_into_force` on its first day · `term_ends` on the day after the last of its term · `scheduled_end` on the day
 * on which a condition lapses it · `review_due` and `report_due` as many months before the end of the term as the
 * jurisdiction says · `disclosure_deadline` on the last day to publish it in time.
 */
export type DueKind =
  'enters_into_force' | 'term_ends' | 'scheduled_end' | 'review_due' | 'report_due' | 'disclosure_deadline';

/** Longer than twenty working days have ever taken, the Spring Festival of 2020 included. */
const longestDisclosureDays = 60;

/**
 * What falls due for a document from one day to another, both inclusive; by date. Nothing falls due for a document that
 * has ended by then, and no deadline for one that was published in time.
 *
 * @param policies - default: those of the jurisdictions whose rules are known; without one no review is due
 * @throws RangeError when a deadline in the span depends on a year that the calendar does not have
 */
export function dueOn(
  document: Document,
  from: LocalDate,
  to: LocalDate,
  policies: readonly TermPolicy[] = termPolicies,
  calendar: HolidayCalendar = stateCouncilCalendar,
): DueDate[] {
  return [
    ...entryIntoForce(document),
    ...ends(document),
    ...reviews(document, policies),
    ...disclosure(document, from, to, calendar),
  ]
    .filter(({ on }) => from <= on && on <= to)
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

function entryIntoForce(document: Document): DueDate[] {
  const { effectiveFrom: on } = document;
  if (on === undefined || validityOn(document, addDays(on, -1)) !== 'not_yet_effective') return [];
  return isEnded(validityOn(document, on)) ? [] : [{ on, kind: 'enters_into_force' }];
}

/** The day’s own validity says which of two ends on one day it is; the eve’s, that it had not ended before. */
function ends(document: Document): DueDate[] {
  const { effectiveUntil } = document;
  const scheduled = pendingConditionOf(document)?.effectiveOn;
  const candidates = [
    { on: effectiveUntil && addDays(effectiveUntil, 1), kind: 'term_ends', validity: 'expired' },
    { on: scheduled, kind: 'scheduled_end', validity: 'declared_lapsed' },
  ] as const;
  return candidates.flatMap(({ on, kind, validity }) => {
    if (on === undefined || validityOn(document, on) !== validity) return [];
    return isEnded(validityOn(document, addDays(on, -1))) ? [] : [{ on, kind }];
  });
}

/** A term shorter than the time of its review has it due from its first day on. */
function reviews(document: Document, policies: readonly TermPolicy[]): DueDate[] {
  const { effectiveUntil, effectiveFrom, publishedOn } = document;
  const policy = termPolicyFor(document, policies);
  if (effectiveUntil === undefined || policy === undefined) return [];
  const start = effectiveFrom ?? publishedOn ?? effectiveUntil;
  const candidates = [
    { months: policy.reviewMonths, kind: 'review_due' },
    { months: policy.reportMonths, kind: 'report_due' },
  ] as const;
  return candidates.flatMap(({ months, kind }) => {
    if (months === undefined) return [];
    const on = later(start, addMonths(effectiveUntil, -months));
    return isEnded(validityOn(document, on)) ? [] : [{ on, kind }];
  });
}

/** Counts no further than the span, so that a year without data matters only where an answer depends on it. */
function disclosure(
  document: Document,
  from: LocalDate,
  to: LocalDate,
  calendar: HolidayCalendar,
): DueDate[] {
  const { disclosure: attribute, formedOn, publishedOn } = document;
  if (attribute !== 'active' || formedOn === undefined) return [];
  if (addDays(formedOn, longestDisclosureDays) < from) return [];
  let on = formedOn;
  for (let left = disclosureWorkingDays; left > 0;) {
    on = addDays(on, 1);
    if (on > to || (publishedOn !== undefined && publishedOn <= on)) return [];
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return isEnded(validityOn(document, on)) ? [] : [{ on, kind: 'disclosure_deadline' }];
}
