import { type DueDate, type DueKind, type LocalDate, addDays, dueOn } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { countBy } from './count-by.ts';
import { documentCells, documentColumns } from './document-cells.ts';
import { inOrderOfDay } from './in-order-of-day.ts';
import { publishedDocuments } from './published-documents.ts';
import type { Report, ReportInput } from './report.ts';

const kinds: Readonly<Record<DueKind, string>> = {
  enters_into_force: '开始施行',
  review_due: '到期前评估',
  report_due: '报告评估结果',
  term_ends: '期满失效',
  scheduled_end: '附条件失效',
  disclosure_deadline: '公开期限届满',
};

/** 到期日历: what falls due from `today` up to `days` later, both included, in order of day. */
export function calendar(input: ReportInput, days: number): Report {
  const { today } = input;
  const last = addDays(today, days);
  const found = publishedDocuments(input).flatMap((document) =>
    dueDates(document, today, last).map((due) => ({ ...due, document })),
  );
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

/** A deadline in a year whose holidays are not known yet is the report `disclosure`’s to tell. */
function dueDates(document: Document, from: LocalDate, to: LocalDate): DueDate[] {
  try {
    return dueOn(document, from, to);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { formedOn: _formedOn, ...rest } = document;
    return dueOn(rest, from, to);
  }
}
