import type { LifecycleEntry, ScheduleEndCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import type { LocalDate } from '../local-date.ts';
import { pendingConditionOf, validityOn } from '../validity-on.ts';
import {
  type Decision,
  type DecisionContext,
  type Rejection,
  accepted,
  issue,
  rejected,
} from './decision.ts';
import { refuseBeforeEffect, refuseEnded, refuseEndedOn, refuseItself, refuseWithdrawn } from './standing.ts';

/** 附条件失效: the document lapses on a day unless it is revised by then, which is told by cancelling. */
export function scheduleEnd(
  head: DocumentHead,
  command: ScheduleEndCommand,
  { today }: DecisionContext,
): Decision {
  const { action, dueOn, condition, decision } = command;
  const isCancelling = action === 'cancel';
  const entry: LifecycleEntry = {
    change: isCancelling ? 'end_cancelled' : 'end_scheduled',
    effectiveOn: isCancelling ? today : dueOn,
    version: head.version + 1,
    ...(decision && { decision }),
  };
  return (
    (decision && refuseItself(head, decision, '/decision')) ??
    refuseWithdrawn(head) ??
    refuseEnded(head) ??
    (isCancelling ? refuseCancelling(head, dueOn, today) : refuseScheduling(head, dueOn, today)) ??
    accepted({
      type: 'cn.gongwen.document.end-scheduled.v1',
      document: { ...head.document, lifecycle: [...head.document.lifecycle, entry] },
      change: {
        action,
        dueOn,
        ...(condition !== undefined && { condition }),
        ...(decision && { decision }),
      },
    })
  );
}

function refuseScheduling(head: DocumentHead, dueOn: LocalDate, today: LocalDate): Rejection | undefined {
  if (dueOn <= today) {
    const [zh, en] = [`应晚于今天（${today}）`, `must be after today (${today})`];
    return rejected('DATE_INVALID', { issues: [issue('/dueOn', 'dateOrder', zh, en)] });
  }
  const pending = pendingConditionOf(head.document);
  if (!pending)
    return refuseEndedOn(head, dueOn, '/dueOn') ?? refuseBeforeEffect(head.document, dueOn, '/dueOn');
  const [zh, en] = [
    `已定于 ${pending.effectiveOn} 附条件失效；请先取消`,
    `already lapses on ${pending.effectiveOn} by a condition; cancel that first`,
  ];
  return rejected('ILLEGAL_TRANSITION', { issues: [issue('', 'scheduledOnce', zh, en)] });
}

function refuseCancelling(
  { document }: DocumentHead,
  dueOn: LocalDate,
  today: LocalDate,
): Rejection | undefined {
  const pending = pendingConditionOf(document);
  if (pending?.effectiveOn !== dueOn) {
    const [zh, en] = [`没有定于 ${dueOn} 的附条件失效`, `no condition lapses it on ${dueOn}`];
    return rejected('ILLEGAL_TRANSITION', { issues: [issue('/dueOn', 'scheduled', zh, en)] });
  }
  if (today <= dueOn) return undefined;
  return rejected('ILLEGAL_TRANSITION', {
    validity: validityOn(document, today),
    issues: [
      issue(
        '/dueOn',
        'inForce',
        `条件已于 ${dueOn} 成就，只能恢复效力`,
        `it has lapsed on ${dueOn}; only a reinstatement leads back`,
      ),
    ],
  });
}
