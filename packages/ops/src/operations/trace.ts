import { recordKey } from '@gongwen/archiver';
import {
  type DocumentHead,
  type LocalDate,
  type TextSpan,
  type ValidityPeriod,
  parseDocumentId,
  referenceKeysOf,
  textSpans,
  textVersionOn,
  validityHistory,
  validityOn,
} from '@gongwen/domain';
import type { OpenData } from '@gongwen/local';
import type { Receipt, Validity } from '@gongwen/schemas';

/** One document on one day, and on its way through every stage. */
export interface Trace {
  readonly documentId: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly publication: 'published' | 'withdrawn';
  readonly on: LocalDate;
  readonly validity: Validity;
  /** The version whose text holds on that day, and its other days. */
  readonly text: TextSpan;
  /** Was it in force, on any day, and by whose decision did that change. */
  readonly periods: readonly ValidityPeriod[];
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
  if (parseDocumentId(name)) return [view.head(name)].filter((head) => head !== undefined);
  const keys = referenceKeysOf({ number: name, title: name });
  return keys.map((key) => view.citedAs(key)).find((found) => found.length > 0) ?? [];
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
  const textVersion = textVersionOn(document.lifecycle, version, on);
  return {
    documentId,
    title: document.title,
    number: document.documentNumber?.canonical,
    publication: document.publication.state,
    on,
    validity: validityOn(document, on),
    text: textSpans(document.lifecycle, version).find((span) => span.version === textVersion) ?? {
      version: textVersion,
    },
    periods: validityHistory(document),
    events,
    indexedVersion: (await index.get(documentId))?.version,
  };
}
