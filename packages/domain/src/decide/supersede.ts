import type { SupersedeCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, accepted } from './decision.ts';
import { refuseBeforeIssue, refuseEnded, refuseEndedOn, refuseItself, refuseWithdrawn } from './standing.ts';

/** 被替代: another document takes its place from a day on; both sides show it. */
export function supersede(head: DocumentHead, { by, effectiveOn }: SupersedeCommand): Decision {
  const { relations = [], lifecycle } = head.document;
  return (
    refuseItself(head, by, '/by') ??
    refuseWithdrawn(head) ??
    refuseEnded(head) ??
    refuseEndedOn(head, effectiveOn) ??
    refuseBeforeIssue(head.document, effectiveOn) ??
    accepted({
      type: 'cn.gongwen.document.superseded.v1',
      document: {
        ...head.document,
        lifecycle: [
          ...lifecycle,
          { change: 'superseded', effectiveOn, version: head.version + 1, decision: by },
        ],
        relations: [...relations, { type: 'superseded_by', target: by, effectiveOn }],
      },
      change: { by, effectiveOn },
    })
  );
}
