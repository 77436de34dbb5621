import {
  type LocalDate,
  type TextSpan,
  isEnded,
  isLocalDate,
  localDateOf,
  parseDocumentId,
  textOfVersion,
  textOn,
  validityOn,
} from '@gongwen/domain';
import type { ObjectStore, SearchIndex } from '@gongwen/ports';
import {
  type Document,
  type DocumentEvent,
  type DocumentResource,
  codeLists,
  isDocumentEvent,
} from '@gongwen/schemas';
import { ServiceError, requireAvailable } from '@gongwen/service-kit';

export interface Sources {
  readonly index: SearchIndex;
  readonly store: ObjectStore;
  readonly now: () => Date;
}

export interface Point {
  /** A civil date; default today. */
  readonly at?: string | undefined;
  /** Default: the newest, or with `at` the text that held then. */
  readonly version?: number | undefined;
}

/** The document as asked for, and as it stands now: what has become of an old text only the newest version knows. */
export interface FoundDocument extends DocumentResource {
  readonly newest: { readonly version: number; readonly document: Document };
  /** The text that holds today: not the newest while an amendment is adopted that takes effect later. */
  readonly inForce: TextSpan;
}

/**
 * A document now, as of a version, or on a date: then in the newest text whose amendment had taken effect.
 *
 * @throws ServiceError ID_INVALID, PARAMETER_INVALID, DOCUMENT_NOT_FOUND, VERSION_NOT_FOUND
 */
export async function findDocument(
  sources: Sources,
  documentId: string,
  point: Point = {},
): Promise<FoundDocument> {
  if (!parseDocumentId(documentId)) throw new ServiceError('ID_INVALID');
  if (point.at !== undefined && !isLocalDate(point.at)) {
    throw new ServiceError('PARAMETER_INVALID', { zh: 'at 应为 YYYY-MM-DD。', en: 'at must be YYYY-MM-DD.' });
  }
  const entry = await requireAvailable(sources.index.get(documentId));
  if (!entry) {
    throw new ServiceError('DOCUMENT_NOT_FOUND', {
      zh: '没有这个文件；刚发布的文件可能尚在索引。',
      en: 'There is no such document; one just published may not be indexed yet.',
    });
  }
  const today = localDateOf(sources.now());
  const asOf = point.at ?? today;
  const current = entry.document.snapshot;
  // a withdrawal takes every text along, not only the newest
  const asked = current.publication.state === 'withdrawn' ? {} : point;
  const text =
    asked.version === undefined && asked.at !== undefined
      ? textOn(current, entry.version, asked.at)
      : textOfVersion(current, entry.version, asked.version ?? entry.version);
  const version = asked.version ?? text.version;
  const isCurrent = version === entry.version;
  const event = isCurrent ? undefined : await readRecord(sources.store, documentId, version);
  if (!isCurrent && !event) throw new ServiceError('VERSION_NOT_FOUND');
  // an old text is judged by what is known today
  const validity = validityOn(current, asOf);
  return {
    // on a date, what has happened since counts, too: it may take effect earlier than what came before it
    document: event ? asKnownToday(event.data.document, current, asked) : current,
    version,
    eventId: event?.id ?? entry.eventId,
    updatedAt: event?.time ?? entry.document.updatedAt,
    validity,
    validityLabel: codeLists.validity[validity],
    asOf,
    ...(text.from !== undefined && { textFrom: text.from }),
    ...(text.until !== undefined && { textUntil: text.until }),
    newest: { version: entry.version, document: current },
    inForce: textInForce(current, entry.version, today),
  };
}

function asKnownToday(old: Document, current: Document, { at, version }: Point): Document {
  return at !== undefined && version === undefined ? { ...old, lifecycle: current.lifecycle } : old;
}

/** What has ended by the day of an amendment is amended no more. */
function textInForce(current: Document, newest: number, today: LocalDate): TextSpan {
  const { until, ...span } = textOn(current, newest, today);
  return until === undefined || isEnded(validityOn(current, until)) ? span : { ...span, until };
}

/** Every event of a document in order, as the archive holds it. */
export async function readRecords(
  store: ObjectStore,
  documentId: string,
  upTo: number,
): Promise<DocumentEvent[]> {
  const versions = Array.from({ length: upTo }, (_, index) => index + 1);
  const events = await Promise.all(versions.map((version) => readRecord(store, documentId, version)));
  return events.filter((event) => event !== undefined);
}

async function readRecord(
  store: ObjectStore,
  documentId: string,
  version: number,
): Promise<DocumentEvent | undefined> {
  const content = await requireAvailable(store.get(`records/${documentId}/${version}.json`));
  if (!content) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  const event: unknown = JSON.parse(Buffer.concat(parts).toString());
  return isDocumentEvent(event) ? event : undefined;
}
