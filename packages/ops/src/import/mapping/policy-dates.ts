import type { LocalDate } from '@gongwen/domain';
import type { HistoryEntry } from '@gongwen/schemas';
import { type Fields, isFields, textField } from './draft.ts';
import { type DateReading, readDate } from './read-date.ts';
import { isStartOfLaw } from './start-of-law.ts';
import { type Warning, warning } from './warning.ts';

type DateColumn = (typeof columns)[number][0];

export interface PolicyDates {
  readonly days: Readonly<Partial<Record<DateColumn, LocalDate>>>;
  /** The day of force in the column where that is a revision’s, and not the day on which the document began. */
  readonly versionFrom?: LocalDate;
  readonly warnings: readonly Warning[];
}

/** The columns, with the page’s own header where a record keeps it in `raw.pageTable`. */
const columns = [
  ['issuedOn', '成文日期'],
  ['publishedOn', '发布日期'],
  ['effectiveFrom', '施行日期'],
] as const;

/**
 * Reads a policy’s dates. A crawler that counts months from 0 writes every date a month late; the header of the page
 * it has read is right, so the header wins.
 */
export function readPolicyDates(record: Fields, entries: readonly HistoryEntry[]): PolicyDates {
  const raw = isFields(record['raw']) ? record['raw'] : {};
  const header = isFields(raw['pageTable']) ? raw['pageTable'] : {};
  const warnings: Warning[] = [];
  const days: Partial<Record<DateColumn, LocalDate>> = {};
  for (const [column, heading] of columns) {
    const inColumn = readDate(textField(record, column));
    const inHeader = readDate(textField(header, heading));
    const chosen = inHeader.outcome === 'date' ? inHeader : inColumn;
    if (chosen.outcome === 'date') days[column] = chosen.date;
    warnings.push(...doubts(heading, textField(record, column), inColumn, inHeader));
  }
  const { effectiveFrom, ...rest } = days;
  const { issuedOn, publishedOn } = rest;
  if (issuedOn !== undefined && publishedOn !== undefined && publishedOn < issuedOn) {
    warnings.push(warning('published_before_issued', `${publishedOn} < ${issuedOn}`));
  }
  if (effectiveFrom === undefined || isStartOfLaw(effectiveFrom, entries)) return { days, warnings };
  return { days: rest, versionFrom: effectiveFrom, warnings };
}

function doubts(heading: string, text: string, inColumn: DateReading, inHeader: DateReading): Warning[] {
  if (inHeader.outcome === 'date') {
    const isSame =
      inColumn.outcome === 'empty' || (inColumn.outcome === 'date' && inColumn.date === inHeader.date);
    return isSame ? [] : [warning('date_column_wrong', `${heading} ${text} → ${inHeader.date}`)];
  }
  if (inColumn.outcome === 'incomplete') return [warning('date_incomplete', `${heading} ${text}`)];
  return inColumn.outcome === 'unreadable' ? [warning('date_unreadable', `${heading} ${text}`)] : [];
}
