import { means } from '@gongwen/domain';
import type { Document, Relation } from '@gongwen/schemas';

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
