import { referenceKeysOf } from '@gongwen/domain';
import type { Document, DocumentReference } from '@gongwen/schemas';

/** Documents that may be cited under one of these keys. */
export type Lookup = (keys: readonly string[]) => Promise<readonly Document[]>;

/** The document with a title for each document that it only names by id: nobody reads ids. */
export async function withNamedTargets(document: Document, lookup: Lookup): Promise<Document> {
  const { relations = [], lifecycle } = document;
  const references = [
    ...relations.map(({ target }) => target),
    ...lifecycle.flatMap(({ decision }) => decision ?? []),
  ];
  const keys = references.filter(isNameless).flatMap(({ documentId }) => referenceKeysOf({ documentId }));
  if (keys.length === 0) return document;
  const titles = new Map((await lookup(keys)).map(({ documentId, title }) => [documentId, title]));
  const named = (reference: DocumentReference): DocumentReference => {
    const title = isNameless(reference) ? titles.get(reference.documentId) : undefined;
    return title === undefined ? reference : { ...reference, title };
  };
  return {
    ...document,
    ...(document.relations && { relations: relations.map((one) => ({ ...one, target: named(one.target) })) }),
    lifecycle: lifecycle.map(({ decision, ...entry }) => ({
      ...entry,
      ...(decision && { decision: named(decision) }),
    })),
  };
}

function isNameless(reference: DocumentReference): reference is DocumentReference & { documentId: string } {
  const { documentId, title, number } = reference;
  return documentId !== undefined && title === undefined && number === undefined;
}
