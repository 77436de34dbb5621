import type { Document, ReviewEvidence } from '@gongwen/schemas';
import { gateIssues } from '../gates.ts';
import { type DecisionContext, type Rejection, rejected } from './decision.ts';

/** Refuses a publication whose reviews are not complete. */
export function refuseClosedGates(
  document: Document,
  evidence: ReviewEvidence | undefined,
  { gates = [] }: DecisionContext,
): Rejection | undefined {
  const issues = gateIssues(document, evidence, gates);
  return issues.length > 0 ? rejected('GATE_NOT_PASSED', { issues }) : undefined;
}
