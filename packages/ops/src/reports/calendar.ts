import { type LocalDate, addDays, addMonths, isEnded, nextDueDay, validityOn } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { countBy } from './count-by.ts';
import { documentCells, documentColumns } from './document-cells.ts';
import { inOrderOfDay } from './in-order-of-day.ts';
import { publishedDocuments } from './published-documents.ts';
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
export function calendar(input: ReportInput, days: number): Report {
  const { today } = input;
  const last = addDays(today, days);
  const found = publishedDocuments(input)
    .flatMap((document) => dueItems(document).map((item) => ({ ...item, document })))
    .filter(({ on }) => on >= today && on <= last);
  const items = inOrderOfDay(found, ({ on }) => on);
  return {
    title: { zh: `到期日历（${today} 至 ${last}）`, en: 'What falls due' },
    columns: [{ key: 'on', zh: '日期' }, { key: 'kindName', zh: '事项' }, ...documentColumns],
    rows: items.map(({ on, kind, document }) => ({
      on,
      kind,
      kindName: kinds[kind],
      ...documentCells(document),
    })),
    counts: countBy(items, ({ kind }) => kind),
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
  const on = addMonths(effectiveUntil, -monthsToReview);
  return isEnded(validityOn(document, on)) ? [] : [{ on, kind: 'review' }];
}
