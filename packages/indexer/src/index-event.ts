import { citationKeysOf, citedKeysOf, normalizeText, plainTextOf, validitySpans } from '@gongwen/domain';
import type { IndexDocument, IndexEntry } from '@gongwen/ports';
import type { Document, DocumentEvent, DocumentNumber } from '@gongwen/schemas';

/** The index entry of an event: a snapshot becomes a document to be searched; a tombstone stays one. Pure. */
export function toIndexEntry(event: DocumentEvent): IndexEntry {
  const { document, version } = event.data;
  return { version, eventId: event.id, document: { ...searchable(document), updatedAt: event.time } };
}

function searchable(document: Document): Omit<IndexDocument, 'updatedAt'> {
  const { documentId, docClass, department, publication, documentNumber, officialForm, level } = document;
  const { issuedOn, publishedOn, effectiveFrom, issuers = [], themes = [], relations = [] } = document;
  const year = (issuedOn ?? publishedOn)?.slice(0, 4);
  return {
    documentId,
    docClass,
    department,
    publication: publication.state,
    title: normalizeText(document.title),
    text: normalizeText(plainTextOf(document)),
    ...(documentNumber && numberParts(documentNumber)),
    issuers: issuers.map(({ name }) => name),
    themes,
    ...(officialForm && { officialForm }),
    ...(level && { level }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(year !== undefined && { year }),
    hasInterpretation: relations.some(({ type }) => type === 'interpreted_by'),
    citationKeys: citationKeysOf(document),
    citedKeys: citedKeysOf(document),
    validities: validitySpans(document),
    snapshot: document,
  };
}

type NumberParts = Pick<IndexDocument, 'number' | 'agencyCode' | 'numberYear' | 'numberSequence'>;

function numberParts({ raw, canonical = raw, agencyCode, year, sequence }: DocumentNumber): NumberParts {
  return {
    number: canonical,
    ...(agencyCode !== undefined && { agencyCode }),
    ...(year !== undefined && { numberYear: year }),
    ...(sequence !== undefined && { numberSequence: sequence }),
  };
}
