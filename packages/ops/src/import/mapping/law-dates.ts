import type { LocalDate } from '@gongwen/domain';
import type { DocumentContent, HistoryEntry } from '@gongwen/schemas';
import { type Fields, type HistoryEvent, textField } from './draft.ts';
import { readDate } from './read-date.ts';
import { type Warning, warning } from './warning.ts';

type DateField = 'adoptedOn' | 'approvedOn' | 'promulgatedOn' | 'issuedOn' | 'publishedOn' | 'effectiveFrom';

export interface LawDates {
  readonly content: { readonly [Field in DateField]: DocumentContent[Field] | undefined };
  readonly versionOn: LocalDate | undefined;
  readonly warnings: readonly Warning[];
}

/**
 * A law’s dates: of its history the last event of each kind; publication and force from the collection’s columns. The
 * day in the file name is the version’s, and where the column `publish` says another day, it is an older version’s.
 */
export function lawDates(entries: readonly HistoryEntry[], meta: Fields, path: string): LawDates {
  const last = (...events: HistoryEvent[]) => entries.findLast(({ event }) => events.includes(event))?.on;
  const [adoptedOn, approvedOn, promulgatedOn] = [last('adopted'), last('approved'), last('promulgated')];
  const lone = entries.length === 1 && entries[0]?.event === 'other' ? entries[0].on : undefined;
  const issuedOn = promulgatedOn ?? adoptedOn ?? approvedOn ?? lone;
  const inColumn = dateOf(textField(meta, 'publish'));
  const inPath = dateOf(/\((\d{4}-\d{2}-\d{2})\)\.md$/.exec(path)?.[1] ?? '');
  const publishedOn = inPath ?? inColumn;
  return {
    content: {
      adoptedOn,
      approvedOn,
      promulgatedOn,
      issuedOn,
      publishedOn,
      effectiveFrom: dateOf(textField(meta, 'validFrom')) ?? last('in_force'),
    },
    versionOn: publishedOn ?? last('amended', 'revised', 'adopted', 'promulgated', 'approved', 'other'),
    warnings: [
      ...(inPath === undefined || inPath === inColumn ? [] : [publishedFromPath(inPath, inColumn)]),
      ...(publishedOn !== undefined && issuedOn !== undefined && publishedOn < issuedOn
        ? [warning('published_before_issued', `${publishedOn} < ${issuedOn}`)]
        : []),
    ],
  };
}

function dateOf(text: string): LocalDate | undefined {
  const reading = readDate(text);
  return reading.outcome === 'date' ? reading.date : undefined;
}

function publishedFromPath(inPath: LocalDate, inColumn: LocalDate | undefined): Warning {
  return inColumn === undefined
    ? warning('published_from_file_name', inPath)
    : warning('date_column_wrong', `publish ${inColumn} → ${inPath}`);
}
