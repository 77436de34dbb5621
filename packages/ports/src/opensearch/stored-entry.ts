import { normalizeText } from '@gongwen/domain';
import { facetValuesOf } from '../search-facets.ts';
import type { IndexDocument, IndexEntry, IndexedValidity } from '../search-index.ts';

/** A document of an index: the entry as it was written, and beside it what is searched. */
export interface StoredEntry {
  readonly documentId: string;
  readonly version: number;
  readonly eventId: string;
  readonly entry: Omit<IndexDocument, 'title' | 'text'>;
  readonly title: string;
  readonly text: string;
}

/** Title and text are kept once, where they are searched. */
export function toStored({
  version,
  eventId,
  document,
}: IndexEntry): StoredEntry & Readonly<Record<string, unknown>> {
  const { title, text, ...entry } = document;
  const { documentId, docClass, department, publication, number, issuers, year, officialForm, level } = entry;
  const { agencyCode, numberYear, numberSequence, citationKeys, citedKeys } = entry;
  const { issuedOn, publishedOn, effectiveFrom, updatedAt } = entry;
  const { theme: themes, interpretation } = facetValuesOf(document);
  return {
    documentId,
    version,
    eventId,
    title,
    text,
    docClass,
    department,
    publication,
    issuers,
    issuerNames: issuers.map(normalizeText), // as title and text are; the facet keeps the official spelling
    themes, // with their parents, which are searched, too
    interpretation,
    citationKeys,
    citedKeys,
    updatedAt,
    validity: rangesOf(document.validities),
    order: { publishedOn: publishedOn ?? '', issuedOn: issuedOn ?? '' },
    entry,
    ...given({
      number,
      documentNumber: number,
      agencyCode,
      numberYear,
      numberSequence,
      year,
      officialForm,
      level,
      issuedOn,
      publishedOn,
      effectiveFrom,
    }),
  };
}

export function fromStored({ version, eventId, entry, title, text }: StoredEntry): IndexEntry {
  return { version, eventId, document: { ...entry, title, text } };
}

function rangesOf(validities: readonly IndexedValidity[]): Readonly<Record<string, object[]>> {
  const ranges: Record<string, object[]> = {};
  for (const { validity, from, until } of validities) {
    (ranges[validity] ??= []).push(given({ gte: from, lt: until }));
  }
  return ranges;
}

function given<Value>(
  values: Readonly<Record<string, Value | undefined>>,
): Readonly<Record<string, Value | undefined>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
