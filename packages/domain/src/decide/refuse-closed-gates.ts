import type { Document } from '@gongwen/schemas';
import { changesStanding } from '../changes-standing.ts';
import type { DocumentHead } from '../evolve.ts';
import { gateIssues } from '../gates.ts';
import { contentToReview, textToReview } from '../text-to-review.ts';
import { type Command, type DecisionContext, type Rejection, rejected } from './decision.ts';

/**
 * Refuses a text whose reviews are not complete. What makes another thing of a document passes what the publication of
 * such a thing passes: else a rule would go out by the light gates of an answer and be made a rule afterwards.
 */
export function refuseClosedGates(
  head: DocumentHead | undefined,
  command: Command,
  document: Document,
  { gates = [], today }: DecisionContext,
): Rejection | undefined {
  const content = contentToReview(command, document);
  if (!content) return undefined;
  const isRemade = head !== undefined && changesStanding(head.document, document);
  const as = [
    ...(textToReview(command, document) ? [content.on] : []),
    ...(isRemade ? (['publish'] as const) : []),
  ];
  const issues = gateIssues(content, document, { policy: gates, as, today });
  return issues.length > 0 ? rejected('GATE_NOT_PASSED', { issues }) : undefined;
}
