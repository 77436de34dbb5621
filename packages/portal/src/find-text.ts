import { type LocalDate, type TextSpan, textOfVersion, textOn, textSpans, withTextOf } from '@gongwen/domain';
import type { IndexEntry, ObjectStore } from '@gongwen/ports';
import type { Document } from '@gongwen/schemas';
import { ServiceError } from '@gongwen/service-kit';
import { textWithdrawn } from './closing-withdrawal.ts';
import { readRecord } from './read-record.ts';
import { textStanding } from './text-standing.ts';

/** The text of a version, within the facts that are known today. */
export interface FoundText {
  readonly document: Document;
  readonly version: number;
  readonly eventId: string;
  readonly updatedAt: string;
  /** When it held. */
  readonly span: TextSpan;
  /** Why a later text stands in the place of the one that was asked for. */
  readonly standsInFor?: 'withdrawn' | 'uncorrected';
  /** The version that has corrected the text that was asked for, unless that is of a time that is over. */
  readonly correctedIn?: number;
}

/** Where texts are found: the newest in the index, the others in the archive. */
export interface TextSource {
  readonly store: ObjectStore;
  readonly entry: IndexEntry;
}

/**
 * The text of one version.
 *
 * @throws ServiceError VERSION_NOT_FOUND, DOCUMENT_WITHDRAWN, DEPENDENCY_UNAVAILABLE
 */
export async function findTextOfVersion(
  source: TextSource,
  version: number,
  today: LocalDate,
): Promise<FoundText> {
  const { store, entry } = source;
  const current = entry.document.snapshot;
  const span = textOfVersion(current, entry.version, version);
  if (version > entry.version) throw new ServiceError('VERSION_NOT_FOUND');
  if (version === entry.version) return readText(source, version, span);
  const { closedBelow, withdrawal, correctedIn } = await textStanding(store, entry, version);
  if (withdrawal && version < closedBelow) throw textWithdrawn(withdrawal);
  const text = await readText(source, version, span);
  return correctedIn > version && !isOver(span, entry, today) ? { ...text, correctedIn } : text;
}

/**
 * The text that held on a date, unless it may not be shown; then the first one after it that may, since a reader who
 * asks for a day is helped more by the text that is left, and the word that it is another, than by a refusal.
 *
 * - It was withdrawn for good.
 * - It holds today or later, and a correction came after an amendment that is yet to take effect. The correction wrote
 *   its words into the amended text only, and what it took out (an address) must not be read on as today’s. What of the
 *   two is which, nobody can tell apart, so the corrected text is shown with the word that it is amended, too.
 *
 * @throws ServiceError VERSION_NOT_FOUND, DOCUMENT_WITHDRAWN, DEPENDENCY_UNAVAILABLE
 */
export async function findTextOn(source: TextSource, date: LocalDate, today: LocalDate): Promise<FoundText> {
  const { store, entry } = source;
  const current = entry.document.snapshot;
  const asked = textOn(current, entry.version, date);
  if (asked.version === entry.version) return readText(source, asked.version, asked);
  const { closedBelow, correctedIn } = await textStanding(store, entry, asked.version);
  const isUncorrected = correctedIn > asked.version && !isOver(asked, entry, today);
  const earliest = Math.max(closedBelow, isUncorrected ? correctedIn : 0);
  if (asked.version >= earliest) return readText(source, asked.version, asked);
  const open = textSpans(current, entry.version).find(({ version }) => version >= earliest);
  const shown = open ?? { version: entry.version };
  const text = await readText(source, shown.version, shown);
  if (asked.version < closedBelow) return { ...text, standsInFor: 'withdrawn' };
  return { ...text, standsInFor: 'uncorrected', correctedIn };
}

function isOver(span: TextSpan, { document, version }: IndexEntry, today: LocalDate): boolean {
  return span.version < textOn(document.snapshot, version, today).version;
}

async function readText({ store, entry }: TextSource, version: number, span: TextSpan): Promise<FoundText> {
  const { documentId, snapshot, updatedAt } = entry.document;
  if (version === entry.version)
    return { document: snapshot, version, eventId: entry.eventId, updatedAt, span };
  const event = await readRecord(store, documentId, version);
  if (!event) throw new ServiceError('VERSION_NOT_FOUND');
  if (event.data.document.publication.state === 'withdrawn') {
    throw new ServiceError('DOCUMENT_WITHDRAWN', {
      zh: '这一版本是撤回期间的记录，没有文本。',
      en: 'This version is of the time of the withdrawal and has no text.',
    });
  }
  const document = withTextOf(snapshot, event.data.document);
  return { document, version, eventId: event.id, updatedAt: event.time, span };
}
