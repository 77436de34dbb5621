import type { RepealCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import {
  refuseBeforeIssue,
  refuseEnded,
  refuseEndedOn,
  refuseItself,
  refuseWithdrawn,
  withoutStatedEnd,
} from './standing.ts';

/** 废止: a competent body ends the document by a decision; also one that has not taken effect yet. */
export function repeal(head: DocumentHead, command: RepealCommand, context: DecisionContext): Decision {
  const { decision, effectiveOn, reason } = command;
  const why = { decision, ...(reason !== undefined && { reason }) };
  return (
    refuseItself(head, decision, '/decision') ??
    refuseWithdrawn(head) ??
    refuseEnded(head) ??
    refuseEndedOn(withoutStatedEnd(head, effectiveOn, context), effectiveOn) ??
    refuseBeforeIssue(head.document, effectiveOn) ??
    accepted({
      type: 'cn.gongwen.document.repealed.v1',
      document: {
        ...head.document,
        lifecycle: [
          ...head.document.lifecycle,
          { change: 'repealed', effectiveOn, version: head.version + 1, ...why },
        ],
      },
      change: { effectiveOn, ...why },
    })
  );
}
