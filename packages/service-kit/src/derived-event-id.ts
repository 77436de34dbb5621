import { partMeant } from '@gongwen/domain';
import type { Document, Relation } from '@gongwen/schemas';
import { eventIdOf } from './event-id.ts';

/** The namespace of ids that the system itself derives; no department can be called so. */
export const decisionsNamespace = 'system:decisions';

/**
 * The key of what a decision does to one target: done twice it is the same (DESIGN §4). It may mean
 * several parts of one document, each by an event of its own.
 */
export function derivedKey(decisionId: string, relation: Relation, document: Document): string {
  const key = `${decisionId}/${relation.type}/${document.documentId}`;
  const part = partMeant(relation, document);
  return part === undefined ? key : `${key}/${part}`;
}

/** The id of the event that a decision brings about for one target. */
export function derivedEventId(decisionId: string, relation: Relation, target: Document): string {
  return eventIdOf(decisionsNamespace, derivedKey(decisionId, relation, target));
}
