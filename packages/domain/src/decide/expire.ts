import type { Document, ExpireCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { addDays } from '../local-date.ts';
import { pendingConditionOf } from '../validity-on.ts';
import {
  type Decision,
  type DecisionContext,
  type Rejection,
  accepted,
  issue,
  rejected,
} from './decision.ts';
import {
  refuseBeforeEffect,
  refuseBeforeIssue,
  refuseEnded,
  refuseEndedOn,
  refuseItself,
  refuseWithdrawn,
  withoutStatedEnd,
} from './standing.ts';

/** 失效: 期满 on the day after the term’s inclusive last day, or 宣布失效 by a decision. */
export function expire(head: DocumentHead, command: ExpireCommand, context: DecisionContext): Decision {
  const { cause, effectiveOn, reasonCode, reason, decision } = command;
  const why = {
    ...(decision && { decision }),
    ...(reasonCode && { reasonCode }),
    ...(reason !== undefined && { reason }),
  };
  return (
    (decision && refuseItself(head, decision, '/decision')) ??
    refuseWithdrawn(head) ??
    refuseEnded(head) ??
    (cause === 'term' ? refuseOtherThanTermEnd(head.document, effectiveOn) : undefined) ??
    // a term or a condition itself ends the document on `effectiveOn`: what counts is the last day before it
    refuseEndedOn(
      withoutStatedEnd(head, effectiveOn, context),
      endsByItself(head.document, command) ? addDays(effectiveOn, -1) : effectiveOn,
    ) ??
    refuseBeforeIssue(head.document, effectiveOn) ??
    refuseBeforeEffect(head.document, effectiveOn) ??
    accepted({
      type: 'cn.gongwen.document.expired.v1',
      document: {
        ...head.document,
        lifecycle: [
          ...head.document.lifecycle,
          {
            change: cause === 'term' ? 'expired' : 'declared_lapsed',
            effectiveOn,
            version: head.version + 1,
            ...why,
          },
        ],
      },
      change: { cause, effectiveOn, ...why },
    })
  );
}

function endsByItself(document: Document, { cause, effectiveOn }: ExpireCommand): boolean {
  return cause === 'term' || pendingConditionOf(document)?.effectiveOn === effectiveOn;
}

function refuseOtherThanTermEnd({ effectiveUntil }: Document, effectiveOn: string): Rejection | undefined {
  const expected = effectiveUntil === undefined ? undefined : addDays(effectiveUntil, 1);
  if (effectiveOn === expected) return undefined;
  const [zh, en] =
    expected === undefined
      ? ['文件没有有效期', 'the document has no term']
      : [`有效期满之次日为 ${expected}`, `the day after the term is ${expected}`];
  return rejected('DATE_INVALID', { issues: [issue('/effectiveOn', 'termEnd', zh, en)] });
}
