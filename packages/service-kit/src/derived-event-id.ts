import { eventIdOf } from './event-id.ts';

/** The namespace of ids that the system itself derives; no department can be called so. */
export const decisionsNamespace = 'system:decisions';

/** The key of what a decision does to one target: done twice it is the same (DESIGN §4). */
export function derivedKey(decisionId: string, relationType: string, targetId: string): string {
  return `${decisionId}/${relationType}/${targetId}`;
}

/** The id of the event that a decision brings about for one target. */
export function derivedEventId(decisionId: string, relationType: string, targetId: string): string {
  return eventIdOf(decisionsNamespace, derivedKey(decisionId, relationType, targetId));
}
