import { recordKey } from '@gongwen/archiver';
import {
  type DocumentHead,
  type LocalDate,
  type TextSpan,
  type ValidityPeriod,
  parseDocumentId,
  referenceKeysOf,
  textOn,
  validityHistory,
  validityOn,
} from '@gongwen/domain';
import type { OpenData } from '@gongwen/local';
import type { HistoryEntry, Receipt, Validity } from '@gongwen/schemas';

/** One document on one day, and on its way through every stage. */
export interface Trace {
  readonly documentId: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly publication: 'published' | 'withdrawn';
  readonly on: LocalDate;
  readonly validity: Validity;
  /** The version whose text holds on that day, and all its days; they begin later when the text of that day is not here. */
  readonly text: TextSpan;
  /** Was it in force, on any day, and by whose decision did that change. */
  readonly periods: readonly ValidityPeriod[];
  /** What its 题注 tells of the time before this system. */
  readonly history: readonly HistoryEntry[];
  readonly events: readonly (Receipt & { readonly position: string; readonly archived: boolean })[];
  readonly indexedVersion: number | undefined;
}

/**
 * The documents of an id, of a 文号 in any spelling or of a title (two bodies may share either), as of a day, with each
 * stage and its time.
 */
export async function trace(data: OpenData, name: string, on: LocalDate): Promise<Trace[]> {
  const heads = findHeads(data, name);
  return Promise.all(heads.map((head) => traceDocument(data, head, on)));
}

function findHeads({ view }: OpenData, name: string): readonly DocumentHead[] {
  const keys = referenceKeysOf(parseDocumentId(name) ? { documentId: name } : { number: name, title: name });
  const found = keys.map((key) => view.citedAs(key)).find(({ length }) => length > 0) ?? [];
  return found.flatMap(({ documentId }) => view.head(documentId) ?? []);
}

async function traceDocument(
  { view, store, index }: OpenData,
  { documentId, document, version }: DocumentHead,
  on: LocalDate,
): Promise<Trace> {
  const events = await Promise.all(
    view.history(documentId).map(async (event) => ({
      ...view.receipt(event, []),
      position: `${event.position.partition}/${event.position.offset}`,
      archived: (await store.head(recordKey(documentId, event.version))) !== undefined,
    })),
  );
  return {
    documentId,
    title: document.title,
    number: document.documentNumber?.canonical,
    publication: document.publication.state,
    on,
    validity: validityOn(document, on),
    text: textOn(document, version, on),
    periods: validityHistory(document),
    history: document.history ?? [],
    events,
    indexedVersion: (await index.get(documentId))?.version,
  };
}
