import type { Document } from '@gongwen/schemas';
import { gateIssues } from '../gates.ts';
import { textToReview } from '../text-to-review.ts';
import { type Command, type DecisionContext, type Rejection, rejected } from './decision.ts';

/** Refuses a text whose reviews are not complete. */
export function refuseClosedGates(
  command: Command,
  document: Document,
  { gates = [] }: DecisionContext,
): Rejection | undefined {
  const text = textToReview(command, document);
  const issues = text ? gateIssues(text, document, gates) : [];
  return issues.length > 0 ? rejected('GATE_NOT_PASSED', { issues }) : undefined;
}
