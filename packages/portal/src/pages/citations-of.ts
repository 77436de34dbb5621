import { citationKeysOf, matchReference } from '@gongwen/domain';
import type { Document, DocumentReference, Relation } from '@gongwen/schemas';

/** What another document says of this one. */
export interface Citation {
  readonly type: Relation['type'];
  readonly by: Document;
}

/** Of the documents that may cite this one, those relations that mean it and no other of its name. */
export function citationsOf(document: Document, citing: readonly Document[]): readonly Citation[] {
  return citing.flatMap((by) =>
    (by.relations ?? [])
      .filter(({ target }) => means(target, document, by))
      .map(({ type }) => ({ type, by })),
  );
}

function means(reference: DocumentReference, document: Document, citing: Document): boolean {
  const keys = citationKeysOf(document);
  const citedAs = (key: string) => (keys.includes(key) ? [document] : []);
  return matchReference(reference, { citing, citedAs }).outcome === 'one';
}
