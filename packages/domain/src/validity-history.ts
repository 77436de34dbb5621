import type { Document, HistoryEntry, LifecycleEntry } from '@gongwen/schemas';
import { type LocalDate, addDays } from './local-date.ts';
import { type ValiditySpan, startOf, validitySpans } from './validity-on.ts';

/**
 * Why a validity begins: the day of 施行, the end of the term, an entry of the document’s life with its decision, or what
 * its 题注 tells of the time before.
 */
export type ValidityCause = 'start' | 'term' | LifecycleEntry | HistoryEntry;

/** How long one validity holds, and what brought it about; the first period has no cause. */
export interface ValidityPeriod extends ValiditySpan {
  readonly because: readonly ValidityCause[];
}

/** Was it in force, on any day, and by whose decision did that change: in order of time. */
export function validityHistory(document: Document): ValidityPeriod[] {
  return validitySpans(document).map((span) => ({
    ...span,
    because: span.from === undefined ? [] : causesOn(document, span.from),
  }));
}

function causesOn(document: Document, day: LocalDate): ValidityCause[] {
  const entries = document.lifecycle.filter(({ effectiveOn }) => effectiveOn === day);
  if (entries.length > 0) return entries;
  const { effectiveUntil } = document;
  if (effectiveUntil !== undefined && addDays(effectiveUntil, 1) === day) return ['term'];
  if (startOf(document) === day) return ['start'];
  return (document.history ?? []).filter(({ on, event }) => on === day && changing.has(event));
}

const changing: ReadonlySet<HistoryEntry['event']> = new Set(['amended', 'revised']);
