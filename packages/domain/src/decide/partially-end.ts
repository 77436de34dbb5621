import type { PartiallyEndCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { later } from '../local-date.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import { refuseBeforeIssue, refuseEndedOn, refuseItself, refuseWithdrawn } from './standing.ts';

/** 部分失效: some articles end by a decision, the rest stays in force. */
export function partiallyEnd(
  head: DocumentHead,
  command: PartiallyEndCommand,
  { today }: DecisionContext,
): Decision {
  const { decision, articles, effectiveOn } = command;
  return (
    refuseItself(head, decision, '/decision') ??
    refuseWithdrawn(head) ??
    refuseEndedOn(head, later(effectiveOn, today)) ??
    refuseBeforeIssue(head.document, effectiveOn) ??
    accepted({
      type: 'cn.gongwen.document.partially-ended.v1',
      document: {
        ...head.document,
        lifecycle: [
          ...head.document.lifecycle,
          { change: 'partially_ended', effectiveOn, version: head.version + 1, decision, articles },
        ],
      },
      change: { decision, articles, effectiveOn },
    })
  );
}
