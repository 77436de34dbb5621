import {
  type LocalDate,
  type ReferenceMatch,
  citationKeysOf,
  isEnded,
  matchReference,
  validityOn,
} from '@gongwen/domain';
import type { Document, DocumentReference } from '@gongwen/schemas';
import { publishedDocuments } from './published-documents.ts';
import type { ReportInput } from './report.ts';

/** All documents of one day, and what their references mean among them. */
export interface Library {
  /** Those that the public can see: published, not withdrawn. */
  readonly published: readonly Document[];
  readonly today: LocalDate;
  hasEnded(document: Document): boolean;
  match(reference: DocumentReference, citing: Document): ReferenceMatch;
  /** The documents that a reference may mean: one, several that fit alike, or none. */
  meantBy(reference: DocumentReference, citing: Document): readonly Document[];
}

export function createLibrary(input: ReportInput): Library {
  const { heads, today } = input;
  const documents = heads.map(({ document }) => document);
  const byKey = new Map<string, Document[]>();
  for (const document of documents) {
    for (const key of citationKeysOf(document)) {
      const known = byKey.get(key);
      if (known) known.push(document);
      else byKey.set(key, [document]);
    }
  }
  const citedAs = (key: string) => byKey.get(key) ?? [];
  const hasEnded = (document: Document) => isEnded(validityOn(document, today));
  const match = (reference: DocumentReference, citing: Document) =>
    matchReference(reference, { citedAs, citing, isInForce: (document) => !hasEnded(document) });

  return {
    published: publishedDocuments(input),
    today,
    hasEnded,
    match,
    meantBy(reference, citing) {
      const result = match(reference, citing);
      if (result.outcome === 'none') return [];
      return result.outcome === 'one' ? [result.document] : result.documents;
    },
  };
}
