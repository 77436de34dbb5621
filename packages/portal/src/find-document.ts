import {
  type LocalDate,
  type TextSpan,
  isEnded,
  isLocalDate,
  localDateOf,
  parseDocumentId,
  textOn,
  validityOn,
} from '@gongwen/domain';
import type { IndexEntry, ObjectStore, SearchIndex } from '@gongwen/ports';
import { type Document, type DocumentResource, codeLists } from '@gongwen/schemas';
import { ServiceError, requireAvailable } from '@gongwen/service-kit';
import { type FoundText, type TextSource, findTextOfVersion, findTextOn } from './find-text.ts';

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
export interface FoundDocument extends DocumentResource, Pick<FoundText, 'standsInFor' | 'correctedIn'> {
  readonly newest: { readonly version: number; readonly document: Document };
  /** The text that holds today: not the newest while an amendment is adopted that takes effect later. */
  readonly inForce: TextSpan;
}

/**
 * A document now, as of a version, or on a date: then in the newest text whose amendment had taken effect. Only the text
 * is of that time; validity, term, relations and the other facts are those known today.
 *
 * @throws ServiceError ID_INVALID, PARAMETER_INVALID, DOCUMENT_NOT_FOUND, VERSION_NOT_FOUND, DEPENDENCY_UNAVAILABLE,
 *   DOCUMENT_WITHDRAWN when the text of that version was; a withdrawn document is answered as its tombstone
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
  const entry = await findEntry(sources.index, documentId);
  const today = localDateOf(sources.now());
  const current = entry.document.snapshot;
  // a withdrawal takes every text along, not only the newest
  const asked = current.publication.state === 'withdrawn' ? {} : point;
  const { span, ...text } = await findText({ store: sources.store, entry }, asked, today);
  const asOf = point.at ?? today;
  const validity = validityOn(current, asOf);
  return {
    ...text,
    validity,
    validityLabel: codeLists.validity[validity],
    asOf,
    ...(span.from !== undefined && { textFrom: span.from }),
    ...(span.until !== undefined && { textUntil: span.until }),
    newest: { version: entry.version, document: current },
    inForce: textInForce(current, entry.version, today),
  };
}

async function findEntry(index: SearchIndex, documentId: string): Promise<IndexEntry> {
  const entry = await requireAvailable(index.get(documentId));
  if (entry) return entry;
  throw new ServiceError('DOCUMENT_NOT_FOUND', {
    zh: '没有这个文件；刚发布的文件可能尚在索引。',
    en: 'There is no such document; one just published may not be indexed yet.',
  });
}

function findText(source: TextSource, { at, version }: Point, today: LocalDate): Promise<FoundText> {
  if (version === undefined && at !== undefined) return findTextOn(source, at, today);
  return findTextOfVersion(source, version ?? source.entry.version, today);
}

/** What has ended by the day of an amendment is amended no more. */
function textInForce(current: Document, newest: number, today: LocalDate): TextSpan {
  const { until, ...span } = textOn(current, newest, today);
  return until === undefined || isEnded(validityOn(current, until)) ? span : { ...span, until };
}
