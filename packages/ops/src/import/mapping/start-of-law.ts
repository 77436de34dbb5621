import { type LocalDate, addYears } from '@gongwen/domain';
import type { HistoryEntry } from '@gongwen/schemas';
import { isChange, originalEvents } from './law-history.ts';

/** Years between passing and force; the two 基本法 waited longer, but columns and history say so of them. */
const longestWait = 2;

/**
 * Whether a day of force is that of the law as it was first made. Lists and the texts themselves often give the day of
 * the newest revision instead; on the law, it would be 尚未施行 for decades.
 */
export function isStartOfLaw(
  day: LocalDate,
  entries: readonly HistoryEntry[],
  issuedOn: LocalDate | undefined = originalEvents(entries)[0]?.on,
): boolean {
  if (laterChanges(entries).some((change) => isWhole(change) && change.on <= day)) return false;
  return issuedOn === undefined || day <= addYears(issuedOn, longestWait);
}

/** The changes of a law after it was made. A history that begins with a change begins the law with it. */
function laterChanges(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const original = originalEvents(entries);
  return entries.filter((entry) => isChange(entry) && !original.includes(entry));
}

/** A new text of the whole (修订), with its own day of force. What a decision changed (修正) keeps the day of the law. */
function isWhole({ event, text = '' }: HistoryEntry): boolean {
  return event === 'revised' && !/《.*决定》/.test(text);
}
