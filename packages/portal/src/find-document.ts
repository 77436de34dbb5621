import {
  type LocalDate,
  isEnded,
  isLocalDate,
  localDateOf,
  parseDocumentId,
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

/** The document as it stands, and which of its versions counts. */
export interface FoundDocument extends DocumentResource {
  readonly currentVersion: number;
  /** The version that holds today, which is not the newest while an amendment is adopted for later. */
  readonly inForce: Edition;
}

export interface Edition {
  readonly version: number;
  /** The day on which the amendment that is adopted already takes its place. */
  readonly until?: LocalDate;
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
  const version =
    point.version ??
    (point.at === undefined ? entry.version : editionOn(current, entry.version, asOf).version);
  const isCurrent = version === entry.version;
  const event = isCurrent ? undefined : await readRecord(sources.store, documentId, version);
  if (!isCurrent && !event) throw new ServiceError('VERSION_NOT_FOUND');
  // an old text is judged by what is known today
  const validity = validityOn(current, asOf);
  return {
    // on a date, what has happened since counts, too: it may take effect earlier than what came before it
    document: event ? asKnownToday(event.data.document, current, point) : current,
    version,
    eventId: event?.id ?? entry.eventId,
    updatedAt: event?.time ?? entry.document.updatedAt,
    validity,
    validityLabel: codeLists.validity[validity],
    asOf,
    currentVersion: entry.version,
    inForce: editionOn(current, entry.version, today),
  };
}

function asKnownToday(old: Document, current: Document, { at, version }: Point): Document {
  return at !== undefined && version === undefined ? { ...old, lifecycle: current.lifecycle } : old;
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

/** The version before the first amendment that takes effect only later. */
function editionOn(document: Document, newest: number, date: LocalDate): Edition {
  const later = document.lifecycle.filter(
    ({ change, effectiveOn }) => change === 'amended' && effectiveOn > date,
  );
  const version = Math.max(1, Math.min(newest, ...later.map((entry) => entry.version - 1)));
  const [until] = later.map(({ effectiveOn }) => effectiveOn).toSorted();
  // what has ended by then is amended no more
  return { version, ...(until !== undefined && !isEnded(validityOn(document, until)) && { until }) };
}
