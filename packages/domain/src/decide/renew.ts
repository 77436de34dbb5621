import type { RenewCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { addDays, later } from '../local-date.ts';
import {
  type Decision,
  type DecisionContext,
  type Rejection,
  accepted,
  issue,
  rejected,
} from './decision.ts';
import { refuseBeforeIssue, refuseEnded, refuseEndedOn, refuseWithdrawn } from './standing.ts';

/** 继续有效: a new term follows the old one without a gap, so it begins at the latest on the day after that one’s last. */
export function renew(head: DocumentHead, command: RenewCommand, { today }: DecisionContext): Decision {
  const { effectiveUntil, effectiveOn, registrationNumber, decision } = command;
  const numbered = registrationNumber === undefined ? {} : { registrationNumber };
  return (
    refuseWithdrawn(head) ??
    refuseEnded(head) ??
    refuseBeforeIssue(head.document, effectiveOn) ??
    refuseEndedOn(head, later(addDays(effectiveOn, -1), today)) ??
    refuseNoLongerTerm(head, command) ??
    accepted({
      type: 'cn.gongwen.document.renewed.v1',
      document: {
        ...head.document,
        ...numbered,
        effectiveUntil,
        lifecycle: [
          ...head.document.lifecycle,
          { change: 'renewed', effectiveOn, version: head.version + 1, ...(decision && { decision }) },
        ],
      },
      change: { effectiveUntil, effectiveOn, ...numbered, ...(decision && { decision }) },
    })
  );
}

function refuseNoLongerTerm({ document }: DocumentHead, command: RenewCommand): Rejection | undefined {
  const { effectiveUntil: current } = document;
  if (current === undefined) {
    const [zh, en] = ['文件没有有效期，无需继续有效', 'the document has no term that could be renewed'];
    return rejected('ILLEGAL_TRANSITION', { issues: [issue('', 'term', zh, en)] });
  }
  const { effectiveUntil, effectiveOn } = command;
  if (effectiveUntil > current && effectiveUntil >= effectiveOn) return undefined;
  const [zh, en] = [
    `应晚于现有效期（${current}）和起算日`,
    `must be after the term (${current}) and the day it begins`,
  ];
  return rejected('DATE_INVALID', { issues: [issue('/effectiveUntil', 'dateOrder', zh, en)] });
}
