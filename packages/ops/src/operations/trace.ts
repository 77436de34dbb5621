import { recordKey } from '@gongwen/archiver';
import { localDateOf, parseDocumentId, parseDocumentNumber, validityOn } from '@gongwen/domain';
import type { Receipt, Validity } from '@gongwen/schemas';
import type { OpenData } from '@gongwen/local';

/** One document on its way through every stage. */
export interface Trace {
  readonly documentId: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly validity: Validity;
  readonly events: readonly (Receipt & { readonly position: string; readonly archived: boolean })[];
  readonly indexedVersion: number | undefined;
}

/** The documents of an id or of a 文号 in any spelling (two bodies may share a number), with each stage and its time. */
export async function trace(data: OpenData, idOrNumber: string, now: Date): Promise<Trace[]> {
  const ids = parseDocumentId(idOrNumber)
    ? [idOrNumber]
    : data.view.documentsByNumber(parseDocumentNumber(idOrNumber).canonical ?? idOrNumber);
  const traces = await Promise.all(ids.map((documentId) => traceDocument(data, documentId, now)));
  return traces.filter((found) => found !== undefined);
}

async function traceDocument(
  { view, store, index }: OpenData,
  documentId: string,
  now: Date,
): Promise<Trace | undefined> {
  const head = view.head(documentId);
  if (!head) return undefined;
  const events = await Promise.all(
    view.history(documentId).map(async (event) => ({
      ...view.receipt(event, []),
      position: `${event.position.partition}/${event.position.offset}`,
      archived: (await store.head(recordKey(documentId, event.version))) !== undefined,
    })),
  );
  return {
    documentId,
    title: head.document.title,
    number: head.document.documentNumber?.canonical,
    validity: validityOn(head.document, localDateOf(now)),
    events,
    indexedVersion: (await index.get(documentId))?.version,
  };
}
