import { type LocalDate, addYears } from '@gongwen/domain';
import type { DocumentContent, HistoryEntry } from '@gongwen/schemas';
import { type Fields, type HistoryEvent, textField } from './draft.ts';
import { isChange, originDays, originalEvents } from './law-history.ts';
import { readDate } from './read-date.ts';
import { isStartOfLaw } from './start-of-law.ts';
import { type Warning, warning } from './warning.ts';

type DateField = 'adoptedOn' | 'approvedOn' | 'promulgatedOn' | 'issuedOn' | 'publishedOn' | 'effectiveFrom';

export interface LawDates {
  readonly content: { readonly [Field in DateField]: DocumentContent[Field] | undefined };
  readonly versionOn: LocalDate | undefined;
  readonly versionFrom: LocalDate | undefined;
  /** The days that all versions of the law share. */
  readonly originDays: readonly LocalDate[];
  readonly warnings: readonly Warning[];
}

/**
 * A law’s dates: its own are those before its first change, because decisions of the years between act on it; the
 * version’s are the columns’ and the file name’s. Where the column `publish` differs from the file name, it is an older
 * version’s. The day of force that the text states is the law’s own, or that of its newest revision.
 *
 * @param stated the day of force in the text’s last article
 */
export function lawDates(
  entries: readonly HistoryEntry[],
  meta: Fields,
  path: string,
  stated?: LocalDate,
): LawDates {
  const original = originalEvents(entries);
  const first = (event: HistoryEvent) => original.find((entry) => entry.event === event)?.on;
  const [adoptedOn, approvedOn, promulgatedOn] = [first('adopted'), first('approved'), first('promulgated')];
  const issuedOn = promulgatedOn ?? adoptedOn ?? approvedOn ?? original[0]?.on;
  const validFrom = dateOf(textField(meta, 'validFrom'));
  const inColumn = dateOf(textField(meta, 'publish'));
  const inPath = dayInPath(path);
  const publishedOn = inPath ?? inColumn;
  const isUnchanged = !entries.some(isChange) && !isLaterText(publishedOn, issuedOn);
  const versionOn = publishedOn ?? entries.findLast(({ event }) => event !== 'in_force')?.on;
  const effectiveFrom =
    startStated(stated, entries, { issuedOn, publishedOn }) ??
    (isUnchanged ? validFrom : undefined) ??
    first('in_force');
  return {
    content: { adoptedOn, approvedOn, promulgatedOn, issuedOn, publishedOn, effectiveFrom },
    versionOn,
    versionFrom:
      versionOn === undefined
        ? undefined
        : (effectAfter(versionOn, entries, [stated, validFrom]) ??
          (isUnchanged ? effectiveFrom : undefined) ??
          versionOn),
    originDays: issuedOn === undefined && versionOn !== undefined ? [versionOn] : originDays(entries),
    warnings: [
      ...(inPath === undefined || inPath === inColumn ? [] : [publishedFromPath(inPath, inColumn)]),
      ...(publishedOn !== undefined && issuedOn !== undefined && publishedOn < issuedOn
        ? [warning('published_before_issued', `${publishedOn} < ${issuedOn}`)]
        : []),
    ],
  };
}

/** A text that is published years after the law was made was changed in between, also when no line of its history says so. */
function isLaterText(publishedOn: LocalDate | undefined, issuedOn: LocalDate | undefined): boolean {
  return publishedOn !== undefined && issuedOn !== undefined && publishedOn > addYears(issuedOn, 1);
}

/** The stated day unless it is that of a revision, even of one that no line of the history tells. */
function startStated(
  stated: LocalDate | undefined,
  entries: readonly HistoryEntry[],
  { issuedOn, publishedOn }: { issuedOn: LocalDate | undefined; publishedOn: LocalDate | undefined },
): LocalDate | undefined {
  if (stated === undefined || !isStartOfLaw(stated, entries, issuedOn)) return undefined;
  const isUntold = !entries.some(isChange) && isLaterText(publishedOn, issuedOn);
  return isUntold && publishedOn !== undefined && stated >= publishedOn ? undefined : stated;
}

/** A version often takes effect some time after its promulgation: as its text or the column says, or its last line. */
function effectAfter(
  versionOn: LocalDate,
  entries: readonly HistoryEntry[],
  days: readonly (LocalDate | undefined)[],
): LocalDate | undefined {
  const after = days.find((day) => day !== undefined && day > versionOn);
  if (after !== undefined) return after;
  return entries.findLast(({ event, on }) => event === 'in_force' && on > versionOn)?.on;
}

/** The day of the version, which ends a file’s name: `供水条例(2008-12-01).md`. */
export function dayInPath(path: string): LocalDate | undefined {
  return dateOf(/\((\d{4}-\d{2}-\d{2})\)\.md$/.exec(path)?.[1] ?? '');
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
