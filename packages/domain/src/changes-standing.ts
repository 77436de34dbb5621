import type { Document } from '@gongwen/schemas';
import { validitySpans } from './validity-on.ts';

/**
 * Whether an edit makes another thing of a document: of another class, by other issuers, or of another validity on any
 * day, whichever of its fields that comes from. What an amendment’s own entry does to the validity is no such edit.
 */
export function changesStanding(before: Document, after: Document): boolean {
  return standingOf(before) !== standingOf({ ...after, lifecycle: before.lifecycle });
}

function standingOf(document: Document): string {
  const { docClass, issuers = [] } = document;
  return JSON.stringify([docClass, issuers.map(({ name }) => name), validitySpans(document)]);
}
