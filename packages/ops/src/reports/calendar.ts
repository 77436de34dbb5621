import { type LocalDate, addDays, isEnded, nextDueDay, validityOn } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { documentCells, documentColumns } from './document-cells.ts';
import type { Report, ReportInput } from './report.ts';

interface DueItem {
  readonly on: LocalDate;
  readonly kind: keyof typeof kinds;
}

const kinds = {
  enters: '开始施行',
  review: '到期前评估（届满前六个月）',
  term_ends: '期满失效',
  condition: '附条件失效',
} as const;

const monthsToReview = 6;

/** 到期日历: what falls due from `today` up to `days` later, both included, in order of day. */
export function calendar({ heads, today }: ReportInput, days: number): Report {
  const last = addDays(today, days);
  const items = heads
    .filter(({ document }) => document.publication.state === 'published')
    .flatMap(({ document }) => dueItems(document).map((item) => ({ ...item, document })))
    .filter(({ on }) => on >= today && on <= last)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    title: { zh: `到期日历（${today} 至 ${last}）`, en: 'What falls due' },
    columns: [{ key: 'on', zh: '日期' }, { key: 'kindName', zh: '事项' }, ...documentColumns],
    rows: items.map(({ on, kind, document }) => ({
      on,
      kind,
      kindName: kinds[kind],
      ...documentCells(document),
    })),
    counts,
  };
}

function dueItems(document: Document): DueItem[] {
  return [...entry(document), ...ends(document), ...review(document)];
}

function entry(document: Document): DueItem[] {
  const { effectiveFrom: on } = document;
  if (on === undefined || validityOn(document, addDays(on, -1)) !== 'not_yet_effective') return [];
  return isEnded(validityOn(document, on)) ? [] : [{ on, kind: 'enters' }];
}

/** The first day on which the calendar tells: the day after a term’s last, or after a condition’s day. */
function ends(document: Document): DueItem[] {
  const on = nextDueDay(document);
  if (on === undefined) return [];
  const { effectiveUntil } = document;
  const isTerm = effectiveUntil !== undefined && on === addDays(effectiveUntil, 1);
  return [{ on, kind: isTerm ? 'term_ends' : 'condition' }];
}

/** Whether to renew, amend or let lapse is to be settled before the term ends. */
function review(document: Document): DueItem[] {
  const { effectiveUntil } = document;
  if (effectiveUntil === undefined) return [];
  const on = monthsBefore(effectiveUntil, monthsToReview);
  return isEnded(validityOn(document, on)) ? [] : [{ on, kind: 'review' }];
}

/** The same day of an earlier month, or that month’s last day: six months before 08-31 is 02-28. */
function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const earlier = new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay)));
  return earlier.toISOString().slice(0, 10);
}
